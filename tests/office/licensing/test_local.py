"""The zone's own catalogue and whose unit handles what: the authorities are those of the catalogue that holds. All invented."""

from datetime import date, timedelta

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


SOONER, LATER = "from = 2027-01-01\n[licence.food_operation]\npromised = 3\n", "from = 2027-02-01\n[licence.food_operation]\npromised = 2\n"
NOW_HELD = "[licence.food_operation]\npromised = 5\n"


@pytest.fixture
def published(now, by):
    """Publishes tables one after the other, each a minute later."""
    return lambda *texts: [local.publish(text, by=by, now=now + timedelta(minutes=place)) for place, text in enumerate(texts)]


def promised(on):
    return {each["id"]: each["promised"] for each in local.joint().licence_rows(local.standing_text(on=on))}["food_operation"]


def test_a_table_with_a_later_day_leaves_today_s_as_it_is_until_then(published, now):
    published(NOW_HELD, SOONER)
    assert [promised(day) for day in (now.date(), date(2026, 12, 31), date(2027, 1, 1))] == [5, 5, 3]
    assert [local.given(on=day)["own"] for day in (now.date(), date(2027, 1, 1))] == [[NOW_HELD], [SOONER]]


def test_the_tables_to_come_follow_each_other_by_their_days_not_by_when_they_were_published(published):
    published(LATER, SOONER)
    days = (date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 1))
    assert [promised(day) for day in days] == [None, 3, 2]
    assert [each.text for each in local.to_come(on=days[0])] == [SOONER, LATER]


def test_what_is_published_meanwhile_holds_until_the_day_and_is_told_what_takes_its_place(published, now):
    [_first, coming] = published(NOW_HELD, SOONER)
    between = NOW_HELD.replace("5", "4")
    assert [each for each in local.cautions(between, on=now.date()) if f"第 {coming.pk} 版从 2027-01-01 起用" in each]
    published(between)
    assert [promised(day) for day in (now.date(), date(2027, 1, 1))] == [4, 3]


def test_what_is_published_after_the_day_takes_the_place_of_the_one_that_began_then(published, by, now):
    published(NOW_HELD, SOONER)
    local.publish(NOW_HELD.replace("5", "1"), by=by, now=now + timedelta(days=60))
    assert promised(date(2027, 1, 31)) == 1


def test_a_table_to_come_that_is_withdrawn_takes_no_place(published, by, now):
    [_first, coming] = published(NOW_HELD, SOONER)
    local.withdraw(coming.pk, by=by, now=now)
    assert promised(date(2027, 1, 1)) == 5


def test_what_a_table_to_come_changes_is_told_against_the_one_that_holds_then(published, now):
    published(NOW_HELD, SOONER)
    again = SOONER.replace("01-01", "01-15")
    assert local.effects(again, on=now.date()) == local.ripples(again, on=now.date()) == []
    assert local.effects(again.replace("3", "1"), on=now.date())


def test_of_two_who_write_over_the_same_version_the_second_is_told_of_one_to_come(published, by, now):
    [held] = published(NOW_HELD)
    local.publish(SOONER, by=by, now=now, base=held.pk)
    with pytest.raises(NotAllowed, match="又换了一版"):
        local.publish(LATER, by=by, now=now, base=held.pk)
