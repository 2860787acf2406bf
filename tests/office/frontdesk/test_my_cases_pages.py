"""The applicant's own cases: how each stands, what is asked, what happened; nobody else's, whatever the number in the address."""

import pytest

from gaoxing.office.cases.models import Case
from gaoxing.office.people import accounts
from gaoxing.office.people.delegating import Span, empower
from tests.office.cases.conftest import NAME
from tests.office.frontdesk.casting import *  # noqa: F403
from tests.office.frontdesk.casting import ask, hidden, press, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def number(mine, drafted):
    return submit(mine)


@pytest.fixture
def outsider(signed_in, now):
    return signed_in(accounts.applicant_of("13900009999", language="zh-hans", now=now))


def test_a_draft_and_a_case_are_listed_with_their_state_in_plain_words(mine, number, draft_of):
    draft_of()
    page = mine.get("/cases").content.decode()
    assert "我的办件（2 件）" in page
    assert "已经提交，窗口正在看材料。" in page
    assert "接着填" in page


def test_an_empty_list_says_what_to_do(mine):
    assert "还没有办件" in mine.get("/cases").content.decode()


def test_what_is_asked_of_me_stands_first(mine, number, draft_of, clerk):
    ask(clerk, number)
    draft_of()
    page = mine.get("/cases").content.decode()
    assert page.index("要您补正 1 处") < page.index("接着填")


def test_the_clock_is_explained(mine, number):
    page = mine.get(f"/cases/{number}").content.decode()
    assert "共3个" in page
    assert 'class="clock' in page


def test_a_paused_clock_says_for_what(mine, number, clerk):
    ask(clerk, number)
    assert "正在等您补正" in mine.get(f"/cases/{number}").content.decode()


def test_the_timeline_tells_every_act_with_its_role_and_reasons(mine, number, clerk):
    ask(clerk, number)
    page = mine.get(f"/cases/{number}").content.decode()
    assert page.index("提交</strong>") < page.index("告知补正</strong>")
    assert "缺材料：" in page
    assert "窗口人员" in page


def test_a_clerks_note_is_not_shown_to_the_applicant(mine, number, clerk):
    press(clerk, number, "ask_correction", kind=["illegible"], about=[""], words=["看不清"], note="内部备注一句")
    assert "内部备注一句" not in mine.get(f"/cases/{number}").content.decode()
    assert "内部备注一句" in clerk.get(f"/staff/cases/{number}").content.decode()


@pytest.mark.parametrize("path", ["", "/receipt"])
def test_somebody_elses_number_is_not_there(outsider, number, path):
    assert outsider.get(f"/cases/{number}{path}").status_code == 404
    assert outsider.get(f"/cases/320583-2026-999999{path}").status_code == 404


def test_nobody_withdraws_somebody_elses_case(outsider, number):
    assert outsider.post(f"/cases/{number}/withdraw", {"revision": "1"}).status_code == 404
    assert Case.objects.get(number=number).state == "submitted"


def test_a_case_is_withdrawn_once(mine, number):
    revision = hidden(mine.get(f"/cases/{number}"), "revision")
    assert mine.post(f"/cases/{number}/withdraw", {"revision": revision}).status_code == 302
    assert "您已经撤回" in mine.get(f"/cases/{number}").content.decode()
    again = mine.post(f"/cases/{number}/withdraw", {"revision": revision})
    assert (again.status_code, "已经有人办了" in again.content.decode()) == (409, True)


@pytest.mark.parametrize("revision", ["", "x", "9" * 30, "٣"])
def test_a_withdrawal_that_is_not_from_the_page_is_refused(mine, number, revision):
    assert mine.post(f"/cases/{number}/withdraw", {"revision": revision}).status_code == 409


def test_a_withdrawn_case_offers_no_withdrawal(mine, number):
    mine.post(f"/cases/{number}/withdraw", {"revision": hidden(mine.get(f"/cases/{number}"), "revision")})
    assert "确定，撤回" not in mine.get(f"/cases/{number}").content.decode()


@pytest.mark.parametrize("wanted", ["", "0", "x", "9" * 30, "-1"])
def test_a_case_that_is_none_cannot_be_opened(mine, wanted):
    assert mine.post("/cases/open", {"case": wanted}).status_code == 404


def test_a_submitted_case_cannot_be_opened_to_be_changed(mine, number, drafted):
    answer = mine.post("/cases/open", {"case": drafted.pk})
    assert (answer.status_code, "现在不能改" in answer.content.decode()) == (409, True)


def test_a_correction_is_said_on_the_desk_and_the_difference_is_kept(mine, number, drafted, clerk):
    ask(clerk, number)
    mine.post("/cases/open", {"case": drafted.pk})
    mine.post("/draft/words", {"addition": "出资额改成八万元"})
    submit(mine, point="1")
    page = mine.get(f"/cases/{number}").content.decode()
    assert "5万元" in page
    assert "8万元" in page


def test_an_agent_sees_the_case_they_have_a_power_for(owner, number, signed_in, now, on):
    agent = accounts.applicant_of("13900008888", language="zh-hans", now=now)
    empower(owner, agent, acts=["see_case"], matters=[], span=Span(on, on.replace(year=2030)), now=now)
    assert NAME in signed_in(agent).get("/cases").content.decode()


@pytest.mark.parametrize("path", ["/cases", "/cases/320583-2026-000001", "/staff/cases"])
def test_a_stranger_is_led_to_the_sign_in(stranger, path):
    assert stranger.get(path)["Location"].startswith("/sign-in")


def test_a_clerk_has_no_applicants_pages(clerk, number):
    assert clerk.get("/cases").status_code == 403
    assert clerk.get(f"/cases/{number}").status_code == 403


def test_the_pages_speak_english_where_it_was_chosen(mine, number):
    mine.cookies["language"] = "en"
    page = mine.get(f"/cases/{number}").content.decode()
    assert "Submitted; the window is looking at your papers." in page
    assert "How far it is" in page


def test_open_and_finished_cases_are_listed_apart_with_their_counts(mine, number, draft_of, owner, now):
    draft_of()
    mine.post(f"/cases/{number}/withdraw", {"revision": hidden(mine.get(f"/cases/{number}"), "revision")})
    opened, finished = (mine.get(f"/cases?show={show}").content.decode() for show in ("open", "finished"))
    assert "在办的 1" in opened
    assert number not in opened
    assert "接着填" not in finished
    assert number in finished


def test_an_empty_part_says_so_and_an_unknown_one_lists_everything(mine, number):
    assert "还没有办完的" in mine.get("/cases?show=finished").content.decode()
    assert number in mine.get("/cases?show=x").content.decode()


def test_an_agents_list_says_for_whom(owner, number, signed_in, now, on):
    agent = accounts.applicant_of("13900008888", language="zh-hans", now=now)
    empower(owner, agent, acts=["see_case"], matters=[], span=Span(on, on.replace(year=2030)), now=now)
    assert "委托人 " in signed_in(agent).get("/cases").content.decode()


def test_drafts_and_cases_lead_to_each_other(mine, number):
    assert 'href="/drafts"' in mine.get("/cases").content.decode()
    assert 'href="/cases"' in mine.get("/drafts").content.decode()
