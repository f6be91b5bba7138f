"""What no single entry can know: that every message, source and profession exists."""

from collections.abc import Iterator

from milium.domain.evidence import Evidence, Grade
from milium.domain.findings import FindingKind
from milium.domain.ids import MessageId
from milium.domain.knowledge import Knowledge
from milium.domain.regimens import RegimenRules
from milium.domain.skin_types import SkinTypeRules, Topic
from milium.domain.triage import When
from milium.kb.entries import KnowledgeError

BACKGROUND = "background-knowledge"
LANGUAGE = "en"


def check_knowledge(knowledge: Knowledge) -> None:
    """Refuse knowledge that points at something that isn't there.

    Raises:
        KnowledgeError: listing everything that is missing, at once.
    """
    problems = [
        *_missing_messages(knowledge),
        *_missing_sources(knowledge),
        *_unused_sources(knowledge),
        *_missing_professions(knowledge),
        *_background_above_d(knowledge),
        *_never_asked(knowledge),
    ]
    if problems:
        raise KnowledgeError("\n".join(problems))


def messages_used(knowledge: Knowledge) -> Iterator[MessageId]:
    """Every message id an entry of the knowledge may speak with."""
    yield from _triage_messages(knowledge)
    yield from _finding_messages(knowledge)
    yield from _plan_messages(knowledge)
    yield from _exposure_messages(knowledge)
    for profession in knowledge.professions.values():
        yield from (profession.name, profession.does)
    for choice in knowledge.choices:
        yield from (MessageId(f"choice.{choice.id}.{part}") for part in ("name", "text"))
        yield from (closing.because for closing in choice.closed)


def _exposure_messages(knowledge: Knowledge) -> Iterator[MessageId]:
    rules = knowledge.exposure
    for claims in rules.claims.values():
        yield from (claim.message for claim in claims)
        yield from (MessageId(f"vehicle.{each.vehicle}") for each in claims if each.vehicle)
    yield from (MessageId(f"class.{each.id}") for each in rules.classes)
    yield from (MessageId(f"active.{each.active}") for each in rules.classes if each.active)
    yield from (rule.because for rule in (*rules.rules, *rules.never_stopped))
    yield from (each.because for each in rules.pack_claims)
    for each in rules.lists:
        yield from (MessageId(f"list.{each.id}.{part}") for part in ("name", "about"))


def _triage_messages(knowledge: Knowledge) -> Iterator[MessageId]:
    rules = knowledge.triage
    yield from (rules.usual_action, rules.waiting_action)
    for rule in rules.rules:
        yield rule.because
        yield from rule.effect.tonight
        if rule.effect.action:
            yield rule.effect.action
    for look in rules.looks:
        yield from (look.name, look.summary)
        yield from (feature.message for feature in (*look.speaks_for, *look.speaks_against))
    for place in rules.places.values():
        yield from (contact.name for contact in place.contacts.values())


def _finding_messages(knowledge: Knowledge) -> Iterator[MessageId]:
    asking = knowledge.triage.asking
    for finding in asking.findings.values():
        if finding.section == "derived":
            continue
        yield from (
            MessageId(f"finding.{finding.id}.{part}")
            for part in ("question", "how", "why", "plain")
        )
        if finding.kind in {FindingKind.WORD, FindingKind.WORDS}:
            yield from (MessageId(f"word.{finding.id}.{word}") for word in finding.words)
    for question in asking.questions:
        yield MessageId(f"question.{question.id}.short")
        if len(question.findings) > 1:
            parts = ("question", "how", "why", "plain")
            yield from (MessageId(f"question.{question.id}.{part}") for part in parts)
            yield from (MessageId(f"finding.{finding}.short") for finding in question.findings)


def _plan_messages(knowledge: Knowledge) -> Iterator[MessageId]:
    for item in knowledge.skin_types.items:
        yield item.question
        yield from (MessageId(f"item.{item.id}.{word}") for word in item.words)
    yield from _type_messages(knowledge.skin_types)
    regimens = knowledge.regimens
    for kind in regimens.kinds:
        yield from (kind.name, kind.look_for, kind.why)
    for slot in regimens.slots:
        yield from (slot.why, MessageId(f"slot.{slot.slot.value}.name"))
    for state in regimens.irritation:
        yield from (state.look, state.advice)
    yield from (window.message for window in regimens.check_ins.windows)
    for strength in regimens.check_ins.strengths:
        yield from (strength.message, strength.beside)
    yield from (line.message for line in regimens.tonight)
    yield from (constraint.message for constraint in regimens.constraints)
    yield from (preference.message for preference in regimens.preferences)
    yield from (stage.message for stage in regimens.ramp)
    yield from (knowledge.courses.book_now, knowledge.courses.book_look)
    yield from (each.message for each in knowledge.courses.expectations)
    for milestone in knowledge.courses.milestones:
        yield from (milestone.message, *milestone.choices)


def _type_messages(rules: SkinTypeRules) -> Iterator[MessageId]:
    parts = (
        "name", "high", "low", "between", "not_asked", "means_high", "means_low",
        "short_high", "short_low",
    )  # fmt: skip
    for axis in rules.axes:
        yield from (MessageId(f"axis.{axis.axis.value}.{part}") for part in parts)
    yield from (surety.message for surety in rules.sureties)
    yield from (advice.message for advice in rules.advice)
    yield from (MessageId(f"topic.{topic.value}") for topic in Topic)


def _missing_messages(knowledge: Knowledge) -> Iterator[str]:
    texts = knowledge.texts[LANGUAGE]
    for message in dict.fromkeys(messages_used(knowledge)):
        if message not in texts:
            yield f"text/{LANGUAGE}: no text for '{message}'; add it"


def evidence_used(knowledge: Knowledge) -> Iterator[tuple[str, Evidence]]:
    """Every statement's evidence with the id of its entry."""
    triage = knowledge.triage
    groups = (
        ((rule.id, rule.evidence) for rule in triage.rules),
        ((look.id, look.evidence) for look in triage.looks),
        ((f"{p.id}.{c.door.value}", c.evidence)
         for p in triage.places.values() for c in p.contacts.values()),
        ((p.id, p.evidence) for p in knowledge.professions.values()),
        ((c.id, c.evidence) for c in knowledge.choices),
        ((c.id, c.evidence) for found in knowledge.exposure.claims.values() for c in found),
        ((c.id, c.evidence) for c in knowledge.exposure.classes),
        ((f"tier of {t.ingredient}", t.evidence) for t in knowledge.exposure.tiers),
        ((r.id, r.evidence) for r in knowledge.exposure.rules),
        ((r.id, r.evidence) for r in knowledge.exposure.never_stopped),
        ((each.id, each.evidence) for each in knowledge.exposure.lists),
        ((each.id, each.evidence) for each in knowledge.exposure.pack_claims),
        ((f.id, f.evidence) for f in knowledge.vocabulary.families),
        ((a.axis.value, a.evidence) for a in knowledge.skin_types.axes),
        ((i.id, i.evidence) for i in knowledge.skin_types.items),
        ((a.id, a.evidence) for a in knowledge.skin_types.advice),
        (("ask again", knowledge.skin_types.again.evidence),),
        _plan_evidence(knowledge.regimens),
        ((w.id, w.evidence) for w in knowledge.audit.withheld),
        ((w.id, w.evidence) for w in knowledge.audit.windows),
        (("audit", knowledge.audit.evidence),),
        ((e.id, e.evidence) for e in knowledge.courses.expectations),
        ((m.id, m.evidence) for m in knowledge.courses.milestones),
    )  # fmt: skip
    for group in groups:
        yield from group


def _plan_evidence(regimens: RegimenRules) -> Iterator[tuple[str, Evidence]]:
    """What stands behind the steps, the ramp, the limits and the preferences."""
    groups = (
        ((k.id, k.evidence) for k in regimens.kinds),
        ((s.slot.value, s.evidence) for s in regimens.slots),
        ((s.id, s.evidence) for s in regimens.irritation),
        ((t.id, t.evidence) for t in regimens.tonight),
        (("ramp", regimens.ramp_evidence), ("settle", regimens.settle_evidence)),
        (("check_ins", regimens.check_ins.evidence),),
        ((w.message, w.evidence) for w in regimens.check_ins.windows),
        ((s.message, s.evidence) for s in regimens.check_ins.strengths),
        ((s.beside, s.beside_evidence) for s in regimens.check_ins.strengths),
        ((c.limit.value, c.evidence) for c in regimens.constraints),
        ((p.criterion.value, p.evidence) for p in regimens.preferences),
        ((s.id, s.evidence) for s in regimens.sale_limits),
    )  # fmt: skip
    for group in groups:
        yield from group


def _missing_sources(knowledge: Knowledge) -> Iterator[str]:
    for entry, evidence in evidence_used(knowledge):
        for citation in evidence.citations:
            if citation.source not in knowledge.sources:
                yield f"'{entry}' cites '{citation.source}', not in sources/; add it"


def _unused_sources(knowledge: Knowledge) -> Iterator[str]:
    cited = {c.source for _, evidence in evidence_used(knowledge) for c in evidence.citations}
    for source in knowledge.sources:
        if source not in cited and source != BACKGROUND:
            yield f"sources/: nobody cites '{source}'; cite it or take it out"


def _missing_professions(knowledge: Knowledge) -> Iterator[str]:
    for rule in knowledge.triage.rules:
        for who in (*rule.effect.who, *rule.effect.not_who):
            if who not in knowledge.professions:
                yield f"'{rule.id}' names '{who}', who is not in professions/; add them"


def _background_above_d(knowledge: Knowledge) -> Iterator[str]:
    """Law 4: what rests on our own knowledge alone is grade D; an all-clear never does."""
    for entry, evidence in evidence_used(knowledge):
        only = {citation.source for citation in evidence.citations} == {BACKGROUND}
        if only and evidence.grade is not Grade.D:
            grade = evidence.grade.value
            yield f"'{entry}' rests on {BACKGROUND} alone; its grade is D, not {grade}"
    for rule in knowledge.triage.rules:
        grade_d = rule.evidence.grade is Grade.D
        if grade_d and rule.effect.when is When.NOTHING_NEEDED:
            yield f"'{rule.id}' says nothing is needed on grade D; find a better source"


def _never_asked(knowledge: Knowledge) -> Iterator[str]:
    """A rule may only read what a person is asked or what is worked out."""
    asking = knowledge.triage.asking
    asked = {finding for question in asking.questions for finding in question.findings}
    for rule in knowledge.triage.rules:
        for finding in sorted(rule.when.reads - asked):
            if asking.findings[finding].section != "derived":
                yield f"'{rule.id}' reads '{finding}', which no question asks; add one"
