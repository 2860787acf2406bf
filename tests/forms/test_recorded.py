"""What a decided form makes of the register. Names and numbers are invented."""

from dataclasses import replace
from datetime import date

import pytest

from gaoxing.forms import Answer, Form, Source
from gaoxing.forms.prefill import consulted
from gaoxing.forms.recorded import changed, closed, code_of, established, unregistered
from gaoxing.forms.register import Holding, Officer, Registered, Sheaf

CODE = "91320583MA0000007R"
ON = date(2026, 11, 25)
BEFORE = Registered(
    CODE,
    "昆山样例五金有限公司",
    "limited_liability",
    domicile="昆山市玉山镇样例路1号",
    legal_representative="丁大宝",
    capital={"amount": "1000000", "currency": "CNY"},
    scope=("五金产品零售", "五金产品研发"),
    shareholders=(Holding("丁大宝", "600000", "60"), Holding("苏小云", "400000", "40")),
)


def form_of(matter, **answers):
    return Form(matter, "2026", {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()})


def change_of(**row):
    return form_of("registration_change", **{f"changes__0__{column}": value for column, value in row.items()})


@pytest.fixture
def company():
    people = {
        "parties__0__name": "丁大宝",
        "parties__0__kind": "person",
        "parties__0__roles": ("shareholder", "legal_representative", "director"),
        "parties__0__contribution__amount": "600000",
        "parties__0__contribution__percent": "60",
        "parties__1__name": "苏小云",
        "parties__1__kind": "person",
        "parties__1__roles": ("shareholder", "liaison"),
        "parties__1__contribution__amount": "400000",
        "parties__1__contribution__percent": "40",
    }
    told = {"name": "昆山样例五金有限公司", "company_type": "limited_liability", "domicile": "样例路1号", "business_scope": ("五金产品零售",)}
    return form_of("company_registration", registered_capital={"amount": "1000000", "currency": "CNY"}, **told, **people)


def test_a_new_company_is_recorded_with_what_its_form_says(company):
    made = established(company, CODE, ON)
    assert (made.uscc, made.name, made.kind, made.established) == (CODE, "昆山样例五金有限公司", "limited_liability", ON)
    assert (made.domicile, made.legal_representative, made.scope) == ("样例路1号", "丁大宝", ("五金产品零售",))
    assert made.capital == {"amount": "1000000", "currency": "CNY"}


def test_shareholders_and_officers_of_a_new_company_are_recorded_and_the_liaison_is_no_officer(company):
    made = established(company, CODE, ON)
    assert [(each.name, each.amount, each.percent) for each in made.shareholders] == [("丁大宝", "600000", "60"), ("苏小云", "400000", "40")]
    assert made.officers == (Officer("丁大宝", "director"),)


def test_the_printed_type_is_worked_out_and_empty_where_the_form_does_not_decide(company):
    assert established(company, CODE, ON).company_type.startswith("有限责任公司")
    assert established(form_of("company_registration", name="昆山样例五金有限公司"), CODE, ON).company_type == ""


def test_the_kind_follows_the_name_where_the_type_was_not_said():
    assert established(form_of("company_registration", name="昆山样例股份有限公司"), CODE, ON).kind == "joint_stock"
    assert established(form_of("company_registration", name="昆山样例"), CODE, ON).kind == "other"


def test_a_sole_trader_is_recorded_under_the_shop_name():
    form = form_of("sole_trader_registration", name="昆山市测试样例面馆", operator__name="丁大宝", premises="样例路2号", business_scope=("餐饮服务",))
    made = established(form, CODE, ON)
    assert (made.kind, made.name, made.legal_representative, made.domicile) == ("sole_trader", "昆山市测试样例面馆", "丁大宝", "样例路2号")
    assert (made.scope, made.capital, made.established) == (("餐饮服务",), None, ON)


def test_a_sole_trader_without_a_shop_name_bears_the_operators():
    assert established(form_of("sole_trader_registration", operator__name="丁大宝"), CODE, ON).name == "丁大宝"


def test_a_change_sets_up_no_enterprise():
    with pytest.raises(ValueError, match="sets up no enterprise"):
        established(change_of(item="name"), CODE, ON)


@pytest.mark.parametrize(
    ("item", "value", "attribute"),
    [("name", "昆山样例机电有限公司", "name"), ("domicile", "样例路9号", "domicile"), ("legal_representative", "苏小云", "legal_representative")],
)
def test_a_plain_item_is_replaced_and_nothing_else(item, value, attribute):
    assert changed(BEFORE, change_of(item=item, to=value)) == replace(BEFORE, **{attribute: value})


def test_an_item_without_a_new_value_stays_as_it_is():
    assert changed(BEFORE, change_of(item="domicile")) == BEFORE
    assert changed(BEFORE, change_of(item="registered_capital")) == BEFORE
    assert changed(BEFORE, change_of(item="nonsense", to="x")) == BEFORE


def test_the_capital_changes_with_its_currency():
    after = changed(BEFORE, change_of(item="registered_capital", to={"amount": "2000000", "currency": "CNY"}))
    assert after.capital == {"amount": "2000000", "currency": "CNY"}


def test_a_change_of_type_forgets_the_printed_type():
    after = changed(replace(BEFORE, company_type="有限责任公司"), change_of(item="company_type", to="joint_stock"))
    assert (after.kind, after.company_type) == ("joint_stock", "")
    assert changed(BEFORE, change_of(item="company_type", to="no such type")) == BEFORE


def test_the_scope_is_replaced_whole_or_by_what_comes_and_goes():
    assert changed(BEFORE, change_of(item="business_scope", to=("软件开发",))).scope == ("软件开发",)
    after = changed(BEFORE, change_of(item="business_scope", add=("软件开发", "五金产品零售"), remove=("五金产品研发",)))
    assert after.scope == ("五金产品零售", "软件开发")


def test_a_transfer_moves_its_amount_from_giver_to_taker():
    after = changed(BEFORE, change_of(item="shareholders", transferor="丁大宝", transferee="苏小云", percent="10"))
    assert [(each.name, each.amount) for each in after.shareholders] == [("丁大宝", "500000"), ("苏小云", "500000")]


def test_who_gives_everything_away_holds_nothing_and_a_newcomer_enters():
    after = changed(BEFORE, change_of(item="shareholders", transferor="苏小云", transferee="季小满", percent="40"))
    assert [(each.name, each.amount) for each in after.shareholders] == [("丁大宝", "600000"), ("季小满", "400000")]


@pytest.mark.parametrize(
    "row",
    [
        {"transferor": "谁也不是", "transferee": "苏小云", "percent": "10"},
        {"transferor": "丁大宝", "percent": "10"},
        {"transferor": "丁大宝", "transferee": "苏小云"},
        {"transferor": "丁大宝", "transferee": "苏小云", "percent": "70"},
    ],
)
def test_after_a_transfer_that_nobody_can_count_the_shareholders_are_unknown(row):
    assert changed(BEFORE, change_of(item="shareholders", **row)).shareholders == ()


def test_several_changes_are_made_in_their_order():
    rows = {"changes__0__item": "name", "changes__0__to": "昆山样例机电有限公司", "changes__1__item": "domicile", "changes__1__to": "样例路9号"}
    after = changed(BEFORE, form_of("registration_change", **rows))
    assert (after.name, after.domicile) == ("昆山样例机电有限公司", "样例路9号")


def test_a_closed_enterprise_keeps_everything_but_its_state():
    assert closed(BEFORE) == replace(BEFORE, status="cancelled")


def test_an_enterprise_that_the_register_lacks_is_known_by_code_and_name_alone():
    form = form_of("registration_change", enterprise="昆山样例五金有限公司", uscc=CODE)
    assert unregistered(form, code_of(form)) == Registered(CODE, "昆山样例五金有限公司", "limited_liability")
    with pytest.raises(ValueError, match="names no enterprise"):
        unregistered(form_of("deregistration"), CODE)


def test_what_was_recorded_prefills_the_next_form(company):
    made = established(company, CODE, ON)
    told = consulted(form_of("registration_change", uscc=CODE, changes__0__item="domicile"), Sheaf((made,)))
    assert told.filled
    assert told.form.value("changes.0.from") == "样例路1号"
