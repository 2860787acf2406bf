"""A number of the cockpit: its change on the year, its words, and where it leads."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from gaoxing.documents.charts.chart import Chart, Kind, Series
from gaoxing.office.indicators.cockpit.number import Block, Number, Picture


def number(value, before=None, unit="件", **more):
    return Number("some", "样例", None if value is None else Decimal(value), unit, before=None if before is None else Decimal(before), **more)


@pytest.mark.parametrize(
    ("value", "before", "unit", "told"),
    [
        ("11", "10", "件", "同比 ▲ 10.0%"),
        ("9", "10", "件", "同比 ▼ 10.0%"),
        ("10", "10", "件", "同比持平"),
        ("98.5", "99", "%", "同比 ▼ 0.5个百分点"),
        ("5", "0", "件", ""),
        ("5", None, "件", ""),
        (None, "5", "件", ""),
    ],
)
def test_a_change_is_told_only_where_both_numbers_are_known(value, before, unit, told):
    assert number(value, before, unit).compared == told


def test_what_the_source_states_goes_before_what_is_reckoned():
    assert number("110", "100", given=Decimal("4.8")).change == Decimal("4.8")


def test_more_than_is_compared_with_nothing():
    found = number("40", "30", qualifier="more_than")
    assert (found.change, found.since(Decimal(20)), found.limit) == (None, None, "超过 ")


@pytest.mark.parametrize(("unit", "chinese", "english"), [("%", "%", "%"), ("家", " 家", ""), ("亿元", " 亿元", " hundred million yuan")])
def test_the_unit_stands_behind_in_the_language_of_the_page(unit, chinese, english):
    with override("en"):
        assert number("1", unit=unit).written_unit == english
    assert number("1", unit=unit).written_unit == chinese


def test_a_number_leads_to_its_records_and_else_to_its_source():
    assert number("1", records="/r", about="/a").open == "/r"
    assert number("1", about="/a").open == "/a"


@pytest.mark.parametrize(("value", "shown"), [("1234567", "123.46万"), (None, "—")])
def test_a_tile_has_a_short_number_and_a_dash_for_the_unknown(value, shown):
    assert number(value).shown == shown


def test_a_block_is_known_by_a_number_a_published_one_or_a_picture():
    empty = Chart(Kind.BARS, "图", ("甲",), (Series("件数", (None,)),))
    drawn = Chart(Kind.BARS, "图", ("甲",), (Series("件数", (0,)),))
    assert not Block("b", "样例", (number(None),), (Picture("p", empty),)).known
    assert [Block("b", "样例", (number("0"),)).known, Block("b", "样例", (), (Picture("p", drawn),)).known] == [True, True]
