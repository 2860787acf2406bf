from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.catalogue import matter
from gaoxing.forms.field import TRUE_FALSE, Field, Kind
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.shape import blank, fits, is_day

COMPANY = matter("company_registration")
SOLE = matter("sole_trader_registration")
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.tuples(inner) | st.dictionaries(st.sampled_from(["amount", "currency", "years"]), inner, max_size=3),
    max_leaves=4,
)


def right(path: str, value: object) -> bool:
    field = blank(COMPANY.fields, path)
    assert field is not None
    return fits(field, path, value)


@pytest.mark.parametrize(
    ("path", "label"),
    [("name", "名称"), ("parties.0.name", "姓名或名称"), ("parties.12.id_number", "证件号码"), ("parties.0.contribution.due", "出资期限")],
)
def test_a_path_names_its_blank(path, label):
    assert blank(COMPANY.fields, path).label == label


@pytest.mark.parametrize("path", ["operator.name", "operator.mobile", "family_members.0.name"])
def test_a_single_persons_blank_has_no_row(path):
    assert blank(SOLE.fields, path) is not None


NOWHERE = """. weather name.0 name. parties parties. parties.0 parties.0. parties.name parties.x.name parties.00.name parties.-1.name parties.0.0.name
parties.1000.name parties.².name parties.٣.name parties.0.name.0 parties.legal_representative"""


@pytest.mark.parametrize("path", ["", *NOWHERE.split()])
def test_any_other_path_names_none(path):
    assert blank(COMPANY.fields, path) is None


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("name", "昆山某某贸易有限公司"),
        ("registered_capital", {"amount": "1000000", "currency": "CNY"}),
        ("registered_capital", {"amount": "0.50", "currency": "USD"}),
        ("parties.0.contribution.amount", "333333.33"),
        ("parties.0.contribution.percent", "33.33"),
        ("parties.0.contribution.due", "2029-06-30"),
        ("parties.0.contribution.due", "2029"),
        ("parties.0.contribution.due", {"years": 5}),
        ("parties.0.roles", ("director", "manager")),
        ("operating_term", "indefinite"),
        ("operating_term", {"years": 20}),
        ("employees", 0),
        ("company_type", "joint_stock"),
        ("business_scope", ("五金产品零售",)),
        ("alternative_names", ()),
    ],
)
def test_a_value_of_the_contracts_shape_fits(path, value):
    assert right(path, value)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("name", 5),
        ("name", None),
        ("name", "长" * 20_001),
        ("registered_capital", "1000000"),
        ("registered_capital", {"amount": 1000000, "currency": "CNY"}),
        ("registered_capital", {"amount": "1000000"}),
        ("registered_capital", {"amount": "-5", "currency": "CNY"}),
        ("registered_capital", {"amount": "1e6", "currency": "CNY"}),
        ("registered_capital", {"amount": "5", "currency": "cny"}),
        ("parties.0.contribution.amount", {"amount": "5", "currency": "CNY"}),
        ("parties.0.contribution.amount", "五"),
        ("parties.0.contribution.percent", "60%"),
        ("parties.0.contribution.percent", 60),
        ("parties.0.contribution.due", "2029-02-30"),
        ("parties.0.contribution.due", {"years": "5"}),
        ("parties.0.roles", "director"),
        ("parties.0.roles", (1,)),
        ("operating_term", {"years": 0}),
        ("operating_term", {"years": True}),
        ("operating_term", "20"),
        ("employees", -1),
        ("employees", True),
        ("employees", 10**15),
        ("employees", "3"),
        ("business_scope", "五金产品零售"),
    ],
)
def test_a_value_of_another_shape_does_not_fit(path, value):
    assert not right(path, value)


def test_a_choice_the_form_does_not_offer_is_left_to_the_rules():
    assert right("parties.0.contribution.method", "劳务")


@given(st.dates())
def test_every_day_of_the_calendar_is_a_day(day):
    assert is_day(day.isoformat())
    assert is_day(day.isoformat()[:7])
    assert is_day(day.isoformat()[:4])


@pytest.mark.parametrize("text", ["", "2029-13", "2029-02-29", "0000", "29-06-30", "2029-6-3", "2029-06-30T00", "２０２９", "2029-06-30\n"])
def test_what_the_calendar_does_not_have_is_no_day(text):
    assert not is_day(text)


@given(ANYTHING, st.sampled_from(["name", "registered_capital", "employees", "operating_term", "business_scope", "parties.0.contribution.due"]))
def test_whatever_stands_there_is_judged_without_a_trace(value, path):
    assert right(path, value) in {True, False}


@given(st.text(max_size=30))
def test_whatever_path_is_asked_for_gives_a_blank_or_none(path):
    found = blank(COMPANY.fields, path)
    assert found is None or path.endswith(found.id)


@pytest.mark.parametrize(("value", "fitting"), [(True, True), (False, True), (1, False), ("true", False)])
def test_only_true_and_false_fit_a_yes_or_no_blank(value, fitting):
    assert fits(Field("has_sign", "挂招牌", Kind.BOOLEAN, choices=TRUE_FALSE), "has_sign", value) is fitting


@pytest.mark.parametrize(("value", "fitting"), [(85, True), (62.5, True), (-1, False), (True, False), (float("inf"), False), (float("nan"), False)])
def test_a_number_is_finite_and_not_below_zero(value, fitting):
    assert fits(Field("area", "面积", Kind.NUMBER), "area", value) is fitting


def test_a_blank_shaped_by_its_row_takes_what_the_blank_takes_that_the_row_names():
    total = Field("total", "总投资", Kind.MONEY)
    to = Field("to", "变更后", Kind.TEXT, like=lambda path, form: total if form.value("changes.0.item") == "total" else None)
    known = Form("project_change", "1", {"changes.0.item": Answer("total", Source.SAID)})
    money = {"amount": "80000000", "currency": "CNY"}
    assert fits(to.at("changes.0.to", known), "changes.0.to", money)
    assert not fits(to.at("changes.0.to", Form("project_change", "1")), "changes.0.to", money)
