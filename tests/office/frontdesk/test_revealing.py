"""Staff who look leave a trace that the applicant reads; what is masked is shown one value at a time, once, for a reason, to whoever handles the case."""

import re

import pytest
from django.utils import timezone

from gaoxing.office.audit.models import Entry
from gaoxing.office.cases.models import Reveal
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk.marks import Piece
from gaoxing.office.frontdesk.masking import mask_contacts
from gaoxing.office.frontdesk.queries import Heard
from gaoxing.office.frontdesk.revealing import whole
from gaoxing.office.frontdesk.templatetags.masked import masked
from gaoxing.office.people import my_data
from tests.office.cases.conftest import SAID, TYPED, draft_of, judged_of, owner, quick_hashes, read, sent_case, staff  # noqa: F401
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
PHONE, NUMBER, HOME = "13800001234", "320583199001011216", "前进西路200号"
WHY = {"reason": "reveal.contact", "words": "电话通知补租赁合同"}


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


def page(browser, case):
    return browser.get(f"/staff/cases/{case.number}").content.decode()


def reveal(browser, case, path="operator.mobile", **given):
    return browser.post(f"/staff/cases/{case.number}/reveal", {"path": path, **given})


def test_reading_a_case_and_its_papers_leaves_a_trace(browser, case):
    browser.get(f"/staff/cases/{case.number}")
    browser.get(f"/staff/cases/{case.number}/papers/0.pdf")
    assert acts(case) == [("case.read", ""), ("case.paper_opened", "")]


def test_no_number_and_no_home_address_stands_on_the_page_unasked_nor_in_what_was_said(browser, case):
    shown = page(browser, case)
    assert [each for each in (PHONE, NUMBER, HOME) if each in shown] == []
    assert ("138****1234" in shown, "3205**********1216" in shown) == (True, True)


def test_no_number_stands_in_the_queue(browser, case):
    shown = browser.get("/staff/cases").content.decode()
    assert case.number in shown
    assert [each for each in (PHONE, NUMBER, HOME) if each in shown] == []


@pytest.mark.parametrize(("path", "value"), [("operator.mobile", PHONE), ("operator.id_number", NUMBER), ("operator.address", HOME), ("said.0", NUMBER)])
def test_one_value_is_shown_once_and_masked_again(browser, case, path, value):
    answer = reveal(browser, case, path, **WHY)
    assert (answer.status_code, answer["Location"]) == (302, f"/staff/cases/{case.number}#whole")
    assert value in re.search(r'id="whole"[^>]*>([^<]*)', page(browser, case))[1]
    assert value not in page(browser, case)


def test_the_other_values_stay_masked(browser, case):
    reveal(browser, case, "operator.id_number", **WHY)
    shown = page(browser, case)
    assert (NUMBER in shown, PHONE in shown, HOME in shown) == (True, False, False)


def test_the_reason_is_kept_and_the_value_nowhere(browser, case, clerk):
    reveal(browser, case, **WHY)
    kept = Reveal.objects.get()
    assert (kept.path, kept.reason, kept.by) == ("operator.mobile", "reveal.contact", clerk)
    assert acts(case)[-1] == ("case.revealed", "reveal.contact")
    assert PHONE not in str(browser.session.items())


def test_without_a_reason_or_words_the_page_comes_back_with_what_was_written_and_shows_nothing(browser, case):
    for given in ({}, {"reason": "curious", "words": "想看看"}, {"reason": "reveal.contact"}):
        answer = reveal(browser, case, **given)
        shown = answer.content.decode()
        assert (answer.status_code, PHONE in shown, 'role="alert"' in shown) == (409, False, True)
    assert 'value="reveal.contact" selected' in shown
    assert 'class="reveal" open' in shown
    assert not Reveal.objects.exists()


def test_a_value_that_was_not_looked_at_within_five_minutes_stays_masked(browser, case, monkeypatch):
    reveal(browser, case, **WHY)
    session = browser.session
    session["shown_once"] = session["shown_once"] | {"at": timezone.now().timestamp() - 301}
    session.save()
    assert PHONE not in page(browser, case)


def test_a_grant_for_one_case_shows_nothing_of_another(browser, case, sent_case):  # noqa: F811
    other = sent_case(token="other")
    reveal(browser, case, **WHY)
    assert PHONE not in page(browser, other)


def test_what_is_shown_is_not_stored_by_a_browser(browser, case):
    reveal(browser, case, **WHY)
    assert "no-store" in browser.get(f"/staff/cases/{case.number}")["Cache-Control"]


@pytest.mark.parametrize("path", ["", "operator.name", "operator", "said.", "said.99", "said.x", "../../etc", "a" * 5_000, "operator.mobile.0"])
def test_a_path_at_which_nothing_is_masked_is_not_found(browser, case, path):
    assert reveal(browser, case, path, **WHY).status_code == 404
    assert not Reveal.objects.exists()


def test_reading_the_address_shows_nothing(browser, case):
    assert browser.get(f"/staff/cases/{case.number}/reveal").status_code == 405


def test_a_post_without_its_token_is_refused(browser, case):
    browser.handler.enforce_csrf_checks = True
    assert reveal(browser, case, **WHY).status_code == 403
    assert not Reveal.objects.exists()


def test_past_the_hours_number_a_sentence_says_so(browser, case, monkeypatch):
    monkeypatch.setattr("gaoxing.office.cases.revealing.limits", lambda: {"per_hour": 1, "longest": 200})
    reveal(browser, case, **WHY)
    assert "一小时里最多显示 1 次" in reveal(browser, case, "operator.id_number", **WHY).content.decode()


def test_the_applicant_reads_who_looked_at_which_blank_and_why(browser, case, owner, signed_in):  # noqa: F811
    reveal(browser, case, **WHY)
    assert ("window_clerk", "case.revealed") in [(each.role, each.act) for each in my_data.looks(owner)]
    shown = signed_in(owner).get("/account/data").content.decode()
    assert ("移动电话" in shown, "联系申请人" in shown, "显示" in shown) == (True, True, True)


def test_nobody_else_is_shown_anything(case, staff, signed_in, owner):  # noqa: F811
    for browser in (signed_in(staff("steward")), signed_in(staff("audit_administrator")), signed_in(owner)):
        assert reveal(browser, case, **WHY).status_code == 403
    assert not Entry.objects.filter(act="case.revealed").exists()


def test_a_case_that_is_not_there_is_not_found(browser, case):
    assert browser.post("/staff/cases/320583-2026-999999/reveal", {"path": "operator.mobile", **WHY}).status_code == 404


def test_the_press_works_without_a_script_and_is_named_for_those_who_hear_the_page(browser, case):
    shown = page(browser, case)
    assert '<summary class="button quiet">显示<span class="unseen">移动电话</span></summary>' in shown
    assert '<span class="unseen">申请人的话</span>' in shown
    assert "style=" not in shown


def test_nothing_is_offered_where_nothing_is_masked(browser, sent_case):  # noqa: F811
    plain = sent_case(SAID.replace(f"，身份证号{NUMBER}，手机{PHONE}", ""), TYPED | {"operator.id_number": NUMBER, "operator.mobile": PHONE})
    shown = page(browser, plain)
    assert '<span class="unseen">申请人的话</span>' not in shown
    assert '<span class="unseen">移动电话</span>' in shown


def test_the_page_is_english_for_those_who_read_english(browser, case):
    browser.cookies["language"] = "en"
    shown = page(browser, case)
    assert ("Reaching the applicant" in shown, "Why <select" in shown) == (True, True)


def test_the_applicants_own_page_says_who_sees_the_case_and_why(case, owner, signed_in):  # noqa: F811
    shown = signed_in(owner).get(f"/cases/{case.number}").content.decode()
    assert "谁能看，为什么" in shown
    assert "由登记机关办理" in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("手机13800001234", "手机138****1234"),
        ("邮箱tiger@example.cn。", "邮箱t***r@example.cn。"),
        ("座机0512-57301234", "座机051******1234"),
        ("座机051257301234转8", "座机051*****1234转8"),
        ("注册资本500000元，2026年", "注册资本500000元，2026年"),
        ("办件320583-2026-000001", "办件320583-2026-000001"),
        ("", ""),
    ],
)
def test_contacts_are_masked_and_figures_that_are_none_are_not(text, shown):
    assert mask_contacts(text) == shown
    assert len(shown) == len(text)


def test_the_filter_leaves_nothing_of_nothing():
    assert (masked(None), masked("13800001234")) == ("", "138****1234")


def test_an_entry_knows_whether_something_of_it_is_masked():
    open_words, private = Heard(0, "", [Piece("开面馆")], "开面馆"), Heard(3, "", [Piece("138****1234")], PHONE)
    assert (open_words.private, private.private, private.key, private.masked) == (False, True, "3", "138****1234")


def test_a_value_is_whole_only_where_its_blank_is_masked_and_filled(read):  # noqa: F811
    form, words = read().form, Words().state("我的话")
    assert whole(form, words, "operator.mobile").text == PHONE
    assert whole(form, words, "said.0").text == "我的话"
    assert [whole(form, words, each) for each in ("operator.name", "said.1", "", "parties.9.mobile")] == [None] * 4
