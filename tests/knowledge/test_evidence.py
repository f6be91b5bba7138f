"""What stands behind each statement: sources that are used, grades that fit what they do."""

import re

import pytest

from milium.app.formats.case import CaseFormat
from milium.app.guide import make_guide
from milium.domain.evidence import Grade
from milium.domain.exposure import VerdictKind
from milium.domain.knowledge import Knowledge
from milium.domain.triage import Rung, When
from milium.kb.checks import BACKGROUND, evidence_used
from tests.builders.formats import NAMES, TODAY, example

READ = {"full", "abstract", "excerpt", "secondary", "none"}
KINDS = {
    "guideline", "regulator", "paper", "review", "book", "label", "page", "article", "vocabulary",
    "background",
}  # fmt: skip
TABLES = {BACKGROUND}
"""Sources that stand behind a table as a whole instead of behind one entry."""


def test_every_source_stands_behind_something(knowledge: Knowledge) -> None:
    cited = {c.source for _, evidence in evidence_used(knowledge) for c in evidence.citations}

    assert sorted(set(knowledge.sources) - cited - TABLES) == []


def test_every_source_says_what_it_is_and_how_it_was_read(knowledge: Knowledge) -> None:
    odd = [
        source.id
        for source in knowledge.sources.values()
        if source.kind not in KINDS
        or source.read not in READ
        or not source.title
        or not source.note
    ]

    assert odd == []


def test_what_nobody_read_is_no_more_than_background(knowledge: Knowledge) -> None:
    unread = {source.id for source in knowledge.sources.values() if source.read == "none"}
    strong = [
        entry
        for entry, evidence in evidence_used(knowledge)
        if {citation.source for citation in evidence.citations} <= unread
        and evidence.grade is not Grade.D
    ]

    assert strong == []


def test_every_statement_says_where_in_its_source_it_stands(knowledge: Knowledge) -> None:
    vague = [
        entry
        for entry, evidence in evidence_used(knowledge)
        for citation in evidence.citations
        if not citation.locator and citation.source != BACKGROUND
    ]

    assert vague == []


def test_nobody_has_signed_what_nobody_reviewed(knowledge: Knowledge) -> None:
    signed = [entry for entry, evidence in evidence_used(knowledge) if evidence.reviewed]

    assert signed == []


def test_every_question_on_skin_type_is_our_own_wording(knowledge: Knowledge) -> None:
    borrowed = [
        item.id
        for item in knowledge.skin_types.items
        if item.provenance.wording.value != "own"
        or item.provenance.idea not in {each.source for each in item.evidence.citations}
    ]

    assert borrowed == []


def test_a_line_about_a_type_on_grade_d_never_tells_to_use_anything(knowledge: Knowledge) -> None:
    telling = re.compile(r"^(?:Use|Wear|Choose|Put|Start)\b")
    weak = [each for each in knowledge.skin_types.advice if each.evidence.grade is Grade.D]

    texts = {each.id: knowledge.texts["en"][each.message] for each in weak}

    assert len(texts) > 5
    assert {entry: text for entry, text in texts.items() if telling.match(text)} == {}


def test_a_line_about_acids_or_retinoids_never_goes_beyond_home_care(knowledge: Knowledge) -> None:
    strong = re.compile(r"\b(?:acid|retinol|retinoid)\b")
    texts = knowledge.texts["en"]
    beyond = [
        each.id
        for each in knowledge.skin_types.advice
        if strong.search(texts[each.message]) and "home_rung" not in each.when.reads
    ]

    assert beyond == []


def test_grade_d_never_gives_the_all_clear(knowledge: Knowledge) -> None:
    lowering = [
        rule.id
        for rule in knowledge.triage.rules
        if rule.evidence.grade is Grade.D and rule.effect.when is When.NOTHING_NEEDED
    ]

    assert lowering == []


def test_grade_d_never_tells_to_keep_a_product(knowledge: Knowledge) -> None:
    keeping = [
        rule.id
        for rule in knowledge.exposure.rules
        if rule.evidence.grade is Grade.D and rule.verdict is VerdictKind.KEEP
    ]

    assert keeping == []


@pytest.mark.parametrize("name", NAMES)
def test_a_step_on_grade_d_is_an_option_never_advice(
    name: str, knowledge: Knowledge, case_format: CaseFormat
) -> None:
    regimen = make_guide(example(name, case_format), knowledge, on=TODAY).regimen
    weak = {kind.id for kind in knowledge.regimens.kinds if kind.evidence.grade is Grade.D}
    steps = () if regimen is None else regimen.steps

    assert [step.kind for step in steps if step.kind in weak and not step.option] == []


def test_a_kind_of_product_on_grade_d_never_needs_no_rung(knowledge: Knowledge) -> None:
    weak = [kind for kind in knowledge.regimens.kinds if kind.evidence.grade is Grade.D]

    assert [kind.id for kind in weak if kind.rung is Rung.NOTHING] == []


def test_a_rule_on_grade_d_only_raises_or_withholds(knowledge: Knowledge) -> None:
    """An effect can't lower anything by its type; what is left is a rung that would permit."""
    permitting = [
        rule.id
        for rule in knowledge.triage.rules
        if rule.evidence.grade is Grade.D and rule.effect.rung is Rung.LOW_RETINOID
    ]

    assert permitting == []


def test_the_edition_holds_for_twelve_months(knowledge: Knowledge) -> None:
    edition = knowledge.edition

    assert 0 < (edition.valid_until - edition.checked_on).days <= 366
