"""What is known and said of an ingredient, of a label, and of everything named for milia."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from milium.app.imagined import Use, uses_of, uses_of_label
from milium.domain.evidence import Grade
from milium.domain.exposure import (
    Claim,
    ClassRule,
    Exposure,
    ExposureRules,
    GradeList,
    PackSaying,
    Stance,
)
from milium.domain.ids import IngredientId
from milium.domain.knowledge import Knowledge
from milium.domain.labels import Ingredient, LabelReading, Quality
from milium.engine.exposure import MEDICINES, decisive_classes, exposures_on, pack_sayings
from milium.engine.labels import normalise

MILIA, HELP, PORES, SEALING = "milia", "benefit", "comedogenicity", "occlusion"
_LISTED = "compilation"
_PEOPLE = "human"
_SAYING_SO = frozenset({Stance.FOR, Stance.MIXED})
_UNREAD = frozenset({Quality.EMPTY, Quality.NOT_A_LIST})


class Standing(Enum):
    """How the question whether it brings milia stands."""

    CASES = "cases"
    SAID = "said"
    AGAINST = "against"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Listed:
    """What one list says of an ingredient; ``None`` when it is not on it, which is no zero."""

    list: GradeList
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class IngredientCard:
    """One ingredient: who says what, what was tested, how it is weighed, what nobody knows.

    Attributes:
        known: whether any statement is held of it, or it counts as anything.
        medicine: somebody else weighs it: whoever gave it.
        uses: imagined products that hold it, judged; none for a medicine or a mere name.
    """

    ingredient: Ingredient
    known: bool
    standing: Standing
    classes: tuple[ClassRule, ...]
    who_says_so: tuple[Claim, ...]
    against: tuple[Claim, ...]
    helps: tuple[Claim, ...]
    tests: tuple[Claim, ...]
    lists: tuple[Listed, ...]
    other: tuple[Claim, ...]
    unknown: tuple[Claim, ...]
    tested_on_people: bool
    medicine: bool
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """What one list makes of a whole label."""

    list: GradeList
    graded: int
    flagged: tuple[IngredientId, ...]


@dataclass(frozen=True, slots=True)
class ProductCard:
    """One label: what counts on it, what the lists make of it, what to leave out first.

    Attributes:
        read: whether there was a list to read at all.
        bare: how many of the recognised are known by name only.
    """

    reading: LabelReading
    read: bool
    uses: tuple[Use, ...]
    counts: tuple[Exposure, ...]
    lists: tuple[Tally, ...]
    said: tuple[Claim, ...]
    sayings: tuple[PackSaying, ...]
    recognised: int
    unread: int
    bare: int


def find_ingredient(name: str, knowledge: Knowledge) -> Ingredient | None:
    """The ingredient of this name or id, ``None`` when nothing is called that."""
    vocabulary = knowledge.vocabulary
    found = vocabulary.by_name.get(normalise(name), IngredientId(name.strip().lower()))
    return vocabulary.ingredients.get(found)


def ingredient_card(ingredient: Ingredient, knowledge: Knowledge) -> IngredientCard:
    """Everything held of one ingredient, sorted into what a reader asks."""
    rules = knowledge.exposure
    claims = by_grade(rules.claims.get(ingredient.id, ()))
    so = tuple(c for c in claims if c.topic == MILIA and c.stance in _SAYING_SO)
    against = tuple(c for c in claims if _speaks_against(c, said=bool(so)))
    lists = tuple(c for c in claims if c.topic == PORES and c.model == _LISTED)
    helps = tuple(c for c in claims if c.topic == HELP)
    open_ = tuple(c for c in claims if c.topic == MILIA and c.stance is Stance.UNKNOWN)
    tests = tuple(c for c in claims if c.topic in {PORES, SEALING} and c not in (*against, *lists))
    classes = tuple(rule for rule in rules.classes if ingredient.id in rule.members)
    known = bool(claims or classes)
    medicine = any(rule.id in MEDICINES for rule in classes)
    placed = (*so, *against, *lists, *helps, *open_, *tests)
    return IngredientCard(
        ingredient=ingredient,
        known=known,
        standing=_standing(so, against, tests),
        classes=classes,
        who_says_so=so,
        against=against,
        helps=helps,
        tests=tests,
        lists=tuple(Listed(each, _entry_of(each, lists)) for each in rules.lists),
        other=tuple(c for c in claims if c not in placed),
        unknown=open_,
        tested_on_people=any(c.topic == PORES and c.model == _PEOPLE for c in claims),
        medicine=medicine,
        uses=uses_of(ingredient, knowledge) if known and not medicine else (),
    )


def by_grade(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, the better founded first; of one grade in the order of the knowledge."""
    return tuple(sorted(claims, key=lambda claim: claim.evidence.grade.value))


def _speaks_against(claim: Claim, *, said: bool) -> bool:
    """Said against milia; where somebody says so, found not to seal the skin or clog in people."""
    tested = claim.topic == SEALING or (claim.topic == PORES and claim.model == _PEOPLE)
    return claim.stance is Stance.AGAINST and (claim.topic == MILIA or (said and tested))


def _standing(
    so: tuple[Claim, ...], against: tuple[Claim, ...], tests: tuple[Claim, ...]
) -> Standing:
    """Cases count; a test against counts only where no test on people says otherwise."""
    if not so:
        return Standing.NOBODY
    if any(claim.evidence.grade is not Grade.D for claim in so):
        return Standing.CASES
    tested = any(claim.evidence.grade is not Grade.D for claim in against)
    otherwise = any(c.model == _PEOPLE and c.stance is not Stance.AGAINST for c in tests)
    return Standing.AGAINST if tested and not otherwise else Standing.SAID


def _entry_of(each: GradeList, claims: tuple[Claim, ...]) -> Claim | None:
    return next((claim for claim in claims if each.holds(claim)), None)


def named_for(topic: str, knowledge: Knowledge) -> tuple[IngredientCard, ...]:
    """The cards of all that somebody names for this topic, the best founded first.

    Sorted by the best grade, then by how many sources name it, then by name: by evidence, not by
    fear.
    """
    ranked = sorted(
        (_rank(naming, ingredient, knowledge), ingredient)
        for ingredient, claims in knowledge.exposure.claims.items()
        if (naming := [c for c in claims if c.topic == topic and c.stance in _SAYING_SO])
    )
    ingredients = knowledge.vocabulary.ingredients
    return tuple(ingredient_card(ingredients[each], knowledge) for _, each in ranked)


def _rank(
    naming: Sequence[Claim], ingredient: IngredientId, knowledge: Knowledge
) -> tuple[str, int, str]:
    sources = {citation.source for claim in naming for citation in claim.evidence.citations}
    best = min(claim.evidence.grade.value for claim in naming)
    return best, -len(sources), knowledge.vocabulary.ingredients[ingredient].inci


def topics(knowledge: Knowledge) -> tuple[str, ...]:
    """Every topic a claim is about, in the alphabet's order."""
    claims = knowledge.exposure.claims.values()
    return tuple(sorted({claim.topic for found in claims for claim in found}))


def claims_card(reading: LabelReading, knowledge: Knowledge, *, pack: str = "") -> ProductCard:
    """The one honest card of a label.

    Args:
        reading: the label, read.
        knowledge: what it is read with.
        pack: what else stands on the pack (its name, its promises).
    """
    rules = knowledge.exposure
    decisive = decisive_classes(rules)
    found = tuple(dict.fromkeys(e.ingredient for e in reading.entries if e.ingredient is not None))
    claims = [claim for ingredient in found for claim in rules.claims.get(ingredient, ())]
    return ProductCard(
        reading=reading,
        read=reading.quality not in _UNREAD,
        uses=uses_of_label(reading, knowledge),
        counts=tuple(e for e in exposures_on(reading, rules) if e.ingredient_class in decisive),
        lists=tuple(_tally(each, claims) for each in rules.lists if each.popular),
        said=by_grade([c for c in claims if c.topic == MILIA and c.stance in _SAYING_SO]),
        sayings=pack_sayings(f"{pack}\n{reading.label}", rules),
        recognised=len(found),
        unread=sum(entry.ingredient is None for entry in reading.entries),
        bare=sum(1 for _ in _bare(found, rules)),
    )


def _bare(found: Sequence[IngredientId], rules: ExposureRules) -> Iterator[IngredientId]:
    """The ingredients of which nothing is held but the name."""
    classed = {member for rule in rules.classes for member in rule.members}
    yield from (each for each in found if each not in rules.claims and each not in classed)


def _tally(each: GradeList, claims: Sequence[Claim]) -> Tally:
    entries = [claim for claim in claims if each.holds(claim)]
    flagged = (claim.ingredient for claim in entries if flags(each, claim))
    return Tally(each, len(entries), tuple(flagged))


def flags(each: GradeList, claim: Claim) -> bool:
    """Whether readers of this list are told to leave the ingredient out."""
    return each.flags_from is None or (claim.highest or 0) >= each.flags_from
