"""For each rule and each word it listens to: which words fire it, and that no other does."""

from dataclasses import dataclass, field

import pytest

from milium.domain.answers import Chosen, Known
from milium.domain.findings import FindingKind
from milium.domain.ids import FindingId
from milium.domain.triage import TriageRules
from tests.builders.cases import Value, an_adult, months, years
from tests.builders.triage import decide, fired_ids

AT_THE_LID = {"upper_lid", "lower_lid", "eye_corner"}
NEAR_THE_EYE = AT_THE_LID | {"under_eye", "brow"}
CANCER_SITES = NEAR_THE_EYE | {"nose", "lip", "ear"}
LID_ZONES = {"lash_line", "lid_skin"}
BESIDE_THE_EYE = ("cheek", "nose", "forehead", "temple", "brow", "under_eye", "eye_corner")
RISKS = {"skin_cancer_before", "face_radiotherapy", "transplant", "weak_immune_system"}
GROWING = {"growing_slowly", "growing_fast", "colour_or_shape"}
PICKED = {"fingers", "needle_or_tool"}
TRAINED = {"pharmacist", "nurse", "optometrist", "doctor"}
ILL = {"floppy", "hard_to_wake", "weak_cry", "not_feeding", "rash_that_does_not_fade",
       "breathing_trouble"}  # fmt: skip
HOT = {"38_or_more", "feels_hot"}
WEAK = {"weak_immune_system", "transplant"}


@dataclass(frozen=True)
class Row:
    """A rule, the finding, the words that fire it; ``also`` makes the rest of the rule true."""

    rule: str
    finding: str
    words: set[str]
    also: dict[str, Value] = field(default_factory=dict)


BABY: dict[str, Value] = {"age": 14}
FOUR_MONTHS: dict[str, Value] = {"age": months(4)}
CHILD: dict[str, Value] = {"age": years(8)}
HEAT: dict[str, Value] = {"heat": "hot_or_spreading"}
ON_LID: dict[str, Value] = {"site": "upper_lid", "eye_zone": "lid_skin"}
OLD: dict[str, Value] = {"present_for": years(3)}
NEEDLE_ON_LID: dict[str, Value] = {**ON_LID, "tried_to_open": "needle_or_tool"}
PEELED: dict[str, Value] = {"procedure_ago": 1}
NOBODY_ELSE: dict[str, Value] = {"eye_zone": "body"}

ROWS = [
    Row("danger-signs", "unwell", ILL),
    Row("danger-signs", "unwell", ILL | {"very_unwell"}, {"age": years(4)}),
    Row("very-unwell", "unwell", {"very_unwell", "bad_headache"}),
    Row("baby-well", "fever", {"no"}, BABY),
    Row("fever-under-3-months", "fever", HOT, BABY),
    Row("baby-fever-3-to-6-months", "fever", HOT, FOUR_MONTHS),
    Row("newborn-blisters", "blisters", {"yes", "one_side_of_forehead_or_nose"}, BABY),
    Row("newborn-blisters", "texture", {"fluid"}, BABY),
    Row("baby-blisters", "blisters", {"yes"}, FOUR_MONTHS),
    Row("baby-sore", "heat", {"warm"}, FOUR_MONTHS),
    Row("baby-scab", "crust", {"new"}, FOUR_MONTHS),
    Row("baby-scab", "bleeding", {"once"}, FOUR_MONTHS),
    Row("child-sign", "change", {"growing_slowly", "colour_or_shape", "many_new_ones"}, CHILD),
    Row("child-sign", "pattern", {"raised_patch"}, CHILD),
    Row("child-urgent-sign", "change", {"growing_fast"}, CHILD),
    Row("child-urgent-sign", "bleeding", {"more_than_once"}, CHILD),
    Row("child-urgent-sign", "crust", {"not_healing"}, CHILD),
    Row("child-urgent-sign", "site", NEAR_THE_EYE, {**CHILD, "change": "growing_slowly"}),
    Row("hot-at-the-eye", "site", NEAR_THE_EYE, HEAT),
    Row("hot-and-ill", "fever", HOT, HEAT),
    Row("fever-elsewhere", "fever", HOT),
    Row("newborn-sore", "crust", {"new", "not_healing"}, BABY),
    Row("newborn-sore", "bleeding", {"once", "more_than_once"}, BABY),
    Row("newborn-sore", "heat", {"warm"}, BABY),
    Row("newborn-sore", "pain", {"yes"}, BABY),
    Row("bleeding-on-thinners", "medicines", {"blood_thinner"}, {"bleeding": "once"}),
    Row("bleeding-on-thinners", "bleeding", {"once", "more_than_once"},
        {"medicines": ["blood_thinner"]}),
    Row("sore-with-fever", "fever", HOT, {"pus": "yes"}),
    Row("sore-with-fever", "heat", {"warm"}, {"fever": "38_or_more"}),
    Row("baby-blue-bump-at-the-nose-corner", "site", {"eye_corner", "lower_lid"},
        {**BABY, "colour": "see_through_or_blue"}),
    Row("baby-blue-bump-at-the-nose-corner", "colour", {"see_through_or_blue"},
        {**BABY, "site": "eye_corner"}),
    Row("blisters-on-the-genitals", "site", {"genitals"}, {**NOBODY_ELSE, "pain": "yes"}),
    Row("blisters-on-the-genitals", "blisters", {"yes"}, {**NOBODY_ELSE, "site": "genitals"}),
    Row("blisters-on-the-genitals", "texture", {"fluid"}, {**NOBODY_ELSE, "site": "genitals"}),
    Row("darker-than-skin", "colour", {"darker_than_skin"}),
    Row("darker-than-skin", "named_by", {"nobody", "online", "esthetician"},
        {"colour": "darker_than_skin"}),
    Row("weak-immune-and-dented", "risks", WEAK, {"opening": "dent"}),
    Row("weak-immune-and-dented", "medicines", {"ciclosporin", "cancer_medicine"},
        {"opening": "dent"}),
    Row("weak-immune-and-dented", "opening", {"dent"}, {"risks": ["transplant"]}),
    Row("weak-immune-and-dented", "colour", {"pearly"}, {"risks": ["transplant"]}),
    Row("new-bumps-after-radiotherapy", "risks", {"face_radiotherapy"}),
    Row("new-bumps-after-radiotherapy", "named_by",
        {"nobody", "online", "esthetician", "pharmacist", "optometrist"},
        {"risks": ["face_radiotherapy"]}),
    Row("skin-still-healing", "procedures", {"laser", "peel", "dermabrasion", "microneedling"},
        PEELED),
    Row("hot-and-ill", "unwell", {"very_unwell"}, HEAT),
    Row("hot-and-ill", "risks", WEAK, HEAT),
    Row("hot-or-spreading", "heat", {"hot_or_spreading"}),
    Row("eye-emergency", "eye_trouble",
        {"sudden_sight_loss", "pain_moving_eye", "double_sight", "bulging_eye"}),
    Row("chemical-in-eye", "eye_trouble", {"chemical_in_eye"}),
    Row("needle-in-eye", "eye_trouble", {"needle_in_eye"}),
    Row("red-painful-eye", "eye_trouble", {"red_painful_eye"}),
    Row("shingles-near-the-eye", "blisters", {"one_side_of_forehead_or_nose"}),
    Row("reaction-now", "reaction",
        {"breathing_trouble", "lip_or_tongue_swelling", "face_swelling"}),
    Row("reaction-hives", "reaction", {"hives"}),
    Row("reaction-blistering", "reaction", {"blistering"}),
    Row("weak-immune-and-ill", "fever", HOT, {"risks": ["transplant"]}),
    Row("weak-immune-and-ill", "unwell", {"bad_headache", "very_unwell"}, {"risks": ["transplant"]}),
    Row("weak-immune-and-ill", "risks", WEAK, {"fever": "feels_hot"}),
    Row("weak-immune-and-ill", "medicines", {"ciclosporin", "cancer_medicine"},
        {"fever": "38_or_more"}),
    Row("needle-on-lid", "site", AT_THE_LID, {"tried_to_open": "needle_or_tool"}),
    Row("needle-on-lid", "tried_to_open", {"needle_or_tool"}, ON_LID),
    Row("needle-on-lid-and-trouble", "site", AT_THE_LID,
        {"tried_to_open": "needle_or_tool", "pain": "yes"}),
    Row("needle-on-lid-and-trouble", "heat", {"warm", "hot_or_spreading"}, NEEDLE_ON_LID),
    Row("needle-on-lid-and-trouble", "bleeding", {"more_than_once"}, NEEDLE_ON_LID),
    Row("needle-on-lid-and-trouble", "pus", {"yes"}, NEEDLE_ON_LID),
    Row("needle-on-lid-and-trouble", "one_sided_red_eye", {"yes"}, NEEDLE_ON_LID),
    Row("needle-on-lid-and-trouble", "eye_trouble",
        {"red_painful_eye", "sudden_sight_loss", "pain_moving_eye", "double_sight"}, NEEDLE_ON_LID),
    Row("lid-bump", "site", {"upper_lid", "lower_lid"}),
    Row("lid-bump-that-stays", "named_by", {"nobody", "online", "esthetician", "pharmacist",
                                            "nurse"}, ON_LID),
    Row("lid-bump-does-not-fit", "pattern", {"raised_patch"}, ON_LID),
    Row("lid-bump-does-not-fit", "change", {"many_new_ones"}, ON_LID),
    Row("lid-bump-does-not-fit", "colour", {"pearly"}, {**ON_LID, "count": 1}),
    Row("lid-lashes-gone", "site", AT_THE_LID | {"under_eye"}, {"lash_loss": "yes"}),
    Row("lid-one-red-eye", "site", AT_THE_LID | {"under_eye"}, {"one_sided_red_eye": "yes"}),
    Row("lid-same-place-again", "site", AT_THE_LID, {"same_place_again": "yes"}),
    Row("lid-growing", "site", AT_THE_LID, {"change": "growing_slowly"}),
    Row("lid-growing", "change", GROWING, ON_LID),
    Row("lid-open-or-bleeding", "site", AT_THE_LID, {"crust": "not_healing"}),
    Row("lid-open-or-bleeding", "bleeding", {"once", "more_than_once"}, ON_LID),
    Row("lid-open-or-bleeding", "vessels_or_rolled_edge", {"yes"}, ON_LID),
    Row("on-the-eye-bone", "site", {"under_eye", "brow", "eye_corner"}, {"eye_zone": "eye_bone"}),
    Row("bled-more-than-once", "bleeding", {"more_than_once"}),
    Row("bled-once", "bleeding", {"once"}),
    Row("bled-once-at-risk", "site", CANCER_SITES | {"scalp"}, {"bleeding": "once"}),
    Row("bled-once-at-risk", "risks", RISKS, {"bleeding": "once"}),
    Row("crust-not-healing", "crust", {"not_healing"}),
    Row("edge-or-vessels-where-delay-matters", "site", CANCER_SITES,
        {"vessels_or_rolled_edge": "yes"}),
    Row("edge-or-vessels-where-delay-matters", "same_place_again", {"yes"},
        {"vessels_or_rolled_edge": "yes"}),
    Row("edge-or-vessels", "vessels_or_rolled_edge", {"yes"}),
    Row("numb-bump", "numb", {"yes"}),
    Row("bruises-round-bumps", "bruises", {"yes"}),
    Row("child-bruises", "bruises", {"yes"}, {"age": 3000}),
    Row("baby-bruises", "bruises", {"yes"}, {"age": 100}),
    Row("growing-fast", "change", {"growing_fast"}),
    Row("growing-or-changing", "change", {"growing_slowly", "colour_or_shape"}),
    Row("pearly-and-single", "colour", {"pearly"}, {"pattern": "single"}),
    Row("pearly-and-single", "pattern", {"single"}, {"colour": "pearly"}),
    Row("dark-and-changing", "colour", {"brown_or_black", "darker_than_skin"},
        {"change": "growing_slowly"}),
    Row("dark-and-changing", "change", GROWING, {"colour": "brown_or_black"}),
    Row("transplant-new-or-growing", "risks", {"transplant"}),
    Row("transplant-new-or-growing", "change", GROWING | {"many_new_ones"},
        {**OLD, "risks": ["transplant"]}),
    Row("single-new-bump", "risks", RISKS | {"sunbeds"}, {"count": 1}),
    Row("single-new-bump", "pattern", {"single"}, {"age": years(60)}),
    Row("weak-immune-new-bump", "risks", WEAK),
    Row("weak-immune-new-bump", "medicines", {"ciclosporin", "cancer_medicine"}),
    Row("raised-patch", "pattern", {"raised_patch"}),
    Row("many-new-ones", "change", {"many_new_ones"}),
    Row("brown-or-black", "colour", {"brown_or_black"}),
    Row("brown-or-black", "named_by", {"nobody", "online", "esthetician", "pharmacist",
                                       "optometrist"}, {"colour": "brown_or_black"}),
    Row("in-the-mouth", "site", {"inside_mouth"}, NOBODY_ELSE),
    Row("in-the-mouth-and-changing", "change", GROWING, {"site": "inside_mouth"}),
    Row("in-the-mouth-and-changing", "bleeding", {"once", "more_than_once"},
        {"site": "inside_mouth"}),
    Row("on-the-genitals", "site", {"genitals"}, NOBODY_ELSE),
    Row("on-the-lip", "site", {"lip"}),
    Row("family-clues", "family", {"lung_collapse", "kidney_cancer"}),
    Row("family-early-skin-cancer", "family", {"early_skin_cancer"}),
    Row("prescribed-retinoid", "medicines", {"skin_retinoid_prescribed"}),
    Row("named-something-else", "named_by", TRAINED, {"named_as": "something_else"}),
    Row("looked-at", "named_by", TRAINED),
    Row("not-looked-at", "named_by", {"nobody", "online", "esthetician"}),
    Row("picked-and-hot", "tried_to_open", PICKED, HEAT),
    Row("picked-and-sore", "tried_to_open", PICKED, {"pus": "yes"}),
    Row("picked-and-sore", "heat", {"warm"}, {"tried_to_open": "fingers"}),
    Row("picked", "tried_to_open", PICKED),
    Row("sore-or-warm", "crust", {"new", "not_healing"}),
    Row("sore-or-warm", "heat", {"warm"}),
    Row("wants-to-open-it", "wants", {"open_it_myself"}),
    Row("wants-them-gone", "wants", {"gone_soon"}),
    Row("before-removal", "wants", {"gone_soon", "open_it_myself"},
        {"medicines": ["blood_thinner"]}),
    Row("before-removal", "conditions", {"keloid", "diabetes"}, {"wants": "gone_soon"}),
    Row("pregnant-or-trying", "pregnancy", {"pregnant", "trying"}),
    Row("pregnancy-possible", "pregnancy", {"possible", "rather_not_say"}),
    Row("retinoid-while-pregnant", "pregnancy", {"pregnant"}, {"uses_retinoid": "yes"}),
    Row("retinoid-while-pregnant", "medicines", {"skin_retinoid_prescribed"},
        {"pregnancy": "pregnant"}),
    Row("retinoid-while-trying", "pregnancy", {"trying", "possible", "rather_not_say"},
        {"uses_retinoid": "yes"}),
    Row("oral-retinoid-maybe-pregnant", "pregnancy",
        {"pregnant", "trying", "possible", "rather_not_say"}, {"medicines": ["oral_retinoid"]}),
    Row("breastfeeding", "breastfeeding", {"yes", "rather_not_say"}),
    Row("oral-retinoid", "medicines", {"oral_retinoid"}),
    Row("steroid-for-long", "medicines", {"steroid_cream_long"}),
    Row("cream-without-a-list", "medicines", {"cream_without_list", "lightening_cream"}),
    Row("ciclosporin", "medicines", {"ciclosporin"}),
    Row("cancer-medicine", "medicines", {"cancer_medicine"}),
    Row("after-a-procedure", "procedures", {"laser", "peel", "dermabrasion", "microneedling"},
        PEELED),
    Row("after-burn-or-blisters", "procedures", {"burn", "blisters", "radiotherapy"}, PEELED),
    Row("just-waxed-or-treated", "procedures", {"waxing", "extraction"}, PEELED),
    Row("fresh-tattoo", "procedures", {"tattoo"}, PEELED),
    Row("skin-hurt-now", "skin_now",
        {"sunburn", "broken_skin", "eczema_flare", "peeling", "stinging_with_water"}),
    Row("easily-upset-skin", "conditions", {"eczema", "rosacea", "psoriasis"}),
    Row("lupus-or-blistering", "conditions", {"lupus", "blistering_disease"}),
    Row("eczema-and-blisters", "conditions", {"eczema"}, {"blisters": "yes"}),
    Row("eczema-and-blisters", "skin_now", {"eczema_flare"}, {"blisters": "yes"}),
    Row("blisters", "blisters", {"yes", "one_side_of_forehead_or_nose"}),
    Row("knowledge-expired", "knowledge_expired", {"yes"}),
]  # fmt: skip

BY_ZONE: dict[str, tuple[dict[str, Value], tuple[str, ...], set[str]]] = {
    "hot-at-the-eye": ({"heat": "hot_or_spreading"}, ("cheek", "nose", "forehead", "temple"),
                       LID_ZONES | {"eye_bone"}),
    "lid-bump": ({}, BESIDE_THE_EYE, LID_ZONES),
    "lid-bump-that-stays": ({}, BESIDE_THE_EYE, LID_ZONES),
    "lid-bump-does-not-fit": ({"size_mm": 50}, BESIDE_THE_EYE, LID_ZONES),
    "needle-on-lid": ({"tried_to_open": "needle_or_tool"}, BESIDE_THE_EYE[:-1], LID_ZONES),
    "needle-on-lid-and-trouble": ({"tried_to_open": "needle_or_tool", "pain": "yes"},
                                  BESIDE_THE_EYE[:-1], LID_ZONES),
    "lid-lashes-gone": ({"lash_loss": "yes"}, BESIDE_THE_EYE[:5], LID_ZONES | {"eye_bone"}),
    "lid-one-red-eye": ({"one_sided_red_eye": "yes"}, BESIDE_THE_EYE[:5],
                        LID_ZONES | {"eye_bone"}),
    "lid-same-place-again": ({"same_place_again": "yes"}, BESIDE_THE_EYE[:-1], LID_ZONES),
    "lid-growing": ({"change": "growing_slowly"}, BESIDE_THE_EYE[:-1], LID_ZONES),
    "lid-open-or-bleeding": ({"crust": "not_healing"}, BESIDE_THE_EYE[:-1], LID_ZONES),
    "on-the-eye-bone": ({}, ("under_eye", "brow", "eye_corner"), {"eye_bone"}),
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.rule} by {row.finding}" for row in ROWS])
def test_rule_listens_to_these_words_and_no_others(row: Row, quick_rules: TriageRules) -> None:
    finding = quick_rules.asking.findings[FindingId(row.finding)]
    heard = set()
    for word in finding.words:
        ticked = finding.kind is FindingKind.WORDS
        said = Chosen(frozenset({word}), complete=True) if ticked else Known(word)
        case = an_adult(**{**row.also, row.finding: said})
        if row.rule in fired_ids(decide(case, quick_rules)):
            heard.add(word)

    assert heard == row.words


@pytest.mark.parametrize("rule", BY_ZONE)
def test_zone_named_counts_beside_the_eye(rule: str, quick_rules: TriageRules) -> None:
    """Far from the eye a zone is not asked for; the sites that are at the lid need none."""
    told, sites, zones = BY_ZONE[rule]
    every = quick_rules.asking.findings[FindingId("eye_zone")].words

    for site in sites:
        heard = {
            zone
            for zone in every
            if rule
            in fired_ids(decide(an_adult(**{**told, "site": site, "eye_zone": zone}), quick_rules))
        }
        assert heard == zones, site


def test_every_rule_is_heard_at_least_once(rules: TriageRules) -> None:
    by_age_alone = {"under-12-months", "baby-6-to-12-months", "child-usual", "usual",
                    "one-to-eleven-years", "twelve-to-seventeen-years"}  # fmt: skip
    by_size_alone = {"rather-big", "bigger-than-milia"}
    by_free_words = {
        rule.id for rule in rules.rules if FindingId("words_mention") in rule.when.reads
    }  # tests/unit/app/test_mentions.py, tests/spec/edges.yaml

    listening = {row.rule for row in ROWS} | set(BY_ZONE) | by_age_alone | by_size_alone
    listening |= by_free_words

    assert listening == {rule.id for rule in rules.rules}
