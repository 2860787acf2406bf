"""Where values came from, as the sheet says it. Persons are made up."""

import pytest

from gaoxing.facts.fact import Certainty, Evidence
from gaoxing.forms import Answer, Form, Source
from gaoxing.forms.correction import Correction, corrected
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk.origin import note

MONEY = Answer({"amount": "1000000", "currency": "CNY"}, Source.SAID)
AMOUNT, PERCENT = "parties.0.contribution.amount", "parties.0.contribution.percent"


def form_of(**answers):
    return Form("company_registration", "2026", {path.replace("__", "."): answer for path, answer in answers.items()})


def sign(form, path, words=None, by_hand=None, **how):
    return note(form, path, words or Words(), by_hand, **how)


def test_what_the_applicant_said_needs_no_sign():
    assert sign(form_of(registered_capital=MONEY), "registered_capital") == ""
    assert sign(form_of(), "name") == ""


def test_an_amount_says_from_what_it_was_worked_out():
    shares = {PERCENT: Answer("60", Source.SAID), AMOUNT: Answer("600000", Source.DERIVED)}
    given = form_of(registered_capital=MONEY, **{path.replace(".", "__"): answer for path, answer in shares.items()})
    assert sign(given, AMOUNT) == "推算：按 60% × 100万元 算出"


def test_a_percent_says_from_what_it_was_worked_out():
    shares = {AMOUNT: Answer("600000", Source.SAID), PERCENT: Answer("60", Source.DERIVED)}
    given = form_of(registered_capital=MONEY, **{path.replace(".", "__"): answer for path, answer in shares.items()})
    assert sign(given, PERCENT) == "推算：按 60万元 ÷ 100万元 算出"


@pytest.mark.parametrize(("words", "text"), [("平分", "推算：从“平分”得出"), ("号码320583199001011234是我", "推算"), ("320583199001011234", "推算")])
def test_other_values_quote_the_words_they_follow_from_but_no_long_ones(words, text):
    given = form_of(company_type=Answer("x", Source.DERIVED, (Evidence(0, 0, len(words), words),)))
    assert sign(given, "company_type") == text


def test_of_a_private_blank_no_words_are_quoted():
    given = form_of(telephone=Answer("x", Source.DERIVED, (Evidence(0, 0, 2, "我的"),)))
    assert sign(given, "telephone", private=True) == "推算"


def test_what_is_likely_is_to_be_confirmed():
    assert sign(form_of(name=Answer("甲", Source.SAID, certainty=Certainty.LIKELY)), "name") == "请确认"


@pytest.mark.parametrize(("author", "text"), [("", "手工填"), ("王某", "窗口 王某 填")])
def test_what_was_filled_in_by_hand_says_by_whom(author, text):
    by_hand = corrected(form_of(), [Correction("name", value="甲", author=author)], [])
    assert sign(by_hand.form, "name", by_hand=by_hand) == text


def test_what_a_clerk_wrote_down_says_so():
    words = Words().state("我要开公司").add("注册资本一百万", author="王某")
    given = form_of(registered_capital=Answer(MONEY.value, Source.SAID, (Evidence(1, 4, 7, "一百万"),)))
    assert sign(given, "registered_capital", words) == "窗口代填（王某）"
