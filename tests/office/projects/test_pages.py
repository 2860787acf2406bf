"""The pages of filed projects: said at the desk and filed, changed, reported on, listed; every refusal stays with what was typed."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.utils import timezone

from gaoxing.office.notices.templatetags.notified import linked, to_projects
from gaoxing.office.people.models import Person
from gaoxing.office.projects import queries
from gaoxing.office.projects.models import Project
from tests.checks.projects.filings import cny
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands ten minutes after the beginning."""
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(minutes=10))


@pytest.fixture
def browser(signed_in):  # noqa: F811
    def made(person):
        Person.objects.filter(pk=person.pk).update(password_due=False)
        return signed_in(Person.objects.get(pk=person.pk))

    return made


@pytest.fixture
def mine(browser, owner):
    """The enterprise's browser, whose owner agreed to the privacy page."""
    found = browser(owner)
    found.post("/consent")
    return found


def read(answer):
    return answer.content.decode()


def press(browser, row, act, **fields):
    row.refresh_from_db()
    return browser.post(f"/projects/{row.number}", {"act": act, "revision": row.revision, **fields})


def test_a_stranger_is_asked_to_sign_in_but_may_read_the_guidance(client):
    assert client.get("/projects").status_code == 302
    assert client.get("/staff/projects").status_code == 302
    assert "把亩写成平方米" in read(client.get("/projects/guidance"))


def test_the_guidance_is_told_in_english(client):
    assert "Mu written as square metres" in read(client.post("/comfort", {"language": "en", "next": "/projects/guidance"}, follow=True))


def test_one_s_own_projects_are_counted(mine, file):
    assert "还没有备案的项目" in read(mine.get("/projects"))
    row = file()
    assert f"/projects/{row.number}" in read(mine.get("/projects"))
    assert "我的项目（1 个）" in read(mine.get("/projects"))


def test_the_page_says_everything_of_a_project(mine, file):
    row = file()
    shown = read(mine.get(f"/projects/{row.number}"))
    for words in (row.code, "已备案", "12000万元", "19800001234", "2028-05-24 提醒", "notice.pdf", "办理备案变更", "谁能看，为什么"):
        assert words in shown


def test_the_staff_see_the_contacts_number_masked(browser, staff, file):
    shown = read(browser(staff("examiner", "e-1")).get(f"/projects/{file().number}"))
    assert "198****1234" in shown
    assert "19800001234" not in shown


@pytest.mark.parametrize("number", ["P2026-999999", "%00", "x"])
def test_what_is_not_there_or_not_theirs_is_not_found(browser, other, file, number):
    theirs = browser(other)
    assert theirs.get(f"/projects/{file().number}").status_code == 404
    assert theirs.get(f"/projects/{number}").status_code == 404
    assert theirs.get(f"/projects/{number}/change").status_code == 404


def test_a_start_a_month_and_the_completion_are_reported_on_the_page(mine, file):
    row = file()
    press(mine, row, "report_start", day="2026-11-24")
    press(mine, row, "report_progress", month="2026-11", invested="850万元")
    shown = read(mine.get(f"/projects/{row.number}"))
    assert "报过 1 个月，累计完成 850万元" in shown
    press(mine, row, "report_completion", day="2026-11-24")
    assert "已竣工" in read(mine.get(f"/projects/{row.number}"))


def test_a_refusal_stays_on_the_page_with_what_was_typed(mine, file):
    row = file()
    press(mine, row, "report_start", day="2026-11-24")
    answer = press(mine, row, "report_progress", month="2026-11", invested="8500000万元")
    assert answer.status_code == 409
    assert all(each in read(answer) for each in ("元还是万元", 'value="8500000万元"', "核对过了"))


def test_a_post_from_nowhere_is_refused(mine, file):
    row = file()
    assert mine.post(f"/projects/{row.number}", {"act": "explain"}).status_code == 409
    assert mine.post(f"/projects/{row.number}", {"act": "change", "revision": row.revision}).status_code == 409


def test_too_long_a_note_is_refused(mine, file):
    answer = press(mine, file(), "explain", note="字" * 2001)
    assert (answer.status_code, "太长" in read(answer)) == (409, True)


def test_a_long_blank_of_a_change_is_read_in_full_on_a_telephone(mine, file):
    row = file(content="新建厂房一栋，购置加工设备二十台，年产零件一百万件，配套仓库一座")
    page = read(mine.get(f"/projects/{row.number}/change"))
    assert re.search(r"<textarea[^>]*name=\"[a-z_.]*content\"[^>]*>新建厂房一栋", page)
    assert re.search(r"<input[^>]*value=\"精密零件生产线扩建项目\"", page)


def test_a_change_is_shown_field_by_field_and_then_sent(mine, file):
    row = file()
    at = f"/projects/{row.number}/change"
    assert 'value="12000万元"' in read(mine.get(at))
    shown = mine.post(at, {"revision": row.revision, "total_investment": "15000万元"})
    assert all(each in read(shown) for each in ("改了 1 项：较大变更", "变动25%", "告知变更"))
    assert Project.objects.get().total == 120_000_000
    mine.post(at, {"revision": row.revision, "total_investment": "15000万元", "send": "yes"})
    assert Project.objects.get().total == 150_000_000
    assert "第 2 版" in read(mine.get(f"/projects/{row.number}"))


def test_a_change_that_cannot_be_read_stays_with_its_sentence(mine, file):
    row = file()
    answer = mine.post(f"/projects/{row.number}/change", {"revision": row.revision, "start": "明年"})
    assert answer.status_code == 409
    assert all(each in read(answer) for each in ('value="明年"', "计划开工时间", 'aria-invalid="true"'))


def test_another_project_cannot_be_sent_as_a_change(mine, file):
    row = file()
    fields = {"revision": row.revision, "project_name": "仓库新建项目", "content": "新建仓库一座"}
    assert "重新备案" in read(mine.post(f"/projects/{row.number}/change", fields))
    assert mine.post(f"/projects/{row.number}/change", {**fields, "send": "yes"}).status_code == 409


def test_nothing_changed_is_said(mine, file):
    row = file()
    assert "没有一项和原来不一样" in read(mine.post(f"/projects/{row.number}/change", {"revision": row.revision}))


def test_a_completed_project_leads_back_from_its_change(mine, file):
    row = file()
    press(mine, row, "report_start", day="2026-11-24")
    press(mine, row, "report_completion", day="2026-11-24")
    assert mine.get(f"/projects/{row.number}/change").status_code == 302


@pytest.mark.parametrize("kind", ["docx", "pdf", "ofd"])
def test_the_notice_comes_as_a_file(mine, file, kind):
    answer = mine.get(f"/projects/{file().number}/notice.{kind}")
    assert answer.status_code == 200
    assert answer.content[:4] in (b"%PDF", b"PK\x03\x04")


def test_a_version_before_has_its_own_notice(mine, file, alter):
    row = alter(file(), total_investment=cny("150000000"))
    first, second = (mine.get(f"/projects/{row.number}/notice.docx?version={each}").content for each in (1, 2))
    assert first != second
    assert mine.get(f"/projects/{row.number}/notice.docx?version=9").status_code == 404
    assert mine.get(f"/projects/{row.number}/notice.exe").status_code == 404


def test_the_notice_of_a_withdrawn_filing_is_given_as_void(mine, file):
    row = file()
    assert "已失效" not in read(mine.get(f"/projects/{row.number}"))
    press(mine, row, "withdraw", note="不做了")
    assert "通知书上写着“已失效”" in read(mine.get(f"/projects/{row.number}"))
    assert "已失效" in unquote(mine.get(f"/projects/{row.number}/notice.docx")["Content-Disposition"])


def test_the_office_lists_searches_and_counts(browser, staff, file):
    row, other = file(), file(project_name="屋顶光伏发电工程", location="昆山市玉山镇样例路9号")
    desk = browser(staff("examiner", "e-1"))
    shown = read(desk.get("/staff/projects"))
    assert "备案项目：2 个" in shown
    assert shown.index(other.number) < shown.index(row.number)
    found = read(desk.get("/staff/projects?q=光伏"))
    assert "找到 1 个" in found
    assert row.number not in found
    assert row.number in read(desk.get(f"/staff/projects?q={row.number}"))
    assert "这里没有" in read(desk.get("/staff/projects?show=started"))


def test_what_is_to_be_looked_at_stands_apart(browser, staff, file):
    row = file(content="新建热电联产机组两台")
    desk = browser(staff("examiner", "e-1"))
    assert row.number in read(desk.get("/staff/projects?show=look"))
    page = read(desk.get(f"/projects/{row.number}"))
    assert "核准目录" in page
    press(desk, row, "look")
    assert row.number not in read(desk.get("/staff/projects?show=look"))


def test_what_is_two_years_old_and_silent_stands_apart(browser, staff, file, now, monkeypatch):
    row = file()
    desk = browser(staff("leader", "l-1"))
    assert row.number not in read(desk.get("/staff/projects?show=silent"))
    Project.objects.update(filed="2024-11-01")
    assert row.number in read(desk.get("/staff/projects?show=silent"))
    assert "请先提醒" in read(desk.get(f"/projects/{row.number}"))


@pytest.mark.parametrize("query", ["before=x", "before=٣", "show=everything", "before=" + "9" * 30, "q=%00"])
def test_a_strange_address_gives_the_list(browser, staff, file, query):
    file()
    assert browser(staff("examiner", "e-1")).get(f"/staff/projects?{query}").status_code == 200


def test_the_list_goes_on_page_by_page(browser, staff, file, monkeypatch):
    monkeypatch.setattr("gaoxing.office.projects.desk.PAGE", 1)
    first, second = file(), file(another=True)
    desk = browser(staff("examiner", "e-1"))
    shown = read(desk.get("/staff/projects"))
    assert first.number not in shown
    assert first.number in read(desk.get(f"/staff/projects?before={second.pk}"))


def test_the_list_is_the_offices_alone(browser, owner):
    assert browser(owner).get("/staff/projects").status_code == 403


def test_a_notice_leads_to_the_project():
    assert '<a href="/projects/P2026-000001">' in to_projects(linked("项目 P2026-000001 已备案"))


def test_nothing_is_done_before_anything_is_reported(file):
    assert queries.invested(file()) == 0
