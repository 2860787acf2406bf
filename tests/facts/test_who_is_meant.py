from gaoxing.facts.name_slot import find_slots
from gaoxing.facts.statement import hear
from gaoxing.facts.who_is_meant import named
from gaoxing.speech.transcript import Transcript


def people(*turns):
    said = hear(Transcript.of(*turns), slots=find_slots)
    return [[said.member(token.who).name for token in named(said, heard) if token.who >= 0] for heard in said.turns]


def test_i_am_who_i_say_i_am_later():
    assert people("他的三成转给我", "我叫何苗")[0][-1] == "何苗"


def test_a_speaker_without_a_name_is_nobody():
    assert people("法人换成我") == [[]]


def test_words_of_a_passing_are_nobody():
    assert "转让价款" not in people("受让方苏小云，转让价款三十万")[0]
