"""No plan is shown that breaks a limit, and what is said then names no answer."""

from dataclasses import replace

import pytest

from milium.app.formats.case import CaseFormat
from milium.app.guide import make_guide
from milium.app.plans import PlanRefusedError
from milium.domain.audits import Check
from milium.domain.knowledge import Knowledge
from milium.domain.triage import Rung
from tests.builders.formats import NAMES, TODAY, example


def nobody_is_old_enough(knowledge: Knowledge) -> Knowledge:
    ages = {**knowledge.audit.ages, Rung.GENTLE: 200 * 365}
    return replace(knowledge, audit=replace(knowledge.audit, ages=ages))


@pytest.mark.parametrize("name", NAMES)
def test_the_plan_of_every_example_may_be_shown(
    name: str, case_format: CaseFormat, knowledge: Knowledge
) -> None:
    make_guide(example(name, case_format), knowledge, on=TODAY)


def test_a_plan_with_a_breach_is_not_shown(case_format: CaseFormat, knowledge: Knowledge) -> None:
    case = example("cheek", case_format)

    with pytest.raises(PlanRefusedError) as refused:
        make_guide(case, nobody_is_old_enough(knowledge), on=TODAY)

    assert {breach.check for breach in refused.value.breaches} == {Check.AGE}
    assert "old-enough: am_cleanse" in str(refused.value)
    assert not {product.name for product in case.shelf if product.name in str(refused.value)}
    assert str(case.answers) not in str(refused.value)
