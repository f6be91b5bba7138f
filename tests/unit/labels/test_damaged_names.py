"""Damaged names: what is mended, and what is rather left unread."""

import pytest

from milium.domain.ids import IngredientId
from milium.domain.labels import Ingredient, Method, Vocabulary
from milium.engine.labels import normalise, read_label

NAMES = (
    "AQUA", "GLYCERIN", "RETINOL", "RETINAL", "RETINYL PALMITATE", "PHENOXYETHANOL", "TALC",
    "POLYSORBATE 20", "POLYSORBATE 80", "SODIUM CHLORIDE", "ETHYL LACTATE", "BUTANE", "MALT EXTRACT",
    "SODIUM LAURYL SULFATE", "CAPRYLIC/CAPRIC TRIGLYCERIDE", "1,2-HEXANEDIOL", "FARNESOL",
    "TOCOPHERYL ACETATE", "TOCOPHERYL NICOTINATE", "HYDROXYETHYLCELLULOSE", "DICETYL PHOSPHATE",
    "PEG-8", "BEESWAX", "CETEARYL ALCOHOL", "CARBOMER", "PARFUM", "ROSA DAMASCENA FLOWER WATER",
)  # fmt: skip


def vocabulary() -> Vocabulary:
    ids = {name: IngredientId(name.lower()) for name in NAMES}
    return Vocabulary(
        ingredients={one: Ingredient(one, name, ()) for name, one in ids.items()},
        by_name={normalise(name): one for name, one in ids.items()},
        families=(),
        placeholders=(),
        headings=(),
        reliable_share=60,
        confusables=frozenset({"MILT"}),
    )


def read_as(name: str) -> tuple[str | None, Method]:
    entry = read_label(f"Aqua, Glycerin, {name}, Talc", vocabulary()).entries[2]
    return entry.ingredient, entry.method


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Ret1nol", "retinol"),
        ("G1ycerin", "glycerin"),
        ("Phen0xyethanol", "phenoxyethanol"),
        ("Ta1c", "talc"),
        ("Retiny1 Pa1mitate", "retinyl palmitate"),
        ("Retinly Palmitate", "retinyl palmitate"),
        ("Sodiurn Lauryl Su1fate", "sodium lauryl sulfate"),
        ("Sodium Laury Sulfat", "sodium lauryl sulfate"),
        ("Hydroxyethlcellulose", "hydroxyethylcellulose"),
        ("Hydroxyetylcelulose", "hydroxyethylcellulose"),
        ("capric triglyceride", "caprylic/capric triglyceride"),
        ("Rosa Darnascena (Rose) Flower Water", "rosa damascena flower water"),
    ],
)
def test_a_damaged_name_is_mended_and_says_so(printed: str, meant: str) -> None:
    assert read_as(printed) == (meant, Method.FUZZY)


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("Retinel", "two names are as near"),
        ("Polysorbate 60", "numbers stay as they are"),
        ("Sodium Chlorite", "the ending tells chemicals apart"),
        ("Farnesal", "the ending tells chemicals apart"),
        ("Butene", "the ending tells chemicals apart"),
        ("Methyl Lactate", "METHYL is not ETHYL"),
        ("Ditocopheryl Acetate", "a count tells chemicals apart"),
        ("Milt Extract", "MILT is right as it stands"),
        ("Tale of two cities that goes on and on", "a sentence"),
        ("Xyz", "too short"),
        ("Tocopheryl Xylophone", "no name is near"),
        ("Zzzzzzz Qqqqqqq Wwwwwww Kkkkkkk Jjjjjjj", "too much is damaged"),
        ("a b c d e f g h i j k l m n", "too many words"),
    ],
)
def test_what_may_be_another_name_is_left_unread(printed: str, why: str) -> None:
    assert read_as(printed)[0] is None, why


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Cetearylalcohol", "cetearyl alcohol"),
        ("Phenoxy Ethanol", "phenoxyethanol"),
        ("Polysorbate-20", "polysorbate 20"),
        ("1.2-Hexanediol", "1,2-hexanediol"),
        ("Pàrfüm", "parfum"),
    ],
)
def test_spaces_dashes_and_accents_are_no_damage(printed: str, meant: str) -> None:
    assert read_as(printed) == (meant, Method.ALIAS)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("Tocopheryl Ace", "tocopheryl acetate"), ("Tocopheryl", None), ("Par", None), ("Qqqq", None)],
)
def test_a_list_that_breaks_off_is_completed_where_one_name_begins_so(
    printed: str, meant: str | None
) -> None:
    reading = read_label(f"Aqua, Glycerin, {printed}", vocabulary())

    assert reading.entries[-1].ingredient == meant
    assert (reading.problem == "label.cut_off") == (meant is not None)


def test_a_text_of_damaged_names_is_not_relied_on() -> None:
    reading = read_label("G1ycerin, Ta1c, Carborner", vocabulary())

    assert reading.problem == "label.damaged"
