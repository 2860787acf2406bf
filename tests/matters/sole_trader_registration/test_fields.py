"""The blanks of a sole trader's form: which this form wants, and the order of the questions."""

import pytest

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.missing import missing
from gaoxing.matters.sole_trader_registration.fields import FIELDS

BY_ID = {each.id: each for each in FIELDS}
CONTRACT = {
    "name",
    "operator.name",
    "operator.id_number",
    "operator.mobile",
    "composition",
    "family_members",
    "funds",
    "premises",
    "business_scope",
    "employees",
}


def shop(**answers):
    return Form("sole_trader_registration", "2026", {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()})


def asked(**answers):
    return [each.field for each in missing(shop(**answers), FIELDS)]


def test_the_contracts_blanks_are_these_and_no_others():
    assert {each.id for each in FIELDS if each.contract} == CONTRACT


def test_no_blank_stands_twice():
    assert len(BY_ID) == len(FIELDS)


def test_the_operator_is_asked_for_first():
    assert asked()[0] == "operator.name"


def test_a_name_need_not_be_chosen():
    assert "name" not in asked()


@pytest.mark.parametrize(("composition", "wanted"), [("family", True), ("individual", False), (None, False)])
def test_the_family_is_asked_for_where_it_trades_together(composition, wanted):
    given = {} if composition is None else {"composition": composition}
    assert ("family_members" in asked(**given)) is wanted


def test_a_member_of_the_family_is_asked_for_a_number():
    paths = asked(composition="family", family_members__0__name="甲")
    assert "family_members.0.id_number" in paths
    assert "family_members" not in paths


def test_a_member_of_the_family_is_called_by_name():
    questions = missing(shop(composition="family", family_members__0__name="甲"), FIELDS)
    assert [each.text for each in questions if each.field == "family_members.0.id_number"] == ["甲的身份证号码是多少？"]


@pytest.mark.parametrize("private", ["operator.id_number", "operator.mobile", "operator.ethnicity", "operator.political_status", "telephone"])
def test_what_concerns_the_operator_alone_is_private(private):
    assert BY_ID[private].private


@pytest.mark.parametrize("public", ["name", "premises", "business_scope", "composition", "funds"])
def test_what_stands_on_the_licence_is_not(public):
    assert not BY_ID[public].private


@pytest.mark.parametrize(("paper", "wanted"), [("yes", True), ("no", False)])
def test_copies_are_wanted_of_a_licence_on_paper(paper, wanted):
    assert BY_ID["licence_copies"].wanted(shop(paper_licence=paper)) is wanted


@pytest.mark.parametrize("each", FIELDS, ids=lambda each: each.id)
def test_a_blank_that_must_be_filled_can_be_asked_for(each):
    assert not each.required or each.question.endswith(("？", "。"))


@pytest.mark.parametrize("blank", [each.id for each in FIELDS if each.required and not each.columns])
def test_a_blank_filled_is_not_asked_for_again(blank):
    form = Form("sole_trader_registration", "2026", {blank: Answer("值", Source.SAID)})
    assert blank not in [each.field for each in missing(form, FIELDS)]
