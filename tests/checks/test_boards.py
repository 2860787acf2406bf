from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(st.integers(min_value=3, max_value=13), st.integers(min_value=0, max_value=13))
def test_exactly_a_third_of_a_supervisory_board_is_enough(size, marked):
    rows = [officer(f"监事{each}", "supervisor", employee_representative="yes" if each < marked else "no") for each in range(size)]
    assert (finding(boards.employees_on_the_supervisory_board, limited(*rows)) is None) == (min(marked, size) * 3 >= size)


def test_the_finding_counts_the_board_and_its_employees():
    rows = [officer(f"监事{each}", "supervisor", employee_representative="yes" if each == 0 else "no") for each in range(4)]
    found = finding(boards.employees_on_the_supervisory_board, limited(*rows))
    assert found is not None
    assert "监事会4位监事里有1位职工代表" in found.message
    assert found.fields == tuple(f"parties.{each}.employee_representative" for each in range(4))


def test_a_board_whose_members_are_all_marked_needs_no_word():
    rows = [officer(f"监事{each}", "supervisor", employee_representative="no") for each in range(3)]
    assert finding(boards.supervisory_board_unmarked, limited(*rows)) is None


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_than_three_supervisors_are_no_board(count):
    rows = [officer(f"监事{each}", "supervisor", employee_representative="no") for each in range(count)]
    assert finding(boards.employees_on_the_supervisory_board, limited(*rows)) is None


def test_a_chair_of_the_board_may_sit_on_the_committee():
    rows = [officer("甲", "chair", audit_committee="yes"), *directors(2)]
    assert finding(boards.audit_committee, limited(*rows)) is None


@pytest.mark.parametrize("answer", ["no", ""])
def test_who_is_not_marked_is_no_member(answer):
    rows = [officer("甲", "manager", audit_committee=answer)]
    assert finding(boards.audit_committee, limited(*rows)) is None


def test_a_joint_stock_companys_committee_of_three_directors_is_in_order():
    assert finding(boards.audit_committee, joint_stock(*directors(3, audit_committee="yes"))) is None


@given(st.integers(min_value=0, max_value=7), st.integers(min_value=1, max_value=7))
def test_the_free_members_are_more_than_half(busy, size):
    rows = [officer(f"甲{each}", "director", *(("finance_officer",) if each < busy else ()), audit_committee="yes") for each in range(size)]
    free = size - min(busy, size)
    assert (finding(boards.independent_committee, joint_stock(*rows)) is None) == (free * 2 > size)


def test_a_limited_companys_committee_may_manage_too():
    rows = [officer(f"甲{each}", "director", "manager", audit_committee="yes") for each in range(3)]
    assert finding(boards.independent_committee, limited(*rows)) is None


@pytest.mark.parametrize(("staff", "told"), [(299, False), (300, True), (301, True), (None, False), ("三百", False)])
def test_the_three_hundredth_employee_counts(staff, told):
    blanks = {} if staff is None else {"employees": staff}
    assert (finding(boards.employee_director, limited(officer("甲", "director"), **blanks)) is not None) == told


def test_a_board_that_is_not_known_yet_is_not_judged():
    assert finding(boards.employee_director, limited(officer("甲", "manager"), employees=500)) is None


def test_joint_stock_companies_have_their_own_article_on_employees():
    assert finding(boards.employee_director, joint_stock(officer("甲", "director"), employees=500)) is None


@pytest.mark.parametrize("rule", boards.RULES, ids=lambda each: each.id)
def test_no_rule_on_boards_is_asked_before_the_law_of_2023(rule):
    watch = [officer(f"监{each}", "supervisor", employee_representative="no") for each in range(3)]
    form = joint_stock(officer("甲", "director", "manager", audit_committee="yes"), *watch, employees=400)
    assert finding(rule, form, date(2024, 6, 30)) is None


@pytest.mark.parametrize("rule", boards.RULES, ids=lambda each: each.id)
def test_no_rule_on_boards_says_anything_of_an_empty_form(rule):
    assert finding(rule, limited()) is None
    assert finding(rule, joint_stock()) is None
