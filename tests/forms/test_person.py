from __future__ import annotations

import pytest

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.person import holds, is_shareholder, nobody_is, party_columns

COLUMNS = {each.id: each for each in party_columns()}


def row(*roles: str, **columns: str) -> Form:
    answers = {path.replace("__", "."): Answer(value, Source.SAID) for path, value in columns.items()}
    return Form("company_registration", "2026", {**answers, "roles": Answer(roles, Source.SAID)} if roles else answers)


def wanted(column: str, form: Form) -> bool:
    return COLUMNS[column].wanted(form)


def test_the_columns_of_the_contract_are_all_there():
    contract = {"kind", "name", "id_number", "mobile", "roles", *(f"contribution.{each}" for each in ("amount", "percent", "method", "due"))}
    assert {each.id for each in party_columns() if each.contract} == contract


@pytest.mark.parametrize("column", ["contribution.amount", "contribution.method", "contribution.due"])
def test_a_contribution_is_asked_of_shareholders_only(column):
    assert wanted(column, row("shareholder"))
    assert not wanted(column, row("supervisor"))


def test_whoever_pays_in_is_a_shareholder_without_the_word():
    assert is_shareholder(row(contribution__amount="5"))


@pytest.mark.parametrize(
    ("role", "asked"), [("legal_representative", True), ("liaison", True), ("finance_officer", True), ("agent", True), ("shareholder", False)]
)
def test_a_mobile_number_is_asked_of_those_who_must_be_reached(role, asked):
    assert wanted("mobile", row(role)) is asked


def test_an_e_mail_is_asked_of_the_liaison_only():
    assert wanted("email", row("liaison"))
    assert not wanted("email", row("legal_representative"))


def test_a_number_is_asked_of_everybody_who_has_a_part():
    assert wanted("id_number", row("supervisor"))
    assert not wanted("id_number", row(name="张三"))


def test_how_an_office_came_about_is_asked_of_officers():
    assert wanted("appointed_by", row("director"))
    assert not wanted("appointed_by", row("shareholder"))


def test_numbers_telephones_and_mail_are_private():
    assert {each.id for each in party_columns() if each.private} == {"id_number", "mobile", "email", "landline"}


def test_a_role_is_held_by_whoever_has_it():
    assert holds("director", row("director", "manager"))
    assert not holds("chair", row("director"))


def test_an_office_is_vacant_until_some_row_holds_it():
    vacant = nobody_is("liaison")
    form = Form("company_registration", "2026", {"parties.0.roles": Answer(("director",), Source.SAID)})
    assert vacant(form)
    assert not vacant(form.with_answers({"parties.1.roles": Answer(("liaison",), Source.SAID)}))
