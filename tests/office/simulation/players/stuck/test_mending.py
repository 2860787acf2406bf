"""How causes are mended: given to their unit, mended, looked at, watched; mended anew where they recur."""

import pytest

from gaoxing.office.escalations.models import Cause, CauseEvent
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players.stuck import matters, mending, pace
from tests.office.simulation.cast import moment
from tests.office.simulation.players.stuck.conftest import BEGINS

LATER = moment("2024-03-05T10:00")


@pytest.fixture
def cause(zone):
    first = matters.reasons()[0]
    return Cause.objects.create(kind=first.kind, name=first.name, made=BEGINS, changed=BEGINS)


@pytest.fixture
def step(zone, cause):
    """The step in which something is done about the cause."""

    def made(at=LATER, *, office=True, number=0):
        by = zone.people("steward")[0] if office else zone.people("unit_handler", matters.reasons()[0].unit)[0]
        told = {"pk": cause.pk, "chain": f"stuck/cause/{cause.pk}/0", "n": number, "by": by.pk, "office": office}
        return Planned(at, f"stuck/cause/{cause.pk}/0/{number}", mending.MEND, told)

    return made


def now(cause):
    cause.refresh_from_db()
    return cause.state


def test_a_cause_that_is_open_will_be_mended(zone, cause):
    (made,) = mending.begun(zone, cause, Planned(BEGINS, "k", "stuck.go", {}))
    assert (made.kind, made.told["pk"], made.at > BEGINS) == (mending.MEND, cause.pk, True)


def test_it_is_planned_once(zone, cause):
    zone.run.steps.create(key=f"stuck/cause/{cause.pk}/0/0", kind=mending.MEND, at=BEGINS)
    assert mending.begun(zone, cause, Planned(BEGINS, "k", "stuck.go", {})) == []


def test_what_recurred_is_planned_anew(zone, cause):
    zone.run.steps.create(key=f"stuck/cause/{cause.pk}/0/0", kind=mending.MEND, at=BEGINS)
    Cause.objects.update(state="recurred", recurrences=1)
    cause.refresh_from_db()
    assert len(mending.begun(zone, cause, Planned(BEGINS, "k", "stuck.go", {}))) == 1


@pytest.mark.parametrize("state", ["fixed", "watched", "closed"])
def test_what_is_mended_is_not_begun(zone, cause, state):
    cause.state = state
    assert mending.begun(zone, cause, Planned(BEGINS, "k", "stuck.go", {})) == []


def test_the_office_gives_it_to_its_unit(zone, cause, step):
    (following,) = mending.mend(step(), zone)
    assert now(cause) == "open"
    assert cause.unit == zone.unit(matters.reasons()[0].unit)
    assert following.told["by"] in [each.pk for each in zone.people("unit_handler", matters.reasons()[0].unit)]


def test_the_unit_mends_it_and_the_office_looks(zone, cause, step):
    Cause.objects.update(unit=zone.unit(matters.reasons()[0].unit))
    (following,) = mending.mend(step(office=False), zone)
    assert (now(cause), following.told["office"]) == ("fixed", True)


def test_what_is_mended_is_watched(zone, cause, step, monkeypatch):
    monkeypatch.setattr(mending, "NOT_MENDED", 0)
    Cause.objects.update(state="fixed", fixed=BEGINS, unit=zone.unit("market"))
    assert mending.mend(step(), zone) == ()
    assert now(cause) == "watched"
    assert cause.watched_until is not None


def test_what_is_not_mended_goes_back_to_its_unit(zone, cause, step, monkeypatch):
    monkeypatch.setattr(mending, "NOT_MENDED", 1)
    Cause.objects.update(state="fixed", fixed=BEGINS, unit=zone.unit("market"))
    assert len(mending.mend(step(), zone)) == 1
    assert now(cause) == "open"


def test_nobody_sends_it_back_twice(zone, cause, step, monkeypatch):
    monkeypatch.setattr(mending, "NOT_MENDED", 1)
    Cause.objects.update(state="fixed", fixed=BEGINS, unit=zone.unit("market"))
    CauseEvent.objects.create(subject=cause, number=1, act="unfixed", source="fixed", target="open", role="steward", at=BEGINS)
    assert mending.mend(step(), zone) == ()


def test_some_of_what_recurred_is_given_out_anew(zone, cause, step, monkeypatch):
    monkeypatch.setattr(mending, "ELSEWHERE", 1)
    Cause.objects.update(state="recurred", recurrences=1, unit=zone.unit("market"))
    CauseEvent.objects.create(subject=cause, number=1, act="recur", source="watched", target="recurred", role="system", at=BEGINS)
    mending.mend(step(), zone)
    assert CauseEvent.objects.latest("number").act == "assign"


@pytest.mark.parametrize("state", ["watched", "closed"])
def test_what_is_watched_is_left_in_peace(zone, cause, step, state):
    Cause.objects.update(state=state)
    assert mending.mend(step(), zone) == ()


def test_a_cause_that_the_year_did_not_invent_is_left(zone, cause, step):
    Cause.objects.update(name="别人记的")
    assert mending.mend(step(), zone) == ()


def test_the_staff_are_at_it_in_office_hours(zone):
    by = zone.people("steward")[0]
    assert pace.worked(zone, by, moment("2024-03-08T16:30"), 1, 30) == moment("2024-03-11T10:00")
