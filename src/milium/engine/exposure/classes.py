"""Which classes a label brings, and by which entries."""

from collections.abc import Collection, Iterable, Iterator

from milium.domain.conditions import All, AnyOf, Condition, In, Not
from milium.domain.exposure import ClassRule, Exposure, ExposureRules
from milium.domain.ids import FindingId, IngredientClass, IngredientId
from milium.domain.labels import Family, LabelEntry, LabelReading, Method, Quality, Section

RETINOIDS = frozenset(
    map(IngredientClass, ("retinoid_cosmetic", "retinoid_ester", "retinoid_medicine"))
)
MEDICINES = frozenset(
    map(IngredientClass, ("retinoid_medicine", "steroid", "hydroquinone", "benzoyl_peroxide"))
)
_MEDICAL = RETINOIDS | MEDICINES
_ASKED_FOR = frozenset(map(FindingId, ("has", "may_have")))


def exposures_on(reading: LabelReading, rules: ExposureRules) -> tuple[Exposure, ...]:
    """The classes that count on this label, in the order of the knowledge."""
    by_id = {family.id: family for family in rules.families}
    return tuple(
        Exposure(
            ingredient_class=rule.id,
            ingredients=tuple(one.ingredient for one in found if one.ingredient is not None),
            positions=tuple(one.position for one in found),
        )
        for rule in rules.classes
        if (found := tuple(counted(reading, rule, by_id)))
    )


def decisive_classes(rules: ExposureRules) -> frozenset[IngredientClass]:
    """The classes an advice can turn on: those a rule asks for, and every strong thing."""
    asked = {
        name
        for rule in (*rules.rules, *rules.never_stopped)
        for condition in (rule.when, rule.unless)
        for name in _asked_for(condition)
    }
    return frozenset(
        rule.id for rule in rules.classes if rule.active or rule.id in asked or rule.id in _MEDICAL
    )


def _asked_for(condition: Condition) -> Iterator[str]:
    """Every class a condition names, whether it has to be there or not."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _asked_for(part)
        case Not(part):
            yield from _asked_for(part)
        case In(finding, values) if finding in _ASKED_FOR:
            yield from values
        case _:
            return


def counted(
    reading: LabelReading, rule: ClassRule, families: dict[str, Family]
) -> Iterator[LabelEntry]:
    """The entries that count as this class."""
    for entry in reading.entries:
        if _belongs(entry, rule, families) and _counts(entry, rule):
            yield entry


def _belongs(entry: LabelEntry, rule: ClassRule, families: dict[str, Family]) -> bool:
    """Whether the entry is of the class: by its ingredient, or by a family that decides alone.

    What was read from a damaged name is never a retinoid or a medicine by that alone.
    """
    if entry.ingredient is not None:
        guessed = entry.method is Method.FUZZY and rule.id in _MEDICAL
        return entry.ingredient in rule.members and not guessed
    family = families.get(entry.family or "")
    return family is not None and family.ingredient_class == rule.id and not _asks(family)


def _counts(entry: LabelEntry, rule: ClassRule) -> bool:
    """Whether it stands high enough in the list, or there is enough of it.

    An active counts wherever it stands; what a label only may contain counts for retinoids and
    medicines alone.
    """
    if entry.section is Section.MAY_CONTAIN:
        return rule.id in _MEDICAL
    enough = rule.or_percent is not None and (entry.percent or 0) >= rule.or_percent
    return (
        entry.section is Section.ACTIVE
        or enough
        or rule.within == 0
        or entry.position <= rule.within
    )


def asking(reading: LabelReading, rules: ExposureRules) -> tuple[LabelEntry, ...]:
    """The entries that may be a retinoid or a medicine and were not surely read: a person looks.

    Read by a pattern that decides nothing, or from a damaged name.
    """
    by_id = {family.id: family for family in rules.families}
    medical = [rule.members for rule in rules.classes if rule.id in _MEDICAL]
    return tuple(
        entry
        for entry in reading.entries
        if (
            entry.family is not None
            and ((family := by_id.get(entry.family)) is None or _asks(family))
        )
        or is_guessed(entry, medical)
    )


def is_guessed(entry: LabelEntry, classes: Iterable[Collection[IngredientId]]) -> bool:
    """Whether a damaged name was taken for a member of these classes."""
    return entry.method is Method.FUZZY and any(entry.ingredient in each for each in classes)


def may_have(reading: LabelReading, rules: ExposureRules) -> frozenset[str]:
    """The classes that a name read only by its pattern, or from a damaged one, may belong to."""
    return frozenset(
        name for entry in asking(reading, rules) for name in possible_classes(entry, rules)
    )


def possible_classes(entry: LabelEntry, rules: ExposureRules) -> Iterator[str]:
    """The classes an entry that asks may be of: its family's, or those its guess is a member of."""
    for family in rules.families:
        if family.id == entry.family:
            yield str(family.ingredient_class)
    for rule in rules.classes:
        if rule.id in _MEDICAL and is_guessed(entry, (rule.members,)):
            yield str(rule.id)


def _asks(family: Family) -> bool:
    """A pattern never decides that something is a retinoid or a medicine."""
    return family.asks or family.ingredient_class in _MEDICAL


def is_complete(reading: LabelReading, rules: ExposureRules) -> bool:
    """Whether what was not found is surely not there: a good reading with nothing left to ask."""
    return reading.quality is Quality.GOOD and not asking(reading, rules)
