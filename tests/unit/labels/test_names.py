"""One spelling for every way a name is printed."""

import pytest

from milium.engine.labels import normalise


@pytest.mark.parametrize(
    ("printed", "spelled"),
    [
        ("Aqua / Water*", "AQUA/WATER"),
        ("Yeast Extract\\Faex", "YEAST EXTRACT/FAEX"),
        ("peg\u20118", "PEG-8"),
        ("PEG - 8", "PEG-8"),
        ("C12\N{EN DASH}15 Alkyl Benzoate", "C12-15 ALKYL BENZOATE"),
        ("Aloe\u00a0Barbadensis\n  Leaf Juice", "ALOE BARBADENSIS LEAF JUICE"),
        ("Pitera\N{TRADE MARK SIGN}", "PITERA"),
        ("Argan Oil\N{SUPERSCRIPT ONE}\N{DAGGER}", "ARGAN OIL"),
        ("Edelweiss Extract*+", "EDELWEISS EXTRACT"),
        ("Limonene.", "LIMONENE"),
        (": Limonene", "LIMONENE"),
        ("C.I. 77491", "CI 77491"),
        ("ci77491", "CI 77491"),
        ("CI No. 77491", "CI 77491"),
        ("1, 2-Hexanediol", "1,2-HEXANEDIOL"),
        ("Dimethicone (and) Retinol", "DIMETHICONE AND RETINOL"),
        ("Titanium Dioxide [ Nano ]", "TITANIUM DIOXIDE (NANO)"),
        ("D\N{RIGHT SINGLE QUOTATION MARK}Orge", "D'ORGE"),
        ("Ingr\u0065\u0301dients", "INGRÉDIENTS"),
        ("Zinc\x00 Oxide", "ZINC OXIDE"),
        ("+/-", "+/-"),
        ("", ""),
    ],
)
def test_a_name_has_one_spelling(printed: str, spelled: str) -> None:
    assert normalise(printed) == spelled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Polysorbate 20", "Polysorbate 80"),
        ("1,2-Hexanediol", "1,3-Hexanediol"),
        ("Retinol", "Retinal"),
        ("PEG-8", "PEG-80"),
    ],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)
