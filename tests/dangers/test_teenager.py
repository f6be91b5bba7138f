"""12 to 17: retinoids only with a clinician; under 12 none; under 16 the child's usual doctor."""

import pytest

from milium.domain.triage import Disposition, Door, Rung, TriageRules, When
from tests.builders.cases import an_adult, years
from tests.builders.triage import decide


@pytest.mark.parametrize(
    ("age", "rung", "door", "disposition"),
    [
        (1, Rung.GENTLE, Door.CHILDS_DOCTOR, Disposition.PAEDIATRICIAN_ROUTINE),
        (11, Rung.GENTLE, Door.CHILDS_DOCTOR, Disposition.PAEDIATRICIAN_ROUTINE),
        (12, Rung.WASH_OFF_ACID, Door.CHILDS_DOCTOR, Disposition.PAEDIATRICIAN_ROUTINE),
        (15, Rung.WASH_OFF_ACID, Door.CHILDS_DOCTOR, Disposition.PAEDIATRICIAN_ROUTINE),
        (16, Rung.WASH_OFF_ACID, Door.PHARMACIST, Disposition.PHARMACIST_OR_SELF_CARE),
        (17, Rung.WASH_OFF_ACID, Door.PHARMACIST, Disposition.PHARMACIST_OR_SELF_CARE),
        (18, Rung.LOW_RETINOID, Door.PHARMACIST, Disposition.PHARMACIST_OR_SELF_CARE),
    ],
)
def test_by_age(
    age: int, rung: Rung, door: Door, disposition: Disposition, quick_rules: TriageRules
) -> None:
    days = years(age) + (1 if age == 1 else 0)

    result = decide(an_adult(age=days), quick_rules)

    assert result.when is When.NO_RUSH
    assert (result.home_care.person, result.door, result.disposition) == (rung, door, disposition)
