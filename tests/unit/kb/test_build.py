"""One thing broken in a tiny knowledge, and the refusal that names it."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from milium.domain.findings import FindingKind
from milium.domain.ids import FindingId, IngredientId, MessageId, PlaceId, SourceId
from milium.domain.labels import Section
from milium.domain.modules import Module
from milium.domain.regimens import Slot
from milium.domain.skin_types import Calibration, Provenance, Topic, Wording
from milium.domain.triage import Door, LiftedBy, Rung, When, Zone
from milium.kb import KnowledgeError, UnreadableDocumentError
from tests.builders.knowledge import NAMES, Files, changed, evidence, loaded, tiny_files

Where = tuple[Any, ...]
FINDING: Where = ("findings/all.yaml", "findings")
RULE: Where = ("triage/rules.yaml", "rules", 0)
LADDER: Where = ("triage/ladder.yaml",)
PLACE: Where = ("places/all.yaml", "places", 0)
PLAN: Where = ("regimens/all.yaml",)
SKIN: Where = ("skin_types/all.yaml",)
CLASSES: Where = ("ingredients/classes.yaml",)
CLAIM: Where = ("ingredients/claims/all.yaml", "claims", 0)


def refusal(files: Files, folder: Path) -> str:
    with pytest.raises(KnowledgeError) as caught:
        loaded(files, folder)
    return str(caught.value)


@pytest.mark.parametrize(
    ("where", "to", "said"),
    [
        (("edition.yaml", "version"), {"a": "1"}, "edition.yaml: version: 'value' should be text"),
        (("edition.yaml", "valid_until"), "soon", "edition.yaml: valid_until: 'value: soon' can"),
        (("edition.yaml", "checked_on"), ..., ".checked_on: should stand exactly once"),
        (("sources/all.yaml", "sources", 0, "read"), ..., "'a-paper': 'read' should be text"),
        (("sources/all.yaml", "sources", 0, "year"), "MMXIX", "'year: MMXIX' can't be read"),
        (("sources/all.yaml", "sources", 0, "doi"), "1", "unknown key 'doi'"),
        ((*FINDING, 0, "kind"), "wort", "'kind' should be one of word, words, number, span"),
        ((*FINDING, 0, "scope"), "bump", "'scope' should be one of person, lesion, product"),
        ((*FINDING, 0, "lowest"), "0", "'lowest: 0' can't be read"),
        ((*FINDING, 0, "asked"), "yes", "'age': unknown key 'asked'"),
        ((*FINDING, 1, "decimals"), ..., "'fever': 'decimals' should be text"),
        ((*FINDING, 1, "bands", 0, "at_most"), "37.95", "bands 1: 'at_most: 37.95' can't be read"),
        ((*FINDING, 1, "bands", 0, "to"), "1", "bands 1: unknown key 'to'"),
        ((*FINDING, 4, "decimals"), "one", "'decimals: one' can't be read"),
        (("findings/all.yaml", "questions", 0, "findings"), ["agee"], "no finding 'agee'"),
        (("findings/all.yaml", "questions", 0, "why"), "x", "unknown key 'why'"),
        ((*RULE, "scope"), "all", "'scope' should be one of"),
        ((*RULE, "when_possible"), "wait", "should be one of ask, withhold, act, not 'wait'"),
        ((*RULE, "effect", "when"), "soon", "effect: 'when' should be one of nothing_needed"),
        ((*RULE, "effect", "door"), "gate", "effect: 'door' should be one of emergency"),
        ((*RULE, "effect", "rung"), "high", "effect: 'rung' should be one of nothing, gentle"),
        ((*RULE, "effect", "lifted_by"), "me", "'lifted_by' should be one of pharmacist, doctor"),
        ((*RULE, "effect", "colour"), "red", "effect: unknown key 'colour'"),
        ((*PLACE, "modules_off"), ["triage"], "'modules_off' should be one of sounds_like, choices"),
        ((*RULE, "effect"), ..., "effect: should be a mapping of keys"),
        ((*RULE, "when"), {"is": {"site": "cheek"}}, "about the person can't read 'site' of a bu"),
        ((*LADDER, "zone_caps", "face"), ..., "zone_caps: every zone needs its highest rung"),
        ((*LADDER, "zone_caps", "nose"), "gentle", "should be one of lash_line"),
        ((*LADDER, "zone_caps", "face"), "high", "'zone_caps' should be one of nothing, gentle"),
        ((*LADDER, "site_zones", "cheek"), [], "the site 'cheek' needs at least one zone"),
        ((*LADDER, "site_zones", "cheek"), ..., "the site 'cheek' needs at least one zone"),
        ((*LADDER, "site_zones", "cheek"), ["mouth"], "'cheek' should be one of lash_line"),
        ((*LADDER, "site_zones", "ear"), ["face"], "site_zones: unknown key 'ear'"),
        ((*LADDER, "usual_action"), {"a": "b"}, "usual_action: 'value' should be text"),
        ((*LADDER, "dispositions", 0, "at_least"), "soon", "'at_least' should be one of"),
        ((*LADDER, "dispositions", 0, "when"), "now", "unknown key 'when'"),
        (("conditions/looks.yaml", "looks", 0, "shown_when"), ..., "'shown_when' should be one of"),
        (("conditions/looks.yaml", "looks", 0, "weight"), "1", "'milia': unknown key 'weight'"),
        (("conditions/looks.yaml", "looks", 0, "speaks_for", 0, "weight"), "two", "'weight: two'"),
        (("conditions/looks.yaml", "looks", 0, "speaks_for", 0, "grade"), "A", "unknown key 'gra"),
        ((*PLACE, "contacts", 0), ..., "'GB': has no contact for emergency; add one each"),
        ((*PLACE, "contacts", 0, "number"), "1", "contacts 1: unknown key 'number'"),
        ((*PLACE, "first_door"), {"dermatologist": "gate"}, "'first_door' should be one of"),
        ((*PLACE, "medicine_status"), ["otc"], "'medicine_status' should be a mapping"),
        ((*PLACE, "capital"), "London", "'GB': unknown key 'capital'"),
        (("professions/all.yaml", "professions", 0, "doors"), ["gate"], "'doors' should be one of"),
        (("triage/choices.yaml", "choices", 0, "closed", 0, "say"), ..., "'say' should be text"),
        ((*CLAIM, "ingredient"), "gold", "there is no ingredient 'gold' in ingredients/names.csv"),
        ((*CLAIM, "stance"), "maybe", "'stance' should be one of for, against, mixed, unknown"),
        ((*CLAIM, "range"), ["low"], "claims/all.yaml: 'a-claim'"),
        ((*CLAIM, "verdict"), "bad", "'a-claim': unknown key 'verdict'"),
        ((*CLASSES, "classes", 0, "members"), ["gold"], "there is no ingredient 'gold'"),
        ((*CLASSES, "classes", 0, "or_percent"), "0.001", "'or_percent: 0.001' can't be read"),
        ((*CLASSES, "tiers", 0, "ingredient"), "gold", "there is no ingredient 'gold'"),
        ((*CLASSES, "tiers", 0, "tier"), "low", "'tier: low' can't be read"),
        ((*CLASSES, "families", 0, "pattern"), "(", "classes.yaml: 'cones'"),
        (("ingredients/label.yaml", "headings", 0, "section"), "top", "'section' should be one of"),
        (("ingredients/label.yaml", "reliable_share"), "most", "reliable_share: 'value: most'"),
        (("ingredients/exposure.yaml", "exposure_rules", 0, "when_possible"), "withhold",
         "'when_possible' should be act or ask, not 'withhold'"),
        (("ingredients/exposure.yaml", "exposure_rules", 0, "verdict"), "bad", "should be one of"),
        ((*SKIN, "axes", 0, "prior"), "0.005", "'prior: 0.005' can't be read"),
        ((*SKIN, "items", 0, "thresholds"), ["1"], "needs one threshold between every two words"),
        ((*SKIN, "items", 0, "thresholds"), ["low", "high"], "skin_types/all.yaml: 'shine'"),
        ((*SKIN, "items", 0, "provenance"), ..., "'shine', provenance: should be a mapping"),
        ((*SKIN, "items", 0, "provenance", "wording"), "lent", "'wording' should be one of own"),
        ((*SKIN, "items", 0, "provenance", "calibration"), "some", "should be one of none"),
        ((*SKIN, "items", 0, "provenance", "idea"), "a-book", "its idea is from 'a-book'; cite"),
        ((*SKIN, "items", 0, "provenance", "by"), "me", "provenance: unknown key 'by'"),
        ((*SKIN, "items", 0, "part"), "chin", "'part: chin' can't be read"),
        ((*SKIN, "axes", 0, "elsewhere"), ["O"], "'elsewhere' should hold two letters"),
        ((*SKIN, "sureties", 0, "from"), "half", "'from: half' can't be read"),
        ((*SKIN, "advice", 0, "topic"), "hair", "'topic' should be one of first, cleanser"),
        ((*SKIN, "advice", 0, "when"), {"is": {"oily": "high"}}, "'first'"),
        ((*SKIN, "again", "after_days"), "soon", "'after_days: soon' can't be read"),
        ((*SKIN, "again", "until"), "2", "unknown key 'until'"),
        ((*PLAN, "kinds", 0, "slots"), ["noon"], "'slots' should be one of am_cleanse"),
        ((*PLAN, "kinds", 0, "price_cents"), "5.00", "'price_cents: 5.00' can't be read"),
        ((*PLAN, "slots", 0, "buys"), "maybe", "'buys' should be yes or no"),
        ((*PLAN, "ramp"), ["a"], "regimens/all.yaml: ramp, value: should be a mapping"),
        ((*PLAN, "ramp", "stages", 0, "until"), "2", "stages 1: unknown key 'until'"),
        ((*PLAN, "ramp", "fast"), "2", "unknown key 'fast'"),
        ((*PLAN, "sale_limits", 0, "from_day"), "soon", "'from_day: soon' can't be read"),
        ((*PLAN, "audit", "ages", "gentle"), "1 moon", "'gentle: 1 moon' can't be read"),
        ((*PLAN, "audit", "withheld", 0, "finding"), "fevr", "there is no finding 'fevr'"),
        ((*PLAN, "audit", "withheld", 0, "words"), ["ys"], "'ys' is no word of the finding"),
        ((*PLAN, "audit", "windows", 0, "within"), "a week", "'within: a week' can't be read"),
        ((*PLAN, "constraints", 0, "id"), "no-gold", "'id' should be one of within-the-rung"),
        ((*PLAN, "preferences", 0, "id"), "cheap", "'id' should be one of left-on"),
        ((*PLAN, "tonight", 0, "when"), {}, "'wash': 'when' should be one of"),
        (("courses/all.yaml", "milestones", 0, "kind"), "party", "'kind' should be one of"),
        (("courses/all.yaml", "milestones", 0, "after_days"), "soon", "'after_days: soon' can't"),
        (("courses/all.yaml", "expectations", 0, "weeks"), "2", "'go': unknown key 'weeks'"),
    ],
)  # fmt: skip
def test_one_broken_thing_is_refused_by_name(
    where: Where, to: object, said: str, tmp_path: Path
) -> None:
    assert said in refusal(changed(*where, to=to), tmp_path)


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("sources/all.yaml", "sources"),
        ("findings/all.yaml", "findings"),
        ("findings/all.yaml", "questions"),
        ("triage/rules.yaml", "rules"),
        ("triage/choices.yaml", "choices"),
        ("conditions/looks.yaml", "looks"),
        ("places/all.yaml", "places"),
        ("professions/all.yaml", "professions"),
        ("ingredients/claims/all.yaml", "claims"),
        ("ingredients/classes.yaml", "classes"),
        ("ingredients/classes.yaml", "families"),
        ("ingredients/exposure.yaml", "exposure_rules"),
        ("skin_types/all.yaml", "axes"),
        ("skin_types/all.yaml", "items"),
        ("skin_types/all.yaml", "sureties"),
        ("skin_types/all.yaml", "advice"),
        ("regimens/all.yaml", "kinds"),
        ("regimens/all.yaml", "slots"),
        ("regimens/all.yaml", "irritation"),
        ("regimens/all.yaml", "tonight"),
        ("courses/all.yaml", "expectations"),
        ("courses/all.yaml", "milestones"),
    ],
)
def test_an_entry_that_stands_in_two_files_is_refused(path: str, key: str, tmp_path: Path) -> None:
    files = tiny_files()
    folder = path.split("/", maxsplit=1)[0]
    files[f"{folder}/zz_again.yaml"] = {key: [deepcopy(files[path][key][0])]}

    said = refusal(files, tmp_path)

    assert f"{folder}/zz_again.yaml" in said


@pytest.mark.parametrize("collection", [(*PLAN, "constraints"), (*PLAN, "preferences")])
def test_every_limit_and_criterion_is_wanted_exactly_once(
    collection: Where, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match="needs exactly one"):
        loaded(changed(*collection, 0, to=...), tmp_path)


def test_a_door_with_two_contacts_is_refused(tmp_path: Path) -> None:
    files = tiny_files()
    contacts = files["places/all.yaml"]["places"][0]["contacts"]
    contacts.append({"door": "emergency", "phone": "2", **evidence()})

    assert "emergency" in refusal(files, tmp_path)


def test_two_ingredients_with_one_name_are_refused(tmp_path: Path) -> None:
    files = {**tiny_files(), "ingredients/names.csv": NAMES + "wax,Cera,Wool Wax\n"}

    assert "'Wool Wax' names both 'lanolin' and 'wax'; keep it with one" in refusal(files, tmp_path)


def test_an_ingredient_that_stands_twice_is_refused(tmp_path: Path) -> None:
    files = {**tiny_files(), "ingredients/names.csv": NAMES + "lanolin,Other,\n"}

    assert "lanolin" in refusal(files, tmp_path)


def test_a_table_of_names_with_another_header_is_refused(tmp_path: Path) -> None:
    files = {**tiny_files(), "ingredients/names.csv": NAMES.replace("inci", "name", 1)}

    assert "names.csv" in refusal(files, tmp_path)


def test_a_row_with_too_few_columns_is_an_ingredient_without_other_names(tmp_path: Path) -> None:
    files = {**tiny_files(), "ingredients/names.csv": NAMES + "water,Aqua\n"}

    found = loaded(files, tmp_path).vocabulary

    assert found.ingredients[IngredientId("water")].names == ()


def test_a_collection_nobody_reads_is_refused(tmp_path: Path) -> None:
    files = {**tiny_files(), "triage/more.yaml": {"rule": [{"id": "x"}]}}

    assert "triage/more.yaml: nobody reads 'triage.rule'" in refusal(files, tmp_path)


def test_an_empty_collection_nobody_reads_is_refused_too(tmp_path: Path) -> None:
    files = {**tiny_files(), "triage/more.yaml": {"rule": []}}

    assert "nobody reads 'triage.rule'" in refusal(files, tmp_path)


def test_a_single_value_that_stands_twice_is_refused(tmp_path: Path) -> None:
    files = {**tiny_files(), "triage/more.yaml": {"usual_action": "action.other"}}

    said = refusal(files, tmp_path)

    assert "triage.usual_action: should stand exactly once in the knowledge, not 2 times" in said


@pytest.mark.parametrize("tree", ["text", "[a]", ""])
def test_a_file_that_is_no_mapping_is_refused(tree: str, tmp_path: Path) -> None:
    files = {**tiny_files(), "triage/more.yaml": tree}

    assert "triage/more.yaml: should be a mapping of collections" in refusal(files, tmp_path)


def test_an_entry_that_is_no_mapping_is_refused(tmp_path: Path) -> None:
    files = {**tiny_files(), "triage/more.yaml": {"rules": ["a rule"]}}

    assert "triage/more.yaml: an entry: should be a mapping" in refusal(files, tmp_path)


def test_an_entry_without_an_id_is_called_an_entry(tmp_path: Path) -> None:
    files = {**tiny_files(), "triage/more.yaml": {"rules": [{"scope": "person"}]}}

    assert "triage/more.yaml: an entry: 'id' should be text" in refusal(files, tmp_path)


@pytest.mark.parametrize("content", ["rules: [", "rules: &a []", "rules:\n\t- a"])
def test_a_file_that_is_no_yaml_is_refused_by_name(content: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError, match=r"^triage/more\.yaml: line "):
        loaded({**tiny_files(), "triage/more.yaml": content}, tmp_path)


@pytest.mark.parametrize("path", ["triage/more.yaml", "ingredients/names.csv"])
def test_a_file_that_is_not_utf_8_is_refused_by_name(path: str, tmp_path: Path) -> None:
    with pytest.raises((KnowledgeError, UnreadableDocumentError), match=path):
        loaded({**tiny_files(), path: "rules: []\n# caf\u00e9".encode("latin-1")}, tmp_path)


def test_the_parts_are_what_the_files_say(tmp_path: Path) -> None:
    found = loaded(tiny_files(), tmp_path)

    fever = found.triage.asking.findings[FindingId("fever")]
    assert (fever.kind, fever.lowest, fever.highest, fever.keeps_days) == (
        FindingKind.WORD, 300, 450, 1,
    )  # fmt: skip
    assert [(b.word, b.at_least, b.at_most) for b in fever.bands] == [
        ("no", 300, 379),
        ("yes", 380, 450),
    ]
    assert found.triage.asking.findings[FindingId("age")].highest == 43830
    effect = found.triage.rules[0].effect
    assert (effect.when, effect.door, effect.rung, effect.lifted_by) == (
        When.NOW, Door.EMERGENCY, Rung.NOTHING, LiftedBy.DOCTOR,
    )  # fmt: skip
    assert found.triage.zone_caps == dict.fromkeys(Zone, Rung.GENTLE)
    assert found.triage.site_zones["upper_lid"] == (Zone.LASH_LINE, Zone.LID_SKIN)
    place = found.triage.places[PlaceId("GB")]
    assert place.contacts[Door.NOBODY].name == MessageId("place.GB.nobody")
    assert place.first_door == {Door.DERMATOLOGIST: Door.FAMILY_DOCTOR}
    assert place.modules_off == ()
    assert found.edition.version.startswith("1.2.3+")
    assert found.edition.withdrawals == ()


def test_the_ingredients_and_the_plan_are_what_the_files_say(tmp_path: Path) -> None:
    found = loaded(tiny_files(), tmp_path)

    assert found.vocabulary.by_name["adeps lanae".upper()] == IngredientId("lanolin")
    assert [section for _, section in found.vocabulary.headings] == [Section.BASE]
    assert found.vocabulary.reliable_share == 70
    claim = found.exposure.claims[IngredientId("lanolin")][0]
    assert (claim.lowest, claim.highest, claim.message) == (1, 2, "claim.a-claim")
    tier = found.exposure.tiers[0]
    assert (tier.from_percent, tier.below_percent) == (None, 30)
    assert (found.exposure.classes[0].within, found.exposure.classes[0].or_percent) == (5, 250)
    item = found.skin_types.items[0]
    assert (item.discrimination, item.thresholds, item.part) == (130, (-100, 100), None)
    assert item.provenance == Provenance(Wording.OWN, SourceId("a-paper"), Calibration.NONE)
    assert found.skin_types.axes[0].elsewhere == ("O", "D")
    assert [surety.from_hundredths for surety in found.skin_types.sureties] == [50]
    assert [(a.topic, a.message) for a in found.skin_types.advice] == [(Topic.FIRST, "type.first")]
    assert found.skin_types.again.after_days == 365
    assert found.regimens.kinds[0].slots == (Slot.PM_CLEANSE,)
    assert (found.regimens.slower_hundredths, found.regimens.weeks) == (150, 12)
    assert [stage.message for stage in found.regimens.ramp] == ["ramp.1"]


def test_a_claim_without_a_range_is_not_graded(tmp_path: Path) -> None:
    claim = loaded(changed(*CLAIM, "range", to=None), tmp_path).exposure.claims

    assert [(c.lowest, c.highest) for c in claim[IngredientId("lanolin")]] == [(None, None)]


def test_a_claim_with_one_grade_has_it_at_both_ends(tmp_path: Path) -> None:
    claim = loaded(changed(*CLAIM, "range", to=["3"]), tmp_path).exposure.claims

    assert [(c.lowest, c.highest) for c in claim[IngredientId("lanolin")]] == [(3, 3)]


def test_what_a_rule_may_leave_out_is_left_out(tmp_path: Path) -> None:
    effect = loaded(changed(*RULE, "effect", to={}), tmp_path).triage.rules[0].effect

    assert (effect.when, effect.door, effect.rung, effect.action) == (None, None, None, None)
    assert (effect.who, effect.tonight, effect.lifted_by) == ((), (), LiftedBy.DOCTOR)


def test_a_keyword_stands_for_a_word_of_the_finding(tmp_path: Path) -> None:
    files = {
        **tiny_files(),
        "findings/keywords.yaml": {"keywords": [{"word": "smell", "stems": []}]},
    }

    assert "'smell' is no word of the finding 'words_mention'" in refusal(files, tmp_path)


def test_a_place_switches_parts_off_by_name(tmp_path: Path) -> None:
    files = changed("places/all.yaml", "places", 0, "modules_off", to=["plan", "course"])

    place = loaded(files, tmp_path).triage.places[PlaceId("GB")]

    assert place.modules_off == (Module.PLAN, Module.COURSE)
