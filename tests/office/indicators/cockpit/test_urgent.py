"""What needs a leader today: each kind counts what its own list shows, nothing stands there for nothing, and the same thing is told once."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from gaoxing.casework.clock import Light
from gaoxing.office.aftercare.models import Part
from gaoxing.office.indicators.cockpit.lights import Row
from gaoxing.office.indicators.cockpit.number import Mark, Number
from gaoxing.office.indicators.cockpit.urgent import waiting
from gaoxing.office.ratings.models import CallBack, Rating
from tests.office.indicators.cockpit import invented

pytestmark = pytest.mark.django_db


@pytest.fixture
def waits(now):
    """What waits by name, given the lights and numbers of a page."""

    def found(lights=(), numbers=()):
        return {each.id: each for each in waiting(lights, numbers, now=now)}

    return found


def number(name, *marks):
    return Number(name, "样例", None, "件", about=f"/{name}", marks=marks)


def row(**counts):
    told = {Light(name): count for name, count in counts.items()}
    return Row("requests", "企业诉求", told, {light: f"/{light}" for light in told})


def test_red_and_double_red_are_two_things(waits):
    found = waits([row(double_red=2, red=3, yellow=4)])
    assert {name: (each.count, each.address, each.severe) for name, each in found.items()} == {
        "requests_double_red": (2, "/double_red", True),
        "requests_red": (3, "/red", False),
    }


def test_yellow_alone_needs_no_leader(waits):
    assert waits([row(double_red=0, red=0, yellow=9)]) == {}


@pytest.mark.parametrize(("state", "name", "place"), [("objected", "objections", "#objections"), ("extension_asked", "extensions", "#extensions")])
def test_what_a_unit_asked_for_waits_at_the_leader_s_desk(waits, now, state, name, place):
    Part.objects.filter(request=invented.request(now.date(), state="in_hand")).update(state=state)
    assert waits()[name].address == f"/staff/requests/leading{place}"


def test_what_the_enterprise_was_not_content_with_is_to_be_done_again(waits, now):
    invented.request(now.date(), state="redoing")
    assert list(waits()) == ["redo"]


@pytest.mark.parametrize(("rating", "called", "count"), [(2, None, 1), (2, 1, 0), (3, None, 0), (5, None, 0)])
def test_a_bad_rating_waits_until_somebody_called(waits, now, rating, called, count):
    invented.request(now.date(), rating=rating, called_back=called and now)
    assert len(waits()) == count


@pytest.mark.parametrize(("hours", "count"), [(-1, 1), (1, 0)])
def test_a_supervision_waits_once_its_moment_has_passed(waits, now, hours, count):
    invented.request(now.date(), state="in_hand", supervised_until=now + timedelta(hours=hours))
    assert len(waits()) == count


@pytest.mark.parametrize(("days", "called", "count"), [(-1, False, 1), (1, False, 0), (-1, True, 0)])
def test_a_bad_rating_of_a_case_waits_once_its_call_is_overdue(waits, now, days, called, count):
    rating = Rating.objects.create(kind="cases.case", subject=1, reference="C1", asked=now, level="bad")
    CallBack.objects.create(rating=rating, due=now + timedelta(days=days), called=now if called else None)
    assert len(waits()) == count


@pytest.mark.parametrize(("state", "contacted", "count"), [("taken", None, 1), ("taken", "in time", 0), ("confirmed", None, 0)])
def test_somebody_stuck_whom_nobody_called_waits(waits, now, state, contacted, count):
    made = invented.stuck(now.date() - timedelta(days=1), state=state, outcome="")
    type(made).objects.filter(pk=made.pk).update(contacted=made.contacted if contacted else None, changed=made.made)
    assert len(waits()) == count


@pytest.mark.parametrize(("days", "count"), [(-1, 1), (0, 0), (None, 0)])
def test_a_cause_waits_once_its_day_has_passed(waits, now, days, count):
    invented.cause(now.date(), closed=False, mend_by=None if days is None else now.date() + timedelta(days=days))
    assert len(waits()) == count


def test_a_licence_that_was_handed_out_needs_no_unit(waits, now):
    invented.joint(now.date(), issued=True)
    assert waits() == {}


def test_a_single_doubtful_figure_is_opened_itself_several_as_a_list(waits):
    one, two = number("gdp", Mark.CONFLICT), number("patents", Mark.CONFLICT, Mark.STALE)
    assert waits(numbers=[one])["conflicts"].address == "/gdp"
    assert {name: (each.count, each.address) for name, each in waits(numbers=[one, two]).items()} == {
        "conflicts": (2, "/staff/indicators"),
        "stale": (1, "/patents"),
    }


def test_a_restated_or_unfinished_figure_needs_no_leader(waits):
    assert waits(numbers=[number("gdp", Mark.RESTATED, Mark.RUNNING)]) == {}


def test_what_waits_is_said_in_english_too(waits, now):
    invented.request(now.date(), state="redoing")
    with override("en"):
        assert waits()["redo"].word == "Enterprise not satisfied, to be done again"
