"""No text instructs in needles or tools: an instructing verb with a tool, said to the reader."""

import re
from pathlib import Path

import pytest

from milium.domain.knowledge import Knowledge

ROOT = Path(__file__).resolve().parents[2]
TOOL = r"(?:needles?|pins?|lancets?|blades?|scalpels?|extractors?|tweezers|razors?)"
VERB = (
    r"(?:use|take|get|buy|pick up|hold|insert|poke|prick|pierce|lance|steril[iz]se?|cut|push|"
    r"scrape|dig|lift|press|open (?:it|them|one))"
)
INSTRUCTS = re.compile(rf"\b{VERB}\b[^.!?:;]*\b{TOOL}\b", re.IGNORECASE)
REFUSES = re.compile(r"\b(?:not|never|no|nor|without|n't|don't|nobody|instead of)\b", re.IGNORECASE)
OF_OTHERS = re.compile(r"\b(?:doctors?|someone trained|the article|clinicians?)\b", re.IGNORECASE)


def instructions(text: str) -> list[str]:
    """The sentences that tell the reader to use a tool."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    return [
        sentence
        for sentence in sentences
        if INSTRUCTS.search(sentence)
        and not REFUSES.search(sentence)
        and not OF_OTHERS.search(sentence)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Get a clean 27 gauge needle.",
        "Then poke the middle gently with the needle.",
        "Sterilise your needle, or take a new one.",
        "Use a comedone extractor and press round the bump.",
        "Open it with a small blade after a hot shower.",
    ],
)
def test_instructions_are_caught(text: str) -> None:
    assert instructions(f"Wash your hands. {text} Wait a day.") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Never use a needle.",
        "Do not take a pin or any tool to it.",
        "A skin doctor may use a needle to open it.",
        "The article this grew from lists steps for a needle, and later says: never.",
        "Was a needle or a tool used?",
    ],
)
def test_warnings_and_what_doctors_do_are_let_be(text: str) -> None:
    assert instructions(text) == []


def test_no_text_instructs_in_needles_or_tools(knowledge: Knowledge) -> None:
    found = {
        message: said
        for texts in knowledge.texts.values()
        for message, text in texts.items()
        if (said := instructions(text))
    }

    assert found == {}


def test_no_golden_output_or_page_instructs_in_needles_or_tools() -> None:
    paths = [
        *(ROOT / "examples" / "golden").glob("*.txt"),
        *(ROOT / "src" / "milium" / "adapters" / "web" / "templates").glob("*.html"),
        *(ROOT / "docs").rglob("*.md"),
        ROOT / "README.md",
    ]
    texts = {path: " ".join(path.read_text("utf-8").split()) for path in paths}

    assert len(paths) > 20
    assert {str(path): said for path, text in texts.items() if (said := instructions(text))} == {}
