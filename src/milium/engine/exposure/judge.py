"""The advice about one product, with what decided it."""

from collections.abc import Iterator

from milium.domain.answers import UNKNOWN, Answer, Answers, Chosen, Known
from milium.domain.cases import Case, Product
from milium.domain.exposure import Exposure, ExposureRule, ExposureRules, Verdict, VerdictKind
from milium.domain.ids import FindingId
from milium.domain.labels import LabelReading, Quality
from milium.domain.triage import HomeCare
from milium.domain.truth import Truth
from milium.engine.exposure.classes import asking, exposures_on, may_have
from milium.engine.exposure.kinds import OTHER, product_kind
from milium.engine.exposure.places import rung_here
from milium.engine.exposure.questions import Judged, open_findings
from milium.engine.exposure.reasons import reason
from milium.engine.exposure.retinoids import strongest, tier_answer
from milium.engine.rules import evaluate, evaluate_clearing

_UNREAD = frozenset({Quality.EMPTY, Quality.NOT_A_LIST})


def judge(
    product: Product,
    reading: LabelReading,
    case: Case,
    rules: ExposureRules,
    *,
    home_care: HomeCare,
) -> Verdict:
    """The strongest advice of all rules that apply, with the rules, reasons and open questions.

    A rule applies when its condition holds, or may hold and says that this is enough. What was not
    read is at least "not read". What is never stopped suddenly is never "not for you now": ask
    first. "Keep" is said only where nothing open or half-read could make the advice stronger.
    """
    exposures = exposures_on(reading, rules)
    derived = _derived(product, reading, rules, exposures, home_care)
    answers = {**case.answers, **product.answers, **derived}
    judged: Judged = tuple((rule, _truth(rule, answers)) for rule in rules.rules)
    fired = tuple(rule for rule, truth in judged if _applies(rule, truth))
    kind = _strongest_advice(fired, reading)
    unknown = open_findings(judged, kind, (product, case), rules)
    asks = tuple(entry.text for entry in asking(reading, rules))
    if kind is VerdictKind.NOT_FOR_YOU_NOW:
        kind, fired = _or_ask_first(fired, answers, rules)
    elif kind is VerdictKind.KEEP and (unknown or asks):
        kind, fired = VerdictKind.NOT_KNOWN_YET, ()
    found = strongest(reading, rules)
    return Verdict(
        product=product.id,
        kind=kind,
        decided_by=tuple(rule.id for rule in fired if rule.verdict is kind),
        reasons=tuple(reason(rule, product, reading, rules) for rule in _telling(fired, kind)),
        exposures=exposures,
        tier=found[0] if found else None,
        product_kind=product_kind(product, reading, exposures),
        unknown=unknown,
        asks=asks,
        kept_out=any(rule.keeps_out for rule in fired),
        unread=reading.quality in _UNREAD,
    )


def _strongest_advice(fired: tuple[ExposureRule, ...], reading: LabelReading) -> VerdictKind:
    """The strongest of all that apply; of what was not read, at least "not read"."""
    least = VerdictKind.NOT_READ if reading.quality in _UNREAD else VerdictKind.KEEP
    return max((least, *(rule.verdict for rule in fired)))


def _telling(fired: tuple[ExposureRule, ...], kind: VerdictKind) -> Iterator[ExposureRule]:
    """The rules a reader hears of, the strongest first: what says keep only where that decided."""
    for rule in sorted(fired, key=lambda rule: -rule.verdict):
        if rule.verdict is kind or rule.verdict is not VerdictKind.KEEP:
            yield rule


def _or_ask_first(
    fired: tuple[ExposureRule, ...], answers: Answers, rules: ExposureRules
) -> tuple[VerdictKind, tuple[ExposureRule, ...]]:
    """What stops a product; where it is never stopped, who says so and what stops nothing."""
    kept = tuple(rule for rule in rules.never_stopped if _truth(rule, answers) is Truth.TRUE)
    if not kept:
        return VerdictKind.NOT_FOR_YOU_NOW, fired
    weaker = (rule for rule in fired if rule.verdict is not VerdictKind.NOT_FOR_YOU_NOW)
    return VerdictKind.ASK_FIRST, (*kept, *weaker)


def _truth(rule: ExposureRule, answers: Answers) -> Truth:
    """Whether the rule's condition holds; not where something known silences it."""
    if evaluate_clearing(rule.unless, answers) is Truth.TRUE:
        return Truth.FALSE
    return evaluate(rule.when, answers)


def _applies(rule: ExposureRule, truth: Truth) -> bool:
    return truth is Truth.TRUE or (truth is Truth.UNKNOWN and rule.acts_when_possible)


def _derived(
    product: Product,
    reading: LabelReading,
    rules: ExposureRules,
    exposures: tuple[Exposure, ...],
    home_care: HomeCare,
) -> dict[FindingId, Answer]:
    """What a rule may ask besides what the person said.

    A name read only by its pattern is in ``may_have`` and never in ``has``: it asks, and does not
    make every class on a list read well look as if it might be there.

    A kind nobody named is what the product seems to be; where it seems nothing, it stays unknown.
    """
    classes = frozenset(str(exposure.ingredient_class) for exposure in exposures)
    area = product.answers.get(FindingId("area"), UNKNOWN)
    kind = product.answers.get(FindingId("kind"), UNKNOWN)
    seems = product_kind(product, reading, exposures)
    if kind == UNKNOWN and seems != OTHER:
        kind = Known(seems)
    return {
        FindingId("kind"): kind,
        FindingId("has"): Chosen(classes, complete=reading.quality is Quality.GOOD),
        FindingId("may_have"): Chosen(may_have(reading, rules), complete=True),
        FindingId("retinoid_tier"): tier_answer(reading, rules),
        FindingId("rung_here"): Known(rung_here(area, home_care).name.lower()),
        FindingId("read_well"): Known("yes" if reading.quality is Quality.GOOD else "no"),
    }
