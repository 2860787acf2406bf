"""Limits of requests are data; silence is counted in working days; what is late goes up."""

from __future__ import annotations

from datetime import date, datetime
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest

from gaoxing.casework.aftercare import ladder, silence
from gaoxing.casework.aftercare.ladder import Rung, rung, shown, worst
from gaoxing.casework.aftercare.limits import limits, load
from gaoxing.casework.clock import Event, Light, read
from gaoxing.casework.office_calendar import Calendar
from gaoxing.casework.table import ClockAct
from gaoxing.matters.enterprise_request.fields import KINDS

SHANGHAI = ZoneInfo("Asia/Shanghai")
TEXT = files("gaoxing.casework.aftercare").joinpath("limits.toml").read_text(encoding="utf-8")
TUESDAY = datetime(2026, 11, 24, 10, 30, tzinfo=SHANGHAI)
BEFORE_THE_HOLIDAYS = datetime(2026, 9, 30, 16, tzinfo=SHANGHAI)


def spoilt(old: str, new: str) -> str:
    assert old in TEXT
    return TEXT.replace(old, new, 1)


def test_every_category_that_the_recogniser_knows_has_its_limit():
    assert set(limits().categories) == {kind for kind, _ in KINDS}


def test_a_grade_that_was_chosen_goes_before_its_category():
    assert limits().of("utilities").days == 3
    assert limits().of("utilities", grade="complex").days == 15
    assert limits().of("policy", grade="consult").extension == 1


def test_an_urgent_part_is_never_slower_and_never_made_slower():
    assert limits().of("construction", urgent=True).id == "simple"
    assert limits().of("policy", grade="consult", urgent=True).id == "consult"


def test_a_category_that_nobody_knows_is_told():
    with pytest.raises(KeyError, match="weather"):
        limits().of("weather")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("receive = 1 ", "receive = 0 ", "receive must be a whole number from 1"),
        ("contact = 1 ", 'contact = "1" ', "contact must be a whole number"),
        ("sign = 1 ", "sing = 1 ", "unknown or missing step sign"),
        ("lapse = 7", "lapse = 4", "reminders must rise and come before the lapse"),
        ("reminders = [3, 5]", "reminders = [5, 3]", "reminders must rise"),
        ('market = "ordinary"', 'market = "hard"', "market: no grade 'hard'"),
        ('grade = "simple"   #', 'grade = "fast"   #', "urgent: no grade 'fast'"),
        ("extension = 1\n", "", "missing 1 required positional argument: 'extension'"),
        ("contact_urgent = 1 ", "contact_urgent = 0 ", "contact_urgent must be a whole number from 1"),
        ("contact_urgent = 1 ", "contact_soon = 1 ", "unknown or missing step contact_soon"),
        ("[reopening]", "[opening]", "unknown sections: opening"),
        ("lapse = 7", "", "missing key 'lapse'"),
    ],
)
def test_limits_that_cannot_be_are_refused_with_their_name(old: str, new: str, said: str):
    with pytest.raises(ValueError, match=said):
        load(spoilt(old, new))


def test_the_file_says_that_its_figures_are_not_confirmed():
    assert "[K]" in TEXT


def test_silence_is_counted_in_working_days_across_the_holidays():
    found = silence.silence(BEFORE_THE_HOLIDAYS, Calendar(), limits())
    assert [each.date() for each in found.reminders] == [date(2026, 10, 10), date(2026, 10, 13)]
    assert found.lapse == datetime(2026, 10, 15, 17, tzinfo=SHANGHAI)


def test_reminders_come_one_after_another_and_none_after_the_end():
    found = silence.silence(TUESDAY, Calendar(), limits())
    days = [found.reminders_due(TUESDAY.replace(day=day)) for day in (25, 26, 27, 28, 30)]
    assert days == [0, 0, 1, 1, 1]
    assert found.reminders_due(datetime(2026, 12, 1, 9, tzinfo=SHANGHAI)) == 2
    assert found.reminders_due(datetime(2026, 12, 4, 9, tzinfo=SHANGHAI)) == 0


def test_at_the_very_end_of_the_last_day_the_enterprise_is_still_in_time():
    found = silence.silence(TUESDAY, Calendar(), limits())
    assert not found.over(found.lapse)
    assert found.over(found.lapse.replace(second=1))


def test_a_request_may_be_opened_again_through_the_thirtieth_day():
    until = silence.reopen_until(datetime(2026, 12, 3, 15, tzinfo=SHANGHAI), Calendar(), limits())
    assert until == datetime(2027, 1, 3, tzinfo=SHANGHAI)


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="no time zone"):
        silence.within(TUESDAY.replace(tzinfo=None), 1, Calendar())


@pytest.mark.parametrize(
    ("light", "rejections", "expected"),
    [
        (Light.GREEN, 0, Rung.NOBODY),
        (Light.PAUSED, 0, Rung.NOBODY),
        (Light.DONE, 0, Rung.NOBODY),
        (Light.YELLOW, 0, Rung.HANDLER),
        (Light.RED, 0, Rung.LEADER),
        (Light.DOUBLE_RED, 0, Rung.FIRST_LEADER),
        (Light.GREEN, 1, Rung.LEADER),
        (Light.DOUBLE_RED, 1, Rung.FIRST_LEADER),
        (Light.DONE, 2, Rung.FIRST_LEADER),
        (Light.YELLOW, 9, Rung.FIRST_LEADER),
    ],
)
def test_a_light_and_dissatisfaction_say_to_whom_it_goes(light: Light, rejections: int, expected: Rung):
    found = rung(light, rejections=rejections, known=limits())
    assert (found, found.supervised) == (expected, expected is Rung.FIRST_LEADER)


@pytest.mark.parametrize(("day", "light"), [(25, Light.GREEN), (27, Light.YELLOW), (28, Light.RED)])
def test_the_lights_of_a_simple_part_turn_as_its_days_pass(day: int, light: Light):
    started = [Event(TUESDAY, ClockAct.START, 3)]
    assert read(started, TUESDAY.replace(day=day), Calendar(), ladder.lights(limits())).light is light


def test_three_working_days_past_due_it_is_double_red():
    started = [Event(TUESDAY, ClockAct.START, 3)]
    lit = [read(started, datetime(2026, 12, day, 10, tzinfo=SHANGHAI), Calendar(), ladder.lights(limits())).light for day in (1, 2)]
    assert lit == [Light.RED, Light.DOUBLE_RED]


def test_a_part_that_nobody_signed_for_in_time_is_yellow_and_a_red_one_stays_red():
    assert shown(Light.GREEN, unsigned_late=True) is Light.YELLOW
    assert shown(Light.GREEN, unsigned_late=False) is Light.GREEN
    assert shown(Light.RED, unsigned_late=True) is Light.RED


def test_a_request_shows_the_worst_light_of_its_parts():
    assert worst([Light.GREEN, Light.RED, Light.PAUSED]) is Light.RED
    assert worst([Light.DONE, Light.PAUSED]) is Light.PAUSED
    assert worst([]) is Light.DONE
