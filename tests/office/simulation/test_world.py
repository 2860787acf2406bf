"""Hands are limited: one thing after the other, in office hours only, whatever comes when."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.office.simulation.models import Hands, Run
from gaoxing.office.simulation.world import World

pytestmark = pytest.mark.django_db
BEGINS = datetime(2024, 1, 1, tzinfo=UTC)
DAYS = st.integers(0, 330 * 24 * 60).map(lambda minutes: BEGINS + timedelta(minutes=minutes))
WORK = st.lists(st.tuples(DAYS, st.integers(1, 300)), min_size=1, max_size=12)


@pytest.fixture(scope="module")
def run(office):
    """A whole year at scale 1."""
    return Run.objects.create(seed=3, scale=Decimal(1), begins=date(2024, 1, 1), months=12)


@given(WORK)
def test_whoever_works_does_one_thing_after_the_other_in_office_hours(run, comes):
    world, ended = World(run), []
    for at, minutes in comes:
        done = world.hands("clerk", at, minutes)
        assert done >= at + timedelta(minutes=minutes)
        assert world.calendar.works(done.date())
        assert time(9) <= world.calendar.local(done).time() <= time(17)
        ended.append((done, minutes))
    assert all(later >= earlier + timedelta(minutes=minutes) for (earlier, _), (later, minutes) in pairwise(ended))


def test_two_who_work_do_not_wait_for_each_other(run):
    world, at = World(run), datetime(2024, 3, 5, 2, tzinfo=UTC)
    assert world.hands("one", at, 60) == world.hands("other", at, 60)


def test_what_is_settled_is_known_to_whoever_goes_on(run):
    world, at = World(run), datetime(2024, 3, 5, 2, tzinfo=UTC)
    first = world.hands("clerk", at, 60)
    world.settle()
    assert World(run).hands("clerk", at, 60) == first + timedelta(hours=1)
    assert Hands.objects.get(worker="clerk").free == first


def test_what_came_to_nothing_keeps_nobody_busy(run):
    world, at = World(run), datetime(2024, 3, 5, 2, tzinfo=UTC)
    first = world.hands("nobody", at, 60)
    world.forget()
    assert world.hands("nobody", at, 60) == first


def test_a_span_ends_with_its_last_day(run):
    assert World(run).ends == date(2024, 12, 31)
    assert World(Run.objects.create(seed=1, scale=1, begins=date(2024, 11, 1), months=3)).ends == date(2025, 1, 31)


def test_a_number_shrinks_with_scale_and_span_but_never_to_nothing(run):
    world = World(Run.objects.create(seed=1, scale=Decimal("0.1"), begins=date(2024, 1, 1), months=6))
    assert (world.count(3600), world.size(40), world.count(1)) == (180, 4, 1)
