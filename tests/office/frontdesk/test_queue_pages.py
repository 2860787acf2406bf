"""The clerks' lists as pages: narrowed by the address, searched by a post, printed; a case taken, handed over, noted on; the leaders' workload."""

import re

import pytest
from django.utils import timezone

from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import queue_rows
from gaoxing.office.people.models import Person
from tests.office.cases.conftest import NAME
from tests.office.frontdesk.casting import *  # noqa: F403
from tests.office.frontdesk.casting import hidden, press, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def number(mine, drafted):
    return submit(mine)


@pytest.fixture
def leader(staff, signed_in):
    return signed_in(staff("leader"))


def words(answer):
    return answer.content.decode()


def of(account):
    return Person.objects.get(account=account)


def test_a_narrowed_list_keeps_its_address_on_every_page(clerk, number, monkeypatch):
    monkeypatch.setattr("gaoxing.office.cases.queue.PAGE", 1)
    now = timezone.now()
    Case.objects.create(reference="b", created=now, changed=now, words=b"", form=b"", matter="deregistration", state="submitted", number="n2", rank=now)
    page = words(clerk.get("/staff/cases?state=submitted&handler=nobody"))
    assert "：2 件" in page
    assert re.search(r'rel="next" href="/staff/cases\?state=submitted&amp;handler=nobody&amp;after=\d+\.\d+"', page)
    assert '<option value="nobody" selected>' in page


def test_an_address_that_is_not_understood_shows_all_and_says_so(clerk, number):
    page = words(clerk.get("/staff/cases?state=draft&light=%3Cscript%3E&handler=999999999999999"))
    assert number in page
    assert "看不懂的筛选" in page


def test_a_narrowing_that_fits_nothing_says_what_to_try(clerk, number):
    assert "没有符合筛选的办件" in words(clerk.get("/staff/cases?turn=applicant"))


@pytest.fixture
def stretches_of_one(number, monkeypatch):
    """Two submitted cases, of which a narrowed list looks through one at a time."""
    monkeypatch.setattr("gaoxing.office.cases.queue.LOOKED_THROUGH", 1)
    earlier = Case.objects.get(number=number).filed.replace(year=2020)
    return Case.objects.create(
        reference="b", created=earlier, changed=earlier, filed=earlier, words=b"", form=b"", matter="deregistration", state="refused", number="n2"
    )


def test_a_list_of_what_is_rare_says_how_far_it_looked_and_leads_to_what_is_older(clerk, stretches_of_one):
    page = words(clerk.get("/staff/cases/all?state=refused"))
    assert "最近 1 件里有 0 件" in page
    assert "以来提交的办件里没有符合筛选的" in page
    older = words(clerk.get("/staff/cases/all" + re.search(r'rel="next" href="/staff/cases/all([^"]+)">看更早的', page)[1].replace("&amp;", "&")))
    assert ">n2<" in older
    assert "看更早的" not in older


def test_what_a_stretch_found_stands_above_the_way_to_what_is_older(clerk, number, stretches_of_one):
    page = words(clerk.get("/staff/cases/all?state=submitted"))
    assert number in page
    assert "更早的还没有看" in page


def test_a_list_that_is_not_narrowed_goes_on_by_pages(clerk, number, stretches_of_one):
    page = words(clerk.get("/staff/cases/all"))
    assert ">n2<" in page
    assert "看更早的" not in page


def test_a_count_that_is_dear_says_that_there_are_more(monkeypatch):
    monkeypatch.setattr("gaoxing.office.cases.queue.MOST_COUNTED", 3)
    assert (queue_rows.counted(3), queue_rows.counted(4)) == ("3 件", "3 件以上")


def test_all_cases_are_listed_also_what_is_decided_without_opening_a_form(clerk, number, monkeypatch):
    Case.objects.update(state="archived", rank=None, form=b"broken")
    page = words(clerk.get("/staff/cases/all"))
    assert all(each in page for each in (number, NAME, "已归档", "：1 件"))
    assert "<option" in words(clerk.get("/staff/cases/all?state=archived&after=nonsense"))


def test_a_light_is_not_asked_of_the_list_of_all_cases(clerk, number):
    assert "看不懂的筛选" in words(clerk.get("/staff/cases/all?light=red"))


def test_a_title_that_does_not_open_says_so(clerk, number):
    Case.objects.update(title=b"broken")
    assert "这份打不开" in words(clerk.get("/staff/cases"))


def test_a_search_by_number_opens_the_case_and_one_by_name_lists_it(clerk, number):
    assert clerk.post("/staff/cases/search", {"q": "1"})["Location"] == f"/staff/cases/{number}"
    page = words(clerk.post("/staff/cases/search", {"q": "测试样例"}))
    assert all(each in page for each in (number, NAME, "找到 1 件"))


def test_a_search_that_finds_nothing_says_what_to_try_and_keeps_what_was_typed(clerk, number):
    page = words(clerk.post("/staff/cases/search", {"q": "1380000"}))
    assert all(each in page for each in ("找到 0 件", "电话号码要写完整", 'value="1380000"'))


def test_a_search_never_stands_in_an_address(clerk, number):
    assert clerk.get("/staff/cases/search?q=13800001234").status_code == 405


def test_the_list_is_printed_with_who_when_and_by_what(clerk, number):
    page = words(clerk.get("/staff/cases/print?handler=nobody"))
    assert all(each in page for each in (number, "待办清单（1 件）", "经办人：还没有人办", "王某"))


def test_a_clerk_takes_a_case_and_a_stale_tab_is_refused(clerk, examiner, number):
    was = hidden(examiner.get(f"/staff/cases/{number}"), "was")
    assert clerk.post(f"/staff/cases/{number}/take", {"was": ""}).status_code == 302
    late = examiner.post(f"/staff/cases/{number}/take", {"was": was})
    assert late.status_code in (403, 409)
    assert "已经换了经办人" in words(late)
    assert Case.objects.get().handler == of("window-clerk")


def test_a_case_is_handed_over_with_a_note_that_its_applicant_never_sees(mine, clerk, examiner, number):
    told = {"was": "", "to": of("examiner").pk, "note": "看租赁合同原件", "token": "t"}
    assert clerk.post(f"/staff/cases/{number}/hand-over", told).status_code == 302
    assert "看租赁合同原件" in words(examiner.get(f"/staff/cases/{number}"))
    assert "看租赁合同原件" not in words(mine.get(f"/cases/{number}"))
    assert number in words(examiner.get("/staff/cases?handler=mine"))


@pytest.mark.parametrize("posted", [{}, {"was": ""}, {"was": "", "to": "x"}, {"was": "", "to": "99999999"}, {"was": "９", "to": "1"}])
def test_a_hand_over_that_is_not_from_the_page_changes_nothing(clerk, number, posted):
    assert clerk.post(f"/staff/cases/{number}/hand-over", posted).status_code in (403, 409)
    assert Case.objects.get().handler is None


@pytest.mark.parametrize("act", ["take", "hand-over", "notes"])
def test_a_number_of_somebody_elses_is_not_there(clerk, staff, signed_in, number, act):
    assert clerk.post(f"/staff/cases/320583-2026-999999/{act}", {"was": "", "to": of("window-clerk").pk, "note": "x", "token": "t"}).status_code in (
        403,
        404,
        409,
    )
    assert signed_in(staff("steward")).post(f"/staff/cases/{number}/{act}", {"was": ""}).status_code == 403


def test_a_note_is_kept_from_the_page_of_the_case(clerk, number):
    token = hidden(clerk.get(f"/staff/cases/{number}"), "token")
    assert clerk.post(f"/staff/cases/{number}/notes", {"note": "打过电话", "token": token}).status_code == 302
    page = words(clerk.get(f"/staff/cases/{number}"))
    assert "打过电话" in page
    assert "备注 1 条" in page


def test_a_party_is_offered_no_note_and_no_button_to_take_it(clerk, owner, number):
    Person.objects.filter(account="window-clerk").update(mobile_digest=owner.mobile_digest)
    page = words(clerk.get(f"/staff/cases/{number}"))
    assert "也看不到备注" in page
    assert "由我办" not in page


def test_a_unit_without_colleagues_says_so(clerk, number):
    assert "没有别的同事" in words(clerk.get(f"/staff/cases/{number}"))


def test_the_leader_sees_the_workload_and_hands_a_desk_over(leader, clerk, examiner, number):
    press(clerk, number, "accept")
    page = words(leader.get("/staff/workload"))
    assert f'?handler={of("window-clerk").pk}">1</a>' in page
    after = words(leader.post("/staff/workload/hand-over", {"from": of("window-clerk").pk, "to": of("examiner").pk}))
    assert "已经把 1 件转给王某" in after
    assert Case.objects.get().handler == of("examiner")


def test_a_hand_over_to_nobody_is_refused_with_a_sentence(leader, number):
    assert "还没有选同事" in words(leader.post("/staff/workload/hand-over", {"from": "", "to": ""}))


@pytest.mark.parametrize("role", ["window_clerk", "examiner"])
def test_the_workload_is_the_leaders(staff, signed_in, role, number):
    browser = signed_in(staff(role))
    assert browser.get("/staff/workload").status_code == 403
    assert "工作量" not in words(browser.get("/staff/cases"))
