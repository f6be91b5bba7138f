"""After its date urgent advice still holds and nothing above gentle is offered (law 8)."""

from datetime import timedelta

import pytest

from milium.app.guide import prepare_case
from milium.domain.knowledge import Knowledge
from milium.domain.triage import Rung, When, Zone
from milium.engine.triage import triage
from tests.builders.cases import Value, an_adult, without
from tests.builders.triage import quick


@pytest.mark.parametrize(
    ("days", "rung"),
    [(-1, Rung.LOW_RETINOID), (0, Rung.LOW_RETINOID), (1, Rung.GENTLE), (400, Rung.GENTLE)],
)
def test_nothing_above_gentle_from_the_day_after(
    days: int, rung: Rung, knowledge: Knowledge
) -> None:
    on = knowledge.edition.valid_until + timedelta(days)
    case = without(an_adult(), "knowledge_expired")
    told = prepare_case(
        type(case)(on, case.place, case.answers, case.lesions), knowledge, {}, on=on
    )

    result = triage(told, quick(knowledge.triage), on=on)

    assert (result.home_care.person, result.when) == (rung, When.NO_RUSH)
    assert result.home_care.zones[Zone.FACE] is rung


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ({"eye_trouble": ["chemical_in_eye"]}, When.NOW),
        ({"bleeding": "more_than_once"}, When.WITHIN_2_WEEKS),
        ({"size_mm": 60}, When.WITHIN_8_WEEKS),
    ],
    ids=str,
)
def test_urgent_advice_still_holds(
    told: dict[str, Value], when: When, knowledge: Knowledge
) -> None:
    case = an_adult(knowledge_expired="yes", **told)

    assert triage(case, quick(knowledge.triage), on=case.as_of).when is when
