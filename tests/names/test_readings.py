"""How characters sound."""

import pytest

from gaoxing.names.readings import readings, same_sound


@pytest.mark.parametrize(
    ("character", "sounds"), [("重", {"chong", "zhong"}), ("行", {"hang", "xing"}), ("乐", {"le", "yue"}), ("绿", {"lu", "lv"}), ("大", {"da"})]
)
def test_a_polyphone_has_the_readings_that_people_use(character, sounds):
    assert readings(character) == (sounds,)


@pytest.mark.parametrize(("character", "sound"), [("珩", "heng"), ("晟", "sheng"), ("翟", "zhai"), ("褚", "chu"), ("莘", "xin"), ("隽", "jun"), ("曾", "zeng")])
def test_a_reading_that_only_names_show_is_known(character, sound):
    assert sound in readings(character)[0]


@pytest.mark.parametrize("pair", ["景英", "射业", "揭启"])
def test_readings_of_the_classics_make_no_homophones(pair):
    assert not same_sound(*pair)


def test_a_character_without_a_reading_stands_for_itself():
    assert readings("A口") == ({"A"}, {"kou"})


@pytest.mark.parametrize(("one", "other"), [("牛栏山", "牛兰山"), ("启澜", "奇蓝"), ("音乐", "因月"), ("", "")])
def test_homophones_sound_alike(one, other):
    assert same_sound(one, other)
    assert same_sound(other, one)


@pytest.mark.parametrize(("one", "other"), [("启澜", "澜启"), ("启澜", "启"), ("音乐", "因罗")])
def test_others_do_not(one, other):
    assert not same_sound(one, other)
