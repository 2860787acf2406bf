import pytest

from gaoxing.facts.premises import premises_facts
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def premises(*said, asked=None):
    turns = [{"said": words} for words in said]
    if asked:
        turns[0]["asked"] = asked
    return next((fact.value for fact in premises_facts(hear(Transcript.from_json({"turns": turns})), "premises")), None)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("地址先用人民南路66号附2号，法人我", "人民南路66号附2号"),
        ("店在北门路三十号附一号资金五万", "北门路30号附1号"),
        ("门面租在萧林路88号之2", "萧林路88号之2"),
        ("住所：玉山镇景王路500号4幢B302室\n从业6人", "玉山镇景王路500号4幢B302室"),
        ("地址 昆山高新区景王路18号商业街2-105 个人经营", "昆山高新区景王路18号商业街2-105"),
        ("地址景王路18号商铺A-12", "景王路18号商铺A-12"),
        ("地址在汉浦路三百十二号店里一共五个人", "汉浦路312号"),
        ("门面在汉浦路一百十号", "汉浦路110号"),
        ("位置在长月泾西路88号", "长月泾西路88号"),
        ("注册在长江中路560号A座", "长江中路560号A座"),
        ("住所在昆山高新区工研院科技园3号楼502室", "昆山高新区工研院科技园3号楼502室"),
        ("厂房在大渔村5组12号", "大渔村5组12号"),
        ("地址周市镇东方村三组八号", "周市镇东方村3组8号"),
        ("店在人民路10号B1层", "人民路10号B1层"),
        ("店在人民路10号负一楼12号铺", "人民路10号负1楼12号铺"),
        ("店面在同丰路12-14号", "同丰路12-14号"),
        ("店面在同丰路十二到十四号", "同丰路12-14号"),
        ("店在同丰路12号一到三层", "同丰路12号1到3层"),
        ("店在同丰路12号二层", "同丰路12号2层"),
    ],
)
def test_an_address_is_read_to_its_last_part(said, wanted):
    assert premises(said) == wanted


@pytest.mark.parametrize("home", ["没有店面就用家里的", "没有门面，就用我家的房子，", "店面没有，就写自己家的"])
def test_the_home_is_the_premises_where_it_is_used_for_the_business(home):
    assert premises(f"{home}新南路五百号三幢四零幺室") == "新南路500号3幢401室"


@pytest.mark.parametrize("said", ["我家住在新南路500号3幢401室", "在萧林路88号旁边租了个仓库放货", "房东住新南路500号"])
def test_a_home_a_storeroom_and_a_landlords_place_are_no_premises(said):
    assert premises(said) is None


@pytest.mark.parametrize(
    ("first", "later", "wanted"),
    [
        ("震川东路二百二十一号二楼", "哦二楼租不下来换到一楼了一百零三室", "震川东路221号1楼103室"),
        ("震川东路221号5幢201室", "房号改一下，改成203室", "震川东路221号5幢203室"),
        ("震川东路221号3楼305室", "搬到四楼了，406室", "震川东路221号4楼406室"),
        ("震川东路221号3幢305室", "幢号说错了，是5幢，306室", "震川东路221号5幢306室"),
        ("震川东路221号3楼", "三楼到五楼都是别人的", "震川东路221号3楼"),
    ],
)
def test_a_later_turn_changes_only_the_parts_it_names(first, later, wanted):
    assert premises(first, later, asked="premises") == wanted


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("我叫何苗，店在虹祺路九十九号，资金五万", "虹祺路九十九号"),
        ("店在 虹祺路 99 号", "虹祺路 99 号"),
        ("嗯住所在虹祺路九十九号三零一室。", "虹祺路九十九号三零一室"),
    ],
)
def test_the_address_quotes_the_raw_words(said, words):
    (fact,) = premises_facts(hear(Transcript.of(said)), "domicile")
    (evidence,) = fact.evidence
    assert (fact.field, evidence.words, said[evidence.start : evidence.end]) == ("domicile", words, words)


def test_a_mended_address_quotes_both_turns():
    (fact,) = premises_facts(hear(Transcript.of("震川东路221号5幢201室", "房号改一下，改成203室")), "domicile")
    assert [each.turn for each in fact.evidence] == [0, 1]


@pytest.mark.parametrize("said", ["", "店还没租", "我叫丁大宝，资金五万", "手机幺三八零零零零幺二三四", "公司叫昆山启云软件有限公司"])
def test_without_an_address_there_are_no_premises(said):
    assert premises(said) is None


def test_the_last_address_said_wins():
    assert premises("店在虹祺路99号", "店换到柏庐路118号了") == "柏庐路118号"


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        (("店在虹祺路99号，房东住新南路500号",), "虹祺路99号"),
        (("我家住在新南路500号3幢401室，店在虹祺路99号",), "虹祺路99号"),
        (("店在虹祺路99号", "我叫丁大宝，资金五万"), "虹祺路99号"),
    ],
)
def test_another_address_does_not_displace_the_premises(turns, wanted):
    assert premises(*turns) == wanted


@pytest.mark.parametrize("asked", ["domicile", "premises", "location"])
def test_a_bare_answer_is_the_premises(asked):
    assert premises("虹祺路99号301室", asked=asked) == "虹祺路99号301室"


def test_an_address_without_a_word_for_what_it_is_is_only_likely():
    (bare,) = premises_facts(hear(Transcript.of("我在玉山镇示例路8号")), "premises")
    (cued,) = premises_facts(hear(Transcript.of("地址在玉山镇示例路8号")), "premises")
    (asked,) = premises_facts(hear(Transcript.of(("premises", "玉山镇示例路8号"))), "premises")
    assert [str(each.certainty) for each in (bare, cued, asked)] == ["likely", "certain", "certain"]


STAND = "办个体户，店开在昆山市玉山镇前进西路188号"


def premises_of(*turns, field="premises"):
    return [fact.value for fact in premises_facts(hear(Transcript.of(*turns)), field)]


@pytest.mark.parametrize("answer", ["昆山市玉山镇前进西路200号", "住所是昆山市玉山镇前进西路200号", "我住在昆山市玉山镇前进西路200号"])
def test_where_somebody_lives_leaves_the_premises_as_they_are(answer):
    assert premises_of(STAND, ("operator.address", answer)) == ["昆山市玉山镇前进西路188号"]
    assert premises_of(STAND, ("parties.0.address", answer), field="domicile") == ["昆山市玉山镇前进西路188号"]


def test_an_answer_about_somebody_that_names_the_shop_is_about_the_shop():
    assert premises_of(STAND, ("operator.address", "店改开在昆山市玉山镇前进西路200号")) == ["昆山市玉山镇前进西路200号"]


def test_a_home_named_later_is_not_where_the_business_is():
    assert premises_of(f"{STAND}。住所：昆山市玉山镇前进西路200号") == ["昆山市玉山镇前进西路188号"]


@pytest.mark.parametrize("words", ["不对，住所是昆山市玉山镇前进西路200号", "地址改成昆山市玉山镇前进西路200号"])
def test_premises_put_right_are_taken(words):
    assert premises_of(STAND, words) == ["昆山市玉山镇前进西路200号"]
