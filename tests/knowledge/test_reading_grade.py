"""Actions are for reading grade 6, the rest for grade 8; what is said of an ingredient is for 10.

The Flesch-Kincaid grade is held for every text of three words and more, SMOG for files: it is laid
down for 30 sentences. For all actions together it is 6 too; nearly every long word left in them is
what a person has to ring, find or name (hospital, pharmacist, emergency number, medicine, retinol).

Names are taken out first: those of conditions, and in brackets behind the plain word who somebody is,
what a country calls it, what stands on a label. No other word is let off.
"""

import re
from collections.abc import Collection, Mapping
from functools import cache

import pytest

from milium.kb.read import knowledge_files, knowledge_root, read_raw
from tests.knowledge.readability import flesch_kincaid, sentences_of, smog, syllables, words_of

Texts = Mapping[str, str]
TEXTS = sorted(path for path in knowledge_files(knowledge_root()) if path.startswith("text/en/"))
ACTIONS = ("action.", "tonight.")
CLAIMS = ("claim.", "class.", "said.", "list.", "pack.")
ACTION, USUAL, CLAIM = 6.0, 8.0, 10.0
LEAST_WORDS = 3

NAMES = (
    "acitretin", "adapalene", "alitretinoin", "dermatologist", "medical esthetician",
    "esthetician", "glycolic", "gynaecologist", "isotretinoin", "ophthalmologist", "optometrist",
    "paediatrician", "pediatrician", "retinal", "retinol", "salicylic", "tazarotene", "tretinoin",
    "Apotheke", "Augenarzt", "Augenklinik", "Hausarzt", "Hautarzt", "Hebamme", "Kinderarzt",
    "Notaufnahme", "ärztlicher Bereitschaftsdienst",
    "dermatologue", "médecin de garde", "médecin traitant", "ophtalmologue", "pharmacie",
    "pédiatre", "sage-femme", "Samu", "urgences ophtalmologiques", "urgences",
    "dermatólogo", "farmacia", "matrona", "médico de familia", "oftalmólogo", "pediatra",
    "urgencias",
)  # fmt: skip
"""What may stand in brackets behind the plain word without being measured."""

SIGN = "short; the number and the name on the door are what has to be found"
LET_STAND = {
    "place.AU.emergency": (14.2, SIGN),
    "place.AU.eye_casualty": (8.9, SIGN),
    "place.CA.emergency": (14.2, SIGN),
    "place.CA.eye_casualty": (15.6, SIGN),
    "place.DE.emergency": (14.2, SIGN),
    "place.DE.eye_casualty": (11.3, SIGN),
    "place.ELSEWHERE.emergency": (10.8, SIGN),
    "place.ES.emergency": (14.2, SIGN),
    "place.ES.eye_casualty": (17.1, SIGN),
    "place.FR.emergency": (12.9, SIGN),
    "place.GB.emergency": (10.8, SIGN),
    "place.GB.eye_casualty": (9.4, SIGN),
    "place.GB.out_of_hours": (11.4, SIGN),
    "place.IE.emergency": (12.9, SIGN),
    "place.IE.eye_casualty": (11.2, SIGN),
    "place.US.emergency": (11.2, SIGN),
}
"""Over the limit, with the grade it may have at most and why. May only shrink."""

PHRASES = "text/en/places.yaml"
SMOG_LET_STAND = {PHRASES: 9.3}
"""Files of another sort: places are no sentences, but a dozen names for each of nine countries."""


@cache
def texts_of(path: str) -> Texts:
    """The texts of one file that are measured, without the names in brackets."""
    raw = read_raw({path: knowledge_files(knowledge_root())[path]})
    return {
        name: without_names(text)
        for name, text in raw.texts["en"].items()
        if not re.fullmatch(r"condition\..*\.name", name)
    }


def without_names(text: str) -> str:
    """The text with the names in its brackets taken out."""
    name = re.compile("|".join(NAMES))
    return re.sub(r"\([^()]*\)", lambda found: name.sub("", found[0]), text)


def limit(name: str) -> float:
    """The grade a text may have."""
    return ACTION if name.startswith(ACTIONS) else CLAIM if name.startswith(CLAIMS) else USUAL


def hard(texts: Texts) -> dict[str, float]:
    """The grades of the texts that are over their limit, the hardest first."""
    grades = {
        name: flesch_kincaid(text)
        for name, text in texts.items()
        if name.startswith(ACTIONS) or len(words_of(text)) >= LEAST_WORDS
    }
    over = {name: round(grade, 2) for name, grade in grades.items() if grade > limit(name)}
    return dict(sorted(over.items(), key=lambda each: -each[1]))


def together(texts: Texts, *, most: float) -> Collection[str]:
    """The texts with one limit that are whole sentences."""
    return [
        text
        for name, text in texts.items()
        if limit(name) == most and (name.startswith("place.") or text.endswith((".", "?", "!")))
    ]


@pytest.mark.parametrize("path", TEXTS)
def test_no_single_text_is_far_too_hard(path: str) -> None:
    texts = texts_of(path)
    found = [
        f"{grade} {name}: {texts[name]}"
        for name, grade in hard(texts).items()
        if name not in LET_STAND
    ]

    assert texts
    assert found == []


@pytest.mark.parametrize(("name", "most"), [(name, most) for name, (most, _) in LET_STAND.items()])
def test_what_was_let_stand_is_still_hard_and_no_harder(name: str, most: float) -> None:
    grades = {name: grade for path in TEXTS for name, grade in hard(texts_of(path)).items()}

    assert limit(name) < grades.get(name, 0.0) <= most


@pytest.mark.parametrize("path", TEXTS)
def test_the_texts_together_are_easy_enough(path: str) -> None:
    grade = smog(together(texts_of(path), most=USUAL))

    assert 0.0 < grade <= SMOG_LET_STAND.get(path, USUAL)


def test_what_is_said_of_ingredients_is_together_easy_enough() -> None:
    claims = together(texts_of("text/en/ingredients.yaml"), most=CLAIM)

    assert len(claims) > 100
    assert smog(claims) <= CLAIM


def test_the_actions_together_are_easy_enough() -> None:
    actions = [text for path in TEXTS for text in together(texts_of(path), most=ACTION)]

    assert len(actions) > 80
    assert smog(actions) <= ACTION


def test_a_name_in_brackets_that_is_let_off_is_used() -> None:
    brackets = " ".join(
        inside
        for data in knowledge_files(knowledge_root()).values()
        for inside in re.findall(r"\([^()]*\)", data.decode())
    )

    assert [name for name in NAMES if name not in brackets] == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A skin doctor (dermatologist)", "A skin doctor ()"),
        ("an eye doctor (ophthalmologist, a medical doctor)", "an eye doctor (, a medical doctor)"),
        ("Ask a dermatologist.", "Ask a dermatologist."),
        ("a doctor on call (médecin de garde)", "a doctor on call ()"),
    ],
)
def test_a_name_is_let_off_in_brackets_only(text: str, left: str) -> None:
    assert without_names(text) == left


@pytest.mark.parametrize(
    ("name", "text", "over"),
    [
        ("action.x", "Leave it alone. Ask a doctor today.", False),
        ("action.x", "Consult an ophthalmologist immediately.", True),
        ("tonight.x", "Ophthalmologist", True),
        ("rule.x", "Ophthalmologist appointment", False),
        ("rule.x", "Ophthalmologist appointment needed", True),
        ("rule.x", "Periocular manifestations necessitate differentiation.", True),
        ("claim.x", "A medicine for a family doctor", False),
    ],
)
def test_a_text_is_held_to_its_own_limit(name: str, text: str, *, over: bool) -> None:
    assert (name in hard({name: text})) is over


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1), ("made", 1), ("little", 2), ("needles", 2), ("faces", 2), ("times", 1),
        ("used", 1), ("lifted", 2), ("settled", 2), ("called", 1), ("careful", 2), ("every", 2),
        ("milia", 3), ("usual", 3), ("being", 2), ("drier", 2), ("layer", 2), ("question", 2),
        ("evenings", 2), ("diabetes", 4), ("skin-coloured", 3), ("doesn't", 1), ("nurse's", 1),
        ("GP", 2), ("GPs", 2), ("NHS", 3), ("A&E", 3), ("WHO", 5), ("retinoid", 3),
        ("pharmacist", 3), ("hospital", 3), ("emergency", 4), ("out-of-hours", 3),
        ("ophthalmologist", 5), ("médecin", 3),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "words", "sentences"),
    [
        ("Ring now. Do not wait!", 5, 2),
        ("Is it hot, or red? “Yes.” Go: at once; now.", 10, 3),
        ("38 °C (100.4 °F) or more", 2, 1),
        ("0.5 to 2 % of it", 3, 1),
        ("About 3 mm, never more.", 3, 1),
        ("{product} is rich.", 3, 1),
        ("Make-up (AHA) isn't", 3, 1),
        ("116 117", 0, 0),
        ("", 0, 0),
    ],
)
def test_words_and_sentences_are_found(text: str, words: int, sentences: int) -> None:
    assert (len(words_of(text)), len(sentences_of(text))) == (words, sentences)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("The cat sat on the mat.", 0.39 * 6 + 11.8 * 6 / 6 - 15.59),
        ("Ring a doctor now. Do not wait.", 0.39 * 7 / 2 + 11.8 * 8 / 7 - 15.59),
        ("The emergency doctor knows {product}.", 0.39 * 5 + 11.8 * 9 / 5 - 15.59),
        ("38.2", 0.0),
        ("", 0.0),
    ],
)
def test_flesch_kincaid_is_the_published_formula(text: str, grade: float) -> None:
    assert flesch_kincaid(text) == pytest.approx(grade)


@pytest.mark.parametrize(
    ("texts", "grade"),
    [
        (["Ring now."] * 30, 3.1291),
        ([*["Go to the hospital."] * 16, *["Ring now."] * 14], 3.1291 + 1.0430 * 4),
        (["Ring now. Ask a pharmacist or an emergency doctor."], 3.1291 + 1.0430 * 30**0.5),
        ([], 0.0),
    ],
)
def test_smog_is_the_published_formula(texts: list[str], grade: float) -> None:
    assert smog(texts) == pytest.approx(grade)
