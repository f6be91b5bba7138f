"""The search against two other ways to find the best plan, and what it does when it gives up."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milium.domain.regimens import Criterion
from milium.domain.triage import Rung
from milium.engine.regimens.search import find_best
from milium.engine.regimens.settings import Settings
from tests.builders.catalogues import a_catalogue, a_shopper
from tests.builders.regimens import Request, a_person, filled, some_rules
from tests.oracle.regimens import best_plan
from tests.oracle.regimens_milp import least_costs
from tests.properties.test_regimens import requests

INSTANCES, LONG_INSTANCES = 400, 4000


def shopper(seed: int) -> Request:
    """Somebody in a catalogue of 10 to 90 products, under some order of preference."""
    chance = Random(seed)
    order = chance.sample(list(Criterion), len(Criterion))
    rules = a_catalogue(some_rules(preferences=tuple(order)), chance.randrange(10, 90), chance)
    return a_shopper(rules, chance)


def agrees_with_highs(seeds: Iterable[int]) -> None:
    for seed in seeds:
        request = shopper(seed)
        found = find_best(Settings(request.asked(), request.rules)(request.wishes))
        assert found.proved
        ours = found.best.costs if found.best else None
        assert ours == least_costs(request), f"seed {seed}"


def test_no_plan_is_better_than_ours_by_a_solver_that_knows_nothing_of_it() -> None:
    agrees_with_highs(range(INSTANCES))


@pytest.mark.long
def test_no_plan_is_better_than_ours_in_thousands_of_catalogues() -> None:
    agrees_with_highs(range(INSTANCES, INSTANCES + LONG_INSTANCES))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(0, 10**6))
def test_in_small_catalogues_trying_everything_finds_the_very_same_plan(seed: int) -> None:
    chance = Random(seed)
    order = chance.sample(list(Criterion), len(Criterion))
    rules = a_catalogue(some_rules(preferences=tuple(order)), 10, chance)
    request = a_shopper(rules, chance, owns=2)

    assert filled(request.plan()) == (best_plan(request) or {})


@settings(max_examples=40, deadline=None, derandomize=True)
@given(requests(most=5), st.integers(1, 60))
def test_a_search_that_was_cut_short_never_claims_a_proof(request: Request, most: int) -> None:
    setting = Settings(request.asked(), request.rules)(request.wishes)

    whole, short = find_best(setting), find_best(setting, most=most)

    assert whole.proved
    assert short.proved is (whole.looked_at <= most)
    assert short.best == whole.best or not short.proved


def test_the_work_grows_no_faster_than_the_catalogue() -> None:
    chance = Random(1)
    person = a_shopper(some_rules(), chance)
    person = replace(person, home_care=a_person(Rung.LOW_RETINOID))
    counts = []
    for size in (100, 1000):
        request = replace(person, rules=a_catalogue(some_rules(), size, chance))
        setting = Settings(request.asked(), request.rules)(request.wishes)
        counts.append(find_best(setting).looked_at)

    assert counts[1] < 10 * counts[0]
