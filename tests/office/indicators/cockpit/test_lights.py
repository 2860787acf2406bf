"""The lights of the cockpit: what the desks count, and what waits for a leader."""

from datetime import timedelta

import pytest

from gaoxing.casework.clock import Light
from gaoxing.office.indicators.cockpit import lights
from tests.office.indicators.cockpit import invented

pytestmark = pytest.mark.django_db


def lit(now):
    return {each.id: each for each in lights.rows(now)}


def waits(made):
    return {each.id: each.count for each in made.waiting}


@pytest.mark.parametrize(("days", "light"), [(-20, Light.DOUBLE_RED), (-1, Light.RED), (5, Light.GREEN)])
def test_a_request_has_the_light_of_its_own_desk(now, days, light):
    invented.request(now.date(), state="received", due=now + timedelta(days=days))
    assert lit(now)["requests"].counts[light] == 1


def test_a_number_of_the_lights_opens_its_list(now):
    assert lit(now)["requests"].addresses[Light.DOUBLE_RED] == "/staff/requests?light=double_red"
    assert lit(now)["cases"].addresses[Light.RED] == "/staff/cases?light=red"


@pytest.mark.parametrize("kind", ["cases", "licences"])
def test_what_knows_no_double_red_has_none_rather_than_nought(now, kind):
    row = lit(now)[kind]
    assert Light.DOUBLE_RED not in row.counts
    assert row.cells[0] == (None, "")


@pytest.mark.parametrize(("ago", "light"), [(20, Light.RED), (1, Light.GREEN)])
def test_a_licence_has_the_light_of_its_own_clock(now, ago, light):
    invented.joint(now.date() - timedelta(days=ago), issued=False)
    assert lit(now)["licences"].counts[light] == 3


def test_nothing_waits_in_a_zone_where_nothing_happened(read):
    assert read().waiting == ()


def test_what_is_severe_stands_first(now, read):
    invented.request(now.date(), state="received", due=now - timedelta(days=1))
    invented.request(now.date(), state="received", due=now - timedelta(days=20))
    assert [each.id for each in read().waiting][:2] == ["requests_double_red", "requests_red"]


def test_a_bad_rating_waits_for_a_call(now, read):
    invented.request(now.date(), rating=1)
    assert waits(read()) == {"call_back": 1}


def test_a_cause_past_its_day_and_a_licence_without_a_unit_wait(now, read):
    invented.cause(now.date(), closed=False, mend_by=now.date() - timedelta(days=1))
    invented.joint(now.date(), issued=False)
    assert waits(read()) == {"causes": 1, "unassigned": 3}


def test_a_supervision_that_was_not_answered_is_severe(now, read):
    invented.request(now.date(), state="in_hand", supervised_until=now - timedelta(hours=1))
    assert next(each for each in read().waiting if each.id == "supervision").severe
