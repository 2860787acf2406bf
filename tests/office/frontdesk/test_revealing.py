"""Staff who look leave a trace that the applicant reads; what is masked is shown whole for a reason alone, to whoever handles the case. Names are invented."""

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.people import my_data
from tests.office.cases.conftest import draft_of, judged_of, owner, quick_hashes, read, sent_case, staff  # noqa: F401
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
PHONE = "13912345678"


@pytest.fixture
def case(sent_case):  # noqa: F811
    return sent_case()


@pytest.fixture
def clerk(staff):  # noqa: F811
    return staff("window_clerk")


@pytest.fixture
def browser(clerk, signed_in):  # noqa: F811
    return signed_in(clerk)


def acts(case):
    return list(Entry.objects.filter(subject=case.pk, subject_kind="cases.case", role="window_clerk").values_list("act", "reason"))


def reveal(browser, case, **given):
    return browser.post(f"/staff/cases/{case.number}/reveal", given)


def test_reading_a_case_and_its_papers_leaves_a_trace(browser, case):
    browser.get(f"/staff/cases/{case.number}")
    browser.get(f"/staff/cases/{case.number}/papers/0.pdf")
    assert acts(case) == [("case.read", ""), ("case.paper_opened", "")]


def test_without_a_reason_nothing_masked_is_shown_and_nothing_kept(browser, case):
    for given in ({}, {"reason": "curious"}):
        answer = reveal(browser, case, **given)
        assert (answer.status_code, "为什么要看" in answer.content.decode()) == (400, True)
    assert acts(case) == []


def test_with_a_reason_the_whole_is_shown_and_the_reason_kept(browser, case):
    masked = browser.get(f"/staff/cases/{case.number}").content.decode()
    shown = reveal(browser, case, reason="identity").content.decode()
    assert "查看打了码的内容" in masked
    assert "<dd" in shown
    assert "*" not in shown.split("particulars")[1].split("</dl>")[0]
    assert acts(case)[-1] == ("case.revealed", "identity")


def test_the_applicant_reads_who_looked(browser, case, clerk, owner):  # noqa: F811
    reveal(browser, case, reason="contact")
    assert ("window_clerk", "case.revealed") in [(each.role, each.act) for each in my_data.looks(owner)]


def test_nobody_else_is_shown_anything(case, staff, signed_in, owner):  # noqa: F811
    for browser in (signed_in(staff("steward")), signed_in(owner)):
        assert reveal(browser, case, reason="identity").status_code == 403
    assert not Entry.objects.filter(act="case.revealed").exists()


def test_a_case_that_is_not_there_is_not_found(browser, case):
    assert browser.get("/staff/cases/320583-2026-999999/reveal").status_code == 404


def test_the_applicants_own_page_says_who_sees_the_case_and_why(case, owner, signed_in):  # noqa: F811
    page = signed_in(owner).get(f"/cases/{case.number}").content.decode()
    assert "谁能看，为什么" in page
    assert "由登记机关办理" in page
