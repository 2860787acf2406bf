from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.checks.sentence import day, names, yuan
from gaoxing.forms.parties import Party

UNITS = {"亿元": 10**8, "万元": 10**4, "元": 1}


def party(name: str) -> Party:
    return Party("parties.0", {"name": name} if name else {})


@given(st.integers(0, 10**15))
def test_a_sum_in_words_is_worth_what_it_was(fen):
    told = yuan(Decimal(fen) / 100)
    unit = next(each for each in UNITS if told.endswith(each))
    assert Decimal(told.removesuffix(unit)) * UNITS[unit] == Decimal(fen) / 100


@pytest.mark.parametrize(
    ("amount", "told"), [("1000000", "100万元"), ("9999", "9999元"), ("10050", "10050元"), ("150000000", "1.5亿元"), ("125000", "12.5万元")]
)
def test_a_sum_is_told_as_people_read_it(amount, told):
    assert yuan(Decimal(amount)) == told


def test_few_names_are_told_in_full():
    assert names([party("张三"), party("李四")]) == "张三、李四"


def test_of_many_names_the_number_is_told():
    assert names([party(f"人{number}") for number in range(60)]) == "人0、人1、人2、人3、人4等60位"


def test_a_row_without_a_name_has_words_too():
    assert names([party("")]) == "这一位"


def test_a_day_is_written_without_noughts():
    assert day(date(2031, 1, 5)) == "2031年1月5日"
