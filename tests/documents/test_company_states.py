from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gaoxing.documents.company_states import committee, directors, kind, post, states
from gaoxing.forms.form import Form
from tests.documents.companies import FEN, fifty, pair, promoters, sole, supervised
from tests.documents.filled import company, party

ON = date(2026, 11, 25)
EMPTY = Form("company_registration", "2026")


def holding(form: Form) -> set[str]:
    return {name for name, holds in states(form, ON).items() if holds}


@pytest.mark.parametrize(
    ("form", "held"),
    [
        (sole(), {"limited", "one_shareholder", "no_supervisor", "manager", "engages", "represented_by_director", "natural_persons"}),
        (pair(), {"limited", "one_supervisor", "overseen", "supervised", "represented_by_director"}),
        (promoters(), {"joint_stock", "board", "audit_committee", "overseen", "represented_by_chair", "manager"}),
        (supervised(), {"board", "supervisory_board", "employee_directors", "employee_supervisors", "employees_elect"}),
        (company(), {"board", "one_supervisor", "has_agent", "in_kind", "finance_officer"}),
    ],
)
def test_what_was_said_decides_what_the_company_is(form: Form, held: set[str]) -> None:
    assert held <= holding(form)


@pytest.mark.parametrize(
    ("form", "absent"),
    [
        (sole(), {"board", "overseen", "supervised", "has_agent", "joint_stock"}),
        (pair(), {"one_shareholder", "engages", "no_supervisor", "directors_unsettled", "supervisors_unsettled"}),
        (promoters(), {"limited", "supervised", "no_supervisor", "supervisors_unsettled"}),
        (company(), {"natural_persons", "beneficial_exempt", "audit_committee"}),
    ],
)
def test_what_was_not_said_does_not_hold(form: Form, absent: set[str]) -> None:
    assert not absent & holding(form)


@pytest.mark.parametrize(("count", "unsettled"), [(0, True), (1, False), (2, True), (3, False), (5, False)])
def test_no_director_and_two_directors_are_no_lawful_number(count: int, unsettled: bool) -> None:
    told = states(company(parties=[party(f"甲{row}", "director") for row in range(count)]), ON)
    assert (told["directors_unsettled"], told["board"]) == (unsettled, count >= 3)


@pytest.mark.parametrize(("count", "unsettled"), [(0, True), (1, False), (2, True), (3, False)])
def test_no_supervisor_unasked_and_two_supervisors_are_no_lawful_number(count: int, unsettled: bool) -> None:
    told = states(company(parties=[party(f"甲{row}", "supervisor") for row in range(count)]), ON)
    assert (told["supervisors_unsettled"], told["supervisory_board"]) == (unsettled, count >= 3)


def test_a_company_limited_by_shares_cannot_do_without_a_supervisor() -> None:
    told = states(company(company_type="joint_stock", parties=[party("甲一", "director")], no_supervisor="yes"), ON)
    assert (told["no_supervisor"], told["one_supervisor"]) == (False, True)


def test_whoever_is_named_supervisor_stands_before_the_wish_for_none() -> None:
    assert not states(pair(no_supervisor="yes"), ON)["no_supervisor"]


def test_a_committee_without_a_board_is_none() -> None:
    assert not states(company(parties=[party("甲一", "director", audit_committee="yes")]), ON)["audit_committee"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"company_type": "joint_stock"}, "joint_stock"),
        ({"company_type": None, "name": "昆山某某股份有限公司"}, "joint_stock"),
        ({"company_type": None, "name": "昆山某某有限公司"}, "limited_liability"),
        ({"company_type": None, "name": "某某"}, ""),
        ({"company_type": ["odd"], "name": None}, ""),
    ],
)
def test_the_kind_is_what_was_said_else_what_the_name_shows(changes: dict[str, Any], expected: str) -> None:
    assert kind(company(**changes)) == expected


@pytest.mark.parametrize(
    ("roles", "expected"), [(("chair", "director"), "chair"), (("director", "manager"), "director"), (("manager",), "manager"), (("supervisor",), "")]
)
def test_the_charter_names_the_first_post_that_entitles(roles: tuple[str, ...], expected: str) -> None:
    assert post(company(parties=[party("甲一", "legal_representative", *roles)])) == expected


def test_two_legal_representatives_have_no_post_for_nobody_chose() -> None:
    assert post(company(parties=[party(name, "legal_representative", "director") for name in ("甲一", "乙二")])) == ""


def test_a_chair_sits_among_the_directors_though_only_the_chair_was_said() -> None:
    assert [each.name for each in directors(company(parties=[party("甲一", "chair"), party("乙二", "manager")]))] == ["甲一"]


def test_the_committee_is_of_directors_alone() -> None:
    marked = [party("甲一", "director", audit_committee="yes"), party("乙二", "supervisor", audit_committee="yes"), party("丙三", "director")]
    assert [each.name for each in committee(company(parties=marked))] == ["甲一"]


@pytest.mark.parametrize(
    ("capital", "exempt"), [(FEN, True), ({"amount": "10000000", "currency": "CNY"}, True), ({"amount": "10000001", "currency": "CNY"}, False)]
)
def test_small_companies_of_natural_persons_may_promise_instead_of_filing(capital: dict[str, str], exempt: bool) -> None:
    assert states(pair(registered_capital=capital), ON)["beneficial_exempt"] is exempt


@pytest.mark.parametrize(("day", "wanted"), [(date(2026, 4, 30), False), (date(2026, 5, 1), True)])
def test_the_sheet_of_real_names_is_of_2026(day: date, wanted: bool) -> None:
    assert states(EMPTY, day)["real_name_sheet"] is wanted


def test_nothing_is_known_of_an_empty_form() -> None:
    assert holding(EMPTY) == {
        *("renminbi", "directors_unsettled", "supervisors_unsettled", "one_supervisor", "overseen", "supervised", "representation_open", "real_name_sheet")
    }


def test_fifty_shareholders_are_as_good_as_two() -> None:
    assert {"limited", "board", "no_supervisor", "natural_persons"} <= holding(fifty())
