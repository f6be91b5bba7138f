"""Questions about the plan of a guide: why not this, what else, what changes."""

from milium.app.formats.problems import CaseRefusedError
from milium.app.guide import request_of
from milium.app.plans import looked_over
from milium.app.texts import Texts
from milium.domain.explanations import Alternative, Shift, WhyNot
from milium.domain.guide import Guide
from milium.domain.knowledge import Knowledge
from milium.engine import regimens
from milium.kb import near


def why_not(guide: Guide, knowledge: Knowledge, named: str, texts: Texts) -> WhyNot:
    """Why the plan of a guide is without a product of the shelf or a kind.

    Args:
        guide: whose plan.
        knowledge: what it was made with.
        named: an id or a name, in any case of letters.
        texts: the language kinds are named in.

    Raises:
        CaseRefusedError: nothing on the shelf and no kind is called so.
        PlanRefusedError: the plan made with it broke a limit.
    """
    request = request_of(guide)
    found = regimens.why_not(request, knowledge.regimens, _asked(guide, knowledge, named, texts))
    if found.plan:
        looked_over(found.plan, request, knowledge)
    return found


def _asked(guide: Guide, knowledge: Knowledge, named: str, texts: Texts) -> str:
    """The id of what was named; the shelf comes before the kinds."""
    ids: dict[str, str] = {}
    for kind in knowledge.regimens.kinds:
        ids |= {kind.id: kind.id, texts.text(kind.name).casefold(): kind.id}
    for product in guide.case.shelf:
        ids |= {product.id: product.id, product.name.casefold(): product.id}
    word = named.strip().casefold()
    if word not in ids:
        known = [product.name for product in guide.case.shelf]
        allowed = ", ".join([*known, *(kind.id for kind in knowledge.regimens.kinds)])
        problem = f"'{named}' is neither on the shelf nor a kind of product{near(word, ids)}"
        raise CaseRefusedError.one("", f"{problem}. Known: {allowed}")
    return ids[word]


def other_plans(guide: Guide, knowledge: Knowledge) -> tuple[Alternative, ...]:
    """Other plans that keep every limit, the first in the order of preference first.

    Raises:
        PlanRefusedError: one of them broke a limit.
    """
    if guide.regimen is None:
        return ()
    request = request_of(guide)
    found = regimens.alternatives(request, knowledge.regimens)
    for other in found:
        looked_over(other.plan, request, knowledge)
    return found


def before_and_after(guide: Guide) -> tuple[Shift, ...]:
    """What the plan changes about what is used today; nothing where there is no plan."""
    if guide.regimen is None:
        return ()
    return regimens.changes_from_today(request_of(guide), guide.regimen)
