"""What a person mentions in their own words: it may raise a question, and never lowers anything."""

import re
from collections.abc import Iterable

from milium.domain.answers import Answer, Chosen
from milium.domain.findings import Keyword


def mentioned(words: str, keywords: Iterable[Keyword]) -> Answer:
    """The finding ``words_mention``: every keyword one of whose stems begins a word of the text."""
    text = re.sub(r"\s+", " ", words.casefold().replace("\u2019", "'"))
    found = frozenset(
        keyword.word
        for keyword in keywords
        if any(re.search(rf"(?<!\w){re.escape(stem)}", text) for stem in keyword.stems)
    )
    return Chosen(found, complete=True)
