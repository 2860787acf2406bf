"""Which name a cue spells: what stands beside it, a name with the very character, a name of its sound."""

import pytest

from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def names(*turns):
    return [member.name for member in hear(Transcript.of(*turns)).roster.members if member.name]


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("我弟弟叫何伟，伟大的伟，我堂弟叫何维，火字旁的炜", ["何伟", "何炜"]),
        ("法人丁大饱，宝贝的宝，监事丁小饱，吃饱的饱", ["丁大宝", "丁小饱"]),
        ("丁达宝占六成，何苗占四成，达是大小的大", ["丁大宝", "何苗"]),
        ("我叫丁打饱，最后那个字是宝贝的宝，中间是大小的大", ["丁大宝"]),
    ],
)
def test_each_cue_mends_the_name_it_spells(said, people):
    assert names(said) == people


def test_a_cue_denied_spells_nothing():
    assert names("我叫丁方，不是草字头的芳") == ["丁方"]


def test_a_later_turn_mends_the_one_name_of_that_sound():
    assert names("我叫丁芳", "芳不是草字头的芳，是方圆的方") == ["丁方"]


def test_a_cue_of_a_later_turn_that_fits_two_names_mends_none():
    assert names("法人丁芳，监事何芳", "是方圆的方") == ["丁芳", "何芳"]


def test_a_cue_of_a_character_said_between_leaves_the_enterprise_alone():
    assert names("公司昆山同方橡塑有限公司联系工会主席柴桂芳桂花的桂芬芳的芳") == ["昆山同方橡塑有限公司"]
