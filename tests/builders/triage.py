"""Small triage rules with one thing changed, the real ones made quick, and results in short."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from milium.domain.answers import UNKNOWN, Answer, Chosen, Known
from milium.domain.cases import Case
from milium.domain.conditions import ALWAYS, All, AnyOf, AtLeast, AtMost, Condition, In, Not
from milium.domain.findings import Asking, Finding, FindingKind, Question, Scope
from milium.domain.ids import ConditionId, FindingId, MessageId, PlaceId, QuestionId
from milium.domain.triage import (
    Disposition,
    DispositionRule,
    Door,
    Feature,
    Look,
    Place,
    Rule,
    Rung,
    Triage,
    TriageRules,
    When,
    Zone,
)
from milium.engine.triage import triage
from tests.builders.rules import EVIDENCE, NEVER, one_of

CAPS = {
    Zone.LASH_LINE: Rung.NOTHING,
    Zone.LID_SKIN: Rung.NOTHING,
    Zone.EYE_BONE: Rung.GENTLE,
    Zone.FACE: Rung.LOW_RETINOID,
    Zone.BODY: Rung.LOW_RETINOID,
}
SITES = {"cheek": (Zone.FACE,), "eyelid": (Zone.LASH_LINE, Zone.LID_SKIN), "arm": (Zone.BODY,)}


def a_finding(
    finding_id: str,
    *words: str,
    scope: Scope = Scope.PERSON,
    kind: FindingKind = FindingKind.WORD,
    section: str = "person",
    highest: int = 0,
    keeps_days: int | None = None,
    grows: bool = False,
) -> Finding:
    """A yes-or-no finding about the person."""
    return Finding(
        id=FindingId(finding_id), scope=scope, section=section, kind=kind,
        words=words or ("no", "yes"), bands=(), decimals=0, lowest=0, highest=highest,
        keeps_days=keeps_days, grows=grows,
    )  # fmt: skip


FINDINGS = (
    a_finding("fever", keeps_days=1),
    a_finding("age", kind=FindingKind.SPAN, highest=43830, grows=True),
    a_finding("risks", "sun", "transplant", kind=FindingKind.WORDS),
    a_finding("looked_at", section="derived"),
    a_finding("bleeding", scope=Scope.LESION, section="lesions", keeps_days=28),
    a_finding("site", *SITES, scope=Scope.LESION, section="lesions"),
    a_finding("eye_zone", *(z.value for z in Zone), scope=Scope.LESION, section="lesions"),
    a_finding("named_by", "nobody", "doctor", scope=Scope.LESION, section="lesions"),
    a_finding("size", kind=FindingKind.NUMBER, scope=Scope.LESION, section="lesions", highest=900),
)


def a_question(finding: str, *more: str, lesion: bool = False, safety: bool = True) -> Question:
    """One page that asks this, and more, of the person."""
    asked = tuple(map(FindingId, (finding, *more)))
    return Question(QuestionId(finding), asked, lesion=lesion, safety=safety)


QUESTIONS = (
    a_question("age"),
    a_question("fever"),
    a_question("risks"),
    a_question("site", lesion=True),
    a_question("bleeding", lesion=True),
    a_question("named_by", lesion=True),
    a_question("size", lesion=True),
)
FITS = DispositionRule(Disposition.PHARMACIST_OR_SELF_CARE, When.NOTHING_NEEDED, When.NOW, ALWAYS)
HERE = Place(PlaceId("US"), {}, {Door.DERMATOLOGIST: Door.FAMILY_DOCTOR}, {})


def a_look(
    condition: str = "milia",
    *,
    like: Condition = ALWAYS,
    unlike: Condition = NEVER,
    shown: Condition = ALWAYS,
    speaks_for: tuple[Feature, ...] = (),
    speaks_against: tuple[Feature, ...] = (),
) -> Look:
    """A condition whose usual picture is always met."""
    return Look(
        id=ConditionId(condition), name=MessageId(f"condition.{condition}.name"),
        summary=MessageId(f"condition.{condition}.summary"), shown_when=shown, like_when=like,
        unlike_when=unlike, speaks_for=speaks_for, speaks_against=speaks_against,
        evidence=EVIDENCE,
    )  # fmt: skip


def a_feature(message: str, when: Condition = ALWAYS, weight: int = 1) -> Feature:
    """Something that always speaks, a little."""
    return Feature(when, weight, MessageId(message))


def triage_rules(
    *rules: Rule,
    looks: tuple[Look, ...] = (),
    questions: tuple[Question, ...] = QUESTIONS,
    dispositions: tuple[DispositionRule, ...] = (FITS,),
    caps: Mapping[Zone, Rung] | None = None,
) -> TriageRules:
    """Nine findings, three sites, a place where a family doctor comes first, and these rules."""
    return TriageRules(
        asking=Asking({finding.id: finding for finding in FINDINGS}, questions),
        rules=rules,
        looks=looks or (a_look(),),
        zone_caps=CAPS if caps is None else caps,
        site_zones=SITES,
        looked_at_when=one_of("named_by", "doctor"),
        dispositions=dispositions,
        door_changes=(),
        places={HERE.id: HERE},
        usual_action=MessageId("action.usual"),
        waiting_action=MessageId("action.waiting"),
        covers={},
    )


def quick(rules: TriageRules) -> TriageRules:
    """The same rules deciding the same, without the search for what would change the answer.

    No finding can be asked for any more, so there is no single answer to try.
    """
    findings = {
        finding_id: replace(finding, section="derived")
        for finding_id, finding in rules.asking.findings.items()
    }
    return replace(rules, asking=replace(rules.asking, findings=findings))


@dataclass(frozen=True, slots=True)
class Short:
    """A triage in short, for comparison: what was decided, and which rules fired on whom."""

    when: When
    door: Door
    person: Rung
    zones: tuple[tuple[Zone, Rung], ...]
    lesions: tuple[Rung, ...]
    fired: frozenset[tuple[str, str | None]]


def in_short(result: Triage) -> Short:
    """The result less its words."""
    care = result.home_care
    return Short(
        when=result.when,
        door=result.door,
        person=care.person,
        zones=tuple((zone, care.zones[zone]) for zone in Zone),
        lesions=tuple(each.rung for each in care.lesions),
        fired=frozenset((each.rule, each.lesion) for each in result.fired),
    )


def decide(case: Case, rules: TriageRules) -> Triage:
    """Triage on the day the answers were given."""
    return triage(case, rules, on=case.as_of)


def fired_ids(result: Triage) -> set[str]:
    """The ids of the rules that fired."""
    return {each.rule for each in result.fired}


def thresholds(condition: Condition) -> Iterator[tuple[FindingId, int]]:
    """Every number a condition compares with, by finding."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from thresholds(part)
        case Not(part):
            yield from thresholds(part)
        case AtLeast(finding, value):
            yield finding, value
        case AtMost(finding, value):
            yield finding, value + 1
        case In():
            return


def possible_answers(finding: Finding, rules: TriageRules, now: Answer = UNKNOWN) -> list[Answer]:
    """Every known answer worth trying: all words, both sides of each threshold, each tick."""
    match finding.kind:
        case FindingKind.WORD:
            return [Known(word) for word in finding.words]
        case FindingKind.WORDS:
            ticked = now.members if isinstance(now, Chosen) else frozenset[str]()
            toggled = [Chosen(ticked ^ {word}, complete=True) for word in finding.words]
            return [Chosen(ticked, complete=True), *toggled]
        case FindingKind.NUMBER | FindingKind.SPAN:
            edges = {
                edge + side
                for rule in rules.rules
                for name, edge in thresholds(rule.when)
                if name == finding.id
                for side in (-1, 0)
            }
            inside = {finding.lowest, finding.highest, *edges}
            return [Known(n) for n in sorted(inside) if finding.lowest <= n <= finding.highest]
