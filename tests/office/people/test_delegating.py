"""Passing acts on: only one's own, only what may be passed on, for its days; and an applicant's power of attorney."""

from datetime import timedelta

import pytest

from gaoxing.office.people import accounts
from gaoxing.office.people.delegating import Span, delegate, empower, withdraw
from gaoxing.office.people.permissions import may, permit, powers, roles_of
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def week(on):
    return Span(on, on + timedelta(days=6))


@pytest.fixture
def pair(staff):
    return staff("clerk.one", "window_clerk"), staff("steward.one", "steward")


@pytest.fixture
def agent(now):
    return accounts.applicant_of("13900005678", language="zh-hans", now=now)


def test_a_deputy_may_do_the_act_for_its_days_and_no_longer(pair, week, now, on):
    clerk, steward = pair
    delegate(clerk, steward, kind="deputy", acts=["verify_identity"], span=week, now=now)
    days = [may(steward, "verify_identity", on=on + timedelta(days=day)) for day in (-1, 0, 6, 7)]
    assert days == [False, True, True, False]


def test_a_delegation_that_is_taken_back_ends_at_once(pair, week, now, on):
    clerk, steward = pair
    given = delegate(clerk, steward, kind="delegation", acts=["verify_identity"], span=week, now=now)
    with pytest.raises(NotAllowed, match="给出授权的人"):
        withdraw(given, by=steward, now=now)
    withdraw(given, by=clerk, now=now)
    assert not may(steward, "verify_identity", on=on)


def test_what_was_passed_on_ends_with_the_givers_own_role(pair, week, now, on):
    clerk, steward = pair
    delegate(clerk, steward, kind="delegation", acts=["verify_identity"], span=week, now=now)
    clerk.assignments.update(until=on - timedelta(days=1))
    assert not may(steward, "verify_identity", on=on)


@pytest.mark.parametrize("acts", [[], ["assign_roles"], ["see_names"], ["delegate"], ["fly"]])
def test_only_ones_own_and_only_what_may_be_passed_on_is(pair, week, now, acts):
    with pytest.raises(NotAllowed, match="自己能办"):
        delegate(*pair, kind="delegation", acts=acts, span=week, now=now)


def test_a_delegation_goes_to_another_of_the_staff(pair, applicant, week, now):
    for taker in (pair[0], applicant, None):
        with pytest.raises(NotAllowed, match="同事"):
            delegate(pair[0], taker, kind="delegation", acts=["verify_identity"], span=week, now=now)


def test_administrators_pass_nothing_on(staff, pair, week, now):
    with pytest.raises(NotAllowed, match="授权"):
        delegate(staff("security.one", "security_administrator"), pair[0], kind="deputy", acts=["assign_roles"], span=week, now=now)


def test_days_that_are_over_or_the_wrong_way_round_are_refused(pair, now, on):
    for span in (Span(on, on - timedelta(days=1)), Span(on - timedelta(days=9), on - timedelta(days=1))):
        with pytest.raises(NotAllowed, match="日期"):
            delegate(*pair, kind="delegation", acts=["verify_identity"], span=span, now=now)


def test_a_power_of_attorney_makes_an_agent_for_its_days(applicant, agent, week, now, on):
    empower(applicant, agent, acts=["see_case"], matters=["company_registration"], span=week, now=now)
    assert roles_of(agent, on=on) == {"applicant", "agent"}
    assert roles_of(agent, on=week.until + timedelta(days=1)) == {"applicant"}


def test_a_power_that_is_withdrawn_ends_at_once(applicant, agent, week, now, on):
    given = empower(applicant, agent, acts=["see_case"], matters=[], span=week, now=now)
    withdraw(given, by=applicant, now=now)
    assert not powers(agent, on=on).exists()


def test_nobody_empowers_staff_themselves_or_nobody(applicant, staff, week, now):
    for agent in (staff("clerk.one", "window_clerk"), applicant, None):
        with pytest.raises(NotAllowed, match="没有找到"):
            empower(applicant, agent, acts=["see_case"], matters=[], span=week, now=now)


def test_a_power_says_what_for(applicant, agent, week, now):
    for acts in ([], ["discard_case"], ["assign_roles"]):
        with pytest.raises(NotAllowed, match="办什么"):
            empower(applicant, agent, acts=acts, matters=[], span=week, now=now)


def test_a_refusal_names_the_roles_that_may(applicant, on):
    with pytest.raises(NotAllowed, match="审计管理员"):
        permit(applicant, "read_audit", on=on)
