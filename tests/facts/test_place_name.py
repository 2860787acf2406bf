import pytest

from gaoxing.facts.place_name import CHAIN, PLACE, is_local, place_names


@pytest.mark.parametrize("name", ["江苏", "江苏省", "内蒙古", "广西", "苏州市", "延边", "昆山", "玉山镇", "昆山高新区", "德国", "太仓", "黔东南"])
def test_a_division_is_known_with_and_without_its_last_word(name):
    assert name in place_names()


def test_no_name_is_a_single_character():
    assert min(map(len, place_names())) == 2


def test_divisions_in_a_row_are_one_chain():
    assert CHAIN.match("江苏省苏州市昆山市玉山镇前进路").group() == "江苏省苏州市昆山市玉山镇"
    assert PLACE.match("昆山高新区小店").group() == "昆山高新区"


def test_kunshans_neighbours_are_local():
    assert is_local("苏州工业园区")
    assert not is_local("大同")
