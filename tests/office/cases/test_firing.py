"""Every transition of every table, done in the database: one winner, one event, one entry of the audit, and a sentence for whoever may not or was late."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import translation

from gaoxing.casework.acting import Reason
from gaoxing.casework.tables import shipped, table, table_for
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases.firing import decide, fire, fire_case, note_of
from gaoxing.office.cases.models import Case
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people import accounts
from gaoxing.office.people.delegating import Span, delegate
from gaoxing.office.people.models import RoleAssignment, Unit
from gaoxing.office.refusal import NotAllowed
from tests.office.cases.conftest import CHANGE, END, SHOP

pytestmark = pytest.mark.django_db
STORIES = {"registration": SHOP, "change": (CHANGE, {}), "deregistration": (END, {})}
ROWS = [(name, row) for name, each in shipped().items() if name in STORIES for row in each.transitions if row.roles[0] != "agent"]
IDS = [f"{name}-{row.source}-{row.act}" for name, row in ROWS]
ELSEWHERE = [
    (name, state, act)
    for name in STORIES
    for state in table(name).states
    for act in table(name).acts
    if all((row.source, row.act) != (state, act) for row in table(name).transitions)
]
CODE = "91320583MA0000007R"
MET = {"open_questions": 0, "rejections": 0, "rules_changed": False, "uncorrected": 0, "open_findings": 0, "corrections_asked": 0, "on_the_spot": True}
MET |= {"needs_a_human": 0}
STILL = {"announcement_running": False, "overdue": False, "extensions": 0, "name_taken": False, "own_case": False, "stands_registered": False, "unsigned": 0}


def pressed_for(name, row, case, **told):
    """The act with everything that it demands."""
    kind = table(name).reasons.get(row.reason)
    reasons = (Reason(kind.choices[0].id, "第三条写得不清楚"),) if kind else ()
    return Pressed(row.act, reasons=reasons, revision=case.revision, given={**MET, **STILL}, details={"uscc": CODE}, **told)


@pytest.mark.parametrize(("name", "row"), ROWS, ids=IDS)
def test_a_transition_changes_the_row_and_leaves_one_event_and_one_entry(name, row, in_state, cast, now):
    case = in_state(row.source, *STORIES[name])
    entries, events = Entry.objects.filter(act=f"case.{row.act}").count(), case.events.count()
    after = fire_case(case, pressed_for(name, row, case), cast[row.roles[0]], now=now + timedelta(hours=1))
    assert (after.state, after.events.count()) == (row.target, events + 1)
    assert Entry.objects.filter(act=f"case.{row.act}", subject=case.pk).count() == entries + 1
    last = after.events.last()
    assert (last.act, last.source, last.target, last.role, last.clock) == (row.act, row.source, row.target, row.roles[0], str(row.clock or ""))


@pytest.mark.parametrize(("name", "row"), ROWS, ids=IDS)
def test_of_two_who_press_at_once_one_wins_and_the_other_is_told_so(name, row, in_state, cast, now):
    case = in_state(row.source, *STORIES[name])
    pressed, later = pressed_for(name, row, case), now + timedelta(hours=1)
    second = Case.objects.get(pk=case.pk)
    fire_case(case, pressed, cast[row.roles[0]], now=later)
    events = case.events.count()
    with pytest.raises(NotAllowed, match="已经有人办了"):
        fire_case(second, replace(pressed, revision=None), cast[row.roles[0]], now=later)
    assert (Case.objects.get(pk=case.pk).revision, case.events.count()) == (second.revision + 1, events)


@pytest.mark.parametrize(("name", "row"), ROWS, ids=IDS)
def test_whoever_has_not_the_role_is_told_who_has(name, row, in_state, cast, now):
    case = in_state(row.source, *STORIES[name])
    for role in set(cast) - set(row.roles):
        with pytest.raises(NotAllowed, match="由"):
            fire_case(case, pressed_for(name, row, case), cast[role], now=now + timedelta(hours=1))
    assert Case.objects.get(pk=case.pk).state == row.source


@pytest.mark.parametrize(("name", "state", "act"), ELSEWHERE)
def test_an_act_out_of_place_is_refused_and_leaves_nothing(name, state, act, db, now):
    matter = table(name).matters[-1]
    case = Case.objects.create(reference="r", created=now, changed=now, words=b"", form=b"", matter=matter, state=state, number="n")
    with pytest.raises(NotAllowed, match="现在是"):
        fire("n", Pressed(act), None, now=now)
    assert (case.events.count(), Case.objects.get(pk=case.pk).revision) == (0, 0)


def test_a_page_that_shows_an_older_revision_is_refused_with_what_was_done_since(sent_case, cast, now):
    case = sent_case()
    shown = case.revision
    fire(case.number, Pressed("accept", revision=shown), cast["window_clerk"], now=now)
    with pytest.raises(NotAllowed, match="已经有人办了“受理”（11-24 10:30）"):
        fire(case.number, Pressed("accept", revision=shown), cast["examiner"], now=now)


def test_a_number_that_is_none_is_refused(cast, now):
    with pytest.raises(NotAllowed, match="没有这个编号"):
        fire("320583-2026-999999", Pressed("accept"), cast["examiner"], now=now)


def test_an_act_that_is_none_is_refused(sent_case, cast, now):
    with pytest.raises(NotAllowed, match="没有这个操作"):
        fire(sent_case().number, Pressed("explode"), cast["examiner"], now=now)


def test_a_matter_without_a_table_cannot_be_submitted(draft_of, owner, now):
    case = draft_of()
    Case.objects.filter(pk=case.pk).update(matter="stuck_matter")
    case.refresh_from_db()
    with pytest.raises(NotAllowed, match="到窗口办理"):
        decide(case, Pressed("submit"), owner, now=now)


def test_a_limit_that_the_row_does_not_have_is_refused_in_a_sentence(draft_of, owner, now):
    with pytest.raises(NotAllowed, match="缺了要填的内容"):
        decide(draft_of(), Pressed("submit", limit="a_year", given={**MET, **STILL}), owner, now=now)


def test_what_nobody_handed_in_is_never_taken_for_granted(draft_of, owner, now):
    with pytest.raises(NotAllowed, match="缺了要填的内容"):
        decide(draft_of(), Pressed("submit"), owner, now=now)


def test_a_reason_that_is_demanded_and_not_given_is_asked_for(sent_case, cast, now):
    with pytest.raises(NotAllowed, match="请写明要补正的地方"):
        fire(sent_case().number, Pressed("ask_correction"), cast["window_clerk"], now=now)


def test_a_refusal_is_told_in_english_where_the_page_is(sent_case, cast, now, settings):
    case = sent_case()
    with translation.override("en"), pytest.raises(NotAllowed, match="is not possible"):
        fire(case.number, Pressed("register"), cast["examiner"], now=now)


def test_reasons_and_note_are_sealed_and_the_typed_kinds_stand_in_the_clear(sent_case, cast, now):
    case = sent_case()
    reasons = (Reason("missing_paper", "缺租赁合同", "住所证明"), Reason("missing_paper", "缺身份证复印件"))
    fire(case.number, Pressed("ask_correction", reasons=reasons, note="电话里说过了"), cast["window_clerk"], now=now)
    event = case.events.last()
    assert event.reason == "missing_paper"
    assert "租赁".encode() not in bytes(event.note)
    assert [each["words"] for each in note_of(event)["reasons"]] == ["缺租赁合同", "缺身份证复印件"]
    assert note_of(event)["note"] == "电话里说过了"


def test_an_event_never_stands_before_the_one_before_it(sent_case, cast, now):
    case = sent_case()
    fire(case.number, Pressed("accept"), cast["window_clerk"], now=now - timedelta(minutes=5))
    assert [each.at for each in case.events.all()] == [now, now]


def test_the_row_keeps_when_it_is_due_and_how_long_it_paused(sent_case, cast, now):
    case = sent_case()
    assert case.due.isoformat() == "2026-11-27T09:00:00+00:00"
    asked = fire(case.number, Pressed("ask_correction", reasons=(Reason("illegible", "看不清"),)), cast["window_clerk"], now=now)
    assert (asked.due, asked.rank.year) == (None, 2999)


def test_whoever_of_the_staff_acted_has_the_case_in_hand(sent_case, cast, now):
    case = sent_case()
    assert case.handler is None
    assert fire(case.number, Pressed("accept"), cast["window_clerk"], now=now).handler == cast["window_clerk"]


def test_the_unit_is_the_handlers(sent_case, cast, now):
    unit = Unit.objects.create(code="U1", name="登记科")
    RoleAssignment.objects.filter(person=cast["window_clerk"]).update(unit=unit)
    assert fire(sent_case().number, Pressed("accept"), cast["window_clerk"], now=now).unit == unit


def test_a_colleague_to_whom_handling_was_passed_on_acts_in_the_givers_role(sent_case, cast, staff, now):
    steward = staff("steward")
    case = sent_case()
    with pytest.raises(NotAllowed):
        fire(case.number, Pressed("accept"), steward, now=now)
    delegate(cast["examiner"], steward, kind="delegation", acts=["handle_case"], span=Span(now.date(), now.date()), now=now)
    assert fire(case.number, Pressed("accept"), steward, now=now).events.last().role == "examiner"


def test_an_outsider_with_an_account_may_do_nothing(sent_case, now):
    outsider = accounts.applicant_of("13900009999", language="zh-hans", now=now)
    number = sent_case().number
    for act in table_for("sole_trader_registration").acts:
        with pytest.raises(NotAllowed):
            fire(number, Pressed(act), outsider, now=now)
