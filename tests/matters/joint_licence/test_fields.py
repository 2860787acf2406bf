"""The blanks of a joint application."""

from __future__ import annotations

from gaoxing.forms.field import Kind
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.missing import missing
from gaoxing.matters.joint_licence.fields import ANSWERS, FIELDS, LABELS, answers_of, trade_of
from gaoxing.matters.joint_licence.trades import questions


def form(**answers: object) -> Form:
    return Form("joint_licence", "1", {path.replace("__", "."): Answer(value, Source.TYPED) for path, value in answers.items()})


def asked(filled: Form) -> list[str]:
    return [each.field for each in missing(filled, FIELDS)]


def test_every_question_of_the_catalogue_has_a_blank_with_a_reason():
    assert set(LABELS) == set(questions())
    assert all(each.why and each.example for each in ANSWERS)


def test_yes_or_no_and_numbers_have_blanks_of_their_own_kind():
    kinds = {each.id: each.kind for each in ANSWERS}
    assert (kinds["answers.has_sign"], kinds["answers.area"]) == (Kind.BOOLEAN, Kind.NUMBER)


def test_the_trade_is_asked_first_and_no_question_before_it():
    paths = asked(form())
    assert paths[0] == "trade"
    assert not any(each.startswith("answers.") for each in paths)


def test_only_the_questions_of_the_trade_are_asked():
    paths = [each for each in asked(form(trade="garage")) if each.startswith("answers.")]
    assert paths == ["answers.has_sign", "answers.to_sewer"]


def test_the_licences_are_never_asked():
    assert "licences" not in asked(form(trade="restaurant"))


def test_answers_are_taken_by_their_question():
    assert answers_of(form(trade="garage", answers__has_sign=True, answers__area=80)) == {"has_sign": True, "area": 80}


def test_an_unknown_trade_is_none():
    assert trade_of(form(trade="zoo")) == ""
