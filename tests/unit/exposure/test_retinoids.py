"""Whether a retinoid is on a label, and how strong."""

import pytest

from milium.domain.answers import UNKNOWN, Answer, Known
from milium.domain.exposure import TierRule
from milium.domain.labels import LabelEntry, LabelReading, Quality, Section
from milium.domain.truth import Truth
from milium.engine.exposure import retinoid_on_label
from milium.engine.exposure.classes import asking, exposures_on
from milium.engine.exposure.retinoids import strongest, tier_answer
from tests.builders.exposure import TIERS, a_tier, exposure_rules
from tests.builders.labels import a_reading, an_entry

RULES = exposure_rules()
SURE = {
    "no retinoid": (a_reading(an_entry()), Truth.FALSE),
    "a silicone by its family": (a_reading(an_entry(None, family="silicone")), Truth.FALSE),
    "a retinoid": (a_reading(an_entry(), an_entry("retinol", position=30)), Truth.TRUE),
    "an ester": (a_reading(an_entry("retinyl-palmitate", position=30)), Truth.TRUE),
    "a medicine": (a_reading(an_entry("adapalene")), Truth.TRUE),
    "one it may contain": (a_reading(an_entry("retinol", section=Section.MAY_CONTAIN)), Truth.TRUE),
    "a retinoid beside an unread entry": (
        a_reading(an_entry("retinol"), an_entry(None)),
        Truth.TRUE,
    ),
    "an unread entry": (a_reading(an_entry(), an_entry(None)), Truth.UNKNOWN),
    "a name that looks like one": (
        a_reading(an_entry(), an_entry(None, family="retinoid-name")),
        Truth.UNKNOWN,
    ),
    "a damaged name that may be one": (
        a_reading(an_entry(), an_entry("retinol", mended=True)),
        Truth.UNKNOWN,
    ),
    "a damaged name of something else": (
        a_reading(an_entry("glycerin", mended=True)),
        Truth.FALSE,
    ),
    "partly read": (a_reading(an_entry(), quality=Quality.PARTIAL), Truth.UNKNOWN),
    "no list": (a_reading(quality=Quality.NOT_A_LIST), Truth.UNKNOWN),
    "no label": (a_reading(quality=Quality.EMPTY), Truth.UNKNOWN),
}


@pytest.mark.parametrize(("reading", "truth"), SURE.values(), ids=SURE.keys())
def test_a_retinoid_is_surely_there_surely_not_or_unknown(
    reading: LabelReading, truth: Truth
) -> None:
    assert retinoid_on_label(reading, RULES) is truth


@pytest.mark.parametrize(
    ("percent", "tier"),
    [(None, 1), (0, 0), (9, 0), (10, 2), (11, 2), (59, 2), (60, 3), (61, 3), (1000, 3)],
)
def test_the_tier_follows_the_printed_percent(percent: int | None, tier: int) -> None:
    entry = an_entry("retinol", percent=percent)

    assert strongest(a_reading(entry), RULES) == (tier, entry)


@pytest.mark.parametrize(
    ("rows", "tier"),
    [
        ((a_tier("retinol", 3, start=10), a_tier("retinol", 1)), 1),
        ((a_tier("retinol", 3, start=10), a_tier("retinol", 2, start=60)), 3),
    ],
)
def test_a_percent_no_row_fits_takes_the_row_without_percent_or_else_the_highest(
    rows: tuple[TierRule, ...], tier: int
) -> None:
    rules = exposure_rules(tiers=rows)

    found = strongest(a_reading(an_entry("retinol", percent=5)), rules)

    assert found is not None
    assert found[0] == tier


def test_a_row_ends_below_its_upper_percent() -> None:
    rows = (a_tier("retinol", 3, start=0, below=10), a_tier("retinol", 1, start=10))
    entry = an_entry("retinol", percent=10)

    assert strongest(a_reading(entry), exposure_rules(tiers=rows)) == (1, entry)


def test_the_strongest_retinoid_decides() -> None:
    weak, strong = an_entry("retinyl-palmitate"), an_entry("retinol", percent=60)

    assert strongest(a_reading(weak, strong), RULES) == (3, strong)
    assert strongest(a_reading(strong, weak), RULES) == (3, strong)


def test_without_a_retinoid_nothing_is_strongest() -> None:
    assert strongest(a_reading(an_entry()), RULES) is None


@pytest.mark.parametrize(
    ("entry", "quality", "answer"),
    [
        (an_entry("retinol"), Quality.GOOD, Known(1)),
        (an_entry("retinyl-palmitate"), Quality.GOOD, Known(0)),
        (an_entry("retinol"), Quality.PARTIAL, Known(1)),
        (an_entry(), Quality.GOOD, Known(-1)),
        (an_entry(None), Quality.GOOD, Known(-1)),
        (an_entry(), Quality.PARTIAL, UNKNOWN),
        (an_entry(None, family="retinoid-name"), Quality.GOOD, UNKNOWN),
        (an_entry("adapalene"), Quality.GOOD, UNKNOWN),
    ],
)
def test_a_tier_nobody_wrote_down_is_unknown_and_none_is_below_all(
    entry: LabelEntry, quality: Quality, answer: Answer
) -> None:
    assert tier_answer(a_reading(entry, quality=quality), exposure_rules(tiers=TIERS)) == answer


def test_a_damaged_name_has_no_strength_and_is_asked_about() -> None:
    reading = a_reading(an_entry(), an_entry("retinol", mended=True))

    assert strongest(reading, RULES) is None
    assert tier_answer(reading, RULES) == UNKNOWN
    assert [entry.ingredient for entry in asking(reading, RULES)] == ["retinol"]
    assert exposures_on(reading, RULES) == exposures_on(a_reading(an_entry()), RULES)
