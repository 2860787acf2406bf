from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.catalogue import matter
from gaoxing.cli.trouble import Trouble
from gaoxing.cli.typed import answers
from gaoxing.forms.form import Form, Source

COMPANY = matter("company_registration")
EMPTY = Form(COMPANY.id, "2026")


def typed(path: str, text: str) -> object:
    answer = answers([f"{path}={text}"], COMPANY, EMPTY)[path]
    assert answer is not None
    assert answer.source is Source.TYPED
    return answer.value


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("name", "昆山某某贸易有限公司", "昆山某某贸易有限公司"),
        ("registered_capital", "1000000", {"amount": "1000000", "currency": "CNY"}),
        ("registered_capital", "1,000,000元", {"amount": "1000000", "currency": "CNY"}),
        ("registered_capital", "500000 USD", {"amount": "500000", "currency": "USD"}),
        ("registered_capital", '{"amount": "5", "currency": "EUR"}', {"amount": "5", "currency": "EUR"}),
        ("parties.0.contribution.amount", "600000", "600000"),
        ("parties.0.contribution.amount", "600,000.50", "600000.50"),
        ("parties.0.contribution.percent", "33.33％", "33.33"),
        ("parties.0.contribution.percent", "60%", "60"),
        ("parties.0.contribution.due", "2029-06", "2029-06"),
        ("parties.0.contribution.due", "5年", {"years": 5}),
        ("parties.0.contribution.method", "货币", "cash"),
        ("parties.0.roles", "董事、经理", ("director", "manager")),
        ("parties.0.roles", "director,manager", ("director", "manager")),
        ("operating_term", "长期", "indefinite"),
        ("operating_term", "20 年", {"years": 20}),
        ("employees", "12", 12),
        ("company_type", "有限责任公司", "limited_liability"),
        ("alternative_names", "昆山甲某有限公司；昆山乙某有限公司", ("昆山甲某有限公司", "昆山乙某有限公司")),
        ("business_scope", "五金产品零售、货物进出口", ("五金产品零售", "货物进出口")),
        ("business_scope", "食品销售（仅销售预包装食品、散装食品）；货物进出口", ("食品销售（仅销售预包装食品、散装食品）", "货物进出口")),
        ("domicile", "a=b", "a=b"),
    ],
)
def test_a_value_is_read_by_the_kind_of_its_blank(path, text, value):
    assert typed(path, text) == value


@pytest.mark.parametrize(
    ("path", "text", "hint"),
    [
        ("registered_capital", "一百万", "1000000（元）"),
        ("registered_capital", "-5", "1000000（元）"),
        ("registered_capital", "1e6", "1000000（元）"),
        ("registered_capital", '{"amount": 5, "currency": "CNY"}', "1000000（元）"),
        ("registered_capital", "{broken", "1000000（元）"),
        ("parties.0.contribution.amount", "600000 USD", "币种跟注册资本一样"),
        ("parties.0.contribution.amount", "600000元", "币种跟注册资本一样"),
        ("parties.0.contribution.percent", "六成", "60 或 33.33"),
        ("parties.0.contribution.due", "2029-02-30", "2029-06-30"),
        ("parties.0.contribution.due", "0年", "2029-06-30"),
        ("operating_term", "0年", "长期 或 20年"),
        ("employees", "三", "整数"),
        ("employees", "-1", "整数"),
        ("company_type", "合伙", "有限责任公司、股份有限公司"),
        ("parties.0.roles", "董事、船长", "法定代表人"),
        ("business_scope", "；", ""),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_the_way_to_write_it(path, text, hint):
    with pytest.raises(Trouble, match="不能填") as told:
        typed(path, text)
    assert hint in str(told.value)


def test_an_empty_value_empties_the_blank():
    assert answers(["name=", "postcode= "], COMPANY, EMPTY) == {"name": None, "postcode": None}


def test_blanks_round_path_and_value_are_dropped():
    assert answers([" postcode = 215300 "], COMPANY, EMPTY)["postcode"].value == "215300"


def test_an_answer_needs_an_equals_sign():
    with pytest.raises(Trouble, match="--set 要写成 栏目=值"):
        answers(["name"], COMPANY, EMPTY)


def test_an_unknown_blank_is_refused_with_the_known_ones():
    with pytest.raises(Trouble, match=r"没有「weather」这一栏.*registered_capital"):
        answers(["weather=sunny"], COMPANY, EMPTY)


@pytest.mark.parametrize("path", ["parties", "parties.name", "parties.00.name", "parties.0", "parties.0.weather"])
def test_a_list_is_filled_person_by_person(path):
    with pytest.raises(Trouble, match=r"一份名单.*例如 parties\.0\.name=") as told:
        answers([f"{path}=甲"], COMPANY, EMPTY)
    assert "contribution.percent" in str(told.value)


def test_what_is_refused_is_quoted_without_control_characters_and_not_at_length():
    with pytest.raises(Trouble) as told:
        answers(["registered_capital=\x1b[31m" + "9" * 500], COMPANY, EMPTY)
    assert "\x1b" not in str(told.value)
    assert len(str(told.value)) < 200


@given(st.integers(0, 10**15 - 1))
def test_every_whole_amount_is_kept_to_the_digit(amount):
    assert typed("registered_capital", f"{amount:,}") == {"amount": str(amount), "currency": "CNY"}
    assert typed("parties.0.contribution.amount", str(amount)) == str(amount)


@given(st.text())
def test_any_text_is_a_value_or_a_trouble(text):
    given_twice = [f"registered_capital={text}", f"employees={text}"]
    if not text.strip():
        assert set(answers(given_twice, COMPANY, EMPTY).values()) == {None}
    elif not re.fullmatch(r"\s*[0-9]{1,9}\s*", text):
        with pytest.raises(Trouble, match=r"。$"):
            answers(given_twice, COMPANY, EMPTY)
