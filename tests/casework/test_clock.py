"""The clock of a case by hand: which days count, what a pause takes away, when the lights turn, and what cannot be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from gaoxing.casework.clock import Event, Light, Lights, Reading, read
from gaoxing.casework.office_calendar import Calendar
from gaoxing.casework.table import ClockAct, Running

HERE = ZoneInfo("Asia/Shanghai")
CALENDAR = Calendar()


def at(text):
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=HERE)


def history(*rows):
    """Events from rows like `("11-24T10:00", "start", 3)`."""
    return [Event(at(moment), ClockAct(kind), *(int(each) for each in days), why="correction" if kind == "pause" else "") for moment, kind, *days in rows]


def seen(now, *rows, lights=None) -> Reading:
    reading = read(history(*rows), at(now), CALENDAR, lights)
    assert reading is not None
    return reading


TUESDAY = ("11-24T10:00", "start", 3)


def test_before_it_starts_there_is_nothing_to_read():
    assert read([], at("11-24T10:00"), CALENDAR) is None
    assert read(history(TUESDAY), at("11-24T09:59"), CALENDAR) is None


def test_the_day_on_which_it_starts_is_not_counted():
    reading = seen("11-24T16:00", TUESDAY)
    assert (reading.due, reading.elapsed, reading.counting, reading.left) == (at("11-27T17:00"), 0, False, 3)


def test_a_day_is_counted_while_the_office_is_open_and_over_when_it_closes():
    assert [(seen(now, TUESDAY).elapsed, seen(now, TUESDAY).counting) for now in ("11-25T00:00", "11-25T17:00", "11-25T17:01")] == [
        (0, True),
        (0, True),
        (1, False),
    ]


@pytest.mark.parametrize("start", ["11-27T18:00", "11-28T03:00", "11-29T23:59"])
def test_what_starts_on_friday_evening_or_at_the_weekend_is_due_on_wednesday(start: str):
    assert seen(start, (start, "start", 3)).due == at("12-02T17:00")


def test_exchanged_days_count_and_holidays_do_not():
    assert seen("09-30T10:00", ("09-30T10:00", "start", 3)).due == at("10-10T17:00")


@pytest.mark.parametrize(
    ("asked", "came", "due", "days"),
    [
        ("11-25T10:00", "11-25T11:00", "11-30T17:00", 1),
        ("11-25T10:00", "11-26T09:00", "12-01T17:00", 2),
        ("11-25T17:00", "11-25T17:30", "11-30T17:00", 1),
        ("11-25T17:01", "11-25T17:30", "11-27T17:00", 0),
        ("11-25T17:01", "11-26T08:00", "11-30T17:00", 1),
        ("11-27T16:00", "11-29T20:00", "11-30T17:00", 1),
        ("11-24T11:00", "11-24T16:00", "11-27T17:00", 0),
        ("11-27T17:00", "11-30T10:00", "12-01T17:00", 2),
    ],
)
def test_a_working_day_that_a_pause_touches_is_not_counted(asked: str, came: str, due: str, days: int):
    reading = seen(came, TUESDAY, (asked, "pause"), (came, "resume"))
    assert (reading.due, reading.paused_days) == (at(due), days)


def test_after_a_correction_on_the_last_day_there_is_a_whole_day_left():
    reading = seen("11-30T10:00", TUESDAY, ("11-27T16:59", "pause"), ("11-30T10:00", "resume"))
    assert (reading.left, reading.due, reading.light) == (1, at("12-01T17:00"), Light.YELLOW)


def test_a_day_that_two_pauses_touch_is_taken_away_once():
    reading = seen("11-26T09:00", TUESDAY, ("11-25T10:00", "pause"), ("11-25T11:00", "resume"), ("11-25T15:00", "pause"), ("11-25T16:00", "resume"))
    assert (reading.paused_days, reading.due) == (1, at("11-30T17:00"))


def test_pauses_are_told_by_their_kinds():
    events = [
        Event(at("11-24T10:00"), ClockAct.START, 3),
        Event(at("11-25T10:00"), ClockAct.PAUSE, why="correction"),
        Event(at("11-25T12:00"), ClockAct.RESUME),
        Event(at("11-26T10:00"), ClockAct.PAUSE, why="hearing"),
    ]
    reading = read(events, at("11-27T12:00"), CALENDAR)
    assert (reading.pauses, reading.why) == ({"correction": 1, "hearing": 2}, "hearing")


def test_while_paused_there_is_no_due_moment_and_the_light_rests():
    reading = seen("12-15T10:00", TUESDAY, ("11-25T10:00", "pause"))
    assert (reading.due, reading.yellow_from, reading.light, reading.running, reading.left) == (None, None, Light.PAUSED, Running.PAUSED, 3)


def test_an_extension_in_time_gives_further_days():
    reading = seen("11-27T17:00", TUESDAY, ("11-27T17:00", "extend", 3))
    assert (reading.total, reading.due, reading.light) == (6, at("12-02T17:00"), Light.GREEN)


@pytest.mark.parametrize("late", [("11-27T17:01", "extend", 3), ("11-27T17:01", "pause")])
def test_what_comes_after_the_due_moment_moves_nothing(late: tuple):
    reading = seen("11-30T10:00", TUESDAY, late)
    assert (reading.due, reading.total, reading.late, reading.light) == (at("11-27T17:00"), 3, True, Light.RED)


@pytest.mark.parametrize(
    ("start", "due"),
    [("11-24T10:00", "11-24T17:00"), ("11-24T17:00", "11-25T17:00"), ("11-28T10:00", "11-30T17:00"), ("10-10T10:00", "10-10T17:00")],
)
def test_on_the_spot_means_by_the_end_of_the_same_office_day(start: str, due: str):
    assert seen(start, (start, "start", 0)).due == at(due)


def test_on_the_spot_goes_on_after_a_correction_on_the_day_it_comes():
    assert seen("11-26T10:00", ("11-24T10:00", "start", 0), ("11-24T11:00", "pause"), ("11-26T10:00", "resume")).due == at("11-26T17:00")


def test_what_cannot_be_done_on_the_spot_has_three_days_from_the_day_it_began():
    assert seen("11-24T16:00", ("11-24T10:00", "start", 0), ("11-24T16:00", "extend", 3)).due == at("11-27T17:00")


@pytest.mark.parametrize(
    ("now", "light", "late_days"),
    [
        ("11-24T10:00", Light.GREEN, 0),
        ("11-26T17:00", Light.GREEN, 0),
        ("11-26T17:01", Light.YELLOW, 0),
        ("11-27T17:00", Light.YELLOW, 0),
        ("11-27T17:01", Light.RED, 0),
        ("11-29T10:00", Light.RED, 0),
        ("11-30T00:00", Light.RED, 1),
        ("12-02T10:00", Light.DOUBLE_RED, 3),
    ],
)
def test_the_light_turns_with_the_days(now: str, light: Light, late_days: int):
    reading = seen(now, TUESDAY, lights=Lights(double_red_days=3))
    assert (reading.light, reading.late_days) == (light, late_days)


def test_without_a_second_red_a_light_stays_red():
    assert seen("12-31T10:00", TUESDAY).light is Light.RED


@pytest.mark.parametrize(("days", "few"), [(0, 1), (3, 1), (5, 1), (10, 2), (15, 3), (45, 9)])
def test_a_fifth_of_a_long_limit_is_yellow(days: int, few: int):
    assert Lights().few(days) == few


@pytest.mark.parametrize("rows", [[TUESDAY], [TUESDAY, ("11-25T10:00", "pause"), ("11-26T10:00", "resume")], [("11-24T10:00", "start", 15)]])
def test_the_light_turns_yellow_when_it_was_foretold(rows: list):
    foretold = seen(rows[-1][0], *rows).yellow_from
    assert read(history(*rows), foretold, CALENDAR).light is Light.GREEN
    assert read(history(*rows), foretold.replace(second=1), CALENDAR).light is Light.YELLOW


def test_a_limit_of_one_day_is_yellow_at_once():
    reading = seen("11-24T10:00", ("11-24T10:00", "start", 1))
    assert (reading.light, reading.yellow_from) == (Light.YELLOW, at("11-24T10:00"))


@pytest.mark.parametrize(
    ("stop", "late", "late_days"), [("11-27T17:00", False, 0), ("11-27T17:01", True, 0), ("12-01T09:00", True, 2), ("11-24T10:05", False, 0)]
)
def test_a_clock_that_stopped_is_read_as_it_was_then(stop: str, late: bool, late_days: int):
    reading = seen("12-31T10:00", TUESDAY, (stop, "stop"))
    assert (reading.light, reading.late, reading.late_days, reading.stopped) == (Light.DONE, late, late_days, at(stop))
    assert reading.yellow_from is None


def test_a_case_that_is_withdrawn_while_it_waits_is_in_time():
    reading = seen("12-31T10:00", TUESDAY, ("11-25T10:00", "pause"), ("12-30T10:00", "stop"))
    assert (reading.late, reading.due, reading.light) == (False, None, Light.DONE)


def test_a_case_opened_again_has_a_new_clock():
    reading = seen("12-02T10:00", TUESDAY, ("11-26T10:00", "stop"), ("12-01T10:00", "start", 3))
    assert (reading.started, reading.due, reading.elapsed) == (at("12-01T10:00"), at("12-04T17:00"), 0)


def test_what_has_not_happened_yet_is_left_out():
    assert seen("11-25T09:00", TUESDAY, ("11-25T10:00", "pause")).running is Running.RUNNING
    assert seen("11-25T10:00", TUESDAY, ("11-25T10:00", "pause")).running is Running.PAUSED


def test_moments_may_come_in_any_time_zone():
    reading = read([Event(datetime(2026, 11, 24, 18, tzinfo=UTC), ClockAct.START, 3)], datetime(2026, 11, 25, 4, tzinfo=UTC), CALENDAR)
    assert reading.due == at("11-30T17:00")


def test_years_without_a_calendar_are_noted():
    assert seen("12-30T10:00", ("12-30T10:00", "start", 3)).unpublished == (2027,)
    assert seen("12-28T10:00", ("12-28T10:00", "start", 3)).unpublished == ()


def test_a_zone_that_closes_for_a_day_does_not_count_it():
    closed = Calendar(off=frozenset({date(2026, 11, 25)}))
    assert read(history(TUESDAY), at("11-24T10:00"), closed).due == at("11-30T17:00")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("11-24T10:00", "pause")], "a clock that is idle cannot pause"),
        ([TUESDAY, ("11-24T11:00", "start", 3)], "a clock that is running cannot start"),
        ([TUESDAY, ("11-24T11:00", "resume")], "a clock that is running cannot resume"),
        ([TUESDAY, ("11-24T11:00", "pause"), ("11-24T12:00", "pause")], "a clock that is paused cannot pause"),
        ([TUESDAY, ("11-24T11:00", "pause"), ("11-24T12:00", "extend", 3)], "a clock that is paused cannot extend"),
        ([TUESDAY, ("11-24T11:00", "stop"), ("11-24T12:00", "resume")], "a clock that is stopped cannot resume"),
        ([("11-24T10:00", "stop")], "a clock that is idle cannot stop"),
        ([TUESDAY, ("11-24T09:00", "pause")], "events out of order"),
    ],
)
def test_a_history_that_cannot_be_is_refused(rows: list, said: str):
    with pytest.raises(ValueError, match=said):
        seen("11-30T10:00", *rows)


@pytest.mark.parametrize(("event", "now"), [("2026-11-24T10:00", "2026-11-25T10:00+08:00"), ("2026-11-24T10:00+08:00", "2026-11-25T10:00")])
def test_a_moment_without_a_time_zone_is_refused(event: str, now: str):
    with pytest.raises(ValueError, match="has no time zone"):
        read([Event(datetime.fromisoformat(event), ClockAct.START, 3)], datetime.fromisoformat(now), CALENDAR)


def test_the_clock_answers_what_the_table_asks_of_it():
    assert seen("11-25T10:00", TUESDAY).facts == {"overdue": False, "on_the_spot": False}
    assert seen("11-30T10:00", TUESDAY).facts == {"overdue": True, "on_the_spot": False}
    assert seen("11-24T11:00", ("11-24T10:00", "start", 0)).facts == {"overdue": False, "on_the_spot": True}


def test_a_limit_below_nothing_is_refused():
    with pytest.raises(ValueError, match="start: -1 days"):
        Event(at("11-24T10:00"), ClockAct.START, -1)


def test_a_reading_is_written_as_json():
    written = seen("11-25T10:00", TUESDAY).to_json()
    assert (written["due"], written["light"], written["left"], written["counting"]) == ("2026-11-27T17:00:00+08:00", "green", 3, True)
    assert (written["stopped"], written["yellow_from"], written["pauses"]) == (None, "2026-11-26T17:00:00+08:00", {})
