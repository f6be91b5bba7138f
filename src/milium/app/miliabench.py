"""MiliaBench: a tool's answers against the truth of the vignettes.

Measures by the names of symptomcheckR (Kopka and Feufel, BMC Digital Health 2024), each with an
exact interval (Clopper and Pearson 1934). A held-out fifth, chosen by hash of the id, is reported
apart, and which of its cases failed is never said.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from milium.domain.ids import ConditionId
from milium.domain.triage import Rung, Triage, When, Zone
from milium.domain.vignettes import ToolAnswer, Vignette

AS_OF = date(2026, 11, 23)
_TAIL = 0.025
_STEPS = 60


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with the exact interval (95 %)."""

    count: int
    of: int

    @property
    def percent(self) -> float:
        """The share in percent; 100 of nothing."""
        return 100 * self.count / self.of if self.of else 100.0

    @property
    def interval(self) -> tuple[float, float]:
        """Clopper and Pearson's interval, in percent."""
        if not self.of:
            return 0.0, 100.0
        low = _bisect(lambda p: _at_least(self.count, self.of, p)) if self.count else 0.0
        missed = self.of - self.count
        high = 1 - _bisect(lambda p: _at_least(missed, self.of, p)) if missed else 1.0
        return 100 * low, 100 * high


def _at_least(count: int, of: int, p: float) -> float:
    """How likely so many or more are."""
    below, term = 0.0, (1 - p) ** of
    for k in range(count):
        below += term
        term *= (of - k) / (k + 1) * p / (1 - p) if p < 1 else 0.0
    return 1 - below


def _bisect(tail: Callable[[float], float]) -> float:
    """Where a rising tail reaches 2.5 %."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if tail(middle) < _TAIL else (low, middle)
    return low


@dataclass(frozen=True, slots=True)
class Marked:
    """One vignette on which a tool was not right, and in what."""

    vignette: Vignette
    answer: ToolAnswer
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """One tool on one set of vignettes.

    Attributes:
        accuracy: the right urgency, or one a careful clinician would accept.
        accuracy_by_level: the same for each urgency.
        safety_of_advice: right or more urgent.
        comprehensiveness: any urgency at all.
        inclination_to_overtriage: of the wrong ones, those that were too urgent.
        unsafe_permissions: vignettes in which home care may go further than it should.
        false_refusals: vignettes in which it may not go as far as it should.
        now_missed: emergencies answered otherwise.
        overtriage_of_ordinary: everyday cases answered with more urgency than right.
        ordinary_right: everyday cases with the right urgency and the right rung.
    """

    accuracy: Share
    accuracy_by_level: Mapping[When, Share]
    safety_of_advice: Share
    comprehensiveness: Share
    inclination_to_overtriage: Share
    top_1: Share
    top_3: Share
    who: Share
    unsafe_permissions: Share
    false_refusals: Share
    now_missed: Share
    overtriage_of_ordinary: Share
    ordinary_right: Share
    failures: tuple[Marked, ...]


def answer_of(decided: Triage) -> ToolAnswer:
    """What triage answered, in the terms of the bench."""
    return ToolAnswer(
        when=decided.when,
        conditions=decided.impression.conditions,
        zones=decided.home_care.zones,
        who=decided.who,
    )


def always_the_specialist(_: Vignette) -> ToolAnswer:
    """A baseline that must fail: see the specialist, never a retinoid."""
    gentle = dict.fromkeys(Zone, Rung.GENTLE)
    return ToolAnswer(When.WITHIN_8_WEEKS, (ConditionId("milia"),), gentle, ())


def always_self_care(_: Vignette) -> ToolAnswer:
    """A baseline that must fail: no rush, everything allowed."""
    everything = dict.fromkeys(Zone, Rung.LOW_RETINOID)
    return ToolAnswer(When.NO_RUSH, (ConditionId("milia"),), everything, ())


def score(vignettes: Sequence[Vignette], answers: Mapping[str, ToolAnswer]) -> Score:
    """How these answers do on these vignettes."""
    found = [_judge(each, answers[each.id]) for each in vignettes]
    named = [each for each in found if each.vignette.truth.sounds_like]
    ordinary = [each for each in found if each.vignette.ordinary]
    wrong_when = [each for each in found if "when" in each.wrong]
    urgent = [each for each in found if each.vignette.truth.when[0] is When.NOW]
    return Score(
        accuracy=_without(found, "when"),
        accuracy_by_level={
            level: _without([e for e in found if e.vignette.truth.when[0] is level], "when")
            for level in When
        },
        safety_of_advice=_without(found, "too late"),
        comprehensiveness=_without(found, "no answer"),
        inclination_to_overtriage=_with(wrong_when, "too soon"),
        top_1=_without(named, "top 1"),
        top_3=_without(named, "top 3"),
        who=_without([e for e in found if e.vignette.truth.who], "who"),
        unsafe_permissions=_with(found, "too much care"),
        false_refusals=_with(found, "too little care"),
        now_missed=_with(urgent, "when"),
        overtriage_of_ordinary=_with(ordinary, "too soon"),
        ordinary_right=Share(sum(_is_right(each) for each in ordinary), len(ordinary)),
        failures=tuple(each for each in found if set(each.wrong) - {"top 1", "who"}),
    )


def _is_right(found: Marked) -> bool:
    return not {"when", "too much care", "too little care"} & set(found.wrong)


def _with(found: Sequence[Marked], what: str) -> Share:
    return Share(sum(what in each.wrong for each in found), len(found))


def _without(found: Sequence[Marked], what: str) -> Share:
    return Share(sum(what not in each.wrong for each in found), len(found))


def _judge(vignette: Vignette, answer: ToolAnswer) -> Marked:
    return Marked(vignette, answer, tuple(_wrong(vignette, answer)))


def _wrong(vignette: Vignette, answer: ToolAnswer) -> Iterable[str]:
    truth = vignette.truth
    if answer.when is None:
        yield from ("no answer", "when", "too late")
    elif answer.when not in truth.when:
        yield "when"
        if answer.when < min(truth.when):
            yield "too late"
        if answer.when > max(truth.when):
            yield "too soon"
    for most in (1, 3):
        if truth.sounds_like and not set(truth.sounds_like) & set(answer.conditions[:most]):
            yield f"top {most}"
    if truth.who and not set(truth.who) & set(answer.who):
        yield "who"
    if any(answer.zones.get(z, Rung.NOTHING) > care.at_most for z, care in truth.care.items()):
        yield "too much care"
    if any(answer.zones.get(z, Rung.NOTHING) < care.at_least for z, care in truth.care.items()):
        yield "too little care"


@dataclass(frozen=True, slots=True)
class Gate:
    """One bar a tool has to clear."""

    name: str
    says: str
    passed: bool


def gates(result: Score) -> tuple[Gate, ...]:
    """The bars of the project, over all vignettes."""
    bars = (
        ("now_missed", "no emergency missed", result.now_missed.count == 0),
        ("unsafe_permissions", "no unsafe permission", result.unsafe_permissions.count == 0),
        ("safety_of_advice", "safe advice in 99 %", result.safety_of_advice.percent >= 99),  # noqa: PLR2004
        ("accuracy", "right urgency in 92 %", result.accuracy.percent >= 92),  # noqa: PLR2004
        ("top_3", "among the first three in 90 %", result.top_3.percent >= 90),  # noqa: PLR2004
        ("false_refusals", "refused needlessly in 10 %", result.false_refusals.percent <= 10),  # noqa: PLR2004
        ("ordinary_right", "ordinary cases right in 95 %", result.ordinary_right.percent >= 95),  # noqa: PLR2004
    )
    return tuple(Gate(*bar) for bar in bars)
