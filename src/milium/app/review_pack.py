"""A review pack: what belongs to an area, in parts of half an hour, as a form to fill in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from milium.app.review_areas import ReviewBook
from milium.app.review_words import ReviewWords
from milium.domain.messages import say
from milium.domain.reviews import Area, Hazard, ReviewItem

MINUTES = 30
WORDS_A_MINUTE = 238
"""How fast adults read to themselves (Brysbaert 2019, a review of 190 studies: non-fiction)."""
MINUTES_TO_DECIDE = 0.5
"""What an item takes beside reading it: our own estimate, until a reviewer has been timed."""
FORM_VERSION = "1"
REVIEWER_KEYS = ("name", "profession", "registration body", "registration number", "date")
BOXES = "[ ] agree   [ ] disagree"


@dataclass(frozen=True, slots=True)
class Printed:
    """An item with its words, as it stands on the form."""

    item: ReviewItem
    text: str

    @property
    def minutes(self) -> float:
        """How long it takes to read and judge."""
        return len(self.text.split()) / WORDS_A_MINUTE + MINUTES_TO_DECIDE


@dataclass(frozen=True, slots=True)
class Pack:
    """One part of an area; ``part`` counts from 1."""

    area: Area
    part: int
    parts: int
    items: tuple[Printed, ...]

    @property
    def minutes(self) -> int:
        """How long it takes, in whole minutes."""
        return max(1, round(sum(each.minutes for each in self.items)))


class PackPrinter:
    """Makes the parts of an area and prints them."""

    def __init__(self, book: ReviewBook) -> None:
        """Keep what there is to review and how it is said."""
        self._book = book
        self._words = ReviewWords(book.knowledge)

    def packs(self, area: Area) -> tuple[Pack, ...]:
        """Every part of the area, each of at most half an hour."""
        parts = list(_split([self.printed(item) for item in self._book.items(area)]))
        return tuple(
            Pack(area, number, len(parts), tuple(part)) for number, part in enumerate(parts, 1)
        )

    def printed(self, item: ReviewItem) -> Printed:
        """The item in words: its heading and everything above its answer."""
        controls = item.entry.controls if isinstance(item.entry, Hazard) else ()
        spoken = [self._book.says(control) for control in controls]
        body = "\n".join(self._words.lines(item.entry, spoken))
        return Printed(item, f"## {item.id}\n\n{_squeezed(body)}\n")

    def form(self, pack: Pack) -> str:
        """The whole part as Markdown that can be printed, filled in and read back."""
        blocks = [self._intro(pack), _reviewer(pack, self._book.knowledge.edition.version)]
        for each in pack.items:
            blocks += [each.text, answer_block(each.item)]
        return "\n".join(blocks)

    def _intro(self, pack: Pack) -> str:
        texts = self._words.texts
        name = pack.area.id.replace("_", " ")
        counted = len(pack.items)
        title = say("review.title", area=name, part=pack.part, parts=pack.parts)
        time = say("review.time", count=counted, minutes=pack.minutes)
        how = ("what", "how", "means", "print")
        told = [texts.say(time), *(texts.text(f"review.{each}") for each in how)]
        return f"# {texts.say(title)}\n\n" + "\n\n".join(told) + "\n"


def answer_block(item: ReviewItem) -> str:
    """Where a reviewer answers: the item, the content it stands for, two boxes, a comment."""
    return f"```answer\n{item.id} {item.fingerprint}\n{BOXES}\ncomment:\n```\n"


def _reviewer(pack: Pack, version: str) -> str:
    head = (
        f"form: {FORM_VERSION}",
        f"area: {pack.area.id}",
        f"part: {pack.part} of {pack.parts}",
        f"knowledge: {version}",
    )
    lines = "\n".join((*head, *(f"{key}:" for key in REVIEWER_KEYS)))
    return f"```reviewer\n{lines}\n```\n"


def _split(items: Sequence[Printed]) -> Iterator[list[Printed]]:
    """The items in their order, in parts that fit; one that alone is too long stands alone."""
    part: list[Printed] = []
    for each in items:
        if part and sum(other.minutes for other in part) + each.minutes > MINUTES:
            yield part
            part = []
        part.append(each)
    if part:
        yield part


def _squeezed(text: str) -> str:
    """The text with no more than one empty line in a row."""
    lines: list[str] = []
    for line in text.strip().splitlines():
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines)
