"""The words of the counter that sounds are written with: what is said there, where it is, who is meant."""

import pytest

from gaoxing.facts.spoken_words import PLACE, listened_for, spoken_words, surnames


@pytest.mark.parametrize("word", ["注册资本", "法定代表人", "前进西路", "玉山镇", "昆山高新区", "软件开发"])
def test_a_word_of_the_counter_is_known(word):
    assert 0 < spoken_words()[word] <= PLACE


def test_every_word_can_be_written_by_its_sounds():
    assert not [word for word in spoken_words() if not all("\u4e00" <= each <= "\u9fff" for each in word)]


def test_single_characters_are_not_listened_for():
    assert min(map(len, listened_for())) == 2


def test_a_surname_is_nearer_where_a_name_is_awaited():
    assert "欧阳" in surnames()
    assert "王" not in spoken_words()
