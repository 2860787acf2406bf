"""Percents, tenths and fractions."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.percent import find_percents

LITERAL = {
    "百分之六十": "3/5",
    "60%": "3/5",
    "６０％": "3/5",
    "33.33%": "3333/10000",
    "百分之三十三点三三": "3333/10000",
    "百分之零点五": "1/200",
    "百分之五十一": "51/100",
    "百分之百": "1",
    "百分百": "1",
    "六成": "3/5",
    "两成": "1/5",
    "十成": "1",
    "三成五": "7/20",
    "三成半": "7/20",
    "六十个点": "3/5",
    "51个点": "51/100",
    "五十一个点": "51/100",
    "五个百分点": "1/20",
}


@pytest.mark.parametrize(("words", "share"), LITERAL.items())
def test_a_percent_is_an_exact_fraction_of_one(words: str, share: str):
    (mention,) = find_percents(words)
    assert (mention.start, mention.end, mention.value, mention.literal) == (0, len(words), Fraction(share), True)


@pytest.mark.parametrize(("words", "share"), [("三分之一", "1/3"), ("四分之三", "3/4"), ("三分之二", "2/3"), ("十分之三", "3/10")])
def test_a_fraction_is_no_literal_percent(words: str, share: str):
    (mention,) = find_percents(words)
    assert (mention.value, mention.literal) == (Fraction(share), False)


@pytest.mark.parametrize("words", ["大概三成", "三四成", "百分之三十左右", "最多六成", "百分之五六十", "三分之一强", "百分之五十一个人"])
def test_a_vague_share_stays_open(words: str):
    (mention,) = find_percents(words)
    assert mention.value is None


@pytest.mark.parametrize("words", ["一百分教育", "五成立", "六成本", "巴城八成路", "三点五十分", "五个点子", "蓝天成", "苏州分公司"])
def test_what_is_no_share_is_not_read(words: str):
    assert find_percents(words) == ()


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("他占七成三成归我", ["7/10", "3/10"]),
        ("甲六成乙四成五十万", ["3/5", "2/5"]),
        ("三成五年内缴清", ["3/10"]),
        ("七成林浩三成", ["7/10", "3/10"]),
        ("百分之五十五吕品占百分之四十五法人吕品", ["11/20", "9/20"]),
        ("三成五用软件六成五货币", ["7/20", "13/20"]),
        ("占30%和三分之一", ["3/10", "1/3"]),
        ("六成二零二九年", ["3/5"]),
    ],
)
def test_shares_end_where_the_next_word_begins(text: str, shares: list[str]):
    assert [mention.value for mention in find_percents(text)] == [Fraction(share) for share in shares]


@given(st.integers(1, 100))
def test_every_whole_percent_is_read(percent: int):
    assert [mention.value for mention in find_percents(f"占{percent}%股份")] == [Fraction(percent, 100)]


@pytest.mark.parametrize(("said", "value"), [("占百分之六十一个是个人", "3/5"), ("占百分之六十一个叫何苗", "3/5"), ("占百分之六十一", "61/100")])
def test_the_next_of_a_list_is_no_part_of_the_percent(said, value):
    (found,) = find_percents(said)
    assert str(found.value) == value
