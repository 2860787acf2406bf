"""TOML as clerks write it: Chinese keys need no quotes; what stands in strings and comments is left alone."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.cli.clerk_toml import loads, quoted


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        ('名称 = "甲"', {"名称": "甲"}),
        ('[[对话]]\n名称="甲"\n[[对话]]\n名称="乙"', {"对话": [{"名称": "甲"}, {"名称": "乙"}]}),
        ('应得到 = { 注册资本 = "1", name = 2, "丁的名" = 3 }', {"应得到": {"注册资本": "1", "name": 2, "丁的名": 3}}),
        ('[对话.应得到]\n经营范围 = ["a"]', {"对话": {"应得到": {"经营范围": ["a"]}}}),
        ('说 = "名称 = 甲，[住所]"  # 说 = 2', {"说": "名称 = 甲，[住所]"}),
        ("说 = '''一\n名称 = 甲'''", {"说": "一\n名称 = 甲"}),
        ('说 = """一\n名称 = 甲"""', {"说": "一\n名称 = 甲"}),
        ('"说" = "甲"', {"说": "甲"}),
        ("on = 2026-11-24\n名称（选填） = 1", {"on": __import__("datetime").date(2026, 11, 24), "名称（选填）": 1}),
    ],
)
def test_chinese_keys_are_read(text, tables):
    assert loads(text) == tables


def test_a_fault_keeps_its_line():
    with pytest.raises(tomllib.TOMLDecodeError, match="line 2"):
        loads('名称 = "甲"\n说 = “乙”\n')


@given(st.text(st.sampled_from("名称说=\"'[]{},.# \n甲a"), max_size=40))
def test_no_line_is_added_and_whatever_was_toml_stays_so(text):
    assert quoted(text).count("\n") == text.count("\n")
    try:
        known = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert loads(text) == known
