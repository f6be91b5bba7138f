"""Retinoids: whether one is on a label, and how strong."""

from milium.domain.answers import UNKNOWN, Answer, Known
from milium.domain.exposure import ExposureRules, TierRule
from milium.domain.labels import LabelEntry, LabelReading, Method, Quality
from milium.domain.truth import Truth
from milium.engine.exposure.classes import RETINOIDS, asking, counted, is_complete

_SURELY_NONE = Known(-1)  # below every tier, so that no "at least" can hold


def retinoid_on_label(reading: LabelReading, rules: ExposureRules) -> Truth:
    """Whether a retinoid is on the label; unknown while one entry is unread or only looks like one.

    Where on the list a retinoid counts is the class's to say.
    """
    families = {family.id: family for family in rules.families}
    retinoids = (rule for rule in rules.classes if rule.id in RETINOIDS)
    if any(any(counted(reading, rule, families)) for rule in retinoids):
        return Truth.TRUE
    unread = any(entry.ingredient is None and entry.family is None for entry in reading.entries)
    if unread or reading.quality is not Quality.GOOD or asking(reading, rules):
        return Truth.UNKNOWN
    return Truth.FALSE


def strongest(reading: LabelReading, rules: ExposureRules) -> tuple[int, LabelEntry] | None:
    """The highest tier on the label with the entry that has it, or ``None`` without any."""
    tiers = [
        (tier, entry)
        for entry in reading.entries
        if entry.method is not Method.FUZZY and (tier := _tier(entry, rules.tiers)) is not None
    ]
    return max(tiers, key=lambda found: found[0], default=None)


def _tier(entry: LabelEntry, tiers: tuple[TierRule, ...]) -> int | None:
    """The tier by printed percent; without one, or where none fits, the row for no percent."""
    rows = [row for row in tiers if row.ingredient == entry.ingredient]
    fitting = [row for row in rows if _fits(entry.percent, row)]
    unprinted = [row for row in rows if row.from_percent is None]
    return max((row.tier for row in fitting or unprinted or rows), default=None)


def _fits(percent: int | None, row: TierRule) -> bool:
    if percent is None or row.from_percent is None:
        return percent is None and row.from_percent is None
    return row.from_percent <= percent and (
        row.below_percent is None or percent < row.below_percent
    )


def tier_answer(reading: LabelReading, rules: ExposureRules) -> Answer:
    """The tier as an answer: known, surely none (-1), or unknown."""
    found = strongest(reading, rules)
    if found is not None:
        return Known(found[0])
    missed = retinoid_on_label(reading, rules) is Truth.TRUE or not is_complete(reading, rules)
    return UNKNOWN if missed else _SURELY_NONE
