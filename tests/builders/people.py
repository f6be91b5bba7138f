"""People of every sort with a shelf and wishes, from a seed."""

from dataclasses import replace
from datetime import date
from random import Random

from milium.domain.answers import UNKNOWN, Answer, Chosen, Contradictory, Known
from milium.domain.cases import Case, Lesion, Product, Wishes
from milium.domain.findings import Finding, FindingKind, Scope
from milium.domain.ids import FindingId, ItemId, PlaceId, ProductId
from milium.domain.skin_types import Item
from milium.domain.triage import TriageRules
from tests.builders.cases import Value, a_baby, a_child, a_lid, an_adult, answers, years
from tests.builders.triage import possible_answers
from tests.oracle.triage_people import asked_of

LABELS = (
    "",
    "Aqua, Glycerin",
    "Aqua, Glycerin, Salicylic Acid",
    "Aqua, Glycolic Acid, Glycerin",
    "Aqua, Retinol 0.2 %, Glycerin",
    "Aqua, Caprylic/Capric Triglyceride, Retinol",
    "Aqua, Retinol 1 %",
    "Aqua, Retinyl Palmitate",
    "Adapalene 0.1 %",
    "Petrolatum, Lanolin, Cera Alba",
    "Aqua, Zinc Oxide, Dimethicone",
    "Aqua, Retinnol, Glycerin",
    "Aqua, Perlite, Glycerin",
    "Aqua, Parfum, Isopropyl Myristate",
    "water you can trust",
)
KINDS = (
    "cleanser", "cleanser", "makeup_remover", "moisturiser", "eye_cream", "serum", "sunscreen",
    "sunscreen", "retinoid", "acid", "scrub", "oil_or_balm", "medicine", "other",
)  # fmt: skip
AREAS = ("face", "cheek", "eye_bone", "lid_skin", "body")
AVOID = ("acid_bha", "retinoid_cosmetic", "sunscreen_filter", "fragrance", "low-retinol")


def somebody(rules: TriageRules, items: tuple[Item, ...], chance: Random) -> Case:
    """Mostly an adult with a calm story, of whom a few things differ; sometimes anybody at all."""
    base = chance.choice([*[an_adult] * 9, a_child, a_baby, a_lid])()
    told = {
        finding_id: _said(finding, rules, chance)
        for finding_id, finding in _few(asked_of(Scope.PERSON, rules), chance)
    }
    habits = answers({"makeup": chance.choice(["never", "daily"]), "sunscreen": "never"})
    bumps = tuple(_bump(each, rules, chance) for each in base.lesions)
    return replace(
        base,
        place=PlaceId(chance.choice(["US", "GB", "DE", "ELSEWHERE"])),
        answers={**base.answers, **habits, **_age(chance), **told},
        lesions=bumps * chance.choice([1, 1, 1, 2]),
        shelf=tuple(_product(number, chance) for number in range(chance.randrange(6))),
        skin={
            ItemId(item.id): Known(chance.choice(item.words))
            for item in chance.sample(items, chance.randrange(len(items) + 1))
        },
        wishes=_wishes(chance),
    )


def _few(asked: dict[FindingId, Finding], chance: Random) -> list[tuple[FindingId, Finding]]:
    most = chance.choice([0, 0, 0, 0, 1, 1, 2, 4, len(asked)])
    return chance.sample(sorted(asked.items(), key=lambda pair: pair[0]), most)


def _said(finding: Finding, rules: TriageRules, chance: Random) -> Answer:
    """Any answer: full, unknown, contradictory, a list not finished."""
    if chance.random() < 0.1:
        return UNKNOWN
    if finding.kind is FindingKind.WORDS:
        ticked = frozenset(chance.sample(finding.words, chance.randrange(3)))
        return Chosen(ticked, complete=chance.random() < 0.9)
    possible = possible_answers(finding, rules)
    values = [each.value for each in possible if isinstance(each, Known)]
    if chance.random() < 0.1 and len(set(values)) > 1:
        return Contradictory(tuple(chance.sample(sorted(set(values), key=str), 2)))
    return chance.choice(possible)


def _age(chance: Random) -> dict[FindingId, Answer]:
    if chance.random() < 0.7:
        return {}
    return {FindingId("age"): Known(years(chance.choice([0.5, 1, 5, 11, 12, 15, 17, 18, 45, 80])))}


def _bump(bump: Lesion, rules: TriageRules, chance: Random) -> Lesion:
    told = {
        finding_id: _said(finding, rules, chance)
        for finding_id, finding in _few(asked_of(Scope.LESION, rules), chance)
    }
    return replace(bump, answers={**bump.answers, **told})


def _product(number: int, chance: Random) -> Product:
    how: dict[str, Value] = {
        "kind": chance.choice(KINDS),
        "area": chance.sample(AREAS, chance.randrange(1, 3)),
        "when": chance.sample(["am", "pm"], chance.randrange(3)),
        "leave_on": chance.choice(["yes", "no"]),
        "prescribed": chance.choice([*["no"] * 12, "prescribed", "from_pharmacy"]),
    }
    return Product(
        id=ProductId(f"product-{number}"),
        name=f"Product {number}",
        label=chance.choice(LABELS),
        answers=answers(how),
        since=chance.choice([None, date(2026, 6, 1)]),
    )


def _wishes(chance: Random) -> Wishes:
    return Wishes(
        budget_cents=chance.choice([None, None, 0, 900, 2000, 5000]),
        currency="GBP",
        max_steps=chance.choice([None, None, 1, 2, 3, 5, 20]),
        avoid=tuple(chance.sample(AVOID, chance.choice([0, 0, 1, 2]))),
    )
