"""What a pack says of itself: claims, to be read as claims."""

from milium.domain.exposure import ExposureRules, PackSaying

_ALIKE = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2010": "-", "\u2011": "-", "\u2013": "-"})


def pack_sayings(text: str, rules: ExposureRules) -> tuple[PackSaying, ...]:
    """What the pack says of itself in this text, each claim once, where it stands first.

    A phrase counts where no letter touches it on either side. Letters are compared one by one, so
    that the offsets are those of the text as given.
    """
    small = _small(text)
    found = (
        (start, len(phrase), claim)
        for claim in rules.pack_claims
        if (hit := min(_hits(small, claim.phrases), default=None)) is not None
        for start, phrase in (hit,)
    )
    return tuple(
        PackSaying(claim, text[start : start + length], start, start + length)
        for start, length, claim in sorted(found, key=lambda each: each[:2])
    )


def _small(text: str) -> str:
    """The text in small letters, of the same length."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text).translate(
        _ALIKE
    )


def _hits(small: str, phrases: tuple[str, ...]) -> list[tuple[int, str]]:
    """Where each phrase stands first as words of its own."""
    return [(start, phrase) for phrase in phrases if (start := _first(small, phrase)) >= 0]


def _first(small: str, phrase: str) -> int:
    start = small.find(phrase)
    while start >= 0 and not _apart(small, start, start + len(phrase)):
        start = small.find(phrase, start + 1)
    return start


def _apart(small: str, start: int, end: int) -> bool:
    before, after = small[start - 1 : start], small[end : end + 1]
    return not before.isalpha() and not after.isalpha()
