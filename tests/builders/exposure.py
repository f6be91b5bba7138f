"""Exposure rules, products and home care, each with one thing changed."""

from collections.abc import Mapping
from datetime import date

from milium.domain.answers import Answer, Chosen, Known
from milium.domain.cases import Case, Product
from milium.domain.conditions import Condition, In
from milium.domain.exposure import ClassRule, ExposureRule, ExposureRules, TierRule, VerdictKind
from milium.domain.findings import Finding, FindingKind, Scope
from milium.domain.ids import (
    FindingId,
    IngredientClass,
    IngredientId,
    MessageId,
    PlaceId,
    ProductId,
    RuleId,
)
from milium.domain.labels import Family
from milium.domain.triage import HomeCare, Rung, Zone
from tests.builders.labels import EVIDENCE, a_family

MAY_HAVE = FindingId("may_have")
HAS, TIER = FindingId("has"), FindingId("retinoid_tier")
RUNG_HERE, READ_WELL = FindingId("rung_here"), FindingId("read_well")
AREA, LEAVE_ON, KIND = FindingId("area"), FindingId("leave_on"), FindingId("kind")
FAMILIES = (
    a_family(),
    a_family("retinoid-name", of="retinoid_cosmetic", asks=True),
    a_family("butter", of="occlusive_rich"),
)


def one_of(finding: FindingId, *words: str) -> In:
    """The answer is, or holds, one of the words."""
    return In(finding, frozenset(words))


def a_class(
    class_id: str, *members: str, within: int = 0, or_percent: int | None = None
) -> ClassRule:
    """A class whose members count anywhere in the list."""
    return ClassRule(
        id=IngredientClass(class_id),
        members=frozenset(map(IngredientId, members)),
        within=within,
        or_percent=or_percent,
        evidence=EVIDENCE,
    )


CLASSES = (
    a_class("retinoid_cosmetic", "retinol"),
    a_class("retinoid_ester", "retinyl-palmitate"),
    a_class("retinoid_medicine", "adapalene"),
    a_class("acid_bha", "salicylic-acid", within=3, or_percent=50),
    a_class("occlusive_rich", "petrolatum", "shea-butter", within=3),
    a_class("silicone_non_volatile", "dimethicone"),
    a_class("sunscreen_filter", "avobenzone"),
    a_class("sunscreen_mineral", "zinc-oxide"),
    a_class("scrub_particle", "pumice"),
)


def a_tier(
    ingredient: str, tier: int, *, start: int | None = None, below: int | None = None
) -> TierRule:
    """The tier where no percent is printed."""
    return TierRule(IngredientId(ingredient), tier, start, below, EVIDENCE)


TIERS = (
    a_tier("retinol", 1),
    a_tier("retinol", 0, start=0, below=10),
    a_tier("retinol", 2, start=10, below=60),
    a_tier("retinol", 3, start=60),
    a_tier("retinyl-palmitate", 0),
)


def a_rule(
    rule_id: str,
    when: Condition,
    verdict: VerdictKind = VerdictKind.LEAVE_OUT_FIRST,
    *,
    acts: bool = False,
) -> ExposureRule:
    """A rule that advises to leave the product out first."""
    because = MessageId(f"exposure.{rule_id}")
    return ExposureRule(RuleId(rule_id), when, acts, verdict, because, EVIDENCE)


def a_finding(finding_id: str, *, scope: Scope = Scope.PRODUCT, section: str = "shelf") -> Finding:
    """A word about the product."""
    return Finding(
        id=FindingId(finding_id),
        scope=scope,
        section=section,
        kind=FindingKind.WORD,
        words=("no", "yes"),
        bands=(),
        decimals=0,
        lowest=0,
        highest=0,
        keeps_days=None,
        grows=False,
    )


FINDINGS = {
    finding.id: finding
    for finding in (
        *map(a_finding, ("area", "when", "leave_on", "kind", "prescribed")),
        *(a_finding(one, section="derived") for one in ("has", "retinoid_tier", "rung_here")),
        a_finding("pregnancy", scope=Scope.PERSON, section="person"),
    )
}


def exposure_rules(
    *rules: ExposureRule,
    classes: tuple[ClassRule, ...] = CLASSES,
    tiers: tuple[TierRule, ...] = TIERS,
    families: tuple[Family, ...] = FAMILIES,
) -> ExposureRules:
    """Nine classes, two retinoids with tiers, and these rules."""
    return ExposureRules(FINDINGS, {}, classes, tiers, rules, families)


def a_product(answers: Mapping[FindingId, Answer] | None = None, *, name: str = "Balm") -> Product:
    """A balm that stays on the cheek."""
    usual: Mapping[FindingId, Answer] = {LEAVE_ON: Known("yes"), AREA: areas("cheek")}
    given = usual if answers is None else answers
    return Product(ProductId("balm"), name, "", given, None)


def areas(*words: str, complete: bool = True) -> Chosen:
    """These places ticked, and no others."""
    return Chosen(frozenset(words), complete=complete)


def a_case(**answers: Answer) -> Case:
    """A person who said only this."""
    given = {FindingId(finding): answer for finding, answer in answers.items()}
    return Case(date(2026, 11, 23), PlaceId("GB"), given, ())


ZONES = {
    Zone.LASH_LINE: Rung.NOTHING,
    Zone.LID_SKIN: Rung.NOTHING,
    Zone.EYE_BONE: Rung.GENTLE,
    Zone.FACE: Rung.LOW_RETINOID,
    Zone.BODY: Rung.WASH_OFF_ACID,
}


def home_care(zones: Mapping[Zone, Rung] | None = None) -> HomeCare:
    """Everything allowed on the face, gentle care on the eye bone, nothing on the lids."""
    return HomeCare(Rung.LOW_RETINOID, ZONES if zones is None else zones, (), (), None)
