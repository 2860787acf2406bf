"""Faults of a catalogue: each is told with its line, the shipped one has none."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoxing.matters.joint_licence.permits.loading import catalogue, laid_over, shipped_tables
from gaoxing.matters.joint_licence.permits.validation import faults_of, problems, waiting


def told(text: str) -> list[tuple[int | None, str]]:
    return [(each.line, each.message) for each in faults_of(text)]


def test_the_shipped_catalogue_is_sound():
    assert problems({}) == ()


def test_a_sound_table_of_a_zone_has_no_faults():
    assert told('region = "320583"\nfrom = 2026-12-01\n[licence.signboard]\npromised = 2\n') == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[licence.signboard]\nafter = ["moon"]', 2, "没有的“moon”"),
        ('[licence.signboard]\nmaterials = [\n"moon",\n]', 3, "没有的“moon”"),
        ('[licence.signboard]\nfields = ["moon"]', 2, "没有的“moon”"),
        ('[licence.signboard]\nif.moon = { question = "area", over = 3 }', 2, "没有的“moon”"),
        ('[licence.signboard]\nduty = { days = 3, event = "moon" }', 2, "没有的“moon”"),
        ('[trade.travel]\nlicences = ["moon"]', 2, "没有的“moon”"),
        ('[trade.travel]\nif.signboard = { question = "area", over = 3 }', 2, "没有的“signboard”"),
        ('[question.sells_md2]\nexcluded_by = ["moon"]', 2, "没有的“moon”"),
        ('[material.articles]\noutput_of = "moon"', 2, "没有的“moon”"),
        ('[[exempt]]\ntrades = ["moon"]\nlicence = "signboard"\nwords = "不用"\nbasis = "示例"\nverified = true', 2, "没有的“moon”"),
        ('[[exempt]]\ntrades = ["travel"]\nlicence = "moon"\nwords = "不用"\nbasis = "示例"\nverified = true', 3, "没有的“moon”"),
        ('[trade.gym]\nif.signboard = { question = "moon", is = true }', 2, "没有的问题“moon”"),
        ('[trade.gym]\nif.signboard = { condition = "moon" }', 2, "没有的条件“moon”"),
        ('[trade.gym]\nif.signboard = { question = "area", is = true }', 2, "要答数字"),
        ('[trade.gym]\nif.signboard = { question = "has_sign", over = 3 }', 2, "要答是或否"),
        ('[trade.gym]\nif.signboard = { question = "has_sign" }', 2, "看不懂"),
        ("[trade.gym]\nif.signboard = { all = [] }", 2, "看不懂"),
        ('[trade.gym]\nif.signboard = "yes"', 2, "看不懂"),
    ],
)
def test_a_reference_to_nothing_is_told_with_its_line(text: str, line: int, words: str):
    found = told(text)
    assert [number for number, _ in found] == [line]
    assert words in found[0][1]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ('{ all = [{ question = "area", over = 300 }, { not = { question = "area", over = 200 } }] }', "怎么回答都不成立"),
        ('{ all = [{ question = "has_sign", is = true }, { question = "has_sign", is = false }] }', "怎么回答都不成立"),
        ('{ any = [{ question = "has_sign", is = true }, { question = "has_sign", is = false }] }', "怎么回答都成立"),
    ],
)
def test_a_condition_that_never_or_always_holds_is_told(condition: str, words: str):
    assert words in told(f"[trade.gym]\nif.signboard = {condition}")[0][1]


def test_licences_that_wait_for_one_another_are_told_by_name():
    assert told('[licence.business_licence]\nafter = ["food_operation"]') == [
        (1, "先后绕成了圈，谁也办不成：市场主体设立登记 → 食品经营许可 → 市场主体设立登记")
    ]


def test_what_comes_before_registration_cannot_wait_for_it():
    assert "绕成了圈" in told('[licence.hazchem]\nafter = ["business_licence"]')[0][1]
    assert "private_school" in waiting(shipped_tables())["business_licence"]


def test_conditions_that_name_one_another_are_told():
    assert told('[condition.a]\nnot = { condition = "b" }\n[condition.b]\nnot = { condition = "a" }') == [(1, "条件绕成了圈：a → b → a")]


def test_a_licence_without_a_basis_is_told():
    assert told('[licence.drainage]\nbasis = " "') == [(2, "“城镇污水排入排水管网许可”没有写依据")]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[moon]", 1, "看不懂“moon”这一类"),
        ('[licence.moon]\nname = "示例"', 1, "还缺：document"),
        ("[licence.signboard]\ndays = -1", 2, "0以上的整数"),
        ("[licence.signboard]\ndays = true", 2, "0以上的整数"),
        ('[licence.signboard]\nunit = "year"', 2, "能写的有：working_day"),
        ("[licence.signboard]\ndayz = 3", 2, "看不懂“dayz”"),
        ('[licence.signboard]\nafter = "business_licence"', 2, "一列文字"),
        ('[licence.signboard]\nvisit = "yes"', 2, "true 或 false"),
        ("[licence.signboard]\nduty = { days = 3 }", 2, "还缺：event"),
        ("licence = 3", 1, "一条一条"),
        ("licence.signboard = 3", 1, "写成一组"),
        ("region = 320583", 1, "一段文字"),
        ('from = "2026-12-01"', 1, "日期"),
        ("from = 2026-12-01T08:00:00", 1, "日期"),
        ('[question.area]\nkind = "date"', 2, "能写的有：bool"),
    ],
)
def test_an_ill_shaped_row_is_told_with_its_line(text: str, line: int, words: str):
    found = told(text)
    assert [number for number, _ in found] == [line]
    assert words in found[0][1]


def test_a_text_that_is_no_toml_names_its_line():
    with pytest.raises(tomllib.TOMLDecodeError, match="line 2"):
        faults_of("[licence.signboard]\ndays = = 3")


def test_a_fault_is_told_as_json():
    found = faults_of('[licence.drainage]\nbasis = ""')[0]
    assert found.to_json() == {"line": 2, "place": "licence.drainage.basis", "message": "“城镇污水排入排水管网许可”没有写依据"}


def test_stages_that_do_not_add_up_are_told():
    assert told("[licence.ibar]\nstages = [20, 20]") == [(2, "“互联网上网服务营业场所经营单位设立审批（筹建+最终审核）”各阶段加起来是40，和 days 的35对不上")]


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates()
WORDS = st.sampled_from(
    [*shipped_tables(), "signboard", "restaurant", "area", "if", "all", "any", "not", "condition", "question", "is", "over", "after", "moon"]
)
VALUES = st.recursive(LEAVES | WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=12)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(WORDS, VALUES, max_size=3))
def test_whatever_is_written_is_told_and_never_an_accident(own: dict):
    found = problems(own)
    assert all(each.message and each.place for each in found)
    if not found:
        assert catalogue(laid_over(shipped_tables(), own)).trades


@pytest.mark.parametrize("word", ["signboard", "restaurant"])
@settings(max_examples=200, deadline=None)
@given(condition=VALUES)
def test_whatever_condition_is_written_is_told_and_never_an_accident(word: str, condition: object):
    own = {"trade": {"gym": {"if": {word: condition}}}}
    assert isinstance(problems(own), tuple)
