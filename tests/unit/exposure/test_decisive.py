"""Which classes an advice can turn on, and where a product touches."""

from dataclasses import replace

from milium.domain.answers import UNKNOWN, Contradictory, Known
from milium.domain.conditions import All, AnyOf, AtLeast, Not
from milium.domain.triage import Zone
from milium.engine.exposure import decisive_classes, zones_touched
from tests.builders.exposure import (
    AREA,
    CLASSES,
    HAS,
    MAY_HAVE,
    TIER,
    a_class,
    a_rule,
    areas,
    exposure_rules,
    one_of,
)


def test_a_class_a_rule_asks_for_is_decisive_wherever_it_stands() -> None:
    asked = All((AtLeast(TIER, 1), AnyOf((Not(one_of(HAS, "sunscreen_filter")),))))
    plain = tuple(one for one in CLASSES if not one.id.startswith("retinoid"))

    rules = exposure_rules(a_rule("r", asked), classes=plain)

    assert decisive_classes(rules) == {"sunscreen_filter"}


def test_silences_strong_things_and_medicines_are_decisive_too() -> None:
    silenced = replace(a_rule("r", one_of(AREA, "face")), unless=one_of(HAS, "acid_bha"))
    kept = a_rule("k", one_of(MAY_HAVE, "silicone_non_volatile"))
    strong = replace(a_class("vitamin_c"), active="vitamin_c")
    rules = exposure_rules(silenced, classes=(*CLASSES, strong, a_class("steroid")))

    found = decisive_classes(replace(rules, never_stopped=(kept,)))

    assert found == {
        "acid_bha", "silicone_non_volatile", "vitamin_c", "steroid",
        "retinoid_cosmetic", "retinoid_ester", "retinoid_medicine",
    }  # fmt: skip


def test_a_product_touches_the_zones_named() -> None:
    assert zones_touched(areas("cheek", "eye_bone", complete=False)) == {Zone.FACE, Zone.EYE_BONE}
    assert zones_touched(Known("hair")) == {Zone.BODY}
    assert zones_touched(Contradictory(("lips", "lid_skin"))) == {Zone.FACE, Zone.LID_SKIN}
    assert zones_touched(UNKNOWN) == frozenset()
