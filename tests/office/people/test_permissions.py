"""What a person may do: by their roles on the day, by what was passed on and still stands, and never by anything else. An oracle says it a second time."""

from datetime import timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gaoxing.office.people import accounts, policy
from gaoxing.office.people.assigning import assign, withdraw
from gaoxing.office.people.delegating import Span, delegate, empower
from gaoxing.office.people.models import Delegation, Person, PowerOfAttorney, RoleAssignment
from gaoxing.office.people.permissions import conditions, may, passed_on, permit, roles_of
from gaoxing.office.people.roles import ADMINISTRATORS, AT_A_UNIT, OF_STAFF
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db
FREE = sorted(OF_STAFF - AT_A_UNIT)
PASSED = sorted(act.name for act in policy.delegable())
QUICK = settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("role", FREE)
def test_a_role_may_what_the_table_says_of_it_and_nothing_else(staff, on, role):
    person = staff("some.one", role)
    able = {act for act in policy.table() if may(person, act, on=on)}
    assert able == {name for name, act in policy.table().items() if role in act.conditions}


def test_the_three_administrations_share_no_act_but_seeing_the_accounts():
    acts = {role: {name for name, act in policy.table().items() if role in act.conditions} for role in ADMINISTRATORS}
    shared = {act for one, other in product(acts, acts) if one != other for act in acts[one] & acts[other]}
    assert shared == {"see_people"}


def test_no_administration_handles_business_and_no_business_role_administers():
    for act in policy.table().values():
        assert not (ADMINISTRATORS & set(act.conditions)) or set(act.conditions) <= ADMINISTRATORS, act.name


def test_an_account_without_a_role_may_nothing(staff, on):
    nobody = staff("some.one")
    assert [act for act in policy.table() if may(nobody, act, on=on)] == []


def test_a_closed_account_may_nothing_and_passes_nothing_on(staff, now, on):
    clerk, steward = staff("clerk.one", "window_clerk"), staff("steward.one", "steward")
    delegate(clerk, steward, kind="deputy", acts=["verify_identity"], span=Span(on, on), now=now)
    Person.objects.filter(pk=clerk.pk).update(is_active=False)
    clerk.refresh_from_db()
    assert roles_of(clerk, on=on) == frozenset()
    assert not may(Person.objects.get(pk=steward.pk), "verify_identity", on=on)


def test_what_was_passed_on_is_not_passed_further(staff, now, on):
    clerk, steward, leader = staff("clerk.one", "window_clerk"), staff("steward.one", "steward"), staff("leader.one", "leader")
    delegate(clerk, steward, kind="deputy", acts=["verify_identity"], span=Span(on, on + timedelta(days=9)), now=now)
    Delegation.objects.create(giver=steward, taker=leader, kind="deputy", acts=["verify_identity"], since=on, until=on)
    assert may(steward, "verify_identity", on=on)
    assert not may(leader, "verify_identity", on=on)


def test_a_delegation_in_the_database_of_what_is_never_passed_on_gives_nothing(staff, on):
    giver, taker = staff("security.one", "security_administrator"), staff("clerk.one", "window_clerk")
    Delegation.objects.create(giver=giver, taker=taker, kind="deputy", acts=["assign_roles", "read_audit"], since=on, until=on)
    assert passed_on(taker, "assign_roles", on=on) == ()
    assert not may(taker, "assign_roles", on=on)


def test_conditions_are_joined_from_ones_own_role_and_what_was_passed_on(staff, now, on):
    examiner, clerk = staff("examiner.one", "examiner"), staff("clerk.one", "window_clerk")
    delegate(examiner, clerk, kind="delegation", acts=["see_names"], span=Span(on, on), now=now)
    assert conditions(clerk, "see_names", on=on) == {"always"}
    assert conditions(clerk, "see_names", on=on + timedelta(days=1)) == frozenset()


@pytest.mark.parametrize("act", sorted(policy.table()))
def test_a_refusal_says_what_who_may_and_whom_to_ask(staff, on, act):
    with pytest.raises(NotAllowed) as refusal:
        permit(staff("some.one"), act, on=on)
    assert policy.table()[act].term in refusal.value.reason
    assert "安全管理员" in refusal.value.reason


@QUICK
@given(st.lists(st.tuples(st.sampled_from(FREE), st.booleans()), max_size=6))
def test_however_roles_are_given_and_taken_nobody_ever_held_an_administration_and_another_role(staff, now, steps):
    RoleAssignment.objects.all().delete()
    Person.objects.all().delete()
    person, by = staff("some.one"), staff("security.one", "security_administrator")
    for role, ends in steps:
        try:
            made = assign(person, role, by=None, now=now)
        except NotAllowed:
            continue
        if ends:
            withdraw(made, by=by, now=now)
    held = set(person.assignments.values_list("role", flat=True))
    assert len(held) <= 1 or not held & ADMINISTRATORS


@QUICK
@given(st.integers(-3, 3), st.integers(0, 4), st.booleans(), st.sampled_from(PASSED), st.integers(-4, 8))
def test_a_delegation_holds_as_an_oracle_says(staff, now, on, since, length, withdrawn, act, day):
    RoleAssignment.objects.all().delete()
    Delegation.objects.all().delete()
    Person.objects.all().delete()
    giver, taker = staff("examiner.one", "examiner"), staff("steward.one", "steward")
    begins, ends = on + timedelta(days=since), on + timedelta(days=since + length)
    RoleAssignment.objects.update(since=on - timedelta(days=99))
    Delegation.objects.create(giver=giver, taker=taker, kind="deputy", acts=[act], since=begins, until=ends, withdrawn=now if withdrawn else None)
    asked = on + timedelta(days=day)
    stands = begins <= asked <= ends and not withdrawn and "examiner" in policy.table()[act].conditions
    assert may(taker, act, on=asked) == (stands or "steward" in policy.table()[act].conditions)


@QUICK
@given(st.integers(-3, 3), st.integers(0, 4), st.booleans(), st.integers(-4, 8))
def test_an_agent_is_one_on_the_days_of_the_power_and_on_no_other(now, on, since, length, withdrawn, day):
    PowerOfAttorney.objects.all().delete()
    principal, agent = (accounts.applicant_of(f"1390000{number}", language="zh-hans", now=now) for number in ("1234", "5678"))
    span = {"since": on + timedelta(days=since), "until": on + timedelta(days=since + length)}
    PowerOfAttorney.objects.create(principal=principal, agent=agent, acts=["see_case"], withdrawn=now if withdrawn else None, **span)
    asked = on + timedelta(days=day)
    assert ("agent" in roles_of(agent, on=asked)) == (span["since"] <= asked <= span["until"] and not withdrawn)
    assert "agent" not in roles_of(principal, on=asked)


def test_a_power_gives_an_agent_no_act_beyond_the_two(applicant, now, on):
    agent = accounts.applicant_of("13900005678", language="zh-hans", now=now)
    empower(applicant, agent, acts=["see_case", "change_case"], matters=[], span=Span(on, on), now=now)
    assert {act for act in policy.table() if "represented" in conditions(agent, act, on=on)} >= {"see_case", "change_case"}
    assert "represented" not in conditions(agent, "discard_case", on=on)
