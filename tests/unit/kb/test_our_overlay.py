"""A table of one's own beside our own names: what is asked about stays asked about."""

from pathlib import Path

from milium.domain.knowledge import Knowledge
from milium.engine.labels import read_label
from milium.kb import cosing_table, with_overlay

HEADER = "id,inci,names\n"


def table(folder: Path, text: str) -> Path:
    path = folder / "mine.csv"
    path.write_text(text, "utf-8")
    return path


def test_what_looks_like_a_retinoid_is_asked_about_whatever_a_table_says(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    more = with_overlay(knowledge, table(tmp_path, HEADER + "mine,Retinyl Fooate,Fooness\n"))

    asking = {family.id for family in knowledge.vocabulary.families if family.asks}
    entries = read_label("Aqua, Retinyl Fooate, Fooness", more.vocabulary).entries
    assert entries[1].family in asking
    assert entries[2].ingredient == "mine"


def test_a_name_of_a_known_family_counts_as_what_its_family_counts(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    more = with_overlay(knowledge, table(tmp_path, HEADER + "mine,Foobutyl Trimethicone,\n"))

    members = {rule.id: rule.members for rule in more.exposure.classes}
    before = {rule.id: rule.members for rule in knowledge.exposure.classes}
    gained = {rule for rule, found in members.items() if found != before[rule]}
    assert gained == {"silicone_non_volatile"}
    assert "mine" in members["silicone_non_volatile"]  # type: ignore[index]


def test_an_export_leaves_to_a_person_what_looks_like_a_retinoid(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    path = table(tmp_path, "INCI name\nRETINOL\nRETINYL FOOBARATE\nFOO\n")

    found = cosing_table(path, knowledge)

    assert (found.names, found.new, found.known, found.asking) == (3, 1, 1, 1)
