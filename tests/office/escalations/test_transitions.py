"""Every row of the two tables in the database: one event, one entry, once; whoever was slower is told so."""

from datetime import timedelta

import pytest

from gaoxing.casework.acting import Reason
from gaoxing.casework.tables import table
from gaoxing.office.audit.models import Entry
from gaoxing.office.escalations.facts import CAUSE, ESCALATION
from gaoxing.office.escalations.firing import fire
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Unit
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db
STUCK, CAUSES = table("escalation"), table("escalation_cause")
MET = {**dict.fromkeys(ESCALATION, False), **dict.fromkeys(CAUSE, False)}
ROWS = [pytest.param(each, row, id=f"{each.id} {row.source} {row.act} {row.roles[0]}") for each in (STUCK, CAUSES) for row in each.transitions]
BY = {"agent": "applicant"}


@pytest.fixture
def cast(db, now):
    def staff(role, account, unit=None):
        person, _ = accounts.open_staff(account, "王某", by=None, now=now)
        assign(person, role, by=None, now=now, since=now.date(), unit=unit)
        return person

    unit = Unit.objects.create(code="power", name="样例供电服务站")
    named = {"steward": staff("steward", "s-1"), "officer": staff("steward", "s-2"), "leader": staff("leader", "l-1")}
    owner = accounts.applicant_of("13900001234", language="zh-hans", now=now)
    return {**named, "applicant": owner, "unit_handler": staff("unit_handler", "u-1", unit), "system": None, "unit": unit}


@pytest.fixture
def in_state(cast, now):
    def made(known, state):
        if known is CAUSES:
            return Cause.objects.create(kind="rule", name="样例", unit=cast["unit"], state=state, fixed=now, made=now, changed=now)
        row = Escalation.objects.create(owner=cast["applicant"], handler=cast["officer"], state=state, made=now, changed=now)
        if known.states[state].clock != "idle":
            row.events.create(number=1, act="submit", source="draft", target=state, role="applicant", clock="start", days=15, at=now)
            Escalation.objects.filter(pk=row.pk).update(due=now + timedelta(days=20))
        if known.states[state].clock == "stopped":
            row.events.create(number=2, act="conclude", source="in_hand", target=state, role="officer", clock="stop", at=now)
        return Escalation.objects.get(pk=row.pk)

    return made


def pressed_for(cast, known, row, found, now):
    kind = known.reasons.get(row.reason)
    reasons = (Reason(kind.choices[0].id, "写明白了"),) if kind else ()
    days = {"until": str(now.date() + timedelta(days=27)), "next_reply": str(now.date() + timedelta(days=3)), "mend_by": str(now.date() + timedelta(days=9))}
    details = {**days, "officer": cast["leader"].pk, "unit": cast["unit"].pk, "outcome": "done", "cause_kind": "rule", "cause_name": "样例"}
    return Pressed(row.act, reasons, "说明", found.revision, MET, details)


@pytest.mark.parametrize(("known", "row"), ROWS)
def test_a_transition_leaves_one_event_and_one_entry_and_the_slower_one_is_told(in_state, cast, now, known, row):
    found, role = in_state(known, row.source), row.roles[0]
    second, before = type(found).objects.get(pk=found.pk), found.events.count()
    pressed, by = pressed_for(cast, known, row, found, now), cast[BY.get(role, role)]
    after = fire(found, pressed, by, now=now + timedelta(hours=1))
    last = after.events.get(number=before + 1)
    assert (last.act, last.source, last.target, last.role, last.clock) == (row.act, row.source, row.target, role, str(row.clock or ""))
    assert (after.state, after.events.count()) == (row.target, before + 1)
    assert Entry.objects.filter(act=f"{'stuck' if known is STUCK else 'cause'}.{row.act}", subject=found.pk).count() == 1
    with pytest.raises(NotAllowed, match="这一次没有办"):
        fire(second, pressed, by, now=now + timedelta(hours=1))


@pytest.mark.parametrize("known", [STUCK, CAUSES], ids=lambda each: each.id)
def test_what_the_table_does_not_list_is_refused(in_state, cast, now, known):
    final = next(name for name, state in known.states.items() if state.final)
    row = in_state(known, final)
    with pytest.raises(NotAllowed):
        fire(row, Pressed("fly"), cast["leader"], now=now)
    with pytest.raises(NotAllowed):
        fire(row, Pressed("submit" if known is STUCK else "assign"), cast["leader"], now=now)
    assert type(row).objects.get(pk=row.pk).state == final
