import pytest

from gaoxing.facts.name_slot import find_slots
from gaoxing.facts.passing import passings
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def told(text):
    said = hear(Transcript.of(text), slots=find_slots)
    parties = {member.number for member in said.roster.members if member.name}
    found = passings(said, said.turns[0], parties)
    return [(said.member(each.giver).name, said.member(each.taker).name, float(each.part * 100) if each.part else each.amount) for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("丁大宝把名下30%的股权转给何苗", [("丁大宝", "何苗", 30)]),
        ("丁大宝转百分之十五给何苗，转百分之十给邵阳", [("丁大宝", "何苗", 15), ("丁大宝", "邵阳", 10)]),
        ("股权转让，丁大宝向何苗转让12%，向邵阳转让8%", [("丁大宝", "何苗", 12), ("丁大宝", "邵阳", 8)]),
        ("丁大宝把股权分别转让给何苗百分之二十邵阳百分之十", [("丁大宝", "何苗", 20), ("丁大宝", "邵阳", 10)]),
        ("丁大宝转让给何苗和邵阳各5%的股权", [("丁大宝", "何苗", 5), ("丁大宝", "邵阳", 5)]),
        ("丁大宝、苏小云各转让5%股权给何苗", [("丁大宝", "何苗", 5), ("苏小云", "何苗", 5)]),
        ("丁大宝那五十万的出资额转给邵阳，作价八十万", [("丁大宝", "邵阳", 500000)]),
        ("何苗退出，股份由丁大宝接手", [("何苗", "丁大宝", None)]),
        ("何苗要接手丁大宝手里的股份，一共是二十五个点", [("丁大宝", "何苗", 25)]),
        ("丁大宝他那三成里的一成股权给何苗", [("丁大宝", "何苗", 10)]),
        ("丁大宝持股四成，把其中一半转让给何苗", [("丁大宝", "何苗", 20)]),
        ("丁大宝占四成，全部转给何苗", [("丁大宝", "何苗", 40)]),
        ("股东由丁大宝变更为何苗，转百分之百", [("丁大宝", "何苗", 100)]),
        ("丁大宝要走了，他的三成股权，何苗和邵阳一人一半", [("丁大宝", "何苗", 15), ("丁大宝", "邵阳", 15)]),
    ],
)
def test_a_turn_tells_who_gives_whom_how_much(text, found):
    assert told(text) == found


@pytest.mark.parametrize("text", ["股权不转了", "丁大宝占六成，何苗占四成", "法人由丁大宝变更为何苗"])
def test_nothing_passes_where_nobody_hands_anything_on(text):
    assert told(text) == []


def test_several_who_inherit_share_what_was_held():
    found = told("股东丁大宝过世了，他的百分之五十股权由妻子何苗和儿子丁小宝各继承一半")
    assert found == [("丁大宝", "何苗", 25), ("丁大宝", "丁小宝", 25)]
