"""The cases of an enterprise on its page among the clients: found by its code, each only for whoever may handle it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gaoxing.office.aftercare.clients import profiles
from gaoxing.office.aftercare.models import Client
from gaoxing.office.cases import search_keys
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk.client_cases import of_code
from tests.checks.projects.filings import WHOLE, form
from tests.office.cases.conftest import staff  # noqa: F401 - the fixture

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(now):
    """A submitted case whose form names an enterprise's code."""

    def made(number="320583-2026-000001", filed=None, uscc=WHOLE["uscc"]):
        told = {"number": number, "state": Case.State.SUBMITTED, "matter": "project_filing", "filed": filed or now, "words": b"", "form": b""}
        found = Case.objects.create(reference=number, created=now, changed=now, **told)
        search_keys.enter(found, form(uscc=uscc))
        return found

    return made


def test_a_clerk_reads_the_cases_of_a_code_the_newest_first(staff, case, now):  # noqa: F811
    case()
    case("320583-2026-000002", now + timedelta(hours=1))
    told = of_code(staff("window_clerk"), WHOLE["uscc"], now)
    assert [(each.number, each.title, each.state, each.address) for each in told] == [
        ("320583-2026-000002", "企业投资项目备案", "已提交", "/staff/cases/320583-2026-000002"),
        ("320583-2026-000001", "企业投资项目备案", "已提交", "/staff/cases/320583-2026-000001"),
    ]


def test_a_steward_who_handles_no_cases_reads_none(staff, case, now):  # noqa: F811
    case()
    assert of_code(staff("steward"), WHOLE["uscc"], now) == ()


def test_the_case_of_another_code_is_not_told(staff, case, now):  # noqa: F811
    case(uscc="91320583MA1ABCDE8R")
    assert of_code(staff("window_clerk"), WHOLE["uscc"], now) == ()


def test_the_page_of_a_client_is_told_by_it(staff, case, now):  # noqa: F811
    case()
    client = Client.objects.create(kind="enterprise", code="K-1", name="昆山样例有限公司", uscc=WHOLE["uscc"], since=now.date())
    assert [each.number for each in profiles.cases_of(client, staff("window_clerk"), now=now)] == ["320583-2026-000001"]


def test_a_client_without_a_code_has_none(staff, case, now):  # noqa: F811
    case()
    client = Client.objects.create(kind="enterprise", code="K-2", name="昆山样例二有限公司", since=now.date())
    assert profiles.cases_of(client, staff("window_clerk"), now=now) == ()
