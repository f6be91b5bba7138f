"""Reasons in words of one language, and the sources behind them."""

from milium.app.formats.guide import CitationJson, ReasonJson
from milium.app.texts import Texts
from milium.domain.evidence import Evidence, Reason, Review


def print_reason(reason: Reason, texts: Texts) -> ReasonJson:
    """One reason in words, with its grade, where it stands and who reviewed it."""
    return ReasonJson(
        entry=reason.entry,
        text=texts.say(reason.message),
        grade=reason.evidence.grade.value,
        citations=print_citations(reason.evidence),
        reviewed=_signed(reason.evidence.reviewed, texts),
    )


def _signed(review: Review | None, texts: Texts) -> str | None:
    """Who signed it and when."""
    return None if review is None else f"{review.by}, {texts.day(review.on)}"


def print_reasons(reasons: tuple[Reason, ...], texts: Texts) -> list[ReasonJson]:
    """Each reason in words, in order."""
    return [print_reason(reason, texts) for reason in reasons]


def print_citations(evidence: Evidence) -> list[CitationJson]:
    """The sources behind a statement, each with the place in it."""
    return [CitationJson(source=c.source, locator=c.locator) for c in evidence.citations]
