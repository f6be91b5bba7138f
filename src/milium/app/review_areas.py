"""What belongs to an area that a specialist reviews."""

from collections.abc import Iterator, Mapping

from milium.domain.conditions import All, AnyOf, AtLeast, AtMost, Condition, In, Not
from milium.domain.exposure import ExposureRule
from milium.domain.ids import ReviewItemId
from milium.domain.knowledge import Knowledge
from milium.domain.reviews import Area, Hazard, Judged, ReviewItem, ZoneCap
from milium.domain.triage import Look, Rule
from milium.kb import judged, load_hazards, load_invariants, review_item


class ReviewBook:
    """Everything that can be reviewed: items, areas, and what the invariants say.

    Raises:
        KnowledgeError: the hazard log or an invariant is wrong.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        """Read what the knowledge is proved by, beside what it says."""
        self.knowledge = knowledge
        self._claims = {each.id: each for each in load_invariants(knowledge)}
        self._entries = judged(knowledge, load_hazards())

    @property
    def areas(self) -> Mapping[str, Area]:
        """The areas by id."""
        return {str(area.id): area for area in self.knowledge.areas}

    def says(self, control: str) -> str:
        """What a control of a hazard says: an invariant in its words, anything else as it is."""
        claim = self._claims.get(control)
        return control if claim is None else claim.says

    def item(self, item: ReviewItemId) -> ReviewItem | None:
        """The item with this id as it is now; ``None`` when there is none any more."""
        entry = self._entries.get(item)
        return None if entry is None else self._item(entry)

    def items(self, area: Area | None = None) -> tuple[ReviewItem, ...]:
        """What belongs to the area, in print order; without an area everything."""
        inside = [
            (item, entry)
            for item, entry in self._entries.items()
            if area is None or self._belongs(item, entry, area)
        ]
        return tuple(self._item(entry) for _, entry in sorted(inside, key=_urgency))

    def _item(self, entry: Judged) -> ReviewItem:
        says = {name: claim.says for name, claim in self._claims.items()}
        return review_item(entry, self.knowledge, says)

    def _belongs(self, item: ReviewItemId, entry: Judged, area: Area) -> bool:
        if item in area.entries:
            return True
        match entry:
            case Rule() | ExposureRule():
                return touches(entry.when, area)
            case Look():
                return touches(entry.shown_when, area)
            case ZoneCap():
                return entry.zone in area.zones
            case Hazard():
                return False


def _urgency(pair: tuple[ReviewItemId, Judged]) -> int:
    """Rules by how urgent they are, then what has no urgency, in the order it came."""
    _, entry = pair
    when = entry.effect.when if isinstance(entry, Rule) else None
    return 0 if when is None and not isinstance(entry, Rule) else -1 if when is None else -2 - when


def touches(condition: Condition, area: Area) -> bool:
    """Whether the condition reads a finding of the area or tests for one of its words."""
    if condition.reads & area.findings:
        return True
    return any(
        isinstance(test, In) and test.values & area.words.get(test.finding, frozenset())
        for test in _tests(condition)
    )


def _tests(condition: Condition) -> Iterator[In | AtLeast | AtMost]:
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _tests(part)
        case Not(part):
            yield from _tests(part)
        case In() | AtLeast() | AtMost():
            yield condition
