"""Terms in spoken words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.term import find_terms


@pytest.mark.parametrize(
    ("text", "years", "within"),
    [
        ("二十年", 20, False),
        ("20年", 20, False),
        ("营业期限写十五年", 15, False),
        ("期限做三十年", 30, False),
        ("五年内", 5, True),
        ("五年之内打进来", 5, True),
        ("自成立之日起五年内缴清", 5, True),
        ("成立后三年内", 3, True),
        ("认缴期限五年做非标", 5, False),
        ("注册资本五十万二十年", 20, False),
        ("一百年", 100, False),
    ],
)
def test_a_term_is_a_number_of_years(text: str, years: int, within: bool):
    (term,) = find_terms(text)
    assert (term.value, term.within, term.duration_of_life) == ({"years": years}, within, False)


@pytest.mark.parametrize("text", ["长期", "经营期限长期有效", "永久", "永久存续", "无固定期限", "不约定期限", "期限不限", "营业期限是无限期"])
def test_a_company_may_go_on_for_ever(text: str):
    assert [term.value for term in find_terms(text)] == ["indefinite"]


@pytest.mark.parametrize("text", ["长期合作", "长期租的", "永久居留", "第三年", "2029年6月", "二零二九年", "二七年四月", "今年", "前年", "年限", "三年级"])
def test_what_is_no_term_is_not_read(text: str):
    assert find_terms(text) == ()


@pytest.mark.parametrize("text", ["半年", "一年半", "十几年", "三五年", "二十多年", "七八年", "五年左右", "几年", "十来年"])
def test_a_vague_term_stays_open(text: str):
    (term,) = find_terms(text)
    assert (term.value, term.approximate) == (None, True)


@pytest.mark.parametrize(
    "text",
    [
        "干了十一年",
        "待了六年",
        "七年后",
        "开了十四年叉车",
        "嫁到昆山二十年了",
        "房租一年九万六",
        "三年一签",
        "一年收租十八万",
        "当了七年制程工程师",
        "一年到头",
        "二十年前",
        "十年经验",
        "剪头发剪了二十年",
    ],
)
def test_years_of_a_life_are_marked(text: str):
    assert [term.duration_of_life for term in find_terms(text)] == [True]


@given(st.integers(1, 99))
def test_every_number_of_years_is_read(years: int):
    assert [term.value for term in find_terms(f"经营期限{years}年")] == [{"years": years}]


def test_years_of_a_life_behind_the_term_are_no_term():
    assert [each.duration_of_life for each in find_terms("营业期限二十年干了十一年")] == [False, True]


@pytest.mark.parametrize("said", ["经营期限十到二十年", "期限10-20年", "期限十年或者二十年"])
def test_a_choice_of_years_is_open(said):
    assert find_terms(said)[-1].value is None


def test_a_hundred_without_a_figure_is_no_term():
    assert [each.value for each in find_terms("百年老店")] == []
