"""Proposals survive storing; what is asked of a model are the contract's open blanks and nothing else."""

import pytest

from gaoxing.catalogue import matter
from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.proposal import NEW_ROWS, PROPOSABLE, Proposal, known_rows, open_blanks, row_of

FIELDS = matter("company_registration").fields


def form(**answers):
    return Form("company_registration", "2026", {path.replace("__", "."): Answer(value, Source.SAID) for path, value in answers.items()})


@pytest.mark.parametrize("value", ["一", 8, ("甲", "乙"), {"amount": "1", "currency": "CNY"}])
def test_a_proposal_comes_back_as_it_was_stored(value):
    proposal = Proposal("name", value, "原话")
    assert Proposal.from_json(proposal.to_json()) == proposal


def test_a_filled_blank_is_not_asked_for():
    assert "name" not in open_blanks(form(name="昆山测试软件有限公司"), FIELDS)
    assert "registered_capital" in open_blanks(form(name="昆山测试软件有限公司"), FIELDS)


def test_only_the_contracts_blanks_of_kinds_we_can_check_are_asked_for():
    asked = open_blanks(form(), FIELDS)
    assert {each.kind for each in asked.values()} <= PROPOSABLE
    assert all(each.contract for each in asked.values())
    assert "postcode" not in asked


def test_open_columns_of_known_rows_and_a_few_further_rows_are_asked_for():
    asked = open_blanks(form(parties__0__name="丁大宝", parties__4__name="苏小云"), FIELDS)
    assert "parties.4.mobile" in asked
    assert "parties.0.name" not in asked
    rows = {row_of(path) for path in asked} - {""}
    assert rows == {"parties.0", "parties.4", *(f"parties.{5 + place}" for place in range(NEW_ROWS))}


def test_rows_are_known_by_name():
    assert known_rows(form(parties__0__name="丁大宝", parties__1__roles=("manager",)), FIELDS) == {"parties.0": "丁大宝", "parties.1": ""}


def test_a_blank_outside_lists_stands_in_no_row():
    assert row_of("name") == row_of("operator.name") == ""
