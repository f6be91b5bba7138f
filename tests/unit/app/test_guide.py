"""The main job: the day it is answered for, what is frozen, and what is left out."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from milium.app.formats.case import CaseFormat
from milium.app.formats.guide import GuideJson
from milium.app.formats.print_guide import GuidePrinter
from milium.app.guide import make_guide
from milium.app.tonight import MOST, tonight_lines
from milium.domain.answers import Known, Unknown
from milium.domain.cases import Case
from milium.domain.guide import Guide
from milium.domain.ids import FindingId, ProductId
from milium.domain.knowledge import Knowledge
from milium.domain.triage import Rung, When
from milium.kb import parse_yaml
from tests.builders.formats import NAMES, TODAY, example, milium, path_of

KEYS = [
    "as_of", "triage", "skin_type", "products", "regimen", "course", "referral", "changes_if",
    "sources", "versions", "notice", "modules_off",
]  # fmt: skip


def guide_of(name: str, case_format: CaseFormat, knowledge: Knowledge, on: date = TODAY) -> Guide:
    return make_guide(example(name, case_format), knowledge, on=on)


@pytest.fixture(scope="module")
def printed(knowledge: Knowledge, case_format: CaseFormat) -> dict[str, GuideJson]:
    printer = GuidePrinter(knowledge, "en")
    return {name: printer.guide(guide_of(name, case_format, knowledge)) for name in NAMES}


def test_the_keys_of_the_guide_are_frozen() -> None:
    assert list(GuideJson.model_fields) == KEYS


@pytest.mark.parametrize("name", NAMES)
def test_every_part_of_an_example_is_filled(name: str, printed: dict[str, GuideJson]) -> None:
    guide = printed[name]

    assert list(json.loads(guide.model_dump_json())) == KEYS
    assert guide.triage.fired
    assert guide.triage.texts.action
    assert len(guide.triage.texts.choices) == 4
    assert guide.sources
    assert guide.notice == "This is not a diagnosis."


@pytest.mark.parametrize("name", NAMES)
def test_every_citation_of_an_example_has_its_source(
    name: str, printed: dict[str, GuideJson]
) -> None:
    document = json.loads(printed[name].model_dump_json())
    listed = [source["id"] for source in document["sources"]]

    assert cited_in(document) <= set(listed)
    assert listed == sorted(listed)


def cited_in(tree: object) -> set[str]:
    if isinstance(tree, list):
        return set().union(*map(cited_in, tree))
    if not isinstance(tree, dict):
        return set()
    own = {each["source"] for each in tree.get("citations", [])}
    return own.union(*map(cited_in, tree.values()))


def test_the_same_case_on_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    lines = tmp_path / "cases.jsonl"
    lines.write_text("".join(_line(name) for name in NAMES), encoding="utf-8")

    first, second = (
        milium("guide", "--jsonl", lines, "-", "--home", tmp_path / seed, PYTHONHASHSEED=seed)
        for seed in ("1", "2")
    )

    assert first.returncode == second.returncode == 0
    assert first.stdout.count(b'"result"') == len(NAMES)
    assert first.stdout == second.stdout


def _line(name: str) -> str:
    tree = parse_yaml(path_of(name).read_text("utf-8"), name)
    return json.dumps({"id": name, "case": tree}) + "\n"


def test_while_something_has_to_happen_now_there_is_no_plan(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    guide = guide_of("baby-hot", case_format, knowledge)

    assert guide.triage.when is When.NOW
    assert guide.regimen is None
    assert GuidePrinter(knowledge, "en").guide(guide).regimen is None


@pytest.mark.parametrize("name", [name for name in NAMES if name != "baby-hot"])
def test_everyone_else_gets_a_plan_for_tonight(name: str, printed: dict[str, GuideJson]) -> None:
    guide = printed[name]

    assert guide.regimen is not None
    lines, more = tonight_lines(guide)
    assert 0 < len(lines) <= MOST
    assert not set(lines) & set(more)
    assert set(guide.triage.texts.tonight) <= {*lines, *more}


def test_a_month_later_the_perishable_answers_are_asked_again(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    on = TODAY + timedelta(days=31)

    then = guide_of("cheek", case_format, knowledge, on).triage.answers
    now = guide_of("cheek", case_format, knowledge).triage.answers

    pregnancy, fever, age = (FindingId(name) for name in ("pregnancy", "fever", "age"))
    assert now[pregnancy] == Known("not_pregnant")
    assert isinstance(then[pregnancy], Unknown)
    assert isinstance(then[fever], Unknown)
    before, after = now[age], then[age]
    assert isinstance(before, Known)
    assert after == Known(int(before.value) + 31)


@pytest.mark.parametrize(("days", "known"), [(29, True), (30, True), (31, False), (400, False)])
def test_a_pregnancy_answer_keeps_thirty_days(
    days: int,
    known: bool,
    knowledge: Knowledge,
    case_format: CaseFormat,
) -> None:
    guide = guide_of("cheek", case_format, knowledge, TODAY + timedelta(days=days))

    answer = guide.triage.answers[FindingId("pregnancy")]
    assert isinstance(answer, Known) is known


def test_a_baby_grows_out_of_being_a_newborn(knowledge: Knowledge, case_format: CaseFormat) -> None:
    baby = guide_of("baby", case_format, knowledge).triage
    child = guide_of("baby", case_format, knowledge, TODAY + timedelta(days=600)).triage

    assert baby.disposition.value == "reassure_newborn_no_treatment"
    assert child.disposition.value != "reassure_newborn_no_treatment"


def test_a_day_before_the_answers_changes_no_answer(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    before = guide_of("cheek", case_format, knowledge, TODAY - timedelta(days=100))
    now = guide_of("cheek", case_format, knowledge)

    assert before.triage.answers == now.triage.answers
    assert before.triage.when == now.triage.when


@pytest.mark.parametrize(("days", "expired"), [(-1, False), (0, False), (1, True), (3650, True)])
def test_expired_knowledge_offers_nothing_above_gentle_and_says_so(
    days: int,
    expired: bool,
    knowledge: Knowledge,
    case_format: CaseFormat,
) -> None:
    on = knowledge.edition.valid_until + timedelta(days=days)
    case = replace(example("cheek", case_format), as_of=on)

    guide = make_guide(case, knowledge, on=on)

    assert guide.versions.expired is expired
    assert "knowledge-expired" in [fired.rule for fired in guide.triage.fired] or not expired
    assert (max(guide.triage.home_care.zones.values()) <= Rung.GENTLE) is expired
    assert guide.regimen is not None
    assert any(step.ramp for step in guide.regimen.steps) is not expired


def test_the_first_line_says_that_the_knowledge_has_expired(tmp_path: Path) -> None:
    answer = milium("guide", path_of("cheek"), "--as-of", "2029-01-01", "--home", tmp_path)

    first = answer.stdout.decode().split("TONIGHT")[0]
    assert answer.returncode == 0
    assert "passed its date" in first or "out of date" in first or "expired" in first.lower()


def test_expired_knowledge_still_gives_its_urgent_advice(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    on = knowledge.edition.valid_until + timedelta(days=1)
    case = replace(example("baby-hot", case_format), as_of=on)

    assert make_guide(case, knowledge, on=on).triage.when is When.NOW


def test_a_retinoid_on_a_label_answers_for_who_was_not_asked(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    case = example("pregnant", case_format)
    assert FindingId("uses_retinoid") not in case.answers

    guide = make_guide(case, knowledge, on=TODAY)
    bare = make_guide(replace(case, shelf=()), knowledge, on=TODAY)

    assert "retinoid-while-pregnant" in [fired.rule for fired in guide.triage.fired]
    assert "retinoid-while-pregnant" not in [fired.rule for fired in bare.triage.fired]
    assert guide.triage.when > bare.triage.when


def test_a_retinoid_on_a_label_never_overrules_what_was_said(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    case = example("pregnant", case_format)
    said = replace(case, answers={**case.answers, FindingId("uses_retinoid"): Known("no")})

    guide = make_guide(said, knowledge, on=TODAY)

    assert guide.triage.answers[FindingId("uses_retinoid")] == Known("no")


@pytest.mark.parametrize(
    ("off", "products", "plan"),
    [((), True, True), (("plan",), True, False), (("products",), False, True),
     (("plan", "products"), False, False)],
)  # fmt: skip
def test_a_module_switched_off_leaves_its_part_out_and_triage_as_it_was(
    off: tuple[str, ...], products: bool, plan: bool,
    knowledge: Knowledge, case_format: CaseFormat,
) -> None:  # fmt: skip
    case = example("pregnant", case_format)

    guide = make_guide(case, knowledge, on=TODAY, modules_off=off)

    assert (bool(guide.products), guide.regimen is not None) == (products, plan)
    assert guide.triage == make_guide(case, knowledge, on=TODAY).triage
    GuidePrinter(knowledge, "en").guide(guide)


def test_an_empty_case_gets_an_answer(knowledge: Knowledge, case_format: CaseFormat) -> None:
    case = Case(as_of=TODAY, place=example("cheek", case_format).place, answers={}, lesions=())

    printed = GuidePrinter(knowledge, "en").guide(make_guide(case, knowledge, on=TODAY))

    assert not printed.triage.settled
    assert printed.triage.unknown_that_matter
    assert not printed.triage.home_retinoid.allowed


@pytest.mark.parametrize("name", NAMES)
def test_products_are_judged_in_the_order_they_stand(
    name: str, printed: dict[str, GuideJson], case_format: CaseFormat
) -> None:
    shelf = example(name, case_format).shelf

    assert [ProductId(each.id) for each in printed[name].products] == [each.id for each in shelf]


@pytest.mark.parametrize(
    ("who", "voice"), [("self", "your doctor"), ("my_child", "child's doctor")]
)
def test_a_teenager_is_spoken_to_and_a_parent_is_told_of_the_child(
    who: str, voice: str, knowledge: Knowledge, case_format: CaseFormat
) -> None:
    case = example("teenager", case_format)
    asked = replace(case, answers={**case.answers, FindingId("answering_for"): Known(who)})

    shown = GuidePrinter(knowledge, "en").guide(make_guide(asked, knowledge, on=case.as_of))

    assert voice in shown.triage.texts.action
    assert voice in shown.referral.contacts[0].name


def test_what_somebody_trained_has_named_is_not_doubted_by_a_list(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    case = example("wants-needle", case_format)

    shown = GuidePrinter(knowledge, "en").guide(make_guide(case, knowledge, on=case.as_of))

    assert shown.triage.conditions
    assert shown.triage.texts.looks == []
