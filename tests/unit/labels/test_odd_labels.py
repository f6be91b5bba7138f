"""Odd labels, read. A row is: what is printed, and (text, ingredient) of every entry."""

import pytest

from milium.engine.labels import read_label
from tests.builders.labels import a_vocabulary


def found(label: str) -> list[tuple[str, str | None]]:
    return [(entry.text, entry.ingredient) for entry in read_label(label, a_vocabulary()).entries]


ODD = {
    "comma list": ("Aqua, Glycerin", [("Aqua", "aqua"), ("Glycerin", "glycerin")]),
    "capitals without spaces": (
        "AQUA,GLYCERIN,PARFUM.",
        [("AQUA", "aqua"), ("GLYCERIN", "glycerin"), ("PARFUM", "parfum")],
    ),
    "semicolons": ("Aqua; Glycerin", [("Aqua", "aqua"), ("Glycerin", "glycerin")]),
    "bullets and middle dots": (
        "Aqua • Glycerin · Mica",
        [("Aqua", "aqua"), ("Glycerin", "glycerin"), ("Mica", "mica")],
    ),
    "bars": ("Aqua | Glycerin", [("Aqua", "aqua"), ("Glycerin", "glycerin")]),
    "spaced dashes": (
        "Aqua - Glycerin - Parfum",
        [("Aqua", "aqua"), ("Glycerin", "glycerin"), ("Parfum", "parfum")],
    ),
    "a spaced dash inside a comma list": (
        "Aqua, Zinc - Oxide, Mica",
        [("Aqua", "aqua"), ("Zinc - Oxide", "zinc-oxide"), ("Mica", "mica")],
    ),
    "one a line": (
        "Aqua\nGlycerin\r\nMica",
        [("Aqua", "aqua"), ("Glycerin", "glycerin"), ("Mica", "mica")],
    ),
    "a wrapped line inside a name": (
        "Aqua, Zinc\nOxide, Glycerin, Mica",
        [("Aqua", "aqua"), ("Zinc\nOxide", "zinc-oxide"), ("Glycerin", "glycerin"),
         ("Mica", "mica")],
    ),
    "a line end where a comma is missing": (
        "Aqua, Glycerin\nMica, Parfum, Linalool",
        [("Aqua", "aqua"), ("Glycerin", "glycerin"), ("Mica", "mica"), ("Parfum", "parfum"),
         ("Linalool", "linalool")],
    ),
    "an empty line ends an entry": (
        "Aqua, Glycerin, Mica\n\nParfum, Linalool, Limonene",
        [("Aqua", "aqua"), ("Glycerin", "glycerin"), ("Mica", "mica"), ("Parfum", "parfum"),
         ("Linalool", "linalool"), ("Limonene", "limonene")],
    ),
    "comma in a chemical name": (
        "Aqua, 1,2-Hexanediol, 1, 2-Hexanediol",
        [("Aqua", "aqua"), ("1,2-Hexanediol", "hexanediol"), ("1, 2-Hexanediol", "hexanediol")],
    ),
    "a number before a comma is no chemical name": (
        "Polysorbate 20, 1,2-Hexanediol, Mica 5",
        [("Polysorbate 20", None), ("1,2-Hexanediol", "hexanediol"), ("Mica 5", None)],
    ),
    "comma at the very end": ("Aqua, Mica 5,", [("Aqua", "aqua"), ("Mica 5", None)]),
    "synonyms by slash": ("Water/Aqua/Eau", [("Water/Aqua/Eau", "aqua")]),
    "synonyms by backslash": ("Water\\Aqua\\Eau", [("Water\\Aqua\\Eau", "aqua")]),
    "a slash inside a name": (
        "Caprylic/Capric Triglyceride",
        [("Caprylic/Capric Triglyceride", "triglyceride")],
    ),
    "a polymer is not its monomer": (
        "Aqua, Adipic Acid/Neopentyl Glycol Crosspolymer",
        [("Aqua", "aqua"), ("Adipic Acid/Neopentyl Glycol Crosspolymer", None)],
    ),
    "common name in the middle": (
        "Butyrospermum Parkii (Shea) Butter",
        [("Butyrospermum Parkii (Shea) Butter", "shea-butter")],
    ),
    "common name at the end": (
        "Butyrospermum Parkii (Shea Butter)",
        [("Butyrospermum Parkii (Shea Butter)", "shea-butter")],
    ),
    "a bracket in the middle only describes": (
        "Aqua, Hydrogenated (Shea Butter) Glycerides",
        [("Aqua", "aqua"), ("Hydrogenated (Shea Butter) Glycerides", None)],
    ),
    "what a perfume is made of": (
        "Fragrance (Limonene, Linalool)",
        [("Fragrance", "parfum"), ("Limonene", "limonene"), ("Linalool", "linalool")],
    ),
    "two names that disagree are two": (
        "Retinyl Acetate (Vitamin A)",
        [("Retinyl Acetate", "retinyl-acetate"), ("Vitamin A", "retinol")],
    ),
    "a bracket that never closes": (
        "Aqua, Stellaria (Chickweed( Extract*+, Mica (CI 77019), Glycerin",
        [("Aqua", "aqua"), ("Stellaria (Chickweed( Extract", None), ("Mica (CI 77019)", "mica"),
         ("Glycerin", "glycerin")],
    ),
    "brackets left over": (
        "Aqua), (Glycerin, Mica (, Parfum",
        [("Aqua", "aqua"), ("Glycerin", "glycerin"), ("Mica", "mica"), ("Parfum", "parfum")],
    ),
    "a short bracket is part of its name": (
        "Foo (Bar, Baz), Aqua",
        [("Foo (Bar, Baz)", None), ("Aqua", "aqua")],
    ),
    "two lines, nothing known": ("Foo\nBar", [("Foo", None), ("Bar", None)]),
    "crossed brackets": ("Aqua (Eau], Mica", [("Aqua", "aqua"), ("Eau", "aqua"), ("Mica", "mica")]),
    "a bracket too long for a name": (
        "Aqua, Foo (" + "Glycerin, " * 20 + "Mica)",
        [("Aqua", "aqua"), ("Foo (Glycerin", None), *[("Glycerin", "glycerin")] * 19,
         ("Mica", "mica")],
    ),
    "blend": (
        "Dimethyl Isosorbide (and) Retinol",
        [("Dimethyl Isosorbide", "isosorbide"), ("Retinol", "retinol")],
    ),
    "blend in plain words": (
        "Tocopherol and Retinol",
        [("Tocopherol", "tocopherol"), ("Retinol", "retinol")],
    ),
    "an 'and' that joins nothing known": (
        "Aqua, Salt and Pepper, Mica and Pepper",
        [("Aqua", "aqua"), ("Salt and Pepper", None), ("Mica and Pepper", None)],
    ),
    "asterisks and footnotes": (
        "Aqua, Glycerin*, Tocopherol**. *Organic",
        [("Aqua", "aqua"), ("Glycerin", "glycerin"), ("Tocopherol", "tocopherol")],
    ),
    "nano": ("Titanium Dioxide [Nano]", [("Titanium Dioxide [Nano]", "titanium-dioxide")]),
    "full stop instead of comma": (
        "Phenoxyethanol. Hadasei-3",
        [("Phenoxyethanol", "phenoxyethanol"), ("Hadasei-3", None)],
    ),
    "colour number first": ("CI 77019/Mica", [("CI 77019/Mica", "mica")]),
    "a remark behind the list": (
        "Aqua, Glycerin. Please be aware that the list of what is in it may change",
        [("Aqua", "aqua"), ("Glycerin", "glycerin")],
    ),
    "ingredients praised before the list": (
        "-Shea Butter: Softens. -Retinol: Firms the skin. Aqua, Mica",
        [("Aqua", "aqua"), ("Mica", "mica")],
    ),
    "a name before a colon inside the list": (
        "Aqua, Mica, Parfum: Limonene, Linalool",
        [("Aqua", "aqua"), ("Mica", "mica"), ("Parfum", "parfum"), ("Limonene", "limonene"),
         ("Linalool", "linalool")],
    ),
    "a sentence that began before its last comma": (
        "For soft, glowing skin. Aqua, Mica",
        [("Aqua", "aqua"), ("Mica", "mica")],
    ),
    "a title and a list in small letters": (
        "hadasei. aqua, mica",
        [("aqua", "aqua"), ("mica", "mica")],
    ),
    "synonyms behind a sentence": (
        "Supports the skin for long. Water/Aqua/Eau, Mica",
        [("Water/Aqua/Eau", "aqua"), ("Mica", "mica")],
    ),
    "a number's full stop ends no sentence": (
        "C.I. 77019/Mica, Aqua",
        [("C.I. 77019/Mica", "mica"), ("Aqua", "aqua")],
    ),
    "a structural name with a full stop and nothing else known": (
        "Mica (Foo spec. Bar), Aqua",
        [("Mica (Foo spec. Bar)", "mica"), ("Aqua", "aqua")],
    ),
    "advertising before the list": (
        "-Shea: Calms, softens and smooths skin. -Blend: Firms! Aqua, Glycerin, Mica",
        [("Aqua", "aqua"), ("Glycerin", "glycerin"), ("Mica", "mica")],
    ),
    "a long unknown name inside the list": (
        "Aqua, Glycerin, one two three four five six seven, Mica",
        [("Aqua", "aqua"), ("Glycerin", "glycerin"),
         ("one two three four five six seven", None), ("Mica", "mica")],
    ),
    "seven words behind the list are a sentence": (
        "Aqua, Mica, one two three four five six seven",
        [("Aqua", "aqua"), ("Mica", "mica")],
    ),
    "six words are a name": (
        "Aqua, Mica, one two three four five six",
        [("Aqua", "aqua"), ("Mica", "mica"), ("one two three four five six", None)],
    ),
    "a polymer before a full stop, inside the list": (
        "Aqua, Foo Crosspolymer. Mica",
        [("Aqua", "aqua"), ("Foo Crosspolymer", None), ("Mica", "mica")],
    ),
    "two words before a full stop are a name inside the list": (
        "Aqua, Hadasei Three. Mica, Parfum",
        [("Aqua", "aqua"), ("Hadasei Three", None), ("Mica", "mica"), ("Parfum", "parfum")],
    ),
    "three words before a full stop are a sentence": (
        "Feels so rich. Mica, Aqua, Parfum",
        [("Mica", "mica"), ("Aqua", "aqua"), ("Parfum", "parfum")],
    ),
    "nothing but marks": ("Aqua, ***, --, Mica", [("Aqua", "aqua"), ("Mica", "mica")]),
    "a very long name": (
        "Aqua, " + "x" * 400 + "(z), Mica",
        [("Aqua", "aqua"), ("x" * 400 + "(z)", None), ("Mica", "mica")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("label", "expected"), ODD.values(), ids=ODD.keys())
def test_an_odd_label_is_read(label: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(label) == expected
