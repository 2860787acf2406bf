"""How figures of a code are said."""

from __future__ import annotations

import pytest

from gaoxing.facts.code_words import figures, read_run


@pytest.mark.parametrize(
    ("words", "value", "end"),
    [
        ("幺三八零零", "13800", 5),
        ("幺五五四个零六二", "155000062", 8),
        ("双九三个八", "99888", 5),
        ("洞幺", "1", 0),
        ("幺洞拐二", "1072", 4),
        ("三二零五零零一九八六年三月四号五二六六", "320500198603045266", 19),
        ("三二零五零零一九八六年十一月零三日", "32050019861103", 17),
        ("12 34 公司", "1234", 5),
        ("二百五十", "", 0),
        ("五四百万", "5", 1),
    ],
)
def test_a_run_of_figures_ends_where_other_words_begin(words: str, value: str, end: int):
    run = read_run(words, 0)
    if end == 0:
        assert run is None
        return
    assert run is not None
    assert (run.value, run.end) == (value, end)


def test_digit_words_are_turned_one_by_one():
    assert figures("六四二幺") == "6421"
    assert figures("叉") == figures("艾克斯") == figures("x") == "X"
