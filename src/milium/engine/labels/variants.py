"""Other ways to print one name, by the grammar of INCI: colours, plant parts, remarks."""

import re
from collections.abc import Collection, Iterator

_COLOUR_NUMBER = re.compile(r"(?:C\.? ?[I1L|]\.? ?)?(\d{5})(?: ?\(.*\))?")
_US_COLOUR = re.compile(
    r"(?:FD ?& ?C|D ?& ?C|EXT\.? D ?& ?C)?,? ?(RED|YELLOW|BLUE|GREEN|ORANGE|VIOLET|BLACK|BROWN)"
    r",? ?(?:NO\.? ?|#)?(\d{1,3})(?: ?\(CI \d{5}\))?(?: (?:AL|ALUMINUM|ALUMINIUM|CALCIUM|BARIUM|"
    r"ZIRCONIUM|SODIUM))?(?: LAKE)?"
)
_BRACKET = re.compile(r" ?\(([^()]*)\) ?")
_PLANT_PARTS = frozenset(
    [
        "BARK",
        "BRAN",
        "BUD",
        "BULB",
        "FLOWER",
        "FRUIT",
        "GERM",
        "HULL",
        "HUSK",
        "JUICE",
        "KERNEL",
        "LEAF",
        "NUT",
        "PEEL",
        "PIT",
        "PULP",
        "RHIZOME",
        "ROOT",
        "SEED",
        "SHELL",
        "SKIN",
        "SPROUT",
        "STALK",
        "STEM",
        "TUBER",
        "WOOD",
    ]
)
_LONGEST_QUALIFIER = 4  # words
_SPACED_COLOUR = re.compile(r"C[I1L|] ?\d[\d ]{4,6}")
_CARBONS = re.compile(r"\bC ?(\d{1,2})-C ?(\d{1,2})\b")


def variants(key: str, qualifiers: Collection[str]) -> Iterator[str]:
    """Other spellings of a normalised name, the likeliest first; never the name itself."""
    if any(map(str.isdigit, key)):
        yield from _numbered(key)
    if "(" in key:
        yield from _with_its_part(key)
    bare = without_qualifiers(key, qualifiers)
    if bare != key and bare:
        yield bare


def _numbered(key: str) -> Iterator[str]:
    if found := _COLOUR_NUMBER.fullmatch(key):
        yield f"CI {found[1]}"
    if found := _US_COLOUR.fullmatch(key):
        yield f"{found[1]} {found[2]}"
    if _SPACED_COLOUR.fullmatch(key):
        yield "CI " + "".join(filter(str.isdigit, key[2:]))
    if "C" in key and (carbons := _CARBONS.sub(r"C\1-\2", key)) != key:
        yield carbons


def _with_its_part(key: str) -> Iterator[str]:
    """The part of the plant that is named in the bracket put where INCI has it.

    "TRITICUM VULGARE (WHEAT BRAN) EXTRACT" is TRITICUM VULGARE BRAN EXTRACT.
    """
    for found in _BRACKET.finditer(key):
        part = found[1].rsplit(" ", 1)[-1]
        if part in _PLANT_PARTS:
            yield f"{key[: found.start()]} {part} {key[found.end() :]}".strip()


def without_qualifiers(key: str, qualifiers: Collection[str]) -> str:
    """The name without words in front of or behind it that don't change what it is."""
    words = key.split(" ")
    shorter = True
    while shorter:
        shorter = False
        for number in range(1, min(len(words), _LONGEST_QUALIFIER + 1)):
            if " ".join(words[:number]) in qualifiers:
                words, shorter = words[number:], True
                break
            if " ".join(words[-number:]) in qualifiers:
                words, shorter = words[:-number], True
                break
    return " ".join(words)
