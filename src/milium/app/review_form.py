"""Reading a filled form back: nothing is taken over but what was ticked, on what was printed."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import yaml

from milium.app.formats.fields import read_day
from milium.app.formats.problems import CaseRefusedError, Problem, shown
from milium.app.review_areas import ReviewBook
from milium.app.review_pack import FORM_VERSION, REVIEWER_KEYS, PackPrinter
from milium.domain.ids import AreaId, ReviewItemId
from milium.domain.reviews import Opinion, Reviewer, SignedForm
from milium.kb import near

MAX_BYTES = 1_000_000
LONGEST_LINE = 120
LONGEST_COMMENT = 4000
_FENCE = "```"
_HEAD_KEYS = ("form", "area", "part", "knowledge")
_BOXES = re.compile(r"\[(.?)\] agree +\[(.?)\] disagree")
_ITEM = re.compile(r"([a-z-]+/[\w-]+) ([0-9a-f]{12})", re.ASCII)
_TICKS = {"x": True, "X": True, "✓": True, "✔": True, " ": False, "": False}
_COMMENT = "comment:"


class ReviewRefusedError(CaseRefusedError):
    """A filled form that can't be taken over; says everything that is wrong, nothing is kept."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block with the text that stands above it, back to the block before."""

    kind: str
    above: str
    line: int
    lines: tuple[str, ...]


def read_form(data: bytes, name: str, book: ReviewBook, *, today: date) -> SignedForm:
    """What a reviewer signed.

    Args:
        data: the form as it came back.
        name: what it is called in errors.
        book: what there is to review now.
        today: a form is not signed later than that.

    Raises:
        ReviewRefusedError: listing every problem; then nothing of the form counts.
    """
    blocks, after = _blocks(_text(data, name), name)
    reading = _Reading(book, today)
    if [block.kind for block in blocks[:1]] != ["reviewer"]:
        raise ReviewRefusedError.one(name, "has no block of the reviewer; use a printed form")
    head = reading.head(blocks[0])
    opinions = [each for block in blocks[1:] if (each := reading.answer(block)) is not None]
    if after.strip():
        reading.refuse("the end", "holds text below the last answer; move it into a comment")
    if not opinions and not reading.problems:
        reading.refuse(name, "has no box ticked; there is nothing to record")
    if reading.problems or head is None:
        raise ReviewRefusedError(tuple(reading.problems))
    form = replace(head, opinions=tuple(opinions))
    return replace(form, id=form_id(form))


def form_id(form: SignedForm) -> str:
    """A name for the record that is the same for the same form, and fits a file."""
    parts = (form.on.isoformat(), form.reviewer.body, form.reviewer.number, form.area)
    spoken = re.sub(r"[^a-z0-9]+", "-", "-".join(parts).lower()).strip("-")
    digest = hashlib.sha256(repr(replace(form, id="")).encode()).hexdigest()[:8]
    return f"{spoken[:80]}-{digest}"


def form_yaml(form: SignedForm) -> str:
    """The record as a file of the knowledge."""
    reviewer = form.reviewer
    entry = {
        "id": form.id,
        "name": reviewer.name,
        "profession": reviewer.profession,
        "registration": {"body": reviewer.body, "number": reviewer.number},
        "on": form.on.isoformat(),
        "area": str(form.area),
        "knowledge": form.knowledge,
        "opinions": [
            {
                "item": str(each.item),
                "fingerprint": each.fingerprint,
                "agrees": "yes" if each.agrees else "no",
                "comment": each.comment,
            }
            for each in form.opinions
        ],
    }
    head = "# A filled review form, as `milium knowledge review-import` took it over.\n"
    body = yaml.safe_dump({"signed_forms": [entry]}, sort_keys=False, allow_unicode=True, width=100)
    return head + body


class _Reading:
    """Reads the blocks of one form and keeps what is wrong with them."""

    def __init__(self, book: ReviewBook, today: date) -> None:
        self._book = book
        self._today = today
        self._printer = PackPrinter(book)
        self._seen: set[ReviewItemId] = set()
        self.problems: list[Problem] = []

    def refuse(self, where: str, problem: str) -> None:
        """Keep a problem."""
        self.problems.append(Problem(where, problem))

    def head(self, block: Block) -> SignedForm | None:
        """The signed form without its answers; ``None`` when something of it is missing."""
        before = len(self.problems)
        found = self._keys(block)
        if found.get("form") != FORM_VERSION:
            self.refuse("form", f"should be {FORM_VERSION}; print the form again")
        areas = self._book.areas
        area = found.get("area", "")
        if area not in areas:
            self.refuse("area", f"there is no area {shown(area)}{near(area, areas)}")
        told = {key: self._told(key, found.get(key, "")) for key in REVIEWER_KEYS}
        if told["registration number"] and not re.search(r"\d", told["registration number"]):
            self.refuse("registration number", "has no digit; write it as in the register")
        day = self._day(told["date"])
        if len(self.problems) > before or day is None:
            return None
        reviewer = Reviewer(
            name=told["name"],
            profession=told["profession"],
            body=told["registration body"],
            number=told["registration number"],
        )
        return SignedForm("", reviewer, day, AreaId(area), found.get("knowledge", ""), ())

    def _keys(self, block: Block) -> Mapping[str, str]:
        allowed = (*_HEAD_KEYS, *REVIEWER_KEYS)
        found: dict[str, str] = {}
        for number, line in enumerate(block.lines, block.line + 1):
            key, colon, value = line.partition(":")
            if not line.strip():
                continue
            if not colon or key.strip() not in allowed or key.strip() in found:
                self.refuse(f"line {number}", f"should be one of {', '.join(allowed)}, each once")
            found[key.strip()] = value.strip()
        return found

    def _told(self, key: str, value: str) -> str:
        """What was written under a key of the reviewer, told off when it can't be shown."""
        if not value:
            self.refuse(key, "is missing; a review without it is not recorded")
        elif len(value) > LONGEST_LINE:
            self.refuse(key, f"is longer than {LONGEST_LINE} signs")
        elif _hidden(value):
            self.refuse(key, "holds signs that are not seen; type it again")
        elif key != "date" and not any(sign.isalnum() for sign in value):
            self.refuse(key, "holds no letter and no digit")
        return value

    def _day(self, text: str) -> date | None:
        if not text:
            return None
        try:
            day = read_day(text)
        except ValueError as error:
            self.refuse("date", str(error))
            return None
        if day > self._today:
            self.refuse("date", f"is later than today, {self._today.isoformat()}")
        return day

    def answer(self, block: Block) -> Opinion | None:
        """What was ticked in one answer; ``None`` when both boxes are open, or with a problem."""
        first, boxes, *rest = (*block.lines, "", "")
        match = _ITEM.fullmatch(first.strip())
        if block.kind != "answer" or match is None:
            self.refuse(f"line {block.line}", "is no answer as it was printed")
            return None
        item = ReviewItemId(match[1])
        agrees = self._ticked(item, boxes)
        comment = self._comment(item, rest, ticked=agrees is not None)
        if item in self._seen:
            self.refuse(item, "stands in the form twice; keep one")
        self._seen.add(item)
        if agrees is None:
            return None
        self._still_fits(item, match[2], block)
        return Opinion(item, match[2], agrees, comment)

    def _ticked(self, item: str, boxes: str) -> bool | None:
        match = _BOXES.fullmatch(boxes.strip())
        ticks = [] if match is None else [_TICKS.get(sign) for sign in match.groups()]
        match ticks:
            case [True, False]:
                return True
            case [False, True]:
                return False
            case [False, False]:
                return None
            case [True, True]:
                self.refuse(item, "has both boxes ticked; keep one")
            case _:
                self.refuse(item, "has a box that is neither open nor ticked; write [x] or [ ]")
        return None

    def _comment(self, item: str, lines: Sequence[str], *, ticked: bool) -> str:
        text = "\n".join(line.rstrip() for line in lines).strip()
        if not text.startswith(_COMMENT):
            self.refuse(item, f"has no line that begins with '{_COMMENT}'")
            return ""
        comment = text.removeprefix(_COMMENT).strip()
        if len(comment) > LONGEST_COMMENT:
            self.refuse(item, f"has a comment longer than {LONGEST_COMMENT} signs")
        if _hidden(comment.replace("\n", "")):
            self.refuse(item, "has a comment with signs that are not seen; type it again")
        if comment and not ticked:
            self.refuse(item, "has a comment and no box ticked; tick one, or take the comment out")
        return comment

    def _still_fits(self, item: ReviewItemId, fingerprint: str, block: Block) -> None:
        """Refuse an answer to what is not there any more, or not as the reviewer saw it."""
        now = self._book.item(item)
        if now is None:
            self.refuse(item, "is not there any more; leave its boxes open")
        elif now.fingerprint != fingerprint:
            self.refuse(item, "has changed since; review again, or leave its boxes open")
        elif self._printer.printed(now).text.split() != block.above.split():
            self.refuse(
                item,
                "stands in the form in other words than this version prints; write only inside the"
                " boxes, or bring it in with the version that printed it",
            )


def _text(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        raise ReviewRefusedError.one(name, f"is larger than {MAX_BYTES:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"byte {error.start} is not UTF-8; save the form as plain text in UTF-8"
        raise ReviewRefusedError.one(name, problem) from error


def _blocks(text: str, name: str) -> tuple[list[Block], str]:
    """Every fenced block with the text above it, and the text below the last."""
    found: list[Block] = []
    above: list[str] = []
    inside: list[str] | None = None
    opened, kind = 0, ""
    for number, line in enumerate(text.splitlines(), 1):
        if inside is None and line.startswith(_FENCE):
            inside, opened, kind = [], number, line.removeprefix(_FENCE).strip()
        elif inside is None:
            above.append(line)
        elif line.rstrip() == _FENCE:
            found.append(Block(kind, "\n".join(above), opened, tuple(inside)))
            above, inside = [], None
        else:
            inside.append(line)
    if inside is not None:
        raise ReviewRefusedError.one(name, f"the block of line {opened} has no end; close it")
    return found, "\n".join(above)


def _hidden(text: str) -> bool:
    """Whether some of its signs can't be seen: controls, or marks that turn the order round."""
    return any(unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs"} for sign in text)
