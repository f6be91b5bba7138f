"""Labels read with the names as they stand: nothing medical is lost, and nothing is made up."""

import re

import pytest

from milium.domain.knowledge import Knowledge
from milium.domain.labels import Method, Quality
from milium.domain.truth import Truth
from milium.engine.exposure import retinoid_on_label
from milium.engine.labels import normalise, read_label
from tools import odd_labels
from tools.docs import LABELS_PAGE, REFERENCE

NOT_MEDICAL = {"CORTISONE"}
HIDDEN = (
    "Aqua, Dimethyl Isosorbide (and) Hydroxypinacolone Retinoate, Parfum",
    "Aqua Glycerin Retinol Parfum",
    "Aqua, Glycerin Retinol, Parfum",
    "Aqua, Encapsulated Retinol (0.3%), Parfum",
    "Composition : Eau, Glycérine, Rétinol, Parfum",
    "Ingredientes: Agua, Palmitato de retinilo, Perfume",
    "Aqua, Methoxy PEG-12 Retinamide, Glycerin",
    "Aqua, Glycerin, Retinyl Palmitate (Vitamin A)",
    "<ul><li>Aqua</li><li>Retin&#97;l</li></ul>",
    "Wirkstoff: Adapalen. Sonstige Bestandteile: Carbomer, Wasser",
)
ASKED = (
    "Aqua, Glycerin, Ret1nol, Parfum",
    "Aqua, Glycerin, Retinel, Parfum",
    "Aqua, Glycerin, Retinoyl Foobar, Parfum",
    "Aqua, Glycerin, Tretin0in, Parfum",
    "Aqua, Glycerin, Retinyl Linol",
)
ABSENT = (
    "Aqua, Glycerin, Squalane, Parfum. Free from parabens, retinol, and mineral oil.",
    "Aqua, Glycerin, Squalane, Parfum\nDoes not contain: retinol, parabens",
    "RETINOL 0.5 NIGHT CREAM\nAqua, Glycerin, Squalane, Parfum, Limonene",
    "Retinol Serum 30 ml. Ingredients: Aqua, Glycerin, Squalane, Parfum",
    "Formulated without retinol, tretinoin. Ingredients: Aqua, Glycerin, Squalane",
    "Ingredients: Aqua, Glycerin, Parfum. Do not use with retinol.",
    "Aqua, Glycerin, Bakuchiol (Retinol Alternative), Parfum",
    "Aqua, Glycerin, Beta-Carotene (Pro-Vitamin A), Parfum",
    "Aqua, Glycerin, Parfum, retinol free",
    "Ingredients: 0% retinol, Aqua, Glycerin, Parfum",
    "Sans rétinol. Ingrédients : Aqua, Glycerin, Parfum",
    "Aqua, Glycerin, Keratin, Phloretin, Hesperetin, Parfum",
    "Key ingredients: retinol, squalane. Ingredients: Aqua, Glycerin, Squalane, Parfum",
)


@pytest.mark.parametrize("label", HIDDEN)
def test_a_retinoid_is_found_wherever_it_hides(label: str, knowledge: Knowledge) -> None:
    reading = read_label(label, knowledge.vocabulary)

    assert retinoid_on_label(reading, knowledge.exposure) is Truth.TRUE


@pytest.mark.parametrize("label", ASKED)
def test_what_only_looks_like_a_retinoid_is_asked_about(label: str, knowledge: Knowledge) -> None:
    reading = read_label(label, knowledge.vocabulary)

    assert retinoid_on_label(reading, knowledge.exposure) is Truth.UNKNOWN


@pytest.mark.parametrize("label", ABSENT)
def test_a_retinoid_that_is_only_spoken_of_is_not_there(label: str, knowledge: Knowledge) -> None:
    reading = read_label(label, knowledge.vocabulary)

    assert retinoid_on_label(reading, knowledge.exposure) is Truth.FALSE, reading.entries


def test_every_name_that_looks_medical_is_in_a_class(knowledge: Knowledge) -> None:
    placed = {one for rule in knowledge.exposure.classes for one in rule.members}
    asking = [re.compile(f.pattern) for f in knowledge.vocabulary.families if f.asks]

    lost = [
        one.inci
        for one in knowledge.vocabulary.ingredients.values()
        if one.id not in placed
        and any(pattern.fullmatch(normalise(one.inci)) for pattern in asking)
    ]

    assert lost == []


def test_every_name_reads_as_itself(knowledge: Knowledge) -> None:
    vocabulary = knowledge.vocabulary
    for one in vocabulary.ingredients.values():
        entries = read_label(f"Aqua, {one.inci}, Parfum", vocabulary).entries
        assert [entry.ingredient for entry in entries] == ["water", one.id, "parfum"], one.inci
        assert entries[1].method is Method.EXACT


def test_the_page_of_odd_labels_is_what_is_read(knowledge: Knowledge) -> None:
    page = (REFERENCE / LABELS_PAGE).read_text("utf-8")

    assert odd_labels.with_labels(page, knowledge) == page
    assert len(odd_labels.ODD) >= 20


@pytest.mark.parametrize(
    ("label", "problem"),
    [
        ("Visit the Somebody boutique", "label.placeholder"),
        ("Ingredients: N/A", "label.placeholder"),
        ("This cream smells of roses and makes your skin glow all day.", "label.prose"),
        ("Ingredients: please see the back of the pack", "label.prose"),
    ],
)
def test_what_is_no_list_is_never_judged(label: str, problem: str, knowledge: Knowledge) -> None:
    reading = read_label(label, knowledge.vocabulary)

    assert (reading.quality, reading.problem) == (Quality.NOT_A_LIST, problem)
