"""Names, claims, classes, tiers, families and exposure rules out of ``ingredients/``."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from milium.domain.conditions import NEVER
from milium.domain.exposure import (
    Claim,
    ClassRule,
    ExposureRule,
    ExposureRules,
    GradeList,
    PackClaim,
    Stance,
    TierRule,
    VerdictKind,
)
from milium.domain.findings import Asking
from milium.domain.ids import IngredientClass, IngredientId, MessageId, RuleId, SourceId
from milium.domain.labels import Family, Ingredient, Section, Vocabulary
from milium.engine.labels import normalise
from milium.kb.collections import Collections
from milium.kb.conditions import Conditions, scaled
from milium.kb.entries import Entry, KnowledgeError

NO_LIST = "no_list"
"""What a heading opens that is followed by anything but a list."""
_percent = scaled(2)


def build_vocabulary(collections: Collections, rows: Sequence[Mapping[str, str]]) -> Vocabulary:
    """The slice reading a label needs.

    Raises:
        KnowledgeError: an ingredient or a name stands there twice.
    """
    ingredients: dict[IngredientId, Ingredient] = {}
    for found in map(_ingredient, rows):
        if found.id in ingredients:
            message = f"ingredients/names.csv: '{found.id}' stands there twice; keep one row"
            raise KnowledgeError(message)
        ingredients[found.id] = found
    return Vocabulary(
        ingredients=ingredients,
        by_name=_by_name(tuple(ingredients.values())),
        families=tuple(_family(entry) for entry in collections.entries("ingredients.families")),
        placeholders=tuple(map(normalise, collections.words("ingredients.placeholders"))),
        headings=tuple(_heading(entry) for entry in collections.entries("ingredients.headings")),
        reliable_share=collections.value("ingredients.reliable_share").value("value", scaled(2)),
        umbrellas=frozenset(map(normalise, collections.words("ingredients.umbrellas"))),
        qualifiers=frozenset(map(normalise, collections.words("ingredients.qualifiers"))),
        prose_words=_in_capitals(collections.words("ingredients.prose_words")),
        confusables=_in_capitals(collections.words("ingredients.confusables")),
        denials=_in_capitals(collections.words("ingredients.denials")),
    )


def _in_capitals(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word.upper() for word in words)


def _ingredient(row: Mapping[str, str]) -> Ingredient:
    names = tuple(name for name in (row["names"] or "").split("|") if name)
    return Ingredient(IngredientId(row["id"]), row["inci"], names)


def _by_name(ingredients: Sequence[Ingredient]) -> Mapping[str, IngredientId]:
    """Every name once.

    Raises:
        KnowledgeError: two ingredients share a name.
    """
    found: dict[str, IngredientId] = {}
    for ingredient in ingredients:
        for name in (ingredient.inci, *ingredient.names):
            other = found.setdefault(normalise(name), ingredient.id)
            if other != ingredient.id:
                message = (
                    f"ingredients/names.csv: '{name}' names both '{other}' and "
                    f"'{ingredient.id}'; keep it with one"
                )
                raise KnowledgeError(message)
    return found


def _family(entry: Entry) -> Family:
    return entry.done(
        Family(
            id=entry.text("id"),
            pattern=entry.value("pattern", lambda text: re.compile(text).pattern),
            ingredient_class=IngredientClass(entry.text("class")),
            asks=entry.flag("asks"),
            evidence=entry.evidence(),
        )
    )


def _heading(entry: Entry) -> tuple[str, Section | None]:
    word = entry.text("section")
    section = None if word == NO_LIST else entry.member("section", word, Section)
    return entry.done((normalise(entry.text("text")), section))


def build_exposure(
    collections: Collections, asking: Asking, vocabulary: Vocabulary, conditions: Conditions
) -> ExposureRules:
    """The slice judging a product reads."""
    claims: dict[IngredientId, list[Claim]] = {}
    classes = tuple(
        _class(entry, vocabulary) for entry in collections.entries("ingredients.classes")
    )
    for entry in collections.entries("ingredients.claims"):
        claim = _claim(entry, vocabulary)
        claims.setdefault(claim.ingredient, []).append(claim)
    return ExposureRules(
        findings=asking.findings,
        families=vocabulary.families,
        claims={ingredient: tuple(found) for ingredient, found in claims.items()},
        classes=with_families(classes, vocabulary),
        tiers=tuple(_tier(entry, vocabulary) for entry in collections.entries("ingredients.tiers")),
        rules=tuple(
            _exposure_rule(entry, conditions)
            for entry in collections.entries("ingredients.exposure_rules")
        ),
        never_stopped=tuple(
            _exposure_rule(entry, conditions)
            for entry in collections.entries("ingredients.never_stopped")
        ),
        lists=tuple(_list(entry) for entry in collections.entries("ingredients.lists")),
        pack_claims=tuple(
            _pack_claim(entry) for entry in collections.entries("ingredients.pack_claims")
        ),
    )


def with_families(classes: tuple[ClassRule, ...], vocabulary: Vocabulary) -> tuple[ClassRule, ...]:
    """The classes with what is in none of them but fits a family's pattern, as a name never seen.

    A row in the table of names must not take an ingredient out of the class that its name alone
    would put it in. A family that asks adds nothing.
    """
    placed = frozenset(member for rule in classes for member in rule.members)
    families = tuple(family for family in vocabulary.families if not family.asks)
    patterns = [(re.compile(family.pattern), family.ingredient_class) for family in families]
    added: dict[IngredientClass, set[IngredientId]] = {}
    for one in vocabulary.ingredients.values():
        if one.id not in placed:
            name = normalise(one.inci)
            found = next((to for pattern, to in patterns if pattern.fullmatch(name)), None)
            if found is not None:
                added.setdefault(found, set()).add(one.id)
    return tuple(
        replace(rule, members=rule.members | added.get(rule.id, frozenset())) for rule in classes
    )


def _known(name: str, entry: Entry, vocabulary: Vocabulary) -> IngredientId:
    if name not in vocabulary.ingredients:
        entry.fail(f"there is no ingredient '{name}' in ingredients/names.csv")
    return IngredientId(name)


def _claim(entry: Entry, vocabulary: Vocabulary) -> Claim:
    grades = entry.numbers("range", int) or (None, None)
    claim_id = entry.text("id")
    says = entry.text("says", f"claim.{claim_id}")
    return entry.done(
        Claim(
            id=claim_id,
            ingredient=_known(entry.text("ingredient"), entry, vocabulary),
            topic=entry.text("topic"),
            stance=entry.choice("stance", Stance),
            lowest=grades[0],
            highest=grades[-1],
            model=entry.text("model"),
            message=MessageId(says),
            evidence=entry.evidence(),
            vehicle=entry.text("vehicle", ""),
            percent=entry.optional("percent", _percent),
        )
    )


def _list(entry: Entry) -> GradeList:
    return entry.done(
        GradeList(
            id=entry.text("id"),
            source=SourceId(entry.text("source")),
            popular=entry.flag("popular"),
            flags_from=entry.optional("flags_from", int),
            evidence=entry.evidence(),
        )
    )


def _pack_claim(entry: Entry) -> PackClaim:
    claim_id = entry.text("id")
    phrases = entry.words("phrases")
    if not phrases or any(not phrase or phrase != phrase.casefold() for phrase in phrases):
        entry.fail("'phrases' should be a list of words in small letters")
    return entry.done(PackClaim(claim_id, phrases, MessageId(f"pack.{claim_id}"), entry.evidence()))


def _class(entry: Entry, vocabulary: Vocabulary) -> ClassRule:
    return entry.done(
        ClassRule(
            id=IngredientClass(entry.text("id")),
            members=frozenset(_known(m, entry, vocabulary) for m in entry.words("members")),
            within=entry.optional("within", int) or 0,
            or_percent=entry.optional("or_percent", _percent),
            evidence=entry.evidence(),
            active=entry.text("active", ""),
        )
    )


def _tier(entry: Entry, vocabulary: Vocabulary) -> TierRule:
    return entry.done(
        TierRule(
            ingredient=_known(entry.text("ingredient"), entry, vocabulary),
            tier=entry.value("tier", int),
            from_percent=entry.optional("from_percent", _percent),
            below_percent=entry.optional("below_percent", _percent),
            evidence=entry.evidence(),
        )
    )


def _exposure_rule(entry: Entry, conditions: Conditions) -> ExposureRule:
    rule_id = RuleId(entry.text("id"))
    possible = entry.text("when_possible")
    if possible not in {"act", "ask"}:
        entry.fail(f"'when_possible' should be act or ask, not '{possible}'")
    return entry.done(
        ExposureRule(
            id=rule_id,
            when=conditions.read(entry, "when"),
            acts_when_possible=possible == "act",
            verdict=entry.choice("verdict", VerdictKind),
            because=MessageId(f"exposure.{rule_id}"),
            evidence=entry.evidence(),
            unless=conditions.read_or(entry, "unless", NEVER),
            keeps_out=entry.flag("keeps_out"),
        )
    )
