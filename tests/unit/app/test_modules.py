"""Parts switched off, here or at a place: what goes, what stands in its stead, what always stays."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from milium.app.formats.case import CaseFormat
from milium.app.formats.print_guide import GuidePrinter
from milium.app.guide import make_guide
from milium.app.settings import MODULES
from milium.domain.courses import MilestoneKind
from milium.domain.guide import Guide
from milium.domain.ids import MessageId, PlaceId
from milium.domain.knowledge import Knowledge
from milium.domain.modules import Module
from milium.domain.triage import Likeness
from tests.builders.formats import NAMES, TODAY, example

LOOKS = {MilestoneKind.FOUR_WEEK_LOOK, MilestoneKind.NEWBORN_CHECK, MilestoneKind.SEEN}
SHOWS: dict[str, Callable[[Guide], object]] = {
    "sounds_like": lambda guide: guide.triage.impression.likeness is not Likeness.CANNOT_TELL,
    "choices": lambda guide: guide.choices,
    "products": lambda guide: guide.products,
    "skin_type": lambda guide: guide.skin_type.axes,
    "plan": lambda guide: guide.regimen,
    "course": lambda guide: {each.kind for each in guide.course.milestones} - LOOKS,
}
"""Whether a guide shows something of each part."""


def with_place_off(knowledge: Knowledge, place: PlaceId, *modules: str) -> Knowledge:
    """The knowledge with modules switched off at one place."""
    triage = knowledge.triage
    changed = replace(triage.places[place], modules_off=tuple(map(Module, modules)))
    return replace(knowledge, triage=replace(triage, places={**triage.places, place: changed}))


def test_every_module_is_tried_here() -> None:
    assert tuple(SHOWS) == MODULES


@pytest.mark.parametrize("by_place", [True, False])
@pytest.mark.parametrize("module", MODULES)
def test_a_module_off_leaves_out_its_part_and_one_sentence_stands_in_its_stead(
    module: str, by_place: bool, knowledge: Knowledge, case_format: CaseFormat
) -> None:
    case = example("under-eye", case_format)
    there = with_place_off(knowledge, case.place, module) if by_place else knowledge

    guide = make_guide(case, there, on=TODAY, modules_off=() if by_place else (module,))

    before = make_guide(case, knowledge, on=TODAY)
    assert all(shows(before) for shows in SHOWS.values())
    gone = {name for name, shows in SHOWS.items() if not shows(guide)}
    assert gone == ({"plan", "course"} if module == "plan" else {module})
    printed = GuidePrinter(knowledge, "en").guide(guide)
    sentence = knowledge.texts["en"][MessageId(f"module.{module}.off")]
    assert [(each.module, each.text) for each in printed.modules_off] == [(module, sentence)]
    assert (printed.triage.texts.sounds_like == sentence) == (module == "sounds_like")


def test_with_nothing_off_no_sentence_says_so(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    guide = make_guide(example("cheek", case_format), knowledge, on=TODAY)

    assert guide.modules_off == ()
    assert GuidePrinter(knowledge, "en").guide(guide).modules_off == []


def test_what_a_place_switched_off_stays_off_and_is_named_once(
    knowledge: Knowledge, case_format: CaseFormat
) -> None:
    case = example("cheek", case_format)
    there = with_place_off(knowledge, case.place, "plan")

    guide = make_guide(case, there, on=TODAY, modules_off=("course", "plan"))

    assert guide.modules_off == (Module.PLAN, Module.COURSE)


def test_another_place_is_left_alone(knowledge: Knowledge, case_format: CaseFormat) -> None:
    case = example("cheek", case_format)
    other = next(place for place in knowledge.triage.places if place != case.place)

    guide = make_guide(case, with_place_off(knowledge, other, *MODULES), on=TODAY)

    assert guide == make_guide(case, knowledge, on=TODAY)


@pytest.mark.parametrize("name", NAMES)
def test_no_module_takes_anything_from_what_triage_says(
    name: str, knowledge: Knowledge, case_format: CaseFormat
) -> None:
    case = example(name, case_format)
    whole = make_guide(case, knowledge, on=TODAY)

    bare = make_guide(case, knowledge, on=TODAY, modules_off=MODULES)

    assert replace(bare.triage, impression=whole.triage.impression) == whole.triage
    assert bare.referral == whole.referral
    assert bare.course.book_now == whole.course.book_now
    looks = [each for each in whole.course.milestones if each.kind in LOOKS]
    assert [each.kind for each in bare.course.milestones] == [each.kind for each in looks]
    answer, before = (GuidePrinter(knowledge, "en").guide(each) for each in (bare, whole))
    for part in ("action", "when", "door", "who", "not_who", "tonight", "because"):
        assert getattr(answer.triage.texts, part) == getattr(before.triage.texts, part)
    assert answer.changes_if == before.changes_if
