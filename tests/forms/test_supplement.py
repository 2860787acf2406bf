"""A model's proposals: only into empty blanks, only what the words bear out, never surer than likely, nobody overruled."""

import pytest

from gaoxing.forms.form import Ask, Form, Source
from gaoxing.forms.proposal import Proposal
from gaoxing.forms.supplement import MOST_PROPOSALS, supplemented
from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript
from tests.forms.proposed import ON, TWO, laid, value_laid

COMPANY = "我想开一家公司，名称叫昆山测试软件有限公司，注册资本一百万，我叫丁大宝，占六成，我爱人苏小云占四成"


def money(amount):
    return {"amount": amount, "currency": "CNY"}


@pytest.fixture
def dropped(on):
    """Whether a proposal changes nothing at all."""

    def check(proposal, *said, matter="company_registration"):
        with_it, without = (receive(Transcript.of(*said), on=on, matter_id=matter, proposals=each).form for each in ([proposal], []))
        return with_it == without

    return check


def test_a_grounded_value_is_likely_from_the_model_and_quotes_its_words():
    answer = laid("registered_capital", money("800000"), "摆进去八十万块钱", "兜里一共就摆进去八十万块钱").answers["registered_capital"]
    assert (answer.source, str(answer.certainty)) == (Source.MODEL, "likely")
    assert [(each.turn, each.start, each.end, each.words) for each in answer.evidence] == [(0, 8, 13, "八十万块钱")]


def test_what_was_read_is_never_overruled(dropped):
    assert dropped(Proposal("registered_capital", money("2000000"), "两百万"), COMPANY + "，以后两百万")


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("operating_term", {"years": 20}, ""),
        ("operating_term", {"years": 20}, "   "),
        ("operating_term", {"years": 20}, "期" * 300),
        ("operating_term", {"years": 20}, "三十年"),
        ("operating_term", "二十年", "二十年"),
        ("operating_term", {"years": 20, "更多": 1}, "二十年"),
        ("nothing", "二十年", "二十年"),
        ("parties", "二十年", "二十年"),
        ("parties.0", "丁大宝", "丁大宝"),
        ("parties.-1.name", "丁大宝", "丁大宝"),
        ("parties.99999.name", "丁大宝", "丁大宝"),
        ("postcode", "215300", "二十年"),
        ("__class__", "x", "二十年"),
    ],
)
def test_a_proposal_for_no_open_blank_or_without_its_words_is_dropped(dropped, path, value, words):
    assert dropped(Proposal(path, value, words), COMPANY, "期限嘛二十年")


@pytest.mark.parametrize(
    ("said", "words", "amount"),
    [
        ("我投了三百一十万", "一十万", "100000"),
        ("我投了十五万", "五万", "50000"),
        ("我投两百来万", "两百来万", "2000000"),
        ("大概两百万吧", "两百万", "2000000"),
        ("原来那家公司注册资本五百万", "五百万", "5000000"),
        ("两百万，不对，先空着", "两百万", "2000000"),
        ("五十万到八十万", "五十万到八十万", "500000"),
        ("五十万或者八十万", "八十万", "800000"),
    ],
)
def test_an_amount_cut_vague_taken_back_or_of_another_company_is_dropped(said, words, amount):
    assert value_laid("registered_capital", money(amount), words, said) is None


def test_words_that_fill_one_amount_fill_no_other(dropped):
    assert dropped(Proposal("parties.0.contribution.amount", "1000000", "一百万"), "我要开公司，我叫丁大宝，注册资本一百万")


def test_a_blank_with_two_readings_stays_a_question_in_its_order():
    ask = Ask("registered_capital", (money("5000000"), money("500")), "？")
    same, further = (laid("registered_capital", money(amount), words, asks=[ask]) for amount, words in (("500", "五百元"), ("800000", "八十万元")))
    assert same.asks == (ask,)
    assert further.asks[0].readings == (*ask.readings, money("800000"))
    assert not same.answers
    assert not further.answers


def test_a_row_is_filled_from_words_about_its_person():
    said = "丁大宝和苏小云一起，苏小云的钱2029年6月30日给齐"
    assert value_laid("parties.1.contribution.due", "2029-06-30", "苏小云的钱2029年6月30日给齐", said, there=TWO) == "2029-06-30"


@pytest.mark.parametrize("words", ["苏小云的钱2029年6月30日给齐", "2029年6月30日", "丁大宝和苏小云，2029年6月30日给齐"])
def test_words_about_nobody_somebody_else_or_two_fill_no_row(words):
    assert value_laid("parties.0.contribution.due", "2029-06-30", words, there=TWO) is None


def test_an_amount_in_a_row_is_bare():
    assert value_laid("parties.1.contribution.amount", "300000", "苏小云掏三十万块", there=TWO) == "300000"
    assert value_laid("parties.1.contribution.amount", money("300000"), "苏小云掏三十万块", there=TWO) is None


def test_a_role_is_taken_from_its_own_word():
    assert value_laid("parties.1.roles", ("supervisor", "manager"), "监事让苏小云当", there=TWO) == ("supervisor",)


def test_a_person_nobody_heard_may_be_added():
    form = laid("parties.2.name", "欧阳晓峰", "欧阳晓峰", "后勤的账让欧阳晓峰盯着", there=TWO)
    assert form.value("parties.2.name") in {"欧阳晓峰", None}
    assert form.value("parties.2.kind") in {"person", None}


@pytest.mark.parametrize("name", ["丁大", "大宝", "注册资本", "公司名称", "李鬼", "监事"])
def test_no_person_is_made_of_pieces_of_words(dropped, name):
    assert dropped(Proposal("parties.2.name", name, COMPANY), COMPANY)


def test_who_was_heard_and_left_out_stays_out(dropped):
    said = ("我要开公司，股东丁大宝和苏小云各占一半，监事牛大明", "监事不要了")
    assert dropped(Proposal("parties.2.name", "牛大明", "牛大明"), *said)


def test_a_flood_of_proposals_is_cut(on):
    many = [Proposal("nothing", "x", "x")] * MOST_PROPOSALS + [Proposal("operating_term", {"years": 20}, "二十年")]
    from gaoxing.catalogue import matter

    empty = Form("company_registration", "2026")
    assert supplemented(empty, many, matter("company_registration").fields, Transcript.of("期限二十年"), ON) == empty


def test_the_same_checks_see_what_was_proposed(on):
    said = Transcript.of("我要办个体户，经营者丁大宝", "号码320583199003072140")
    proposal = Proposal("operator.id_number", "320583199003072140", "320583199003072140")
    taken = receive(said, on=on, matter_id="sole_trader_registration", proposals=[proposal])
    assert any(each.field == "operator.id_number" for each in taken.findings)


def test_a_blank_shaped_by_its_row_is_filled_as_its_row_says():
    there = {"changes.0.item": "total_investment"}
    words = "总投资改到三百万"
    assert value_laid("changes.0.to", money("3000000"), words, there=there, matter_id="project_change") == money("3000000")
    assert value_laid("changes.0.to", "三百万", words, there=there, matter_id="project_change") is None
    assert value_laid("changes.0.to", "三百万", words, matter_id="project_change") is None
