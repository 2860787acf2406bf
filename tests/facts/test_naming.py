"""Whose a name is: beside 我, described, put right, heard twice; titles and given names."""

import pytest

from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def people(*turns):
    """Names with whether they are the speaker's, the nameless left out."""
    return {member.name: member.speaker for member in hear(Transcript.of(*turns)).roster.members if member.name and member.kind == "person"}


@pytest.mark.parametrize(
    "said",
    [
        "我，也就是现在跟您说话的丁大宝，出六十五万",
        "我是男方，叫丁大宝，出六十万",
        "丁大宝，就我一个股东",
        "我是经营者，叫丁大宝",
        "我叫何苗，哦不，丁大宝",
        "我丁大饱，不对，丁大宝，占六成",
    ],
)
def test_the_speaker_has_one_name(said):
    assert people(said) == {"丁大宝": True}


@pytest.mark.parametrize(
    ("turns", "found"),
    [
        (("何苗出三十万，何淼出二十万",), ["何苗", "何淼"]),
        (("股东何苗和何淼",), ["何苗", "何淼"]),
        (("法人何苗", "何淼的手机一三八零零零零零零零零"), ["何苗"]),
        (("法人何苗，禾苗的苗，何淼占六成",), ["何苗"]),
    ],
)
def test_like_sounding_names_are_one_or_two_people(turns, found):
    assert list(people(*turns)) == found


def test_two_writings_that_nothing_settles_are_kept_both():
    (member,) = [each for each in hear(Transcript.of("法人何苗，财务负责人何淼")).roster.members if each.name]
    assert (member.name, member.variants) == ("何苗", ["何淼"])


@pytest.mark.parametrize(
    "said",
    [
        "老顾叫顾海波，老顾做法人",
        "股东顾海波，老顾做法人",
        "大股东是顾总，全名顾海波，顾总做法人",
        "老顾出二十万，法人顾海波",
        "股东顾海波，海波做法人",
    ],
)
def test_a_surname_or_a_given_name_leads_to_the_one_so_called(said):
    assert list(people(said)) == ["顾海波"]


def test_a_surname_that_two_bear_leads_to_nobody():
    roster = hear(Transcript.of("股东顾海波和顾小云，老顾做法人")).roster
    assert [member.name for member in roster.members if "老顾" in member.relations] == [""]


@pytest.mark.parametrize(("word", "name"), [("老大", "丁大宝"), ("老二", "丁小云"), ("老幺", "丁小宝")])
def test_children_are_known_by_their_rank(word, name):
    roster = hear(Transcript.of(f"大儿子叫丁大宝，二女儿丁小云，小儿子丁小宝，法人{word}")).roster
    assert next(member.name for member in roster.members if word in member.relations) == name


def test_the_chinese_name_of_a_foreign_enterprise_is_its_name():
    roster = hear(Transcript.of("唯一股东Lumen Ltd不好写，中文名叫鲁门控股有限公司")).roster
    assert [member.name for member in roster.members if member.kind == "enterprise"] == ["鲁门控股有限公司"]
