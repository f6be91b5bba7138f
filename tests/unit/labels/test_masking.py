"""What a reader sees: markup undone, every sign at its place."""

import pytest

from milium.engine.labels.masking import FILLER, masked


@pytest.mark.parametrize(
    ("label", "seen"),
    [
        ("Aqua, Mica", "Aqua, Mica"),
        ("<b>Aqua</b>, Mica", "Aqua, Mica"),
        ("<li>Aqua</li><li>Mica</li>", "\n\nAqua\n\n\n\nMica\n\n"),
        ("Aqua<br/>Mica", "Aqua\nMica"),
        ("Caprylic&#47;Capric", "Caprylic/Capric"),
        ("Zinc&nbsp;Oxide", "Zinc\u00a0Oxide"),
        ("Ingr&eacute;dients", "Ingrédients"),
        ("A &bogus; B", "A &bogus; B"),
        ("A &#x110000; B", "A \ufffd B"),
        ("Aqua<!-- retinol -->, Mica", "Aqua , Mica"),
        ("Aqua<!-- retinol", "Aqua "),
        ("<style>p {a: b}</style>Aqua", " Aqua"),
        ("<script>retinol", " "),
        ("Squalane<sup>1</sup>, Mica", "Squalane, Mica"),
        ("Phenoxy-\nethanol", "Phenoxy-ethanol"),
        ("Phenoxy-\r\n  ethanol", "Phenoxy-ethanol"),
        ("PEG-\n8", "PEG-\n8"),
        ("a < b & c", "a < b & c"),
        ("<!-- <b>x</b> -->Aqua", " Aqua"),
    ],
)
def test_markup_is_undone_and_nothing_moves(label: str, seen: str) -> None:
    text = masked(label)

    assert text.replace(FILLER, "") == seen
    assert len(text) == len(label)
