"""The client of docs/api.md, run as it stands there against a server."""

import re
from urllib.error import HTTPError

import pytest

from gaoxing.office.cases.models import Case
from tests.house.source import ROOT

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def client_of(live_server):
    code = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "api.md").read_text(encoding="utf-8"), re.DOTALL)[1]
    room = {}
    exec(compile(code, "docs/api.md", "exec"), room)
    return lambda token: (room, room["Gaoxing"](live_server.url, token))


def test_the_client_lists_cases_and_begins_a_draft(client_of, system, sent_case):
    case = sent_case()
    room, hall = client_of(system.text)
    assert [each["number"] for each in room["newest"](hall)] == [case.number]
    reference, questions = room["begin"](hall, "我想办个体户，开一家面馆，经营者叫丁大宝", "2026-11")
    assert Case.objects.filter(reference=reference).exists()
    assert questions


def test_the_client_is_told_of_a_wrong_token(client_of, db):
    room, hall = client_of("gxt_wrong")
    with pytest.raises(HTTPError, match="401"):
        list(room["newest"](hall))
