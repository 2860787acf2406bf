"""The operator and the family: who is named for the post, else the speaker, else the one whom it is all about."""

import pytest

from gaoxing.facts.operator import operator_facts
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript

IDENTITY = "320583199003077512"


def read(*turns, family=False):
    return list(operator_facts(hear(Transcript.of(*turns)), family=family))


def values(*turns, family=False):
    return {fact.field: fact.value for fact in read(*turns, family=family)}


@pytest.mark.parametrize(
    ("turns", "name"),
    [
        (("经营者是苏小云",), "苏小云"),
        (("经营者：苏小云",), "苏小云"),
        (("经营者写苏小云",), "苏小云"),
        (("店主是苏小云",), "苏小云"),
        (("业主写苏小云",), "苏小云"),
        (("负责人苏小云",), "苏小云"),
        (("苏小云当经营者",), "苏小云"),
        (("苏小云来做店主",), "苏小云"),
        (("经营者姓名苏小云",), "苏小云"),
        (("经营者就写我，我叫苏小云",), "苏小云"),
        (("我叫丁大宝，店给我老婆苏小云开，经营者写苏小云",), "苏小云"),
        (("我叫丁大宝，经营者写我老婆", "我老婆叫苏小云"), "苏小云"),
        (("我叫丁大宝，经营者写我", "改一下，经营者换成苏小云"), "苏小云"),
        (("经营者丁大宝", "经营者还是写苏小云"), "苏小云"),
        (("我叫丁大宝", ("operator", "苏小云")), "苏小云"),
        ((("operator", "我老婆苏小云"),), "苏小云"),
    ],
)
def test_who_is_named_for_the_post_is_the_operator(turns, name):
    assert values(*turns)["operator.name"] == name


@pytest.mark.parametrize(
    ("turns", "name"),
    [
        (("我叫苏小云，想开个面馆",), "苏小云"),
        (("我叫苏小云，房东鲁大卫",), "苏小云"),
        (("房东叫鲁大卫，我叫苏小云",), "苏小云"),
        (("本人苏小云，跟何苗学的手艺",), "苏小云"),
        (("苏小云想开个理发店",), "苏小云"),
    ],
)
def test_without_a_post_it_is_the_speaker_or_the_only_one(turns, name):
    assert values(*turns)["operator.name"] == name


@pytest.mark.parametrize("turns", [("",), ("想开个面馆",), ("经营者还没定",), ("今天真热", "资金五万")])
def test_without_a_person_there_is_no_operator(turns):
    assert values(*turns) == {}


@pytest.mark.parametrize(
    ("turns", "numbers"),
    [
        (("经营者是苏小云，手机13800001234",), (None, "13800001234")),
        ((f"经营者是苏小云，身份证{IDENTITY}手机13800001234",), (IDENTITY, "13800001234")),
        (("我叫丁大宝，经营者写何苗，何苗电话13800001234，我的电话13900001234",), (None, "13800001234")),
        (("经营者苏小云，代办人梅小雪手机13900001234，苏小云手机13800001234",), (None, "13800001234")),
        (("我叫苏小云", "我手机13800001234"), (None, "13800001234")),
        (("经营者苏小云，手机13800001234", "后四位错了，是四三二一"), (None, "13800004321")),
        (("手机13800001234",), (None, "13800001234")),
        (("我叫苏小云",), (None, None)),
    ],
)
def test_the_operator_has_their_own_numbers(turns, numbers):
    found = values(*turns)
    assert (found.get("operator.id_number"), found.get("operator.mobile")) == numbers


def test_another_persons_number_is_not_the_operators():
    assert "operator.mobile" not in values("我叫苏小云，鲁大卫是房东，鲁大卫手机13800001234")


@pytest.mark.parametrize(
    ("turns", "members"),
    [
        (("我们夫妻俩，我叫丁大宝，我老婆何苗",), ["何苗"]),
        (("经营者丁大宝，家庭成员何苗和苏小云",), ["何苗", "苏小云"]),
        (("经营者写何苗，我叫丁大宝，一家人一起开",), ["丁大宝"]),
        (("我叫丁大宝，一家人一起开",), []),
    ],
)
def test_the_others_are_the_family_that_joins_in(turns, members):
    found = values(*turns, family=True)
    assert [value for field, value in found.items() if field.startswith("family_members.") and field.endswith(".name")] == members


def test_a_family_members_number_stays_with_them():
    found = values(f"经营者丁大宝，家庭成员何苗，身份证{IDENTITY}", family=True)
    assert (found["family_members.0.id_number"], "operator.id_number" in found) == (IDENTITY, False)


def test_a_family_members_telephone_is_not_wanted():
    assert "family_members.0.mobile" not in values("经营者丁大宝，家庭成员何苗，手机13800001234", family=True)


def test_without_family_running_it_there_are_no_members():
    assert set(values("我叫丁大宝，我老婆何苗")) == {"operator.name"}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("经营者是苏小云", ["苏小云"]),
        ("经营者 苏 小 云", ["苏 小 云"]),
        ("经营者苏小芸，云是白云的云", ["苏小芸", "白云的云"]),
    ],
)
def test_the_name_quotes_the_raw_words_and_its_cues(said, words):
    evidence = read(said)[0].evidence
    assert [each.words for each in evidence] == [said[each.start : each.end] for each in evidence] == words


@pytest.mark.parametrize(
    ("turns", "name"),
    [
        (("经营者写我，丁大宝", "经营者别写我了，我岁数大了，写我儿子丁小宝"), "丁小宝"),
        (("办个体户，我叫丁大宝", "不是我当经营者了，换我爱人，何苗"), "何苗"),
        (("我是经营者，叫何苗，老公叫丁大宝",), "何苗"),
        (("我是经营者，姓何名苗，老公叫丁大宝",), "何苗"),
        (("经营者我，鲁长贵，老婆叫何苗",), "鲁长贵"),
        (("店主是我爱人，她叫何苗，我叫丁大宝，我来跑腿",), "何苗"),
    ],
)
def test_the_post_of_the_operator_passes_on_like_any_other(turns, name):
    assert values(*turns)["operator.name"] == name


@pytest.mark.parametrize("said", ["经营者我丁大宝，家庭成员有何苗和丁小宝", "我丁大宝是经营者，老婆何苗和儿子丁小宝一起做"])
def test_the_family_is_all_but_the_operator(said):
    found = values(said, family=True)
    assert [found["operator.name"], found["family_members.0.name"], found["family_members.1.name"]] == ["丁大宝", "何苗", "丁小宝"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("我帮我妈办个体户，我妈叫何苗，我叫丁大宝", "何苗"),
        ("我替我舅舅来办执照，舅舅叫鲁大卫，我叫丁大宝", "鲁大卫"),
        ("我妈想开个小店，她叫我来弄，她叫何苗，我叫丁大宝", "何苗"),
        ("我帮我妈办过一次，现在我自己办个体户，经营者我，丁大宝，我妈叫何苗", "丁大宝"),
        ("我叫丁大宝，我给工人办社保的时候听说的，想办个体户", "丁大宝"),
    ],
)
def test_who_came_on_an_errand_is_not_the_operator(said, name):
    assert values(said)["operator.name"] == name
