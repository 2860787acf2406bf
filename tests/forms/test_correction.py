"""Corrections by hand: they follow their person, give way to later words, and tell when the words changed beneath them. Persons are made up."""

import pytest

from gaoxing.facts.fact import Evidence
from gaoxing.forms.correction import Correction, corrected, next_row, pattern, row_names, rows
from gaoxing.forms.form import Answer, Ask, Form, Source

MONEY = {"amount": "1000000", "currency": "CNY"}
MORE = {"amount": "2000000", "currency": "CNY"}


def said(value, turn=0, source=Source.SAID):
    return Answer(value, source, (Evidence(turn, 0, 1, "言"),))


def form_of(*names, **others):
    rows = {f"parties.{number}.name": said(name) for number, name in enumerate(names)}
    return Form("company_registration", "2026", {**rows, **{path.replace("__", "."): answer for path, answer in others.items()}})


def test_a_correction_lies_over_the_words_as_typed():
    found = corrected(form_of(registered_capital=said(MONEY)), [Correction("registered_capital", value=MORE, said=MONEY)], [0])
    assert (found.form.value("registered_capital"), found.form.answers["registered_capital"].source) == (MORE, Source.TYPED)


def test_a_correction_follows_its_person_when_rows_move():
    by_hand = Correction("parties.*.mobile", "苏小云", "15500006278")
    before, after = corrected(form_of("丁大宝", "苏小云"), [by_hand], [0]), corrected(form_of("苏小云"), [by_hand], [0])
    assert before.form.value("parties.1.mobile") == after.form.value("parties.0.mobile") == "15500006278"


def test_a_name_corrected_by_hand_keeps_its_row():
    by_hand = [Correction("parties.*.name", "丁大宝", "丁大保"), Correction("parties.*.mobile", "丁大宝", "15500006278")]
    found = corrected(form_of("丁大宝"), by_hand, [0]).form
    assert (found.value("parties.0.name"), found.value("parties.0.mobile")) == ("丁大保", "15500006278")


def test_a_correction_whose_person_is_gone_is_told_and_put_nowhere():
    found = corrected(form_of("丁大宝"), [Correction("parties.*.mobile", "苏小云", "15500006278")], [0])
    assert [each.row for each in found.homeless] == ["苏小云"]
    assert "15500006278" not in [answer.value for answer in found.form.answers.values()]


def test_two_rows_of_one_name_are_told_apart():
    assert list(row_names(form_of("李四", "李四", ""), "parties").values()) == ["李四#1/2", "李四#2/2", "#"]


@pytest.mark.parametrize(("turn", "stands"), [(0, MORE), (1, MORE), (2, MONEY)])
def test_only_what_is_said_later_overrules_the_hand(turn, stands):
    form = form_of(registered_capital=said(MONEY, turn))
    assert corrected(form, [Correction("registered_capital", value=MORE, said=MORE, after=4)], [0, 4, 5]).form.value("registered_capital") == stands


def test_what_is_only_worked_out_later_overrules_no_hand():
    form = form_of("丁大宝", parties__0__contribution__amount=said("600000", 1, Source.DERIVED))
    found = corrected(form, [Correction("parties.*.contribution.amount", "丁大宝", "500000")], [0, 1])
    assert found.form.value("parties.0.contribution.amount") == "500000"


def test_a_later_question_about_the_blank_overrules_the_hand():
    form = Form("company_registration", "2026", {}, (Ask("registered_capital", (MONEY, MORE), "？", (Evidence(1, 0, 1, "言"),)),))
    found = corrected(form, [Correction("registered_capital", value=MORE)], [0, 1])
    assert (found.form.asks, len(found.overruled)) == (form.asks, 1)


def test_words_changed_beneath_a_correction_clash():
    found = corrected(form_of(registered_capital=said({"amount": "5", "currency": "CNY"})), [Correction("registered_capital", value=MORE, said=MONEY)], [0])
    assert found.clashing == {"registered_capital": {"amount": "5", "currency": "CNY"}}


@pytest.mark.parametrize("now", [MONEY, MORE])
def test_words_that_stay_or_come_round_do_not_clash(now):
    assert not corrected(form_of(registered_capital=said(now)), [Correction("registered_capital", value=MORE, said=MONEY)], [0]).clashing


def test_a_blank_is_emptied():
    found = corrected(form_of(name=said("昆山测试有限公司")), [Correction("name", value=None, said="昆山测试有限公司")], [0])
    assert found.form.value("name") is None


def test_a_correction_settles_an_open_question():
    form = Form("company_registration", "2026", {}, (Ask("registered_capital", (MONEY, MORE), "？", (Evidence(0, 0, 1, "言"),)),))
    assert corrected(form, [Correction("registered_capital", value=MORE)], [0]).form.asks == ()


def test_a_row_is_taken_out_with_all_its_blanks_and_the_others_keep_their_numbers():
    found = corrected(form_of("丁大宝", "苏小云", parties__0__mobile=said("1")), [Correction("parties", "丁大宝")], [0]).form
    assert set(found.answers) == {"parties.1.name"}


def test_rows_added_by_hand_stand_behind_those_of_the_words():
    by_hand = [Correction("parties.*.name", "+2", "王五"), Correction("parties.*.name", "+1", "李四"), Correction("parties.*.mobile", "+1", "15500006278")]
    found = corrected(form_of("丁大宝"), by_hand, [0]).form
    assert [found.value(f"parties.{number}.name") for number in range(3)] == ["丁大宝", "李四", "王五"]
    assert found.value("parties.1.mobile") == "15500006278"


def test_a_correction_comes_back_from_json_as_it_was():
    for each in (Correction("business_scope", value=("五金产品零售",), said=("货物进出口",), after=3, author="窗口 王"), Correction("parties", "丁大宝")):
        assert Correction.from_json(each.to_json()) == each


def test_a_pattern_has_no_numbers():
    assert [pattern(path) for path in ("name", "parties.12.contribution.amount")] == ["name", "parties.*.contribution.amount"]


def test_the_next_row_by_hand_takes_a_number_never_used():
    by_hand = [Correction("parties.*.name", "+1", "李四"), Correction("parties.*", "+1"), Correction("family_members.*.name", "+7", "王五")]
    assert [next_row(by_hand, prefix) for prefix in ("parties", "family_members", "others")] == ["+2", "+8", "+1"]


def test_every_row_is_named_those_by_hand_behind_those_of_the_words():
    by_hand = [Correction("parties.*.name", "+2", "王五"), Correction("parties.*.name", "+1", "李四")]
    assert rows(form_of("丁大宝"), by_hand, "parties") == {"parties.0": "丁大宝", "parties.1": "+1", "parties.2": "+2"}
