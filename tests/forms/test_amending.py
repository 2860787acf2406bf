"""«改一下» with the name of a blank: the words behind it or the next turn are its new value, in every kind of blank. Persons are made up."""

from datetime import date

import pytest

from gaoxing.forms.amending import amended, amends
from gaoxing.forms.form import Form
from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript

SAID = "我要注册公司，名称叫昆山测试软件有限公司，注册资本一百万，地址在前进东路88号，股东丁大宝占六成，电话13800138000，苏小云占四成，法人丁大宝"


def value(path, *turns):
    return receive(Transcript.of(SAID, *turns), on=date(2026, 11, 24)).form.value(path)


@pytest.mark.parametrize(
    ("turns", "path", "now"),
    [
        (("改一下注册资本，两百万",), "registered_capital", {"amount": "2000000", "currency": "CNY"}),
        (("改一下注册资本", "两百万"), "registered_capital", {"amount": "2000000", "currency": "CNY"}),
        (("注册资本不对，是两百万",), "registered_capital", {"amount": "2000000", "currency": "CNY"}),
        (("地址改一下", "前进西路99号"), "domicile", "前进西路99号"),
        (("经营期限改一下", "长期"), "operating_term", "indefinite"),
        (("改一下丁大宝的电话", "13900139000"), "parties.0.mobile", "13900139000"),
        (("名字改一下，昆山丙丁软件有限公司",), "name", "昆山丙丁软件有限公司"),
        (("法人改一下", "苏小云"), "parties.1.roles", ("legal_representative", "shareholder")),
        (("改一下注册资本", "不知道"), "registered_capital", {"amount": "1000000", "currency": "CNY"}),
        (("改一下天气", "两百万"), "registered_capital", {"amount": "1000000", "currency": "CNY"}),
    ],
)
def test_a_blank_that_was_named_takes_the_new_value(turns, path, now):
    assert value(path, *turns) == now


def test_an_answer_to_another_question_stays_its_answer():
    transcript = Transcript.of("开公司", "改一下住所", ("employees", "五个"))
    assert amended(transcript, Form("company_registration", "2026"), ()) == transcript


@pytest.mark.parametrize(("turns", "named"), [(("开公司", "改一下住所"), True), (("改一下住所",), False), (("开公司", "改一下"), False), ((), False)])
def test_only_a_later_turn_that_names_a_blank_amends(turns, named):
    assert amends(Transcript.of(*turns)) is named


def test_a_corrected_tail_mends_the_number_and_does_not_blank_it():
    said = ("办个体户，我叫丁大宝，身份证三二零五八三一九九零零三零七七五一八", "身份证后一位报错了，是二")
    taken = receive(Transcript.of(*said), on=date(2026, 11, 25))
    assert taken.form.value("operator.id_number") == "320583199003077512"
