"""Findings and questions out of ``findings/``."""

from collections.abc import Mapping

from milium.domain.findings import Asking, Band, Finding, FindingKind, Keyword, Question, Scope
from milium.domain.ids import FindingId, QuestionId
from milium.kb.collections import Collections
from milium.kb.conditions import scaled, span_days
from milium.kb.entries import Entry


def build_asking(collections: Collections) -> Asking:
    """All findings and questions."""
    found = [_finding(entry) for entry in collections.entries("findings.findings")]
    findings = {finding.id: finding for finding in found}
    questions = tuple(
        _question(entry, findings) for entry in collections.entries("findings.questions")
    )
    keywords = tuple(
        _keyword(entry, findings) for entry in collections.entries("findings.keywords")
    )
    return Asking(findings, questions, keywords)


def _keyword(entry: Entry, findings: Mapping[FindingId, Finding]) -> Keyword:
    word = entry.text("word")
    mentions = findings.get(FindingId("words_mention"))
    if mentions is None or word not in mentions.words:
        entry.fail(f"'{word}' is no word of the finding 'words_mention'")
    return entry.done(Keyword(word=word, stems=entry.words("stems")))


def _finding(entry: Entry) -> Finding:
    kind = entry.choice("kind", FindingKind)
    decimals = entry.value("decimals", int) if kind is FindingKind.NUMBER else 0
    bands = entry.entries("bands")
    if bands:
        decimals = entry.value("decimals", int)
    number = span_days if kind is FindingKind.SPAN else scaled(decimals)
    return entry.done(
        Finding(
            id=FindingId(entry.text("id")),
            scope=entry.choice("scope", Scope),
            section=entry.text("section"),
            kind=kind,
            words=entry.words("words"),
            bands=tuple(_band(band, decimals) for band in bands),
            decimals=decimals,
            lowest=entry.optional("lowest", number) or 0,
            highest=entry.optional("highest", number) or 0,
            keeps_days=entry.optional("keeps_days", int),
            grows=entry.flag("grows"),
        )
    )


def _band(entry: Entry, decimals: int) -> Band:
    number = scaled(decimals)
    return entry.done(
        Band(
            word=entry.text("word"),
            at_least=entry.value("at_least", number),
            at_most=entry.value("at_most", number),
        )
    )


def _question(entry: Entry, findings: Mapping[FindingId, Finding]) -> Question:
    asked = tuple(FindingId(word) for word in entry.words("findings"))
    for finding in asked:
        if finding not in findings:
            entry.fail(f"there is no finding '{finding}'")
    return entry.done(
        Question(
            id=QuestionId(entry.text("id")),
            findings=asked,
            lesion=entry.flag("lesion"),
            safety=entry.flag("safety"),
            no_tick=frozenset(entry.words("no_tick")),
        )
    )
