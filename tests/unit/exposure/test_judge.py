"""The advice about one product, with what decided it."""

from dataclasses import replace

import pytest

from milium.domain.answers import UNKNOWN, Answer, Chosen, Contradictory, Known
from milium.domain.conditions import ALWAYS, All, AnyOf, AtLeast, AtMost, Not
from milium.domain.exposure import ExposureRule, Verdict, VerdictKind
from milium.domain.ids import FindingId
from milium.domain.labels import LabelReading, Quality
from milium.domain.messages import say
from milium.engine.exposure import judge
from tests.builders.exposure import (
    AREA,
    HAS,
    KIND,
    LEAVE_ON,
    MAY_HAVE,
    READ_WELL,
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
from tests.builders.labels import EVIDENCE, a_family, a_reading, an_entry

KEEP, NOT_READ = VerdictKind.KEEP, VerdictKind.NOT_READ
NOT_KNOWN, ASK_FIRST = VerdictKind.NOT_KNOWN_YET, VerdictKind.ASK_FIRST
LEAVE_OUT, NOT_NOW = VerdictKind.LEAVE_OUT_FIRST, VerdictKind.NOT_FOR_YOU_NOW
BALM = a_reading(an_entry("petrolatum"), an_entry("glycerin", position=2))
RICH = one_of(HAS, "occlusive_rich")
RETINOID = one_of(HAS, "retinoid_cosmetic")
RETINOL = a_reading(an_entry("retinol", text="RETINOL 0.3 %", percent=30))
PREGNANT = one_of(FindingId("pregnancy"), "pregnant")


def verdict_on(
    reading: LabelReading,
    *rules: ExposureRule,
    answers: dict[FindingId, Answer] | None = None,
    **person: Answer,
) -> Verdict:
    product = a_product(answers)
    return judge(product, reading, a_case(**person), exposure_rules(*rules), home_care=home_care())


def test_what_no_rule_speaks_of_is_kept() -> None:
    verdict = verdict_on(BALM)

    assert (verdict.product, verdict.kind, verdict.decided_by) == ("balm", KEEP, ())
    assert verdict.reasons == ()


@pytest.mark.parametrize(
    ("skin", "kind"),
    [
        (Chosen(frozenset({"eczema_flare"}), complete=True), KEEP),
        (Chosen(frozenset(), complete=True), LEAVE_OUT),
        (UNKNOWN, LEAVE_OUT),
        (Contradictory(("eczema_flare", "sunburn")), LEAVE_OUT),
    ],
)
def test_a_rule_is_silent_only_where_what_silences_it_is_known(
    skin: Answer, kind: VerdictKind
) -> None:
    sore = one_of(FindingId("skin_now"), "eczema_flare")
    rule = replace(a_rule("rich", RICH, LEAVE_OUT), unless=sore)

    assert verdict_on(BALM, rule, skin_now=skin).kind is kind


@pytest.mark.parametrize("keeps_out", [True, False])
def test_a_rule_may_keep_a_product_out_of_every_plan(*, keeps_out: bool) -> None:
    rule = replace(a_rule("rich", RICH, NOT_READ), keeps_out=keeps_out)

    assert verdict_on(BALM, rule).kept_out is keeps_out


def test_the_strongest_advice_of_all_rules_that_apply_wins() -> None:
    verdict = verdict_on(
        BALM,
        a_rule("fine", ALWAYS, KEEP),
        a_rule("rich", RICH, LEAVE_OUT),
        a_rule("not-round-the-eyes", RICH, VerdictKind.NOT_ROUND_THE_EYES),
        a_rule("rich-too", one_of(LEAVE_ON, "yes"), LEAVE_OUT),
        a_rule("retinoid", RETINOID, NOT_NOW),
    )

    assert verdict.kind is LEAVE_OUT
    assert verdict.decided_by == ("rich", "rich-too")
    assert [one.entry for one in verdict.reasons] == ["rich", "rich-too", "not-round-the-eyes"]


def test_advice_to_keep_has_its_reason() -> None:
    verdict = verdict_on(BALM, a_rule("fine", ALWAYS, KEEP))

    assert verdict.decided_by == ("fine",)
    assert [one.entry for one in verdict.reasons] == ["fine"]


def test_a_rule_that_may_hold_applies_only_if_it_acts() -> None:
    pregnant_and_retinoid = All((PREGNANT, RETINOID))

    asks = verdict_on(RETINOL, a_rule("pregnant", pregnant_and_retinoid, NOT_NOW))
    acts = verdict_on(RETINOL, a_rule("pregnant", pregnant_and_retinoid, NOT_NOW, acts=True))

    assert (asks.kind, asks.decided_by, asks.unknown) == (NOT_KNOWN, (), ("pregnancy",))
    assert (acts.kind, acts.decided_by) == (NOT_NOW, ("pregnant",))


@pytest.mark.parametrize(
    ("pregnancy", "kind"),
    [(Known("pregnant"), NOT_NOW), (Known("not_pregnant"), KEEP), (UNKNOWN, NOT_NOW)],
)
def test_the_person_counts(pregnancy: Answer, kind: VerdictKind) -> None:
    rule = a_rule("pregnant", All((PREGNANT, RETINOID)), NOT_NOW, acts=True)

    assert verdict_on(RETINOL, rule, pregnancy=pregnancy).kind is kind


def test_use_counts_and_wins_over_what_the_person_said_of_themselves() -> None:
    rule = a_rule("rich", All((RICH, one_of(LEAVE_ON, "yes"))))

    assert verdict_on(BALM, rule, answers={LEAVE_ON: Known("yes")}).kind is LEAVE_OUT
    assert (
        verdict_on(BALM, rule, answers={LEAVE_ON: Known("no")}, leave_on=Known("yes")).kind is KEEP
    )


@pytest.mark.parametrize(
    ("area", "kind"),
    [("cheek", KEEP), ("eye_bone", NOT_NOW), ("lid_skin", NOT_NOW), ("body", NOT_NOW)],
)
def test_a_retinoid_past_the_rung_of_its_place_is_not_for_now(area: str, kind: VerdictKind) -> None:
    rule = a_rule("past", All((RETINOID, Not(one_of(RUNG_HERE, "low_retinoid")))), NOT_NOW)

    assert verdict_on(RETINOL, rule, answers={AREA: areas(area)}).kind is kind


@pytest.mark.parametrize(
    ("bound", "kind"), [(0, LEAVE_OUT), (1, LEAVE_OUT), (2, LEAVE_OUT), (3, KEEP)]
)
def test_the_tier_can_decide(bound: int, kind: VerdictKind) -> None:
    assert verdict_on(RETINOL, a_rule("strong", AtLeast(TIER, bound))).kind is kind


def test_without_a_retinoid_no_tier_is_reached() -> None:
    verdict = verdict_on(BALM, a_rule("any", AtLeast(TIER, 0), acts=True))

    assert (verdict.kind, verdict.tier) == (KEEP, None)


@pytest.mark.parametrize(
    ("quality", "kind"),
    [
        (Quality.GOOD, KEEP),
        (Quality.PARTIAL, KEEP),
        (Quality.NOT_A_LIST, NOT_READ),
        (Quality.EMPTY, NOT_READ),
    ],
)
def test_what_was_not_read_is_never_simply_kept(quality: Quality, kind: VerdictKind) -> None:
    verdict = verdict_on(a_reading(quality=quality), a_rule("fine", ALWAYS, KEEP))

    assert verdict.kind is kind


def test_unread_still_takes_stronger_advice() -> None:
    verdict = verdict_on(a_reading(quality=Quality.EMPTY), a_rule("any", ALWAYS, LEAVE_OUT))

    assert verdict.kind is LEAVE_OUT


@pytest.mark.parametrize(
    ("quality", "kind"),
    [(Quality.GOOD, KEEP), (Quality.PARTIAL, LEAVE_OUT), (Quality.EMPTY, LEAVE_OUT)],
)
def test_a_rule_can_ask_whether_the_label_was_read_well(
    quality: Quality, kind: VerdictKind
) -> None:
    rule = a_rule("unread", one_of(READ_WELL, "no"))

    assert verdict_on(a_reading(an_entry(), quality=quality), rule).kind is kind


@pytest.mark.parametrize(("quality", "kind"), [(Quality.GOOD, KEEP), (Quality.PARTIAL, LEAVE_OUT)])
def test_a_class_not_found_is_surely_absent_only_from_a_good_reading(
    quality: Quality, kind: VerdictKind
) -> None:
    rule = a_rule("retinoid", RETINOID, acts=True)

    assert verdict_on(a_reading(an_entry(), quality=quality), rule).kind is kind


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({LEAVE_ON: Known("yes")}, LEAVE_OUT),
        ({}, LEAVE_OUT),
        ({LEAVE_ON: Known("no")}, KEEP),
        ({KIND: UNKNOWN}, LEAVE_OUT),
        ({KIND: Known("serum")}, KEEP),
        ({KIND: Contradictory(("serum", "oil_or_balm"))}, LEAVE_OUT),
        ({KIND: Contradictory(("serum", "retinoid"))}, KEEP),
    ],
)
def test_a_kind_nobody_named_is_what_the_product_seems_to_be(
    answers: dict[FindingId, Answer], kind: VerdictKind
) -> None:
    rule = a_rule("balm", one_of(KIND, "oil_or_balm"))

    assert verdict_on(BALM, rule, answers=answers).kind is kind


def test_a_product_that_seems_nothing_is_of_unknown_kind() -> None:
    reading = a_reading(quality=Quality.EMPTY)

    verdict = verdict_on(reading, a_rule("other", one_of(KIND, "other"), NOT_NOW), answers={})

    assert verdict.kind is NOT_READ
    assert verdict.unknown == ("kind",)


def test_a_verdict_tells_what_it_saw() -> None:
    reading = a_reading(
        an_entry("retinol", percent=30),
        an_entry(None, text="Retinyl Fooate", family="retinoid-name"),
    )

    verdict = verdict_on(reading)

    assert verdict.tier == 2
    assert verdict.asks == ("Retinyl Fooate",)
    assert verdict.product_kind == "retinoid"
    assert [one.ingredient_class for one in verdict.exposures] == ["retinoid_cosmetic"]


MIXED = a_reading(
    an_entry("glycerin"),
    an_entry("shea-butter", position=3, text="shea  butter"),
    an_entry("petrolatum", position=2, text="White Petrolatum"),
    an_entry("retinol", position=9, text="RETINOL"),
)


@pytest.mark.parametrize(
    ("reading", "rule", "ingredient"),
    [
        (MIXED, a_rule("r", RICH), "White Petrolatum"),
        (MIXED, a_rule("r", All((ALWAYS, AnyOf((RICH,))))), "White Petrolatum"),
        (MIXED, a_rule("r", RETINOID), "Retinol"),
        (MIXED, a_rule("r", AtLeast(TIER, 0)), "Retinol"),
        (MIXED, a_rule("r", Not(one_of(HAS, "acid_bha"))), say("exposure.something_unread")),
        (MIXED, a_rule("r", ALWAYS), say("exposure.something_unread")),
        (a_reading(an_entry(), quality=Quality.PARTIAL), a_rule("r", AtMost(TIER, 3), acts=True),
         say("exposure.something_unread")),
        (a_reading(an_entry("shea-butter", text="shea  butter")), a_rule("r", RICH), "Shea Butter"),
        (a_reading(an_entry(None, text="RETINYL FOOATE", family="retinoid-name")),
         a_rule("r", one_of(MAY_HAVE, "retinoid_cosmetic")), "Retinyl Fooate"),
        (a_reading(an_entry(None, text="RETINYL FOOATE", family="retinoid-name"),
                   an_entry(None, text="Barium", family="nobody-knows"), quality=Quality.PARTIAL),
         a_rule("r", one_of(HAS, "acid_bha"), acts=True), "Retinyl Fooate"),
    ],
)  # fmt: skip
def test_a_reason_names_the_product_and_what_decided(
    reading: LabelReading, rule: ExposureRule, ingredient: object
) -> None:
    (reason,) = verdict_on(reading, rule).reasons

    assert (reason.entry, reason.evidence) == ("r", EVIDENCE)
    assert reason.message.id == "exposure.r"
    assert dict(reason.message.values) == {"ingredient": ingredient, "product": "Balm"}


def test_a_product_without_a_name_has_a_message_for_one() -> None:
    product = a_product(name="")
    rules = exposure_rules(a_rule("r", ALWAYS))

    verdict = judge(product, BALM, a_case(), rules, home_care=home_care())

    assert dict(verdict.reasons[0].message.values)["product"] == say("exposure.unnamed_product")


OPEN_AREA = {LEAVE_ON: Known("yes")}
WASHED = one_of(LEAVE_ON, "no")


@pytest.mark.parametrize(
    ("answers", "rules", "unknown"),
    [
        ({}, (a_rule("r", one_of(LEAVE_ON, "yes"), NOT_NOW),), ["leave_on"]),
        ({}, (a_rule("r", one_of(LEAVE_ON, "yes"), KEEP),), []),
        ({}, (a_rule("r", one_of(LEAVE_ON, "yes"), NOT_NOW, acts=True),), ["leave_on"]),
        ({}, (a_rule("r", AnyOf((ALWAYS, WASHED)), NOT_NOW),), []),
        ({}, (a_rule("s", ALWAYS, NOT_NOW), a_rule("r", WASHED)), []),
        ({}, (a_rule("s", ALWAYS, NOT_NOW), a_rule("r", WASHED, NOT_NOW)), []),
        ({LEAVE_ON: Known("yes")}, (a_rule("r", All((one_of(LEAVE_ON, "yes"), PREGNANT))),),
         ["pregnancy"]),
        ({LEAVE_ON: Known("yes")}, (a_rule("r", PREGNANT, NOT_NOW), a_rule("s", ALWAYS)), []),
        (OPEN_AREA, (a_rule("r", one_of(RUNG_HERE, "gentle")),), ["area"]),
        (OPEN_AREA, (a_rule("r", one_of(RUNG_HERE, "nothing")),), []),
        (OPEN_AREA, (a_rule("r", All((PREGNANT, one_of(RUNG_HERE, "gentle")))),),
         ["area", "pregnancy"]),
        ({AREA: areas("eye_bone")}, (a_rule("r", one_of(RUNG_HERE, "gentle")),), []),
        (OPEN_AREA, (a_rule("r", one_of(RUNG_HERE, "gentle")), a_rule("s", ALWAYS, NOT_NOW)), []),
        ({}, (a_rule("r", All((one_of(LEAVE_ON, "yes"), one_of(AREA, "lips")))),),
         ["area", "leave_on"]),
    ],
)  # fmt: skip
def test_what_is_open_about_the_product_and_could_change_the_advice_is_named(
    answers: dict[FindingId, Answer], rules: tuple[ExposureRule, ...], unknown: list[str]
) -> None:
    assert list(verdict_on(BALM, *rules, answers=answers).unknown) == unknown


GIVEN = one_of(FindingId("prescribed"), "prescribed")
STEROID = a_reading(an_entry(None, text="Fooasone", family="steroid-name"))


@pytest.mark.parametrize(
    ("prescribed", "kind", "by"),
    [
        (Known("prescribed"), ASK_FIRST, ("given",)),
        (Contradictory(("no", "prescribed")), ASK_FIRST, ("given",)),
        (Known("no"), NOT_NOW, ("stop",)),
        (UNKNOWN, NOT_NOW, ("stop",)),
    ],
)
def test_what_is_never_stopped_is_asked_about_first(
    prescribed: Answer, kind: VerdictKind, by: tuple[str, ...]
) -> None:
    rules = replace(
        exposure_rules(a_rule("stop", ALWAYS, NOT_NOW), a_rule("rich", RICH)),
        never_stopped=(a_rule("given", GIVEN, ASK_FIRST),),
    )

    product = a_product({FindingId("prescribed"): prescribed})
    verdict = judge(product, BALM, a_case(), rules, home_care=home_care())

    assert (verdict.kind, verdict.decided_by) == (kind, by)
    assert [one.entry for one in verdict.reasons] == [*by, "rich"]


def test_what_is_never_stopped_is_not_asked_about_without_a_reason() -> None:
    rules = replace(
        exposure_rules(a_rule("rich", RICH)), never_stopped=(a_rule("all", ALWAYS, ASK_FIRST),)
    )

    assert judge(a_product(), BALM, a_case(), rules, home_care=home_care()).kind is LEAVE_OUT


def test_what_only_looks_like_a_steroid_may_be_one() -> None:
    rules = replace(
        exposure_rules(a_rule("stop", ALWAYS, NOT_NOW)),
        families=(a_family("steroid-name", of="steroid", asks=True),),
        never_stopped=(a_rule("steroid", one_of(MAY_HAVE, "steroid"), ASK_FIRST),),
    )

    assert judge(a_product(), STEROID, a_case(), rules, home_care=home_care()).kind is ASK_FIRST


def test_a_damaged_name_may_be_a_medicine_and_is_told_of() -> None:
    damaged = an_entry("adapalene", text="Adapalen3", position=2, mended=True)
    half_read = an_entry(None, text="Retinyl Fooate", position=1, family="retinoid-name")
    rules = exposure_rules(a_rule("maybe", one_of(MAY_HAVE, "retinoid_medicine"), ASK_FIRST))

    verdict = judge(
        a_product(), a_reading(half_read, damaged), a_case(), rules, home_care=home_care()
    )

    assert (verdict.kind, verdict.decided_by) == (ASK_FIRST, ("maybe",))
    assert dict(verdict.reasons[0].message.values)["ingredient"] == "Adapalen3"


def test_nothing_is_kept_while_a_name_is_half_read() -> None:
    reading = a_reading(an_entry(None, text="Retinyl Fooate", family="retinoid-name"))

    verdict = verdict_on(reading, a_rule("fine", ALWAYS, KEEP))

    assert (verdict.kind, verdict.decided_by, verdict.reasons) == (NOT_KNOWN, (), ())
    assert verdict.asks == ("Retinyl Fooate",)
