"""When an ingredient counts as its class."""

import pytest

from milium.domain.exposure import Exposure
from milium.domain.ids import IngredientClass, IngredientId
from milium.domain.labels import LabelEntry, Quality, Section
from milium.engine.exposure.classes import asking, exposures_on, is_complete
from tests.builders.exposure import a_class, exposure_rules
from tests.builders.labels import a_family, a_reading, an_entry

MAY_CONTAIN, ACTIVE = Section.MAY_CONTAIN, Section.ACTIVE


def classes_on(*entries: LabelEntry) -> list[str]:
    return [one.ingredient_class for one in exposures_on(a_reading(*entries), exposure_rules())]


@pytest.mark.parametrize(
    ("position", "counts"), [(1, True), (2, True), (3, True), (4, False), (40, False)]
)
def test_a_rich_oil_counts_among_the_first_three(position: int, counts: bool) -> None:
    assert classes_on(an_entry("petrolatum", position=position)) == ["occlusive_rich"] * counts


@pytest.mark.parametrize(
    ("percent", "counts"), [(49, False), (50, True), (51, True), (200, True), (None, False)]
)
def test_an_acid_low_in_the_list_counts_from_its_percent(percent: int | None, counts: bool) -> None:
    entry = an_entry("salicylic-acid", position=20, percent=percent)

    assert classes_on(entry) == ["acid_bha"] * counts


def test_a_printed_percent_alone_makes_nothing_of_a_class_without_one() -> None:
    assert classes_on(an_entry("petrolatum", position=20, percent=9000)) == []


def test_an_active_counts_wherever_it_stands() -> None:
    assert classes_on(an_entry("petrolatum", position=20, section=ACTIVE)) == ["occlusive_rich"]


@pytest.mark.parametrize(
    ("ingredient", "classes"),
    [
        ("petrolatum", []),
        ("dimethicone", []),
        ("retinol", ["retinoid_cosmetic"]),
        ("retinyl-palmitate", ["retinoid_ester"]),
        ("adapalene", ["retinoid_medicine"]),
    ],
)
def test_what_a_label_may_contain_counts_for_retinoids_and_medicines_alone(
    ingredient: str, classes: list[str]
) -> None:
    assert classes_on(an_entry(ingredient, section=MAY_CONTAIN)) == classes


@pytest.mark.parametrize("medicine", ["steroid", "hydroquinone", "benzoyl_peroxide"])
def test_a_medicine_that_may_be_in_it_counts(medicine: str) -> None:
    rules = exposure_rules(classes=(a_class(medicine, "it"),))

    assert len(exposures_on(a_reading(an_entry("it", section=MAY_CONTAIN)), rules)) == 1


def test_an_exposure_names_its_ingredients_and_places() -> None:
    reading = a_reading(
        an_entry("petrolatum", position=1),
        an_entry(None, position=2, family="butter"),
        an_entry("shea-butter", position=3),
    )

    assert exposures_on(reading, exposure_rules()) == (
        Exposure(
            IngredientClass("occlusive_rich"),
            (IngredientId("petrolatum"), IngredientId("shea-butter")),
            (1, 2, 3),
        ),
    )


def test_a_family_decides_only_for_its_own_class() -> None:
    assert classes_on(an_entry(None, family="silicone")) == ["silicone_non_volatile"]


def test_an_unknown_entry_is_of_no_class() -> None:
    assert classes_on(an_entry(None)) == []


def test_a_retinoid_by_its_family_alone_asks() -> None:
    entry = an_entry(None, family="retinoid-name")

    assert classes_on(entry) == []
    assert asking(a_reading(entry), exposure_rules()) == (entry,)


def test_a_family_of_a_medical_class_asks_even_where_the_data_forget_to_say_so() -> None:
    rules = exposure_rules(families=(a_family("sly", of="retinoid_medicine", asks=False),))
    entry = an_entry(None, family="sly")

    assert exposures_on(a_reading(entry), rules) == ()
    assert asking(a_reading(entry), rules) == (entry,)


def test_a_family_that_asks_decides_nothing() -> None:
    rules = exposure_rules(families=(a_family(asks=True),))
    entry = an_entry(None, family="silicone")

    assert exposures_on(a_reading(entry), rules) == ()
    assert asking(a_reading(entry), rules) == (entry,)


def test_a_family_nobody_explains_asks() -> None:
    entry = an_entry(None, family="silicone")
    rules = exposure_rules(families=())

    assert asking(a_reading(entry), rules) == (entry,)


def test_a_family_that_decides_does_not_ask() -> None:
    assert asking(a_reading(an_entry(None, family="silicone")), exposure_rules()) == ()


@pytest.mark.parametrize(
    ("quality", "family", "complete"),
    [
        (Quality.GOOD, None, True),
        (Quality.PARTIAL, None, False),
        (Quality.GOOD, "silicone", True),
        (Quality.GOOD, "retinoid-name", False),
    ],
)
def test_only_a_good_reading_that_asks_nothing_is_complete(
    quality: Quality,
    family: str | None,
    complete: bool,
) -> None:
    reading = a_reading(an_entry(None, family=family), quality=quality)

    assert is_complete(reading, exposure_rules()) is complete
