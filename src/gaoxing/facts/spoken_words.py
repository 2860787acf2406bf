"""What is said at the counter (口头词): words of registration talk, standard items, towns and roads, with their costs for writing sounds.

Costs are minus the natural logarithm of a share, as in the speech lexicon. Nothing is taken from recordings.

>>> spoken_words()["注册资本"], "前进西路" in spoken_words()
(6.5, True)
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from gaoxing.facts.place_name import place_names
from gaoxing.standards import business_scope

TABLES = Path(__file__).with_name("tables")
ROADS = Path(__file__).with_name("kunshan_roads.tsv")
ITEM, LOOSE_ITEM, PLACE, SURNAME, GIVEN = 8.0, 10.0, 9.0, 7.0, 7.5
"""Costs of a standard item, of what people call it, of a town or road, of a surname where a name is awaited, of a character of a given name behind one."""

FIGURE, COUNTED = 3.5, 4.5
"""Costs of a figure and of what is counted behind a figure."""

SHARE, SUM = 10.0, 11.0
"""Costs of a share and of a sum, a day or a year, each said as one."""

DIGITS = "一二三四五六七八九"
FIGURES = "零一二三四五六七八九十百千万亿幺点"
UNITS = "个元块号年月日成平亩栋幢楼层室人位次岁"
NUMBERED = ("手机", "电话", "手机是", "电话是", "号是", "码是", "手机号", "电话号", "号码", "身份证", "身份证号", "证件号", "代码")
SHARED = ("百分之", "占", "占了", "出资", "资本", "资本是", "资金", "出")
NAMED = (
    "我叫", "他叫", "她叫", "名叫", "我姓", "我是", "法人", "法人是", "法人写", "法人叫", "代表人", "代表人是", "股东", "股东是",
    "监事", "监事是", "监事叫", "董事", "董事是", "董事长", "经理", "经理是", "经营者", "经营者是", "操作者", "负责人", "负责人是", "联络员",
    "联络员是", "联系人", "联系人是", "老公", "老公叫", "老婆", "老婆叫", "爱人", "爱人叫", "先生", "先生叫", "太太", "儿子", "儿子叫",
    "女儿", "女儿叫", "搭档", "合伙人", "朋友", "朋友叫", "弟弟", "哥哥", "转给", "代理人",
)  # fmt: skip
"""What figures, amounts and names stand right behind."""


@cache
def spoken_words() -> Mapping[str, float]:
    """Word to cost; where a word has several, the smallest."""
    table = tomllib.loads((TABLES / "spoken_words.toml").read_text(encoding="utf-8"))
    given = [
        *((float(cost), words.split()) for cost, groups in table.items() for words in groups.values()),
        (ITEM, [each.name for each in business_scope.items()]),
        (LOOSE_ITEM, business_scope.loose_names()),
        (PLACE, [*place_names(), *_roads()]),
    ]
    return {word: cost for cost, words in sorted(given, key=lambda each: -each[0]) for word in words if _writable(word)}


@cache
def surnames() -> Mapping[str, float]:
    """Surnames with their cost while a name is awaited; elsewhere they are no commoner than in general talk."""
    single, compound = (TABLES / "surnames.txt").read_text(encoding="utf-8").splitlines()[1:3]
    return dict.fromkeys((*single, *compound.split()), SURNAME)


@cache
def counted() -> Mapping[str, float]:
    """Shares, sums and days as they are said, each as one word: 百分之四十九, 三百万, 十二月三十一日."""
    tens = [*DIGITS, "十", *(f"十{each}" for each in DIGITS), *(f"{ten}十{one}" for ten in DIGITS[1:] for one in ("", *DIGITS))]
    shares = [f"百分之{each}" for each in (*tens, "百")]
    sums = [f"{count}{unit}" for count in (*DIGITS, "两") for unit in ("十万", "百万", "千万", "百", "千", "万", "个亿")]
    days = [f"{month}月{day}" for month in tens[:12] for day in ("底", "一日", "一号", "三十日", "三十一日")]
    years = [f"二零{ten}{one}年" for ten in "二三" for one in ("零", *DIGITS)]
    spans = [f"{count}{unit}" for count in (*DIGITS[2:], "两", "十", "二十", "三十", "五十") for unit in ("年内", "个人", "成")]
    return dict.fromkeys(shares, SHARE) | dict.fromkeys((*sums, *days, *years, *spans), SUM)


def leads() -> Iterable[tuple[Iterable[str], Mapping[str, float]]]:
    """What is likelier behind what: figures behind figures and behind what announces a number, surnames behind posts, given names behind surnames."""
    figures = dict.fromkeys(FIGURES, FIGURE)
    given = (TABLES / "given_name_characters.txt").read_text(encoding="utf-8").splitlines()[1]
    return (
        (FIGURES, figures | dict.fromkeys(UNITS, COUNTED)),
        ((*NUMBERED, *SHARED), figures),
        (NAMED, surnames()),
        (surnames(), dict.fromkeys(given, GIVEN)),
    )


def listened_for() -> Iterable[str]:
    """The words worth listening for (热词), those that are more than one character."""
    return [word for word in spoken_words() if len(word) > 1]


def _roads() -> list[str]:
    """Kunshan's roads and villages by name."""
    rows = ROADS.read_text(encoding="utf-8").splitlines()[1:]
    return [row.partition("\t")[0] for row in rows]


def _writable(word: str) -> bool:
    return all("\u4e00" <= each <= "\u9fff" for each in word)
