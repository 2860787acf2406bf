"""Who lives in the zone of a run: real kinds of units, the demonstration's cast among the staff, and nobody else who could sign in."""

from datetime import UTC, datetime

import pytest
from allauth.mfa.models import Authenticator

from gaoxing.office.aftercare.clients import demo as demo_clients
from gaoxing.office.audit.models import Entry
from gaoxing.office.licensing import local
from gaoxing.office.people import demo
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation.population import MARK
from gaoxing.office.simulation.units import UNITS

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 1, 1, tzinfo=UTC)


def test_the_units_of_the_zone_are_there_once_each_and_kept_in_the_audit(world):
    assert set(Unit.objects.values_list("code", flat=True)) == {each.code for each in UNITS}
    assert Entry.objects.filter(act="people.change_units").count() == len(UNITS) - len(demo.UNITS)


def test_every_authority_has_a_unit(world):
    assert all(local.unit_for(each) for each in local.authorities(on=NOW.date()))


def test_the_first_of_every_role_is_the_one_whom_the_demonstration_shows(world):
    for role in ("window_clerk", "examiner", "steward", "leader"):
        assert world.person(role, 0).account.startswith("demo.")


def test_every_unit_that_handles_matters_has_somebody_who_does(world):
    assert all(world.people("unit_handler", each.key) for each in UNITS)


def test_numbers_go_round_so_that_everybody_gets_a_share(world):
    handlers = world.people("unit_handler", "fire")
    assert world.person("unit_handler", len(handlers), "fire") == handlers[0]
    assert world.applicant(0) != world.applicant(1)


def test_nobody_beside_the_cast_can_sign_in(world):
    made = Person.objects.filter(account__startswith=MARK)
    assert made
    assert not any(each.has_usable_password() for each in made)
    assert not Authenticator.objects.filter(user__in=made).exists()


def test_nobody_is_signed_in_as_somebody_beside_the_cast(world):
    made = Person.objects.filter(account__startswith=MARK).first()
    with pytest.raises(NotAllowed, match="没有这个人"):
        demo.find(str(made.pk))
    assert demo.find(str(demo.cast()[0].number))


def test_the_start_page_of_the_demonstration_lists_the_cast_alone(world):
    staff = Person.objects.filter(account__startswith=demo.PREFIX).count()
    assert len(demo.cast()) == len(demo.MOBILES) + staff < Person.objects.count()


def test_the_demonstration_starts_on_a_simulated_zone(world):
    assert demo.build(now=NOW) == 0
    assert demo_clients.build(now=NOW) > 0
