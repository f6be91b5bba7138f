"""Who has reviewed what, and what has become of it."""

from typing import Literal

from milium.app.formats.reviews import AreaJson, OpinionJson, ReviewsJson, SignedFormJson
from milium.app.review_areas import ReviewBook
from milium.app.review_pack import PackPrinter
from milium.domain.reviews import Area, Opinion, SignedForm
from milium.kb import standing


class ReviewState:
    """Looks every opinion up in what the knowledge says today."""

    def __init__(self, book: ReviewBook) -> None:
        """Work out once what stands."""
        self._book = book
        self._now = {item.id: item.fingerprint for item in book.items()}
        self._forms = book.knowledge.reviews
        self._reviewed = standing(self._forms, self._now)

    def reviews(self) -> ReviewsJson:
        """Every form with every opinion, and how far each area is."""
        return ReviewsJson(forms=[self._form(form) for form in self._forms], areas=self.areas())

    def areas(self) -> list[AreaJson]:
        """How far each area is."""
        printer = PackPrinter(self._book)
        return [self._area(area, printer) for area in self._book.areas.values()]

    def _area(self, area: Area, printer: PackPrinter) -> AreaJson:
        packs = printer.packs(area)
        items = [each.item.id for pack in packs for each in pack.items]
        fitting = [o for form in self._forms for o in form.opinions if self._state(o) == "fits"]
        disagreed = {opinion.item for opinion in fitting if not opinion.agrees}
        return AreaJson(
            area=area.id,
            items=len(items),
            minutes=[pack.minutes for pack in packs],
            reviewed=sum(item in self._reviewed for item in items),
            disagreed=sum(item in disagreed and item not in self._reviewed for item in items),
        )

    def _form(self, form: SignedForm) -> SignedFormJson:
        return SignedFormJson(
            id=form.id,
            name=form.reviewer.name,
            profession=form.reviewer.profession,
            body=form.reviewer.body,
            number=form.reviewer.number,
            on=form.on,
            area=form.area,
            knowledge=form.knowledge,
            opinions=[
                OpinionJson(
                    item=opinion.item,
                    agrees=opinion.agrees,
                    comment=opinion.comment,
                    state=self._state(opinion),
                    reviewed=opinion.item in self._reviewed,
                )
                for opinion in form.opinions
            ],
        )

    def _state(self, opinion: Opinion) -> Literal["fits", "changed", "gone"]:
        now = self._now.get(opinion.item)
        if now is None:
            return "gone"
        return "fits" if now == opinion.fingerprint else "changed"
