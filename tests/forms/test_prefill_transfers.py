"""Transfers worked out from the register keep the whole of the capital together, whatever passes between whom."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.prefill import prefilled
from gaoxing.forms.register import Holding, Registered

PEOPLE = ("丁大宝", "何苗", "苏小云")
AMOUNT = re.compile(r"认缴(?P<sum>[\d.]+)(?P<unit>万?)元")
COMPANY = Registered(
    "91320583MA0000007R",
    "昆山样例五金有限公司",
    "limited_liability",
    capital={"amount": "1000000", "currency": "CNY"},
    shareholders=(Holding("丁大宝", "600000"), Holding("何苗", "400000")),
)
MOVES = some.lists(some.tuples(some.sampled_from(PEOPLE), some.sampled_from(PEOPLE), some.integers(min_value=1, max_value=60)), min_size=1, max_size=4)


def after(moves: list[tuple[str, str, int]]) -> tuple[str, ...]:
    answers: dict[str, Answer] = {}
    for row, (giver, taker, percent) in enumerate(moves):
        said = {"item": "shareholders", "transferor": giver, "transferee": taker, "percent": str(percent)}
        answers |= {f"changes.{row}.{column}": Answer(value, Source.SAID) for column, value in said.items()}
    return prefilled(Form("registration_change", "2026", answers), COMPANY).value("changes.0.to") or ()


def total(lines: tuple[str, ...]) -> Decimal:
    found = [AMOUNT.search(line) for line in lines]
    return sum((Decimal(each["sum"]) * (10_000 if each["unit"] else 1) for each in found if each), Decimal(0))


@given(MOVES)
def test_what_is_held_together_stays_the_capital(moves):
    lines = after(moves)
    assert not lines or total(lines) == Decimal(1_000_000)


@given(MOVES)
def test_nobody_stands_twice_and_nobody_with_nothing(moves):
    names = [line.partition("　")[0] for line in after(moves)]
    assert len(names) == len(set(names))
    assert all("认缴0元" not in line for line in after(moves))


@given(MOVES)
def test_a_share_that_is_not_there_gives_no_result(moves):
    giver, _, percent = moves[0]
    held = {"丁大宝": 60, "何苗": 40}.get(giver, 0)
    assert percent <= held or not after(moves)


def test_a_share_that_goes_there_and_back_changes_nothing():
    assert total(after([("丁大宝", "何苗", 20), ("何苗", "丁大宝", 20)])[:1]) == Decimal(600_000)
