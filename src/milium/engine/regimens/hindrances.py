"""Which slots something could fill, and when there is none, what stands in the way."""

from collections.abc import Iterator

from milium.domain.regimens import Limit, ProductKind, Slot
from milium.domain.triage import Rung
from milium.engine.regimens.choices import GoesIn, Suits, fits_slot, is_slot_open, is_sold
from milium.engine.regimens.options import Setting, rule_of
from milium.engine.regimens.shelf import Owned

Hindrance = Limit | str | None
"""A limit, or the message of what is no limit, that keeps a thing out of every slot."""

Slots = tuple[Slot, ...]
NOT_KNOWN = "why_not.not-known"
NOT_WANTED = "why_not.not-wanted"
NO_STEP = "why_not.no-step"
NOT_FOR_YOU = "why_not.not-for-you"


def slots_for(setting: Setting, asked: str) -> tuple[Slots, Hindrance]:
    """The slots a usable product or a kind could fill; for none, why."""
    if not setting.places.off_the_eyes:
        return (), Limit.RUNG
    owned = next((each for each in setting.shelf.usable if each.product == asked), None)
    if owned:
        return _for_own(setting, owned)
    kind = next((each for each in setting.rules.kinds if each.id == asked), None)
    if kind is None:
        return (), NOT_KNOWN
    hindrance = next(_against_kind(kind, setting), None)
    return ((), hindrance) if hindrance else _for_kind(kind, setting)


def _for_own(setting: Setting, owned: Owned) -> tuple[Slots, Hindrance]:
    meant = [r for r in setting.rules.slots if owned.candidate.product_kind in r.shelf_kinds]
    fitting = [rule.slot for rule in meant if fits_slot(owned, rule, setting)]
    slots = tuple(slot for slot in fitting if is_slot_open(slot, setting))
    if slots:
        return slots, None
    if owned.verdict.tier is not None and setting.shelf.medicine_may_irritate:
        return (), Limit.LEAFLET
    return (), NOT_WANTED if fitting else NO_STEP


def _against_kind(kind: ProductKind, setting: Setting) -> Iterator[Hindrance]:
    """What speaks against a kind in every slot, the plainest first."""
    if {kind.id, *kind.classes} & set(setting.wishes.avoid):
        yield Limit.AVOIDED
    if not is_sold(kind, setting):
        yield Limit.NOT_SOLD
    if not Suits(setting).fits(kind):
        yield NOT_FOR_YOU
    if kind.rung > Rung.GENTLE and setting.shelf.medicine_may_irritate:
        yield Limit.LEAFLET


def _for_kind(kind: ProductKind, setting: Setting) -> tuple[Slots, Hindrance]:
    goes = GoesIn(setting)
    wanted = [slot for slot in kind.slots if is_slot_open(slot, setting) and _buys(slot, setting)]
    slots = tuple(slot for slot in wanted if goes(kind, slot))
    if slots:
        return slots, None
    return (), Limit.RUNG if wanted and goes.wanted else NOT_WANTED


def _buys(slot: Slot, setting: Setting) -> bool:
    rule = rule_of(slot, setting.rules)
    return rule is not None and rule.buys
