"""Nothing we say instructs in needles or tools: an imperative verb and a tool in one sentence.

Questions, warnings, what somebody did already and what a clinician does may use the words.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from milium.app.formats.case import CaseFormat
from milium.app.formats.print_guide import GuidePrinter
from milium.app.guide import make_guide
from milium.domain.knowledge import Knowledge
from tests.builders.formats import NAMES, TODAY, example

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
TEMPLATES = sorted((ROOT / "src" / "milium").rglob("*.html"))

VERBS = [
    "apply",
    "boil",
    "buy",
    "choose",
    "clean",
    "cut",
    "dig",
    "dip",
    "disinfect",
    "draw",
    "extract",
    "find",
    "flame",
    "get",
    "grab",
    "hold",
    "incise",
    "insert",
    "lance",
    "lift",
    "make",
    "nick",
    "open",
    "pick",
    "pierce",
    "place",
    "poke",
    "press",
    "prick",
    "pull",
    "puncture",
    "push",
    "put",
    "remove",
    "roll",
    "scrape",
    "slide",
    "slit",
    "soak",
    "squeeze",
    "stab",
    "sterilise",
    "sterilize",
    "take",
    "try",
    "use",
    "wipe",
]
PIERCING = ["incise", "lance", "nick", "pierce", "poke", "prick", "puncture", "slit", "stab"]
TOOL = (
    r"(?:needles?|pins?|lancets?|blades?|scalpels?|razors?|extractors?|tweezers|syringes?|"
    r"comedone \w+|\d+[- ]gauge)"
)
GENERIC = rf"(?:{TOOL}|tools?|instruments?)"
BUMP = r"(?:bumps?|milia|milium|it|them|skin|middle|cent(?:re|er)|top|spots?|seeds?|lid)"

_SENTENCES = re.compile(r"(?<=[.!?;\n])\s+|\n+")
_LISTED = re.compile(r"^\W*(?:\d+[.)]\s*)?\W*")
_VERB = re.compile(rf"\b(?:{'|'.join(VERBS)}|using|heat(?= (?:the|a|your|it)\b))\b")
_QUESTION = re.compile(r"(?:did|do|does|have|has|is|are|was|were|can|may)\b.*\?$")
_BEFORE = re.compile(
    r"(?:^|[,:(\u2013\u2014-]\s*|\b(?:and|or|then|now|first|next|just|please|simply|again"
    r"|you (?:can|could|may|might|should|must|will|need to|have to|want to)"
    r"|how to|remember to|try to|(?:be|make) sure to|(?:best|easiest|fastest|way)(?: is)? to) )"
    r"(?:\w+ly )?$"
)
_NEGATION = re.compile(r"\b(?:never|not|cannot|no|nobody|without|instead of)\b|n['\u2019]t\b")
_JOINING = {*VERBS, "or", "and", "ever"}
_TURNS = re.compile(r"\b(?:but|instead|then)\b")
_WITHOUT = re.compile(r"\b(?:no|without|nor)\s+(?:\w+\s+)?$")


def instructions(text: str, *, tool: str = GENERIC) -> Iterator[str]:
    """Every sentence that tells its reader to do something with a tool, or to pierce a bump."""
    for raw in _SENTENCES.split(text):
        sentence = " ".join(_LISTED.sub("", raw).lower().split())
        if _QUESTION.match(sentence):
            continue
        if any(_instructs(sentence, verb, tool) for verb in _VERB.finditer(sentence)):
            yield sentence


def _instructs(sentence: str, verb: re.Match[str], tool: str) -> bool:
    before, after = sentence[: verb.start()], sentence[verb.end() :]
    if not _BEFORE.search(before) or _negated(before):
        return False
    if re.match(r" (?:a |the |your )?(?:\w+ ){0,2}(?:incision|cut|hole|nick|slit)\b", after):
        return verb[0] in {"make", "cut", "open"}
    if re.match(r" (?:\w+ ){0,3}a?round ", after):
        return verb[0] in {"apply", "press", "push", "squeeze"}
    if verb[0] in PIERCING and re.search(rf"\b{BUMP}\b", after):
        return True
    return any(
        not _WITHOUT.search(sentence[: found.start()])
        for found in re.finditer(rf"\b{tool}\b", sentence)
    )


def _negated(before: str) -> bool:
    """Whether the last "not" before a verb is about that verb."""
    negation = next(reversed(list(_NEGATION.finditer(before))), None)
    if negation is None:
        return False
    between = before[negation.end() :]
    words = re.findall(r"[a-z'\u2019]+", between)
    if "," in between or ":" in between:
        return set(words) <= _JOINING
    return len(words) <= 4 and not _TURNS.search(between)


STEPS = [
    "Get a clean needle, as thin as you can find.",
    "1. buy a sterile 27 gauge needle",
    "Gently make a tiny cut in the whitest spot of the bump.",
    "Make an incision in the middle.",
    "Press softly all round the bump.",
    "Apply gentle pressure around the milia.",
    "If nothing comes out within half a minute, prick the middle once with the needle.",
    "Hold the needle upright and push it into the centre.",
    "Then poke it one more time.",
    "Remember to boil the needle, or take a new one when you try again.",
    "You can lift it out with tweezers.",
    "You should sterilise the pin first.",
    "With a lancet, carefully open the top.",
    "Using a fresh blade, nick the skin.",
    "Slide an extractor over the bump and press.",
    "Here is how to pierce the bump.",
    "Never hurry: take a needle and wait.",
    "Do not be afraid, take a needle.",
    "It is not hard. Use a needle.",
    "Use a needle, not a blade.",
    "Wash your hands, then use the tool you bought.",
    "Heat the needle over a flame.",
    "Want it gone? Take a needle.",
]
"""The article's steps A.31-43 in other words, and ways round the test."""

LET_BE = [
    "Never use a needle.",
    "Do not use a needle, a pin or a blade.",
    "Don't poke, prick or squeeze it with a pin.",
    "Do not press or squeeze it.",
    "You used a needle or tool on the lid, and now there is pain.",
    "Did you try to open it with a needle or a tool?",
    "The article this grew from lists steps for a needle, and later says: never.",
    "A doctor opens each bump with a fine needle and lifts it out.",
    "Someone trained will make a tiny cut and press the bump out.",
    "Nothing on the lid tonight: no cream, no acid, no tool.",
    "Let it close. Clean hands, a mild wash, no tool.",
    "Take out contact lenses. Wash round it with plain water only.",
    "They are the size of the head of a pin.",
    "Milia can follow needling. The clinic that did it should see them.",
    "Put on a thin layer, last.",
    "No needle, no tool, anywhere.",
    "Use lukewarm water and your fingertips.",
    "You must not use needles on your face.",
    "Please leave it closed. Let someone trained take it out: that takes minutes.",
]


@pytest.mark.parametrize("text", STEPS)
def test_a_step_with_a_tool_is_caught(text: str) -> None:
    assert list(instructions(text))


@pytest.mark.parametrize("text", LET_BE)
def test_what_is_no_instruction_is_let_be(text: str) -> None:
    assert list(instructions(text)) == []


def test_every_step_is_caught_among_many_sentences() -> None:
    calm = " ".join(LET_BE)

    assert [step for step in STEPS if not list(instructions(f"{calm} {step} {calm}"))] == []


def test_no_text_instructs_in_tools(knowledge: Knowledge) -> None:
    found = {
        f"{language}: {name}": sentence
        for language, texts in knowledge.texts.items()
        for name, text in texts.items()
        for sentence in instructions(text)
    }

    assert found == {}


def test_no_note_or_locator_of_a_source_instructs_in_tools(knowledge: Knowledge) -> None:
    found = {
        source.id: sentence
        for source in knowledge.sources.values()
        for sentence in instructions(f"{source.title}\n{source.note}")
    }

    assert found == {}


@pytest.mark.parametrize("page", [*TEMPLATES, *PAGES], ids=lambda page: page.name)
def test_no_page_instructs_in_tools(page: Path) -> None:
    text = re.sub(
        r"```.*?```|<[^>]+>|\{[{%#].*?[%}#]\}", "\n", page.read_text("utf-8"), flags=re.DOTALL
    )
    unwrapped = re.sub(r"(?<![.!?:\n|])\n(?=[^\n\-*#|\d])", " ", text)

    assert list(instructions(unwrapped, tool=TOOL)) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_output_instructs_in_tools(
    name: str, knowledge: Knowledge, case_format: CaseFormat
) -> None:
    guide = make_guide(example(name, case_format), knowledge, on=TODAY)

    said = GuidePrinter(knowledge, "en").guide(guide).model_dump_json(indent=1)

    assert list(instructions(re.sub(r'"(?:\w+": ")?', "\n", said))) == []


def test_who_wants_a_needle_gets_our_answer(knowledge: Knowledge, case_format: CaseFormat) -> None:
    guide = make_guide(example("wants-needle", case_format), knowledge, on=TODAY)

    said = GuidePrinter(knowledge, "en").guide(guide).model_dump_json()

    assert (
        "The article this grew from lists steps for a needle, and later says: never. "
        "We follow the second." in said
    )
