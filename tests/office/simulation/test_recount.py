"""The second count of working days agrees with the office's clock, over histories nobody thought of beforehand."""

from datetime import date
from random import Random

from gaoxing.office.simulation import recount
from gaoxing.standards import working_days
from tests.casework import day_by_day


def test_the_days_off_are_those_of_the_calendar():
    for month in range(1, 13):
        for day in range(1, 29):
            each = date(2024, month, day)
            assert recount.works(each) == working_days.is_working_day(each), each


def test_four_hundred_histories_come_to_the_same_day():
    for seed in range(400):
        history, _now = day_by_day.invented(Random(seed))
        starts = [place for place, event in enumerate(history) if event[1] == "start"]
        assert recount.due(history) == day_by_day.due_moment(history[starts[-1] :]), seed


def test_what_never_started_has_no_due_day():
    assert recount.due([]) is None
