"""All of the knowledge as one immutable value, every cross-reference checked."""

from collections.abc import Mapping
from datetime import date

from milium.domain.evidence import Source
from milium.domain.ids import MessageId, SourceId
from milium.domain.knowledge import Edition, Knowledge
from milium.kb.build_audit import build_audit
from milium.kb.build_findings import build_asking
from milium.kb.build_ingredients import build_exposure, build_vocabulary
from milium.kb.build_plans import build_courses, build_regimens
from milium.kb.build_skin_types import build_skin_types
from milium.kb.build_triage import build_choices, build_professions, build_triage
from milium.kb.collections import Collections
from milium.kb.conditions import Conditions
from milium.kb.entries import Entry
from milium.kb.read import RawKnowledge
from milium.kb.reviews import build_areas, build_reviews, with_reviews
from milium.kb.withdrawals import without_withdrawn


def build_knowledge(raw: RawKnowledge) -> Knowledge:
    """The knowledge as the engines read it.

    Raises:
        KnowledgeError: an entry is wrong; the message names file, entry, key and mend.
    """
    collections = Collections(raw)
    asking = build_asking(collections)
    conditions = Conditions(asking.findings)
    vocabulary = build_vocabulary(collections, raw.names)
    knowledge = Knowledge(
        edition=_edition(collections, raw.content_hash),
        sources=_sources(collections),
        texts=_texts(raw.texts),
        triage=build_triage(collections, asking, conditions),
        vocabulary=vocabulary,
        exposure=build_exposure(collections, asking, vocabulary, conditions),
        skin_types=build_skin_types(collections, conditions),
        regimens=build_regimens(collections, conditions),
        audit=build_audit(collections, asking.findings),
        courses=build_courses(collections, conditions),
        professions=build_professions(collections),
        choices=build_choices(collections, conditions),
        areas=build_areas(collections, asking),
        reviews=build_reviews(collections),
    )
    collections.done()
    return with_reviews(without_withdrawn(knowledge))


def _edition(collections: Collections, content_hash: str) -> Edition:
    return Edition(
        version=f"{collections.value('.version').text('value')}+{content_hash}",
        checked_on=collections.value(".checked_on").value("value", date.fromisoformat),
        valid_until=collections.value(".valid_until").value("value", date.fromisoformat),
        withdrawals=collections.words(".withdrawals"),
    )


def _sources(collections: Collections) -> Mapping[SourceId, Source]:
    found = [_source(entry) for entry in collections.entries("sources.sources")]
    return {source.id: source for source in found}


def _source(entry: Entry) -> Source:
    return entry.done(
        Source(
            id=SourceId(entry.text("id")),
            kind=entry.text("kind"),
            title=entry.text("title"),
            authors=entry.text("authors", ""),
            year=entry.optional("year", int),
            identifier=entry.text("identifier", ""),
            url=entry.text("url", ""),
            read=entry.text("read"),
            note=entry.text("note", ""),
        )
    )


def _texts(texts: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[MessageId, str]]:
    return {
        language: {MessageId(key): text for key, text in found.items()}
        for language, found in texts.items()
    }
