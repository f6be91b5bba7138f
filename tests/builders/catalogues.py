"""Made-up catalogues and the people who shop in them, from a seed."""

from dataclasses import replace
from random import Random

from milium.domain.cases import Wishes
from milium.domain.evidence import Grade
from milium.domain.exposure import VerdictKind
from milium.domain.ids import KindId
from milium.domain.regimens import ProductKind, RegimenRules
from milium.domain.skin_types import Side
from milium.domain.triage import Rung
from tests.builders.check_ins import evidence
from tests.builders.regimens import Owns, Request, a_person, a_skin

SETTLED = {
    "likeness": "like",
    "how_soon": "no_rush",
    "settled": "yes",
    "medicines": "other",
    "reaction": "none",
}
SORTS = ("cleanser", "makeup_remover", "moisturiser", "serum", "sunscreen", "retinoid")


def a_catalogue(rules: RegimenRules, size: int, chance: Random) -> RegimenRules:
    """The rules with so many products to buy, each like one of the kinds but for price and grade."""
    kinds = [_like(rules.kinds[n % len(rules.kinds)], n, chance) for n in range(size)]
    return replace(rules, kinds=tuple(kinds))


def _like(kind: ProductKind, number: int, chance: Random) -> ProductKind:
    price = 0 if kind.price_cents == 0 else chance.randrange(200, 6000)
    grade = chance.choice([Grade.B, Grade.C, Grade.D])
    return replace(
        kind,
        id=KindId(f"{kind.id}-{number}"),
        price_cents=price,
        cost=chance.randrange(10),
        evidence=evidence(grade),
    )


def a_shopper(rules: RegimenRules, chance: Random, *, owns: int = 12) -> Request:
    """Somebody with a shelf, a skin, and wishes that mostly bind."""
    return Request(
        home_care=a_person(
            chance.choice([Rung.GENTLE, Rung.WASH_OFF_ACID, *[Rung.LOW_RETINOID] * 3])
        ),
        skin=a_skin(
            oily_dry=chance.choice(list(Side)),
            sensitive_resistant=chance.choice(list(Side)),
            pigment=chance.choice(list(Side)),
        ),
        shelf=tuple(_owned(number, chance) for number in range(chance.randrange(owns + 1))),
        wishes=Wishes(
            budget_cents=chance.choice([None, 0, *(chance.randrange(500, 9000) for _ in range(4))]),
            max_steps=chance.choice([None, 2, 3, 4]),
        ),
        rules=rules,
        said={
            **SETTLED,
            "makeup": chance.choice(["never", "daily"]),
            "wants": chance.choice(["fewer", "fewer", "leave_alone"]),
        },
    )


def _owned(number: int, chance: Random) -> Owns:
    sort = chance.choice(SORTS)
    return Owns(
        name=f"own-{number}",
        product_kind=sort,
        verdict=chance.choice([VerdictKind.KEEP, VerdictKind.KEEP, *VerdictKind]),
        classes=("retinoid_cosmetic",) if sort == "retinoid" else (),
        tier=chance.choice([0, 1, 2]) if sort == "retinoid" else None,
        used_when=chance.choice([(), ("am",), ("pm",), ("am", "pm")]),
    )
