"""Auditors read who was shown what is masked, when and why: the words are opened there alone, the values nowhere."""

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.cases import revealing
from tests.office.frontdesk.casting import *  # noqa: F403

pytestmark = pytest.mark.django_db
WHY = {"reason": "reveal.contact", "words": "电话通知补租赁合同，打13900007777"}


@pytest.fixture
def shown(clerk, sent_case):
    """A case of which a clerk was shown the telephone."""
    case = sent_case()
    clerk.post(f"/staff/cases/{case.number}/reveal", {"path": "operator.mobile", **WHY})
    return case


@pytest.fixture
def auditor(staff, signed_in):
    return signed_in(staff("audit_administrator"))


def page(browser, more=""):
    return browser.get(f"/staff/reveals{more}").content.decode()


def test_an_auditor_reads_who_looked_at_what_and_why_but_not_the_value(auditor, shown):
    told = page(auditor)
    assert all(each in told for each in (shown.number, "王某", "移动电话", "联系申请人", "电话通知补租赁合同"))
    assert [each for each in ("13800001234", "13900007777") if each in told] == []


def test_reading_the_reasons_is_an_act_of_the_audit(auditor, shown):
    page(auditor)
    assert Entry.objects.filter(act="case.reveals_read", role="audit_administrator").count() == 1


@pytest.mark.parametrize("role", ["window_clerk", "leader", "system_administrator", "security_administrator"])
def test_nobody_else_reads_them(staff, signed_in, shown, role):
    assert signed_in(staff(role, f"{role}.two".replace("_", "-"))).get("/staff/reveals").status_code == 403


def test_the_page_goes_on_and_begins_anew_for_a_strange_mark(auditor, shown, clerk, monkeypatch):
    clerk.post(f"/staff/cases/{shown.number}/reveal", {"path": "operator.id_number", **WHY})
    monkeypatch.setattr(revealing, "PAGE", 1)
    onward = page(auditor).split("?before=")[1].split('"')[0]
    assert ("移动电话" in page(auditor, f"?before={onward}"), "移动电话" in page(auditor, "?before=<x>")) == (True, False)


def test_an_empty_page_says_so(auditor):
    assert "还没有人看过" in page(auditor)
