"""Rules on an investment project. Enterprises, projects and numbers are made up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gaoxing.checks import parameters, project
from gaoxing.checks.rule import Rule
from gaoxing.forms.form import Answer, Form, Source

DAY = date(2026, 11, 25)
FIGURES = parameters.in_force(project.FIGURES, DAY)


def found(rule: Rule, **blanks):
    answers = {path.replace("__", "."): Answer(value, Source.TYPED) for path, value in blanks.items()}
    return rule.apply(Form("project_filing", "2017", answers), DAY, FIGURES)


def cny(amount: str):
    return {"amount": amount, "currency": "CNY"}


@pytest.mark.parametrize("code", ["91320583MA000000R", "91320583MA0000007X", "9132058IMA0000007R"])
def test_a_wrong_credit_code_is_rejected(code: str):
    assert found(project.enterprise_code, uscc=code).level == "reject"


def test_a_right_credit_code_is_in_order():
    assert found(project.enterprise_code, uscc="91320583MA0000007R") is None
    assert found(project.enterprise_code) is None


def test_equipment_above_the_total_is_rejected():
    told = found(project.equipment_within_total, total_investment=cny("50000000"), equipment_investment=cny("80000000"))
    assert told.fields == ("equipment_investment", "total_investment")
    assert "8000万元" in told.message


@pytest.mark.parametrize(
    ("total", "part"), [(cny("50000000"), cny("50000000")), (cny("50000000"), {"amount": "80000000", "currency": "USD"}), (None, cny("1"))]
)
def test_equipment_within_the_total_or_in_other_money_is_in_order(total, part):
    assert found(project.equipment_within_total, total_investment=total, equipment_investment=part) is None


@pytest.mark.parametrize(
    ("start", "finish", "wrong"), [("2028-03", "2027-12", True), ("2027-03", "2027", False), ("2027-03", "2027-03", False), ("2027", "2026-12", True)]
)
def test_work_is_finished_after_it_has_begun(start: str, finish: str, wrong: bool):
    assert (found(project.finish_after_start, start=start, finish=finish) is not None) == wrong


@pytest.mark.parametrize(("start", "past"), [("2026-10", True), ("2026-11-24", True), ("2026-11", False), ("2026", False), ("2027-01", False)])
def test_a_start_that_is_past_goes_to_a_clerk(start: str, past: bool):
    told = found(project.filed_before_start, start=start)
    assert (told is not None and told.level == "manual") == past


@pytest.mark.parametrize(("start", "late"), [("2028-11-26", True), ("2028-11-25", False), ("2029", True), ("2027-03", False)])
def test_a_start_more_than_two_years_away_warns(start: str, late: bool):
    assert (found(project.start_within_two_years, start=start) is not None) == late


def test_a_project_built_elsewhere_is_rejected():
    assert "太仓市" in found(project.inside_district, location="太仓市示例路1号").message
    assert found(project.inside_district, location="昆山市玉山镇示例路1号") is None


def test_a_renovation_on_new_land_warns():
    assert found(project.renovation_without_land, nature="technical_renovation", land_area="6666.7").level == "warn"
    assert found(project.renovation_without_land, nature="expansion", land_area="6666.7") is None


@pytest.mark.parametrize(("name", "odd"), [("示例零件扩建项目", False), ("示例零件（二期）", False), ("示例零件", True), ("国际领先示例项目", True)])
def test_an_unusual_name_warns(name: str, odd: bool):
    assert (found(project.name_says_what_it_is, project_name=name) is not None) == odd


@pytest.mark.parametrize(("total", "odd"), [("12000", True), ("36000000", False), ("120000000000", True)])
def test_money_far_off_the_area_warns(total: str, odd: bool):
    assert (found(project.plausible_unit, total_investment=cny(total), floor_area="12000") is not None) == odd


def test_foreign_money_warns():
    assert found(project.foreign_money, total_investment={"amount": "20000000", "currency": "USD"}).fields == ("total_investment",)
    assert found(project.foreign_money, total_investment=cny("1")) is None


def test_a_wrong_telephone_warns():
    assert "11" in found(project.contact_number, contact__mobile="1380000123").message
    assert found(project.contact_number, contact__mobile="13800001234") is None


@pytest.mark.parametrize("code", ["2410-320583-89-01", "2413-320583-89-01-000392", "24103205838901000392", "2400-320583-89-01-000392"])
def test_a_project_code_of_another_shape_goes_to_a_clerk(code: str):
    assert found(project.code_form, project_code=code).level == "manual"


@pytest.mark.parametrize("code", ["2410-320583-89-01-000392", "2019-320583-39-03-000392"])
def test_project_codes_of_today_and_of_old_are_in_order(code: str):
    assert found(project.code_form, project_code=code) is None
    assert found(project.code_region, project_code=code) is None


def test_a_code_of_another_region_warns():
    assert "320585" in found(project.code_region, project_code="2410-320585-89-01-000392").message
    assert found(project.code_region, project_code="2410-320500-89-01-000392") is None


def test_foreign_sums_bear_their_letters():
    assert project.sum_of((Decimal(20000000), "EUR")) == "2000万EUR"


@pytest.mark.parametrize(("day", "last"), [("2027-12", date(2027, 12, 31)), ("2028-02", date(2028, 2, 29)), ("很久", None)])
def test_the_last_day_of_a_month_is_known(day: str, last: date | None):
    assert project.latest(day) == last
