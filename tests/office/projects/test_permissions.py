"""Who sees a project and in which role they act: the enterprise, whoever it gave a power, the staff who deal with filings, their deputies, nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import translation

from gaoxing.office.people.delegating import Span, empower
from gaoxing.office.people.models import Delegation, Person
from gaoxing.office.projects import buttons
from gaoxing.office.projects.permissions import may_file_for, visible_to, who_sees
from gaoxing.office.projects.roles import FILING, role_for, roles_on
from gaoxing.office.refusal import NotAllowed
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db


def sees(person, now) -> bool:
    return visible_to(person, on=now.date()).exists()


@pytest.fixture
def agent(owner, other, now):
    """Lets the other one act for the owner, in some matters or all."""

    def made(*matters, acts=("see_case", "submit_case")):
        empower(owner, other, acts=list(acts), matters=list(matters), span=Span(now.date(), now.date()), now=now)
        return other

    return made


def test_the_enterprise_sees_its_own_and_a_stranger_nothing(file, owner, other, now):
    file()
    assert sees(owner, now)
    assert not sees(other, now)
    assert not sees(None, now)


@pytest.mark.parametrize(
    ("role", "seen"),
    [("window_clerk", True), ("examiner", True), ("steward", True), ("leader", True), ("system_administrator", False), ("audit_administrator", False)],
)
def test_the_staff_see_what_their_role_deals_with(file, staff, now, role, seen):
    file()
    assert sees(staff(role, "x-1"), now) is seen


@pytest.mark.parametrize(("matters", "seen"), [((), True), (("project_change",), True), (("company_registration",), False)])
def test_an_agent_sees_what_the_power_covers(file, agent, now, matters, seen):
    file()
    assert sees(agent(*matters), now) is seen


def test_an_agent_reports_in_their_own_role(file, agent, now):
    row = file()
    deputy = agent()
    assert roles_on(row, deputy, now=now) == ("agent",)
    assert press(row, "report_start", deputy, now, day="2026-11-24").events.latest("number").role == "agent"


def test_a_power_to_see_is_none_to_act(file, agent, now):
    row = file()
    with pytest.raises(NotAllowed):
        press(row, "explain", agent(acts=("see_case",)), now, note="等土地")


def test_an_agent_files_for_their_principal(agent, owner, other, now):
    assert not may_file_for(other, owner, on=now.date())
    assert may_file_for(agent(), owner, on=now.date())
    assert not may_file_for(other, None, on=now.date())


def test_an_account_that_is_closed_acts_no_more(file, owner, now):
    row = file()
    Person.objects.filter(pk=owner.pk).update(is_active=False)
    assert roles_on(row, Person.objects.get(pk=owner.pk), now=now) == ()


def test_a_deputy_looks_at_a_filing_for_a_colleague(file, staff, now):
    row, examiner, deputy = file(content="新建热电联产机组两台"), staff("examiner", "e-1"), staff("window_clerk", "d-1")
    told = {"since": now.date(), "until": now.date() + timedelta(days=5)}
    Delegation.objects.create(giver=examiner, taker=deputy, kind="deputy", acts=["handle_project"], **told)
    assert "examiner" in roles_on(row, deputy, now=now)
    assert press(row, "look", deputy, now).to_look is False


def test_handling_for_a_colleague_is_not_filing_for_them(file, staff, now):
    row, clerk, deputy = file(), staff("window_clerk", "w-1"), staff("examiner", "e-1")
    told = {"since": now.date(), "until": now.date() + timedelta(days=5)}
    Delegation.objects.create(giver=clerk, taker=deputy, kind="deputy", acts=["handle_project"], **told)
    assert {each.act for each in buttons.buttons(row, deputy, now=now)} & FILING == set()
    assert not buttons.may(row, deputy, "change", now=now)
    with pytest.raises(NotAllowed):
        press(row, "report_start", deputy, now, day="2026-11-24")
    assert press(row, "report_start", clerk, now, day="2026-11-24").state == "started"


def test_the_system_is_a_role_of_its_own(file, now):
    assert role_for(file(), ("system",), None, now=now) == "system"


def test_whoever_may_not_has_no_buttons(file, other, staff, now):
    row = file()
    assert buttons.buttons(row, other, now=now) == ()
    assert buttons.buttons(row, staff("audit_administrator", "a-1"), now=now) == ()


def test_the_buttons_are_those_of_the_role(file, owner, staff, now):
    row = file()
    assert {each.act for each in buttons.buttons(row, owner, now=now)} == {"report_start", "report_procedure", "explain"}
    assert {each.act for each in buttons.buttons(row, staff("examiner", "e-1"), now=now)} == {"give_code", "remind", "refer"}


def test_a_button_that_rests_says_why_in_the_language_of_the_page(file, staff, now):
    row, leader = file(), staff("leader", "l-1")
    with translation.override("en"):
        rests = {each.act: each.rests for each in buttons.buttons(row, leader, now=now)}
    assert rests["remove"] == "Two years are not over yet."


def test_a_refusal_is_told_in_english(file, owner, now):
    row = file()
    with translation.override("en"), pytest.raises(NotAllowed, match="Please give the day on which work began"):
        press(row, "report_start", owner, now)


def test_it_is_told_who_sees_it_and_why(file):
    assert all(each.who and each.why.endswith("。") for each in who_sees(file()))
