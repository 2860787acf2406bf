"""Every page and every act of projects by role: owner, agent, stranger, steward, clerk, examiner, leader, a bureau's person; written down a second time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gaoxing.casework.acting import Reason
from gaoxing.casework.tables import table
from gaoxing.office.people.models import PowerOfAttorney, RoleAssignment
from gaoxing.office.projects import buttons, queries
from gaoxing.office.projects.facts import Pressed
from gaoxing.office.projects.firing import fire
from gaoxing.office.projects.models import Project, Promotion
from gaoxing.office.projects.promoting import Lead, enter
from gaoxing.office.refusal import NotAllowed
from tests.office.projects.conftest import press
from tests.office.projects.desks import *  # noqa: F403
from tests.office.projects.desks import STAFF, post, read

pytestmark = pytest.mark.django_db
EVERYBODY = ("owner", "agent", "stranger", *STAFF)
OWN, TELLERS = {"owner", "agent"}, {"owner", "agent", "window_clerk", "steward"}
OFFICE, DECIDERS = {"window_clerk", "examiner", "steward", "leader"}, {"examiner", "leader"}
PROMOTERS = {"steward", "unit_handler", "leader"}
PAGES = {
    "/projects/guidance": set(EVERYBODY),
    "/projects": OWN | {"stranger"} | OFFICE,
    "/staff/projects": OFFICE,
    "/projects/{project}": OWN | OFFICE,
    "/projects/{project}/notice.docx": OWN | OFFICE,
    "/staff/promotions": PROMOTERS,
    "/staff/promotions/new": PROMOTERS,
    "/staff/promotions/list.xlsx": PROMOTERS,
    "/staff/promotions/{promotion}": PROMOTERS,
}
ACTS = {
    "change": TELLERS,
    "report_start": TELLERS,
    "report_progress": TELLERS,
    "report_completion": TELLERS,
    "report_procedure": TELLERS,
    "explain": TELLERS,
    "withdraw": OWN,
    "give_code": {"window_clerk", *DECIDERS},
    "look": DECIDERS,
    "remind": OFFICE,
    "refer": DECIDERS,
    "remove": {"leader"},
    "restore": {"leader"},
}
GIVEN = {"day": "2026-11-24", "month": "2026-11", "invested": "1万元", "code": "2611-320583-89-01-123456", "evidence": "凭据", "investor": "新投资方"}


@pytest.fixture
def promotion(now):
    return lambda person: enter(Lead("示例项目", "样例投资有限公司"), person, now=now)


def tried(row, state, act, person, now):
    """Whether somebody may do an act on a record in a state, nothing else standing in the way; the record is as before."""
    known = table("promotion" if isinstance(row, Promotion) else "project")
    met = {each.fact: each.must for each in known.guards.values()}
    type(row).objects.filter(pk=row.pk).update(state=state)
    row.refresh_from_db()
    try:
        fire(row, Pressed(act, (Reason("prohibited", "目录里有"),) if act == "refer" else (), "说明", row.revision, met, GIVEN), person, now=now)
    except NotAllowed:
        return False
    return True


@pytest.mark.parametrize("role", EVERYBODY)
def test_every_page_opens_to_whom_it_should(file, cast, browser, staff, promotion, role):
    row, promoted = file(), promotion(staff("leader", "first-1"))
    client = browser(cast(role))
    for page, allowed in PAGES.items():
        answer = client.get(page.format(project=row.number, promotion=promoted.number), follow=True)
        assert (answer.status_code == 200) == (role in allowed), (page, answer.status_code)


def test_nobody_signed_in_sees_the_guidance_alone(client, file, staff, promotion):
    row, promoted = file(), promotion(staff("leader", "first-1"))
    for page in PAGES:
        answer = client.get(page.format(project=row.number, promotion=promoted.number))
        assert answer.status_code == (200 if page.endswith("guidance") else 302), page


@pytest.mark.parametrize("act", list(ACTS))
def test_every_act_is_for_whom_it_should(file, cast, now, act):
    row = file()
    people = {role: cast(role) for role in EVERYBODY if role != "stranger"}
    states = {each.source for each in table("project").transitions if each.act == act}
    found = {role for role, person in people.items() for state in states if tried(row, state, act, person, now)}
    assert found == ACTS[act]


@pytest.mark.parametrize("act", list(ACTS))
def test_a_stranger_does_nothing_in_any_state(file, other, now, act):
    row = file()
    assert not any(tried(row, state, act, other, now) for state in Project.State.values)


@pytest.mark.parametrize("act", sorted(table("promotion").acts))
def test_every_step_of_promotion_is_for_whoever_promotes(cast, promotion, now, act):
    people = {role: cast(role) for role in EVERYBODY if role != "stranger"}
    row = promotion(people["leader"])
    state = next(each.source for each in table("promotion").transitions if each.act == act)
    found = set()
    for role, person in people.items():
        row.stages.all().delete()
        row.counts.all().delete()
        found |= {role} if tried(row, state, act, person, now) else set()
    assert found == PROMOTERS


@pytest.mark.parametrize("role", EVERYBODY)
def test_the_buttons_are_those_that_the_role_may_press(file, cast, now, role):
    row, person = file(), cast(role)
    shown = {each.act for each in buttons.buttons(row, person, now=now)}
    open_ = {"report_start", "report_procedure", "explain", "give_code", "remind", "refer", "remove"}
    assert shown == {act for act in open_ if role in ACTS[act]}


@pytest.mark.parametrize(("role", "status"), [("owner", 302), ("agent", 302), ("examiner", 409), ("stranger", 404), ("system_administrator", 404)])
def test_a_post_is_answered_by_the_role(file, cast, browser, role, status):
    row = file()
    assert post(browser(cast(role)), row, "explain", note="等土地").status_code == status
    row.refresh_from_db()
    assert (row.explained is not None) is (status == 302)


@pytest.mark.parametrize(("role", "status"), [("owner", 200), ("agent", 200), ("steward", 200), ("window_clerk", 200), ("examiner", 302), ("leader", 302)])
def test_the_page_of_a_change_opens_to_whoever_may_change(file, cast, browser, role, status):
    assert browser(cast(role)).get(f"/projects/{file().number}/change").status_code == status


@pytest.mark.parametrize("role", ["stranger", "unit_handler", "audit_administrator"])
def test_a_change_of_another_s_project_is_not_found(file, cast, browser, role):
    row = file()
    answer = browser(cast(role)).post(f"/projects/{row.number}/change", {"revision": row.revision, "start": "2027-05", "send": "yes"})
    assert (answer.status_code, row.versions.count()) == (404, 1)


def test_a_power_that_ended_opens_nothing(file, cast, browser, now):
    row, deputy = file(), cast("agent")
    assert browser(deputy).get(f"/projects/{row.number}").status_code == 200
    PowerOfAttorney.objects.update(until=now.date() - timedelta(days=1), since=now.date() - timedelta(days=9))
    assert browser(deputy).get(f"/projects/{row.number}").status_code == 404


def test_a_role_that_ended_promotes_nothing(cast, promotion, browser, now):
    person = cast("steward")
    row = promotion(person)
    RoleAssignment.objects.filter(person=person).update(until=now.date() - timedelta(days=1), since=now.date() - timedelta(days=9))
    assert browser(person).get(f"/staff/promotions/{row.number}").status_code == 403
    with pytest.raises(NotAllowed):
        press(row, "talk", person, now, day="2026-11-20")


def test_the_withdrawal_is_shown_to_the_enterprise_alone(file, mine, cast, browser):
    row = file()
    assert "确定，撤回" in read(mine.get(f"/projects/{row.number}"))
    assert "确定，撤回" not in read(browser(cast("leader")).get(f"/projects/{row.number}"))


@pytest.mark.parametrize("role", ["window_clerk", "examiner", "steward", "leader"])
def test_none_of_the_staff_sees_the_contact_s_whole_number(file, cast, browser, role):
    row, client = file(), browser(cast(role))
    pages = ["", "/change"] if role in TELLERS else [""]
    assert all("19800001234" not in read(client.get(f"/projects/{row.number}{end}")) for end in pages)


def test_a_masked_number_sent_back_leaves_the_number_as_it_stands(file, cast, browser):
    row, clerk = file(), browser(cast("window_clerk"))
    clerk.post(f"/projects/{row.number}/change", {"revision": row.revision, "contact.mobile": "198****1234", "start": "2027-05", "send": "yes"})
    row.refresh_from_db()
    filed = queries.current(row)
    assert (filed.value("start"), filed.value("contact.mobile")) == ("2027-05", "19800001234")
    clerk.post(f"/projects/{row.number}/change", {"revision": row.revision, "contact.mobile": "19800005678", "send": "yes"})
    assert queries.current(row).value("contact.mobile") == "19800005678"
