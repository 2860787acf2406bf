"""The roster: found again by name, sound, relation, title; a nameless member that turns out to be a named one."""

import pytest

from gaoxing.facts.cue import Cue
from gaoxing.facts.mentions import Roster, Spot


def roster(*names):
    made = Roster()
    for name in names:
        made.new().heard = name
    return made


def test_a_name_spelt_otherwise_is_somebody_else():
    made = roster("何伟")
    made.members[0].cues.append(Cue(0, 4, "伟"))
    assert made.called("何伟", "person", [Cue(9, 12, "炜")]) is None
    assert made.called("何伟", "person") is made.members[0]


def test_the_spelt_name_is_known_under_what_was_heard_too():
    made = roster("丁大饱")
    made.members[0].cues.append(Cue(0, 4, "宝"))
    assert made.called("丁大宝", "person") is made.called("丁大饱", "person") is made.members[0]


@pytest.mark.parametrize(("key", "found"), [("老顾", "顾海波"), ("顾总", "顾海波"), ("顾工", "顾海波"), ("老丁", None), ("老何", None)])
def test_a_surname_leads_to_the_only_one_who_has_it(key, found):
    member = roster("顾海波", "何苗", "何伟").related(key)
    assert (member and member.name) == found


def test_a_full_name_joins_the_nickname_said_before():
    made = Roster()
    made.new().relations.add("老顾")
    assert made.nicknamed("顾海波") is made.members[0]
    assert made.nicknamed("何苗") is None


@pytest.mark.parametrize(("key", "relation"), [("老大", "大儿子"), ("老二", "二女儿"), ("老幺", "小儿子"), ("老板娘", "他太太"), ("老公", "爱人")])
def test_other_words_for_a_relation_are_one_person(key, relation):
    made = Roster()
    made.new().relations.add(relation)
    assert made.related(key) is made.members[0]


def test_joining_hands_everything_over():
    made = roster("何苗")
    nameless = made.new()
    nameless.relations.add("妹")
    nameless.spots.append(Spot(0, 0, 2))
    made.join(made.members[0], nameless)
    assert (made.resolved(1), made.members[0].relations, nameless.relations) == (0, {"妹"}, set())
    assert made.thirds("她") == [made.members[0]]


def test_nobody_is_anybody_but_themselves_at_first():
    assert roster("何苗", "丁大宝").resolved(1) == 1
    assert Roster().resolved(-1) == -1


def test_the_last_spoken_of_comes_first():
    made = roster("何苗", "丁大宝")
    made.members[0].spots.append(Spot(1, 0, 2))
    made.members[1].spots.append(Spot(0, 8, 11))
    assert [each.name for each in made.thirds("他")] == ["何苗", "丁大宝"]


def test_a_question_between_two_is_never_meant_itself():
    made = roster("何苗", "丁大宝")
    made.new().either = (0, 1)
    assert len(made.thirds("他")) == 2
