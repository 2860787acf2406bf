"""Promotion: from a lead to production with evidence, what counts and what does not, plans and months, and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gaoxing.checks.projects.counting import of_year
from gaoxing.office.audit.models import Entry
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Unit
from gaoxing.office.projects import promoting
from gaoxing.office.projects.firing import note_of
from gaoxing.office.projects.models import Promotion
from gaoxing.office.projects.permissions import promotions_visible_to
from gaoxing.office.projects.promoting import Lead, counted, enter, plan
from gaoxing.office.refusal import NotAllowed
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db
DAY = "2026-11-20"


@pytest.fixture
def steward(staff):
    return staff("steward", "s-1")


@pytest.fixture
def lead(steward, now):
    return lambda name="示例芯片封装项目", investor="样例投资有限公司", **more: enter(Lead(name, investor, **more), steward, now=now)


@pytest.fixture
def signed(lead, steward, now):
    return press(lead(), "sign", steward, now, day=DAY, evidence="投资协议", invested="12000万元")


def test_a_lead_is_entered_with_its_number(lead):
    row = lead(town="玉山镇", planned=Decimal(120_000_000), listed="county")
    assert (row.number, row.state, row.listed) == (f"Z2026-{row.pk:06}", "lead", "county")


@pytest.mark.parametrize(("name", "investor"), [("", "样例"), ("示例", " "), ("字" * 301, "样例"), ("示例", "字" * 201)])
def test_a_lead_without_name_or_investor_is_refused(lead, name, investor):
    with pytest.raises(NotAllowed, match="项目名称"):
        lead(name, investor)


def test_the_same_project_is_entered_once_but_again_after_it_was_dropped(lead, steward, now):
    row = lead()
    with pytest.raises(NotAllowed, match=row.number):
        lead()
    press(row, "drop", steward, now, note="谈不拢")
    assert lead().pk != row.pk


def test_another_list_of_major_projects_is_refused(lead):
    with pytest.raises(NotAllowed, match="重大项目"):
        lead(listed="world")


def test_the_whole_way_keeps_every_stage_with_day_and_evidence(lead, steward, now):
    row = press(lead(), "talk", steward, now, day="2026-11-01")
    row = press(row, "sign", steward, now, day="2026-11-02", evidence="投资协议", invested="1.2亿元")
    for number, act in enumerate(("register", "put_on_file", "begin", "build", "produce"), 3):
        row = press(row, act, steward, now, day=f"2026-11-{number:02}", evidence=f"凭据{number}")
    assert row.state == "producing"
    assert [(each.stage, each.day.day) for each in row.stages.all()][-2:] == [("built", 6), ("producing", 7)]
    assert row.stages.get(stage="begun").evidence == "凭据5"


def test_it_counts_once_at_the_first_signing(signed):
    assert [(each.kind, each.day, each.amount) for each in counted(signed)] == [("first", date(2026, 11, 20), 120_000_000)]
    assert of_year({signed.pk: counted(signed)}, 2026).large == 1


def test_an_increase_counts_by_what_it_adds(signed, steward, now):
    row = press(signed, "increase", steward, now, day=DAY, evidence="增资协议", invested="3000万元")
    assert of_year({row.pk: counted(row)}, 2026).amount == 150_000_000
    assert row.state == "signed"


def test_another_investor_goes_on_with_the_same_project(signed, steward, now):
    row = press(signed, "change_investor", steward, now, day=DAY, evidence="补充协议", investor="示例控股有限公司")
    assert (row.investor, len(counted(row))) == ("示例控股有限公司", 1)


def test_a_project_is_entered_once_under_its_former_investor_too(signed, lead, steward, now):
    row = press(signed, "change_investor", steward, now, day=DAY, evidence="补充协议", investor="示例控股有限公司")
    with pytest.raises(NotAllowed, match=f"已经在册（{row.number}）：投资方已经由“样例投资有限公司”换成“示例控股有限公司”"):
        lead(row.name)
    with pytest.raises(NotAllowed, match=f"已经在册（{row.number}）。一个项目只录一次"):
        lead(row.name, "示例控股有限公司")
    assert lead("另一个项目").state == "lead"


def test_an_investor_that_comes_back_stands_once_among_the_former(signed, steward, now):
    row = signed
    for investor in ("甲方", "样例投资有限公司", "甲方", "乙方"):
        row = press(row, "change_investor", steward, now, day=DAY, evidence="补充协议", investor=investor)
    assert sorted(row.former.values_list("name", flat=True)) == ["样例投资有限公司", "甲方"]


@pytest.mark.parametrize("investor", ["", "样例投资有限公司"])
def test_the_same_investor_is_no_change(signed, steward, now, investor):
    with pytest.raises(NotAllowed, match="新的投资方"):
        press(signed, "change_investor", steward, now, day=DAY, evidence="补充协议", investor=investor)


@pytest.mark.parametrize(
    ("details", "told"),
    [
        ({"day": DAY, "invested": "12000万元"}, "凭据"),
        ({"day": "2026-11-25", "evidence": "协议", "invested": "12000万元"}, "哪一天"),
        ({"day": "2026-11", "evidence": "协议", "invested": "12000万元"}, "哪一天"),
        ({"day": DAY, "evidence": "协议", "invested": "12000"}, "单位"),
        ({"day": DAY, "evidence": "协议", "invested": "0元"}, "单位"),
        ({"day": DAY, "evidence": "字" * 201, "invested": "12000万元"}, "凭据"),
    ],
)
def test_a_signing_without_day_evidence_or_sum_is_refused(lead, steward, now, details, told):
    with pytest.raises(NotAllowed, match=told):
        press(lead(), "sign", steward, now, **details)


def test_a_stage_is_not_before_the_one_before(signed, steward, now):
    with pytest.raises(NotAllowed, match="早于前一步"):
        press(signed, "register", steward, now, day="2026-11-19", evidence="执照")


def test_months_are_reported_after_the_start_and_told_again_are_the_new_figure(signed, steward, now):
    row = press(signed, "put_on_file", steward, now, day=DAY, evidence="备案通知书")
    row = press(row, "begin", steward, now, day=DAY, evidence="施工许可")
    row = press(row, "report_month", steward, now, month="2026-11", invested="800万元")
    row = press(row, "report_month", steward, now, month="2026-11", invested="900万元")
    assert [each.invested for each in row.months.all()] == [9_000_000]
    with pytest.raises(NotAllowed, match="哪个月"):
        press(row, "report_month", steward, now, month="2026-10", invested="1万元")


def test_the_plan_of_a_year_is_set_and_set_again(signed, steward, now):
    plan(signed, 2026, Decimal(50_000_000), steward, now=now)
    plan(signed, 2026, Decimal(60_000_000), steward, now=now)
    assert [(each.year, each.amount) for each in signed.plans.all()] == [(2026, 60_000_000)]


@pytest.mark.parametrize(("year", "amount"), [(26, 1), (2026, -1), (3000, 1)])
def test_what_is_no_year_or_no_sum_is_refused(signed, steward, now, year, amount):
    with pytest.raises(NotAllowed, match="哪一年"):
        plan(signed, year, Decimal(amount), steward, now=now)


@pytest.mark.parametrize("role", ["window_clerk", "examiner"])
def test_whoever_does_not_promote_neither_enters_nor_sees(signed, staff, now, role):
    person = staff(role, "x-1")
    with pytest.raises(NotAllowed):
        enter(Lead("别的项目", "样例"), person, now=now)
    with pytest.raises(NotAllowed):
        press(signed, "register", person, now, day=DAY, evidence="执照")
    assert not promotions_visible_to(person, on=now.date()).exists()


def test_a_promoting_bureau_acts_too(signed, staff, now):
    unit = Unit.objects.create(code="invest", name="样例招商局")
    person = staff("leader", "l-1")
    assign(person, "unit_handler", by=None, now=now, since=now.date(), unit=unit)
    assert press(signed, "register", person, now, day=DAY, evidence="执照").state == "registered"


def test_an_enterprise_sees_nothing_of_it(signed, owner, now):
    assert not promotions_visible_to(owner, on=now.date()).exists()
    assert not promotions_visible_to(None, on=now.date()).exists()


def test_every_act_is_audited_and_its_note_sealed(signed, steward, now):
    row = press(signed, "drop", steward, now, note="谈不拢")
    assert Entry.objects.filter(act="promotion.drop", subject=row.pk).count() == 1
    assert note_of(row.events.latest("number"))["note"] == "谈不拢"
    assert "谈不拢".encode() not in bytes(row.events.latest("number").note)


def test_a_stale_page_is_refused(signed, steward, now):
    stale = Promotion.objects.get(pk=signed.pk)
    press(signed, "register", steward, now, day=DAY, evidence="执照")
    with pytest.raises(NotAllowed, match="已经有人办了“注册”"):
        press(stale, "register", steward, now, day=DAY, evidence="执照")


def test_every_effect_of_the_table_is_carried_out_by_something():
    from gaoxing.casework.tables import table

    assert set(promoting.EFFECTS) == set(table("promotion").effects)
