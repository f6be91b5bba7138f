"""The main job: answers and labels in, a complete guide out."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from milium.app.mentions import mentioned
from milium.app.modules import leave_out
from milium.app.modules import modules_off as off_here
from milium.app.plans import make_plan
from milium.app.referral import make_referral
from milium.app.versions import make_versions
from milium.domain.answers import UNKNOWN, Answer, Answers, Chosen, Known, Unknown
from milium.domain.cases import Case, Product
from milium.domain.conditions import Condition
from milium.domain.evidence import Evidence, Source
from milium.domain.guide import Choice, Guide, JudgedProduct
from milium.domain.ids import FindingId, ProductId
from milium.domain.knowledge import ChoiceRule, Knowledge
from milium.domain.labels import LabelReading
from milium.domain.messages import Message, say
from milium.domain.modules import Module
from milium.domain.regimens import Candidate, PlanRequest, Regimen
from milium.domain.skin_types import SkinType, TypeLine
from milium.domain.triage import Triage, When
from milium.domain.truth import Truth
from milium.engine.courses import project_course
from milium.engine.exposure import judge, retinoid_on_label
from milium.engine.labels import read_label
from milium.engine.rules import case_on, evaluate
from milium.engine.skin_types import compose_page, type_skin
from milium.engine.triage import triage

Readings = Mapping[ProductId, LabelReading]


def make_guide(
    case: Case, knowledge: Knowledge, *, on: date, modules_off: Collection[str] = ()
) -> Guide:
    """The complete answer to a case on a day; same inputs, same day, same answer (law 7).

    Args:
        case: what the person told.
        knowledge: the knowledge it is answered with.
        on: the day it is answered for.
        modules_off: parts left out (of ``settings.MODULES``) besides those its place leaves out;
            labels are still read for what they mean to safety.
    """
    off = off_here(knowledge.triage.places[case.place], modules_off)
    readings = read_shelf(case, knowledge)
    today = case_on(case, knowledge.triage.asking.findings, on=on)
    ready = prepare_case(today, knowledge, readings, on=on)
    decided = triage(ready, knowledge.triage, on=on)
    skin_type = type_skin(case.skin, knowledge.skin_types, known_type=case.known_type)
    products = _judged(ready, readings, decided, knowledge)
    planned = None
    if Module.PLAN not in off:
        planned = _regimen(ready, decided, skin_type, products, knowledge, on=on)
    course = project_course(decided, planned, knowledge.courses, on=on)
    guide = Guide(
        as_of=on,
        case=case,
        triage=decided,
        choices=_choices(decided, knowledge),
        skin_type=skin_type,
        products=products,
        regimen=planned,
        course=course,
        referral=make_referral(ready, decided, knowledge),
        sources={},
        versions=make_versions(knowledge.edition, on=on),
        notice=say("notice"),
        skin_page=_skin_page(skin_type, decided, knowledge),
    )
    guide = leave_out(guide, off)
    return replace(guide, sources=_sources(guide, knowledge))


def read_shelf(case: Case, knowledge: Knowledge) -> Readings:
    """Every label on the shelf, read."""
    return {product.id: read_label(product.label, knowledge.vocabulary) for product in case.shelf}


def prepare_case(case: Case, knowledge: Knowledge, readings: Readings, *, on: date) -> Case:
    """The case with what its labels and the calendar add, as triage reads it.

    A retinoid surely read on a label answers ``uses_retinoid`` where the person did not; expired
    knowledge is a finding like any other, so that law 8 is a rule and provable; so is what was
    mentioned in free words.
    """
    expired = Known("yes" if on > knowledge.edition.valid_until else "no")
    answers: dict[FindingId, Answer] = {
        **case.answers,
        FindingId("knowledge_expired"): expired,
        FindingId("words_mention"): mentioned(case.words, knowledge.triage.asking.keywords),
    }
    found = max(
        (retinoid_on_label(reading, knowledge.exposure) for reading in readings.values()),
        default=Truth.FALSE,
    )
    uses = FindingId("uses_retinoid")
    if found is Truth.TRUE and isinstance(case.answers.get(uses, UNKNOWN), Unknown):
        answers[uses] = Known("yes")
    return replace(case, answers=answers)


def _judged(
    case: Case, readings: Readings, decided: Triage, knowledge: Knowledge
) -> tuple[JudgedProduct, ...]:
    return tuple(
        JudgedProduct(
            product,
            readings[product.id],
            judge(
                product,
                readings[product.id],
                case,
                knowledge.exposure,
                home_care=decided.home_care,
            ),
        )
        for product in case.shelf
    )


def _regimen(
    case: Case,
    decided: Triage,
    skin_type: SkinType,
    products: tuple[JudgedProduct, ...],
    knowledge: Knowledge,
    *,
    on: date,
) -> Regimen | None:
    """The plan; none while something has to happen now (one screen, nothing else on it)."""
    if decided.when is When.NOW:
        return None
    return make_plan(_plan_request(case, decided, skin_type, products, on=on), knowledge)


def request_of(guide: Guide) -> PlanRequest:
    """What the plan of a guide was made from, to ask more of it (``app.plans``)."""
    return _plan_request(guide.case, guide.triage, guide.skin_type, guide.products, on=guide.as_of)


def _plan_request(
    case: Case,
    decided: Triage,
    skin_type: SkinType,
    products: tuple[JudgedProduct, ...],
    *,
    on: date,
) -> PlanRequest:
    candidates = tuple(
        Candidate(
            product=each.product.id,
            kind=None,
            name=say("product.named", name=each.product.name),
            product_kind=each.verdict.product_kind,
            used_when=_ticked(each.product, "when"),
            areas=_ticked(each.product, "area"),
            prescribed=_is_prescribed(each.product),
        )
        for each in products
    )
    return PlanRequest(
        home_care=decided.home_care,
        skin_type=skin_type,
        verdicts=tuple(each.verdict for each in products),
        candidates=candidates,
        wishes=case.wishes,
        answers=decided.answers,
        on=on,
        place=case.place,
    )


def _skin_page(skin_type: SkinType, decided: Triage, knowledge: Knowledge) -> tuple[TypeLine, ...]:
    """What the skin type means; nothing while something has to happen now."""
    if decided.when is When.NOW:
        return ()
    sides = {axis: result.side for axis, result in skin_type.axes.items()}
    return compose_page(sides, decided.home_care.person, knowledge.skin_types)


def _ticked(product: Product, finding: str) -> tuple[str, ...]:
    answer = product.answers.get(FindingId(finding), UNKNOWN)
    return tuple(sorted(answer.members)) if isinstance(answer, Chosen) else ()


def _is_prescribed(product: Product) -> bool:
    """Whether it is a medicine somebody prescribed or a pharmacy sold, or may be."""
    prescribed = product.answers.get(FindingId("prescribed"), UNKNOWN)
    kind = product.answers.get(FindingId("kind"), UNKNOWN)
    return kind == Known("medicine") or not (
        isinstance(prescribed, Unknown) or prescribed == Known("no")
    )


def _choices(decided: Triage, knowledge: Knowledge) -> tuple[Choice, ...]:
    """The four choices, none preselected; a closed one says why."""
    return tuple(_choice(rule, decided.answers) for rule in knowledge.choices)


def _choice(rule: ChoiceRule, answers: Answers) -> Choice:
    closing = next((each for each in rule.closed if _holds(each.when, answers)), None)
    return Choice(
        id=rule.id,
        name=say(f"choice.{rule.id}.name"),
        text=say(f"choice.{rule.id}.text"),
        open=closing is None,
        because=None if closing is None else Message(closing.because),
        evidence=rule.evidence,
    )


def _holds(condition: Condition, answers: Answers) -> bool:
    return evaluate(condition, answers) is Truth.TRUE


def _sources(guide: Guide, knowledge: Knowledge) -> Mapping[str, Source]:
    """Every source behind a sentence of the guide, by id in order."""
    cited = {citation.source for evidence in _evidence(guide) for citation in evidence.citations}
    return {source: knowledge.sources[source] for source in sorted(cited)}


def _evidence(guide: Guide) -> Iterator[Evidence]:
    yield from (fired.reason.evidence for fired in guide.triage.fired)
    impression = guide.triage.impression
    yield from (r.evidence for r in (*impression.speaks_for, *impression.speaks_against))
    yield from (reason.evidence for each in guide.products for reason in each.verdict.reasons)
    yield from (choice.evidence for choice in guide.choices)
    if guide.regimen is not None:
        yield from (reason.evidence for step in guide.regimen.steps for reason in step.reasons)
        yield from (reason.evidence for out in guide.regimen.left_out for reason in out.reasons)
        yield from (reason.evidence for own in guide.regimen.by_leaflet for reason in own.reasons)
        yield from (state.evidence for state in guide.regimen.irritation)
    yield from (reason.evidence for reason in guide.course.expectations)
    yield from (milestone.reason.evidence for milestone in guide.course.milestones)
    yield from (contact.evidence for contact in guide.referral.contacts)
    yield from (line.reason.evidence for line in guide.skin_page)
