"""A 62-year-old's new bump that bled: two weeks (facts 3: bleeding; near eye, nose, lip, ear)."""

import pytest

from milium.domain.triage import Disposition, Door, Rung, TriageRules, When
from tests.builders.cases import an_adult, months, years
from tests.builders.triage import decide


@pytest.mark.parametrize("site", ["nose", "cheek", "ear", "forehead"])
@pytest.mark.parametrize("bleeding", ["once", "more_than_once"])
def test_bleeding_bump_at_sixty_two(site: str, bleeding: str, quick_rules: TriageRules) -> None:
    case = an_adult(
        age=years(62), site=site, count=1, pattern="single", bleeding=bleeding,
        present_for=months(4), pregnancy="does_not_apply",
    )  # fmt: skip

    result = decide(case, quick_rules)

    assert (result.when, result.door) == (When.WITHIN_2_WEEKS, Door.DERMATOLOGIST)
    assert result.disposition is Disposition.URGENT_2_WEEKS
    assert result.home_care.lesions[0].rung is Rung.GENTLE


@pytest.mark.parametrize("age", [20, 49, 50, 62, 90])
def test_bleeding_again_and_again_is_two_weeks_at_any_age(
    age: int, quick_rules: TriageRules
) -> None:
    result = decide(an_adult(age=years(age), bleeding="more_than_once"), quick_rules)

    assert result.when is When.WITHIN_2_WEEKS


def test_one_new_bump_at_sixty_two_that_never_bled_is_eight_weeks(
    quick_rules: TriageRules,
) -> None:
    case = an_adult(age=years(62), count=1, pattern="single", present_for=months(4))

    assert decide(case, quick_rules).when is When.WITHIN_8_WEEKS


def test_nobody_knows_whether_it_bled_is_not_no(quick_rules: TriageRules) -> None:
    from_silence = decide(an_adult(age=years(62), bleeding=("no", "once")), quick_rules)

    assert from_silence.when is When.WITHIN_2_WEEKS
