"""The rules of changing a filed project."""

from datetime import date

import pytest

from gaoxing.checks.rule import Rule
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.project_change import rules

DAY = date(2026, 11, 25)


def found(rule: Rule, *rows: dict[str, object]):
    answers = {f"changes.{number}.{column}": Answer(value, Source.SAID) for number, row in enumerate(rows) for column, value in row.items()}
    return rule.apply(Form("project_change", "2017", answers), DAY, rules.figures(DAY))


def cny(amount: str):
    return {"amount": amount, "currency": "CNY"}


@pytest.mark.parametrize(("new", "large"), [("120000000", True), ("119000000", False), ("80000000", True), ("81000000", False)])
def test_a_fifth_more_or_less_is_a_larger_change(new: str, large: bool):
    assert (found(rules.larger_change, {"item": "total_investment", "from": cny("100000000"), "to": cny(new)}) is not None) == large


def test_an_area_and_a_place_can_be_a_larger_change():
    assert "建筑面积变动50%" in found(rules.larger_change, {"item": "floor_area", "from": "8000", "to": "12000"}).message
    assert found(rules.larger_change, {"item": "location", "to": "示例路1号"}).fields == ("changes.0.to",)


def test_without_the_old_value_nothing_is_said_of_its_size():
    assert found(rules.larger_change, {"item": "total_investment", "to": cny("100000000")}) is None


def test_name_and_nature_together_may_be_another_project():
    told = found(rules.another_project, {"item": "nature", "to": "new"}, {"item": "project_name", "to": "示例甲件项目"})
    assert told.fields == ("changes.1.to", "changes.0.to")
    assert found(rules.another_project, {"item": "project_name", "to": "示例甲件项目"}) is None


def test_a_change_into_the_same_is_none():
    assert found(rules.nothing_changes, {"item": "start", "from": "2027-03", "to": "2027-03"}).level == "reject"
    assert found(rules.nothing_changes, {"item": "start", "to": "2027-03"}) is None


def test_new_values_that_contradict_each_other_are_rejected():
    money = [{"item": "total_investment", "to": cny("60000000")}, {"item": "equipment_investment", "to": cny("80000000")}]
    dates = [{"item": "start", "to": "2028-03"}, {"item": "finish", "to": "2027-12"}]
    assert found(rules.new_values_agree, *money).fields == ("changes.1.to", "changes.0.to")
    assert found(rules.new_values_agree, *dates).fields == ("changes.1.to", "changes.0.to")
    assert found(rules.new_values_agree, *reversed(dates[:1])) is None


def test_a_new_finish_that_is_past_goes_to_a_clerk():
    assert found(rules.finished_already, {"item": "finish", "to": "2026-05"}).level == "manual"
    assert found(rules.finished_already, {"item": "finish", "to": "2026-12"}) is None
