"""The licences that follow from trade and answers."""

from __future__ import annotations

from gaoxing.facts.fact import Evidence
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.matters.joint_licence.derive import following, settle

SHOP = Answer("garage", Source.SAID, (Evidence(0, 0, 2, "汽修"),))
SIGN = Answer(True, Source.SAID, (Evidence(0, 5, 9, "挂个招牌"),))


def form(**answers: Answer) -> Form:
    return Form("joint_licence", "1", {path.replace("__", "."): answer for path, answer in answers.items()})


def test_the_licences_are_worked_out_and_say_so():
    answer = settle(form(trade=SHOP)).answers["licences"]
    assert (answer.value, answer.source) == (("business_licence", "seal_filing", "vehicle_repair_filing"), Source.DERIVED)


def test_their_words_are_those_of_the_trade_and_of_the_answers_that_decide():
    words = [each.words for each in settle(form(trade=SHOP, answers__has_sign=SIGN)).answers["licences"].evidence]
    assert words == ["汽修", "挂个招牌"]


def test_settling_twice_changes_nothing():
    once = settle(form(trade=SHOP, answers__has_sign=SIGN))
    assert settle(once) == once


def test_licences_set_by_hand_stay():
    by_hand = form(trade=SHOP, licences=Answer(("seal_filing",), Source.TYPED))
    assert settle(by_hand) == by_hand


def test_a_changed_answer_changes_the_licences():
    once = settle(form(trade=SHOP, answers__has_sign=SIGN))
    later = settle(once.with_answers({"answers.has_sign": Answer(False, Source.SAID)}))
    assert "signboard" not in later.value("licences")


def test_without_a_trade_there_are_no_licences():
    assert settle(form(answers__has_sign=SIGN)).value("licences") is None
    assert following(form()) == ()
