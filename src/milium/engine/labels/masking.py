"""A label as a reader sees it: no tags, no entities; every sign stays at its place."""

import re
from html import unescape

FILLER = "\u200b"
"""What stands where something was taken out: no width, no meaning, gone in ``normalise``."""

_MARKUP = re.compile(
    r"<sup>[^<>\w]{0,3}[\d*†‡]{1,3}[^<>\w]{0,3}</sup>|<!--|<(?P<hidden>script|style)\b[^<>]{0,200}>|<(?P<tag>/?[a-zA-Z][a-zA-Z0-9]{0,10})\b[^<>]{0,300}>"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});",
)
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-[ \t]{0,3}\r?\n[ \t]{0,3}(?=[^\W\d_])")
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "big",
        "bdi",
        "em",
        "font",
        "i",
        "ins",
        "mark",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "wbr",
    ]
)


def masked(label: str) -> str:
    """The text of the same length with markup undone: ``masked(label)[n]`` stands where it stood.

    Tags inside a line vanish, others end a line; an entity becomes its sign; a word broken at a
    line's end is whole again but for its hyphen. What was taken out is filled with ``FILLER``.
    """
    text = label
    if "<" in text or "&" in text:
        text = _without_markup(text)
    if "-" in text and "\n" in text:
        text = _BROKEN_WORD.sub(lambda found: "-" + FILLER * (len(found.group()) - 1), text)
    return text


def _without_markup(text: str) -> str:
    kept: list[str] = []
    done = 0
    for found in _MARKUP.finditer(text):
        if found.start() < done:
            continue
        end, shown = _shown(text, found)
        kept.append(text[done : found.start()])
        kept.append(shown + FILLER * (end - found.start() - len(shown)))
        done = end
    kept.append(text[done:])
    return "".join(kept)


def _shown(text: str, found: re.Match[str]) -> tuple[int, str]:
    """Where the markup ends, and what a reader sees in its place."""
    printed = found.group()
    if printed.startswith("<sup>") and printed.endswith("</sup>"):
        return found.end(), ""
    if printed == "<!--":
        return _closed(text, found.end(), "-->"), " "
    if found["hidden"]:
        return _closed(text, found.end(), f"</{found['hidden']}>"), " "
    if found["tag"]:
        name = found["tag"].lower().lstrip("/")
        return found.end(), "" if name in _INLINE else "\n" if name == "br" else "\n\n"
    sign = unescape(printed)
    return found.end(), sign if len(sign) <= len(printed) else " "


def _closed(text: str, start: int, end: str) -> int:
    """Behind the first of these closing signs; the end of the text where there is none."""
    place = text.find(end, start)
    return len(text) if place < 0 else place + len(end)
