"""Laws of judging a product, for any reading, use and rules."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from milium.domain.answers import UNKNOWN, Answer, Contradictory, Known
from milium.domain.conditions import All, AtLeast, Not
from milium.domain.exposure import ExposureRule, VerdictKind
from milium.domain.ids import FindingId
from milium.domain.labels import LabelReading, Quality, Section
from milium.domain.triage import Rung, Zone
from milium.domain.truth import Truth
from milium.engine.exposure import judge, retinoid_on_label
from milium.engine.exposure.places import rung_here
from tests.builders.exposure import (
    AREA,
    HAS,
    LEAVE_ON,
    RUNG_HERE,
    TIER,
    a_case,
    a_product,
    a_rule,
    areas,
    exposure_rules,
    home_care,
    one_of,
)
from tests.builders.labels import a_reading, an_entry

Use = dict[FindingId, Answer]

entries = st.builds(
    lambda which, position, section, percent: an_entry(
        which[0], family=which[1], position=position, section=section, percent=percent
    ),
    st.sampled_from(
        [("retinol", None), ("retinyl-palmitate", None), ("adapalene", None), ("petrolatum", None),
         ("salicylic-acid", None), ("glycerin", None), (None, "silicone"), (None, "retinoid-name"),
         (None, "nobody-knows"), (None, None)]
    ),
    st.integers(1, 30),
    st.sampled_from(Section),
    st.none() | st.integers(0, 10_000),
)  # fmt: skip
readings = st.builds(
    lambda found, quality: a_reading(*found, quality=quality),
    st.lists(entries, max_size=6),
    st.sampled_from(Quality),
)
conditions = st.sampled_from(
    [one_of(HAS, "retinoid_cosmetic"), one_of(HAS, "occlusive_rich"), AtLeast(TIER, 1),
     Not(one_of(RUNG_HERE, "low_retinoid")), one_of(LEAVE_ON, "yes"),
     All((one_of(AREA, "eye_bone"), one_of(HAS, "occlusive_rich")))]
)  # fmt: skip
rules_lists = st.lists(
    st.builds(
        lambda when, verdict, acts, number: a_rule(f"r{number}", when, verdict, acts=acts),
        conditions,
        st.sampled_from(VerdictKind),
        st.booleans(),
        st.integers(),
    ),
    max_size=6,
)
places = st.sets(
    st.sampled_from(["face", "cheek", "eye_bone", "lid_skin", "lash_line", "lips", "body", "hair"])
)
leave_on = st.sampled_from([Known("yes"), Known("no"), UNKNOWN, Contradictory(("no", "yes"))])
area = st.builds(lambda words, every: areas(*words, complete=every), places, st.booleans())
uses = st.fixed_dictionaries({}, optional={AREA: area, LEAVE_ON: leave_on})


@given(readings, rules_lists, uses)
def test_a_verdict_is_as_strong_as_its_rules_and_names_them(
    reading: LabelReading,
    rules: list[ExposureRule],
    use: Use,
) -> None:
    verdict = judge(
        a_product(use), reading, a_case(), exposure_rules(*rules), home_care=home_care()
    )

    known = {rule.id: rule.verdict for rule in rules}
    assert all(rule in known for rule in verdict.decided_by)
    assert {reason.entry for reason in verdict.reasons} >= set(verdict.decided_by)
    assert verdict.decided_by or verdict.kind <= VerdictKind.NOT_READ
    assert verdict.kind is not VerdictKind.KEEP or not (verdict.unknown or verdict.asks)
    unread = reading.quality in {Quality.EMPTY, Quality.NOT_A_LIST}
    assert verdict.kind > VerdictKind.KEEP or not unread


@given(readings, rules_lists, rules_lists, uses)
def test_one_more_rule_never_makes_the_advice_weaker(
    reading: LabelReading,
    rules: list[ExposureRule],
    more: list[ExposureRule],
    use: Use,
) -> None:
    few = judge(a_product(use), reading, a_case(), exposure_rules(*rules), home_care=home_care())
    all_of_them = exposure_rules(*rules, *more)
    many = judge(a_product(use), reading, a_case(), all_of_them, home_care=home_care())

    assert many.kind >= few.kind


@given(readings, rules_lists, uses)
def test_the_order_of_the_rules_does_not_matter(
    reading: LabelReading,
    rules: list[ExposureRule],
    use: Use,
) -> None:
    other = sorted(rules, key=lambda rule: rule.id, reverse=True)

    one, two = (
        judge(a_product(use), reading, a_case(), exposure_rules(*each), home_care=home_care())
        for each in (rules, other)
    )

    assert (one.kind, set(one.decided_by), one.unknown) == (
        two.kind,
        set(two.decided_by),
        two.unknown,
    )


@given(readings)
def test_an_unread_entry_never_makes_a_retinoid_surely_absent(reading: LabelReading) -> None:
    rules = exposure_rules()
    more = replace(reading, entries=(*reading.entries, an_entry(None)))

    assert retinoid_on_label(more, rules) >= Truth.UNKNOWN
    assert retinoid_on_label(more, rules) >= retinoid_on_label(reading, rules)


@given(readings)
def test_a_retinoid_on_the_label_is_found_whatever_stands_beside_it(reading: LabelReading) -> None:
    more = replace(reading, entries=(*reading.entries, an_entry("retinol")))

    assert retinoid_on_label(more, exposure_rules()) is Truth.TRUE


@given(places, places, st.dictionaries(st.sampled_from(Zone), st.sampled_from(Rung)))
def test_one_more_place_never_raises_the_rung(
    words: set[str], more: set[str], zones: dict[Zone, Rung]
) -> None:
    care = home_care(zones)

    if words:
        assert rung_here(areas(*words, *more), care) <= rung_here(areas(*words), care)
        assert rung_here(areas(*words, complete=False), care) <= rung_here(areas(*words), care)


@given(readings, uses)
def test_a_pattern_alone_never_makes_a_retinoid(reading: LabelReading, use: Use) -> None:
    named = tuple(one for one in reading.entries if one.ingredient is None)
    verdict = judge(
        a_product(use),
        replace(reading, entries=named),
        a_case(**{str(FindingId("pregnancy")): Known("pregnant")}),
        exposure_rules(),
        home_care=home_care(),
    )

    assert verdict.tier is None
    assert not any(one.ingredient_class.startswith("retinoid") for one in verdict.exposures)
