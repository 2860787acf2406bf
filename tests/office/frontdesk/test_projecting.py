"""A draft of the desk becomes a filed project or a change of one: what is missing is said, what was filed before is shown, nothing is filed twice."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import kept
from gaoxing.office.projects import filing, queries
from gaoxing.office.projects.models import Project
from tests.checks.projects.filings import cny
from tests.checks.projects.filings import filed as form
from tests.office.frontdesk.casting import *  # noqa: F403

pytestmark = pytest.mark.django_db
SAID = (
    "我们昆山示例精密科技有限公司有个扩建项目要备案，统一社会信用代码91320583MA0000007R，项目名称是精密零件生产线扩建项目，"
    "建在昆山市玉山镇示例路1号，总投资一亿两千万，2027年3月开工，2028年6月完工，联系人魏大墨，手机号19800001234"
)
ANSWERS = (("content", "新建厂房一栋，购置加工设备二十台，年产零件一百万件"), ("policy_conformity", "符合"))
CHANGE = "我们之前备案的精密零件生产线扩建项目要变更，项目代码{code}，总投资从一亿两千万改成一亿五千万"


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands at the fixed moment."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def said(mine):
    """Says something at the desk and answers what it asks; the page on which it is sent."""

    def made(words=SAID, answers=ANSWERS):
        mine.post("/consent")
        mine.post("/drafts/new")
        mine.post("/draft/words", {"words": words}, headers={"hx-request": "true"})
        for asked, answer in answers:
            mine.post("/draft/words", {"answer": answer, "asked": asked}, headers={"hx-request": "true"})
        return mine.get("/draft/submit", follow=True)

    return made


@pytest.fixture
def filed(owner, now):
    """The same project, filed before."""
    return filing.file(filing.judged(form(), on=now.date()), owner, owner=owner, now=now)


def text(answer):
    return answer.content.decode()


def posted(page, **fields):
    """What the form of the page posts: its hidden inputs, and more."""
    return {**dict(re.findall(r'name="(draft|case|revision|project)" value="([^"]*)"', text(page))), **fields}


def test_what_is_missing_of_the_four_things_is_said_with_where_to_mend_it(said, mine):
    page = said(answers=())
    assert page.redirect_chain[-1][0] == "/draft/project"
    assert all(each in text(page) for each in ("四项信息里，有 2 项不全", "建设规模及内容", "ask=content"))
    assert mine.post("/draft/project", posted(page)).status_code == 409
    assert Project.objects.count() == 0


def test_what_was_said_is_filed_and_leads_to_its_own_page(said, mine, owner):
    answer = mine.post("/draft/project", posted(said()), follow=True)
    row = Project.objects.get()
    assert answer.redirect_chain == [(f"/projects/{row.number}", 302)]
    assert (row.state, row.owner, row.total) == ("filed", owner, 120_000_000)
    assert queries.current(row).value("contact.mobile") == "19800001234"


def test_the_draft_is_over_and_sent_again_it_is_the_same_project(said, mine):
    page = said()
    fields = posted(page)
    first, second = mine.post("/draft/project", fields), mine.post("/draft/project", fields)
    assert first.url == second.url
    assert Project.objects.count() == 1
    assert Case.objects.get(pk=fields["case"]).state == "completed"


def test_a_page_that_is_overtaken_is_refused_and_files_nothing(said, mine):
    fields = posted(said())
    mine.post("/draft/words", {"addition": "总投资改成一亿三千万"}, headers={"hx-request": "true"})
    answer = mine.post("/draft/project", fields)
    assert (answer.status_code, Project.objects.count()) == (409, 0)
    assert "草稿又改过" in text(answer)


def test_a_project_filed_before_is_shown_and_filed_only_as_another(said, mine, filed):
    page = said()
    assert all(each in text(page) for each in ("备过 1 个很像的项目", filed.number, "像 100%", "去办变更"))
    assert mine.post("/draft/project", posted(page)).status_code == 409
    assert mine.post("/draft/project", posted(page, another="yes")).status_code == 302
    assert Project.objects.count() == 2


def test_mixed_units_are_asked_about_before_filing(said):
    page = said(SAID.replace("总投资一亿两千万", "总投资一万两千元"))
    assert "元还是万元" in text(page)


def test_a_change_that_was_said_finds_its_project_by_the_code_and_is_weighed(said, mine, filed):
    page = said(CHANGE.format(code=filed.code.replace("*", "1")), answers=())
    assert "改了 1 项：较大变更" in text(page)
    mine.post("/draft/project", posted(page))
    filed.refresh_from_db()
    assert (filed.total, queries.newest(filed).weight) == (150_000_000, "major")
    assert queries.current(filed).value("total_investment") == cny("150000000")


def test_a_change_of_a_project_that_is_not_found_offers_one_s_own(said, mine, filed):
    page = said("我们之前备案的仓库改造项目要变更，总投资从一亿两千万改成一亿五千万", answers=())
    assert all(each in text(page) for each in ("没有认出是哪个项目", filed.number))
    chosen = mine.get(f"/draft/project?project={filed.number}")
    assert "改了 1 项" in text(chosen)


def test_a_change_without_any_project_says_where_to_go(said):
    assert "还没有备案的项目" in text(said(CHANGE.format(code="2611-320583-89-01-123456"), answers=()))


def test_nothing_in_hand_is_told(mine):
    assert "没有可以提交的草稿" in text(mine.get("/draft/project"))


def test_a_draft_of_another_matter_is_not_filed(said, statement):
    page = said(statement, answers=())
    assert page.redirect_chain == [] or page.redirect_chain[-1][0] != "/draft/project"


def test_a_draft_goes_with_its_project_and_not_before(said, mine, now):
    mine.post("/draft/project", posted(said()))
    due = next(each for each in kept.KEPT if each.kind == "project_draft")
    assert (due.held(), due.due(now)) == (1, 0)
    Project.objects.all().delete()
    assert due.delete(now) == 1
    assert not Case.objects.exists()


def test_a_project_lives_its_whole_life(said, mine, owner):
    """Said and filed; changed in words as a maker of circuit boards would; a request by the same enterprise; start, progress, completion; all on its card."""

    def press(act, **fields):
        row.refresh_from_db()
        return mine.post(f"/projects/{row.number}", {"act": act, "revision": row.revision, **fields})

    mine.post("/draft/project", posted(said()))
    row = Project.objects.get()
    mine.post("/draft/project", posted(said(CHANGE.format(code=row.code.replace("*", "1")), answers=())))
    change = {"revision": Project.objects.get().revision, "content": "购置压合设备三十台，年产高密度线路板五万平方米", "send": "yes"}
    mine.post(f"/projects/{row.number}/change", change)
    mine.post(
        "/drafts/new", {"words": f"我们是{row.enterprise}，车间老是跳闸。联系人丁小样，电话13900001234", "matter": "enterprise_request", "next": "request"}
    )
    asked = {"enterprise": row.enterprise, "contact": "丁小样", "mobile": "13900001234"}
    mine.post("/draft/request", {**posted(mine.get("/draft/request")), **asked})
    press("report_start", day="2026-11-24")
    press("report_progress", month="2026-11", invested="850万元")
    press("report_completion", day="2026-11-24")
    shown = text(mine.get(f"/projects/{row.number}"))
    row.refresh_from_db()
    assert (row.state, row.versions.count(), row.total) == ("completed", 3, 150_000_000)
    assert all(each in shown for each in ("已竣工", "一共 3 版", "850万元", "高密度线路板", "诉求", "R2026-"))
