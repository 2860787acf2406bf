"""Each guard in its own case: what is known when somebody acts, and the sentence where it does not hold; the hour, the days and their lights."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from gaoxing.office.escalations import clocking, wording
from gaoxing.office.escalations.buttons import buttons, may_withdraw
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from tests.office.escalations.conftest import CALL, CAUSE, press

pytestmark = pytest.mark.django_db


def at(day, hour=10, minute=0, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def in_hand(brought, staff, now):
    """One whose person a steward contacted."""

    def made():
        steward = staff("steward", "s-1")
        return press(brought(), "contact", steward, now, **CALL)

    return made


def asked(row, person, now, act):
    """What a button asks to be filled in."""
    return next((set(each.asks) for each in buttons(row, person, now=now) if each.act == act), None)


@pytest.mark.parametrize(
    ("since", "due"),
    [
        (at(24, 10, 30), at(24, 11, 30)),
        (at(24, 16, 30), at(25, 9, 30)),
        (at(27, 16, 45), at(30, 9, 45)),
        (at(28, 12), at(30, 10)),
    ],
    ids=["within a day", "over night", "over a weekend", "on a weekend"],
)
def test_the_hour_to_contact_counts_office_time_alone(since, due):
    assert clocking.contact_due(since) == due


def test_handing_it_on_does_not_lengthen_the_hour(brought, staff, now):
    staff("steward", "s-1")
    leader = staff("leader", "l-1")
    row = brought()
    first = row.contact_due
    row = press(row, "hand_over", leader, now + timedelta(minutes=50), officer=leader.pk)
    assert (row.contact_due, row.handler) == (first, leader)


def test_the_whole_takes_fifteen_working_days(brought):
    row = brought()
    assert row.due.astimezone(ZoneInfo("Asia/Shanghai")).date() == date(2026, 12, 15)


def test_a_result_waits_five_working_days_for_the_persons_word(concluded):
    assert concluded().due.astimezone(ZoneInfo("Asia/Shanghai")).date() == date(2026, 12, 1)


def test_what_is_not_done_begins_anew_with_five_days(concluded, owner, now):
    row = press(concluded(), "reject", owner, now, reason="not_done")
    assert row.due.astimezone(ZoneInfo("Asia/Shanghai")).date() == date(2026, 12, 1)
    assert wording.clock_of(row, now=now).light == "green"


@pytest.mark.parametrize(("later", "light"), [(0, "green"), (22, "red"), (40, "double_red")])
def test_the_light_follows_the_days(in_hand, now, later, light):
    assert wording.clock_of(in_hand(), now=now + timedelta(days=later)).light == light


def test_it_cannot_be_extended_once_it_is_overdue(in_hand, now):
    row = in_hand()
    with pytest.raises(NotAllowed, match="已经到期，不能再延长"):
        press(row, "extend", row.handler, row.due + timedelta(days=1), reason="several_units", until="2026-12-30", **CALL)


@pytest.mark.parametrize("until", ["2026-12-15", "2026-12-01", "x", ""])
def test_an_extension_must_lie_behind_the_day_before(in_hand, now, until):
    row = in_hand()
    with pytest.raises(NotAllowed, match="延长到哪一天"):
        press(row, "extend", row.handler, now, reason="several_units", until=until, **CALL)


def test_a_leader_may_extend_it_once_more(in_hand, staff, now):
    row = in_hand()
    row = press(row, "extend", row.handler, now, reason="several_units", until="2026-12-22", **CALL)
    row = press(row, "extend", staff("leader", "l-1"), now, reason="higher_level", until="2026-12-29", **CALL)
    assert row.due.astimezone(ZoneInfo("Asia/Shanghai")).date() == date(2026, 12, 29) == row.next_reply


@pytest.mark.parametrize("missing", ["whom", "when", "how"])
def test_a_contact_says_with_whom_when_and_how(brought, staff, now, missing):
    steward = staff("steward", "s-1")
    with pytest.raises(NotAllowed, match="请写明联系了谁"):
        press(brought(), "contact", steward, now, **{**CALL, missing: " "})


@pytest.mark.parametrize("named", ["2026-11-24", "2026-11-01", "明天", ""])
def test_a_reply_names_the_day_of_the_next_one(in_hand, now, named):
    row = in_hand()
    with pytest.raises(NotAllowed, match="下一次答复的日期"):
        press(row, "reply", row.handler, now, next_reply=named)


def test_nothing_is_decided_before_the_person_was_contacted(brought, staff, now):
    steward = staff("steward", "s-1")
    for act in ("reply", "conclude", "decline", "extend"):
        with pytest.raises(NotAllowed, match="不能“"):
            press(brought(), act, steward, now, outcome="done", **CAUSE)


def test_a_colleague_does_not_act_on_what_another_has_in_hand(in_hand, staff, now):
    row, colleague = in_hand(), staff("steward", "s-2")
    with pytest.raises(NotAllowed):
        press(row, "reply", colleague, now, next_reply="2026-11-27")
    assert asked(row, colleague, now, "reply") is None


@pytest.mark.parametrize("outcome", ["impossible", "", "perfect"])
def test_what_is_concluded_is_done_or_partly_done(in_hand, now, outcome):
    row = in_hand()
    with pytest.raises(NotAllowed, match="办成了还是部分办成"):
        press(row, "conclude", row.handler, now, outcome=outcome, **CAUSE)


@pytest.mark.parametrize(
    "cause",
    [
        {},
        {"cause_kind": "weather", "cause_name": "下雨"},
        {"cause_kind": "rule", "cause_name": "长" * 201},
        {"cause_kind": "rule", "cause_name": "一\x00条"},
        {"cause": "99"},
    ],
)
def test_a_result_names_its_cause(in_hand, now, cause):
    row = in_hand()
    with pytest.raises(NotAllowed, match="请写清为什么会办不成"):
        press(row, "conclude", row.handler, now, outcome="done", **cause)
    assert not Cause.objects.exists()


def test_the_same_cause_by_the_same_name_is_one(concluded, brought, now):
    row = concluded()
    other = press(brought(), "contact", row.handler, now, **CALL)
    assert press(other, "conclude", row.handler, now, outcome="partly", **CAUSE).cause == row.cause
    assert row.cause.escalations.count() == 2


def test_it_is_handed_only_to_somebody_of_the_office_who_is_there(in_hand, staff, now):
    row, examiner, gone = in_hand(), staff("examiner", "e-1"), staff("steward", "s-9")
    Person.objects.filter(pk=gone.pk).update(is_active=False)
    for each in (examiner.pk, gone.pk, 0, "x"):
        with pytest.raises(NotAllowed, match="请选一位马上办人员或者领导"):
            press(row, "hand_over", row.handler, now, officer=each)


def test_what_belongs_elsewhere_is_referred_with_its_channel(brought, staff, owner, now):
    steward = staff("steward", "s-1")
    with pytest.raises(NotAllowed, match="应该走的渠道"):
        press(brought(), "refer", steward, now, note=" ", reason="legal_dispute")
    row = press(brought(), "refer", steward, now, note="请向人民法院起诉", reason="legal_dispute")
    assert (row.state, row.due) == ("referred", None)
    lines = wording.story(row, whole=False)
    assert (lines[-1].reasons, lines[-1].note) == (("已经或者应当走诉讼、仲裁、复议",), "请向人民法院起诉")


def test_the_person_is_asked_nothing_of_a_call(concluded, owner, now):
    row = concluded()
    assert asked(row, owner, now, "reject") == {"note"}
    assert asked(row, owner, now, "confirm") == set()


def test_the_office_is_asked_for_what_the_table_wants(in_hand, now):
    row = in_hand()
    wanted = {
        "hand_over": {"officer"},
        "reply": {"note", "next_reply"},
        "extend": {"note", "call", "until"},
        "conclude": {"note", "outcome", "cause"},
        "decline": {"note", "cause"},
        "refer": {"note"},
    }
    assert {each.act: set(each.asks) for each in buttons(row, row.handler, now=now)} == wanted


@pytest.mark.parametrize("state", ["concluded", "confirmed", "referred", "withdrawn"])
def test_it_is_not_taken_back_once_there_is_a_result(brought, owner, now, state):
    row = brought()
    assert may_withdraw(row, owner, now=now)
    Escalation.objects.filter(pk=row.pk).update(state=state)
    row.refresh_from_db()
    assert not may_withdraw(row, owner, now=now)
