"""Numbers as people say them: every guise of a number is read back by the recogniser as that number."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from gaoxing.office.simulation.growing.spoken import area, month, mu, wan, written
from gaoxing.standards.numerals import parse as read_number


def guises(say, *given):
    """All that is said of it in two hundred tries."""
    return {say(*given, Random(seed)) for seed in range(200)}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (2, "二"),
        (10, "十"),
        (15, "十五"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (205, "二百零五"),
        (850, "八百五十"),
        (1_000, "一千"),
        (1_001, "一千零一"),
        (1_010, "一千零一十"),
        (2_300, "二千三百"),
        (9_999, "九千九百九十九"),
        (10_000, "一万"),
        (10_205, "一万零二百零五"),
        (12_000, "一万二千"),
        (100_000, "十万"),
        (305_400, "三十万五千四百"),
    ],
)
def test_a_number_is_written_as_it_is_said(number, words):
    assert written(number) == words


@pytest.mark.parametrize("amount", [300, 980, 1_200, 2_600, 10_000, 10_500, 12_000, 23_400, 100_800, 185_300])
def test_every_guise_of_a_sum_is_read_as_the_sum(amount):
    said = guises(wan, amount)
    assert len(said) > 2
    assert {read_number(each.removesuffix("元").replace("个", "")) for each in said} == {amount * 10_000}


@pytest.mark.parametrize("metres", [800, 1_200, 12_000, 40_600])
def test_every_guise_of_an_area_names_the_number(metres):
    assert {read_number(each.rstrip("平方米")) for each in guises(area, metres)} == {metres}


def test_land_is_told_in_mu():
    assert guises(mu, 20) == {"二十亩", "20亩"}


def test_a_month_is_told_with_its_year():
    assert guises(month, date(2025, 6, 1)) == {"2025年6月", "2025年6月份", "二五年六月", "二零二五年六月", "2025年六月份"}
