"""What triage decides (DESIGN 4): when, who, which door, and what may be done at home."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum

from milium.domain.answers import Answer, Answers
from milium.domain.conditions import Condition
from milium.domain.evidence import Evidence, Reason
from milium.domain.findings import Asking, Question, Scope
from milium.domain.ids import (
    ConditionId,
    FindingId,
    LesionId,
    MessageId,
    PlaceId,
    ProfessionId,
    RuleId,
)
from milium.domain.messages import Message
from milium.domain.modules import Module


class When(IntEnum):
    """How soon; rules combine by the highest."""

    NOTHING_NEEDED = 0
    NO_RUSH = 1
    WITHIN_8_WEEKS = 2
    WITHIN_2_WEEKS = 3
    WITHIN_A_WEEK = 4
    SAME_DAY = 5
    NOW = 6


class Rung(IntEnum):
    """How far home care may go; rules only lower it."""

    NOTHING = 0
    GENTLE = 1
    WASH_OFF_ACID = 2
    LOW_RETINOID = 3


class Zone(Enum):
    """Where on the person; the first three are the zones at the eye, used by every rule."""

    LASH_LINE = "lash_line"
    LID_SKIN = "lid_skin"
    EYE_BONE = "eye_bone"
    FACE = "face"
    BODY = "body"


class Door(Enum):
    """Whom to contact first."""

    EMERGENCY = "emergency"
    EYE_CASUALTY = "eye_casualty"
    OUT_OF_HOURS = "out_of_hours"
    TREATING_CLINIC = "treating_clinic"
    PRESCRIBER = "prescriber"
    MIDWIFE = "midwife"
    CHILDS_DOCTOR = "childs_doctor"
    OPHTHALMOLOGIST = "ophthalmologist"
    DERMATOLOGIST = "dermatologist"
    FAMILY_DOCTOR = "family_doctor"
    PHARMACIST = "pharmacist"
    NOBODY = "nobody"


class LiftedBy(IntEnum):
    """Who may lift a lowered rung; of several, the highest."""

    PHARMACIST = 0
    DOCTOR = 1
    NOBODY = 2


class WhenPossible(Enum):
    """What a rule does while its condition is unknown.

    ASK names the question; WITHHOLD lowers the rung it would lower (never below ``gentle``) until
    the answer is known; ACT does all it would do.
    """

    ASK = "ask"
    WITHHOLD = "withhold"
    ACT = "act"


class Disposition(Enum):
    """One word for comparison with other tools; derived, never decided on."""

    EMERGENCY_TODAY = "emergency_today"
    URGENT_2_WEEKS = "urgent_2_weeks"
    DERMATOLOGIST_ROUTINE = "dermatologist_routine"
    OPHTHALMOLOGIST_ROUTINE = "ophthalmologist_routine"
    PAEDIATRICIAN_ROUTINE = "paediatrician_routine"
    PHARMACIST_OR_SELF_CARE = "pharmacist_or_self_care"
    REASSURE_NEWBORN_NO_TREATMENT = "reassure_newborn_no_treatment"


class Likeness(Enum):
    """How far a description fits the usual picture; never a probability."""

    LIKE = "like"
    PARTLY = "partly"
    UNLIKE = "unlike"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Effect:
    """What a rule does; nothing in it can lower an urgency or raise a rung.

    Attributes:
        rung: for a lesion rule the rung on that bump, for a person rule the person's.
        action: the sentence that comes first when this rule is the most urgent one.
        tonight: what to do tonight because of it.
    """

    when: When | None = None
    who: tuple[ProfessionId, ...] = ()
    not_who: tuple[ProfessionId, ...] = ()
    door: Door | None = None
    rung: Rung | None = None
    lifted_by: LiftedBy = LiftedBy.DOCTOR
    action: MessageId | None = None
    tonight: tuple[MessageId, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of triage or of the ladder; data, provable, with its evidence."""

    id: RuleId
    scope: Scope
    when: Condition
    when_possible: WhenPossible
    effect: Effect
    because: MessageId
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Feature:
    """Something that speaks for or against a condition, with how much (1 to 3)."""

    when: Condition
    weight: int
    message: MessageId


@dataclass(frozen=True, slots=True)
class Look:
    """A condition a bump can look like, milia among them.

    Attributes:
        like_when: all of the usual picture; only milia have one.
        unlike_when: anything of it decides against.
        shown_when: where and for whom it is worth naming at all.
    """

    id: ConditionId
    name: MessageId
    summary: MessageId
    shown_when: Condition
    like_when: Condition
    unlike_when: Condition
    speaks_for: tuple[Feature, ...]
    speaks_against: tuple[Feature, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DoorChange:
    """Certain people contact ``door`` in place of these doors."""

    condition: Condition
    doors: frozenset[Door]
    door: Door


@dataclass(frozen=True, slots=True)
class DispositionRule:
    """The first of these that fits names the disposition."""

    disposition: Disposition
    at_least: When
    at_most: When
    condition: Condition


@dataclass(frozen=True, slots=True)
class Contact:
    """A door at a place: what it is called there and the number, if there is one."""

    door: Door
    name: MessageId
    phone: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Place:
    """A country, with its numbers and its usual first doors.

    Attributes:
        first_door: the door that comes first where another is wanted (a family doctor before a
            dermatologist in much of the world).
        medicine_status: sale status of medicines here, by ingredient id (``otc``,
            ``prescription``).
        modules_off: parts of an answer that are not shown here.
    """

    id: PlaceId
    contacts: Mapping[Door, Contact]
    first_door: Mapping[Door, Door]
    medicine_status: Mapping[str, str]
    modules_off: tuple[Module, ...] = ()


@dataclass(frozen=True, slots=True)
class TriageRules:
    """The slice of the knowledge that triage reads.

    Attributes:
        covers: by a line for tonight, the lines it makes needless.
    """

    asking: Asking
    rules: tuple[Rule, ...]
    looks: tuple[Look, ...]
    zone_caps: Mapping[Zone, Rung]
    site_zones: Mapping[str, tuple[Zone, ...]]
    looked_at_when: Condition
    dispositions: tuple[DispositionRule, ...]
    door_changes: tuple[DoorChange, ...]
    places: Mapping[PlaceId, Place]
    usual_action: MessageId
    waiting_action: MessageId
    covers: Mapping[MessageId, tuple[MessageId, ...]]


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that applies, to the person or to one bump; ``possible``: acted on while unknown."""

    rule: RuleId
    lesion: LesionId | None
    when: When | None
    reads: frozenset[FindingId]
    possible: bool
    reason: Reason


@dataclass(frozen=True, slots=True)
class LesionCare:
    """How far home care may go on one bump, which rules lowered it and who may lift that."""

    lesion: LesionId
    zones: tuple[Zone, ...]
    rung: Rung
    because: tuple[RuleId, ...]
    lifted_by: LiftedBy | None


@dataclass(frozen=True, slots=True)
class HomeCare:
    """The ladder: for the person, per zone (the lowest of person, zone and its bumps), per bump."""

    person: Rung
    zones: Mapping[Zone, Rung]
    lesions: tuple[LesionCare, ...]
    because: tuple[RuleId, ...]
    lifted_by: LiftedBy | None


@dataclass(frozen=True, slots=True)
class Impression:
    """What the description sounds like, with what speaks for and against, and look-alikes."""

    likeness: Likeness
    speaks_for: tuple[Reason, ...]
    speaks_against: tuple[Reason, ...]
    conditions: tuple[ConditionId, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A finding not known that could still change the answer."""

    finding: FindingId
    lesion: LesionId | None
    rules: tuple[RuleId, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One single answer that would change this result, and to what."""

    finding: FindingId
    lesion: LesionId | None
    answer: Answer
    when: When
    door: Door
    person_rung: Rung
    zones: Mapping[Zone, Rung]


@dataclass(frozen=True, slots=True)
class Ask:
    """The next question worth asking, and for which bump."""

    question: Question
    lesion: LesionId | None


@dataclass(frozen=True, slots=True)
class Triage:
    """The whole answer, with its reasons.

    Attributes:
        bump_when: how soon because of a bump itself, other reasons (a medicine) left aside.
        bump_door: the door for that, at this place.
        settled: every question that could make this more urgent has been answered.
        door_wanted: the door for this person, before the place's first door was put in.
        answers: the person's answers on that day with what was worked out (``looked_at``,
            ``how_soon``, ``likeness``, ``settled``, ``home_rung``, ``bump_at_eye_bone``,
            ``bump_at_lid``), for the engines that come after.
    """

    when: When
    bump_when: When
    who: tuple[ProfessionId, ...]
    not_who: tuple[ProfessionId, ...]
    door: Door
    door_wanted: Door
    bump_door: Door
    disposition: Disposition
    action: Message
    tonight: tuple[Message, ...]
    impression: Impression
    home_care: HomeCare
    fired: tuple[Fired, ...]
    unknown_that_matter: tuple[Missing, ...]
    changes_if: tuple[Change, ...]
    settled: bool
    answers: Answers
