"""A request as the search sees it, for the wishes as they are or with some of them lifted."""

from dataclasses import dataclass
from functools import cached_property

from milium.domain.answers import Answers
from milium.domain.cases import Wishes
from milium.domain.regimens import PlanRequest, RegimenRules
from milium.engine.regimens.actives import read_actives
from milium.engine.regimens.findings import with_derived
from milium.engine.regimens.options import Setting
from milium.engine.regimens.places import Places, find_places
from milium.engine.regimens.shelf import Owned, pair, sort_shelf


@dataclass(frozen=True)
class Settings:
    """Makes the setting of one request for any wishes.

    Raises:
        UnjudgedProductError: a product on the shelf has no verdict.
    """

    request: PlanRequest
    rules: RegimenRules

    @cached_property
    def owned(self) -> tuple[Owned, ...]:
        """Every product on the shelf with its verdict."""
        return pair(self.request.candidates, self.request.verdicts)

    @cached_property
    def _places(self) -> Places:
        return find_places(self.request.home_care)

    @cached_property
    def _known(self) -> Answers:
        request = self.request
        return with_derived(request.answers, request.home_care, request.skin_type, self.owned)

    def __call__(self, wishes: Wishes) -> Setting:
        """The setting, under these wishes."""
        actives = read_actives(self.rules)
        return Setting(
            rules=self.rules,
            actives=actives,
            places=self._places,
            answers=self._known,
            shelf=sort_shelf(self.owned, self.rules, actives, self._places, wishes.avoid),
            wishes=wishes,
            on=self.request.on,
            place=self.request.place,
        )
