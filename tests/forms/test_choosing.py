"""A question of two readings names both and is settled by an answer that names one, in whatever way. Names and numbers are made up."""

from dataclasses import replace

import pytest

from gaoxing.catalogue import matter
from gaoxing.facts.fact import Evidence
from gaoxing.forms.choosing import chosen, posed
from gaoxing.forms.form import Answer, Ask, Form, Source
from gaoxing.speech.transcript import Transcript

FIELDS = matter("company_registration").fields
LARGE, SMALL = {"amount": "5000000", "currency": "CNY"}, {"amount": "500", "currency": "CNY"}
CAPITAL = Ask("registered_capital", (LARGE, SMALL), "", (Evidence(0, 4, 6, "五百"),))
SCOPE = Ask("business_scope.0", ("食品销售", "食品生产"), "", (Evidence(0, 0, 3, "做食品"),))
PHONE = Ask("parties.0.mobile", ("13300006412", "13300006421"), "", (Evidence(0, 0, 4, "幺三三零"),))


def opened(*asks, **answers):
    given = {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()}
    return Form("company_registration", "2026", given, asks)


def after(ask, said, **answers):
    return chosen(opened(ask, **answers), FIELDS, Transcript.of("注册资本五百", (ask.field, said)))


@pytest.mark.parametrize("said", ["前一个", "第一个", "五百万", "五百万元", "500万元", "是万", "就是五百万的那个", "嗯，500万元。"])
def test_the_first_reading_is_named(said):
    form = after(CAPITAL, said)
    assert (form.value("registered_capital"), form.asks) == (LARGE, ())


@pytest.mark.parametrize("said", ["后一个", "第二个", "500元", "元", "就是五百块钱"])
def test_the_second_reading_is_named(said):
    assert after(CAPITAL, said).value("registered_capital") == SMALL


@pytest.mark.parametrize("said", ["", "都不是", "不知道", "六百万", "不是五百万", "嗯", "第三个", "对"])
def test_an_answer_that_names_neither_leaves_the_question_open(said):
    assert after(CAPITAL, said) == opened(CAPITAL)


@pytest.mark.parametrize(("said", "number"), [("13300006412", "13300006412"), ("幺三三零零零零六四二幺", "13300006421"), ("后面那个", "13300006421")])
def test_one_of_two_numbers_is_chosen(said, number):
    assert after(PHONE, said).value("parties.0.mobile") == number


def test_the_words_that_chose_stand_in_the_evidence():
    answer = after(CAPITAL, "前一个").answers["registered_capital"]
    assert [each.words for each in answer.evidence] == ["五百", "前一个"]


def test_an_item_chosen_joins_the_list():
    form = after(SCOPE, "食品生产", business_scope=("茶叶种植",))
    assert (form.value("business_scope"), form.asks) == (("茶叶种植", "食品生产"), ())


def test_a_single_reading_is_taken_by_yes_and_dropped_by_no():
    single = replace(SCOPE, readings=("食品销售",))
    assert after(single, "对的").value("business_scope") == ("食品销售",)
    assert after(single, "不是").asks == ()
    assert after(single, "不是").value("business_scope") is None


def test_words_said_before_the_question_or_to_another_choose_nothing():
    transcript = Transcript.of("注册资本五百", ("employees", "第一个"))
    assert chosen(opened(CAPITAL), FIELDS, transcript) == opened(CAPITAL)
    assert chosen(opened(replace(CAPITAL, evidence=(Evidence(1, 0, 3, "第一个"),))), FIELDS, Transcript.of("", ("registered_capital", "第一个"))).asks


@pytest.mark.parametrize(
    ("form", "question"),
    [
        (opened(CAPITAL), "注册资本是500万元，还是500元？"),
        (opened(SCOPE), "“做食品”指的是食品销售，还是食品生产？"),
        (opened(replace(SCOPE, readings=("食品销售",))), "“做食品”指的是食品销售吗？"),
        (opened(PHONE, parties__0__name="丁大宝"), "丁大宝的移动电话是13300006412，还是13300006421？"),
    ],
)
def test_one_question_names_every_reading(form, question):
    assert [ask.question for ask in posed(form, FIELDS).asks] == [question]


def test_a_question_about_no_blank_stays_as_it_was():
    strange = Ask("no_such_blank", ("1", "2"), "哪一个？")
    assert posed(opened(strange), FIELDS).asks == (strange,)
