"""Characters that look alike."""

import pytest

from gaoxing.names.shapes import lookalikes, nearest, similar


@pytest.mark.parametrize("pair", ["己已", "未末", "土士", "日曰", "澜谰", "晴睛", "恒垣", "戊戌", "鸟乌"])
def test_a_known_pair_looks_alike_both_ways(pair):
    one, other = pair
    assert other in lookalikes(one)
    assert one in lookalikes(other)


@pytest.mark.parametrize("pair", ["己已", "未末", "日曰"])
def test_the_closest_pairs_are_similar(pair):
    assert similar(*pair)
    assert similar(*reversed(pair))


@pytest.mark.parametrize("pair", ["未鑫", "一龙", "星野"])
def test_others_are_not(pair):
    assert not similar(*pair)


def test_a_character_is_similar_to_itself_and_not_listed():
    assert similar("启", "启")
    assert "启" not in lookalikes("启") + nearest("启")


def test_the_similar_are_among_the_lookalikes():
    assert all(set(nearest(each)) <= set(lookalikes(each)) for each in "启星野恒越正元")


def test_what_the_standard_lacks_has_none():
    assert lookalikes("A") == lookalikes("𬭎") == ""
