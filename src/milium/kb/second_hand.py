"""What a verdict reads, written a second time by another hand, and compared.

The files stand in ``proof/second_hand``: no part of what is known, and never read by an engine.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from milium.domain.exposure import ExposureRules
from milium.domain.ids import IngredientClass, IngredientId
from milium.domain.knowledge import Knowledge
from milium.engine.exposure import decisive_classes
from milium.kb.conditions import scaled
from milium.kb.entries import Entry, KnowledgeError, near
from milium.kb.read import knowledge_root, proof_files
from milium.kb.strict_yaml import parse_yaml

FOLDER = "second_hand"
_percent = scaled(2)

Row = tuple[int, int | None, int | None]


@dataclass(frozen=True, slots=True)
class SecondHand:
    """What the second hand says of one ingredient.

    Attributes:
        classes: the decisive classes it belongs to; empty: to none of them.
        tiers: rows of tier, from and below (hundredths of a percent); ``None``: not written.
        where: file and entry.
    """

    ingredient: IngredientId
    classes: frozenset[IngredientClass]
    tiers: frozenset[Row] | None
    where: str


def load_second_hand(knowledge: Knowledge) -> tuple[SecondHand, ...]:
    """Everything the second hand wrote.

    Raises:
        KnowledgeError: an entry is wrong, or an ingredient stands there twice.
    """
    return read_second_hand(proof_files(knowledge_root(), FOLDER), knowledge)


def read_second_hand(contents: Mapping[str, bytes], knowledge: Knowledge) -> tuple[SecondHand, ...]:
    """What these files say, by path."""
    found: dict[IngredientId, SecondHand] = {}
    for path, data in contents.items():
        for entry in Entry(parse_yaml(data.decode(), path), path).entries("second_hand"):
            each = _second(entry, knowledge)
            if each.ingredient in found:
                entry.fail(f"'{each.ingredient}' is in {found[each.ingredient].where} too")
            found[each.ingredient] = each
    return tuple(found.values())


def _second(entry: Entry, knowledge: Knowledge) -> SecondHand:
    ingredient = IngredientId(entry.text("ingredient"))
    if ingredient not in knowledge.vocabulary.ingredients:
        entry.fail(f"there is no ingredient '{ingredient}' in ingredients/names.csv")
    decisive = decisive_classes(knowledge.exposure)
    words = tuple(IngredientClass(word) for word in entry.words("classes"))
    for word in words:
        if word not in decisive:
            entry.fail(f"'{word}' is no class an advice turns on{near(word, decisive)}")
    rows = entry.entries("tiers")
    entry.cited(knowledge.sources)
    return entry.done(
        SecondHand(
            ingredient=ingredient,
            classes=frozenset(words),
            tiers=frozenset(map(_row, rows)) if rows else None,
            where=entry.where,
        )
    )


def _row(entry: Entry) -> Row:
    return entry.done(
        (
            entry.value("tier", int),
            entry.optional("from_percent", _percent),
            entry.optional("below_percent", _percent),
        )
    )


def differences(second: Collection[SecondHand], rules: ExposureRules) -> tuple[str, ...]:
    """Where the two hands disagree, one line each; nobody is right by default."""
    return tuple(line for each in second for line in _compared(each, rules))


def _compared(second: SecondHand, rules: ExposureRules) -> Iterator[str]:
    first = _first_hand(second.ingredient, rules)
    if first != second.classes:
        one, two = (", ".join(sorted(each)) or "none" for each in (first, second.classes))
        yield f"{second.where}: '{second.ingredient}': first hand {one}; second hand {two}"
    rows = frozenset(
        (row.tier, row.from_percent, row.below_percent)
        for row in rules.tiers
        if row.ingredient == second.ingredient
    )
    if second.tiers is not None and rows != second.tiers:
        yield f"{second.where}: '{second.ingredient}': the tiers of the two hands differ"


def _first_hand(ingredient: IngredientId, rules: ExposureRules) -> frozenset[IngredientClass]:
    decisive = decisive_classes(rules)
    return frozenset(
        rule.id for rule in rules.classes if rule.id in decisive and ingredient in rule.members
    )


def to_write_twice(rules: ExposureRules) -> tuple[IngredientId, ...]:
    """All that a second hand has to write: what an advice turns on, and what claims are held of.

    Those of no decisive class are among them, so that the list itself does not tell.
    """
    decisive = decisive_classes(rules)
    members = (rule.members for rule in rules.classes if rule.id in decisive)
    return tuple(sorted(frozenset(rules.claims).union(*members)))


def check_second_hand(knowledge: Knowledge) -> None:
    """Refuse knowledge whose two hands disagree.

    Raises:
        KnowledgeError: listing every difference, at once.
    """
    problems = differences(load_second_hand(knowledge), knowledge.exposure)
    if problems:
        raise KnowledgeError("\n".join(problems))
