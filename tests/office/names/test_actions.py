"""A name is held by one and given free again; judged the same for everybody."""

from datetime import UTC, date, datetime

import pytest

from gaoxing.names.neighbour import State
from gaoxing.office.names.actions import hold, release
from gaoxing.office.names.judging import judgement
from gaoxing.office.names.models import NameKey
from gaoxing.office.refusal import NotAllowed

ON = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
NAME = "昆山星野智能科技有限公司"


def verdict(name):
    return str(judgement(name, 3205, ON).verdict)


@pytest.mark.parametrize(
    ("name", "told"), [(NAME, "不可用"), ("苏州星野信息技术有限公司", "不可用"), ("昆山兴业科技有限公司", "提示相近"), ("昆山星野餐饮有限公司", "可用")]
)
def test_a_name_is_judged_against_the_pool(pool, name, told):
    pool(NAME)
    assert verdict(name) == told


def test_suggestions_are_free_in_the_same_pool(pool):
    pool(NAME)
    suggested = judgement(NAME, 3205, ON).suggestions
    assert 3 <= len(suggested) <= 5
    assert {verdict(each) for each in suggested} == {"可用"}


def test_a_megabyte_is_judged_too(db):
    assert verdict("昆山" + "星" * 1_000_000) != "可用"


def test_a_held_name_is_taken(db):
    hold(NAME, 3205, ON, now=NOW, until=date(2026, 12, 25))
    with pytest.raises(NotAllowed, match="不可用"):
        hold(NAME, 3205, ON, now=NOW)


def test_a_released_hold_is_free_at_once(db):
    hold(NAME, 3205, ON, now=NOW)
    release(NAME, 3205, now=NOW)
    assert verdict(NAME) == "可用"
    assert NameKey.objects.count() == 0


def test_a_name_nobody_may_have_is_not_held(db):
    with pytest.raises(NotAllowed, match="禁用"):
        hold("昆山国家级芯片有限公司", 3205, ON, now=NOW)


def test_a_hold_ends_in_the_future(db):
    with pytest.raises(NotAllowed, match="已经过了"):
        hold(NAME, 3205, ON, now=NOW, until=date(2026, 11, 24))


@pytest.mark.parametrize("state", [State.ACTIVE, State.RELEASED])
def test_a_registered_name_is_not_released_by_hand(pool, state):
    pool(NAME, state=state)
    with pytest.raises(NotAllowed, match="只有占用和保留期内"):
        release(NAME, 3205, now=NOW)


def test_what_is_not_there_is_not_released(db):
    with pytest.raises(NotAllowed, match="没有"):
        release(NAME, 3205, now=NOW)


def test_a_name_cancelled_years_ago_can_be_held(pool):
    pool(NAME, state=State.RELEASED, since=date(2020, 1, 1))
    assert hold(NAME, 3205, ON, now=NOW).state == "held"
