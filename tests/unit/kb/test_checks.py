"""What no single entry can know: each kind of missing thing is listed, all at once."""

from pathlib import Path
from typing import Any

import pytest

from milium.kb import KnowledgeError
from tests.builders.knowledge import Files, changed, evidence, loaded, tiny_files

RULE = ("triage/rules.yaml", "rules", 0)
BACKGROUND = [{"source": "background-knowledge", "locator": ""}]


def refusal(files: Files, folder: Path) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        loaded(files, folder)
    return str(caught.value).splitlines()


def test_a_message_without_a_text_is_listed(tmp_path: Path) -> None:
    files = changed("text/en/all.yaml", "action.go", to=...)

    assert refusal(files, tmp_path) == ["text/en: no text for 'action.go'; add it"]


@pytest.mark.parametrize(
    "message",
    ["action.usual", "action.waiting", "rule.newborn-fever", "tonight.go", "condition.milia.name",
     "condition.milia.summary", "feature.small", "place.GB.nobody", "finding.age.question",
     "finding.fever.how", "finding.site.why", "finding.size_mm.plain", "word.fever.yes",
     "word.unwell.floppy", "question.age.short", "question.illness.question",
     "question.illness.how", "question.bump.why", "finding.site.short", "item.shine.question",
     "item.shine.never", "axis.oily_dry.between", "axis.oily_dry.means_low", "kind.a-wash.name",
     "kind.a-wash.look_for", "kind.a-wash.why", "slot.pm_cleanse.why", "slot.pm_cleanse.name",
     "irritation.calm.look", "irritation.calm.advice", "tonight.wash",
     "constraint.within-the-rung", "preference.left-on", "ramp.1", "course.book_now",
     "expectation.go", "milestone.look", "milestone.choice", "claim.a-claim", "class.rich",
     "exposure.rich-balm", "profession.doctor.name", "profession.beautician.does",
     "choice.wait.name", "choice.wait.text", "choice.closed.first"],
)  # fmt: skip
def test_every_kind_of_message_is_asked_for(message: str, tmp_path: Path) -> None:
    files = changed("text/en/all.yaml", message, to=...)

    assert refusal(files, tmp_path) == [f"text/en: no text for '{message}'; add it"]


@pytest.mark.parametrize("message", ["finding.has.question", "word.has.classes"])
def test_what_is_never_asked_needs_no_question(message: str) -> None:
    assert message not in tiny_files()["text/en/all.yaml"]


@pytest.mark.parametrize(
    ("where", "entry"),
    [
        (RULE, "newborn-fever"),
        (("conditions/looks.yaml", "looks", 0), "milia"),
        (("places/all.yaml", "places", 0, "contacts", 0), "GB.emergency"),
        (("professions/all.yaml", "professions", 0), "doctor"),
        (("triage/choices.yaml", "choices", 0), "wait"),
        (("ingredients/claims/all.yaml", "claims", 0), "a-claim"),
        (("ingredients/classes.yaml", "classes", 0), "rich"),
        (("ingredients/classes.yaml", "tiers", 0), "tier of retinol"),
        (("ingredients/classes.yaml", "families", 0), "cones"),
        (("ingredients/exposure.yaml", "exposure_rules", 0), "rich-balm"),
        (("skin_types/all.yaml", "axes", 0), "oily_dry"),
        (("skin_types/all.yaml", "advice", 0), "first"),
        (("skin_types/all.yaml", "again"), "ask again"),
        (("regimens/all.yaml", "kinds", 0), "a-wash"),
        (("regimens/all.yaml", "slots", 0), "pm_cleanse"),
        (("regimens/all.yaml", "irritation", 0), "calm"),
        (("regimens/all.yaml", "check_ins"), "check_ins"),
        (("regimens/all.yaml", "windows", 0), "window.waxing"),
        (("regimens/all.yaml", "strengths", 0), "strength.mid"),
        (("regimens/all.yaml", "strengths", 0, "beside"), "strength.mid.label"),
        (("regimens/all.yaml", "ramp", "settle"), "settle"),
        (("regimens/all.yaml", "tonight", 0), "wash"),
        (("regimens/all.yaml", "ramp"), "ramp"),
        (("regimens/all.yaml", "constraints", 0), "within-the-rung"),
        (("regimens/all.yaml", "preferences", 0), "left-on"),
        (("regimens/all.yaml", "sale_limits", 0), "law"),
        (("regimens/all.yaml", "audit"), "audit"),
        (("regimens/all.yaml", "audit", "withheld", 0), "hot"),
        (("regimens/all.yaml", "audit", "windows", 0), "done"),
        (("courses/all.yaml", "expectations", 0), "go"),
        (("courses/all.yaml", "milestones", 0), "look"),
    ],
)  # fmt: skip
def test_a_source_that_is_not_there_is_listed(
    where: tuple[Any, ...], entry: str, tmp_path: Path
) -> None:
    files = changed(*where, "citations", to=[{"source": "a-rumour"}])

    assert refusal(files, tmp_path) == [f"'{entry}' cites 'a-rumour', not in sources/; add it"]


def test_an_item_whose_source_is_not_there_is_listed(tmp_path: Path) -> None:
    where = ("skin_types/all.yaml", "items", 0)
    files = changed(*where, "citations", to=[{"source": "a-rumour"}])
    files[where[0]]["items"][0]["provenance"]["idea"] = "a-rumour"

    assert refusal(files, tmp_path) == ["'shine' cites 'a-rumour', not in sources/; add it"]


@pytest.mark.parametrize("key", ["who", "not_who"])
def test_a_profession_that_is_not_there_is_listed(key: str, tmp_path: Path) -> None:
    files = changed(*RULE, "effect", key, to=["wizard"])

    assert refusal(files, tmp_path) == [
        "'newborn-fever' names 'wizard', who is not in professions/; add them"
    ]


@pytest.mark.parametrize("grade", ["A", "B", "C"])
def test_background_knowledge_alone_is_grade_d(grade: str, tmp_path: Path) -> None:
    files = changed(*RULE, to=_rule(grade=grade, citations=BACKGROUND))

    assert refusal(files, tmp_path) == [
        f"'newborn-fever' rests on background-knowledge alone; its grade is D, not {grade}"
    ]


def test_background_knowledge_of_grade_d_may_raise_urgency(tmp_path: Path) -> None:
    loaded(changed(*RULE, to=_rule(grade="D", citations=BACKGROUND)), tmp_path)


def test_background_knowledge_beside_a_paper_may_have_any_grade(tmp_path: Path) -> None:
    both = [*BACKGROUND, {"source": "a-paper"}]

    loaded(changed(*RULE, to=_rule(grade="B", citations=both)), tmp_path)


def test_an_all_clear_never_rests_on_grade_d(tmp_path: Path) -> None:
    files = changed(*RULE, to=_rule(grade="D", effect={"when": "nothing_needed"}))

    assert refusal(files, tmp_path) == [
        "'newborn-fever' says nothing is needed on grade D; find a better source"
    ]


def test_an_all_clear_may_rest_on_grade_c(tmp_path: Path) -> None:
    loaded(changed(*RULE, to=_rule(grade="C", effect={"when": "nothing_needed"})), tmp_path)


def test_a_rule_may_not_read_what_no_question_asks(tmp_path: Path) -> None:
    files = changed("findings/all.yaml", "questions", 1, "findings", to=["unwell"])

    assert "'newborn-fever' reads 'fever', which no question asks; add one" in refusal(
        files, tmp_path
    )


def test_a_rule_may_read_what_is_worked_out(tmp_path: Path) -> None:
    lesion_rule = _rule(scope="lesion", when={"is": {"has": "rich"}})

    loaded(changed(*RULE, to=lesion_rule), tmp_path)


def test_everything_missing_is_listed_at_once(tmp_path: Path) -> None:
    files = changed(*RULE, "citations", to=[{"source": "a-rumour"}])
    rule = files["triage/rules.yaml"]["rules"][0]
    rule["effect"] = {"who": ["wizard"], "when": "nothing_needed"}
    rule["grade"] = "D"
    files["findings/all.yaml"]["questions"].pop(1)
    del files["text/en/all.yaml"]["action.usual"]

    said = refusal(files, tmp_path)

    assert len(said) == 5
    assert len(set(said)) == 5


def test_a_source_nobody_cites_is_refused(tmp_path: Path) -> None:
    files = tiny_files()
    files["sources/all.yaml"]["sources"].append(
        {**files["sources/all.yaml"]["sources"][0], "id": "never-cited"}
    )

    assert any("never-cited" in line for line in refusal(files, tmp_path))


def _rule(**change: object) -> dict[str, Any]:
    return {**tiny_files()["triage/rules.yaml"]["rules"][0], **evidence(), **change}
