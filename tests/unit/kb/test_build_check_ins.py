"""One thing broken in how check-ins move a plan, and the refusal that names it."""

from pathlib import Path

import pytest

from tests.builders.knowledge import changed
from tests.unit.kb.test_build import PLAN, Where, refusal


@pytest.mark.parametrize(
    ("where", "to", "said"),
    [
        ((*PLAN, "irritation", 0, "effect"), "party", "'effect' should be one of note, go_on"),
        ((*PLAN, "irritation", 0, "how_soon"), "soon", "'how_soon' should be one of"),
        ((*PLAN, "check_ins", "calm"), "two", "'calm: two' can't be read"),
        ((*PLAN, "check_ins", "extra"), "2", "unknown key 'extra'"),
        ((*PLAN, "windows", 0, "until"), "2", "'waxing': unknown key 'until'"),
        ((*PLAN, "strengths", 0, "strength"), "huge", "'strength' should be one of low"),
        ((*PLAN, "strengths", 0, "beside"), ..., "beside: should be a mapping"),
    ],
)
def test_one_broken_thing_is_refused_by_name(
    where: Where, to: object, said: str, tmp_path: Path
) -> None:
    assert said in refusal(changed(*where, to=to), tmp_path)
