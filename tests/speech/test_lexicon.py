"""The words that speech may consist of."""

import pytest

from gaoxing.speech.expected import Expected
from gaoxing.speech.lexicon import Lexicon

GENERAL = Lexicon.general()


@pytest.mark.parametrize(("text", "spelt"), [("注册资本", "zhùcèzīběn"), ("银行行长", "yínhánghángzhǎng"), ("重庆", "chóngqìng"), ("一", "yī")])
def test_a_text_is_read_by_its_longest_words(text, spelt):
    assert "".join(each.marked for each in GENERAL.spell(text)) == spelt


@pytest.mark.parametrize("text", ["", "A", "昆山ABC"])
def test_what_cannot_be_read_has_no_syllables(text):
    assert GENERAL.spell(text) == ()


def test_words_laid_above_are_found_and_the_general_ones_stay():
    above = GENERAL.above({"灵隼": 6.0, "A1": 3.0})
    assert [len(layer.keys) for layer in above.layers[1:]] == [1]
    assert above.layers[0] is GENERAL.layers[0]


def test_rows_are_sorted_by_their_syllables():
    keys = GENERAL.layers[0].keys
    assert list(keys) == sorted(keys)


def test_words_of_a_slot_are_added_to_those_it_has():
    lexicon = GENERAL.awaiting(Expected.NAME, {"丁": 5.0}).awaiting(Expected.NAME, {"苏": 5.0})
    assert lexicon.slots[Expected.NAME] == {"丁": 5.0, "苏": 5.0}


def test_what_stands_behind_a_lead_is_told_for_the_ends_of_a_text():
    lexicon = GENERAL.following(("我叫", "叫"), {"丁": 5.0}).following(("叫",), {"苏": 6.0})
    assert lexicon.here("我叫") == ({"丁": 5.0, "苏": 6.0}, {"丁": 5.0})
    assert lexicon.here("他说") == lexicon.here("") == ()


def test_words_behind_leads_and_in_slots_are_remembered_as_likelier_somewhere():
    lexicon = GENERAL.following(("我叫",), {"丁": 5.0}).awaiting(Expected.NAME, {"苏": 6.0})
    assert lexicon.led == {"丁", "苏"}


def test_a_layer_is_spelt_once_for_all_lexicons_above_it():
    lower = Lexicon.general()
    upper = lower.above({"云栈里": 9.0})
    assert lower.layers[0].readings is upper.layers[0].readings
    assert upper.knows("云栈里")
    assert not lower.knows("云栈里")
