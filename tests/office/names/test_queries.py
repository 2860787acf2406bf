"""The pool is asked: neighbours of a name, within its prefecture."""

from datetime import date

import pytest

from gaoxing.names.composition import split
from gaoxing.names.keys import asked
from gaoxing.names.neighbour import Neighbour, State
from gaoxing.office.names.models import NameKey, NameLoad, RegisteredName
from gaoxing.office.names.queries import neighbours, pool_size, registered

HELD = "昆山星野智能科技有限公司"


def found(name, prefecture=3205):
    return {each.name for each in neighbours(asked(split(name)), prefecture)}


@pytest.mark.parametrize("name", [HELD, "苏州兴业信息技术有限公司", "昆山新星野科技有限公司", "昆山野星科技有限公司", "昆山星野餐饮有限公司"])
def test_a_near_name_is_found(pool, name):
    pool(HELD, "昆山恒越贸易有限公司")
    assert found(name) == {HELD}


def test_another_prefecture_is_another_pool(pool):
    pool(HELD)
    assert found(HELD, 3201) == set()


def test_a_neighbour_has_its_parts_and_dates(pool):
    pool(HELD, state=State.RETAINED, until=date(2026, 12, 1))
    (one,) = neighbours(asked(split(HELD)), 3205)
    assert one == Neighbour(HELD, "昆山", "星野", "智能科技", "有限公司", State.RETAINED, date(2024, 5, 6), "3205", date(2026, 12, 1), None)


def test_the_row_of_a_name_is_found_however_it_is_bracketed(pool):
    pool("星野（昆山）智能科技有限公司")
    assert registered("星野(昆山) 智能科技有限公司", 3205).state == "active"
    assert registered("没有的名称", 3205) is None
    assert pool_size() == 1


def test_the_keys_lie_in_one_tree_with_the_prefecture_first(pool):
    pool(HELD)
    assert NameKey._meta.pk_fields[0].name == "prefecture"
    assert set(NameKey.objects.values_list("prefecture", flat=True)) == {3205}


def test_the_rows_say_what_they_are(pool):
    pool(HELD)
    assert str(RegisteredName.objects.get()) == f"{HELD} 3205 active"
    assert str(NameKey.objects.first()).startswith("3205 ")
    assert str(NameLoad(digest="ab" * 32, rows=7)) == "abababababab 7"
