from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.scope_words import cut


def texts(said, *barred):
    return [word.text for word in cut(said, barred)]


def test_the_longest_known_term_is_taken():
    assert texts("做二手车中介的") == ["做", "二手车中介"]
    assert texts("卖手机壳") == ["卖", "手机壳"]


def test_an_unknown_compound_is_no_goods():
    assert texts("卖手机支架") == ["卖"]
    assert texts("卖花瓶") == ["卖"]


def test_goods_of_one_character_need_an_end_behind_them():
    assert texts("卖菜的") == ["卖", "菜"]
    assert texts("卖菜店名叫小安") == ["卖", "菜"]


def test_an_items_own_name_is_not_cut_into():
    assert texts("写软件销售") == ["软件销售"]


def test_a_barred_span_is_left_out():
    assert texts("昆山轴承公司卖叉车", (0, 6)) == ["卖", "叉车"]


@given(st.text(alphabet="卖修做轴承手机软件开发票花瓶的，", max_size=30))
def test_words_stand_where_they_say_and_never_overlap(said):
    words = cut(said)
    assert all(said[word.start : word.end] == word.text for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))


def test_other_people_are_no_part_of_a_trade():
    assert texts("给人家装修") == ["装修"]
    assert texts("做家装") == ["做", "家装"]
