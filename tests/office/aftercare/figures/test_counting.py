"""What each figure counts, at its edges: of rows made by hand, by days that anybody can count on a calendar."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.aftercare.figures import counting
from gaoxing.office.aftercare.figures.counting import Counted, judged, measured
from tests.office.aftercare.figures.conftest import asked, at, piece

OVER = ("accepted", "archived")


@pytest.mark.parametrize(("call", "in_time"), [("25 16:59", True), ("25 17:00", True), ("25 17:01", False), ("26 09:00", False)])
def test_a_contact_is_in_time_until_the_end_of_the_working_day_after_it_was_taken_up(call, in_time):
    assert counting.contacted(asked("24 10:00 receive", f"{call} contact"), at("30 09:00")) is in_time


def test_the_first_contact_counts_and_no_later_one():
    row = asked("24 10:00 receive", "27 09:00 contact", "27 10:00 contact")
    assert counting.contacted(row, at("30 09:00")) is False


@pytest.mark.parametrize(("call", "in_time"), [("23 11:00", True), ("23 11:01", False)])
def test_an_urgent_one_is_contacted_within_an_hour_of_its_making(call, in_time):
    assert counting.contacted(asked("23 10:30 receive", f"{call} contact", urgent=True), at("30 09:00")) is in_time


@pytest.mark.parametrize(("now", "found"), [("25 17:00", None), ("25 17:01", False)])
def test_what_was_not_contacted_counts_once_its_limit_has_passed(now, found):
    assert counting.contacted(asked("24 10:00 receive", state="received"), at(now)) is found


@pytest.mark.parametrize(("now", "found"), [("25 17:00", None), ("25 17:01", False)])
def test_what_nobody_took_up_is_to_be_contacted_the_day_after_it_should_have_been(now, found):
    """Made on Monday: taken up on Tuesday at the latest, contacted on Wednesday."""
    assert counting.contacted(asked(state="submitted"), at(now)) is found


@pytest.mark.parametrize("act", ["withdraw", "merge", "not_accept"])
@pytest.mark.parametrize(("day", "found"), [("25 16:00", None), ("26 09:00", False)])
def test_what_was_over_before_its_limit_is_not_counted_what_was_over_later_is_late(act, day, found):
    assert counting.contacted(asked("24 10:00 receive", f"{day} {act}"), at("30 09:00")) is found


@pytest.mark.parametrize(
    ("state", "found"), [("submitted", False), ("in_hand", False), ("answered", False), ("redoing", False), ("merged", False), *((each, True) for each in OVER)]
)
def test_closed_is_accepted(state, found):
    assert counting.closed(asked(state=state), at("30 09:00")) is found


@pytest.mark.parametrize("state", ["not_accepted", "withdrawn"])
def test_what_was_not_taken_up_or_withdrawn_was_never_to_be_closed(state):
    assert counting.closed(asked(state=state), at("30 09:00")) is None


@pytest.mark.parametrize(("told", "found"), [(True, True), (False, False), (None, False)])
def test_solved_is_what_the_enterprise_said_so_of(told, found):
    assert counting.solved(asked(state="archived", rating=told and 5, solved=told, unrated=told is None), at("30 09:00")) is found


def test_what_is_not_closed_is_neither_solved_nor_rated_nor_satisfied():
    row = asked(state="redoing", rating=5, solved=True)
    assert [judge(row, at("30 09:00")) for judge in (counting.solved, counting.rated, counting.satisfied)] == [None] * 3


@pytest.mark.parametrize(("rating", "found"), [(1, False), (2, False), (3, True), (4, True), (5, True)])
def test_satisfied_is_a_rating_of_three_and_more(rating, found):
    assert counting.satisfied(asked(state="accepted", rating=rating), at("30 09:00")) is found


def test_silence_is_not_rated_and_never_satisfied():
    row = asked(state="accepted", unrated=True)
    assert (counting.rated(row, at("30 09:00")), counting.satisfied(row, at("30 09:00"))) == (False, None)


def test_even_a_rating_beside_silence_is_none():
    """No such row is ever written; were it, it would not count as satisfied."""
    row = asked(state="accepted", rating=5, unrated=True)
    assert (counting.rated(row, at("30 09:00")), counting.satisfied(row, at("30 09:00"))) == (False, None)


@pytest.mark.parametrize(("told", "found"), [((), None), (("24 10:00 accept",), False), (("24 10:00 lapse", "25 10:00 reopen"), True)])
def test_reopened_is_counted_of_what_was_ever_accepted(told, found):
    assert counting.reopened(asked(*told), at("30 09:00")) is found


@pytest.mark.parametrize(
    ("made", "answered", "days"), [("23 10:00", "23 16:00", 0), ("23 10:00", "24 09:00", 1), ("20 10:00", "23 10:00", 1), ("21 10:00", "30 10:00", 6)]
)
def test_days_to_the_answer_are_working_days_after_the_day_of_making(made, answered, days):
    """The 20th is a Friday."""
    assert counting.request_days(asked(f"{answered} answer", made=made, state="answered"), at("30 12:00")) == days


def test_of_several_answers_the_last_counts_and_none_while_it_is_done_again():
    told = "24 10:00 answer", "25 10:00 reject", "27 10:00 answer"
    assert counting.request_days(asked(*told, state="accepted"), at("30 09:00")) == 4
    assert counting.request_days(asked(*told[:2], state="redoing"), at("30 09:00")) is None


@pytest.mark.parametrize(("finish", "in_time"), [("26 17:00", True), ("26 17:01", False)])
def test_a_part_is_in_time_until_the_end_of_its_last_working_day(finish, in_time):
    assert counting.in_time(piece("23 10:00 dispatch", f"{finish} finish", state="done"), at("30 09:00")) is in_time


@pytest.mark.parametrize(("now", "found"), [("26 17:00", None), ("26 17:01", False)])
def test_an_open_part_counts_once_it_is_overdue(now, found):
    assert counting.in_time(piece("23 10:00 dispatch"), at(now)) is found


def test_a_part_that_was_late_once_is_not_in_time_however_quickly_it_was_redone():
    row = piece("02 10:00 dispatch", "09 10:00 finish", "10 10:00 redo", "10 11:00 finish", state="done")
    assert counting.in_time(row, at("30 09:00")) is False


def test_a_part_that_is_redone_in_time_so_far_is_not_counted_yet():
    assert counting.in_time(piece("23 10:00 dispatch", "24 10:00 finish", "25 10:00 redo", state="dispatched"), at("25 12:00")) is None


@pytest.mark.parametrize(("end", "found"), [("24 10:00 end", None), ("27 10:00 end", False), ("25 10:00 give_up", None)])
def test_a_part_that_ended_unanswered_counts_only_where_it_was_overdue(end, found):
    assert counting.in_time(piece("23 10:00 dispatch", end, state="ended"), at("30 09:00")) is found


def test_days_of_waiting_for_the_enterprise_make_nobody_late_and_are_not_counted():
    """Sent on Monday; from Tuesday to Friday the enterprise is waited for; answered on Monday, its second working day."""
    row = piece("23 10:00 dispatch", "24 10:00 ask_enterprise", "27 10:00 supply", "30 10:00 finish", state="done")
    assert (counting.in_time(row, at("30 12:00")), counting.part_days(row, at("30 12:00"))) == (True, 1)


def test_an_extension_makes_a_later_answer_one_in_time():
    row = piece("23 10:00 dispatch", "25 10:00 grant_extension", "30 10:00 finish", state="done")
    assert (counting.in_time(row, at("30 12:00")), counting.extended(row, at("30 12:00")), counting.returned(row, at("30 12:00"))) == (True, True, False)


def test_the_runs_of_a_part_are_added_up():
    row = piece("02 10:00 dispatch", "04 10:00 finish", "09 10:00 redo", "12 10:00 decline", state="impossible")
    assert counting.part_days(row, at("30 09:00")) == 2 + 3


@pytest.mark.parametrize("judge", [counting.returned, counting.extended])
def test_what_was_never_sent_was_neither_returned_nor_extended(judge):
    assert judge(piece(state="planned"), at("30 09:00")) is None


RETURNED = ("23 10:00 dispatch @2", "23 15:00 object @2 not_our_duty", "23 16:00 redispatch @2", "24 10:00 sign @1")


@pytest.mark.parametrize(("unit", "verdict"), [(2, True), (1, False), (3, None)])
def test_a_return_stands_with_the_unit_that_returned_it(unit, verdict):
    assert counting.returned_by(piece(*RETURNED, lead=1), unit) is verdict


@pytest.mark.parametrize(("unit", "verdict"), [(1, True), (2, None)])
def test_a_return_of_which_nobody_kept_the_unit_stands_with_the_one_that_leads(unit, verdict):
    assert counting.returned_by(piece("23 10:00 dispatch", "23 15:00 object", lead=1), unit) is verdict


def test_what_was_never_sent_was_returned_by_nobody():
    assert counting.returned_by(piece(state="planned", lead=1), 1) is None


def test_what_happens_after_the_moment_is_not_known_yet():
    assert counting.in_time(piece("23 10:00 dispatch", "26 17:30 finish"), at("26 16:00")) is None


def test_nothing_counted_has_no_share_and_no_average():
    assert (judged((), counting.closed, at("30 09:00")).share, measured((), counting.part_days, at("30 09:00")).average) == (None, None)


@given(st.lists(st.sampled_from([None, True, False]), max_size=30))
def test_members_and_missed_are_all_that_is_counted(verdicts):
    rows = [asked(state="accepted") for _ in verdicts]
    told = dict(zip((row.pk for row in rows), verdicts, strict=True))
    found = judged(rows, lambda row, _at: told[row.pk], at("30 09:00"))
    assert sorted((*found.members, *found.missed)) == sorted(found.of)
    assert (len(found.members), len(found.missed)) == (verdicts.count(True), verdicts.count(False))


@pytest.mark.parametrize(("members", "of", "share"), [(1, 3, "33.3"), (2, 3, "66.7"), (0, 7, "0.0"), (7, 7, "100.0"), (1, 16, "6.3")])
def test_a_share_has_one_decimal(members, of, share):
    assert Counted(tuple(range(members)), tuple(range(of))).share == Decimal(share)


def test_an_average_has_one_decimal():
    assert Counted((1, 2, 3), (1, 2, 3), {1: 0, 2: 3, 3: 4}).average == Decimal("2.3")
