"""Who comes to what: every page by every role, the person's own, whoever acts for somebody, units that were closed; and what leaves the house is harmless."""

import io
from datetime import timedelta

import pytest
from django.urls import get_resolver
from django.utils import timezone
from openpyxl import load_workbook

from gaoxing.office.audit.models import Entry
from gaoxing.office.escalations import origin, report
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.escalations.permissions import may_bring_for, owners_of
from gaoxing.office.escalations.telling import in_office, units_on
from gaoxing.office.people.delegating import Span, empower, withdraw
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.people.permissions import roles_of
from tests.office.escalations.conftest import CALL, press
from tests.office.escalations.test_pages import browser, read  # noqa: F401
from tests.office.people.conftest import signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
PAGES = ("/staff/stuck", "/staff/stuck/causes", "/staff/stuck/report", "/staff/stuck/report.xlsx")
OPEN = {"steward": PAGES, "leader": PAGES, "unit_handler": PAGES[1:2], "window_clerk": (), "examiner": ()}


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands ten minutes after the beginning."""
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(minutes=10))


@pytest.mark.parametrize("role", OPEN)
def test_every_page_of_the_office_is_open_to_its_roles_alone(browser, staff, unit, role):  # noqa: F811
    page = browser(staff(role, "x-1", unit if role == "unit_handler" else None))
    assert tuple(each for each in PAGES if page.get(each).status_code == 200) == OPEN[role]


def test_no_page_of_the_office_is_open_to_the_person(browser, owner, brought):  # noqa: F811
    page, row = browser(owner), brought()
    assert {page.get(each).status_code for each in (*PAGES, f"/staff/stuck/{row.number}", "/staff/stuck/causes/1")} == {403}


def test_a_person_presses_nothing_on_what_is_not_theirs(browser, other, brought):  # noqa: F811
    row = brought()
    assert browser(other).post(f"/stuck/{row.number}", {"act": "withdraw", "revision": row.revision}).status_code == 404
    assert Escalation.objects.get().state == row.state


def test_a_unit_presses_nothing_on_another_units_cause(browser, staff, unit, now):  # noqa: F811
    theirs = Cause.objects.create(kind="rule", name="样例", unit=Unit.objects.create(code="water", name="样例水务站"), made=now, changed=now)
    page = browser(staff("unit_handler", "u-1", unit))
    assert page.post(f"/staff/stuck/causes/{theirs.pk}", {"act": "fix", "revision": 0, "note": "改了"}).status_code == 404
    assert Cause.objects.get().state == "open"


def test_one_brings_for_those_who_gave_a_power_until_they_take_it_back(owner, other, now):
    assert owners_of(other, on=now.date()) == (other,)
    given = empower(owner, other, acts=["submit_case"], matters=["stuck_matter"], span=Span(now.date(), now.date()), now=now)
    assert owners_of(other, on=now.date()) == (other, owner)
    assert owners_of(other, on=now.date() + timedelta(days=1)) == (other,)
    withdraw(given, by=owner, now=now)
    assert owners_of(other, on=now.date()) == (other,)


def test_for_an_account_that_was_closed_nobody_brings_anything(owner, other, now):
    empower(owner, other, acts=["submit_case"], matters=[], span=Span(now.date(), now.date()), now=now)
    Person.objects.filter(pk=owner.pk).update(is_active=False)
    assert owners_of(other, on=now.date()) == (other,)


def test_the_staff_name_no_account_and_may_bring_anybodys(staff, owner, now):
    clerk = staff("window_clerk", "w-1")
    assert owners_of(clerk, on=now.date()) == ()
    assert may_bring_for(clerk, owner, on=now.date())
    assert may_bring_for(clerk, None, on=now.date())


def test_only_units_that_act_are_given_a_cause(unit, now):
    gone = Unit.objects.create(code="gone", name="样例旧站", closed=now.date())
    later = Unit.objects.create(code="later", name="样例水务站", closed=now.date() + timedelta(days=1))
    assert {number for number, _name in units_on(now.date())} == {unit.pk, later.pk}
    assert gone.pk not in dict(units_on(now.date()))


def test_only_the_office_has_a_stuck_matter_in_hand(staff, now):
    people = [staff(role, f"{role[:3]}-1") for role in ("leader", "steward", "examiner", "window_clerk")]
    chosen = [number for number, _name in in_office(on=now.date())]
    assert chosen == [people[1].pk, people[0].pk]
    assert all({"steward", "leader"} & roles_of(Person.objects.get(pk=each), on=now.date()) for each in chosen)


def test_every_page_that_says_what_is_tried_is_a_page():
    assert origin.pages() <= set(get_resolver().reverse_dict)


def test_a_cause_that_looks_like_a_formula_is_text_in_the_file(browser, brought, staff, now):  # noqa: F811
    steward = staff("steward", "s-1")
    row = press(brought(), "contact", steward, now, **CALL)
    press(row, "conclude", steward, now, outcome="done", cause_kind="rule", cause_name="=1+1")
    answer = browser(staff("leader", "l-1")).get("/staff/stuck/report.xlsx")
    cells = [cell for line in load_workbook(io.BytesIO(answer.content)).active.iter_rows() for cell in line if "1+1" in str(cell.value)]
    assert [each.data_type for each in cells] == ["s"]


def test_a_cause_is_shown_escaped_in_picture_and_table(browser, brought, staff, now):  # noqa: F811
    steward = staff("steward", "s-1")
    row = press(brought(), "contact", steward, now, **CALL)
    press(row, "conclude", steward, now, outcome="done", cause_kind="rule", cause_name="<b>两家</b>")
    shown = read(browser(staff("leader", "l-1")).get("/staff/stuck/report"))
    assert "<b>两家" not in shown
    assert "&lt;b&gt;两家" in shown


def test_shares_are_of_what_they_are_parts_of(brought, owner, staff, now):
    press(brought(), "withdraw", owner, now), brought(), brought()
    made = report.report(staff("leader", "l-1"), 2026, now=now)
    shares = {figure.word: share for figure, share in made.groups[0].shares}
    assert (shares["本人撤回"], shares["还在办"]) == ("33.3 %", "66.7 %")
    assert {share for _figure, share in made.groups[-1].shares} == {""}


def test_the_shares_of_the_kinds_are_of_everything_with_a_cause(brought, concluded, owner, staff, now):
    press(concluded(), "reject", owner, now, reason="not_done")
    steward = Person.objects.get(account="s-1")
    for kind, name in (("rule", "甲"), ("process", "乙")):
        row = press(brought(), "contact", steward, now, **CALL)
        press(row, "conclude", steward, now, outcome="done", cause_kind=kind, cause_name=name)
    kinds = next(each for each in report.report(steward, 2026, now=now).groups if each.title == "成因类别")
    assert (kinds.share_of, sum(each.count for each in kinds.figures)) == (3, 3)
    assert [share for each, share in kinds.shares if each.word == "流程"] == ["66.7 %"]


def test_only_the_officer_and_the_person_read_name_note_and_call_whole(browser, brought, owner, staff, now):  # noqa: F811
    steward, leader = staff("steward", "s-1"), staff("leader", "l-1")
    row = brought(contact="欧阳某", mobile="13900001234")
    row = press(row, "contact", steward, now, **{**CALL, "whom": "本人 13812345678"})
    press(row, "reply", steward, now, note="请打 13712345678", next_reply="2026-11-27")
    shown = [read(browser(each).get(f"{at}/{row.number}")) for each, at in ((steward, "/staff/stuck"), (owner, "/stuck"), (leader, "/staff/stuck"))]
    assert [("欧阳某" in each, "13712345678" in each) for each in shown] == [(True, True), (True, True), (False, False)]
    assert [each in shown[2] for each in ("欧**", "137****5678", "138****5678", "13812345678")] == [True, True, True, False]
    assert "13812345678" in shown[0]


def test_the_window_reads_what_it_brought_masked_in_its_list(browser, staff, now):  # noqa: F811
    clerk = browser(staff("window_clerk", "w-1"))
    clerk.post("/stuck/new", {"tried": "我是13812345678", "blocked_by": "要证明", "contact": "王某", "mobile": "13800001111"})
    shown = read(clerk.get("/stuck/new"))
    assert "138****5678" in shown
    assert "13812345678" not in shown


def test_each_look_of_the_staff_stands_in_the_audit_and_none_of_the_person(browser, brought, owner, staff):  # noqa: F811
    steward, leader = staff("steward", "s-1"), staff("leader", "l-1")
    row = brought()
    browser(owner).get(f"/stuck/{row.number}")
    browser(steward).get(f"/staff/stuck/{row.number}")
    page = browser(leader)
    page.get(f"/staff/stuck/{row.number}")
    page.post(f"/staff/stuck/{row.number}", {"act": "conclude", "revision": row.revision})
    kept = Entry.objects.filter(act="stuck.read", subject=row.pk).order_by("pk").values_list("actor", "role")
    assert list(kept) == [(steward.pk, "officer"), (leader.pk, "leader"), (leader.pk, "leader")]
