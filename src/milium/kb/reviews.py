"""Areas to review and signed forms: read, checked, and put under the entries they still fit."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from milium.domain.evidence import Evidence, Review
from milium.domain.exposure import ExposureRule
from milium.domain.findings import Asking
from milium.domain.ids import AreaId, FindingId, ReviewItemId
from milium.domain.knowledge import Knowledge
from milium.domain.reviews import Area, Opinion, Reviewer, SignedForm
from milium.domain.triage import Look, Rule, Zone
from milium.kb.collections import Collections
from milium.kb.entries import Entry, KnowledgeError, near
from milium.kb.fingerprints import DIGITS, item_id, judged, review_item
from milium.kb.read import knowledge_root
from milium.kb.strict_yaml import UnreadableDocumentError, parse_yaml

FOLDER = "reviews"
KEY = "signed_forms"
MAX_BYTES = 1_000_000
_YES_NO = {"yes": True, "no": False}
_FINGERPRINT = re.compile(rf"[0-9a-f]{{{DIGITS}}}")

E = TypeVar("E", Rule, ExposureRule, Look)


def build_areas(collections: Collections, asking: Asking) -> tuple[Area, ...]:
    """Every area of ``reviews/areas.yaml``."""
    return tuple(_area(entry, asking) for entry in collections.entries(f"{FOLDER}.areas"))


def build_reviews(collections: Collections) -> tuple[SignedForm, ...]:
    """Every form that stands in the knowledge itself."""
    return tuple(_form(entry) for entry in collections.entries(f"{FOLDER}.{KEY}"))


def _area(entry: Entry, asking: Asking) -> Area:
    words = entry.tree("words") or {}
    if not isinstance(words, dict):
        entry.fail("'words' should map findings to lists of words")
    inner = Entry(words, f"{entry.where}, words")
    findings = entry.words("findings")
    for finding in (*findings, *words):
        if finding not in asking.findings:
            entry.fail(f"there is no finding '{finding}'{near(finding, asking.findings)}")
    read = {FindingId(name): frozenset(inner.words(name)) for name in words}
    for name, chosen in read.items():
        for word in sorted(chosen - set(asking.findings[name].words)):
            entry.fail(f"'{word}' is no word of the finding '{name}'")
    return entry.done(
        Area(
            id=AreaId(entry.text("id")),
            findings=frozenset(map(FindingId, findings)),
            words=read,
            zones=tuple(entry.member("zones", word, Zone) for word in entry.words("zones")),
            entries=frozenset(map(ReviewItemId, entry.words("entries"))),
        )
    )


def _form(entry: Entry) -> SignedForm:
    registered = entry.entry("registration")
    return entry.done(
        SignedForm(
            id=entry.text("id"),
            reviewer=Reviewer(
                name=entry.text("name"),
                profession=entry.text("profession"),
                body=registered.text("body"),
                number=registered.done(registered.text("number")),
            ),
            on=entry.value("on", date.fromisoformat),
            area=AreaId(entry.text("area")),
            knowledge=entry.text("knowledge"),
            opinions=tuple(_opinion(each) for each in entry.entries("opinions")),
        )
    )


def _opinion(entry: Entry) -> Opinion:
    agrees = entry.text("agrees")
    if agrees not in _YES_NO:
        entry.fail(f"'agrees' should be yes or no, not '{agrees}'")
    return entry.done(
        Opinion(
            item=ReviewItemId(entry.text("item")),
            fingerprint=entry.value("fingerprint", _is_fingerprint),
            agrees=_YES_NO[agrees],
            comment=entry.text("comment", ""),
        )
    )


def _is_fingerprint(text: str) -> str:
    if _FINGERPRINT.fullmatch(text) is None:
        message = f"write {DIGITS} hexadecimal digits"
        raise ValueError(message)
    return text


def with_reviews(knowledge: Knowledge, more: Iterable[SignedForm] = ()) -> Knowledge:
    """The knowledge with these forms too, and a signature under every entry they still fit.

    A form that is there already is not added again. Whatever fits no longer says nothing.
    """
    known = {form.id for form in knowledge.reviews}
    forms = (*knowledge.reviews, *(form for form in more if form.id not in known))
    if not forms:
        return knowledge
    entries = judged(knowledge)
    asked = {opinion.item for form in forms for opinion in form.opinions}
    now = {
        item: review_item(entries[item], knowledge).fingerprint for item in asked if item in entries
    }
    return _signed(replace(knowledge, reviews=forms), standing(forms, now))


def standing(
    forms: Iterable[SignedForm], fingerprints: Mapping[ReviewItemId, str]
) -> Mapping[ReviewItemId, Review]:
    """Who has agreed with what, as it is now.

    Of one reviewer the latest opinion on the present content counts; on one day a disagreement
    counts. Where anybody's counting opinion is a disagreement, nothing is reviewed.
    """
    latest: dict[ReviewItemId, dict[tuple[str, str], tuple[SignedForm, Opinion]]] = {}
    for form in sorted(forms, key=lambda each: (each.on, each.id)):
        for opinion in form.opinions:
            if fingerprints.get(opinion.item) == opinion.fingerprint:
                found = latest.setdefault(opinion.item, {})
                before = found.get(form.reviewer.key)
                same_day = before is not None and before[0].on == form.on
                if before is None or not same_day or before[1].agrees:
                    found[form.reviewer.key] = (form, opinion)
    return {
        item: _last(found.values())
        for item, found in latest.items()
        if all(opinion.agrees for _, opinion in found.values())
    }


def _last(found: Iterable[tuple[SignedForm, Opinion]]) -> Review:
    form = max((form for form, _ in found), key=lambda each: (each.on, each.id))
    return Review(form.reviewer.signature, form.on)


def _signed(knowledge: Knowledge, reviews: Mapping[ReviewItemId, Review]) -> Knowledge:
    """Every entry with its signature, or without the one that no longer stands."""

    def sign(entries: tuple[E, ...]) -> tuple[E, ...]:
        return tuple(
            replace(entry, evidence=_under(entry.evidence, reviews.get(item_id(entry))))
            for entry in entries
        )

    triage, exposure = knowledge.triage, knowledge.exposure
    return replace(
        knowledge,
        triage=replace(triage, rules=sign(triage.rules), looks=sign(triage.looks)),
        exposure=replace(exposure, rules=sign(exposure.rules)),
    )


def _under(evidence: Evidence, review: Review | None) -> Evidence:
    return evidence if evidence.reviewed == review else replace(evidence, reviewed=review)


def read_reviews(data: bytes, name: str) -> tuple[SignedForm, ...]:
    """The signed forms of one file.

    Raises:
        KnowledgeError: the file is none of ours, or an entry is wrong; says what to do.
    """
    if len(data) > MAX_BYTES:
        message = f"{name}: is larger than {MAX_BYTES:,} bytes; move it away"
        raise KnowledgeError(message)
    try:
        file = Entry(parse_yaml(data.decode(), name), name)
    except (UnicodeDecodeError, UnreadableDocumentError) as error:
        message = f"{name}: can't be read ({error}); mend it or move it away"
        raise KnowledgeError(message) from error
    return file.done(tuple(_form(entry) for entry in file.entries(KEY)))


def with_home_reviews(knowledge: Knowledge, home: Path) -> Knowledge:
    """The knowledge with the forms of the home folder; each file stands in ``versions``.

    Raises:
        KnowledgeError: a file there can't be read.
    """
    files = sorted((home / FOLDER).glob("*.yaml"))
    for path in files:
        data = _bytes_of(path)
        knowledge = with_reviews(knowledge, read_reviews(data, str(path)))
        label = f"{path.name}+{hashlib.sha256(data).hexdigest()[:DIGITS]}"
        edition = replace(knowledge.edition, overlays=(*knowledge.edition.overlays, label))
        knowledge = replace(knowledge, edition=edition)
    return knowledge


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"{path}: can't be opened ({error.strerror or error}); mend it or move it away"
        raise KnowledgeError(message) from error


def checkout_reviews() -> Path | None:
    """Where forms stand in a checkout; ``None`` when the knowledge is installed, not worked on."""
    root = knowledge_root()
    if isinstance(root, Path) and (root.parents[1] / "pyproject.toml").is_file():
        return root / FOLDER
    return None
