"""The leader's morning: some of what is red is supervised, and what was supervised is answered."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players.requests import leading
from tests.office.simulation.cast import moment
from tests.office.simulation.players.requests.conftest import BEGINS

MONDAY = moment("2024-03-11T10:00")


@pytest.fixture
def red(seen, zone):
    """A request with a part that is overdue."""

    def made(**columns):
        found = seen("late", "in_hand", **columns)
        Part.objects.filter(request=found.request).update(state="in_hand", due=BEGINS, lead=zone.unit("park"), handler=zone.people("unit_handler", "park")[0])
        return found.request

    return made


def morning(zone, at=MONDAY):
    return list(leading.look(Planned(at, f"request/morning/{at.date()}", leading.MORNING), zone))


def test_the_first_morning_is_that_of_a_working_day(zone):
    assert leading.first(zone).at == moment("2024-03-01T10:00")


def test_the_leader_comes_again_on_the_next_working_day(zone):
    assert [each.at for each in morning(zone, moment("2024-03-08T10:00"))] == [MONDAY]


def test_some_of_what_is_red_is_supervised(zone, red, monkeypatch):
    request = red()
    monkeypatch.setattr(leading, "SUPERVISED", 1)
    morning(zone)
    assert Request.objects.get(pk=request.pk).supervised_until is not None


def test_most_of_what_is_red_is_left(zone, red, monkeypatch):
    request = red()
    monkeypatch.setattr(leading, "SUPERVISED", 0)
    morning(zone)
    assert Request.objects.get(pk=request.pk).supervised_until is None


def test_what_was_supervised_since_yesterday_will_be_answered(zone, red, monkeypatch):
    request = red()
    monkeypatch.setattr(leading, "SUPERVISED", 1)
    monkeypatch.setattr(leading, "ANSWERED", 1)
    answer, _ = morning(zone)
    assert (answer.kind, answer.told) == (leading.ANSWER, {"pk": request.pk})
    assert answer.at > MONDAY


def test_some_supervisions_are_not_answered_for_long(zone, red, monkeypatch):
    red()
    monkeypatch.setattr(leading, "SUPERVISED", 1)
    monkeypatch.setattr(leading, "ANSWERED", 0)
    assert [each.kind for each in morning(zone)] == [leading.MORNING]


def test_a_supervision_is_answered_by_its_steward_or_a_unit(zone, red):
    request = red(supervised_until=MONDAY + timedelta(days=2))
    assert leading.answer(Planned(MONDAY, "a", leading.ANSWER, {"pk": request.pk}), zone) == ()
    request.refresh_from_db()
    assert request.supervised_until is None
    assert request.events.latest("number").role in ("steward", "unit_handler")


def test_what_is_answered_already_is_left(zone, red):
    request = red()
    leading.answer(Planned(MONDAY, "a", leading.ANSWER, {"pk": request.pk}), zone)
    assert not request.events.filter(act="answer_supervision").exists()


def test_after_a_holiday_the_leader_looks_back_to_the_last_working_day(zone):
    assert max(leading._before(zone, moment("2024-04-07T10:00"))) == moment("2024-04-03T00:00").date()
