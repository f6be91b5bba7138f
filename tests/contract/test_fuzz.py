"""Made-up requests against the published description of the API: it never falls over."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from milium.domain.knowledge import Knowledge
from tests.contract.asgi import app_of

pytestmark = pytest.mark.fuzz
HOSTS = ("testserver", "localhost")
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def operations(knowledge: Knowledge) -> list[Any]:
    schema = schemathesis.openapi.from_asgi("/openapi.json", app_of(knowledge, hosts=HOSTS))
    return [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]


def test_every_operation_is_described(operations: list[Any]) -> None:
    assert {f"{each.method.upper()} {each.path}" for each in operations} >= {
        "POST /api/v1/guide",
        "POST /api/v1/triage/next",
        "GET /api/v1/case/schema",
    }


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_made_up_requests_are_answered_as_described(
    data: st.DataObject, operations: list[Any]
) -> None:
    operation = data.draw(st.sampled_from(operations))
    case = data.draw(operation.as_strategy())

    response = case.call()

    case.validate_response(response, checks=CHECKS)
