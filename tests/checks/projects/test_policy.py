"""Lists of industrial policy: what words hit, what is denied, and what is wrong with a file of them. Items are those of the starter set, or made up."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.checks.projects.policy import LISTS, SHIPPED, entries, flaws, hits, shipped

DAY = date(2026, 11, 25)
OWN = """
[source.own]
title = "《示例清单》"
number = "示例〔2026〕1号"
from = 2026-06-01
until = 2027-01-01

[[entry]]
list = "encouraged"
source = "own"
item = "鼓励类：示例条目"
words = ["示例工艺"]
mark = "S"
"""


def lists(text: str, on: date = DAY) -> list[str]:
    return [each.entry.list for each in hits(text, on=on)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建热电联产机组两台", ["approval"]),
        ("新建含氰电镀生产线", ["eliminated"]),
        ("扩建烧碱装置", ["restricted"]),
        ("年产数控机床一百台", ["encouraged"]),
        ("基因治疗中心", ["foreign"]),
        ("年产文具一百万件", []),
    ],
)
def test_words_hit_the_list_that_names_them(text: str, expected: list[str]):
    assert lists(text) == expected


@pytest.mark.parametrize("text", ["不涉及含氰电镀", "拆除原有含氰电镀线", "淘汰含氰电镀，改用无氰工艺", "没有含氰电镀", "非含氰电镀工艺", "不采用含氰电镀"])
def test_what_the_project_has_not_hits_nothing(text: str):
    assert lists(text) == []


@pytest.mark.parametrize("text", ["不锈钢件含氰电镀线", "拆除旧厂房，新建含氰电镀线", "没有餐厅。含氰电镀线两条"])
def test_a_denial_elsewhere_denies_nothing(text: str):
    assert lists(text) == ["eliminated"]


def test_a_denied_place_does_not_hide_a_second_one():
    assert lists("拆除含氰电镀线一条，新建含氰电镀线两条") == ["eliminated"]


def test_words_that_speak_against_an_item_take_it_away():
    assert lists("生产LED灯，替代白炽灯") == []
    assert lists("新建白炽灯生产线") == ["eliminated"]


def test_an_item_holds_from_its_source_s_day_until_its_end():
    known = entries(OWN)
    held = [bool(hits("示例工艺", on=on, entries=known)) for on in (date(2026, 5, 31), date(2026, 6, 1), date(2026, 12, 31), date(2027, 1, 1))]
    assert held == [False, True, True, False]


def test_the_starter_set_is_without_flaw_and_holds_every_list():
    assert flaws(SHIPPED.read_text(encoding="utf-8")) == ()
    assert {each.list for each in shipped()} == set(LISTS)


def test_an_item_that_was_not_read_says_so():
    assert {each.cited.endswith("（条目未核实）") for each in shipped() if each.mark == "K"} == {True}
    assert {each.cited.endswith("）") and "未核实" in each.cited for each in shipped() if each.mark == "S"} == {False}


@pytest.mark.parametrize(
    ("old", "new", "where", "told"),
    [
        ('list = "encouraged"', 'list = "liked"', 1, "list 只能写"),
        ('source = "own"', 'source = "other"', 1, "source 要写"),
        ('item = "鼓励类：示例条目"', 'item = " "', 1, "item 要写"),
        ('words = ["示例工艺"]', 'words = ["工"]', 1, "至少两个字"),
        ('words = ["示例工艺"]', "words = []", 1, "words 要写"),
        ('words = ["示例工艺"]', 'words = ["示例工艺"]\nwithout = "无"', 1, "without 要写"),
        ('mark = "S"', 'mark = "?"', 1, "mark 只能写"),
        ('title = "《示例清单》"', "title = 1", 0, "来源“own”要写"),
        ("from = 2026-06-01", 'from = "六月"', 0, "来源“own”要写"),
        ("[source.own]", "[source.own", 0, "不合 TOML"),
    ],
)
def test_a_flaw_is_told_with_its_place_and_what_to_write(old: str, new: str, where: int, told: str):
    first = flaws(OWN.replace(old, new))[0]
    assert first.where == where
    assert told in first.sentence


@pytest.mark.parametrize("text", ["", "entry = 1", "source = 1", '[source.a]\ntitle="a"\nnumber="b"\nfrom=2026-01-01', "[source.a]\nentry = 1"])
def test_a_file_without_sources_or_items_is_no_list(text: str):
    assert flaws(text)


def test_every_flaw_is_told_at_once():
    assert len(flaws(OWN.replace('mark = "S"', 'mark = "?"').replace('item = "鼓励类：示例条目"', "item = 1"))) == 2


def test_a_file_with_a_flaw_gives_no_items():
    with pytest.raises(ValueError, match="mark 只能写"):
        entries(OWN.replace('mark = "S"', 'mark = "?"'))
