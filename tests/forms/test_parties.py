from __future__ import annotations

from decimal import Decimal

import pytest

from gaoxing.forms.form import Answer, Form, Source
from gaoxing.forms.parties import capital, everyone, holders, number, parties, shareholders


def form(**answers) -> Form:
    return Form("company_registration", "2026", {path.replace("__", "."): Answer(value, Source.TYPED) for path, value in answers.items()})


def test_rows_come_in_the_order_of_their_numbers_and_keep_them():
    rows = parties(form(parties__10__name="乙", parties__2__name="甲"))
    assert [(each.path, each.name) for each in rows] == [("parties.2", "甲"), ("parties.10", "乙")]


def test_a_row_knows_its_own_columns_only():
    [row] = parties(form(parties__0__name="甲", parties__0__contribution__amount="5", name="某公司"))
    assert row.answers == {"name": "甲", "contribution.amount": "5"}


def test_a_path_that_is_no_row_is_left_out():
    assert parties(form(parties="全部", parties__x__name="甲")) == ()


@pytest.mark.parametrize("column", ["amount", "percent", "method", "due"])
def test_whoever_pays_in_is_a_shareholder(column):
    assert len(shareholders(form(**{f"parties__0__contribution__{column}": "1"}))) == 1


def test_an_officer_is_not():
    assert shareholders(form(parties__0__roles=("director",))) == ()


def test_holders_hold_the_office():
    found = holders(form(parties__0__roles=("director", "manager"), parties__1__roles=("supervisor",)), "manager")
    assert [each.path for each in found] == ["parties.0"]


def test_everyone_counts_parties_the_operator_and_the_family():
    rows = everyone(form(parties__0__name="甲", operator__name="乙", family_members__0__name="丙"))
    assert [(each.path, each.name) for each in rows] == [("parties.0", "甲"), ("operator", "乙"), ("family_members.0", "丙")]


def test_a_row_without_a_name_is_called_this_one():
    [row] = parties(form(parties__0__mobile="1"))
    assert (row.name, row.called) == ("", "这一位")


def test_a_row_without_a_kind_is_neither_person_nor_enterprise():
    [row] = parties(form(parties__0__name="甲"))
    assert (row.is_person, row.is_enterprise) == (False, False)


@pytest.mark.parametrize(("text", "value"), [("12.5", Decimal("12.5")), ("一", None), ("", None), (None, None), ("Infinity", None), ("NaN", None)])
def test_only_a_finite_number_is_a_number(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    ("money", "whole"),
    [({"amount": "5", "currency": "CNY"}, Decimal(5)), ({"amount": "0"}, None), ({"amount": "-1"}, None), ({}, None), ("一百万", None)],
)
def test_a_capital_is_above_nought(money, whole):
    assert capital(form(registered_capital=money)) == whole
