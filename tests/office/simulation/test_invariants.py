"""Every invariant can fail: a row is broken, and it is told."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from gaoxing.office.aftercare.models import Client, Request
from gaoxing.office.audit import triggers
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases.models import Case
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.simulation import invariants
from gaoxing.office.simulation.conducting import conduct
from gaoxing.office.simulation.invariants import INVARIANTS, Invariant
from gaoxing.office.simulation.models import Run
from gaoxing.office.simulation.proving import indicators
from tests.office.simulation.conftest import WANTED, quiet

pytestmark = pytest.mark.django_db
NOW = "2024-03-10T02:00:00Z"


@pytest.fixture(scope="module")
def played(office):
    """A month that was played."""
    conduct(WANTED, quiet)
    return Run.objects.get()


@pytest.fixture
def look(played, alone):
    """How much an invariant looked at, and how much broke."""
    return lambda name: invariants.prove(played)[name]


def submitted():
    return Case.objects.exclude(number=None).order_by("pk").first()


def test_nothing_is_broken_in_a_run(look):
    assert not [each.id for each in INVARIANTS if look(each.id).broken]


@pytest.mark.parametrize("name", ["nothing_lost", "states", "clocks", "audit", "indicators"])
def test_there_is_something_to_look_at(look, name):
    assert look(name).count > 0


def test_a_case_that_went_is_missed(look):
    Case.objects.filter(pk=submitted().pk).update(number=None)
    assert look("nothing_lost").broken


def test_a_state_that_nothing_led_to_is_told(look):
    case = submitted()
    Case.objects.filter(pk=case.pk).update(state="withdrawn")
    assert case.number is not None
    assert "withdrawn" in look("states").examples[0]


def test_a_clock_that_was_turned_is_told(look):
    case = submitted()
    case.events.filter(clock="start").update(days=9, at=NOW)
    Case.objects.filter(pk=case.pk).update(due=NOW)
    case.events.filter(clock="stop").delete()
    assert case.number in look("clocks").examples[0]


def test_a_request_that_was_closed_without_acceptance_is_told(look):
    Request.objects.create(number="S1", state="accepted", made=NOW, changed=NOW)
    assert look("closed").broken == 1


def test_a_broken_link_of_the_audit_is_told(look):
    triggers.remove(connection)
    Entry.objects.filter(number=2).update(act="draft.forged")
    found = look("audit")
    triggers.install(connection)
    assert found.broken == 2


def test_a_client_without_a_steward_is_told(look):
    Client.objects.create(kind="enterprise", code="E1", name="昆山样例有限公司", since=WANTED.begins)
    assert look("coverage").examples == ("enterprise E1：有 0 位专员",)


def test_a_room_adds_its_own_once(monkeypatch, played):
    monkeypatch.setattr(invariants, "INVARIANTS", [*INVARIANTS])
    own = Invariant("figures", "指标一致", lambda _run: (3, ["差一个"]))
    invariants.enter(own)
    assert invariants.prove(played)["figures"].examples == ("差一个",)
    with pytest.raises(ValueError, match="figures"):
        invariants.enter(own)


def test_a_licence_that_another_month_counts_is_told(look):
    first = Certificate.objects.filter(kind=Certificate.Kind.LICENCE).order_by("pk").first()
    Certificate.objects.filter(pk=first.pk).update(issued=first.issued + timedelta(days=400))
    assert any("新设登记" in each for each in look("indicators").examples), look("indicators")


def test_every_month_and_the_year_of_the_span_are_counted():
    found = [str(each) for each in indicators._periods(date(2023, 11, 1), date(2024, 2, 3))]
    assert found == ["2023-11", "2023-12", "2024-01", "2024-02", "2023", "2024"]


def test_of_each_only_the_first_time_is_counted():
    at = [datetime(2024, 1, day, 4, tzinfo=UTC) for day in (1, 2, 3)]
    assert list(indicators._firsts([("a", at[0]), ("b", at[1]), ("a", at[2])])) == [date(2024, 1, 1), date(2024, 1, 2)]


def test_a_run_that_has_not_begun_has_nothing_to_count(db):
    assert indicators.equal(Run(begins=date(2024, 1, 1), months=1)) == (0, [])
