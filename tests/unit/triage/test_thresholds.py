"""Each number in the triage rules: one below, at it, one above, far off; the exact rules fired.

The spans of days were worked out by hand from the rules as a clinician reads them ("under 3
months", "from 50 years"), a month being 30.4375 and a year 365.25 days, in whole days.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from milium.domain.triage import TriageRules
from tests.builders.cases import Value, an_adult
from tests.builders.triage import decide, fired_ids, thresholds

EVER = 43830  # 120 years, the oldest age there is
MONTHS_3, MONTHS_6, MONTHS_12 = 91, 182, 365
YEARS_5, YEARS_10, YEARS_12 = 1826, 3652, 4383
YEARS_16, YEARS_18, YEARS_50 = 5844, 6574, 18262

Span = tuple[int, int]
"""From this on, and below that."""

ANY_AGE: Mapping[str, Span] = {
    "under-12-months": (0, MONTHS_12),
    "baby-well": (0, MONTHS_6),
    "baby-6-to-12-months": (MONTHS_6, MONTHS_12),
    "child-usual": (MONTHS_12, YEARS_16),
    "one-to-eleven-years": (MONTHS_12, YEARS_12),
    "twelve-to-seventeen-years": (YEARS_12, YEARS_18),
    "usual": (YEARS_16, EVER + 1),
    "not-looked-at": (YEARS_16, EVER + 1),
}
ADULT: Mapping[str, Span] = {"usual": (0, EVER + 1), "not-looked-at": (0, EVER + 1)}
EVERY_DAY: Span = (0, EVER + 1)
FROM_A_YEAR: Span = (MONTHS_12, EVER + 1)


@dataclass(frozen=True)
class Walk:
    """A description, and along one number which rules fire where."""

    along: str
    told: Mapping[str, Value]
    fired: Mapping[str, Span]
    lowest: int = 0
    highest: int = EVER

    @property
    def stops(self) -> list[int]:
        """Each threshold with one below and one above, and both ends."""
        edges = {
            edge + step for span in self.fired.values() for edge in span for step in (-1, 0, 1)
        }
        return sorted(n for n in edges | {self.lowest, self.highest}
                      if self.lowest <= n <= self.highest)  # fmt: skip


def by_age(told: Mapping[str, Value], **more: Span) -> Walk:
    """A walk from birth to 120 years; well people are reassured only while they are well."""
    fired = {**ANY_AGE, **{rule.replace("_", "-"): span for rule, span in more.items()}}
    return Walk("age", told, {rule: span for rule, span in fired.items() if span[0] < span[1]})


NEVER: Span = (0, 0)
AGES = {
    "well": by_age({}),
    "fever": by_age(
        {"fever": "38_or_more"}, baby_well=NEVER,
        fever_under_3_months=(0, MONTHS_3), baby_fever_3_to_6_months=(MONTHS_3, MONTHS_6),
        fever_elsewhere=(MONTHS_6, EVER + 1),
    ),
    "blisters": by_age(
        {"blisters": "yes"}, newborn_blisters=(0, MONTHS_3),
        baby_blisters=(MONTHS_3, MONTHS_12), blisters=EVERY_DAY,
    ),
    "bruises": by_age(
        {"bruises": "yes"}, baby_bruises=(0, MONTHS_12), child_bruises=(MONTHS_12, YEARS_16),
        bruises_round_bumps=(YEARS_16, EVER + 1),
    ),
    "after radiotherapy": by_age(
        {"risks": ["face_radiotherapy"], "present_for": 30, "count": 5},
        new_bumps_after_radiotherapy=(MONTHS_12, EVER + 1),
    ),
    "very unwell": by_age(
        {"unwell": ["very_unwell"]}, baby_well=NEVER, very_unwell=EVERY_DAY,
        danger_signs=(0, YEARS_5),
    ),
    "hot": by_age(
        {"heat": "hot_or_spreading"}, hot_or_spreading=EVERY_DAY, hot_and_ill=(0, MONTHS_12),
    ),
    "many new ones": by_age(
        {"change": "many_new_ones"}, many_new_ones=(MONTHS_6, EVER + 1),
        child_sign=(MONTHS_6, YEARS_16),
    ),
    "growing fast": by_age(
        {"change": "growing_fast"}, growing_fast=EVERY_DAY, child_urgent_sign=(0, YEARS_16)
    ),
    "bled once": by_age(
        {"bleeding": "once"}, bled_once=EVERY_DAY, bled_once_at_risk=(YEARS_50, EVER + 1),
        newborn_sore=(0, MONTHS_3),
        baby_scab=(0, MONTHS_12),
    ),
    "scab of a baby": by_age(
        {"crust": "new"},
        baby_scab=(0, MONTHS_12),
        newborn_sore=(0, MONTHS_3),
        sore_or_warm=EVERY_DAY,
    ),
    "pus": by_age({"pus": "yes"}, baby_sore=(0, MONTHS_12), sore_or_warm=EVERY_DAY),
    "one old pearly bump": by_age(
        {"colour": "pearly", "count": 1, "present_for": 400},
        pearly_and_single=(YEARS_16, EVER + 1),
    ),
    "raised patch on the lid of last week": by_age(
        {"site": "upper_lid", "eye_zone": "lid_skin", "pattern": "raised_patch", "present_for": 7},
        raised_patch=EVERY_DAY,
        child_sign=(0, YEARS_16),
        lid_bump=(MONTHS_6, EVER + 1),
        lid_bump_does_not_fit=(YEARS_16, EVER + 1),
    ),
    "one new bump on the lid": by_age(
        {"site": "upper_lid", "eye_zone": "lid_skin", "count": 1, "present_for": 7},
        single_new_bump=(YEARS_50, EVER + 1),
        lid_bump=(MONTHS_6, EVER + 1),
        lid_bump_does_not_fit=(YEARS_50, EVER + 1),
    ),
    "one new bump": by_age({"count": 1}, single_new_bump=(YEARS_50, EVER + 1)),
    "on the lid for long": by_age(
        {"site": "upper_lid", "eye_zone": "lid_skin"}, lid_bump=(MONTHS_6, EVER + 1),
        lid_bump_that_stays=(YEARS_16, EVER + 1),
    ),
    "lid by its zone": by_age(
        {"site": "brow", "eye_zone": "lid_skin", "present_for": 7},
        lid_bump=(MONTHS_6, EVER + 1),
    ),
    "pregnant": by_age({"pregnancy": "pregnant"}, pregnant_or_trying=(YEARS_10, EVER + 1)),
    "perhaps pregnant": by_age(
        {"pregnancy": "possible"}, pregnancy_possible=(YEARS_10, EVER + 1)
    ),
    "pregnant with a retinoid": by_age(
        {"pregnancy": "pregnant", "uses_retinoid": "yes"},
        pregnant_or_trying=(YEARS_10, EVER + 1), retinoid_while_pregnant=(YEARS_10, EVER + 1),
    ),
    "trying with a retinoid": by_age(
        {"pregnancy": "trying", "uses_retinoid": "yes"},
        pregnant_or_trying=(YEARS_10, EVER + 1), retinoid_while_trying=(YEARS_10, EVER + 1),
    ),
    "oral retinoid, perhaps pregnant": by_age(
        {"pregnancy": "possible", "medicines": ["oral_retinoid"]}, oral_retinoid=EVERY_DAY,
        pregnancy_possible=(YEARS_10, EVER + 1), oral_retinoid_maybe_pregnant=(YEARS_10, EVER + 1),
    ),
    "breastfeeding": by_age({"breastfeeding": "yes"}, breastfeeding=(YEARS_10, EVER + 1)),
    "steroid": by_age({"medicines": ["steroid_cream_long"]}, steroid_for_long=EVERY_DAY),
    "cream without a list": by_age(
        {"medicines": ["cream_without_list"]}, cream_without_a_list=EVERY_DAY
    ),
    "ciclosporin, old bump": by_age(
        {"medicines": ["ciclosporin"], "present_for": 400}, ciclosporin=EVERY_DAY
    ),
    "cancer medicine, old bump": by_age(
        {"medicines": ["cancer_medicine"], "present_for": 400}, cancer_medicine=EVERY_DAY
    ),
    "in the mouth": by_age({"site": "inside_mouth", "eye_zone": "body"}, in_the_mouth=FROM_A_YEAR),
    "in the mouth, growing": by_age(
        {"site": "inside_mouth", "eye_zone": "body", "change": "growing_slowly"},
        in_the_mouth=FROM_A_YEAR, in_the_mouth_and_changing=FROM_A_YEAR,
        growing_or_changing=EVERY_DAY, child_sign=(0, YEARS_16),
    ),
    "genitals": by_age({"site": "genitals", "eye_zone": "body"}, on_the_genitals=FROM_A_YEAR),
    "lip": by_age({"site": "lip"}, on_the_lip=FROM_A_YEAR),
    "family": by_age({"family": ["lung_collapse"]}, family_clues=EVERY_DAY),
    "wants to open it": by_age({"wants": "open_it_myself"}, wants_to_open_it=FROM_A_YEAR),
    "wants them gone": by_age({"wants": "gone_soon"}, wants_them_gone=(YEARS_16, EVER + 1)),
    "looked at": by_age(
        {"named_by": "doctor", "named_as": "milia"}, not_looked_at=NEVER,
        looked_at=(YEARS_16, EVER + 1),
    ),
    "eczema": by_age({"conditions": ["eczema"]}, easily_upset_skin=FROM_A_YEAR),
    "lupus": by_age({"conditions": ["lupus"]}, lupus_or_blistering=EVERY_DAY),
    "just lasered": by_age(
        {"procedures": ["laser"], "procedure_ago": 1},
        after_a_procedure=FROM_A_YEAR, skin_still_healing=FROM_A_YEAR,
    ),
    "fever, only in free words": by_age(
        {"words_mention": ["fever"], "fever": "feels_hot"}, baby_well=NEVER,
        words_fever=(0, MONTHS_6), fever_under_3_months=(0, MONTHS_3),
        baby_fever_3_to_6_months=(MONTHS_3, MONTHS_6), fever_elsewhere=(MONTHS_6, EVER + 1),
    ),
    "pus and fever": by_age(
        {"pus": "yes", "fever": "38_or_more"}, baby_well=NEVER,
        fever_under_3_months=(0, MONTHS_3), baby_fever_3_to_6_months=(MONTHS_3, MONTHS_6),
        fever_elsewhere=(MONTHS_6, EVER + 1), sore_with_fever=(MONTHS_6, EVER + 1),
        baby_sore=(0, MONTHS_12), sore_or_warm=EVERY_DAY,
    ),
    "blue bump at the corner of the eye": by_age(
        {"site": "eye_corner", "eye_zone": "eye_bone", "colour": "see_through_or_blue"},
        baby_blue_bump_at_the_nose_corner=(0, MONTHS_12), on_the_eye_bone=EVERY_DAY,
    ),
    "sore private place": by_age(
        {"site": "genitals", "eye_zone": "body", "pain": "yes"}, newborn_sore=(0, MONTHS_3),
        on_the_genitals=FROM_A_YEAR, blisters_on_the_genitals=FROM_A_YEAR, sore_or_warm=EVERY_DAY,
    ),
    "just burnt": by_age(
        {"procedures": ["burn"], "procedure_ago": 1}, after_burn_or_blisters=FROM_A_YEAR
    ),
    "just waxed": by_age(
        {"procedures": ["waxing"], "procedure_ago": 1}, just_waxed_or_treated=FROM_A_YEAR
    ),
    "just tattooed": by_age(
        {"procedures": ["tattoo"], "procedure_ago": 1}, fresh_tattoo=FROM_A_YEAR
    ),
}  # fmt: skip


def of_an_adult(along: str, told: Mapping[str, Value], *, highest: int = EVER, lowest: int = 0,
                **more: Span) -> Walk:  # fmt: skip
    """A walk of the typical adult along another number."""
    extra = {rule.replace("_", "-"): span for rule, span in more.items()}
    return Walk(along, told, {**ADULT, **extra}, lowest, highest)


OTHERS = {
    "size": of_an_adult(
        "size_mm", {}, lowest=1, highest=2000, rather_big=(31, 2001), bigger_than_milia=(41, 2001)
    ),
    "size, named by a doctor": Walk(
        "size_mm", {"named_by": "doctor", "named_as": "milia"},
        {"usual": (0, 2001), "looked-at": (0, 2001), "rather-big": (31, 2001)}, 1, 2000,
    ),
    "size, of a child": Walk(
        "size_mm",
        {"age": YEARS_10},
        {
            "child-usual": (0, 2001),
            "one-to-eleven-years": (0, 2001),
            "rather-big": (31, 2001),
            "bigger-than-milia": (41, 2001),
            "child-sign": (41, 2001),
        },
        1,
        2000,
    ),
    "size with a rolled edge": of_an_adult(
        "size_mm", {"vessels_or_rolled_edge": "yes"}, lowest=1, highest=2000,
        edge_or_vessels=(0, 2001), rather_big=(31, 2001), bigger_than_milia=(41, 2001),
        edge_or_vessels_where_delay_matters=(200, 2001),
    ),
    "size on the lid, last week": of_an_adult(
        "size_mm",
        {"site": "lower_lid", "eye_zone": "lid_skin", "present_for": 7},
        lowest=1,
        highest=2000,
        lid_bump=(0, 2001),
        rather_big=(31, 2001),
        bigger_than_milia=(41, 2001),
        lid_bump_does_not_fit=(41, 2001),
    ),
    "how many, pearly": of_an_adult(
        "count", {"colour": "pearly"}, lowest=1, highest=1000, pearly_and_single=(1, 2)
    ),
    "how many, pearly on the lid": of_an_adult(
        "count",
        {"colour": "pearly", "site": "lower_lid", "eye_zone": "lid_skin", "present_for": 7},
        lowest=1,
        highest=1000,
        lid_bump=(0, 1001),
        pearly_and_single=(1, 2),
        lid_bump_does_not_fit=(1, 2),
    ),
    "how many, at 50": of_an_adult(
        "count", {"age": YEARS_50}, lowest=1, highest=1000, single_new_bump=(1, 2)
    ),
    "how long, one bump at 50": of_an_adult(
        "present_for", {"age": YEARS_50, "pattern": "single"}, single_new_bump=(0, MONTHS_12 + 1)
    ),
    "how long, transplant": of_an_adult(
        "present_for", {"risks": ["transplant"]},
        transplant_new_or_growing=(0, MONTHS_12 + 1), weak_immune_new_bump=(0, MONTHS_12 + 1),
    ),
    "how long, on the lid": of_an_adult(
        "present_for", {"site": "lower_lid", "eye_zone": "lash_line"},
        lid_bump=(0, EVER + 1), lid_bump_that_stays=(28, EVER + 1),
    ),
    "since a peel": of_an_adult(
        "procedure_ago", {"procedures": ["peel"]},
        after_a_procedure=(0, MONTHS_6 + 1), skin_still_healing=(0, 57),
    ),
    "how long, after radiotherapy": of_an_adult(
        "present_for", {"risks": ["face_radiotherapy"]},
        new_bumps_after_radiotherapy=(0, MONTHS_12 + 1),
    ),
    "since blisters": of_an_adult(
        "procedure_ago", {"procedures": ["blisters"]}, after_burn_or_blisters=(0, MONTHS_12 + 1)
    ),
    "since waxing": of_an_adult(
        "procedure_ago", {"procedures": ["waxing"]}, just_waxed_or_treated=(0, 8)
    ),
    "since a tattoo": of_an_adult(
        "procedure_ago", {"procedures": ["tattoo"]}, fresh_tattoo=(0, 43)
    ),
}  # fmt: skip
WALKS = {**AGES, **OTHERS}


@pytest.mark.parametrize("name", WALKS)
def test_each_rule_fires_from_its_threshold_and_nowhere_else(
    name: str, quick_rules: TriageRules
) -> None:
    walk = WALKS[name]

    for stop in walk.stops:
        result = decide(an_adult(**{**walk.told, walk.along: stop}), quick_rules)
        expected = {rule for rule, (start, end) in walk.fired.items() if start <= stop < end}
        assert fired_ids(result) == expected, (walk.along, stop)


def test_every_threshold_of_every_rule_is_walked_over(rules: TriageRules) -> None:
    walked = {
        (rule, walk.along, edge)
        for walk in WALKS.values()
        for rule, span in walk.fired.items()
        for edge in span
    }
    written = {
        (rule.id, finding, edge) for rule in rules.rules for finding, edge in thresholds(rule.when)
    }

    assert written - walked == set()
