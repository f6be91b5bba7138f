"""How hard a text is to read: the Flesch-Kincaid grade, the school year that reads it easily.

Kincaid, Fishburne, Rogers, Chissom 1975: 0.39 x words a sentence + 11.8 x syllables a word - 15.59.
Syllables are counted by groups of vowels, less a silent final e or -ed. No word is let off: where
"ophthalmologist" has to stand, the words round it have to be the shorter.
"""

import re

_SENTENCE = re.compile(r"[.!?]+(?:\s|$)")
_WORD = re.compile(r"[a-z]+(?:['\u2019][a-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def grade(text: str) -> float:
    """The Flesch-Kincaid grade; a text without a word is grade 0."""
    plain = _PLACEHOLDER.sub("balm", text).lower()
    words = _WORD.findall(plain)
    if not words:
        return 0.0
    sentences = max(1, len([part for part in _SENTENCE.split(plain) if _WORD.search(part)]))
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    count = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and count > 1
    ending = word.endswith("ed") and not word.endswith(("ted", "ded")) and count > 1
    return max(1, count - silent - ending)
