from __future__ import annotations

from datetime import date

import pytest

from gaoxing.documents.particulars import Run
from gaoxing.documents.trader_particulars import particulars
from gaoxing.forms.form import Form
from tests.documents.filled import IDENTITY, MOBILE, trader

ON = date(2026, 11, 25)


def names(form: Form, rows: str) -> list[str]:
    return [row["name"].text for row in particulars(form, ON).rows[rows]]


def test_the_operator_and_the_whole_family_sign() -> None:
    assert names(trader(), "applicants") == names(trader(), "everybody") == ["甲一", "乙二"]


def test_one_who_trades_alone_signs_alone() -> None:
    alone = trader(composition="individual", family_members=None)
    assert names(alone, "applicants") == ["甲一"]
    assert not particulars(alone, ON).holds("may_be_family")


def test_a_composition_nobody_named_may_still_be_a_familys() -> None:
    found = particulars(trader(composition=None), ON)
    assert (found.holds("family"), found.holds("may_be_family")) == (False, True)


def test_a_family_nobody_named_has_a_line_to_write_in() -> None:
    assert names(trader(family_members=None), "family") == [""]


@pytest.mark.parametrize(("name", "applicant"), [("昆山市玉山镇甲乙小吃店", Run("昆山市玉山镇甲乙小吃店", "name")), (None, Run("甲一", "operator.name"))])
def test_a_trader_without_a_name_applies_in_the_operators(name: str | None, applicant: Run) -> None:
    assert particulars(trader(name=name), ON).run("applicant") == applicant


def test_funds_are_written_in_figures_and_words() -> None:
    found = particulars(trader(), ON)
    assert (found.run("funds").text, found.run("funds_words").text) == ("5.2", "伍万贰仟元整")


def test_no_number_and_no_telephone_is_at_hand_for_a_deed() -> None:
    found = particulars(trader(), ON)
    texts = {run.text for run in found.blanks.values()} | {run.text for rows in found.rows.values() for row in rows for run in row.values()}
    assert not {IDENTITY, MOBILE} & texts


@pytest.mark.parametrize("odd", ["", "abc", {"amount": "x"}, ["a"], 7])
@pytest.mark.parametrize("path", ["funds", "business_scope", "premises", "name", "composition"])
def test_a_value_of_the_wrong_shape_is_a_blank_and_no_trace(path: str, odd: object) -> None:
    assert particulars(trader(**{path: odd}), ON).run("operator").text == "甲一"
