"""What a product seems to be, where nobody said."""

import pytest

from milium.domain.answers import Answer, Contradictory, Known
from milium.domain.labels import LabelEntry, Quality, Section
from milium.engine.exposure.classes import exposures_on
from milium.engine.exposure.kinds import product_kind
from tests.builders.exposure import KIND, LEAVE_ON, a_product, exposure_rules
from tests.builders.labels import a_reading, an_entry

YES, NO = Known("yes"), Known("no")
FILTER, MINERAL = an_entry("avobenzone"), an_entry("zinc-oxide")
ACTIVE_MINERAL = an_entry("zinc-oxide", section=Section.ACTIVE)
RETINOL, ACID, WATER = an_entry("retinol"), an_entry("salicylic-acid"), an_entry("aqua")


@pytest.mark.parametrize(
    ("leave_on", "entries", "kind"),
    [
        (NO, (WATER,), "cleanser"),
        (NO, (FILTER, RETINOL), "cleanser"),
        (NO, (WATER, an_entry("pumice", position=2)), "scrub"),
        (YES, (WATER, an_entry("pumice", position=2)), "moisturiser"),
        (YES, (RETINOL, ACID, FILTER), "sunscreen"),
        (None, (FILTER,), "sunscreen"),
        (YES, (RETINOL, ACTIVE_MINERAL), "sunscreen"),
        (YES, (MINERAL,), "moisturiser"),
        (YES, (an_entry("adapalene"), RETINOL), "medicine"),
        (YES, (RETINOL, ACID), "retinoid"),
        (YES, (an_entry("retinyl-palmitate"),), "moisturiser"),
        (YES, (ACID,), "acid"),
        (YES, (an_entry("petrolatum", position=1),), "oil_or_balm"),
        (None, (an_entry("petrolatum", position=1),), "oil_or_balm"),
        (YES, (WATER, an_entry("petrolatum", position=2)), "moisturiser"),
        (None, (WATER,), "other"),
        (Contradictory(("no", "yes")), (WATER,), "other"),
    ],
)
def test_the_kind_follows_use_and_contents(
    leave_on: Answer | None, entries: tuple[LabelEntry, ...], kind: str
) -> None:
    product = a_product({} if leave_on is None else {LEAVE_ON: leave_on})
    reading = a_reading(*entries)

    assert product_kind(product, reading, exposures_on(reading, exposure_rules())) == kind


def test_what_the_person_calls_it_counts_first() -> None:
    product = a_product({KIND: Known("serum"), LEAVE_ON: NO})

    assert product_kind(product, a_reading(FILTER), ()) == "serum"


def test_two_names_for_its_kind_are_none() -> None:
    product = a_product({KIND: Contradictory(("serum", "acid")), LEAVE_ON: NO})

    assert product_kind(product, a_reading(WATER), ()) == "cleanser"


@pytest.mark.parametrize("quality", [Quality.EMPTY, Quality.NOT_A_LIST])
def test_an_unread_label_says_nothing_about_the_kind(quality: Quality) -> None:
    assert product_kind(a_product(), a_reading(quality=quality), ()) == "other"
