"""What a description sounds like, in words; the scores only order what is named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from milium.domain.conditions import NEVER
from milium.domain.evidence import Reason
from milium.domain.ids import ConditionId
from milium.domain.messages import Message
from milium.domain.triage import Feature, Impression, Likeness, Look, TriageRules
from milium.domain.truth import Truth
from milium.engine.rules import evaluate
from milium.engine.triage.subjects import Subject

_CAUTION = (Likeness.LIKE, Likeness.PARTLY, Likeness.CANNOT_TELL, Likeness.UNLIKE)


@dataclass(frozen=True, slots=True)
class _Weighed:
    look: Look
    shown: Truth
    speaks_for: tuple[Feature, ...]
    speaks_against: tuple[Feature, ...]

    @property
    def balance(self) -> int:
        return sum(f.weight for f in self.speaks_for) - sum(f.weight for f in self.speaks_against)


def impression_of(subjects: Sequence[Subject], rules: TriageRules) -> Impression:
    """How far each bump fits the usual picture, the least fitting one deciding.

    Conditions are ordered by what speaks for them less what speaks against, then by id; those with
    nothing for them, or out of place for this person, are left out.
    """
    per_lesion = [
        [_weigh(look, subject) for look in rules.looks] for subject in subjects if subject.lesion
    ]
    likeness = max(
        (
            _likeness(weighed, subject)
            for weighed, subject in zip(per_lesion, subjects[1:], strict=True)
        ),
        key=_CAUTION.index,
    )
    usual = [each for weighed in per_lesion for each in weighed if _is_usual(each)]
    return Impression(
        likeness=likeness,
        speaks_for=_reasons((each.look, each.speaks_for) for each in usual),
        speaks_against=_reasons((each.look, each.speaks_against) for each in usual),
        conditions=_ordered([each for weighed in per_lesion for each in weighed]),
    )


def _weigh(look: Look, subject: Subject) -> _Weighed:
    return _Weighed(
        look,
        evaluate(look.shown_when, subject.answers),
        _true_of(look.speaks_for, subject),
        _true_of(look.speaks_against, subject),
    )


def _true_of(features: Sequence[Feature], subject: Subject) -> tuple[Feature, ...]:
    return tuple(f for f in features if evaluate(f.when, subject.answers) is Truth.TRUE)


def _is_usual(weighed: _Weighed) -> bool:
    return weighed.look.like_when != NEVER and weighed.shown is not Truth.FALSE


def _likeness(weighed: Sequence[_Weighed], subject: Subject) -> Likeness:
    """The best that any of the usual pictures says of this bump."""
    said = [_says(each, subject) for each in weighed if _is_usual(each)]
    return min(said, key=_CAUTION.index, default=Likeness.UNLIKE)


def _says(weighed: _Weighed, subject: Subject) -> Likeness:
    if evaluate(weighed.look.unlike_when, subject.answers) is Truth.TRUE:
        return Likeness.UNLIKE
    match evaluate(weighed.look.like_when, subject.answers):
        case Truth.TRUE:
            return Likeness.LIKE
        case Truth.UNKNOWN:
            return Likeness.CANNOT_TELL
        case Truth.FALSE:
            return Likeness.PARTLY
        case _ as never:
            assert_never(never)


def _reasons(said: Iterable[tuple[Look, tuple[Feature, ...]]]) -> tuple[Reason, ...]:
    found: dict[str, Reason] = {}
    for look, features in said:
        for feature in features:
            found.setdefault(
                feature.message, Reason(look.id, Message(feature.message), look.evidence)
            )
    return tuple(found.values())


def _ordered(weighed: Sequence[_Weighed]) -> tuple[ConditionId, ...]:
    best: dict[ConditionId, int] = {}
    for each in weighed:
        if each.shown is not Truth.FALSE and each.balance > 0:
            best[each.look.id] = max(best.get(each.look.id, 0), each.balance)
    return tuple(sorted(best, key=lambda condition: (-best[condition], condition)))
