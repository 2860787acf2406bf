"""The name wanted and its alternatives: never a partner's, neighbour's or former employer's; two at once are asked about."""

import pytest

from gaoxing.facts.fact import Certainty
from gaoxing.facts.own_name import name_facts
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def read(*turns, **options):
    return {fact.field: fact for fact in name_facts(hear(Transcript.of(*turns)), **options)}


def name(*turns, **options):
    fact = read(*turns, **options).get("name")
    return fact and (list(fact.readings) if fact.certainty is Certainty.UNSURE else fact.value)


def alternatives(*turns):
    fact = read(*turns).get("alternative_names")
    return list(fact.value) if fact else []


OWN = "昆山启云软件有限公司"
SECOND = "昆山望山软件有限公司"
THIRD = "昆山听雨软件有限公司"


@pytest.mark.parametrize(
    "said",
    [
        f"公司叫{OWN}",
        f"公司名字叫{OWN}",
        f"名称是{OWN}",
        f"名称：{OWN}",
        f"我想注册{OWN}",
        f"准备设立{OWN}，注册资本一百万",
        f"{OWN}，法人丁大宝",
        f"我叫丁大宝公司叫{OWN}注册资本一百万",
        f"以前在昆山旧雨软件有限公司上班，现在想开公司叫{OWN}",
        f"公司叫{OWN}，原来我在昆山旧雨软件有限公司干了三年",
        f"公司叫{OWN}，隔壁是昆山邻家贸易有限公司",
        "公司叫昆山起云软件有限公司，启发的启",
        "公司叫昆山启芸软件有限公司，启云的云是白云的云",
        f"嗯公司嘛就叫{OWN}吧",
    ],
)
def test_the_name_is_the_one_claimed(said):
    assert name(said) == OWN


@pytest.mark.parametrize(
    "said", ["", "名字还没想好", "公司名字再说", "我叫丁大宝，想开公司", "以前在昆山旧雨软件有限公司上班", "隔壁是昆山邻家贸易有限公司", "软件有限公司"]
)
def test_without_a_name_of_ones_own_there_is_none(said):
    assert name(said) is None


@pytest.mark.parametrize(
    ("turns", "chosen"),
    [
        ((f"公司叫{OWN}", f"改成{SECOND}"), SECOND),
        ((f"公司叫{OWN}", f"不对，公司名字叫{SECOND}"), SECOND),
        ((f"公司叫{OWN}，不对，公司叫{SECOND}",), SECOND),
        ((f"公司叫{OWN}", f"算了，名称改为{SECOND}", "我叫丁大宝"), SECOND),
        ((f"公司叫{OWN}", f"名称换成{SECOND}", f"还是改成{THIRD}"), THIRD),
    ],
)
def test_a_later_name_replaces_the_first(turns, chosen):
    assert name(*turns) == chosen


@pytest.mark.parametrize(
    ("turns", "others"),
    [
        ((f"公司叫{OWN}，备选{SECOND}",), [SECOND]),
        ((f"公司叫{OWN}，备用名称{SECOND}",), [SECOND]),
        ((f"公司叫{OWN}，不行的话就{SECOND}",), [SECOND]),
        ((f"公司叫{OWN}，重名就用{SECOND}",), [SECOND]),
        ((f"第一个叫{OWN}，第二个{SECOND}，第三个{THIRD}",), [SECOND, THIRD]),
        ((f"公司叫{OWN}，备选{SECOND}和{THIRD}",), [SECOND, THIRD]),
        ((f"公司叫{OWN}", f"备选名称{SECOND}"), [SECOND]),
        ((f"公司叫{OWN}", f"备选{SECOND}", f"备选再加{THIRD}"), [SECOND, THIRD]),
        ((f"公司叫{OWN}",), []),
        ((f"公司叫{OWN}，备选{OWN}",), []),
    ],
)
def test_names_offered_for_the_case_are_alternatives(turns, others):
    assert (name(*turns), alternatives(*turns)) == (OWN, others)


@pytest.mark.parametrize(
    ("last", "others"),
    [
        ("备选不要了", []),
        ("备选的取消", []),
        ("去掉备选", []),
        ("就认准第一个", []),
        ("只报第一个", []),
        ("望山那个备选不要了", [THIRD]),
        ("听雨那个备选去掉", [SECOND]),
        ("我叫丁大宝", [SECOND, THIRD]),
    ],
)
def test_alternatives_taken_back_are_gone(last, others):
    assert alternatives(f"公司叫{OWN}，备选{SECOND}和{THIRD}", last) == others


@pytest.mark.parametrize(
    "said",
    [
        "我要注册昆山启云软件有限公司，还要注册昆山望山贸易有限公司",
        "公司叫昆山启云软件有限公司，另外公司叫昆山望山贸易有限公司",
    ],
)
def test_two_companies_at_once_are_asked_about(said):
    assert name(said) == ["昆山启云软件有限公司", "昆山望山贸易有限公司"]


def test_two_companies_quote_both_names():
    fact = read(f"我要注册{OWN}，还要注册{SECOND}")["name"]
    assert [each.words for each in fact.evidence] == [OWN, SECOND]


def test_a_partner_is_never_the_name():
    said = f"股东昆山望山贸易有限公司占六成，公司叫{OWN}"
    statement = hear(Transcript.of(said))
    partner = next(member.number for member in statement.roster.members if member.name == "昆山望山贸易有限公司")
    assert [fact.value for fact in name_facts(statement, [partner])] == [OWN]


@pytest.mark.parametrize(
    ("said", "shop"),
    [
        ("店名叫昆山高新区启云面馆", "昆山高新区启云面馆"),
        ("昆山启云软件有限公司是我前东家，店名叫昆山高新区启云面馆", "昆山高新区启云面馆"),
        ("名称昆山高新区苏小云理发店", "昆山高新区苏小云理发店"),
        ("公司叫昆山启云软件有限公司", None),
    ],
)
def test_a_sole_trader_is_no_company(said, shop):
    assert name(said, company=False) == shop


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("名称是启云括号昆山软件有限公司", "启云（昆山）软件有限公司"),
        ("名称是启云左括号昆山右括号软件有限公司", "启云（昆山）软件有限公司"),
        ("名称是启云(昆山)软件有限公司", "启云（昆山）软件有限公司"),
    ],
)
def test_brackets_are_written_however_they_are_said(said, meant):
    assert name(said) == meant


def test_characters_may_be_borrowed_from_a_persons_name():
    fact = read("公司叫昆山小芸软件有限公司，跟苏小云名字那两个字一样")["name"]
    assert (fact.value, [each.words for each in fact.evidence]) == ("昆山小云软件有限公司", ["昆山小芸软件有限公司", "苏小云"])


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (f"公司叫{OWN}", [OWN]),
        (f"公司叫{OWN}，云是白云的云", [OWN, "白云的云"]),
        ("公司叫昆山 启云 软件有限公司", ["昆山 启云 软件有限公司"]),
    ],
)
def test_the_name_quotes_the_raw_words_and_its_cues(said, words):
    evidence = read(said)["name"].evidence
    assert [each.words for each in evidence] == [said[each.start : each.end] for each in evidence] == words


def test_alternatives_in_a_chain_are_written_out_in_full():
    said = "名字报昆山云上科技有限公司，如果重了就改云下，再不行就云中"
    assert alternatives(said) == ["昆山云下科技有限公司", "昆山云中科技有限公司"]


def test_an_alternative_is_taken_back_by_its_number():
    said = ("名字第一个昆山云上科技有限公司，第二个用云下，第三个用云中", "第三个名字划掉吧")
    assert alternatives(*said) == ["昆山云下科技有限公司"]


def test_a_company_once_run_is_not_the_one_to_come():
    said = "我以前跟人合开过公司，叫昆山旧云电子有限公司，散伙了，新公司叫昆山新云电子有限公司"
    assert name(said) == "昆山新云电子有限公司"


def test_a_name_taken_back_is_never_kept_silently():
    assert name(f"公司叫{OWN}，不叫启云了，叫望山") == SECOND
    assert name(f"公司叫{OWN}", "不叫启云了，再想想") is None
    assert name(f"公司叫{OWN}，不叫启云了，改成{SECOND}") == SECOND


def test_an_alternative_name_put_right_takes_the_place_of_the_old_one():
    said = (f"公司叫{OWN}，备选昆山望山软件有限公司", "备选的改一个，不叫望山，叫望海")
    assert (name(*said), alternatives(*said)) == (OWN, ["昆山望海软件有限公司"])


def test_of_two_alternatives_only_the_one_named_is_put_right():
    said = (f"公司叫{OWN}，备选昆山望山软件有限公司、昆山临川软件有限公司", "备选里不叫临川，叫临江")
    assert alternatives(*said) == ["昆山望山软件有限公司", "昆山临江软件有限公司"]
