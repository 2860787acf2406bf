"""The auditors' page: for auditors alone, and every look at it is an entry."""

import json
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.test import RequestFactory

from gaoxing.office.audit import actions, permissions, queries, views
from gaoxing.office.audit.entry import CLOCK
from gaoxing.office.audit.models import Entry

pytestmark = pytest.mark.django_db

AUDITOR = SimpleNamespace(is_authenticated=True, pk=12)
OTHER = SimpleNamespace(is_authenticated=True, pk=13)


@pytest.fixture(autouse=True)
def policy(settings, monkeypatch):
    """The office names one person who may read."""
    settings.AUDIT_READERS = "office.policy"
    monkeypatch.setattr(permissions, "import_string", lambda _: lambda person: person is AUDITOR)


def request(path="/audit", person=AUDITOR):
    made = RequestFactory().get(path)
    made.user, made.session = person, {}
    return made


def page(path="/audit"):
    response = views.entries(request(path))
    return response.status_code, response.content.decode()


def export(path, kind, person=AUDITOR):
    response = views.export(request(path, person), kind)
    return response, b"".join(response.streaming_content).decode()


@pytest.mark.parametrize("person", [OTHER, AnonymousUser(), None])
def test_nobody_else_reads_or_exports(chain, person):
    for view, parts in ((views.entries, ()), (views.export, ("csv",))):
        with pytest.raises(PermissionDenied):
            view(request(person=person), *parts)
    assert Entry.objects.count() == 5


def test_where_the_office_names_no_readers_nobody_reads(settings):
    settings.AUDIT_READERS = ""
    assert not permissions.may_read(AUDITOR)


def test_the_newest_entries_are_shown(chain):
    status, html = page()
    assert status == 200
    assert "case.opened" in html
    assert "一共 6 条" in html


def test_a_look_is_an_entry_with_who_looked(chain):
    page("/audit?act=case.read")
    last = Entry.objects.last()
    assert (last.act, last.actor, last.role) == ("audit.read", 12, "audit_administrator")
    assert last.details == actions.digest_of_details({"act": "case.read"})


def test_filters_narrow_the_page(chain):
    _, html = page("/audit?act=case.closed&subject_kind=cases.case&subject=3&first=2026-11-24&last=2026-11-24")
    assert html.count('scope="row"') == 1
    assert "没有符合条件的记录" in page("/audit?actor=99")[1]


@pytest.mark.parametrize("asked", ["actor=甲", "first=昨天", "first=2026-11-25&last=2026-11-24", "before=x", "before=" + "9" * 30, f"act={'a' * 99}"])
def test_a_filter_that_cannot_be_read_is_told_and_nothing_is_searched(chain, asked):
    status, html = page(f"/audit?{asked}")
    assert status == 400
    assert "没有查" in html
    assert Entry.objects.count() == 5


def test_older_entries_are_a_page_further_under_the_same_filters(chain, now):
    with transaction.atomic():
        actions.write_all([actions.Told("draft.deleted", CLOCK)] * (queries.PAGE + 1), now=now)
    assert "act=draft.deleted&amp;before=7" in page("/audit?act=draft.deleted")[1]
    assert page("/audit?act=draft.deleted&before=7")[1].count('scope="row"') == 1


def test_what_is_asked_comes_as_a_file(chain):
    response, text = export("/audit?act=case.read", "csv")
    assert response["Content-Disposition"].endswith('.csv"')
    assert text.count("case.read") == 2
    assert Entry.objects.last().act == "audit.exported"


def test_lines_of_json_come_as_a_file(chain):
    _, text = export("/audit", "jsonl")
    assert [json.loads(line)["act"] for line in text.splitlines()][-1] == "audit.exported"


@pytest.mark.parametrize(("kind", "path"), [("xlsx", "/audit"), ("csv", "/audit?actor=x")])
def test_there_is_no_other_file(chain, kind, path):
    with pytest.raises(Http404):
        views.export(request(path), kind)
