"""What planning knows about the person: their answers and what is worked out from them."""

from collections.abc import Mapping

from milium.domain.answers import Answers, Known
from milium.domain.exposure import VerdictKind
from milium.domain.ids import FindingId
from milium.domain.skin_types import Axis, Side, SkinType
from milium.domain.triage import HomeCare
from milium.engine.regimens.shelf import Owned

WORTH_LEAVING_OUT = FindingId("shelf_worth_leaving_out")
NOT_FOR_NOW = FindingId("shelf_not_for_now")
HOME_RUNG = FindingId("home_rung")


def with_derived(
    answers: Answers, home_care: HomeCare, skin_type: SkinType, shelf: tuple[Owned, ...]
) -> Answers:
    """The answers and, over them, skin sides, the person's rung and what is on the shelf.

    Medicines are not counted among what is worth leaving out: that is for the prescriber to say.
    """
    kinds = {owned.verdict.kind for owned in shelf}
    own = {owned.verdict.kind for owned in shelf if not owned.by_leaflet}
    worth = {VerdictKind.LEAVE_OUT_FIRST, VerdictKind.NOT_ROUND_THE_EYES} & own
    derived: Mapping[FindingId, str] = {
        **{FindingId(axis.value): _side(axis, skin_type) for axis in Axis},
        HOME_RUNG: home_care.person.name.lower(),
        WORTH_LEAVING_OUT: "yes" if worth else "no",
        NOT_FOR_NOW: "yes" if max(kinds, default=0) >= VerdictKind.ASK_FIRST else "no",
    }
    return {**answers, **{finding: Known(word) for finding, word in derived.items()}}


def _side(axis: Axis, skin_type: SkinType) -> str:
    result = skin_type.axes.get(axis)
    return (result.side if result else Side.NOT_ASKED).value
