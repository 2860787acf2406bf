"""The rules of a change of registration, beside the stories: sentences, places, dates and figures."""

from datetime import date

import pytest

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.registration_change import rules

DAY = date(2026, 11, 25)


def found(rule, *rows, on=DAY, **single):
    answers = {f"changes.{number}.{column}": Answer(value, Source.SAID) for number, row in enumerate(rows) for column, value in row.items()}
    answers |= {path: Answer(value, Source.SAID) for path, value in single.items()}
    return rule.apply(Form("registration_change", "2026", answers), on, rules.figures(on))


def capital(old, new):
    return {"item": "registered_capital", "from": {"amount": old, "currency": "CNY"}, "to": {"amount": new, "currency": "CNY"}}


def test_an_item_that_stays_the_same_is_named():
    finding = found(rules.nothing_changes, {"item": "domicile", "from": "元丰路1号", "to": "元丰路1号"})
    assert (finding.message.startswith("住所"), finding.fields) == (True, ("changes.0.to",))


@pytest.mark.parametrize(("day", "late"), [("2026-10-26", False), ("2026-10-25", True), ("2026-10", False)])
def test_thirty_days_after_the_resolution_are_in_time(day, late):
    assert (found(rules.late, resolved=day) is not None) == late


@pytest.mark.parametrize(("day", "early"), [("2026-10-11", False), ("2026-10-12", True)])
def test_forty_five_days_after_the_announcement_are_in_time(day, early):
    assert (found(rules.reduction_too_early, capital("200", "100"), reduction_announced=day) is not None) == early


def test_the_day_from_which_to_apply_is_told():
    finding = found(rules.reduction_too_early, capital("200", "100"), reduction_announced="2026-11-01")
    assert "2026年12月16日" in finding.message


@pytest.mark.parametrize(("old", "new", "told"), [("1000000", "5000000", "增加400万元"), ("5000000", "1000000", None)])
def test_how_much_more_capital_is_told(old, new, told):
    finding = found(rules.capital_rises, capital(old, new))
    assert (finding is None) if told is None else told in finding.message


def test_the_place_to_apply_to_is_named():
    assert "到太仓市的登记机关" in found(rules.moves_away, {"item": "domicile", "to": "太仓市样例路1号"}).message


def test_a_limited_companys_name_shows_its_type():
    rows = ({"item": "company_type", "to": "limited_liability"}, {"item": "name", "to": "昆山样例股份有限公司"})
    assert "有限责任公司" in found(rules.name_against_type, *rows).message


def test_of_many_licensed_items_the_first_are_named():
    from gaoxing.standards import business_scope

    many = tuple(each.name for each in business_scope.items() if each.licensed)[:8]
    assert "等8项" in found(rules.licensed_items, {"item": "business_scope", "add": many}).message


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.id)
def test_an_empty_form_has_no_findings(rule):
    assert found(rule) is None


@pytest.mark.parametrize(
    ("added", "levels"),
    [
        (("软件开发",), set()),
        (("餐饮服务",), {"CHANGE-14"}),
        (("典当业务",), {"CHANGE-14B"}),
        (("餐饮服务", "典当业务"), {"CHANGE-14", "CHANGE-14B"}),
        ((), set()),
    ],
)
def test_an_approval_before_registration_is_told_apart_from_a_permit_after_it(added, levels):
    row = {"item": "business_scope", "add": added}
    assert {each.id for each in (rules.licensed_items, rules.approved_before) if found(each, row)} == levels


def test_the_days_for_an_approval_are_told():
    assert "30日内带批准文件" in found(rules.approved_before, {"item": "business_scope", "add": ("典当业务",)}).message
