"""The staff's pages: each role begins with its own, administrators do only their acts, and no number or field typed into a post reaches further."""

import pytest
from allauth.mfa.models import Authenticator

from gaoxing.office.people.models import Person, RoleAssignment, Unit
from gaoxing.office.people.roles import OF_STAFF, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def system(staff, signed_in):
    return signed_in(staff("system.one", "system_administrator"))


@pytest.fixture
def security(staff, signed_in):
    return signed_in(staff("security.one", "security_administrator"))


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("role", sorted(OF_STAFF))
def test_every_role_has_a_page_to_begin_with(staff, signed_in, role):
    page = text(signed_in(staff("some.one", role)).get("/staff"))
    assert str(Role(role).label) in page
    assert ("凭取回码接手草稿" in page) == (role == "window_clerk")
    assert ("/audit" in page) == (role == "audit_administrator")


def test_the_system_administrator_opens_an_account_without_a_role(system):
    page = text(system.post("/staff/people/add", {"account": "new.one", "name": "赵某", "kind": "applicant", "is_superuser": "1", "role": "leader"}))
    made = Person.objects.get(account="new.one")
    assert "只显示这一次" in page
    assert (made.kind, made.is_superuser, made.password_due, made.assignments.count()) == ("staff", False, True, 0)


def test_the_security_administrator_gives_and_takes_a_role(security, staff):
    clerk = staff("clerk.one")
    security.post(f"/staff/people/{clerk.pk}/roles", {"role": "window_clerk", "granted_by": "1", "person": "1"})
    made = RoleAssignment.objects.get(person=clerk)
    assert made.granted_by.account == "security.one"
    security.post(f"/staff/people/{clerk.pk}/roles/withdraw", {"role": made.pk})
    made.refresh_from_db()
    assert made.until < made.since


def test_a_role_of_somebody_else_is_not_taken_back_through_another_page(security, staff):
    clerk, leader = staff("clerk.one", "window_clerk"), staff("leader.one", "leader")
    assert security.post(f"/staff/people/{clerk.pk}/roles/withdraw", {"role": leader.assignments.get().pk}).status_code == 409
    assert leader.assignments.get().until is None


def test_administrators_cannot_do_each_others_posts(system, security, staff):
    clerk = staff("clerk.one")
    assert system.post(f"/staff/people/{clerk.pk}/roles", {"role": "leader"}).status_code == 403
    assert system.post(f"/staff/people/{clerk.pk}/reset").status_code == 403
    assert security.post("/staff/people/add", {"account": "new.one", "name": "赵某"}).status_code == 403
    assert security.post(f"/staff/people/{clerk.pk}/close").status_code == 403
    assert not RoleAssignment.objects.filter(person=clerk).exists()


def test_an_applicants_number_shows_no_page(system, applicant):
    assert system.get(f"/staff/people/{applicant.pk}").status_code == 404
    assert system.post(f"/staff/people/{applicant.pk}/close").status_code == 404
    assert system.get("/staff/people/99999999").status_code == 404


def test_a_closed_account_is_out_at_once(system, staff, signed_in):
    clerk = staff("clerk.one", "window_clerk")
    theirs = signed_in(clerk)
    system.post(f"/staff/people/{clerk.pk}/close")
    assert theirs.get("/staff").status_code == 302
    system.post(f"/staff/people/{clerk.pk}/close", {"active": "yes"})
    assert Person.objects.get(pk=clerk.pk).is_active


def test_a_reset_takes_the_factors_and_leaves_the_password(security, staff, signed_in):
    clerk = staff("clerk.one", "window_clerk")
    theirs, kept = signed_in(clerk), clerk.password
    security.post(f"/staff/people/{clerk.pk}/reset")
    assert not Authenticator.objects.filter(user=clerk).exists()
    assert Person.objects.get(pk=clerk.pk).password == kept
    assert theirs.get("/staff").status_code == 302
    mine = Person.objects.get(account="security.one")
    assert security.post(f"/staff/people/{mine.pk}/reset").status_code == 409


def test_the_system_administrator_gives_a_password_anew_and_the_factors_stay(system, security, staff, signed_in):
    clerk = staff("clerk.one", "window_clerk")
    theirs = signed_in(clerk)
    assert security.post(f"/staff/people/{clerk.pk}/password").status_code == 403
    assert "只显示这一次" in text(system.post(f"/staff/people/{clerk.pk}/password"))
    assert Authenticator.objects.filter(user=clerk).exists()
    assert Person.objects.get(pk=clerk.pk).password_due
    assert theirs.get("/staff").status_code == 302


def test_neither_administrator_nor_both_in_a_row_come_in_as_a_third(system, security, staff, signed_in):
    auditor = staff("audit.one", "audit_administrator")
    signed_in(auditor)
    security.post(f"/staff/people/{auditor.pk}/reset")
    refused = system.post(f"/staff/people/{auditor.pk}/password")
    assert refused.status_code == 409
    assert "另开一个" in text(refused)
    assert not Person.objects.get(pk=auditor.pk).password_due


def test_an_administrator_whose_password_was_given_keeps_the_factor(system, security, staff, signed_in):
    auditor = staff("audit.one", "audit_administrator")
    signed_in(auditor)
    system.post(f"/staff/people/{auditor.pk}/password")
    assert security.post(f"/staff/people/{auditor.pk}/reset").status_code == 409
    assert Authenticator.objects.filter(user=auditor).exists()


def test_nobody_becomes_an_administrator_before_they_came_in_themselves(security, staff, signed_in):
    new = staff("audit.one")
    early = security.post(f"/staff/people/{new.pk}/roles", {"role": "audit_administrator"})
    assert early.status_code == 409
    assert "先让本人登录一次" in text(early)
    signed_in(new)
    security.post(f"/staff/people/{new.pk}/roles", {"role": "audit_administrator"})
    assert new.assignments.get().role == "audit_administrator"


def test_the_list_is_searched_and_goes_on(system, staff):
    staff("clerk.one", "window_clerk")
    assert "clerk.one" in text(system.get("/staff/people?q=clerk"))
    assert "clerk.one" not in text(system.get("/staff/people?after=d"))
    assert "没有这样的账号" in text(system.get("/staff/people?q=zzz"))
    assert "clerk.one" in text(system.get("/staff/people?q=clerk%00&after=%00"))


def test_units_are_set_and_closed(system):
    system.post("/staff/units", {"code": "B1", "name": "建设局"})
    system.post("/staff/units", {"code": "B1a", "name": "审批科", "parent": Unit.objects.get(code="B1").pk})
    assert "审批科" in text(system.get("/staff/units"))
    assert "已经有了" in text(system.post("/staff/units", {"code": "B1", "name": "又一个"}))
    system.post(f"/staff/units/{Unit.objects.get(code='B1').pk}/close")
    assert Unit.objects.get(code="B1").closed


def test_a_clerk_passes_an_act_on_and_takes_it_back(staff, signed_in):
    clerk, steward = staff("clerk.one", "window_clerk"), staff("steward.one", "steward")
    browser, other = signed_in(clerk), signed_in(steward)
    assert other.get("/staff/identity").status_code == 403
    browser.post("/account/delegations", {"taker": "steward.one", "kind": "deputy", "acts": "verify_identity", "since": "2020-01-01", "until": "2099-01-01"})
    assert other.get("/staff/identity").status_code == 200
    number = clerk.given.get().pk
    assert other.post("/account/delegations/withdraw", {"number": number}).status_code == 409
    browser.post("/account/delegations/withdraw", {"number": number})
    assert other.get("/staff/identity").status_code == 403


def test_a_page_of_the_staff_keeps_to_the_content_policy(system):
    for address in ("/staff", "/staff/people", "/staff/people/add", "/staff/units", "/account", "/account/two-step/", "/account/two-step/webauthn/add/"):
        page = text(system.get(address))
        assert "style=" not in page
        assert "onclick" not in page
