"""Two values offered for one blank become one question; what hangs on neither stands. Persons and numbers are made up."""

from datetime import date

import pytest

from gaoxing.facts.alternatives import weighed
from gaoxing.facts.fact import Certainty, Evidence, Fact
from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript

ON = date(2026, 11, 24)


def taken(*turns):
    return receive(Transcript.of(*turns), on=ON).form


def asked(*turns):
    return {ask.field: ask.readings for ask in taken(*turns).asks}


def yuan(amount):
    return {"amount": amount, "currency": "CNY"}


@pytest.mark.parametrize(
    ("said", "field", "readings"),
    [
        ("我要注册公司，注册资本一百万或者两百万", "registered_capital", (yuan("1000000"), yuan("2000000"))),
        ("我要注册公司注册资本要么一百万要么两百万", "registered_capital", (yuan("1000000"), yuan("2000000"))),
        ("我要注册公司，法人丁大宝，电话13800138000或者13900139000", "parties.0.mobile", ("13800138000", "13900139000")),
        ("我要注册公司，地址在前进东路88号或者前进西路99号", "domicile", ("前进东路88号", "前进西路99号")),
        ("我要注册公司，经营期限十年或者二十年", "operating_term", ({"years": 10}, {"years": 20})),
        ("我要注册公司，法人是丁大宝或者苏小云", "parties.0.name", ("丁大宝", "苏小云")),
        ("我要办个体户，资金嗯五万或者呃六万", "funds", (yuan("50000"), yuan("60000"))),
        ("我们有个项目要备案，总投资三千万或者五千万", "total_investment", (yuan("30000000"), yuan("50000000"))),
    ],
)
def test_two_alternatives_are_one_question_with_both(said, field, readings):
    assert asked(said) == {field: readings}


def test_the_question_names_both_and_an_answer_settles_it():
    said = "我要注册公司，注册资本一百万或者两百万"
    assert taken(said).asks[0].question == "注册资本是100万元，还是200万元？"
    assert taken(said, ("registered_capital", "后一个")).value("registered_capital") == yuan("2000000")


def test_what_follows_from_a_choice_is_left_open():
    form = taken("我要注册公司，注册资本一百万，股东丁大宝占六成或者七成，苏小云占剩下的")
    assert [ask.field for ask in form.asks] == ["parties.0.contribution.percent"]
    assert (form.value("registered_capital"), form.value("parties.1.name")) == (yuan("1000000"), "苏小云")
    assert form.value("parties.1.contribution.percent") is None


def test_an_office_for_one_of_two_is_nobodys_until_it_is_settled():
    form = taken("我要注册公司，股东丁大宝占六成，苏小云占四成，法人是丁大宝或者苏小云")
    assert [form.value(f"parties.{row}.roles") for row in (0, 1)] == [("shareholder",), ("shareholder",)]


def test_two_names_of_the_enterprise_are_a_name_and_an_alternative():
    form = taken("我要注册公司，名字叫昆山甲乙贸易有限公司或者昆山丙丁贸易有限公司")
    assert (form.value("name"), form.asks) == ("昆山甲乙贸易有限公司", ())


@pytest.mark.parametrize("said", ["我要注册公司，或许注册资本一百万", "我要注册公司，做软件或者卖电脑，注册资本一百万", "或者"])
def test_an_or_between_other_things_asks_nothing(said):
    assert taken(said) is None or asked(said) == {}


def fact(value, **how):
    return Fact("x", value, (Evidence(0, 0, 1, "五"),), **how)


@pytest.mark.parametrize(
    ("first", "second", "read"),
    [
        (fact("a"), fact("b"), [(Certainty.UNSURE, ("a", "b"))]),
        (fact("a"), fact("a"), [(Certainty.CERTAIN, ())]),
        (fact("a", derived=True), fact("b"), []),
        (fact(("a", "b")), fact(("b", "c")), [(Certainty.CERTAIN, ())]),
        (fact(("a",)), fact(("c",)), []),
        (fact("a"), None, []),
    ],
)
def test_either_reading_counts_where_they_agree(first, second, read):
    facts = weighed(lambda transcript, on: (first,) if "五" in transcript.turns[0].said else tuple(filter(None, (second,))), Transcript.of("五万或者六万"), ON)
    assert [(each.certainty, each.readings) for each in facts] == read


def test_words_without_an_alternative_are_read_once():
    heard = []
    weighed(lambda transcript, on: heard.append(transcript) or (), Transcript.of("五万"), ON)
    assert len(heard) == 1


def test_of_many_alternatives_three_are_weighed():
    heard = []
    weighed(lambda transcript, on: heard.append(transcript) or (), Transcript.of("五万或者六万，" * 9), ON)
    assert len(heard) == 4
