"""The light of a row without its events: at each edge, and for rows that say little."""

from datetime import timedelta

import pytest

from gaoxing.casework.clock import Light
from gaoxing.office.cases import lights
from gaoxing.office.cases.clocking import LAST
from gaoxing.office.cases.models import Case

HOUR = timedelta(hours=1)


def row(rank=None, yellow=None):
    return Case(rank=rank, yellow_from=yellow)


def test_at_the_due_moment_itself_one_is_still_in_time(now):
    assert lights.light_of(row(now, now - HOUR), now=now) is Light.YELLOW
    assert lights.light_of(row(now, now - HOUR), now=now + timedelta(microseconds=1)) is Light.RED


def test_before_it_turns_yellow_it_is_green(now):
    assert lights.light_of(row(now + HOUR, now), now=now) is Light.GREEN
    assert lights.light_of(row(now + HOUR, now), now=now + timedelta(microseconds=1)) is Light.YELLOW


def test_a_row_that_does_not_say_when_it_turns_yellow_is_green_until_it_is_due(now):
    assert lights.light_of(row(now + HOUR), now=now) is Light.GREEN
    assert lights.light_of(row(now + HOUR), now=now + 2 * HOUR) is Light.RED


def test_a_clock_that_stands_still_rests(now):
    assert lights.light_of(row(LAST), now=now) is Light.PAUSED


def test_a_row_without_a_rank_is_decided(now):
    assert lights.light_of(row(), now=now) is Light.DONE


def test_the_day_ends_at_midnight_of_the_zone(now):
    assert lights.end_of(now).isoformat() == "2026-11-25T00:00:00+08:00"
    assert lights.end_of(lights.end_of(now)) == lights.end_of(now) + timedelta(days=1)


def test_a_light_that_no_list_is_narrowed_by_is_a_mistake_of_the_code(now):
    with pytest.raises(KeyError):
        lights.condition("done", now=now)


@pytest.mark.django_db
@pytest.mark.parametrize("hours", [-50, -1, 0, 1, 5, 12, 30, 200])
@pytest.mark.parametrize("yellow", [None, -60, 0, 4, 100])
def test_the_condition_and_the_row_never_disagree(now, hours, yellow):
    turns = None if yellow is None else now + timedelta(hours=yellow)
    rank = now + timedelta(hours=hours)
    Case.objects.create(reference="r", created=now, changed=now, words=b"", form=b"", state="submitted", number="n", rank=rank, yellow_from=turns)
    told = lights.light_of(Case.objects.get(), now=now)
    found = [each for each in lights.CONDITIONS if each != lights.TODAY and Case.objects.filter(lights.condition(each, now=now)).exists()]
    assert found == [told]
