import pytest

from gaoxing.facts.pieces import Pieces
from gaoxing.facts.scope_words import is_trade_word


@pytest.mark.parametrize(("said", "word"), [("想开个艾灸馆", "艾灸馆"), ("我是写程序的", "程序"), ("开一个花店", "开一个花店")])
def test_a_kind_of_shop_or_a_part_of_a_trade_is_no_persons_name(said, word):
    assert word not in [each.name for each in Pieces.of(said, None).names()]


@pytest.mark.parametrize(("said", "name"), [("法人程序", "程序"), ("我叫花艺", "花艺"), ("经营者王开锁", "王开锁")])
def test_a_person_may_be_called_like_a_trade(said, name):
    start = said.index(name)
    assert not is_trade_word(said, start, start + len(name))
