"""Words to listen for, in the code that the engine takes."""

from gaoxing.speech.hotwords import Code
from gaoxing.speech.lexicon import Lexicon

CODE = Code(("<blk>", "<unk>", "k", "ūn", "sh", "ān", "sh\u012b"))


def test_every_token_is_one_character_of_its_own_but_for_the_marks():
    rows = [line.rsplit(" ", 1) for line in CODE.table().splitlines()]
    assert [number for _, number in rows] == [str(number) for number in range(len(CODE.symbols))]
    assert [symbol for symbol, _ in rows][:2] == ["<blk>", "<unk>"]
    assert len({symbol for symbol, _ in rows}) == len(rows)
    assert all(len(symbol) == 1 for symbol, _ in rows[2:])


def test_what_comes_back_is_the_token():
    assert [CODE.back(each) for each in CODE.spell(["k", "ūn", "sh", "ān"])] == ["k", "ūn", "sh", "ān"]
    assert CODE.back("<unk>") == "<unk>"


def test_a_word_that_the_model_cannot_say_is_left_out():
    assert CODE.file(["昆山", "昆明", "A"], Lexicon.general()).splitlines() == [" ".join(CODE.spell(["k", "ūn", "sh", "ān"]))]
