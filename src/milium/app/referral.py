"""Whom to contact, where they live, and what to say on the phone."""

from collections.abc import Iterator

from milium.app.naming import short_name
from milium.domain.answers import UNKNOWN, Answer, Answers, Chosen, Contradictory, Known, Unknown
from milium.domain.cases import Case
from milium.domain.findings import Finding, FindingKind
from milium.domain.guide import Referral
from milium.domain.ids import FindingId, MessageId
from milium.domain.knowledge import Knowledge
from milium.domain.messages import Message, say
from milium.domain.triage import Door, Triage, When
from milium.kb import span_days

_SAID_ALREADY = frozenset({"age", "site", "eye_zone", "answering_for"})
_NO_SIGN = frozenset({"no", "none", "does_not_apply", "not_pregnant", "nobody"})
_MOST_SIGNS = 5
_CALM_DOORS = frozenset({Door.PHARMACIST, Door.PRESCRIBER, Door.MIDWIFE})
"""Doors to which a question is brought today, not an illness."""
_UNITS = ("years", "months", "weeks", "days")


def make_referral(case: Case, decided: Triage, knowledge: Knowledge) -> Referral:
    """The door first, and the bump's own where it is another one.

    The emergency number stands beside them when an illness can't wait till tomorrow.

    From ``within_8_weeks`` up there is a phone script of two lines, filled from the answers.
    """
    place = knowledge.triage.places[case.place]
    urgent = decided.when is When.NOW or (
        decided.when is When.SAME_DAY and decided.door_wanted not in _CALM_DOORS
    )
    bump = decided.bump_when >= When.WITHIN_8_WEEKS and decided.bump_door is not Door.NOBODY
    doors = dict.fromkeys(
        (
            decided.door,
            *((decided.bump_door,) if bump and decided.when is not When.NOW else ()),
            *((Door.EMERGENCY,) if urgent else ()),
        )
    )
    return Referral(
        place=case.place,
        contacts=tuple(place.contacts[door] for door in doors),
        who=decided.who,
        not_who=decided.not_who,
        script=_script(case, decided, knowledge) if _is_called(decided) else (),
    )


def _is_called(decided: Triage) -> bool:
    return decided.when >= When.WITHIN_8_WEEKS and decided.door is not Door.NOBODY


def _script(case: Case, decided: Triage, knowledge: Knowledge) -> tuple[Message, ...]:
    """Who calls about whom, which bump and what was noticed; and how soon it should be seen.

    Where the most urgent rule is about the person and not about a bump, that comes first.
    """
    answers = _answers_spoken_of(case, decided)
    who = _word(answers, "answering_for", "script.me")
    age = _span(answers.get(FindingId("age"), UNKNOWN))
    site = _word(answers, "site", "script.somewhere")
    noticed = _noticed(answers, decided, knowledge)
    soon = say(f"soon.{decided.when.name.lower()}")
    if decided.fired[0].lesion or decided.bump_when is decided.when:
        return (
            say("script.first", who=who, age=age, site=site, noticed=noticed),
            say("script.second", when=soon),
        )
    return (
        say("script.first.person", who=who, age=age, site=site, noticed=noticed),
        say("script.second.person", when=soon),
    )


def _answers_spoken_of(case: Case, decided: Triage) -> Answers:
    """The answers about the bump the most urgent rule is about, else the first."""
    about = decided.fired[0].lesion
    lesions = [lesion for lesion in case.lesions if about in (None, lesion.id)] or case.lesions
    return case.answers_for(lesions[0]) if lesions else case.answers


def _noticed(answers: Answers, decided: Triage, knowledge: Knowledge) -> Message:
    """What the rules that want it seen soon read of the answers, as the person gave them."""
    asking = knowledge.triage.asking
    asked = {finding for question in asking.questions for finding in question.findings}
    first = decided.fired[0]
    read = first.reads.union(
        *(
            fired.reads
            for fired in decided.fired
            if fired.lesion in (None, first.lesion)
            and fired.when is not None
            and fired.when >= When.WITHIN_8_WEEKS
        )
    )
    items = [
        say("script.item", label=short_name(finding, knowledge), answer=spoken)
        for finding in asking.findings
        if finding in read & asked and finding not in _SAID_ALREADY
        for spoken in _spoken(asking.findings[finding], answers.get(finding, UNKNOWN))
    ]
    joined = items[0] if items else _how_long(answers)
    for item in items[1:_MOST_SIGNS]:
        joined = say("script.and", first=joined, second=item)
    return joined


def _how_long(answers: Answers) -> Message:
    """How long the bump has been there, where nothing else was noticed."""
    present_for = answers.get(FindingId("present_for"), UNKNOWN)
    if isinstance(present_for, Known):
        return say("script.for", span=_span(present_for))
    return say("script.nothing")


def _spoken(finding: Finding, answer: Answer) -> Iterator[Message]:
    """The words of an answer that says something is there."""
    match answer:
        case Known(str(word)) if word not in _NO_SIGN:
            yield say(f"word.{finding.id}.{word}")
        case Known(int()) if finding.kind is FindingKind.SPAN:
            yield _span(answer)
        case Chosen(members):
            yield from (say(f"word.{finding.id}.{word}") for word in sorted(members))
        case Known() | Contradictory() | Unknown():
            return


def _span(answer: Answer) -> Message:
    """A span in the largest unit it fills, rounded down; "not said" when unknown."""
    if not isinstance(answer, Known) or not isinstance(answer.value, int):
        return say("script.not_said")
    days = answer.value
    unit = next(u for u in _UNITS if days >= span_days(f"2 {u}") or u == "days")
    count = days // span_days(f"1 {unit}")
    count -= span_days(f"{count} {unit}") > days
    return say("script.span", count=count, unit=say(f"unit.{unit}"))


def _word(answers: Answers, finding: str, otherwise: str) -> Message:
    answer = answers.get(FindingId(finding), UNKNOWN)
    if isinstance(answer, Known):
        return Message(MessageId(f"spoken.{finding}.{answer.value}"))
    return Message(MessageId(otherwise))
