"""Whose hand a case is in: taken, handed over, a whole desk at once; of two at once one wins; nobody has their own case; the receiver is told."""

from datetime import timedelta

import pytest

from gaoxing.office.audit.models import Entry
from gaoxing.office.cases import assigning
from gaoxing.office.cases.assigning import Handing, hand_over, hand_over_all, take
from gaoxing.office.cases.colleagues import colleagues
from gaoxing.office.cases.models import Case, CaseEvent
from gaoxing.office.cases.noting import notes
from gaoxing.office.cases.workload import Load, monday, workload
from gaoxing.office.notices.models import Notice
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(sent_case):
    return sent_case()


def fresh(case):
    return Case.objects.get(pk=case.pk)


def test_a_clerk_takes_a_case_that_nobody_has(case, cast, now):
    take(case, cast["window_clerk"], was=None, now=now)
    assert fresh(case).handler == cast["window_clerk"]
    assert Entry.objects.last().act == "case.taken"


def test_whoever_had_it_is_told_that_a_colleague_took_it(case, cast, now):
    take(case, cast["window_clerk"], was=None, now=now)
    take(fresh(case), cast["examiner"], was=cast["window_clerk"].pk, now=now)
    assert Notice.objects.filter(person=cast["window_clerk"].pk, event="case_taken").count() == 1


def test_a_case_goes_to_a_colleague_with_a_note_and_a_notice(case, cast, now):
    hand_over(case, Handing(cast["examiner"], "电话里说过，看租赁合同", "t1"), cast["window_clerk"], now=now)
    assert fresh(case).handler == cast["examiner"]
    assert [each.words for each in notes(case, cast["examiner"], now=now)] == ["电话里说过，看租赁合同"]
    assert Notice.objects.filter(person=cast["examiner"].pk, event="case_handed_over").count() == 1
    assert "case.handed_over" in Entry.objects.values_list("act", flat=True)


def test_of_two_leaders_at_once_one_wins_and_the_other_is_told(case, cast, staff, now):
    second = staff("leader", "leader-b")
    take(case, cast["window_clerk"], was=None, now=now)
    stale, was = fresh(case), cast["window_clerk"].pk
    hand_over(fresh(case), Handing(cast["examiner"], was=was), cast["leader"], now=now)
    with pytest.raises(NotAllowed, match="已经换了经办人"):
        hand_over(stale, Handing(second, "给你", "t", was=was), second, now=now)
    assert fresh(case).handler == cast["examiner"]
    assert not case.notes.exists()


def test_a_clerk_does_not_hand_over_what_a_colleague_has(case, cast, now):
    take(case, cast["examiner"], was=None, now=now)
    with pytest.raises(NotAllowed, match="分派"):
        hand_over(fresh(case), Handing(cast["leader"], was=cast["examiner"].pk), cast["window_clerk"], now=now)


def test_a_party_neither_takes_nor_gives_nor_receives_the_case(case, cast, owner, now):
    Person.objects.filter(pk=cast["examiner"].pk).update(mobile_digest=owner.mobile_digest)
    party = Person.objects.get(pk=cast["examiner"].pk)
    for refused in (
        lambda: take(case, party, was=None, now=now),
        lambda: hand_over(case, Handing(cast["leader"]), party, now=now),
        lambda: hand_over(case, Handing(party), cast["window_clerk"], now=now),
    ):
        with pytest.raises(NotAllowed, match="当事人"):
            refused()
    assert fresh(case).handler is None


@pytest.mark.parametrize("role", ["steward", "system_administrator"])
def test_whoever_handles_no_cases_neither_takes_nor_receives_one(case, cast, staff, now, role):
    other = staff(role)
    with pytest.raises(NotAllowed, match="不能由您办"):
        take(case, other, was=None, now=now)
    with pytest.raises(NotAllowed, match="只能转给本单位"):
        hand_over(case, Handing(other), cast["leader"], now=now)


def test_a_decided_case_is_not_handed_over(case, cast, now):
    Case.objects.update(state="archived")
    with pytest.raises(NotAllowed, match="已经办完"):
        take(fresh(case), cast["window_clerk"], was=None, now=now)


def test_a_case_in_ones_own_hand_is_not_taken_again(case, cast, now):
    take(case, cast["window_clerk"], was=None, now=now)
    with pytest.raises(NotAllowed, match="已经在王某手里"):
        take(fresh(case), cast["window_clerk"], was=cast["window_clerk"].pk, now=now)


def test_colleagues_are_those_of_the_unit_and_its_offices(cast, staff, now):
    unit, other = Unit.objects.create(code="01", name="登记科"), Unit.objects.create(code="02", name="许可科")
    office = Unit.objects.create(code="0101", name="窗口", parent=unit)
    people = {name: staff("steward", name) for name in ("in.unit", "in.office", "elsewhere")}
    for (_name, person), place in zip(people.items(), (unit, office, other), strict=True):
        assign(person, "window_clerk", by=None, now=now, unit=place, since=now.date())
    assert [each.account for each in colleagues(people["in.unit"], now=now)] == ["in.office", "in.unit"]
    assert [each.account for each in colleagues(people["elsewhere"], now=now)] == ["elsewhere"]
    assert {"elsewhere", "leader"} <= {each.account for each in colleagues(cast["leader"], now=now)}


def test_a_closed_account_is_no_colleague(cast, now):
    Person.objects.filter(pk=cast["examiner"].pk).update(is_active=False)
    assert cast["examiner"] not in colleagues(cast["leader"], now=now)


def test_a_leader_hands_a_whole_desk_over_and_the_receiver_is_told_once(sent_case, cast, now):
    numbers = [sent_case().number]
    Case.objects.update(handler=cast["window_clerk"])
    done = hand_over_all(cast["window_clerk"], cast["examiner"], cast["leader"], now=now)
    assert (done.moved, done.own, done.left) == (numbers, [], 0)
    assert Case.objects.get(number=numbers[0]).handler == cast["examiner"]
    assert Notice.objects.filter(person=cast["examiner"].pk, event="cases_handed_over").count() == 1


def test_what_is_the_receivers_own_stays_and_is_named(case, cast, owner, now):
    Case.objects.update(handler=cast["window_clerk"])
    Person.objects.filter(pk=cast["examiner"].pk).update(mobile_digest=owner.mobile_digest)
    done = hand_over_all(cast["window_clerk"], Person.objects.get(pk=cast["examiner"].pk), cast["leader"], now=now)
    assert (done.moved, done.own) == ([], [case.number])
    assert not Notice.objects.filter(event="cases_handed_over").exists()


def test_no_more_go_at_once_than_the_page_says(case, cast, now, monkeypatch):
    monkeypatch.setattr(assigning, "MOST_AT_ONCE", 0)
    Case.objects.update(handler=cast["window_clerk"])
    assert hand_over_all(cast["window_clerk"], cast["examiner"], cast["leader"], now=now).left == 1


@pytest.mark.parametrize(("by", "to"), [("examiner", "leader"), ("leader", "window_clerk")])
def test_many_are_handed_over_by_a_leader_alone_and_to_somebody_else(case, cast, now, by, to):
    with pytest.raises(NotAllowed):
        hand_over_all(cast["window_clerk"], cast[to], cast[by], now=now)


def test_the_workload_counts_what_is_open_due_late_and_decided(case, cast, now):
    Case.objects.update(handler=cast["examiner"])
    CaseEvent.objects.create(case=case, number=9, act="register", source="examined", target="registered", role="examiner", at=now, by=cast["examiner"])
    rows = {each.person.account if each.person else "": each for each in workload(cast["leader"], now=now)}
    assert rows["examiner"] == Load(cast["examiner"], 1, 0, 0, 1)
    assert rows[""] == Load(None)
    late = {each.person: each for each in workload(cast["leader"], now=now + timedelta(days=4))}
    assert (late[cast["examiner"]].red, late[cast["examiner"]].today) == (1, 0)


def test_cases_of_somebody_who_left_the_unit_stand_in_the_workload(case, cast, staff, now):
    gone = staff("steward", "gone")
    Case.objects.update(handler=gone)
    assert Load(gone, 1, gone=True) in workload(cast["leader"], now=now)


def test_a_week_begins_on_monday_morning(now):
    assert monday(now).isoformat() == "2026-11-23T00:00:00+08:00"
