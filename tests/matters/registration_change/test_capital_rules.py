"""The transition of old companies and the days of new capital, beside the stories."""

from datetime import date

import pytest

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.registration_change import body_rules, capital_rules, rules

DAY = date(2026, 11, 25)
NAME = "昆山样例五金有限公司"


def found(rule, *, on=DAY, enterprise=NAME, **blanks):
    answers = {path.replace("__", "."): Answer(value, Source.TYPED) for path, value in {"enterprise": enterprise, **blanks}.items()}
    finding = rule.apply(Form("registration_change", "2026", answers), on, rules.figures(on))
    return "" if finding is None else finding.message


@pytest.mark.parametrize(("due", "late"), [("2032-06-30", False), ("2032-07-01", True), ("2032-06", False), ("2032-07", True), ({"years": 20}, True)])
def test_an_old_company_pays_within_the_transition(due, late):
    assert bool(found(capital_rules.old_company_paid_late, established="2019-05-06", contribution_due=due)) == late


def test_the_last_day_and_the_day_of_the_charter_are_told():
    told = found(capital_rules.old_company_paid_late, established="2019-05-06", contribution_due="2040")
    assert "2032年6月30日" in told
    assert "2027年6月30日" in told


@pytest.mark.parametrize("founded", [None, "2019", "2024-07-01"])
def test_who_is_not_known_to_be_old_is_not_judged_as_old(founded):
    blanks = {"established": founded} if founded else {}
    assert found(capital_rules.old_company_paid_late, contribution_due="2040", **blanks) == ""


def test_a_name_that_shows_no_type_is_not_judged():
    assert found(capital_rules.old_company_paid_late, enterprise="样例小吃店", established="2019-05-06", contribution_due="2040") == ""


@pytest.mark.parametrize(("due", "late"), [("2029-07-01", False), ("2029-07-02", True), ({"years": 6}, True)])
def test_a_younger_company_pays_within_five_years_of_its_first_day(due, late):
    assert bool(found(capital_rules.younger_company_paid_late, established="2024-07-01", contribution_due=due)) == late


def test_the_twenty_working_days_end_on_a_day():
    row = {"changes__0__item": "registered_capital", "changes__0__to": {"amount": "5", "currency": "CNY"}}
    assert "2026年12月18日" in found(capital_rules.publish_the_change, resolved="2026-11-20", **row)
    assert "最晚" not in found(capital_rules.publish_the_change, **row)


def test_a_sole_trader_needs_no_two_thirds():
    row = {"changes__0__item": "name", "changes__0__to": "新名称"}
    assert found(body_rules.two_thirds, **row)
    assert found(body_rules.two_thirds, enterprise="样例小吃店", **row) == ""


def test_who_leaves_is_named():
    row = {"changes__0__item": "legal_representative", "changes__0__from": "丁大宝", "changes__0__to": "苏小云"}
    assert found(body_rules.representative_leaves, **row).startswith("丁大宝辞去")
