"""The numbers the auditor measures a finished plan by."""

from collections.abc import Mapping

from milium.domain.audits import AuditRules, HealingTime, Told, Withheld
from milium.domain.findings import Finding
from milium.domain.ids import FindingId
from milium.domain.triage import Rung
from milium.kb.collections import Collections
from milium.kb.conditions import span_days
from milium.kb.entries import Entry, near

Findings = Mapping[FindingId, Finding]


def build_audit(collections: Collections, findings: Findings) -> AuditRules:
    """The slice the auditor reads."""
    entry = collections.value("regimens.audit").entry("value")
    ages = entry.entry("ages")
    rungs = (Rung.GENTLE, Rung.WASH_OFF_ACID, Rung.LOW_RETINOID)
    found = {rung: ages.value(rung.name.lower(), span_days) for rung in rungs}
    return entry.done(
        AuditRules(
            ages=ages.done(found),
            withheld=tuple(_withheld(each, findings) for each in entry.entries("withheld")),
            windows=tuple(_window(each, findings) for each in entry.entries("windows")),
            worn=tuple(_only(each, findings) for each in entry.entries("worn")),
            keep_off=_only(entry.entry("keep_off"), findings),
            evidence=entry.evidence(),
        )
    )


def _withheld(entry: Entry, findings: Findings) -> Withheld:
    return entry.done(
        Withheld(
            id=entry.text("id"),
            told=_told(entry, findings),
            highest=entry.choice("highest", Rung),
            also_unknown=entry.flag("also_unknown"),
            evidence=entry.evidence(),
        )
    )


def _window(entry: Entry, findings: Findings) -> HealingTime:
    return entry.done(
        HealingTime(
            id=entry.text("id"),
            told=_told(entry, findings),
            days=entry.value("within", span_days),
            evidence=entry.evidence(),
        )
    )


def _only(entry: Entry, findings: Findings) -> Told:
    return entry.done(_told(entry, findings))


def _told(entry: Entry, findings: Findings) -> Told:
    name, words = FindingId(entry.text("finding")), entry.words("words")
    if name not in findings:
        entry.fail(f"there is no finding '{name}'{near(name, findings)}")
    known = findings[name].words
    for word in words:
        if word not in known:
            entry.fail(f"'{word}' is no word of the finding '{name}'{near(word, known)}")
    return Told(name, frozenset(words))
