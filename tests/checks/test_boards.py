from __future__ import annotations

import pytest

from gaoxing.checks import boards
from tests.checks.applications import finding, joint_stock, limited, message, officer


def directors(count: int, **columns):
    return [officer(f"董事{number}", "director", **columns) for number in range(count)]


@pytest.mark.parametrize(("marked", "rejected"), [(0, True), (1, True), (2, False)])
def test_of_four_supervisors_two_represent_the_employees(marked, rejected):
    rows = [officer(f"监事{each}", "supervisor", employee_representative="yes" if each < marked else "no") for each in range(4)]
    assert (finding(boards.employees_on_the_supervisory_board, limited(*rows)) is not None) == rejected


def test_a_board_that_is_not_wholly_marked_is_only_warned_about():
    rows = [officer("甲", "supervisor", employee_representative="no"), officer("乙", "supervisor"), officer("丙", "supervisor")]
    assert finding(boards.employees_on_the_supervisory_board, limited(*rows)) is None
    assert "乙、丙" in message(boards.supervisory_board_unmarked, limited(*rows))


def test_one_supervisor_is_no_board():
    assert finding(boards.supervisory_board_unmarked, limited(officer("甲", "supervisor"))) is None


def test_a_member_of_the_committee_is_a_director():
    rows = [*directors(3), officer("甲", "manager", audit_committee="yes")]
    assert "甲不是董事" in message(boards.audit_committee, limited(*rows))


@pytest.mark.parametrize(("count", "rejected"), [(1, True), (2, True), (3, False)])
def test_a_committee_needs_a_board(count, rejected):
    assert bool(message(boards.audit_committee, limited(*directors(count, audit_committee="yes")))) == rejected


def test_a_limited_companys_committee_may_be_small():
    rows = [*directors(2), officer("甲", "director", audit_committee="yes")]
    assert finding(boards.audit_committee, limited(*rows)) is None
    assert "3位以上成员" in message(boards.audit_committee, joint_stock(*rows))


@pytest.mark.parametrize(("busy", "rejected"), [(1, False), (2, True)])
def test_more_than_half_of_the_committee_hold_no_other_office(busy, rejected):
    rows = [officer(f"甲{each}", "director", *(("manager",) if each < busy else ()), audit_committee="yes") for each in range(3)]
    assert (finding(boards.independent_committee, joint_stock(*rows)) is not None) == rejected


def test_half_of_a_committee_is_not_more_than_half():
    rows = [officer(f"甲{each}", "director", *(("manager",) if each < 2 else ()), audit_committee="yes") for each in range(4)]
    assert finding(boards.independent_committee, joint_stock(*rows)) is not None


@pytest.mark.parametrize("mark", [{"employee_representative": "yes"}, {}])
def test_three_hundred_people_want_a_director_of_theirs(mark):
    form = limited(officer("甲", "director", **mark), employees=300)
    assert (finding(boards.employee_director, form) is None) == bool(mark)


def test_a_supervisory_board_with_an_employee_is_enough():
    watch = [officer(f"监{each}", "supervisor", employee_representative="yes") for each in range(3)]
    assert finding(boards.employee_director, limited(officer("甲", "director"), *watch, employees=400)) is None
