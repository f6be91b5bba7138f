"""Texts: all used, none lacking a value, none saying what we never say."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from milium.app.claims import Standing
from milium.app.formats.answers import UNITS
from milium.app.imagined import USES
from milium.app.shelf import MISSING
from milium.domain.explanations import Move
from milium.domain.exposure import VerdictKind
from milium.domain.findings import FindingKind, Scope
from milium.domain.ids import FindingId, MessageId
from milium.domain.knowledge import Knowledge
from milium.domain.modules import Module
from milium.domain.regimens import Criterion
from milium.domain.triage import Door, LiftedBy, Likeness, Rung, When, WhenPossible, Zone
from milium.kb.checks import messages_used

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted((ROOT / "src" / "milium").rglob("*.py"))
TEMPLATES = sorted((ROOT / "src" / "milium").rglob("*.html"))
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
MESSAGE_ID = re.compile(r"[a-z][a-z_-]*(\.[A-Za-z0-9_-]+)+")

FILLED_BY_CODE = {
    "exposure.": {"product", "ingredient"},
    "tonight.leave-out": {"products"},
    "plan.product": {"product"},
    "window.": {"start", "end"},
    "review.": {
        "area",
        "bound",
        "finding",
        "first",
        "grade",
        "locator",
        "name",
        "part",
        "parts",
        "rung",
        "says",
        "second",
        "text",
        "title",
        "about",
        "verdict",
        "weight",
        "when",
        "door",
        "who",
        "word",
        "words",
        "zone",
        "count",
        "minutes",
    },
    "surety.": {"side", "other"},
    "said.": {"name", "list", "grade", "percent"},
    "pack.": {"phrase"},
    "verdict.line.": {"product", "questions", "names"},
    "card.about.": {"name"},
    "card.list_row": {"list", "grade"},
    "card.product.counts_row": {"ingredient", "position", "class"},
    "card.product.lists_row": {"list", "graded", "count", "flagged", "names"},
    "shelf.hidden_": {"product", "ingredient", "position"},
}
"""Values that messages get whose id is not written out where they are made."""

FORBIDDEN = re.compile(
    r"\b(proven|safe|safely|safest|best|cleared|guaranteed?|culprits?|suspects?|suspicious|vetoe?d?"
    r"|red flags?|you have milia|(?<!if )these are milia|it is milia|diagnos(?:ed|es)|cures?|miracle"
    r"|100 ?%)\b",
    re.IGNORECASE,
)


@cache
def calls() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Every ``say("id", name=...)`` and ``text("id")`` written out: where, which id, which names."""
    return tuple(
        (path.name, node.args[0].value, frozenset(str(word.arg) for word in node.keywords))
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in {"say", "text"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
        and MESSAGE_ID.fullmatch(node.args[0].value)
    )


def families(knowledge: Knowledge) -> Iterator[str]:
    """Every id the code puts together from a closed set."""
    for prefix, members in (
        ("when", When),
        ("soon", When),
        ("rung", Rung),
        ("verdict", VerdictKind),
    ):
        yield from (f"{prefix}.{member.name.lower()}" for member in members)
    yield "when.not_settled"
    yield from (f"why_not.by.{each.value}" for each in Criterion)
    yield from (f"move.{move.value}" for move in Move)
    yield from (f"verdict.line.{kind.name.lower()}" for kind in VerdictKind)
    yield from (f"card.answer.{standing.value}" for standing in Standing)
    yield from (f"card.use.{use}" for use in USES)
    yield from (f"shelf.ask.{name}" for name, _ in MISSING)
    yield from (
        f"model.{each.model}" for found in knowledge.exposure.claims.values() for each in found
    )
    for prefix, kinds in (("door", Door), ("zone", Zone), ("likeness", Likeness)):
        yield from (f"{prefix}.{member.value}" for member in kinds)
    yield from (f"unit.{unit}" for unit in UNITS)
    yield from (f"month.{number}" for number in range(1, 13))
    yield from (f"weekday.{number}" for number in range(1, 8))
    findings = knowledge.triage.asking.findings
    yield from (f"module.{module.value}.off" for module in Module)
    yield from (f"review.{part}" for part in ("what", "how", "means", "print"))
    yield from (f"review.kind.rule.{scope.value}" for scope in Scope)
    yield from (f"review.open.{possible.value}" for possible in WhenPossible)
    yield from (f"review.lifted.{member.name.lower()}" for member in LiftedBy)
    for spoken in ("site", "answering_for"):
        yield from (f"spoken.{spoken}.{word}" for word in findings[FindingId(spoken)].words)
    for finding in findings.values():
        yield from (f"finding.{finding.id}.{part}" for part in ("short", "tick"))
        if finding.kind in {FindingKind.WORD, FindingKind.WORDS}:
            yield from (f"tick.{finding.id}.{word}" for word in finding.words)
    yield from (f"question.{question.id}.plain" for question in knowledge.triage.asking.questions)


def literals() -> set[str]:
    """Every text constant of the code that looks like a message id, and those of the templates."""
    found = {
        node.value
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    pages = "".join(path.read_text("utf-8") for path in TEMPLATES)
    return found | {each[0] for each in re.finditer(MESSAGE_ID, pages)}


def spoken_to_all(texts: Mapping[MessageId, str]) -> set[str]:
    """The ids without whom a variant is spoken to (``x@self`` is a way to say ``x``)."""
    return {name.split("@")[0] for name in texts}


def test_a_text_to_somebody_is_a_way_to_say_another(knowledge: Knowledge) -> None:
    words = knowledge.triage.asking.findings[FindingId("answering_for")].words
    for texts in knowledge.texts.values():
        variants = [name.split("@") for name in texts if "@" in name]

        assert [base for base, _ in variants if base not in texts] == []
        assert {voice for _, voice in variants} <= set(words)


@pytest.mark.parametrize("language", ["en"])
def test_no_text_is_unused(language: str, knowledge: Knowledge) -> None:
    used = {*map(str, messages_used(knowledge)), *families(knowledge), *literals()}

    assert sorted(set(spoken_to_all(knowledge.texts[language])) - used) == []


def test_what_the_code_says_by_name_has_a_text(knowledge: Knowledge) -> None:
    said = {(where, name) for where, name, _ in calls()}

    assert len(said) > 20
    assert sorted(each for each in said if each[1] not in knowledge.texts["en"]) == []


def test_every_language_says_what_english_says_with_the_same_values(knowledge: Knowledge) -> None:
    english = knowledge.texts["en"]
    for texts in knowledge.texts.values():
        assert set(texts) <= set(english)
        for name, text in texts.items():
            assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(english[name])), name


def test_a_text_asks_only_for_values_its_message_has(knowledge: Knowledge) -> None:
    given: dict[str, frozenset[str]] = {}
    for _, name, words in calls():
        given[name] = given.get(name, words) & words
    lacking = {}
    for name, text in knowledge.texts["en"].items():
        asked = set(PLACEHOLDER.findall(text))
        by_code = next((v for k, v in FILLED_BY_CODE.items() if name.startswith(k)), set[str]())
        if missing := asked - given.get(name, frozenset()) - by_code:
            lacking[str(name)] = missing

    assert lacking == {}


def test_a_value_is_written_in_a_way_that_is_filled_in(knowledge: Knowledge) -> None:
    odd = {
        str(name): text
        for name, text in knowledge.texts["en"].items()
        if "{" in PLACEHOLDER.sub("", text) or "}" in PLACEHOLDER.sub("", text)
    }

    assert odd == {}


def test_no_text_says_what_we_never_say(knowledge: Knowledge) -> None:
    said = {
        str(name): found[0]
        for name, text in knowledge.texts["en"].items()
        if (found := FORBIDDEN.search(text))
    }

    assert said == {}


def test_no_page_says_what_we_never_say() -> None:
    said = {path.name: found[0] for path in TEMPLATES if (found := FORBIDDEN.search(words(path)))}

    assert said == {}


def words(template: Path) -> str:
    """What a reader sees of a template."""
    return re.sub(r"<[^>]+>|\{[{%].*?[%}]\}", " ", template.read_text("utf-8"))


@pytest.mark.parametrize(
    "text",
    ["These are milia.", "This is safe.", "The best balm.", "Proven to work.", "You have milia.", "A culprit.",
     "Red flags:", "Suspicious", "guaranteed"],
)  # fmt: skip
def test_the_words_we_never_say_are_found(text: str) -> None:
    assert FORBIDDEN.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "If these are milia, wait.",
        "Keep it out of reach.",
        "an unsafe habit",
        "bestow",
        "Veterinary",
    ],
)
def test_other_words_are_let_be(text: str) -> None:
    assert not FORBIDDEN.search(text)


def test_no_text_is_empty_or_untidy(knowledge: Knowledge) -> None:
    untidy = [
        str(name)
        for texts in knowledge.texts.values()
        for name, text in texts.items()
        if text != text.strip() or not text or "  " in text or "\n" in text
    ]

    assert untidy == []


def test_not_a_diagnosis_stands_in_exactly_one_text(knowledge: Knowledge) -> None:
    said = [
        str(name) for name, text in knowledge.texts["en"].items() if "diagnosis" in text.lower()
    ]

    assert said == ["notice"]
