"""A list is narrowed by everything that an address asks for at once; what nobody knows is left out and said; the light of a row is the clock's."""

from datetime import timedelta

import pytest

from gaoxing.office.cases import clocking, lights, queue
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.narrowing import Narrowed, read
from gaoxing.office.people.models import Unit
from tests.office.cases.asking import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(cast, now):
    """The numbers that a clerk's list holds where it is narrowed."""
    return lambda at=now, **asked: [each.number for each in queue.waiting(cast["window_clerk"], now=at, wanted=Narrowed(**asked)).cases]


@pytest.mark.parametrize("hours", [0, 20, 48, 54, 54.5, 54.6, 78.4, 78.6, 200])
@pytest.mark.parametrize("asked", [False, True])
def test_the_light_of_a_row_is_that_of_its_clock(sent_case, cast, now, shown, hours, asked):
    case, at = sent_case(), now + timedelta(hours=hours)
    case = ask(case, cast, now) if asked else case
    light = clocking.reading(case, now=at).light
    assert lights.light_of(case, now=at) == light
    assert [each for each in lights.CONDITIONS if each != lights.TODAY and shown(at=at, light=each)] == [light]


def test_a_decided_case_has_no_light_left(sent_case, now):
    Case.objects.filter(pk=sent_case().pk).update(rank=None)
    assert lights.light_of(Case.objects.get(), now=now) == "done"


def test_what_is_due_today_is_asked_for_like_a_light(sent_case, shown, now):
    number = sent_case().number
    assert shown(light="today") == []
    assert shown(light="today", at=now + timedelta(days=3)) == [number]
    assert shown(light="today", at=now + timedelta(days=3, hours=8)) == []


def test_the_conditions_are_joined(sent_case, shown):
    number = sent_case().number
    assert shown(state="submitted", matter="sole_trader_registration", handler="nobody", turn="office", light="green") == [number]
    assert shown(state="submitted", matter="deregistration") == []


def test_whose_hand_it_is_in_tells_the_lists_apart(sent_case, cast, shown):
    number = sent_case().number
    Case.objects.update(handler=cast["window_clerk"])
    assert (shown(handler="mine"), shown(handler="nobody")) == ([number], [])
    assert shown(handler=str(cast["window_clerk"].pk)) == [number]
    assert shown(handler=str(cast["leader"].pk)) == []


def test_a_case_is_found_by_its_unit(sent_case, shown):
    number, unit = sent_case().number, Unit.objects.create(code="01", name="登记科")
    Case.objects.update(unit=unit)
    assert (shown(unit=str(unit.pk)), shown(unit=str(unit.pk + 1))) == ([number], [])


def test_what_waits_for_the_applicant_is_asked_for_apart(sent_case, cast, shown, now):
    number = ask(sent_case(), cast, now).number
    assert (shown(turn="applicant"), shown(turn="office")) == ([number], [])


@pytest.mark.parametrize(
    "given",
    [
        {"state": "draft"},
        {"state": "x' OR 1"},
        {"light": "violet"},
        {"unit": "-1"},
        {"unit": "９"},
        {"handler": "9" * 30},
        {"turn": "me"},
        {"matter": "有限"},
    ],
)
def test_what_nobody_knows_in_an_address_is_left_out_and_said(given):
    assert read(given) == (Narrowed(), False)


def test_an_address_that_is_understood_is_read_whole():
    given = {"state": "accepted", "matter": "deregistration", "light": "today", "unit": "3", "handler": "mine", "turn": "office", "after": "1.1"}
    wanted, understood = read(given)
    assert understood
    assert wanted.asked == {name: value for name, value in given.items() if name != "after"}
