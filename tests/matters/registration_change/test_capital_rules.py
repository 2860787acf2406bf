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


CAPITAL = {"changes__0__item": "registered_capital"}


def money(amount):
    return {"amount": amount, "currency": "CNY"}


def increase(before="100", after="200"):
    return {**CAPITAL, "changes__0__from": money(before), "changes__0__to": money(after)}


@pytest.mark.parametrize(
    ("due", "late"), [("2031-11-25", False), ("2031-11-26", True), ("2031-11", False), ("2031", False), ("2032", True), ({"years": 6}, True)]
)
def test_new_capital_is_paid_within_five_years(due, late):
    assert bool(found(capital_rules.increase_paid_late, increase_due=due, **increase())) == late


@pytest.mark.parametrize(("due", "late"), [("2026-11-25", False), ("2026-11-26", True), ({"years": 0}, False), ({"years": 1}, True)])
def test_new_shares_are_paid_for_beforehand(due, late):
    told = found(capital_rules.increase_paid_late, enterprise="昆山样例五金股份有限公司", increase_due=due, **increase())
    assert ("先缴足" in told) == late


@pytest.mark.parametrize(("before", "after"), [("200", "100"), ("100", "100")])
def test_capital_that_does_not_rise_has_no_new_period(before, after):
    assert found(capital_rules.increase_paid_late, increase_due="2050", **increase(before, after)) == ""


@pytest.mark.parametrize("blanks", [{}, {"increase_due": "2050"}])
def test_a_rise_that_was_not_wholly_said_is_not_judged(blanks):
    assert found(capital_rules.increase_paid_late, **CAPITAL, **blanks) == ""


def test_the_last_day_for_new_capital_is_told():
    assert "2031年11月25日以前" in found(capital_rules.increase_paid_late, increase_due="2050", **increase())


@pytest.mark.parametrize(("enterprise", "last"), [(NAME, "2032年6月30日"), ("昆山样例五金股份有限公司", "2027年6月30日")])
def test_each_kind_of_old_company_has_its_last_day(enterprise, last):
    assert last in found(capital_rules.old_company_must_adjust, enterprise=enterprise, established="2019-05-06")


@pytest.mark.parametrize(("founded", "told"), [("2024-06-30", True), ("2024-07-01", False), ("2024", False)])
def test_only_who_is_surely_old_is_told_of_the_transition(founded, told):
    assert bool(found(capital_rules.old_company_must_adjust, established=founded)) == told


def test_who_said_the_new_period_is_not_told_of_it():
    assert found(capital_rules.old_company_must_adjust, established="2019-05-06", contribution_due="2030") == ""


@pytest.mark.parametrize(("on", "words"), [(date(2027, 6, 30), "要写进章程"), (date(2027, 7, 1), "已经过了")])
def test_after_the_transition_it_is_told_as_past(on, words):
    assert words in found(capital_rules.old_company_must_adjust, on=on, established="2019-05-06")


def test_a_change_of_type_decides_which_transition():
    row = {"changes__0__item": "company_type", "changes__0__to": "joint_stock"}
    assert "2027年6月30日" in found(capital_rules.old_company_paid_late, established="2019-05-06", contribution_due="2030", **row)
    assert found(capital_rules.old_company_paid_late, established="2019-05-06", contribution_due="2030") == ""


@pytest.mark.parametrize(("due", "late"), [("2031-11-25", False), ("2031-11-26", True)])
def test_a_young_joint_stock_company_is_not_judged_by_the_five_years(due, late):
    assert bool(found(capital_rules.younger_company_paid_late, established="2026-11-25", contribution_due=due)) == late
    assert found(capital_rules.younger_company_paid_late, enterprise="昆山样例五金股份有限公司", established="2026-11-25", contribution_due=due) == ""


@pytest.mark.parametrize("rule", capital_rules.CAPITAL_RULES, ids=lambda each: each.id)
def test_no_rule_on_paying_in_holds_before_the_law_of_2023(rule):
    blanks = {"increase_due": "2050", "established": "2019-05-06", "contribution_due": "2050", **increase()}
    assert found(rule, on=date(2024, 6, 30), **blanks) == ""


@pytest.mark.parametrize("item", ["name", "domicile", "supervisor", "legal_representative"])
def test_what_changes_no_contribution_need_not_be_published(item):
    assert found(capital_rules.publish_the_change, changes__0__item=item, changes__0__to="新的") == ""


@pytest.mark.parametrize("rule", [capital_rules.publish_the_change, capital_rules.old_company_must_adjust, *body_rules.BODY_RULES], ids=lambda each: each.id)
def test_what_has_to_be_done_besides_only_informs(rule):
    assert rule.level == "inform"


@pytest.mark.parametrize(("item", "told"), [("name", True), ("domicile", True), ("legal_representative", False), ("supervisor", False)])
def test_what_the_charter_states_is_changed_by_two_thirds(item, told):
    assert ("三分之二" in found(body_rules.two_thirds, changes__0__item=item, changes__0__to="新的")) == told


def test_the_items_of_the_charter_are_named_once_each():
    rows = {"changes__0__item": "name", "changes__0__to": "新名", "changes__1__item": "domicile", "changes__1__to": "新路1号", "changes__2__item": "supervisor"}
    assert found(body_rules.two_thirds, **rows).startswith("改名称、住所要修改章程")


def test_a_joint_stock_companys_votes_have_their_own_article():
    assert found(body_rules.two_thirds, enterprise="昆山样例五金股份有限公司", changes__0__item="name", changes__0__to="新名") == ""


@pytest.mark.parametrize(("before", "after"), [("", "苏小云"), ("苏小云", "苏小云")])
def test_where_nobody_leaves_nobody_is_named(before, after):
    row = {"changes__0__item": "legal_representative", **({"changes__0__from": before} if before else {}), "changes__0__to": after}
    assert found(body_rules.representative_leaves, **row) == ""
