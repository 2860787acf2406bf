"""A decided name enters the pool, and leaves it when nobody bears it. Names are invented."""

from datetime import UTC, date, datetime, timedelta

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.names.actions import hold
from gaoxing.office.names.entering import enter, give_up
from gaoxing.office.names.judging import judgement
from gaoxing.office.names.queries import registered
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db
ON, NOW = date(2026, 11, 25), datetime(2026, 11, 25, 2, tzinfo=UTC)
NAME = "昆山样例星野科技有限公司"


def test_a_registered_name_is_borne_from_its_day_on():
    enter(NAME, 3205, ON, now=NOW)
    row = registered(NAME, 3205)
    assert (row.state, row.since) == ("active", ON)


def test_a_held_name_becomes_a_borne_one():
    hold(NAME, 3205, ON, now=NOW)
    enter(NAME, 3205, ON + timedelta(days=3), now=NOW)
    assert registered(NAME, 3205).state == "active"


def test_a_borne_name_stands_in_the_way_of_another():
    enter(NAME, 3205, ON, now=NOW)
    assert str(judgement(NAME, 3205, ON).verdict) != "free"
    with pytest.raises(NotAllowed, match="不能占用"):
        hold(NAME, 3205, ON, now=NOW)


def test_a_name_given_up_is_released_on_that_day():
    enter(NAME, 3205, date(2020, 1, 2), now=NOW)
    give_up(NAME, 3205, ON, now=NOW)
    row = registered(NAME, 3205)
    assert (row.state, row.since) == ("released", ON)


def test_both_stand_in_the_audit_without_the_name():
    enter(NAME, 3205, ON, now=NOW)
    give_up(NAME, 3205, ON, now=NOW)
    told = list(Entry.objects.order_by("number").values_list("act", flat=True))
    assert told[-2:] == ["name.entered", "name.given_up"]
    assert NAME not in str(list(Entry.objects.values()))


def test_a_sole_traders_name_is_held_as_a_sole_traders():
    held = hold("昆山市玉山镇测试样例面馆", 3205, ON, now=NOW, sole_trader=True)
    assert held.sole_trader is True


def test_the_enterprise_own_name_does_not_stand_in_the_way_of_its_new_one():
    enter("昆山样例星野贸易有限公司", 3205, date(2020, 1, 2), now=NOW)
    held = hold("昆山样例星野科技有限公司", 3205, ON, now=NOW, own=["昆山样例星野贸易有限公司"])
    assert held.state == "held"
