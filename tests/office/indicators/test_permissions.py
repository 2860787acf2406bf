"""Who sees the indicators and who enters: by the policy table, by the unit that answers for an indicator; the database holds what must hold."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.words import of
from gaoxing.office.indicators import actions, permissions
from gaoxing.office.indicators.definitions import indicator, indicators
from gaoxing.office.indicators.models import Recount, Settlement, Value
from gaoxing.office.people.models import RoleAssignment
from gaoxing.office.people.policy import table
from tests.office.indicators.conftest import OWNER

pytestmark = pytest.mark.django_db
SEERS = ENTERERS = {"leader", "unit_handler"}


def test_the_policy_says_who_sees_and_who_enters():
    assert set(table()["see_indicators"].conditions) == SEERS
    assert set(table()["enter_indicators"].conditions) == ENTERERS
    assert not table()["enter_indicators"].delegable


@pytest.mark.parametrize("role", sorted(SEERS))
def test_whoever_sees_them_sees_every_value(role, staff, economy, enter, now):
    made = enter()
    person = staff(role, "one-1", economy if role == "unit_handler" else None)
    assert list(permissions.visible_to(person, on=now.date())) == [made]


@pytest.mark.parametrize("role", ["steward", "window_clerk", "examiner", "security_administrator", "system_administrator", "audit_administrator"])
def test_nobody_else_sees_a_value(role, staff, enter, leader, now):
    other = (enter(), enter(value="1210", source="另一家"))[1]
    actions.settle(other, "核实过", leader, now=now)
    person = staff(role, "one-1")
    assert not permissions.visible_to(person, on=now.date()).exists()
    assert not permissions.settlements_visible_to(person, on=now.date()).exists()


def test_a_stranger_sees_nothing(enter, now):
    enter()
    assert not permissions.visible_to(None, on=now.date()).exists()
    assert not permissions.sees(None, on=now.date())


def test_an_applicant_sees_nothing(enter, now):
    from gaoxing.office.people import accounts

    enter()
    assert not permissions.sees(accounts.applicant_of("13900001234", language="zh-hans", now=now), on=now.date())


def test_who_sees_them_is_told_in_sentences():
    assert [each.who for each in permissions.who_sees()] == ["领导", "单位经办人"]


def test_a_handler_owns_what_the_unit_answers_for(handler, now):
    found = permissions.owned(handler, on=now.date())
    assert {each.owner for each in found} == {OWNER}
    assert len(found) == sum(each.owner == OWNER for each in indicators().values())


def test_a_handler_whose_post_is_over_owns_nothing(handler, now):
    RoleAssignment.objects.filter(person=handler).update(until=now.date())
    assert permissions.owned(handler, on=now.date())
    assert permissions.owned(handler, on=now.date() + timedelta(days=1)) == ()


def test_leaders_own_all(leader, now):
    assert len(permissions.owned(leader, on=now.date())) == len(indicators())


def test_a_handler_of_another_unit_owns_nothing(reader, now):
    assert permissions.owned(reader, on=now.date()) == ()
    assert not permissions.owns(reader, indicator("gdp"), on=now.date())


def test_the_audit_knows_in_which_role_a_value_was_entered(handler, now):
    assert permissions.acting(handler, now=now) == Actor(handler.pk, "unit_handler")


@pytest.mark.parametrize("word", ["entered", "restated", "settled", "kept", "recounted"])
def test_every_act_has_its_words(word):
    assert of("acts", f"indicator.{word}").term.startswith("指标：")


def row(**changed):
    """A value straight into the table."""
    told = {"indicator": "gdp", "period": "2024", "origin": "entered", "value": Decimal(1), "source": "甲", "scope": "样例区"}
    return Value.objects.create(**{**told, **changed})


def test_the_table_holds_one_standing_value_a_source(now):
    told = {"dated": now.date(), "at": now}
    row(**told)
    with pytest.raises(IntegrityError), transaction.atomic():
        row(**told)
    row(**told, current=False)
    row(**told, source="乙")
    row(**told, scope="昆山市")
    assert Value.objects.count() == 4


def test_a_value_is_restated_once(now):
    told = {"dated": now.date(), "at": now}
    former = row(**told, current=False)
    row(**told, restates=former)
    with pytest.raises(IntegrityError), transaction.atomic():
        row(**told, source="乙", restates=former)


def test_whoever_entered_it_may_go_and_the_value_stays(enter, staff, now):
    person = staff("leader", "leaving-1")
    made = enter(by=person)
    Value.objects.filter(pk=made.pk).update(by=None)
    assert Value.objects.get().value == Decimal("1200.5")


def test_the_rows_say_their_place_and_nothing_else(enter, leader, now):
    enter()
    other = enter(value="1210", source="另一家")
    choice = actions.settle(other, "核实过", leader, now=now)
    assert (str(other), str(choice), str(Recount(day=now.date(), done=3))) == ("gdp 2024", "gdp 2024", f"{now.date()} 3")
    assert Settlement.objects.count() == 1
