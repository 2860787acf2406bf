"""Ways and dates of paying in: for all, for one, mended; a term of the company and a lease are no due date."""

import pytest

from gaoxing.facts.fact import Certainty
from gaoxing.facts.mentions import Spot
from gaoxing.facts.payment import Payment, Payments, find_methods, is_due
from tests.facts.talk import facts, misquoted, paid

TWO = "丁大宝占六成，苏小云占四成，"
CASH = {"丁大宝": "cash", "苏小云": "cash"}

METHODS = {
    "货币": "cash",
    "货币资金": "cash",
    "现金": "cash",
    "现款": "cash",
    "知识产权": "intellectual_property",
    "发明专利作价": "intellectual_property",
    "软件著作权": "intellectual_property",
    "商标权出资": "intellectual_property",
    "技术入股": "intellectual_property",
    "土地使用权": "land_use_right",
    "土地作价": "land_use_right",
    "股权出资": "equity",
    "债权": "claim",
    "实物": "in_kind",
    "机器设备作价": "in_kind",
    "厂房入股": "in_kind",
}

FOR_ALL = {
    f"{TWO}都用现金": CASH,
    f"{TWO}都是货币出资": CASH,
    f"{TWO}全部货币出资": CASH,
    f"{TWO}出资方式都是货币": CASH,
    f"{TWO}大家都出现金": CASH,
    f"注册资本一百万，都用现金。{TWO}": CASH,
    f"{TWO}统一现金": CASH,
    "丁大宝全资，货币出资": {"丁大宝": "cash"},
}

FOR_ONE = {
    "丁大宝占六成，以实物出资；何苗占四成，以货币出资": {"丁大宝": "in_kind", "何苗": "cash"},
    "丁大宝出六十万现金，何苗拿设备作价四十万": {"丁大宝": "cash", "何苗": "in_kind"},
    "丁大宝以知识产权出资四十万，何苗以货币出资六十万": {"丁大宝": "intellectual_property", "何苗": "cash"},
    "丁大宝用现金出六十万，苏小云以专利作价四十万": {"丁大宝": "cash", "苏小云": "intellectual_property"},
    "丁大宝以货币出资六十万，苏小云以实物出资四十万": {"丁大宝": "cash", "苏小云": "in_kind"},
    "丁大宝用厂房作价占六成，苏小云用现金占四成": {"丁大宝": "in_kind", "苏小云": "cash"},
    "丁大宝占六成用现金，苏小云占四成用土地使用权": {"丁大宝": "cash", "苏小云": "land_use_right"},
    "丁大宝拿债权出资六十万，苏小云拿股权出资四十万": {"丁大宝": "claim", "苏小云": "equity"},
    "丁大宝现金出三十万，苏小云现金出七十万": CASH,
}

MENDED = {
    (f"{TWO}都用现金", "苏小云改成实物"): {"丁大宝": "cash", "苏小云": "in_kind"},
    ("丁大宝用现金出六十万，苏小云以专利作价四十万", "苏小云改用现金"): CASH,
    (f"{TWO}都用实物，不对，都用现金",): CASH,
}

DUE = {
    "丁大宝占六成，苏小云占四成，二〇二九年十二月三十一日前缴足": {"丁大宝": "2029-12-31", "苏小云": "2029-12-31"},
    "丁大宝占六成，苏小云占四成，最晚2029年6月30日到位": {"丁大宝": "2029-06-30", "苏小云": "2029-06-30"},
    "丁大宝占六成，苏小云占四成，2028年之前交清": {"丁大宝": "2028", "苏小云": "2028"},
    "丁大宝占六成，苏小云占四成，钱五年内打进来": {"丁大宝": {"years": 5}, "苏小云": {"years": 5}},
    "丁大宝占六成，苏小云占四成，认缴期限三年": {"丁大宝": {"years": 3}, "苏小云": {"years": 3}},
    "丁大宝占六成，苏小云占四成，出资期限到2029年12月31日": {"丁大宝": "2029-12-31", "苏小云": "2029-12-31"},
    "丁大宝占六成，苏小云占四成，2030年6月30日前出齐": {"丁大宝": "2030-06-30", "苏小云": "2030-06-30"},
    "丁大宝占六成，苏小云占四成，两年内缴足": {"丁大宝": {"years": 2}, "苏小云": {"years": 2}},
    f"{TWO}都在2029年6月30日之前缴足": {"丁大宝": "2029-06-30", "苏小云": "2029-06-30"},
    f"{TWO}五年内缴清": {"丁大宝": {"years": 5}, "苏小云": {"years": 5}},
    f"{TWO}五年之内缴足": {"丁大宝": {"years": 5}, "苏小云": {"years": 5}},
    f"{TWO}三年内到位": {"丁大宝": {"years": 3}, "苏小云": {"years": 3}},
    f"{TWO}出资期限五年": {"丁大宝": {"years": 5}, "苏小云": {"years": 5}},
    f"{TWO}认缴期限是2029年12月31日": {"丁大宝": "2029-12-31", "苏小云": "2029-12-31"},
    f"{TWO}二零二八年六月三十号之前到位": {"丁大宝": "2028-06-30", "苏小云": "2028-06-30"},
    "丁大宝出六十万，2027年6月30日前缴清，苏小云出四十万，2028年6月30日前缴清": {"丁大宝": "2027-06-30", "苏小云": "2028-06-30"},
    "丁大宝全资，出资时间2030年1月1日前": {"丁大宝": "2030-01-01"},
}

NOT_DUE = (
    f"{TWO}经营期限二十年",
    f"{TWO}营业期限到2049年12月31日",
    f"{TWO}公司期限五年",
    f"{TWO}房子租到2029年6月30日",
    f"{TWO}租期五年",
    f"{TWO}丁大宝1990年1月1日出生",
    f"{TWO}干了五年了",
    f"{TWO}2020年我们就认识了",
)

NO_METHOD = (
    "丁大宝占六成，苏小云占四成，房租付现金吗？不是，先不说",
    f"{TWO}我们做技术服务",
    f"{TWO}买了两台设备",
    f"{TWO}厂房是租的",
    f"{TWO}专利还在申请",
    f"{TWO}专利评估来不及",
)


@pytest.mark.parametrize("words", METHODS)
def test_a_way_of_paying_has_the_contracts_word(words):
    assert [method.value for method in find_methods(words)] == [METHODS[words]]


@pytest.mark.parametrize("words", ["做技术服务", "买设备", "卖土地", "申请专利", "炒股票", "租厂房", "开车"])
def test_a_thing_that_nobody_pays_in_is_no_method(words):
    assert find_methods(words) == ()


def test_a_way_of_paying_stands_where_it_was_said():
    (method,) = find_methods("他用软件著作权出资")
    assert "他用软件著作权出资"[method.start : method.end] == "软件著作权"


@pytest.mark.parametrize("said", FOR_ALL)
def test_a_way_said_for_all_is_everybodys(said):
    assert paid("method", said) == FOR_ALL[said]


@pytest.mark.parametrize("said", FOR_ONE)
def test_a_way_said_of_one_is_theirs(said):
    assert paid("method", said) == FOR_ONE[said]


@pytest.mark.parametrize("turns", MENDED)
def test_the_later_way_wins(turns):
    assert paid("method", *turns) == MENDED[turns]


@pytest.mark.parametrize("said", DUE)
def test_a_due_date_goes_to_those_it_was_said_of(said):
    assert paid("due", said) == DUE[said]


@pytest.mark.parametrize("said", NOT_DUE)
def test_other_days_and_years_are_no_due_date(said):
    assert paid("due", said) == {}


@pytest.mark.parametrize("said", NO_METHOD)
def test_talk_of_things_is_no_way_of_paying(said):
    assert paid("method", said) == {}


@pytest.mark.parametrize("turns", [*((each,) for each in (*FOR_ALL, *FOR_ONE, *DUE, *NOT_DUE, *NO_METHOD)), *MENDED])
def test_payments_are_quoted_as_said(turns):
    assert misquoted(*turns) == []


@pytest.mark.parametrize(
    ("text", "words", "within", "due"),
    [
        ("2028年底前缴清", "2028年底", True, True),
        ("出资期限五年", "五年", False, True),
        ("经营期限五年", "五年", False, False),
        ("营业期限到2049年", "2049年", True, False),
        ("认缴时间2029年", "2029年", True, True),
        ("做了五年", "五年", False, False),
        ("最晚2029年6月", "2029年6月", True, True),
    ],
)
def test_a_time_is_due_by_the_words_around_it(text, words, within, due):
    start = text.index(words)
    assert is_due(text, start, start + len(words), within=within) is due


def payments(*said):
    return Payments([Payment("method", value, who, bound, Spot(0, 0, 2)) for value, who, bound in said])


@pytest.mark.parametrize("who", [0, 1])
def test_a_statement_about_nobody_concerns_everybody(who):
    assert payments(("cash", (), False)).of("method", who, [0, 1]).value == "cash"


def test_a_statement_tied_to_one_concerns_no_other():
    assert payments(("in_kind", (1,), True)).of("method", 0, [0, 1]) is None


def test_an_only_statement_after_the_last_holder_concerns_everybody():
    assert payments(("cash", (1,), False)).of("method", 0, [0, 1]).value == "cash"


def test_of_two_statements_about_one_the_later_counts():
    assert payments(("cash", (1,), True), ("in_kind", (1,), True)).of("method", 1, [0, 1]).value == "in_kind"


def test_a_statement_of_another_kind_is_not_confused():
    assert payments(("cash", (), False)).of("due", 0, [0]) is None


def test_the_end_of_a_year_is_asked_about():
    [fact] = [each for each in facts("办公司注册资本一百万，丁大宝一个人出，2028年底前缴清。") if each.field.endswith("due")]
    assert (fact.certainty, fact.readings) == (Certainty.UNSURE, ("2028-12-31", "2028"))


def test_a_day_behind_the_end_of_a_year_mends_it():
    assert paid("due", "注册资本一百万，丁大宝一个人出，到二零二九年底不对到二零二九年十一月三十号缴清") == {"丁大宝": "2029-11-30"}


@pytest.mark.parametrize(
    ("said", "ways"),
    [
        (
            "丁大宝出一百六十万，用货币；何苗出一百二十万，也用货币；第三个是技术入股，鲁大卫，拿专利作价，剩下的都算他的，注册资本四百万",
            ["cash", "cash", "intellectual_property"],
        ),
        ("由丁大宝以货币出资九十万元、以实物出资的何苗认缴六十万元", ["cash", "in_kind"]),
    ],
)
def test_each_way_of_paying_stays_with_its_own(said, ways):
    assert list(paid("method", said).values()) == ways
