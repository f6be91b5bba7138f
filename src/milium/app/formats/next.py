"""The next question as published JSON; stateless, so any front end can ask it."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from milium.app.interview import Interview, Page, Part
from milium.domain.cases import Case


class OptionJson(BaseModel):
    """One thing to choose: the word a case file takes, and what stands beside it."""

    model_config = ConfigDict(extra="forbid")

    word: str
    text: str


class QuestionJson(BaseModel):
    """One question: its page id, how it is answered, its words.

    ``shape``: ``one`` option, ``several``, a ``number`` between lowest and highest, or a ``span``
    (a number with a unit out of the options).
    """

    model_config = ConfigDict(extra="forbid")

    id: str
    shape: str
    question: str
    how: str
    why: str
    plain: str
    options: list[OptionJson]
    lowest: str
    highest: str


class NextJson(BaseModel):
    """What to ask now; ``question`` is null when no answer could change anything."""

    model_config = ConfigDict(extra="forbid")

    question: QuestionJson | None


def print_next(interview: Interview, case: Case, *, on: date, part: Part = Part.SAFETY) -> NextJson:
    """The next question of a part of the interview."""
    page = interview.next_page(case, part, (), on=on)
    return NextJson(question=None if page is None else _question(page))


def _question(page: Page) -> QuestionJson:
    return QuestionJson(
        id=page.id,
        shape=page.shape.value,
        question=page.heading,
        how=page.how,
        why=page.why,
        plain=page.plain,
        options=[OptionJson(word=option.word, text=option.text) for option in page.options],
        lowest=page.lowest,
        highest=page.highest,
    )
