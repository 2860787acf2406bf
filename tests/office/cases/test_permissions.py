"""Who sees a case, and why: its owner, an agent within their power, a clerk it was handed to, and nobody else, whatever their role."""

from datetime import timedelta

import pytest

from gaoxing.office.cases import actions, owning, resumption
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.permissions import visible_to, who_sees
from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.delegating import Span, empower, withdraw
from gaoxing.office.people.models import Consent
from gaoxing.office.people.roles import OF_STAFF

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(now):
    return accounts.applicant_of("13900001234", language="zh-hans", now=now)


@pytest.fixture
def agent(now):
    return accounts.applicant_of("13900005678", language="zh-hans", now=now)


@pytest.fixture
def case(now, owner):
    case = actions.open_draft(now=now, consent="2026-11")
    owning.adopt([case.reference], owner, now=now)
    Case.objects.filter(pk=case.pk).update(matter="company_registration")
    case.refresh_from_db()
    return case


def clerk_of(role, now):
    person, _ = accounts.open_staff(role.replace("_", "-"), "王某", by=None, now=now)
    if role != "unit_handler":
        assign(person, role, by=None, now=now)
    return person


def test_an_applicant_sees_their_own_and_nobody_elses(case, owner, agent, on):
    assert list(visible_to(owner, on=on)) == [case]
    assert not visible_to(agent, on=on).exists()


def test_a_stranger_sees_no_case(case, on):
    assert not visible_to(None, on=on).exists()


@pytest.mark.parametrize("role", sorted(OF_STAFF))
def test_no_role_alone_sees_a_case(case, role, now, on):
    assert not visible_to(clerk_of(role, now), on=on).exists()


def test_an_agent_sees_what_the_power_covers_and_for_its_days(case, owner, agent, now, on):
    empower(owner, agent, acts=["see_case"], matters=["company_registration"], span=Span(on, on), now=now)
    assert list(visible_to(agent, on=on)) == [case]
    assert not visible_to(agent, on=on, act="change_case").exists()
    assert not visible_to(agent, on=on + timedelta(days=1)).exists()


def test_an_agent_sees_no_other_matter(case, owner, agent, now, on):
    empower(owner, agent, acts=["see_case"], matters=["deregistration"], span=Span(on, on), now=now)
    assert not visible_to(agent, on=on).exists()


def test_an_agents_sight_ends_when_the_power_is_withdrawn(case, owner, agent, now, on):
    given = empower(owner, agent, acts=["see_case"], matters=[], span=Span(on, on), now=now)
    withdraw(given, by=owner, now=now)
    assert not visible_to(agent, on=on).exists()


def test_a_clerk_sees_what_was_handed_to_them_until_they_give_it_back(case, now, on):
    clerk = clerk_of("window_clerk", now)
    owning.begin_help(case, clerk, now=now)
    assert list(visible_to(clerk, on=on)) == [case]
    owning.end_help(case.reference, clerk)
    assert not visible_to(clerk, on=on).exists()


def test_a_draft_of_somebody_is_not_taken_over(case, agent, owner, now):
    assert owning.adopt([case.reference], agent, now=now) == 0
    assert owning.references_of(owner) == (case.reference,)


def test_everybody_who_sees_it_is_named_with_the_reason(case, owner, agent, now, on):
    empower(owner, agent, acts=["see_case"], matters=[], span=Span(on, on), now=now)
    owning.begin_help(case, clerk_of("window_clerk", now), now=now)
    resumption.make(case, now=now)
    told = " ".join(f"{each.who}：{each.why}" for each in who_sees(case, on=on))
    assert [word for word in ("取回码", "自己的账号", "委托了他", "王某：窗口人员", "139****5678") if word not in told] == []


def test_the_sentences_and_the_database_name_the_same_people(case, owner, agent, now, on):
    empower(owner, agent, acts=["see_case"], matters=["deregistration"], span=Span(on, on), now=now)
    assert not [each for each in who_sees(case, on=on) if "5678" in each.who]


def test_a_consent_stands_in_the_ledger_and_follows_its_draft_to_the_account(case, owner):
    line = Consent.objects.get(about=f"cases.case:{case.pk}")
    assert (line.purpose, line.version, line.person) == ("privacy", "2026-11", owner)
