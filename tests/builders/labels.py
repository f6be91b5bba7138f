"""A small vocabulary, and readings, each with one thing changed."""

from milium.domain.evidence import Citation, Evidence, Grade
from milium.domain.ids import IngredientClass, IngredientId, MessageId, SourceId
from milium.domain.labels import (
    Family,
    Ingredient,
    LabelEntry,
    LabelReading,
    Method,
    Quality,
    Section,
    Vocabulary,
)
from milium.engine.labels import normalise

EVIDENCE = Evidence(Grade.D, (Citation(SourceId("background-knowledge"), "a test"),), None)
NAMES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("aqua", "AQUA", ("Water", "Eau")),
    ("glycerin", "GLYCERIN", ()),
    ("parfum", "PARFUM", ("Fragrance",)),
    ("limonene", "LIMONENE", ()),
    ("linalool", "LINALOOL", ()),
    ("hexanediol", "1,2-HEXANEDIOL", ()),
    ("zinc-oxide", "ZINC OXIDE", ()),
    ("avobenzone", "BUTYL METHOXYDIBENZOYLMETHANE", ("Avobenzone",)),
    ("petrolatum", "PETROLATUM", ()),
    ("shea-butter", "BUTYROSPERMUM PARKII BUTTER", ("Shea Butter",)),
    ("sunflower-oil", "HELIANTHUS ANNUUS SEED OIL", ()),
    ("retinol", "RETINOL", ("Vitamin A",)),
    ("retinyl-acetate", "RETINYL ACETATE", ()),
    ("retinyl-palmitate", "RETINYL PALMITATE", ()),
    ("isosorbide", "DIMETHYL ISOSORBIDE", ()),
    ("tocopherol", "TOCOPHEROL", ()),
    ("adipic-acid", "ADIPIC ACID", ()),
    ("titanium-dioxide", "TITANIUM DIOXIDE", ("CI 77891",)),
    ("mica", "MICA", ("CI 77019",)),
    ("phenoxyethanol", "PHENOXYETHANOL", ()),
    ("triglyceride", "CAPRYLIC/CAPRIC TRIGLYCERIDE", ()),
    ("red-iron-oxide", "CI 77491", ("Iron Oxides",)),
    ("salicylic-acid", "SALICYLIC ACID", ()),
)
HEADINGS = (
    ("INGREDIENTS", Section.BASE),
    ("INACTIVE INGREDIENTS", Section.BASE),
    ("LISTE D'INGRÉDIENTS", Section.BASE),
    ("ACTIVE INGREDIENTS", Section.ACTIVE),
    ("MAY CONTAIN", Section.MAY_CONTAIN),
    ("PEUT CONTENIR", Section.MAY_CONTAIN),
    ("+/-", Section.MAY_CONTAIN),
)


def a_family(
    family_id: str = "silicone",
    pattern: str = ".*METHICONE",
    *,
    of: str = "silicone_non_volatile",
    asks: bool = False,
) -> Family:
    """The silicones ending in METHICONE."""
    return Family(family_id, pattern, IngredientClass(of), asks, EVIDENCE)


FAMILIES = (
    a_family(),
    a_family("retinoid-name", ".*RETIN(?:OL|YL|OATE).*", of="retinoid_cosmetic", asks=True),
)


def a_vocabulary(
    *,
    families: tuple[Family, ...] = FAMILIES,
    headings: tuple[tuple[str, Section | None], ...] = HEADINGS,
    reliable_share: int = 60,
) -> Vocabulary:
    """Some twenty names, two families, headings in two languages."""
    ingredients = {
        IngredientId(one): Ingredient(IngredientId(one), inci, names) for one, inci, names in NAMES
    }
    by_name = {
        normalise(name): IngredientId(one) for one, inci, names in NAMES for name in (inci, *names)
    }
    placeholders = ("NO INFO", "VISIT THE")
    return Vocabulary(ingredients, by_name, families, placeholders, headings, reliable_share)


def an_entry(
    ingredient: str | None = "glycerin",
    *,
    position: int = 1,
    text: str = "",
    family: str | None = None,
    section: Section = Section.BASE,
    percent: int | None = None,
    mended: bool = False,
) -> LabelEntry:
    """Glycerin, first in the list, read exactly."""
    printed = text or (ingredient or "Somethingol").replace("-", " ").upper()
    method = Method.EXACT if ingredient else Method.FAMILY if family else Method.UNKNOWN
    method = Method.FUZZY if mended else method
    return LabelEntry(
        text=printed,
        start=0,
        end=len(printed),
        ingredient=None if ingredient is None else IngredientId(ingredient),
        family=family,
        method=method,
        confidence=100 if ingredient else 0,
        section=section,
        position=position,
        percent=percent,
    )


def a_reading(
    *entries: LabelEntry, quality: Quality = Quality.GOOD, problem: str = ""
) -> LabelReading:
    """A good reading of these entries."""
    label = ", ".join(entry.text for entry in entries)
    return LabelReading(label, entries, quality, MessageId(problem) if problem else None)
