"""Who is meant: names, relations, pronouns and «我» that lead to one person of the talk."""

import pytest

from gaoxing.facts.mentions import Member, Roster
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def members(*turns):
    return hear(Transcript.of(*turns)).roster.members


def names(*turns):
    return [member.name for member in members(*turns)]


def meant(word, *turns):
    """The names behind every token of these words."""
    statement = hear(Transcript.of(*turns))
    return [statement.member(token.who).name for heard in statement.turns for token in heard.tokens if token.words == word]


@pytest.mark.parametrize(
    "turns",
    [
        ("我叫丁大宝",),
        ("我是丁大宝",),
        ("我，丁大宝，占六成",),
        ("本人丁大宝",),
        ("本人叫丁大宝，昆山人",),
        ("丁大宝，就是我",),
        ("丁大宝，也就是我",),
        ("丁大宝就是本人",),
        ("你好，我叫丁大宝",),
        ("法人是我", "我叫丁大宝"),
        ("我占六成", "本人丁大宝"),
        ("嗯那个我呢叫丁大宝",),
        ("姓名：丁大宝，我做法人",),
    ],
)
def test_the_speaker_gets_the_name_said_beside(turns):
    assert [(member.name, member.speaker) for member in members(*turns)] == [("丁大宝", True)]


@pytest.mark.parametrize(
    "turns",
    [
        ("我老婆叫何苗", "我媳妇当监事"),
        ("何苗是我老婆，我爱人做监事",),
        ("我爱人何苗", "老婆做监事"),
        ("我妹妹何苗做监事，我妹妹也管财务",),
        ("舅妈叫何苗，舅妈当监事",),
        ("监事写我妈", "我妈叫何苗"),
        ("我同学何苗做监事，何苗占三成",),
        ("我老婆何苗", "她做监事"),
        ("我大姐叫何苗，她占三成",),
    ],
)
def test_a_relation_and_the_name_beside_it_are_one_person(turns):
    assert [member.name for member in members(*turns) if not member.speaker] == ["何苗"]


@pytest.mark.parametrize(
    ("turns", "people"),
    [
        (("丁大宝是法人，他电话幺三八零零零零幺二三四",), ["丁大宝"]),
        (("丁大宝出三十万，苏小云出二十万", "何苗做监事，他也管财务"), ["何苗"]),
        (("我叫丁大宝，鲁大卫是我朋友，他出二十万",), ["鲁大卫"]),
        (("我爸鲁大卫，我妈何苗，他做监事",), ["鲁大卫"]),
        (("丁大宝做法人", "他占六成"), ["丁大宝"]),
    ],
)
def test_he_is_the_last_third_person_that_fits(turns, people):
    assert meant("他", *turns) == people


@pytest.mark.parametrize(
    ("turns", "people"),
    [
        (("我妈何苗，我爸鲁大卫，他做监事，她做财务",), ["何苗"]),
        (("我老婆何苗", "她手机幺三八零零零零幺二三四"), ["何苗"]),
        (("苏小云占三成", "她做监事"), ["苏小云"]),
    ],
)
def test_she_is_never_a_man_of_the_family(turns, people):
    assert meant("她", *turns) == people


def test_a_pronoun_before_anybody_means_nobody_known():
    assert names("他做监事") == [""]


def test_a_pronoun_is_never_the_speaker():
    assert meant("他", "我叫丁大宝", "法人写他") == [""]


@pytest.mark.parametrize(
    ("turns", "people"),
    [
        (("丁大宝、苏小云、何苗三个股东",), ["丁大宝", "苏小云", "何苗"]),
        (("丁大宝出三十万，苏小云出二十万",), ["丁大宝", "苏小云"]),
        (("我叫丁大宝，我老婆苏小云占四成",), ["丁大宝", "苏小云"]),
        (("法人是我，鲁大卫当监事", "我叫丁大宝"), ["丁大宝", "鲁大卫"]),
        (("股东是昆山启云软件有限公司和丁大宝",), ["昆山启云软件有限公司", "丁大宝"]),
        (("丁大宝做法人", "丁大宝占六成", "丁大宝还做经理"), ["丁大宝"]),
        (("今天真热",), []),
        (("门口放两辆车，房租三千",), []),
        (("公司在虹祺路99号",), []),
    ],
)
def test_everybody_is_a_member_once_in_order_of_mention(turns, people):
    assert names(*turns) == people


def test_a_name_of_the_same_sound_is_the_same_person_heard_twice():
    assert names("何苗做监事", "何淼占三成") == ["何苗"]


def test_a_nickname_gives_way_to_the_full_name():
    assert names("老顾出二十万", "老顾大名叫顾长河") == ["顾长河"]


def test_enterprises_and_persons_are_told_apart():
    assert [member.kind for member in members("昆山启云软件有限公司占六成，丁大宝占四成")] == ["enterprise", "person"]


def test_an_enterprise_said_twice_is_one_member():
    assert names("股东昆山启云软件有限公司", "昆山启云软件有限公司占六成") == ["昆山启云软件有限公司"]


def test_every_mention_leaves_its_spot():
    (member,) = members("丁大宝做法人", "经理也是丁大宝")
    assert [(spot.turn, spot.start, spot.end) for spot in member.spots] == [(0, 0, 3), (1, 4, 7)]


@pytest.mark.parametrize(
    ("turns", "name"),
    [
        (("丁大饱，饱是宝贝的宝",), "丁大宝"),
        (("苏晓云，小是大小的小",), "苏小云"),
        (("我叫丁大宝，宝是宝贝的宝",), "丁大宝"),
        (("苏小芸占三成", "苏小芸的云是白云的云"), "苏小云"),
    ],
)
def test_a_cue_mends_the_character_of_its_sound(turns, name):
    assert names(*turns) == [name]


def test_a_cue_leaves_its_spot_with_the_member():
    (member,) = members("丁大宝，宝是宝贝的宝")
    assert [(cue.character, spot.start, spot.end) for cue, spot in zip(member.cues, member.cue_spots, strict=True)] == [("宝", 6, 10)]


def test_a_member_without_a_name_has_none():
    assert Member(0, "person").name == ""


def test_the_speaker_is_made_once():
    roster = Roster()
    assert roster.speaker() is roster.speaker()
    assert len(roster.members) == 1


def test_members_are_numbered_as_they_come():
    roster = Roster()
    assert [roster.new().number, roster.new("enterprise").number] == [0, 1]


@pytest.mark.parametrize(("one", "other"), [("老婆", "爱人"), ("爱人", "老婆"), ("老婆", "老公")])
def test_husband_wife_and_spouse_are_one_relation(one, other):
    roster = Roster()
    roster.new().relations.add(one)
    assert roster.related(other) is roster.members[0]


def test_an_unknown_relation_is_nobody():
    roster = Roster()
    roster.new().relations.add("妈")
    assert roster.related("舅") is None


@pytest.mark.parametrize(("heard", "kind", "found"), [("丁大宝", "person", True), ("丁大保", "person", False), ("丁大宝", "enterprise", False)])
def test_a_person_is_called_by_name(heard, kind, found):
    roster = Roster()
    roster.new().heard = "丁大宝"
    assert (roster.called(heard, kind) is not None) is found


@pytest.mark.parametrize(("heard", "found"), [("丁大保", True), ("丁二宝", False)])
def test_a_name_of_the_same_sound_may_be_the_same_person(heard, found):
    roster = Roster()
    roster.new().heard = "丁大宝"
    assert (roster.sounding(heard) is not None) is found


@pytest.mark.parametrize(("pronoun", "relation", "fits"), [("他", "妈", False), ("她", "爸", False), ("他", "爸", True), ("她", "妈", True)])
def test_a_pronoun_fits_the_relation(pronoun, relation, fits):
    roster = Roster()
    roster.new().relations.add(relation)
    assert bool(roster.thirds(pronoun)) is fits


def test_the_division_of_an_enterprise_is_not_mended():
    (member,) = members("公司名叫昆山启云软件有限公司，昆是昆虫的昆")
    assert member.name == "昆山启云软件有限公司"
