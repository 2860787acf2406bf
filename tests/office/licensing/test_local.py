"""The zone's own catalogue and whose unit handles what: the authorities are those of the catalogue that holds. All invented."""

import pytest

from gaoxing.office.audit.entry import Actor
from gaoxing.office.licensing import local
from gaoxing.office.licensing.models import Desk, Item
from gaoxing.office.people.models import Unit
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db
OWN = "样例园区食品服务中心"
TABLE = f'[licence.food_operation]\nauthority = "{OWN}"\n'


@pytest.fixture
def by(cast):
    return Actor(cast["window_clerk"].pk, "system_administrator")


@pytest.fixture
def unit(db):
    return Unit.objects.create(code="N1", name="样例新单位")


def test_the_shipped_authorities_are_those_of_the_shipped_catalogue(now):
    assert local.authorities(on=now.date()) == local.joint().authorities(now.date())
    assert OWN not in local.authorities(on=now.date())


def test_an_authority_of_the_zones_own_table_can_be_given_a_unit(now, by, unit, sent_case):
    local.publish(TABLE, by=by, now=now)
    assert OWN in local.authorities(on=now.date())
    local.assign(OWN, unit, by=by, now=now)
    assert Item.objects.get(case=sent_case(), licence="food_operation").unit == unit


def test_an_authority_that_no_catalogue_names_is_refused(now, by, unit):
    with pytest.raises(NotAllowed, match="目录里没有这个办理部门"):
        local.assign(OWN, unit, by=by, now=now)
    assert not Desk.objects.filter(authority=OWN).exists()


def test_a_unit_stays_named_when_the_table_is_withdrawn_and_can_be_taken_away(now, by, unit):
    made = local.publish(TABLE, by=by, now=now)
    local.assign(OWN, unit, by=by, now=now)
    local.withdraw(made.pk, by=by, now=now)
    assert local.authorities(on=now.date())[-1] == OWN
    local.assign(OWN, None, by=by, now=now)
    assert OWN not in local.authorities(on=now.date())


def test_a_table_that_does_not_hold_yet_names_nobody(now, by):
    local.publish(f"from = 2030-01-01\n{TABLE}", by=by, now=now)
    assert OWN not in local.authorities(on=now.date())
