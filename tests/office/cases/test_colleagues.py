"""Who works with whom: by unit and office, by the role that handles cases, on the day."""

from datetime import timedelta

import pytest

from gaoxing.office.cases.colleagues import colleagues, reach
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.workload import workload
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import RoleAssignment, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return Unit.objects.create(code="01", name="登记科")


@pytest.fixture
def other():
    return Unit.objects.create(code="02", name="许可科")


@pytest.fixture
def at(staff, now):
    """Makes one of the staff who handles cases for a unit."""

    def made(account, unit, role="window_clerk"):
        person = staff("steward", account)
        assign(person, role, by=None, now=now, unit=unit, since=now.date())
        return person

    return made


@pytest.fixture
def case_of(now):
    """Makes an open case of a unit's, in somebody's hand."""

    def made(number, unit, handler=None):
        told = {"words": b"", "form": b"", "state": "accepted", "matter": "deregistration", "rank": now + timedelta(days=2)}
        return Case.objects.create(reference=number, number=number, created=now, changed=now, unit=unit, handler=handler, **told)

    return made


def accounts_of(people):
    return [each.account for each in people]


def test_one_who_is_alone_in_the_unit_is_their_own_only_colleague(at, unit, other, now):
    alone, _there = at("alone", unit), at("there", other)
    assert accounts_of(colleagues(alone, now=now)) == ["alone"]


def test_a_role_that_ended_yesterday_makes_no_colleague(at, unit, now):
    stays, left = at("stays", unit), at("left", unit)
    RoleAssignment.objects.filter(person=left).update(since=now.date() - timedelta(days=9), until=now.date() - timedelta(days=1))
    assert accounts_of(colleagues(stays, now=now)) == ["stays"]


def test_a_role_that_ends_today_still_makes_one(at, unit, now):
    stays, leaving = at("stays", unit), at("leaving", unit)
    RoleAssignment.objects.filter(person=leaving).update(until=now.date())
    assert accounts_of(colleagues(stays, now=now)) == ["leaving", "stays"]


def test_a_role_that_handles_no_cases_makes_none(at, staff, unit, now):
    clerk, steward = at("clerk", unit), staff("task_force_lead")
    assign(steward, "steward", by=None, now=now, unit=unit, since=now.date())
    assert accounts_of(colleagues(clerk, now=now)) == ["clerk"]


def test_somebody_with_two_roles_is_listed_once(at, unit, now):
    both = at("both", unit)
    assign(both, "examiner", by=None, now=now, unit=unit, since=now.date())
    assert accounts_of(colleagues(both, now=now)) == ["both"]


def test_a_leader_reaches_the_cases_of_the_unit_its_offices_and_of_none(at, case_of, unit, other, now):
    office = Unit.objects.create(code="0101", name="窗口", parent=unit)
    for number, where in (("own", unit), ("office", office), ("none", None), ("other", other)):
        case_of(number, where)
    found = Case.objects.filter(reach(at("lead", unit, "leader"), now=now)).values_list("number", flat=True)
    assert sorted(found) == ["none", "office", "own"]


def test_a_leader_without_a_unit_reaches_every_case(case_of, cast, unit, other, now):
    case_of("one", unit)
    case_of("two", other)
    assert Case.objects.filter(reach(cast["leader"], now=now)).count() == 2


def test_the_workload_of_a_unit_leaves_the_cases_of_another_out(at, case_of, unit, other, now):
    lead, clerk, stranger = at("lead", unit, "leader"), at("clerk", unit), at("stranger", other)
    case_of("own", unit, clerk)
    case_of("theirs", other, stranger)
    assert [(each.person.account if each.person else "", each.open) for each in workload(lead, now=now)] == [("clerk", 1), ("lead", 0), ("", 0)]


def test_a_decision_of_last_week_is_not_this_weeks(sent_case, cast, now):
    event = {"act": "register", "source": "examined", "target": "registered", "role": "examiner", "by": cast["examiner"]}
    sent_case().events.create(number=9, at=now - timedelta(days=3), **event)
    assert {each.decided for each in workload(cast["leader"], now=now)} == {0}


def test_an_act_that_decides_nothing_is_no_decision(sent_case, cast, now):
    sent_case().events.create(number=9, at=now, act="accept", source="submitted", target="accepted", role="examiner", by=cast["examiner"])
    assert {each.decided for each in workload(cast["leader"], now=now)} == {0}
