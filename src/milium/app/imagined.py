"""Imagined products, judged by the same rules as real ones: how an ingredient is weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from milium.app.naming import plain_name
from milium.domain.answers import UNKNOWN, Answer, Chosen, Known
from milium.domain.cases import Case, Product
from milium.domain.exposure import Verdict
from milium.domain.findings import FindingKind, Scope
from milium.domain.ids import FindingId, PlaceId, ProductId
from milium.domain.knowledge import Knowledge
from milium.domain.labels import Ingredient, LabelEntry, LabelReading, Method, Quality, Section
from milium.domain.triage import HomeCare, Rung
from milium.engine.exposure import judge

_HIGH, _LOW = 2, 20
USES = ("washed_off", "on_the_face", "at_the_eye", "low_in_the_list")
_CALM = {"pregnancy": "not_pregnant", "prescribed": "no", "bump_at_eye_bone": "no"}
_FACE, _EYE = ("face",), ("eye_bone",)
_UNREAD = frozenset({Quality.EMPTY, Quality.NOT_A_LIST})


@dataclass(frozen=True, slots=True)
class Use:
    """One way to use an imagined product, with what the rules say of it."""

    name: str
    verdict: Verdict


def uses_of(ingredient: Ingredient, knowledge: Knowledge) -> tuple[Use, ...]:
    """A wash, a face cream, an eye cream, and a trace in an eye cream."""
    high, low = (_holding(ingredient, place) for place in (_HIGH, _LOW))
    *three, trace = USES
    return (*_used(high, three, knowledge), Use(trace, _judged(low, "yes", _EYE, knowledge)))


def uses_of_label(reading: LabelReading, knowledge: Knowledge) -> tuple[Use, ...]:
    """The same label washed off, left on the face and left on at the eye bone."""
    if reading.quality in _UNREAD:
        return ()
    return tuple(_used(reading, USES[:3], knowledge))


def _used(reading: LabelReading, names: Sequence[str], knowledge: Knowledge) -> Iterator[Use]:
    """Washed off the face, left on the face, left on at the eye bone."""
    ways = (("no", _FACE), ("yes", _FACE), ("yes", _EYE))
    for name, (leave_on, area) in zip(names, ways, strict=True):
        yield Use(name, _judged(reading, leave_on, area, knowledge))


def _holding(ingredient: Ingredient, position: int) -> LabelReading:
    """A list of which only this ingredient at this place is of interest."""
    entry = LabelEntry(
        text=plain_name(ingredient),
        start=0,
        end=0,
        ingredient=ingredient.id,
        family=None,
        method=Method.EXACT,
        confidence=100,
        section=Section.BASE,
        position=position,
        percent=None,
    )
    return LabelReading("", (entry,), Quality.GOOD, None)


def _judged(
    reading: LabelReading, leave_on: str, area: tuple[str, ...], knowledge: Knowledge
) -> Verdict:
    """The verdict for a grown-up of whom nothing speaks against anything."""
    used: dict[FindingId, Answer] = {
        FindingId("leave_on"): Known(leave_on),
        FindingId("area"): Chosen(frozenset(area), complete=True),
        FindingId("prescribed"): Known(_CALM["prescribed"]),
        FindingId("kind"): UNKNOWN,
    }
    caps = knowledge.triage.zone_caps
    care = HomeCare(max(caps.values(), default=Rung.NOTHING), caps, (), (), None)
    product = Product(ProductId("imagined"), "", "", used, None)
    return judge(product, reading, _calm_case(knowledge), knowledge.exposure, home_care=care)


def _calm_case(knowledge: Knowledge) -> Case:
    """Nothing ticked in any list, not pregnant, no bump at the eye."""
    answers: dict[FindingId, Answer] = {
        finding.id: Chosen(frozenset(), complete=True)
        for finding in knowledge.triage.asking.findings.values()
        if finding.scope is Scope.PERSON and finding.kind is FindingKind.WORDS
    }
    answers.update((FindingId(finding), Known(word)) for finding, word in _CALM.items())
    return Case(date.min, PlaceId(""), answers, ())
