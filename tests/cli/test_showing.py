"""Tables for a person, JSON for a pipe: columns stand under each other, nothing can move the cursor, everything can be written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.cli.showing import GAP, grouped, json_line, spoken_value, table, width

CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Mn", "Me")), min_size=1, max_size=30)


@pytest.mark.parametrize(("text", "cells"), [("", 0), ("abc", 3), ("注册资本", 8), ("１", 2), ("e\u0301", 1), ("“”", 2)])
def test_a_chinese_character_is_two_cells_wide(text, cells):
    assert width(text) == cells


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6))
def test_the_second_column_begins_in_the_same_cell(rows):
    widest = max(width(first if first.isprintable() else "".join(c if c.isprintable() else "�" for c in first)) for first, _ in rows)
    for line in table(rows):
        assert width(line) <= max(100, widest + len(GAP) + 20)


def test_columns_stand_under_each_other():
    assert table((("名称", "甲"), ("注册资本", "乙"))) == ["名称      甲", "注册资本  乙"]


def test_a_long_last_column_is_folded_under_itself(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    lines = table((("范围", "一二三四五六七八九十" * 4),))
    assert len(lines) > 1
    assert all(width(line) <= 40 for line in lines)
    assert all(line.startswith("      ") for line in lines[1:])


def test_no_rows_are_no_lines():
    assert table(()) == []


@given(st.text(max_size=80))
def test_nothing_said_can_move_the_cursor(text):
    assert all(character.isprintable() for line in table((("名称", text),)) for character in line)


@given(st.recursive(st.text() | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8))
def test_json_can_always_be_written_and_read_again(data):
    line = json_line(data)
    assert json.loads(line.encode("utf-8")) == data
    assert "\n" not in line


def test_a_lone_surrogate_is_escaped():
    assert json_line({"said": "公司\ud800"}).isascii()


def test_chinese_stays_readable_in_json():
    assert json_line({"said": "公司"}) == '{"said": "公司"}'


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({"amount": "1000000", "currency": "CNY"}, "1,000,000 元"),
        ({"amount": "320.50", "currency": "USD"}, "320.50 USD"),
        ({"years": 20}, "20 年"),
        ("indefinite", "长期"),
        (("五金产品零售", "日用百货销售"), "五金产品零售、日用百货销售"),
        (12, "12"),
        ("昆山市前进西路88号", "昆山市前进西路88号"),
    ],
)
def test_a_value_is_shown_as_a_person_reads_it(value, shown):
    assert spoken_value(value) == shown


@given(st.integers(min_value=0, max_value=10**15))
def test_grouping_changes_no_digit(amount):
    assert grouped(str(amount)).replace(",", "") == str(amount)


@pytest.mark.parametrize("text", ["", "一百万", "-5", "1e6", "٣"])
def test_what_is_no_amount_is_left_as_it_is(text):
    assert grouped(text) == text
