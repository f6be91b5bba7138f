"""A newborn with blisters may have herpes, also without a fever: emergency (facts 2 and 3)."""

import pytest

from milium.domain.answers import UNKNOWN
from milium.domain.triage import Door, Rung, TriageRules, When
from tests.builders.cases import a_baby
from tests.builders.triage import decide


@pytest.mark.parametrize(
    ("age", "when", "door"),
    [
        (1, When.NOW, Door.EMERGENCY),
        (42, When.NOW, Door.EMERGENCY),
        (90, When.NOW, Door.EMERGENCY),
        (91, When.SAME_DAY, Door.OUT_OF_HOURS),
        (364, When.SAME_DAY, Door.OUT_OF_HOURS),
    ],
)
@pytest.mark.parametrize("site", ["nose", "cheek", "trunk", "scalp"])
def test_blisters_in_a_baby_without_fever(
    age: int, when: When, door: Door, site: str, quick_rules: TriageRules
) -> None:
    zone = "face" if site in {"nose", "cheek"} else "body"

    result = decide(a_baby(age=age, blisters="yes", site=site, eye_zone=zone), quick_rules)

    assert (result.when, result.door) == (when, door)
    assert result.home_care.person is Rung.NOTHING


def test_blisters_nobody_asked_about_leave_the_answer_open(quick_rules: TriageRules) -> None:
    assert not decide(a_baby(blisters=UNKNOWN), quick_rules).settled


def test_calm_white_dots_need_nothing(quick_rules: TriageRules) -> None:
    result = decide(a_baby(), quick_rules)

    assert (result.when, result.settled) == (When.NOTHING_NEEDED, True)
