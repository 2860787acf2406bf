"""Characters that look alike."""

import pytest

from gaoxing.names.shapes import lookalikes, similar


@pytest.mark.parametrize("pair", ["己已", "未末", "土士", "日曰", "澜谰", "晴睛", "恒垣", "戊戌", "鸟乌", "清晴", "伟炜", "俊骏", "往住", "桐铜"])
def test_a_known_pair_looks_alike_both_ways(pair):
    one, other = pair
    assert other in lookalikes(one)
    assert one in lookalikes(other)


@pytest.mark.parametrize("pair", ["己已", "未末", "日曰"])
def test_the_closest_pairs_are_similar(pair):
    assert similar(*pair)
    assert similar(*reversed(pair))


@pytest.mark.parametrize("pair", ["川用", "熏熹", "唇晨", "山由"])
def test_characters_of_one_outline_are_similar_though_their_strokes_run_otherwise(pair):
    assert similar(*pair)
    assert similar(*reversed(pair))


@pytest.mark.parametrize("pair", ["佳蛙", "帕泊", "昕新"])
def test_the_same_right_part_makes_two_similar_whatever_stands_on_the_left(pair):
    assert similar(*pair)
    assert similar(*reversed(pair))


@pytest.mark.parametrize("pair", ["未鑫", "一龙", "星野", "桐朽", "草萍", "海江", "依体"])
def test_others_are_not(pair):
    assert not similar(*pair)


def test_a_character_is_similar_to_itself_and_not_listed():
    assert similar("启", "启")
    assert "启" not in lookalikes("启")


def test_likeness_holds_both_ways():
    assert all(each in lookalikes(other) for each in "启星野恒越正元澜桐" for other in lookalikes(each))


def test_the_nearest_stands_first():
    assert lookalikes("未")[0] == "末"
    assert lookalikes("睛")[0] == "晴"


def test_nobody_has_so_many_that_a_look_up_grows_long():
    assert max(len(lookalikes(each)) for each in "鑫华盛源达瑞恒信泰宏德隆嘉诚安新博兴和丰桐桂柏") <= 80


def test_what_the_standard_lacks_has_none():
    assert lookalikes("A") == lookalikes("𬭎") == ""
