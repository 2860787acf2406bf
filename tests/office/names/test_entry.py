"""A row of a register is read, or says why not."""

from datetime import date

import pytest

from gaoxing.names.neighbour import State
from gaoxing.office.names.entry import Entry, Reading, Unreadable, prefecture_of

ON = date(2026, 11, 25)
NAME = "昆山星野智能科技有限公司"


def read(heading, *cells):
    return Reading(heading.split(), prefecture=3205, on=ON).entry(cells)


@pytest.mark.parametrize("word", ["存续", "在业", "active", ""])
def test_a_registered_name_needs_no_date(word):
    assert read("企业名称 登记状态", NAME, word) == Entry(3205, NAME, State.ACTIVE, ON)


@pytest.mark.parametrize("day", ["2024-05-06", "2024/5/6", "20240506", "2024年5月6日", "2024-05-06 10:30:00", date(2024, 5, 6)])
def test_a_day_is_read_as_registers_write_it(day):
    assert read("名称 状态 日期", NAME, "注销", day).since == date(2024, 5, 6)


@pytest.mark.parametrize(("code", "prefecture"), [("320583", 3205), ("3201", 3201), ("", 3205), (None, 3205)])
def test_the_code_tells_the_prefecture(code, prefecture):
    assert read("名称 区划代码", NAME, code).prefecture == prefecture


@pytest.mark.parametrize(("word", "sole"), [("是", True), ("否", False), ("", None)])
def test_a_sole_trader_is_told(word, sole):
    assert read("名称 个体", NAME, word).sole_trader is sole


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (("", "存续", ""), "空的"),
        (("好" * 101, "存续", ""), "101 个字"),
        (("好" * 1_000_000, "存续", ""), "1000000 个字"),
        (("ABC 123", "存续", ""), "没有汉字"),
        ((NAME + "\ue001", "存续", ""), "显示不出"),
        ((NAME, "飞了", ""), "状态「飞了」"),
        ((NAME, "注销", ""), "没有日期"),
        ((NAME, "注销", "2024-13-06"), "日期「2024-13-06」"),
        ((NAME, "注销", "昨天"), "日期「昨天」"),
        ((NAME, "存续"), "有 2 列，应该是 3 列"),
    ],
)
def test_a_broken_row_says_why(cells, why):
    with pytest.raises(Unreadable, match=why):
        read("名称 状态 日期", *cells)


@pytest.mark.parametrize("code", ["", "32", "苏州", "0000", "9999", "32050", "３２０５"])
def test_a_wrong_code_is_refused(code):
    with pytest.raises(Unreadable, match="例如 3205"):
        prefecture_of(code)


def test_a_file_without_names_is_refused():
    with pytest.raises(Unreadable, match="「名称」"):
        Reading(("甲", "乙"), prefecture=3205, on=ON)


@pytest.mark.parametrize("word", ["保留", "retained", "预留"])
def test_a_retained_name_has_its_last_day(word):
    read_one = read("名称 状态 日期 保留期至", NAME, word, "2026-10-01", "2026-12-01")
    assert (read_one.state, read_one.until) == (State.RETAINED, date(2026, 12, 1))


@pytest.mark.parametrize("word", ["注销", "变更", "被撤销", "吊销", "迁出", "released"])
def test_a_name_that_left_is_released(word):
    assert read("名称 状态 日期", NAME, word, "2026-10-01").state is State.RELEASED


def test_a_name_is_stored_as_it_is_compared():
    assert read("名称", " 星野(昆山) 科技有限公司\u200b").name == "星野（昆山）科技有限公司"


def test_columns_stand_in_any_order():
    entry = read("日期 备注 企业名称", "2024-05-06", "甲", NAME)
    assert (entry.name, entry.since) == (NAME, date(2024, 5, 6))


def test_a_control_character_in_a_complaint_is_shown_as_one():
    with pytest.raises(Unreadable, match="状态「�」"):
        read("名称 状态", NAME, "\x07")


def test_a_long_word_in_a_complaint_is_cut():
    with pytest.raises(Unreadable, match=r"状态「飞{19}…」"):
        read("名称 状态", NAME, "飞" * 1000)
