"""A sole trader's funds: the last amount said to be them; never rents, wages, debts or prices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.fact import Certainty
from gaoxing.facts.funds import funds_facts
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def read(*turns):
    return list(funds_facts(hear(Transcript.of(*turns))))


def amount(*turns):
    """The amount in yuan; None where nothing was read, a list where it is asked."""
    for fact in read(*turns):
        return [each["amount"] for each in fact.readings] if fact.certainty is Certainty.UNSURE else fact.value["amount"]
    return None


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("资金五万", "50000"),
        ("资金五万元", "50000"),
        ("资金数额三万", "30000"),
        ("资金数额是八万块", "80000"),
        ("资金数额：100000元", "100000"),
        ("资金写十万", "100000"),
        ("资金就填两万", "20000"),
        ("填资金的地方写三万", "30000"),
        ("启动资金六万", "60000"),
        ("启动资金大约定的是六万", "60000"),
        ("出资额十五万", "150000"),
        ("出资十二万", "120000"),
        ("我出资三万五", "35000"),
        ("投资额二十万", "200000"),
        ("投资八万块钱", "80000"),
        ("本金四万", "40000"),
        ("投了七万", "70000"),
        ("注册资本十万", "100000"),
        ("资金五千块", "5000"),
        ("资金1.5万", "15000"),
        ("资金两万三", "23000"),
        ("店在虹祺路九十九号，资金五万，就我一个", "50000"),
        ("我叫苏小云资金五万经营场所虹祺路九十九号", "50000"),
    ],
)
def test_an_amount_after_a_word_for_funds_is_the_funds(said, value):
    assert amount(said) == value


@pytest.mark.parametrize(
    "said",
    [
        "",
        "房租一个月三千",
        "房租五万",
        "转让费八万",
        "工资六千块",
        "押金一万",
        "进货花了三万",
        "还欠银行十万",
        "贷款二十万",
        "一个月赚两万",
        "五万",
        "退休金四千块",
        "孩子学费两万",
        "一碗面十五块",
        "店里装修花了八万",
        "资金还没定",
        "资金先不填",
        "资金几万块",
    ],
)
def test_other_money_is_not_the_funds(said):
    assert amount(said) is None


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("房租一个月三千，资金五万", "50000"),
        ("资金五万，房租一个月三千", "50000"),
        ("转让费八万已经付了，资金数额写十万", "100000"),
        ("资金数额写十万，押金一万", "100000"),
        ("以前打工工资六千，现在资金四万", "40000"),
    ],
)
def test_funds_are_told_from_other_money_beside_them(said, value):
    assert amount(said) == value


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("资金五万不对是八万",), "80000"),
        (("资金五万，不对，八万",), "80000"),
        (("资金五万，说错了，是六万",), "60000"),
        (("资金五万，改成七万",), "70000"),
        (("资金五万", "资金改成八万"), "80000"),
        (("资金五万", "不对，改成八万"), "80000"),
        (("资金五万", "房租三千"), "50000"),
        (("资金五万", ("funds", "十万")), "100000"),
        ((("funds", "五万"), ("funds", "六万块")), "60000"),
        (("资金五万", "资金先不填"), None),
        (("资金五万", "资金数额先空着"), None),
        (("资金五万", "资金还没定", "资金数额写九万"), "90000"),
        (("资金五万", ("funds", "先空着")), None),
        (("资金五万", ("funds", "还没想好")), None),
        (("资金五万", ("funds", "到时候再说")), None),
    ],
)
def test_later_words_replace_or_drop_the_funds(turns, value):
    assert amount(*turns) == value


@pytest.mark.parametrize(
    ("said", "value"), [("五万", "50000"), ("五万元", "50000"), ("写三万吧", "30000"), ("嗯八万块", "80000"), ("50000元", "50000"), ("十万", "100000")]
)
def test_a_bare_answer_is_the_funds(said, value):
    assert amount(("funds", said)) == value


@pytest.mark.parametrize("said", ["先空着", "空着", "先不填", "还没想好", "不知道", "再说", "几万块"])
def test_an_open_answer_gives_no_funds(said):
    assert amount(("funds", said)) is None


@pytest.mark.parametrize(("said", "readings"), [("资金数额写十", ["100000", "10"])])
def test_an_amount_without_its_unit_is_asked_about(said, readings):
    assert amount(said) == readings


def test_funds_in_another_currency_keep_it():
    (fact,) = read("资金五万美元")
    assert fact.value == {"amount": "50000", "currency": "USD"}


def test_funds_without_a_word_for_the_currency_are_yuan():
    (fact,) = read("资金五万")
    assert (fact.value["currency"], fact.certainty) == ("CNY", Certainty.CERTAIN)


@pytest.mark.parametrize(
    ("said", "words"),
    [("资金呢嗯五万块钱", "五万块钱"), ("资金 5 万元", "5 万元"), ("我叫何苗，资金数额是十二万。", "十二万"), ("资金五万不对是八万", "八万")],
)
def test_only_the_amount_itself_is_quoted(said, words):
    (fact,) = read(said)
    (evidence,) = fact.evidence
    assert (evidence.words, said[evidence.start : evidence.end]) == (words, words)


def test_the_turn_of_the_last_amount_is_quoted():
    (fact,) = read("资金五万", "我姓何", "资金改成八万")
    assert [each.turn for each in fact.evidence] == [2]


def test_an_answer_to_another_question_is_not_the_funds():
    assert read(("registered_capital", "五万")) == []


def test_the_fact_may_be_written_to_another_blank():
    (fact,) = funds_facts(hear(Transcript.of("资金五万")), "money")
    assert fact.field == "money"


@given(st.integers(1, 999))
def test_any_whole_number_of_ten_thousands_is_read(number):
    assert amount(f"资金{number}万元") == str(number * 10_000)


@given(st.integers(1, 99), st.integers(1, 99))
def test_the_second_of_two_funds_wins(first, second):
    assert amount(f"资金{first}万元", f"资金改成{second}万元") == str(second * 10_000)


def test_rent_before_the_funds_does_not_hide_them():
    assert amount("一个月三千五资金写五万对五万个人经营") == "50000"


def test_without_any_stop_not_mends_the_funds():
    assert amount("地址祖冲之南路五百五十号资金三万不是四万员工连我三个") == "40000"
