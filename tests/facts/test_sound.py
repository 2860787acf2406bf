"""Sounds: homophones are found, other characters are not."""

from gaoxing.facts.sound import alike, homophones, same, syllables


def test_a_character_has_its_common_syllables():
    assert syllables("重") == {"zhong", "chong"}


def test_a_latin_letter_has_no_syllable():
    assert syllables("A") == frozenset()


def test_same_is_strict_and_alike_lets_neighbours_pass():
    assert same("伟", "维")
    assert not same("林", "凌")
    assert alike("林", "凌")
    assert alike("沈", "盛")
    assert not alike("张", "李")


def test_homophones_hold_the_character_itself_first():
    assert homophones("伟")[0] == "伟"
    assert "维" in homophones("伟")
