"""The document of the API: every address in it, readable without a script, and kept by every answer whatever is sent."""

import json

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings

from gaoxing.office.api import shapes
from gaoxing.office.api.views.document import document
from gaoxing.office.people.routes import table

pytestmark = pytest.mark.django_db
SCHEMA = schemathesis.openapi.from_dict(document())
OPERATIONS = [operation.ok() for operation in SCHEMA.get_all_operations()]


def test_every_address_of_the_tables_stands_in_the_document():
    told = {name for name, route in table().items() if name.startswith("api_") and route.kind == "token"}
    assert len(told) - 1 == len(OPERATIONS)


def test_the_document_is_served_to_everybody():
    assert Client().get("/api/v1/openapi.json").json()["info"]["title"] == "Gaoxing 高兴办"


def test_the_page_needs_neither_script_nor_network():
    page = Client().get("/api").content.decode()
    assert "/api/v1/cases" in page
    assert "cdn" not in page.lower()


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.label)
def test_no_answer_is_a_failure_or_breaks_the_document(operation, system_of, staff, sent_case):
    sent_case()
    texts = [system_of(staff("examiner"), ("read_cases", "handle", "see_register", "recognise", "names"))]
    held = {"Authorization": f"Bearer {texts[0].text}"}

    @settings(max_examples=6, derandomize=True, database=None, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def asked(case):
        response = _answered(case, held)
        assert response.status_code < 500 or response.status_code == 503, (case.body, response.content)
        told = document()["paths"][operation.path][operation.method]["responses"]
        assert response.status_code in {int(each) for each in told}, response.status_code
        _require_shape({int(status): each for status, each in told.items()}[response.status_code], response)

    asked()


def _answered(case, headers):
    """Send a generated case through the test client, so that it stands in the test's own transaction."""
    given = {name: str(value) for name, value in {**(case.headers or {}), **headers}.items()}
    path = case.formatted_path
    return Client(raise_request_exception=False).generic(case.method, path, _body(case), content_type=case.media_type or "application/json", headers=given)


def _require_shape(told, response):
    """Pass where the answer is of the shape that the document names for its status."""
    for kind, each in told.get("content", {}).items():
        if "$ref" in each.get("schema", {}) and kind == "application/json":
            getattr(shapes, each["schema"]["$ref"].rpartition("/")[2]).model_validate_json(response.content)


def _body(case):
    body = case.body
    if isinstance(body, bytes):
        return body
    return json.dumps(body) if body.__class__.__name__ != "NotSet" else ""
