"""Named leaders: whom a step of the ladder tells, the finest place first, whoever no longer leads passed over; naming them, by leaders alone, audited."""

from datetime import timedelta

import pytest

from gaoxing.casework.aftercare.ladder import Rung
from gaoxing.office.aftercare import leaders
from gaoxing.office.aftercare.models import NamedLeader
from gaoxing.office.audit.models import Entry
from gaoxing.office.people.models import Person, RoleAssignment
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(units, now):
    """The accounts that a step tells of a part of the power station."""
    return lambda rung=Rung.LEADER, unit="power", category="utilities": {
        each.account for each in leaders.told(rung, units[unit] if unit else None, category, on=now.date())
    }


@pytest.fixture
def name(cast, units, now):
    """A leader names somebody for a place."""

    def done(who, *, rung=2, unit="", category="", by="leader"):
        leaders.name(rung, cast[who] if who else None, cast[by], now=now, unit=units[unit] if unit else None, category=category)

    return done


def test_every_leader_is_told_where_nobody_is_named(cast, told):
    assert told() == told(Rung.FIRST_LEADER) == told(unit="") == {"leader", "leader-2"}


def test_a_units_own_leaders_go_before_all_where_nobody_is_named(cast, staff, units, told):
    staff("leader", "of-city-alone", units["city"])
    assert (told(unit="city"), told(unit="power")) == ({"of-city-alone"}, {"leader", "leader-2", "of-city-alone"})


def test_the_leaders_of_the_unit_above_are_its_own(cast, staff, units, told):
    units["power"].parent = units["city"]
    units["power"].save()
    staff("leader", "of-city-alone", units["city"])
    assert told() == {"of-city-alone"}


def test_the_finest_place_that_is_named_goes_first(cast, staff, units, told, name):
    units["power"].parent = units["city"]
    units["power"].save()
    places = [("", ""), ("", "utilities"), ("city", ""), ("power", ""), ("city", "utilities"), ("power", "utilities")]
    for number, (unit, category) in enumerate(places):
        cast[f"l{number}"] = staff("leader", f"named-{number}")
        name(f"l{number}", unit=unit, category=category)
        assert told() == {f"named-{number}"}


def test_a_place_of_another_unit_category_or_rung_is_none_of_it(cast, told, name):
    name("chief", unit="police")
    name("chief", category="labour")
    name("chief", rung=3, unit="power")
    assert told() == {"leader", "leader-2"}
    assert told(Rung.FIRST_LEADER) == {"leader-2"}


def test_a_leader_whose_role_ended_is_passed_over_for_the_next_place(cast, told, name, now):
    name("chief", unit="power")
    name("leader")
    RoleAssignment.objects.filter(person=cast["chief"]).update(until=now.date())
    assert told() == {"leader-2"}
    RoleAssignment.objects.filter(person=cast["chief"]).update(until=now.date() - timedelta(days=1), since=now.date() - timedelta(days=9))
    assert told() == {"leader"}


def test_an_account_that_was_closed_is_told_of_nothing(cast, told, name):
    name("chief", unit="power")
    Person.objects.filter(pk=cast["chief"].pk).update(is_active=False)
    assert told() == {"leader"}


def test_naming_a_place_anew_replaces_who_stood_there(name, cast):
    name("leader", unit="power")
    name("chief", unit="power")
    assert NamedLeader.objects.get().person == cast["chief"]


@pytest.mark.parametrize("place", [{}, {"unit": "power"}, {"category": "labour"}])
def test_a_place_is_emptied_by_naming_nobody_and_the_others_stay(name, place):
    every = ({}, {"unit": "power"}, {"category": "labour"})
    for each in every:
        name("leader", **each)
    name(None, **place)
    assert {(row.unit.code if row.unit else "", row.category) for row in leaders.listed()} == {
        (each.get("unit", ""), each.get("category", "")) for each in every if each != place
    }


def test_naming_and_taking_off_are_kept_in_the_audit(name, cast, units):
    name("chief", rung=3, unit="power", category="labour")
    name(None, rung=3, unit="power", category="labour")
    kept = Entry.objects.filter(act="leader.named").order_by("pk")
    assert [each.actor for each in kept] == [cast["leader"].pk] * 2


@pytest.mark.parametrize("by", ["steward", "power", "examiner", "applicant"])
def test_only_a_leader_names_leaders(name, by):
    with pytest.raises(NotAllowed):
        name("chief", by=by)
    assert not NamedLeader.objects.exists()


@pytest.mark.parametrize("place", [{"rung": 0}, {"rung": 1}, {"rung": 4}, {"category": "weather"}])
def test_a_rung_or_category_that_is_none_is_refused(name, place):
    with pytest.raises(NotAllowed, match="请从列出的里选层级和类别"):
        name("chief", **place)


def test_nobody_is_named_who_leads_nothing(name):
    with pytest.raises(NotAllowed, match="先由安全管理员任命"):
        name("steward", unit="power")
    assert not NamedLeader.objects.exists()


def test_a_refused_naming_leaves_who_stood_there(name, cast):
    name("chief", unit="power")
    with pytest.raises(NotAllowed):
        name("steward", unit="power")
    assert NamedLeader.objects.get().person == cast["chief"]
