"""What every test shares: hypothesis profiles, the knowledge, no connection to elsewhere."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from milium.adapters.web.audit import forbid_outbound
from milium.app.formats.case import CaseFormat
from milium.domain.knowledge import Knowledge
from milium.domain.triage import TriageRules
from milium.kb import load_knowledge
from tests.builders.triage import quick
from tests.oracle.triage_people import World

SHARED = Path(__file__).resolve().parents[2] / "shared"
SLOW_DRAWS = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=50,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    print_blob=True,
    suppress_health_check=SLOW_DRAWS,
)
settings.register_profile(
    "long", deadline=None, max_examples=2000, print_blob=True, suppress_health_check=SLOW_DRAWS
)
settings.load_profile("ci")  # `--hypothesis-profile long` comes after this and wins

forbid_outbound(lambda address: print(f"a test tried to reach {address}"))  # noqa: T201


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the files handed round outside the repository, and say how many."""
    needing = [item for item in items if item.get_closest_marker("needs_shared")]
    if needing and not SHARED.is_dir():
        reason = f"../shared is not here; {len(needing)} tests need it"
        for item in needing:
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The knowledge that ships, read once."""
    return load_knowledge(tmp_path_factory.mktemp("knowledge"))


@pytest.fixture(scope="session")
def case_format(knowledge: Knowledge) -> CaseFormat:
    """Reads case files against that knowledge."""
    return CaseFormat(knowledge)


@pytest.fixture(scope="session")
def rules(knowledge: Knowledge) -> TriageRules:
    """The triage rules that ship."""
    return knowledge.triage


@pytest.fixture(scope="session")
def quick_rules(rules: TriageRules) -> TriageRules:
    """The same, deciding the same, without the search for what would change the answer."""
    return quick(rules)


@pytest.fixture(scope="session")
def world(rules: TriageRules) -> World:
    """The rules with the people they may meet, for properties."""
    return World(rules)
