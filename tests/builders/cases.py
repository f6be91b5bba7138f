"""A typical adult with every question answered calmly, a baby, a child: one thing changed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from milium.app.formats.case import CaseFormat
from milium.domain.answers import Answer, Chosen, Contradictory, Known, Unknown
from milium.domain.cases import Case, Lesion
from milium.domain.ids import FindingId, LesionId, PlaceId
from milium.kb import parse_yaml

TODAY = date(2026, 11, 23)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
WEEK, MONTH, YEAR = 7, 30.4375, 365.25

Value = str | int | tuple[str, ...] | tuple[int, ...] | list[str] | Answer
"""A word or number is known, a tuple contradictory, a list ticked in full; an answer is itself."""


def years(count: float) -> int:
    """So many years in whole days."""
    return int(count * YEAR)


def months(count: float) -> int:
    """So many months in whole days."""
    return int(count * MONTH)


def answer(value: Value) -> Answer:
    """The answer a short value stands for."""
    match value:
        case list():
            return Chosen(frozenset(value), complete=True)
        case tuple():
            return Contradictory(value)
        case str() | int():
            return Known(value)
        case Known() | Unknown() | Contradictory() | Chosen():
            return value


def answers(values: Mapping[str, Value]) -> dict[FindingId, Answer]:
    """Answers by finding."""
    return {FindingId(finding): answer(value) for finding, value in values.items()}


NONE_TICKED: Mapping[str, Value] = {
    finding: []
    for finding in (
        "unwell", "eye_trouble", "reaction", "medicines", "conditions", "risks", "family",
        "skin_now", "procedures",
    )
}  # fmt: skip
CALM_PERSON: Mapping[str, Value] = {
    **NONE_TICKED,
    "age": years(34),
    "answering_for": "self",
    "pregnancy": "not_pregnant",
    "breastfeeding": "no",
    "fever": "no",
    "uses_retinoid": "no",
    "wants": "fewer",
    "knowledge_expired": "no",
}
CALM_BUMP: Mapping[str, Value] = {
    "site": "cheek",
    "eye_zone": "face",
    "size_mm": 10,
    "count": 6,
    "colour": "white",
    "texture": "firm",
    "opening": "none",
    "pattern": "scattered",
    "present_for": months(3),
    "change": "none",
    "same_place_again": "no",
    "bleeding": "no",
    "crust": "no",
    "vessels_or_rolled_edge": "no",
    "numb": "no",
    "bruises": "no",
    "pain": "no",
    "itch": "no",
    "heat": "no",
    "pus": "no",
    "blisters": "no",
    "lash_loss": "no",
    "one_sided_red_eye": "no",
    "tried_to_open": "no",
    "hard_came_out": "no",
    "named_by": "nobody",
}
LESION_FINDINGS = frozenset(CALM_BUMP) | {"named_as"}


def a_bump(lesion_id: str = "1", **changes: Value) -> Lesion:
    """Six firm white millimetre bumps on the cheek, three months old, with these changes."""
    return Lesion(LesionId(lesion_id), answers({**CALM_BUMP, **changes}))


def an_adult(**changes: Value) -> Case:
    """A well 34-year-old with calm bumps on the cheek; each change goes where it belongs."""
    bump = {finding: each for finding, each in changes.items() if finding in LESION_FINDINGS}
    person = {finding: each for finding, each in changes.items() if finding not in LESION_FINDINGS}
    lesion = Lesion(LesionId("1"), answers({**CALM_BUMP, **bump}))
    return Case(TODAY, PlaceId("US"), answers({**CALM_PERSON, **person}), (lesion,))


def a_person(*bumps: Lesion, place: str = "US", **changes: Value) -> Case:
    """The same well person with these bumps; in the US each door is its own first door."""
    return Case(TODAY, PlaceId(place), answers({**CALM_PERSON, **changes}), bumps)


def a_baby(**changes: Value) -> Case:
    """A well three-week-old with twelve white dots on the nose."""
    usual: Mapping[str, Value] = {
        "age": 3 * WEEK, "answering_for": "my_child", "pregnancy": "does_not_apply",
        "wants": "to_know", "site": "nose", "count": 12, "present_for": 2 * WEEK,
    }  # fmt: skip
    return an_adult(**{**usual, **changes})


def a_child(**changes: Value) -> Case:
    """A well eight-year-old with calm bumps on the cheek."""
    usual: Mapping[str, Value] = {
        "age": years(8), "answering_for": "my_child", "pregnancy": "does_not_apply",
    }  # fmt: skip
    return an_adult(**{**usual, **changes})


def a_lid(**changes: Value) -> Case:
    """An adult with one calm bump on the skin of the upper lid."""
    usual: Mapping[str, Value] = {
        "site": "upper_lid", "eye_zone": "lid_skin", "count": 1, "pattern": "single",
    }  # fmt: skip
    return an_adult(**{**usual, **changes})


def nobody() -> Case:
    """Somebody with one bump who has answered nothing yet."""
    return Case(TODAY, PlaceId("US"), {}, (Lesion(LesionId("1"), {}),))


def without(case: Case, *findings: str) -> Case:
    """The case with these answers never given, about the person and about every bump."""
    left_out = {FindingId(finding) for finding in findings}
    return replace(
        case,
        answers={key: each for key, each in case.answers.items() if key not in left_out},
        lesions=tuple(
            replace(
                bump,
                answers={key: each for key, each in bump.answers.items() if key not in left_out},
            )
            for bump in case.lesions
        ),
    )


def with_answer(
    case: Case, finding: str, value: Value, *, lesion: str | None = None, on_bumps: bool = False
) -> Case:
    """The case with one answer replaced: the person's, one bump's, or every bump's."""
    key, given = FindingId(finding), answer(value)
    if lesion is None and not on_bumps:
        return replace(case, answers={**case.answers, key: given})
    bumps = case.lesions or (Lesion(LesionId("1"), {}),)
    return replace(
        case,
        lesions=tuple(
            replace(bump, answers={**bump.answers, key: given})
            if on_bumps or bump.id == lesion
            else bump
            for bump in bumps
        ),
    )


def an_example(name: str, case_format: CaseFormat) -> Case:
    """One of the cases in examples/, as its file says."""
    path = EXAMPLES / f"{name}.yaml"
    return case_format.read(parse_yaml(path.read_text("utf-8"), path.name))
