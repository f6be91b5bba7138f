"""Fingerprints, areas and signed forms: a signature holds for the content it was given for."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from milium.domain.evidence import Citation, Evidence, Grade, Review
from milium.domain.ids import MessageId, ReviewItemId, SourceId
from milium.domain.knowledge import Knowledge
from milium.domain.reviews import Hazard, Opinion
from milium.kb import (
    judged,
    review_item,
    standing,
    with_reviews,
)
from tests.builders.knowledge import Files, loaded, tiny_files
from tests.builders.reviews import TODAY, a_signed_form

RULE = ReviewItemId("rule/newborn-fever")
LOOK = ReviewItemId("look/milia")
PRODUCT_RULE = ReviewItemId("product-rule/rich-balm")
SIGNED = Review("Jane Roe, ophthalmologist (GMC 1234567)", TODAY)


@pytest.fixture
def knowledge(tmp_path: Path) -> Knowledge:
    return loaded(tiny_files(), tmp_path / "knowledge")


def fingerprint(knowledge: Knowledge, item: str = RULE) -> str:
    return review_item(judged(knowledge)[ReviewItemId(item)], knowledge).fingerprint


def opinion(knowledge: Knowledge, item: str = RULE, *, agrees: bool = True) -> Opinion:
    return Opinion(ReviewItemId(item), fingerprint(knowledge, item), agrees, "")


# ------------------------------------------------------------------- fingerprints


def test_a_fingerprint_is_the_same_in_every_run_and_release(knowledge: Knowledge) -> None:
    """Pinned: whoever changes these makes every signature there is fall away."""
    assert fingerprint(knowledge, RULE) == "bd6ec20b2621"
    assert fingerprint(knowledge, LOOK) == "ed02e76f4c3f"
    assert fingerprint(knowledge, PRODUCT_RULE) == "c2398afefa7b"
    assert fingerprint(knowledge, "zone/lash_line") == "2e1c0046927b"


def edited(files: Files, path: str, *where: object, to: object) -> Files:
    here: Any = files[path]
    *way, last = where
    for step in way:
        here = here[step]
    here[last] = to
    return files


@pytest.mark.parametrize(
    ("path", "where", "to"),
    [
        ("triage/rules.yaml", ("rules", 0, "when", "all", 1), {"is": {"fever": "no"}}),
        ("triage/rules.yaml", ("rules", 0, "when", "all", 0), {"at_most": {"age": "2 months"}}),
        ("triage/rules.yaml", ("rules", 0, "when_possible"), "act"),
        ("triage/rules.yaml", ("rules", 0, "effect", "when"), "same_day"),
        ("triage/rules.yaml", ("rules", 0, "effect", "who"), ["beautician"]),
        ("triage/rules.yaml", ("rules", 0, "effect", "rung"), "gentle"),
        ("triage/rules.yaml", ("rules", 0, "effect", "lifted_by"), "nobody"),
        ("triage/rules.yaml", ("rules", 0, "grade"), "B"),
        ("triage/rules.yaml", ("rules", 0, "citations", 0, "locator"), "p. 2"),
        ("text/en/all.yaml", ("action.go",), "Another sentence."),
        ("text/en/all.yaml", ("tonight.go",), "Another sentence."),
        ("text/en/all.yaml", ("rule.newborn-fever",), "Another sentence."),
        ("text/en/all.yaml", ("finding.fever.question",), "Another sentence."),
        ("text/en/all.yaml", ("finding.age.question",), "Another sentence."),
        ("text/en/all.yaml", ("word.fever.yes",), "Another word."),
        ("text/en/all.yaml", ("profession.doctor.name",), "Another name."),
    ],
)
def test_whatever_a_reviewer_judged_changes_the_fingerprint(
    path: str, where: tuple[object, ...], to: object, knowledge: Knowledge, tmp_path: Path
) -> None:
    other = loaded(edited(tiny_files(), path, *where, to=to), tmp_path / "other")

    assert fingerprint(other) != fingerprint(knowledge)
    assert fingerprint(other, "zone/face") == fingerprint(knowledge, "zone/face")


def test_what_a_reviewer_did_not_see_changes_nothing(knowledge: Knowledge, tmp_path: Path) -> None:
    files = edited(tiny_files(), "text/en/all.yaml", "word.fever.no", to="Another word.")
    files = edited(files, "triage/ladder.yaml", "zone_caps", "face", to="nothing")

    other = loaded(files, tmp_path / "other")

    assert fingerprint(other) == fingerprint(knowledge)
    assert fingerprint(other, "zone/face") != fingerprint(knowledge, "zone/face")


def test_a_signature_does_not_change_what_was_signed(knowledge: Knowledge) -> None:
    signed = with_reviews(knowledge, [a_signed_form(opinion(knowledge))])

    assert fingerprint(signed) == fingerprint(knowledge)


def test_a_hazard_changes_with_what_the_invariants_say_that_hold_it(knowledge: Knowledge) -> None:
    hazard = Hazard("h", "Harm.", "a person", "a fault", "high", ("claim", "not yet - x"), "Some.")

    prints = {
        review_item(hazard, knowledge, claims).fingerprint
        for claims in ({}, {"claim": "Never."}, {"claim": "Never ever."}, {"claim": "Never."})
    }

    assert len(prints) == 3


def test_everything_can_be_agreed_with_by_an_id_of_its_own(knowledge: Knowledge) -> None:
    hazard = Hazard("h", "Harm.", "a person", "a fault", "high", (), "Some.")

    assert list(judged(knowledge, [hazard])) == [
        "rule/newborn-fever", "zone/lash_line", "zone/lid_skin", "zone/eye_bone", "zone/face",
        "zone/body", "product-rule/rich-balm", "look/milia", "hazard/h",
    ]  # fmt: skip


# ------------------------------------------------------------------- signatures


def reviewed(knowledge: Knowledge) -> list[Review | None]:
    triage, exposure = knowledge.triage, knowledge.exposure
    found = (triage.rules[0].evidence, triage.looks[0].evidence, exposure.rules[0].evidence)
    return [evidence.reviewed for evidence in found]


def test_without_a_form_nothing_is_reviewed(knowledge: Knowledge) -> None:
    assert with_reviews(knowledge) is knowledge
    assert reviewed(knowledge) == [None, None, None]


@pytest.mark.parametrize(("item", "place"), [(RULE, 0), (LOOK, 1), (PRODUCT_RULE, 2)])
def test_an_agreement_stands_under_its_entry_alone(
    item: str, place: int, knowledge: Knowledge
) -> None:
    signed = with_reviews(knowledge, [a_signed_form(opinion(knowledge, item))])

    assert reviewed(signed) == [SIGNED if each == place else None for each in range(3)]
    assert len(signed.reviews) == 1


def test_a_changed_rule_loses_its_review(knowledge: Knowledge, tmp_path: Path) -> None:
    form = a_signed_form(opinion(knowledge), opinion(knowledge, LOOK))
    files = edited(tiny_files(), "text/en/all.yaml", "action.go", to="Another sentence.")

    signed = with_reviews(loaded(files, tmp_path / "other"), [form])

    assert reviewed(signed) == [None, SIGNED, None]


def test_a_form_on_what_is_gone_says_nothing(knowledge: Knowledge) -> None:
    gone = Opinion(ReviewItemId("rule/gone"), "0123456789ab", agrees=True, comment="")

    assert reviewed(with_reviews(knowledge, [a_signed_form(gone)])) == [None, None, None]


def test_a_form_is_counted_once(knowledge: Knowledge) -> None:
    form = a_signed_form(opinion(knowledge))

    assert with_reviews(with_reviews(knowledge, [form]), [form]).reviews == (form,)


def test_a_disagreement_takes_the_signature_of_everybody(knowledge: Knowledge) -> None:
    agreed = a_signed_form(opinion(knowledge), form_id="a", number="1")
    against = a_signed_form(opinion(knowledge, agrees=False), form_id="b", number="2")

    for forms in ([agreed, against], [against, agreed]):
        assert reviewed(with_reviews(knowledge, forms)) == [None, None, None]
    assert reviewed(with_reviews(with_reviews(knowledge, [agreed]), [against])) == [None] * 3


def test_the_latest_word_of_one_reviewer_counts(knowledge: Knowledge) -> None:
    earlier = a_signed_form(opinion(knowledge, agrees=False), form_id="a", on=date(2026, 12, 1))
    later = a_signed_form(opinion(knowledge), form_id="b")
    back = a_signed_form(opinion(knowledge, agrees=False), form_id="c", on=date(2026, 12, 9))

    assert reviewed(with_reviews(knowledge, [later, earlier]))[0] == SIGNED
    assert reviewed(with_reviews(knowledge, [back, later, earlier]))[0] is None


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_on_one_day_a_disagreement_counts(order: tuple[str, str], knowledge: Knowledge) -> None:
    agreed = a_signed_form(opinion(knowledge), form_id=order[0])
    against = a_signed_form(opinion(knowledge, agrees=False), form_id=order[1])

    assert reviewed(with_reviews(knowledge, [agreed, against]))[0] is None


def test_a_reviewer_is_the_same_however_the_register_is_written(knowledge: Knowledge) -> None:
    earlier = a_signed_form(opinion(knowledge, agrees=False), form_id="a", on=date(2026, 12, 1))
    other = replace(earlier.reviewer, body="gmc", name="J. Roe")
    later = replace(a_signed_form(opinion(knowledge), form_id="b"), reviewer=other)

    assert reviewed(with_reviews(knowledge, [earlier, later]))[0] is not None


def test_of_several_who_agree_the_last_is_named(knowledge: Knowledge) -> None:
    forms = [
        a_signed_form(opinion(knowledge), form_id=name, number=name, on=date(2026, 12, day))
        for name, day in (("1", 5), ("2", 9), ("3", 7))
    ]

    found = standing(forms, {RULE: fingerprint(knowledge)})

    assert found == {RULE: Review("Jane Roe, ophthalmologist (GMC 2)", date(2026, 12, 9))}


def test_what_has_no_signature_keeps_its_evidence(knowledge: Knowledge) -> None:
    own = Evidence(Grade.C, (Citation(SourceId("a-paper"), "p. 1"),), None)

    signed = with_reviews(knowledge, [a_signed_form(opinion(knowledge, LOOK))])

    assert signed.triage.rules[0].evidence == own
    assert signed.texts[("en")][MessageId("action.go")] == "A sentence."
