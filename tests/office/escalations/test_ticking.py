"""What goes on by itself, how long it is kept, what is handed out and deleted, and that everything sealed comes under a new key."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from gaoxing.engines.fault import Fault
from gaoxing.office.audit import words
from gaoxing.office.escalations import holding, kept, revealing, ticking
from gaoxing.office.escalations.actions import Told, bring
from gaoxing.office.escalations.firing import note_of
from gaoxing.office.escalations.models import Cause, Escalation, EscalationEvent
from gaoxing.office.escalations.queries import content_of
from gaoxing.office.escalations.sealed import SEALED
from gaoxing.office.sealed import everything
from gaoxing.office.vault import office_sealer
from tests.office.escalations.conftest import CALL, press

pytestmark = pytest.mark.django_db


def test_the_minutes_tick_runs_all_of_it(brought, staff, capsys):
    brought()
    staff("steward", "s-1")
    call_command("tick")
    assert "办不成事自动接手 1" in capsys.readouterr().out
    assert len(ticking.DUE) == 4


def test_whoever_is_quicker_than_the_tick_is_not_overtaken(brought, staff, now):
    row = brought()
    steward = staff("steward", "s-1")
    press(row, "take_over", steward, now)
    row.state, row.revision = "submitted", 1
    assert ticking._taken(row, now) is False
    assert Escalation.objects.get().events.filter(act="take_over").count() == 1


def test_a_cause_that_recurs_meanwhile_is_not_closed(now):
    cause = Cause.objects.create(kind="rule", name="样例", state="watched", watched_until=now.date(), made=now, changed=now)
    press(Cause.objects.get(), "recur", None, now)
    assert ticking._closed(cause, now + timedelta(days=2)) is False
    assert Cause.objects.get().state == "recurred"


def test_it_is_kept_for_its_years_and_then_deleted_while_its_cause_stays(concluded, brought, owner, now):
    row = press(concluded(), "confirm", owner, now)
    brought()
    [rule] = kept.KEPT
    later = row.changed + timedelta(days=kept.DAYS)
    assert (rule.due(later), rule.due(later + timedelta(seconds=1)), rule.held()) == (0, 1, 2)
    assert rule.delete(later + timedelta(seconds=1)) == 1
    assert not EscalationEvent.objects.filter(subject=row.pk).exists()
    assert Cause.objects.count() == 1


def test_what_is_not_over_is_never_deleted(concluded, now):
    concluded()
    [rule] = kept.KEPT
    assert rule.delete(now + timedelta(days=50 * 365)) == 0


def test_it_is_handed_out_with_its_words_and_to_nobody_else(brought, owner, other):
    row = brought(blocked="X-1", times="三次")
    [told] = holding.HOLDING.rows(owner)
    assert (told["number"], told["blocked"], told["tried"], told["times"]) == (row.number, "X-1", "办食品许可", "三次")
    assert holding.HOLDING.numbers(owner) == [row.pk]
    assert holding.HOLDING.rows(other) == []


def test_what_a_person_has_deleted_keeps_its_count_and_leads_to_nobody(brought, concluded, owner, now):
    concluded()
    Escalation.objects.update(case=7, blocked="X-1")
    assert holding.HOLDING.delete(owner, now) == 1
    row = Escalation.objects.get()
    assert (row.owner, row.brought_by, row.case, row.blocked, content_of(row)) == (None, None, None, "", {})
    assert {bytes(each.note) for each in row.events.all()} == {b""}
    assert (row.state, row.cause.name) == ("concluded", "两个窗口互相要证明")


def test_whoever_brought_it_for_another_is_forgotten_and_the_other_keeps_it(brought, owner, other, now):
    row = brought()
    Escalation.objects.filter(pk=row.pk).update(brought_by=other)
    assert holding.HOLDING.delete(other, now) == 0
    row.refresh_from_db()
    assert (row.brought_by, row.owner, content_of(row)["tried"]) == (None, owner, "办食品许可")


def test_what_the_window_brought_with_ones_number_is_ones_own(staff, owner, other, now):
    row = bring(Told("办食品许可", "要证明", mobile="139 0000 5678", blocked="X-1"), staff("window_clerk", "w-1"), now=now)
    assert holding.HOLDING.rows(owner) == []
    assert [each["number"] for each in holding.HOLDING.rows(other)] == [row.number]
    assert holding.HOLDING.numbers(other) == [row.pk]
    assert holding.HOLDING.delete(other, now) == 1
    row.refresh_from_db()
    assert (row.blocked, row.reached, content_of(row), holding.HOLDING.rows(other)) == ("", "", {}, [])


def test_a_number_that_another_account_names_is_not_handed_out(brought, owner, other, now):
    row = brought(mobile="13900005678")
    assert holding.HOLDING.rows(other) == []
    assert holding.HOLDING.delete(other, now) == 0
    assert content_of(Escalation.objects.get(pk=row.pk))["tried"] == "办食品许可"


def test_a_matter_of_somebody_gone_still_goes_on(brought, staff, owner, now):
    staff("steward", "s-1")
    row = brought()
    holding.HOLDING.delete(owner, now)
    row.refresh_from_db()
    steward = row.handler
    assert press(row, "contact", steward, now, **CALL).state == "in_hand"


def test_everything_sealed_is_told_and_comes_under_a_new_key(concluded, staff, unit, settings, now):
    row, leader = concluded(), staff("leader", "l-1")
    press(row.cause, "assign", leader, now, unit=unit.pk, note="请改")
    revealing.reveal(row, "reveal.contact", "回访要打电话", leader, now=now)
    assert {each.name for each in SEALED} <= {each.name for each in everything()}
    settings.GAOXING_KEY = f"{'ab' * 16},{settings.GAOXING_KEY}"
    steps = {each.name: each.renew(office_sealer(), 0) for each in SEALED}
    assert all(step.broken == () and step.renewed for step in steps.values())
    row = Escalation.objects.get()
    assert content_of(row)["tried"] == "办食品许可"
    assert note_of(row.events.get(act="contact"))["whom"] == "本人"
    assert note_of(row.cause.events.get())["note"] == "请改"


def test_a_note_opens_in_its_own_event_alone(concluded):
    first, second = concluded().events.filter(act__in=("contact", "conclude"))
    first.note = second.note
    with pytest.raises(Fault, match="被改动过"):
        note_of(first)


def test_every_act_of_the_tables_has_its_words_in_the_audit():
    from gaoxing.casework.tables import table

    acts = [*(f"stuck.{each}" for each in table("escalation").acts), *(f"cause.{each}" for each in table("escalation_cause").acts)]
    assert [each for each in acts if each not in words.table(words.ACTS)] == []
