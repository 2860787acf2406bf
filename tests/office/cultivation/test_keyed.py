"""Figures by input: rows of one year are one, what two tell differently is asked, rows without a year wait."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.forms import Answer, Ask, Form, Source
from gaoxing.forms.cultivation_said import form_of
from gaoxing.office.cultivation.keyed import Keyed, apart, dated, merged, of_form, waiting
from gaoxing.speech.transcript import Transcript

ON = date(2026, 11, 24)


def asked(key, before, now):
    return f"{key}?"


def keyed(**values):
    return Keyed().with_values({key: Answer(each, Source.TYPED) for key, each in values.items()})


def said(words):
    return waiting(of_form(form_of(Transcript.of(words), ON), asked))


def test_figures_come_back_from_their_form_as_they_were():
    found = keyed(**{"staff@2025": 110, "staff@2024": 90, "listed": False, "certificates.0.kind": "gazelle"})
    assert of_form(found.form()) == found


def test_years_stand_the_newest_first_whatever_was_told_first():
    assert keyed(**{"staff@2023": 1, "staff@2025": 3, "staff@2024": 2}).years == ("2025", "2024", "2023")


def test_a_year_is_told_with_its_figures():
    assert keyed(**{"staff@2025": 110}).answers["year@2025"].value == 2025


def test_two_rows_of_one_year_become_one():
    rows = {"years.0.year": 2025, "years.0.staff": 110, "years.1.year": 2025, "years.1.revenue": "100"}
    found = of_form(Form("cultivation", "2026", {path: Answer(each, Source.SAID) for path, each in rows.items()}))
    assert found.form().to_contract() == {"years": [{"year": 2025, "staff": 110, "revenue": "100"}]}


def test_two_rows_of_one_year_that_differ_are_asked():
    rows = {"years.0.year": 2025, "years.0.staff": 110, "years.1.year": 2025, "years.1.staff": 120}
    found = of_form(Form("cultivation", "2026", {path: Answer(each, Source.SAID) for path, each in rows.items()}), asked)
    assert found.asks["staff@2025"].readings == (110, 120)
    assert "staff@2025" not in found.answers


def test_what_is_told_again_the_same_is_not_asked():
    found = keyed(**{"staff@2025": 110})
    assert merged(found, found, asked) == found


def test_what_is_told_otherwise_is_asked_and_neither_counts():
    found = merged(keyed(**{"staff@2025": 110}), keyed(**{"staff@2025": 120}), asked)
    assert (found.asks["staff@2025"].question, "staff@2025" in found.answers) == ("staff@2025?", False)


def test_a_question_about_what_stands_offers_what_stands():
    told = Keyed({}, {"staff@2025": Ask("staff@2025", (120, 130), "?")})
    assert merged(keyed(**{"staff@2025": 110}), told, asked).asks["staff@2025"].readings == (110, 120, 130)


def test_answering_a_question_settles_it():
    found = merged(keyed(**{"staff@2025": 110}), keyed(**{"staff@2025": 120}), asked)
    assert found.with_values({"staff@2025": Answer(120, Source.TYPED)}).asks == {}


def test_emptying_an_input_takes_it_away():
    assert "staff@2025" not in keyed(**{"staff@2025": 110}).with_values({"staff@2025": None}).answers


def test_figures_without_a_year_wait_and_are_no_answers_of_a_year():
    found = said("职工一百一十人，营收八千万元")
    assert {key: each.value for key, each in found.answers.items()} == {"staff@?0": 110, "revenue@?0": "80000000"}


@pytest.mark.parametrize("words", ["职工大概一百一十人", "营收八千五"])
def test_what_is_open_beside_its_year_stays_asked(words):
    assert said(words).answers == {}


def test_a_row_that_is_given_its_year_becomes_that_years():
    found = dated(said("职工一百一十人"), "?0", 2025, asked)
    assert (found.years, found.answers["staff@2025"].value, found.asks) == (("2025",), 110, {})


def test_a_row_given_a_year_that_says_otherwise_is_asked():
    standing = keyed(**{"staff@2025": 100})
    found = dated(merged(standing, apart(standing, said("职工一百一十人")), asked), "?0", 2025, asked)
    assert found.asks["staff@2025"].readings == (100, 110)


def test_rows_told_later_stand_behind_those_that_wait_already():
    standing = said("职工一百一十人")
    assert apart(standing, said("营收八千万元")).years == ("?1",)


def test_a_list_told_later_goes_on_behind_the_one_that_stands():
    told = apart(keyed(**{"certificates.0.kind": "gazelle"}), keyed(**{"certificates.0.kind": "unicorn"}))
    assert list(told.answers) == ["certificates.1.kind"]
