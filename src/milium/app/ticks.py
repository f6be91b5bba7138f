"""Tick-lists over several findings: each tick is one word of one finding (``bleeding.once``)."""

from collections.abc import Container, Iterator, Sequence

from milium.app.formats.answers import NOT_SURE_WORD
from milium.app.texts import Texts
from milium.domain.answers import NOT_SURE, Answer, Chosen, Contradictory, Known
from milium.domain.findings import Finding, FindingKind
from milium.kb import near

NONE_WORD = "none_of_these"


class UnknownTickError(ValueError):
    """A tick that is not on the list."""


def tick_words(finding: Finding, no_tick: Container[str] = ()) -> tuple[str, ...]:
    """The words of a finding that can be ticked: all of a list, all but the "no" of the others."""
    words = finding.words if finding.kind is FindingKind.WORDS else finding.words[1:]
    return tuple(word for word in words if f"{finding.id}.{word}" not in no_tick)


def ticks_of(
    findings: Sequence[Finding], no_tick: Container[str] = ()
) -> Iterator[tuple[Finding, str]]:
    """Every tick of the list, in order."""
    for finding in findings:
        for word in tick_words(finding, no_tick):
            yield finding, word


def tick_text(finding: Finding, word: str, texts: Texts) -> str:
    """What stands beside the box."""
    names = (f"tick.{finding.id}.{word}", f"finding.{finding.id}.tick", f"word.{finding.id}.{word}")
    return texts.text(next(name for name in names if name in texts))


def read_ticks(
    findings: Sequence[Finding], ticked: Sequence[str], no_tick: Container[str] = ()
) -> tuple[Answer, ...]:
    """One answer for each finding; only "none of these" answers no to the rest.

    Raises:
        UnknownTickError: something was ticked that is not on the list.
    """
    allowed = {f"{finding.id}.{word}" for finding, word in ticks_of(findings, no_tick)}
    for tick in ticked:
        if tick not in allowed | {NONE_WORD, NOT_SURE_WORD}:
            message = f"'{tick}' is not on this list{near(tick, allowed)}"
            raise UnknownTickError(message)
    return tuple(_answer(finding, ticked) for finding in findings)


def _answer(finding: Finding, ticked: Sequence[str]) -> Answer:
    words = tuple(word for word in tick_words(finding) if f"{finding.id}.{word}" in ticked)
    if finding.kind is FindingKind.WORDS:
        return Chosen(frozenset(words), complete=NONE_WORD in ticked)
    if len(words) > 1:
        return Contradictory(words)
    if words:
        return Known(words[0])
    return Known(finding.words[0]) if NONE_WORD in ticked else NOT_SURE
