"""Every way of one licence: done in the database once, by whoever may; visits, hearings, commitments, extensions; two who press at once."""

from datetime import timedelta

import pytest
from django.utils import translation

from gaoxing.casework.acting import Reason
from gaoxing.casework.tables import table
from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.licensing import clocking, committing, visiting
from gaoxing.office.licensing.duties import checks_due
from gaoxing.office.licensing.firing import fire, note_of
from gaoxing.office.licensing.models import Item, Visit
from gaoxing.office.licensing.permissions import desk, visible_to
from gaoxing.office.refusal import NotAllowed
from tests.office.licensing.conftest import NUMBER, item, states, why

pytestmark = pytest.mark.django_db
TABLE = table("licence_item")
ROWS = [row for row in TABLE.transitions if row.roles[0] != "agent"]
IDS = [f"{row.source}-{row.act}" for row in ROWS]
MET = {
    **dict.fromkeys(("own_case", "list_sent", "visit_due", "visit_early", "hearing_due", "hearing_none", "extension_none", "overdue"), False),
    **dict.fromkeys(("waits", "waits_to_decide", "extensions"), 0),
    **dict.fromkeys(("committed", "to_verify"), True),
}
CLOCK = {"waiting": (), "correcting": ("start", "pause"), "rectifying": ("start", "pause"), "hearing": ("start", "pause")}
OVER = ("granted", "refused", "revoked", "stopped", "withdrawn")
BY = {"unit_handler": "works", "leader": "leader", "applicant": "applicant", "system": "system"}


@pytest.fixture
def in_state(sent_case, now):
    """A licence put into a state, its clock as it would then stand; for tests of single transitions."""

    def made(state, licence="signboard"):
        found = item(sent_case(), licence)
        found.events.all().delete()
        for number, clock in enumerate(CLOCK.get(state, ("start", "stop") if state in OVER else ("start",)), 1):
            told = {"act": "dispatch", "source": state, "target": state, "role": "system", "pause": "correction" if clock == "pause" else ""}
            found.events.create(number=number, clock=clock, days=5, at=now + timedelta(minutes=number), **told)
        Item.objects.filter(pk=found.pk).update(state=state, extension=5)
        return item(found.case, licence)

    return made


def pressed_for(row, found):
    kind = TABLE.reasons.get(row.reason)
    reasons = (Reason(kind.choices[0].id, "写得不清楚"),) if kind else ()
    return Pressed(row.act, reasons=reasons, revision=found.revision, given=MET, details=NUMBER)


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_a_transition_changes_the_row_and_leaves_one_event_and_one_entry(row, in_state, cast, now):
    found = in_state(row.source)
    events = found.events.count()
    after = fire(found, pressed_for(row, found), cast[BY[row.roles[0]]], now=now + timedelta(hours=1))
    assert (after.state, after.events.count()) == (row.target, events + 1)
    assert Entry.objects.filter(act=f"item.{row.act}", subject=found.pk).count() == 1
    last = after.events.last()
    assert (last.act, last.source, last.role, last.clock) == (row.act, row.source, row.roles[0], str(row.clock or ""))


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_of_two_who_press_at_once_one_wins_and_the_other_is_told_so(row, in_state, cast, now):
    found = in_state(row.source)
    second, pressed, by = item(found.case, found.licence), pressed_for(row, found), cast[BY[row.roles[0]]]
    fire(found, pressed, by, now=now + timedelta(hours=1))
    events = found.events.count()
    with pytest.raises(NotAllowed, match="已经有人办了"):
        fire(second, pressed, by, now=now + timedelta(hours=1))
    assert found.events.count() == events


ELSEWHERE = [(state, act) for state in TABLE.states for act in TABLE.acts if all((row.source, row.act) != (state, act) for row in TABLE.transitions)]


def test_what_the_table_does_not_list_is_refused_in_every_state(in_state, cast, now):
    found = in_state("dispatched")
    for state, act in ELSEWHERE:
        Item.objects.filter(pk=found.pk).update(state=state)
        found.refresh_from_db()
        with pytest.raises(NotAllowed, match="不能“"):
            fire(found, Pressed(act, given=MET), cast["works"], now=now)
    assert found.events.count() == 1


def test_another_unit_may_not_act_and_is_told_whose_act_it_is(in_state, cast, now):
    found = in_state("dispatched")
    with pytest.raises(NotAllowed, match="由单位经办人"):
        fire(found, Pressed("complete", given=MET), cast["fire"], now=now)
    with translation.override("en"), pytest.raises(NotAllowed, match="is for the unit's handler"):
        fire(found, Pressed("complete", given=MET), cast["fire"], now=now)


def test_an_act_that_is_none_and_a_stale_page_are_refused(in_state, cast, now):
    found = in_state("dispatched")
    for pressed in (Pressed("dance"), Pressed("complete", revision=found.revision + 1)):
        with pytest.raises(NotAllowed):
            fire(found, pressed, cast["works"], now=now)


def test_a_unit_sees_its_own_licences_and_the_window_all(sent_case, cast, owner, now):
    case, on = sent_case(), now.date()
    assert {each.licence for each in desk(cast["works"], on=on)} == {"signboard", "drainage"}
    assert visible_to(cast["window_clerk"], on=on).count() == visible_to(owner, on=on).count() == case.items.count()
    assert not visible_to(None, on=on).exists()
    assert not desk(cast["window_clerk"], on=on).exists()


@pytest.mark.parametrize("number", ["", " ", "样" * 61])
def test_nothing_is_granted_without_a_certificates_number(in_state, cast, now, number):
    found = in_state("examined")
    with pytest.raises(NotAllowed, match="编号"):
        fire(found, Pressed("grant", given=MET, details={"number": number}), cast["works"], now=now + timedelta(hours=1))
    assert item(found.case, "signboard").state == "examined"


def see(case, cast, now):
    """Offer the usual times and pick the second."""
    visit = visiting.offer(case, visiting.usual(now=now), by=Actor(cast["window_clerk"].pk, "window_clerk"), now=now)
    return visiting.pick(case, visit.pk, 1, by=Actor(cast["applicant"].pk, "applicant"), now=now)


def test_all_units_come_on_one_visit_and_each_keeps_its_own_result(registered, act, cast, now):
    case = registered()
    for each in ("food_operation", "fire_check", "drainage"):
        act(case, each, "complete")
    see(case, cast, now)
    with pytest.raises(NotAllowed, match="还没有到约定的上门时间"):
        act(case, "fire_check", "inspect")
    act(case, "fire_check", "inspect", later=timedelta(days=3))
    act(case, "food_operation", "ask_rectification", later=timedelta(days=3), reasons=why("place", "后厨排烟口没有装"))
    found = states(case)
    assert (found["fire_check"], found["food_operation"], found["drainage"]) == ("visit", "rectifying", "visit")
    assert act(case, "fire_check", "examine", later=timedelta(days=3)).state == "examined"
    with pytest.raises(NotAllowed, match="先上门看过"):
        act(case, "drainage", "examine", later=timedelta(days=3))
    assert act(case, "food_operation", "rectify", who="applicant", later=timedelta(days=5)).state == "visit"


def test_whoever_finds_the_papers_complete_later_comes_on_the_same_visit(registered, act, cast, now):
    case = registered()
    act(case, "fire_check", "complete")
    see(case, cast, now)
    act(case, "drainage", "complete")
    assert states(case)["drainage"] == "visit"
    assert Visit.objects.count() == 1


def test_times_are_offered_once_and_picked_once(registered, act, cast, now):
    case, by = registered(), Actor(1, "applicant")
    visit = see(case, cast, now)
    for slot in (1, 99, -1):
        with pytest.raises(NotAllowed):
            visiting.pick(case, visit.pk, slot, by=by, now=now)
    with pytest.raises(NotAllowed, match="没有要上门"):
        visiting.offer(case, visiting.usual(now=now), by=by, now=now)


def test_an_offer_whose_times_are_over_is_taken_back_by_the_clock(registered, cast, now):
    case, by = registered(), Actor(1, "window_clerk")
    visit = visiting.offer(case, visiting.usual(now=now), by=by, now=now)
    with pytest.raises(NotAllowed, match="已经过了"):
        visiting.pick(case, visit.pk, 0, by=by, now=now + timedelta(days=30))
    assert [visiting.withdraw_due(now=now), visiting.withdraw_due(now=now + timedelta(days=30))] == [0, 1]


def test_a_hearing_is_held_before_the_decision_and_its_days_do_not_count(sent_case, act, cast, now):
    case = sent_case("用公司名义开个KTV，八百平方，装修三百万，用中央空调")
    for name in ("complete", "examine"):
        act(case, "business_licence", name)
    act(case, "business_licence", "grant", **NUMBER)
    found = item(case, "entertainment")
    assert found.hearing
    Item.objects.filter(pk=found.pk).update(state="examined", unit=item(case, "business_licence").unit)
    with pytest.raises(NotAllowed, match="按法律要先听证"):
        act(case, "entertainment", "grant", **NUMBER)
    due = item(case, "entertainment").due
    act(case, "entertainment", "open_hearing")
    assert item(case, "entertainment").due is None
    act(case, "entertainment", "close_hearing", later=timedelta(days=14))
    assert item(case, "entertainment").due > due + timedelta(days=10)
    with pytest.raises(NotAllowed, match="决定之前要交的证件"):
        act(case, "entertainment", "grant", later=timedelta(days=14), **NUMBER)


def test_a_commitment_is_granted_at_once_and_comes_up_for_its_check(registered, act, cast, owner, now):
    case = registered()
    committing.commit(item(case, "fire_check"), by=Actor(owner.pk, "applicant"), agreed=True, now=now)
    assert act(case, "fire_check", "grant_by_commitment", number="样-消-1").state == "granted"
    found = item(case, "fire_check")
    assert found.verify_by.isoformat() == "2026-12-22"
    assert found in checks_due(on=now.date())
    act(case, "fire_check", "verify", later=timedelta(days=9))
    assert not checks_due(on=now.date()).exists()
    with pytest.raises(NotAllowed, match="已经核查过"):
        act(case, "fire_check", "revoke", later=timedelta(days=10), reasons=why("commitment_untrue"))


def test_a_commitment_that_does_not_hold_is_revoked_with_a_reason(registered, act, owner, now):
    case = registered()
    committing.commit(item(case, "fire_check"), by=Actor(owner.pk, "applicant"), agreed=True, now=now)
    act(case, "fire_check", "grant_by_commitment", number="样-消-1")
    after = act(case, "fire_check", "revoke", later=timedelta(days=9), reasons=why("commitment_untrue", "疏散门锁着"))
    assert (after.state, note_of(after.events.last())["reasons"][0]["words"]) == ("revoked", "疏散门锁着")


@pytest.mark.parametrize(("licence", "why_not"), [("signboard", "不能用告知承诺"), ("fire_check", "承诺过")])
def test_nobody_commits_twice_or_where_the_catalogue_does_not_allow_it(registered, owner, now, licence, why_not):
    case, by = registered(), Actor(owner.pk, "applicant")
    committing.commit(item(case, "fire_check"), by=by, agreed=True, now=now)
    with pytest.raises(NotAllowed, match=why_not):
        committing.commit(item(case, licence), by=by, agreed=True, now=now)


def test_the_clock_of_a_licence_says_its_own_limit_in_words(registered, now):
    found, later = item(registered(), "food_operation"), now + timedelta(days=1)
    assert clocking.clock_of(found, now=later).sentence.startswith("第1个工作日，共10个")
    with translation.override("en"):
        assert clocking.clock_of(found, now=later).sentence.startswith("Working day 1 of 10")


def test_an_extension_adds_the_laws_days_once_where_it_gives_any(registered, act):
    case = registered()
    before = item(case, "food_operation").due
    act(case, "food_operation", "extend", who="leader", reasons=why("complex"))
    assert item(case, "food_operation").due > before
    for licence, why_not in (("food_operation", "已经延长过一次"), ("signboard", "没有给这一项延长")):
        with pytest.raises(NotAllowed, match=why_not):
            act(case, licence, "extend", who="leader", reasons=why("complex"))


def test_a_party_to_the_case_may_not_handle_it(registered, cast, now):
    found = item(registered(), "signboard")
    found.case.owner.mobile_digest = "x"
    type(found.case.owner).objects.filter(pk=found.case.owner_id).update(mobile_digest="x")
    type(cast["works"]).objects.filter(pk=cast["works"].pk).update(mobile_digest="x")
    cast["works"].refresh_from_db()
    with pytest.raises(NotAllowed, match="不能自己办"):
        fire(item(found.case, "signboard"), Pressed("complete"), cast["works"], now=now)
