"""The pages of promotion: the funnel with its figures, a lead entered, steps taken, the list handed out; every refusal stays with what was typed."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from gaoxing.office.audit.models import Entry
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.projects import funnel
from gaoxing.office.projects.models import Promotion
from gaoxing.office.projects.promoting import Lead, enter, plan
from tests.office.people.conftest import signed_in  # noqa: F401
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db
DAY = "2026-11-20"
LEAD = {"name": "示例芯片封装项目", "investor": "样例投资有限公司", "town": "玉山镇", "planned": "12000万元", "listed": "county"}


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands ten minutes after the beginning."""
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(minutes=10))


@pytest.fixture
def steward(staff):
    return staff("steward", "s-1")


@pytest.fixture
def desk(signed_in, steward):  # noqa: F811
    Person.objects.filter(pk=steward.pk).update(password_due=False)
    return signed_in(Person.objects.get(pk=steward.pk))


@pytest.fixture
def row(steward, now):
    return enter(Lead("示例芯片封装项目", "样例投资有限公司", "玉山镇"), steward, now=now)


def read(answer):
    return answer.content.decode()


def step(desk, row, act, **fields):
    row.refresh_from_db()
    return desk.post(f"/staff/promotions/{row.number}", {"act": act, "revision": row.revision, "day": DAY, "evidence": "凭据一号", **fields})


def test_a_lead_is_entered_on_the_page(desk):
    unit = Unit.objects.create(code="invest", name="样例招商局")
    answer = desk.post("/staff/promotions/new", {**LEAD, "bureau": unit.pk}, follow=True)
    made = Promotion.objects.get()
    assert answer.redirect_chain == [(f"/staff/promotions/{made.number}", 302)]
    assert (made.planned, made.town, made.listed, made.bureau) == (120_000_000, "玉山镇", "county", unit)
    assert all(each in read(answer) for each in ("线索", "昆山市级重大项目", "12000万元", "样例招商局"))


@pytest.mark.parametrize(
    ("blank", "typed", "told"), [("planned", "12000", "连单位一起写"), ("investor", "", "请写项目名称"), ("project", "P2026-999999", "没有这个编号")]
)
def test_a_refused_lead_stays_with_what_was_typed(desk, blank, typed, told):
    answer = desk.post("/staff/promotions/new", {**LEAD, blank: typed})
    assert (answer.status_code, Promotion.objects.count()) == (409, 0)
    assert told in read(answer)
    assert 'value="示例芯片封装项目"' in read(answer)


def test_a_lead_names_the_filed_project_it_became(desk, file):
    filed = file()
    desk.post("/staff/promotions/new", {**LEAD, "project": filed.number})
    assert Promotion.objects.get().project == filed
    assert filed.number in read(desk.get(f"/staff/promotions/{Promotion.objects.get().number}"))


def test_steps_are_taken_on_the_page_and_counted(desk, row):
    step(desk, row, "sign", invested="12000万元")
    step(desk, row, "put_on_file")
    step(desk, row, "begin")
    step(desk, row, "report_month", month="2026-11", invested="850万元")
    shown = read(desk.get(f"/staff/promotions/{row.number}"))
    assert all(each in shown for each in ("走过 3 步", "首次签约", "12000万元", "850万元", "凭据一号", "已开工"))


def test_a_step_without_evidence_stays_on_the_page_with_what_was_typed(desk, row):
    answer = step(desk, row, "sign", evidence=" ", invested="12000万元")
    assert answer.status_code == 409
    assert all(each in read(answer) for each in ("凭据", 'value="12000万元"', f'value="{DAY}"'))


def test_the_plan_of_a_year_is_set_on_the_page(desk, row):
    desk.post(f"/staff/promotions/{row.number}", {"act": "plan", "year": "2026", "invested": "5000万元"})
    assert "5000万元" in read(desk.get(f"/staff/promotions/{row.number}"))
    answer = desk.post(f"/staff/promotions/{row.number}", {"act": "plan", "year": "26", "invested": "5000"})
    assert (answer.status_code, "四位数字" in read(answer)) == (409, True)


def test_the_funnel_says_the_year_s_figures(desk, row, steward, now):
    press(row, "sign", steward, now, day=DAY, evidence="协议", invested="12000万元")
    plan(row, 2026, Decimal(50_000_000), steward, now=now)
    shown = read(desk.get("/staff/promotions"))
    assert all(each in shown for each in ("招商项目：1 个", "1 个，计入 12000万元", "计划 5000万元，完成 0.0%", "到过每一步的项目", "<svg"))


def test_the_funnel_counts_whoever_came_as_far(row, steward, now):
    other = enter(Lead("别的项目", "样例"), steward, now=now)
    enter(Lead("第三个", "样例"), steward, now=now)
    press(row, "sign", steward, now, day=DAY, evidence="协议", invested="100万元")
    press(other, "drop", steward, now, note="不来了")
    chart = funnel.summary(steward, now=now).funnel
    assert chart.series[0].values[:4] == (2, 1, 1, 0)
    assert len(chart.labels) == len(chart.series[0].values) == 8


def test_an_empty_funnel_is_drawn_too(steward, desk, now):
    assert funnel.summary(steward, now=now).percent == ""
    assert "招商项目：0 个" in read(desk.get("/staff/promotions"))


def test_towns_and_months_are_counted(row, steward, now):
    row = press(row, "sign", steward, now, day=DAY, evidence="协议", invested="100万元")
    row = press(row, "put_on_file", steward, now, day=DAY, evidence="备案通知书")
    row = press(row, "begin", steward, now, day=DAY, evidence="许可")
    press(row, "report_month", steward, now, month="2026-11", invested="850万元")
    year = funnel.summary(steward, now=now)
    assert year.towns.labels == ("玉山镇",)
    assert year.months.series[0].values[9:] == (None, Decimal(850), None)


@pytest.mark.parametrize(("show", "count"), [("large", 1), ("major", 1), ("signed", 1), ("lead", 1), ("all", 2), ("nonsense", 2)])
def test_the_list_is_narrowed(steward, now, show, count):
    big = enter(Lead("大项目", "样例", listed="province"), steward, now=now)
    press(big, "sign", steward, now, day=DAY, evidence="协议", invested="1亿元")
    enter(Lead("小项目", "样例"), steward, now=now)
    assert len(funnel.listed(steward, show=show, words="", before=0, now=now).rows) == count


def test_the_list_is_searched_and_goes_on_page_by_page(desk, row, steward, now, monkeypatch):
    other = enter(Lead("别的项目", "样例"), steward, now=now)
    assert "找到 1 个" in read(desk.get("/staff/promotions?q=芯片"))
    monkeypatch.setattr("gaoxing.office.projects.funnel.PAGE", 1)
    assert row.number not in read(desk.get("/staff/promotions"))
    assert row.number in read(desk.get(f"/staff/promotions?before={other.pk}"))


def test_the_list_is_handed_out_as_a_spreadsheet_and_audited(desk, row):
    answer = desk.get("/staff/promotions/list.xlsx")
    cells = [cell.value for line in load_workbook(BytesIO(answer.content)).active.iter_rows() for cell in line]
    assert row.number in cells
    assert "投资方" in cells
    assert Entry.objects.filter(act="list.exported").count() == 1


@pytest.mark.parametrize("number", ["Z2026-999999", "%00", "x"])
def test_what_is_not_there_is_not_found(desk, number):
    assert desk.get(f"/staff/promotions/{number}").status_code == 404


@pytest.mark.parametrize("role", ["window_clerk", "examiner"])
def test_the_pages_are_those_of_whoever_promotes(signed_in, staff, role, row):  # noqa: F811
    person = staff(role, "x-1")
    Person.objects.filter(pk=person.pk).update(password_due=False)
    other = signed_in(Person.objects.get(pk=person.pk))
    assert {other.get(f"/staff/promotions{end}").status_code for end in ("", "/new", "/list.xlsx", f"/{row.number}")} == {403}


def test_the_funnel_speaks_english(desk, row):
    shown = read(desk.post("/comfort", {"language": "en", "next": "/staff/promotions"}, follow=True))
    assert all(each in shown for each in ("Projects in promotion: 1", "Enter a lead", "Projects that reached each stage"))
