"""Who may bring what is stuck, for whom and how much; who gets it; the day by which a cause is mended."""

from datetime import date, timedelta

import pytest

from gaoxing.office.escalations.actions import Told, bring, least_busy
from gaoxing.office.escalations.clocking import mend_by
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.escalations.permissions import causes_visible_to, visible_to, who_sees
from gaoxing.office.escalations.queries import content_of
from gaoxing.office.people.delegating import Span, empower
from gaoxing.office.people.models import RoleAssignment
from gaoxing.office.refusal import NotAllowed
from tests.office.escalations.conftest import CALL, press

pytestmark = pytest.mark.django_db


def power(giver, agent, now, act="submit_case", matters=("stuck_matter",)):
    day = now.date()
    return empower(giver, agent, acts=[act], matters=list(matters), span=Span(day, day), now=now)


def test_what_is_told_is_kept_sealed_under_a_number_of_the_year(brought):
    row = brought(where="东窗口", times="三次", mobile="13900001234")
    assert row.number == f"E2026-{row.pk:06}"
    assert content_of(row)["where"] == "东窗口"
    assert "东窗口".encode() not in bytes(row.content)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"tried": " "}, "请写明要办什么事"),
        ({"blocked_by": ""}, "卡在哪一步"),
        ({"where": "长" * 5_001}, "最多写 5000 个字"),
        ({"blocked": "1" * 33}, "编号最多 32 个字"),
        ({"blocked": "R\x00"}, "编号最多 32 个字，请核对"),
        ({"contact": "王" * 201}, "联系人最多 200 个字"),
        ({"mobile": "1" * 33}, "电话最多 32 位"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence_and_leaves_nothing(owner, now, told, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        bring(Told(**{"tried": "办证", "blocked_by": "要证明", "owner": owner, **told}), owner, now=now)
    assert not Escalation.objects.exists()


def test_the_same_draft_of_the_desk_brought_twice_is_one(brought):
    assert brought(case=7) == brought(case=7)
    assert Escalation.objects.count() == 1


@pytest.mark.parametrize("whose", ["other", None])
def test_nobody_brings_what_is_not_theirs(other, brought, owner, now, whose):
    with pytest.raises(NotAllowed, match="只能提自己的事"):
        bring(Told("办证", "要证明", owner=other if whose else None), owner, now=now)


def test_an_agent_brings_it_for_whoever_gave_them_the_power(owner, other, now):
    power(owner, other, now)
    row = bring(Told("办证", "要证明", owner=owner), other, now=now)
    assert (row.owner, row.brought_by, row.events.get(act="submit").role) == (owner, other, "agent")
    assert list(visible_to(other, on=now.date())) == [row]


@pytest.mark.parametrize(("act", "matters"), [("see_case", ["stuck_matter"]), ("submit_case", ["company_registration"])])
def test_a_power_of_another_act_or_matter_is_not_enough(owner, other, now, act, matters):
    power(owner, other, now, act, matters)
    with pytest.raises(NotAllowed, match="委托了您的人"):
        bring(Told("办证", "要证明", owner=owner), other, now=now)


def test_the_window_brings_it_for_somebody_without_an_account_and_sees_what_it_brought(staff, brought, now):
    clerk, colleague = staff("window_clerk", "w-1"), staff("window_clerk", "w-2")
    row = bring(Told("办证", "要证明", mobile="13900001234"), clerk, now=now)
    assert (row.owner, row.state) == (None, "submitted")
    assert [visible_to(each, on=now.date()).count() for each in (clerk, colleague)] == [1, 0]


def test_whoever_has_no_such_role_brings_nothing(staff, now):
    with pytest.raises(NotAllowed, match="只能由"):
        bring(Told("办证", "要证明"), staff("examiner", "e-1"), now=now)


def test_whoever_is_on_leave_gets_none_while_a_colleague_is_there(staff, brought, away, now):
    first, second = staff("steward", "s-1"), staff("steward", "s-2")
    away(first, second)
    assert [brought().handler for _ in range(2)] == [second, second]
    assert least_busy(on=now.date() + timedelta(days=6)) == first


def test_where_all_are_on_leave_it_is_taken_over_all_the_same_and_the_deputy_goes_on(staff, brought, away, now):
    steward, deputy = staff("steward", "s-1"), staff("examiner", "e-1")
    away(steward, deputy)
    row = brought()
    assert row.handler == steward
    assert press(row, "contact", deputy, now, **CALL).events.get(act="contact").role == "officer"


@pytest.mark.parametrize(("act", "kind"), [("handle_request", "deputy"), ("handle_stuck", "delegation")])
def test_what_is_passed_on_without_being_away_or_of_other_acts_changes_nothing(staff, brought, away, act, kind):
    first, second = staff("steward", "s-1"), staff("steward", "s-2")
    away(first, second, act, kind)
    assert brought().handler == first


def test_who_is_steward_no_longer_or_not_yet_gets_none(staff, now):
    for account, days in (("s-1", {"until": now.date() - timedelta(days=1)}), ("s-2", {"since": now.date() + timedelta(days=1)})):
        person = staff("steward", account)
        RoleAssignment.objects.filter(person=person).update(**{"since": now.date() - timedelta(days=9), **days})
    assert least_busy(on=now.date()) is None


def test_a_cause_without_a_day_is_to_be_mended_within_the_usual_working_days(staff, concluded, unit, now):
    cause = press(concluded().cause, "assign", staff("leader", "l-1"), now, unit=unit.pk)
    assert cause.mend_by == mend_by(now) == date(2026, 12, 22)


@pytest.mark.parametrize("named", ["2026-11-24", "2026-02-30", "下周"])
def test_a_day_that_is_over_or_none_is_refused(staff, concluded, unit, now, named):
    cause, leader = concluded().cause, staff("leader", "l-1")
    with pytest.raises(NotAllowed, match="今天以后的日子"):
        press(cause, "assign", leader, now, unit=unit.pk, mend_by=named)


def test_a_cause_that_recurs_is_to_be_mended_by_a_new_day(staff, now):
    cause = Cause.objects.create(kind="rule", name="样例", state="watched", mend_by=now.date(), watched_until=now.date(), made=now, changed=now)
    cause = press(cause, "recur", None, now)
    assert (cause.mend_by, cause.watched_until, cause.recurrences) == (mend_by(now), None, 1)


def test_a_unit_sees_its_own_causes_and_its_deputy_too(staff, away, unit, now):
    handler, deputy = staff("unit_handler", "u-1", unit), staff("examiner", "e-1")
    Cause.objects.create(kind="rule", name="别家的", made=now, changed=now)
    own = Cause.objects.create(kind="rule", name="自家的", unit=unit, made=now, changed=now)
    away(handler, deputy, "mend_cause")
    assert [list(causes_visible_to(each, on=now.date())) for each in (handler, deputy)] == [[own], [own]]
    assert press(own, "fix", deputy, now).events.get().role == "unit_handler"


def test_everybody_who_sees_it_is_told_with_a_reason(brought):
    assert [each.why[-1] for each in who_sees(brought())] == ["。"] * 3
