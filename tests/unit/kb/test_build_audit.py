"""The auditor's published numbers."""

from milium.domain.ids import FindingId
from milium.domain.knowledge import Knowledge
from milium.domain.triage import Rung


def test_the_published_numbers_are_ages_windows_and_what_withholds(knowledge: Knowledge) -> None:
    numbers = knowledge.audit

    assert list(numbers.ages) == [Rung.GENTLE, Rung.WASH_OFF_ACID, Rung.LOW_RETINOID]
    assert numbers.ages[Rung.LOW_RETINOID] == 6574
    assert {window.days for window in numbers.windows} == {7, 56, 42, 365}
    assert "not_pregnant" not in {word for each in numbers.withheld for word in each.told.words}


def test_every_procedure_a_person_can_name_has_a_window(knowledge: Knowledge) -> None:
    named = {word for window in knowledge.audit.windows for word in window.told.words}

    assert named == set(knowledge.triage.asking.findings[FindingId("procedures")].words)
