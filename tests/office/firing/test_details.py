"""What was filled in with an act is read as every room reads it: strange posts come to nothing, a unit that was closed to none."""

from datetime import date

import pytest

from gaoxing.office.firing.details import day, number, open_unit, text
from gaoxing.office.people.models import Unit


@pytest.mark.parametrize(("told", "found"), [("7", 7), ("٣", 0), ("-1", 0), ("", 0), ("9" * 30, 0), (7, 7)])
def test_a_number_that_was_posted_is_a_number_or_none(told, found):
    assert number({"cause": told}, "cause") == found


@pytest.mark.parametrize(("told", "found"), [("2026-12-01", date(2026, 12, 1)), ("2026-02-30", None), ("x", None), (None, None)])
def test_a_day_that_was_posted_is_a_day_or_none(told, found):
    assert day({"until": told}, "until") == found


def test_a_text_that_is_none_is_empty():
    assert [text({"how": each}, "how") for each in (" 电话 ", None, 7)] == ["电话", "", ""]


@pytest.mark.django_db
@pytest.mark.parametrize(("closed", "found"), [(None, True), (date(2026, 11, 25), True), (date(2026, 11, 24), False)])
def test_a_unit_is_chosen_as_long_as_it_acts(closed, found):
    unit = Unit.objects.create(code="water", name="样例供水服务站", closed=closed)
    assert (open_unit({"unit": str(unit.pk)}, on=date(2026, 11, 24)) == unit) is found


@pytest.mark.django_db
@pytest.mark.parametrize("told", ["", "x", "999999999999", None])
def test_what_names_no_unit_is_none(told):
    assert open_unit({"unit": told}, on=date(2026, 11, 24)) is None
