"""Whose figures somebody sees: their own, their clients', all, or none."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gaoxing.office.audit.queries import Wanted, page
from gaoxing.office.cultivation import keeping
from gaoxing.office.cultivation.lists import mine
from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.cultivation.permissions import clients, visible_to, who_sees
from gaoxing.office.cultivation.zone.rows import scope
from gaoxing.office.people.delegating import Span, delegate, empower
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def sees(now):
    return lambda person: set(visible_to(person, on=now.date()).values_list("pk", flat=True))


def test_an_enterprise_sees_its_own_and_nobody_elses(row, owner, other, sees):
    assert (sees(owner), sees(other), sees(None)) == ({row.pk}, set(), set())


def test_a_clients_own_account_sees_what_its_steward_began(client_of, owner, other, steward, sees, now):
    row = keeping.begin_for(client_of(person=owner), steward, now=now)
    assert (sees(owner), sees(steward), sees(other)) == ({row.pk}, {row.pk}, set())


def test_a_steward_sees_no_enterprise_that_another_serves(client_of, staff, steward, sees, now):
    keeping.begin_for(client_of(), steward, now=now)
    assert sees(staff("steward.two", "steward")) == set()


@pytest.mark.parametrize(("act", "count"), [("handle_request", 0), ("assess_enterprise", 1)])
def test_a_deputy_sees_the_figures_only_where_that_act_was_passed_on(client_of, staff, steward, signed_in, sees, now, act, count):
    found, deputy = client_of(), staff("steward.two", "steward")
    delegate(steward, deputy, kind="deputy", acts=[act], span=Span(now.date(), now.date() + timedelta(days=30)), now=now)
    assert clients(deputy, on=now.date()).count() == len(mine(deputy, words="", before=0, now=now).clients) == count
    assert signed_in(deputy).get(f"/ladder/client/{found.pk}").status_code == (200 if count else 404)
    keeping.begin_for(found, steward, now=now)
    assert len(sees(deputy)) == count


@pytest.mark.parametrize(("act", "count"), [("handle_request", 0), ("see_zone_ladder", 1)])
def test_a_deputy_counts_only_where_that_act_was_passed_on(client_of, staff, steward, now, act, count):
    deputy = staff("steward.two", "steward")
    keeping.begin_for(client_of(), steward, now=now)
    delegate(steward, deputy, kind="deputy", acts=[act], span=Span(now.date(), now.date()), now=now)
    assert scope(deputy, on=now.date()).count() == count


def test_an_enterprise_may_begin_for_its_own_client_record_alone(client_of, owner, other, leader, now):
    found = client_of(person=owner)
    assert [list(clients(each, on=now.date())) for each in (owner, other, leader)] == [[found], [], [found]]


def test_leaders_see_all_and_examiners_none(row, leader, staff, sees):
    assert (sees(leader), sees(staff("exam.one", "examiner"))) == ({row.pk}, set())


def test_the_window_sees_what_it_entered_for_somebody(row, clerk, sees, now):
    entered = keeping.begin("昆山样例纺织有限公司", "", clerk, now=now)
    assert sees(clerk) == {entered.pk}


def test_an_agent_with_a_power_over_all_matters_sees_them(row, owner, other, sees, now):
    span = Span(now.date(), now.date() + timedelta(days=30))
    empower(owner, other, acts=["submit_case"], span=span, matters=[], now=now)
    assert sees(other) == {row.pk}


def test_an_agent_with_a_power_over_one_matter_does_not(row, owner, other, sees, now):
    span = Span(now.date(), now.date() + timedelta(days=30))
    empower(owner, other, acts=["submit_case"], span=span, matters=["company_registration"], now=now)
    assert sees(other) == set()


def test_nobody_keeps_figures_that_they_do_not_see(row, other, told):
    with pytest.raises(NotAllowed, match="不由您填"):
        told(row, other)


def test_nobody_plans_for_an_enterprise_that_they_do_not_see(row, other, now):
    with pytest.raises(NotAllowed, match="不由您填"):
        keeping.plan(row, 2026, None, other, now=now)


@pytest.mark.parametrize("path", ["", "/figures", "/if", "/years", "/letter.pdf"])
def test_an_outsider_finds_no_page(row, other, signed_in, path):
    assert signed_in(other).get(f"/ladder/{row.number}{path}").status_code == 404


def test_an_examiner_is_told_who_may(staff, signed_in):
    assert signed_in(staff("exam.one", "examiner")).get("/ladder").status_code == 409


def test_a_steward_begins_for_a_client_from_its_page(client_of, steward, signed_in):
    found, browser = client_of(), signed_in(steward)
    assert f"/ladder/client/{found.pk}" in browser.get(f"/staff/clients/{found.pk}").content.decode()
    assert "开始填" in browser.get(f"/ladder/client/{found.pk}").content.decode()
    browser.post(f"/ladder/client/{found.pk}")
    assert Assessed.objects.get().client == found
    assert browser.get(f"/ladder/client/{found.pk}").status_code == 302


def test_a_client_of_another_steward_is_not_there(client_of, staff, signed_in):
    assert signed_in(staff("steward.two", "steward")).get(f"/ladder/client/{client_of().pk}").status_code == 404


def test_every_change_stands_in_the_audit(row, told, owner, now):
    told(row)
    assert {each.act for each in page(Wanted(actor=owner.pk), size=20).entries} >= {"ladder.begun", "ladder.kept"}


def test_who_sees_it_is_told_on_the_page(row):
    assert [each.who for each in who_sees(row)] == ["企业自己和委托的代理人", "服务专员和代班的同事", "领导"]
