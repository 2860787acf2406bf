"""Names are put into the pool once, the later state counts, and are taken out with their keys."""

from datetime import date

import pytest

from gaoxing.names.neighbour import State
from gaoxing.office.names.bulk import numbers
from gaoxing.office.names.models import NameKey, RegisteredName
from gaoxing.office.names.storing import Stored, remove

HELD = "昆山星野智能科技有限公司"


def test_a_name_is_one_row_with_its_keys(pool):
    assert pool(HELD, HELD) == Stored(1, 0)
    assert NameKey.objects.count() == 2


@pytest.mark.parametrize(("since", "state"), [(date(2025, 1, 1), "released"), (date(2023, 1, 1), "active")])
def test_the_later_state_counts(pool, since, state):
    pool(HELD)
    pool(HELD, state=State.RELEASED, since=since)
    assert RegisteredName.objects.get().state == state
    assert NameKey.objects.count() == 2


def test_the_same_name_stands_in_each_prefecture(pool):
    pool(HELD)
    assert pool(HELD, prefecture=3201) == Stored(1, 0)


def test_a_removed_name_leaves_no_key(pool):
    pool(HELD, "昆山恒越明贸易有限公司")
    remove(RegisteredName.objects.get(name=HELD))
    assert set(NameKey.objects.values_list("name_id", flat=True)) == {RegisteredName.objects.get().pk}


def test_numbers_are_nobodys(pool):
    pool(HELD)
    taken = RegisteredName.objects.get().pk
    assert taken not in numbers("names_registeredname", 3)
    assert list(numbers("names_registeredname", 0)) == []
