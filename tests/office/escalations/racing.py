"""Two threads press at the same moment; run in a process of its own on a database file, or in a test on PostgreSQL.

python -m tests.office.escalations.racing    with DJANGO_SETTINGS_MODULE and an empty, migrated database: prints what came of each pair as JSON
"""

import json
import sys
from copy import copy
from datetime import timedelta
from itertools import count

import django

from tests.office.aftercare.racing import CALL, NOW, both

CAUSE = {"cause_kind": "process", "cause_name": "两个窗口互相要证明"}
LATER = NOW + timedelta(hours=2)


class Office:
    """The office of the races: who is stuck, two stewards, a leader, and somebody of a unit."""

    def __init__(self):
        from gaoxing.office.people import accounts
        from gaoxing.office.people.assigning import assign
        from gaoxing.office.people.models import Unit

        self.turn = count(1)
        self.cast = {"owner": accounts.applicant_of("13900001234", language="zh-hans", now=NOW)}
        self.unit, _ = Unit.objects.get_or_create(code="race", defaults={"name": "样例单位"})
        for name, role, unit in (("first", "steward", None), ("second", "steward", None), ("leader", "leader", None), ("unit", "unit_handler", self.unit)):
            self.cast[name], _ = accounts.open_staff(name, "王某", by=None, now=NOW)
            assign(self.cast[name], role, by=None, now=NOW, since=NOW.date(), unit=unit)

    def brought(self, case=None, now=NOW):
        """One that a steward took over at once."""
        from gaoxing.office.escalations.actions import Told, bring

        return bring(Told("办证", f"要证明，第{next(self.turn) if case is None else case}回", owner=self.cast["owner"], case=case), self.cast["owner"], now=now)

    def waiting(self):
        """One that nobody could take over yet."""
        from gaoxing.office.people.models import RoleAssignment

        RoleAssignment.objects.filter(role="steward").update(since=NOW.date() + timedelta(days=1))
        row = self.brought()
        RoleAssignment.objects.filter(role="steward").update(since=NOW.date())
        return row

    def press(self, row, act, who, *, reason="", now=NOW, **details):
        """Do an act on the record as it now stands."""
        return self.page(type(row).objects.get(pk=row.pk), act, who, reason=reason, now=now, **details)()

    def by(self, role):
        """Who of the cast acts in a role."""
        return {"applicant": "owner", "agent": "owner", "steward": "first", "officer": "second", "unit_handler": "unit"}.get(role, role)

    def page(self, row, act, who, *, reason="", now=NOW, given=False, **details):
        """An act on a page that shows the record as it is at this moment, to be pressed later; `given`: nothing else stands in its way."""
        from gaoxing.casework.acting import Reason
        from gaoxing.office.escalations.facts import CAUSE as OF_CAUSE
        from gaoxing.office.escalations.facts import ESCALATION
        from gaoxing.office.escalations.firing import fire
        from gaoxing.office.firing.pressed import Pressed

        shown, reasons = copy(row), (Reason(reason, "写明白了"),) if reason else ()
        met = dict.fromkeys({**ESCALATION, **OF_CAUSE}, False) if given else {}
        pressed = Pressed(act, reasons, "说明", row.revision, met, details)
        return lambda: fire(shown, pressed, self.cast.get(who), now=now)

    def in_hand(self, now=NOW):
        """One whose person was contacted."""
        return self.press(self.brought(now=now), "contact", "leader", now=now, **CALL)


def run():
    """The races one by one, and every transition of the tables pressed by two."""
    office = Office()
    return {"races": races(office), "every": every(office)}


def races(office):
    """Every race: what the two were told, the state it ended in, and what happened."""
    found = {}
    for race in (taken, ended, answered, retaken, draft, page, same_cause, recurred):
        told, row = race(office)
        row.refresh_from_db()
        found[race.__name__] = {"told": told, "state": row.state, "acts": list(row.events.values_list("act", flat=True))}
    return found


def taken(office):
    """The tick has it taken over while a steward takes it."""
    from gaoxing.office.escalations.actions import take_over

    row = office.waiting()
    shown = copy(row)
    return both(lambda: take_over(shown, now=LATER), office.page(row, "take_over", "second", officer=office.cast["second"].pk)), row


def ended(office):
    """The person withdraws it while the leader concludes it."""
    row = office.in_hand()
    return both(office.page(row, "withdraw", "owner"), office.page(row, "conclude", "leader", outcome="done", **CAUSE)), row


def answered(office):
    """The person confirms it on one device and says on another that it is not done."""
    row = office.press(office.in_hand(), "conclude", "leader", outcome="done", **CAUSE)
    return both(office.page(row, "confirm", "owner"), office.page(row, "reject", "owner", reason="not_done")), row


def retaken(office):
    """A leader hands it on on two devices at once."""
    row = office.in_hand()
    return both(*[office.page(row, "hand_over", "leader", officer=office.cast[who].pk) for who in ("first", "second")]), row


def draft(office):
    """The same draft of the desk is brought twice."""
    from gaoxing.office.escalations.models import Escalation

    told = both(*[lambda: office.brought(case=77)] * 2)
    return told, Escalation.objects.get(case=77)


def page(office):
    """The same page is posted twice."""
    from gaoxing.office.escalations.actions import Told, bring
    from gaoxing.office.escalations.models import Escalation

    owner = office.cast["owner"]
    told = both(*[lambda: bring(Told("办证", "一页交了两次", owner=owner, once="t-1"), owner, now=NOW)] * 2)
    return told, Escalation.objects.get(once="t-1")


def same_cause(office):
    """Two matters are concluded with the same new cause."""
    from gaoxing.office.escalations.models import Cause

    told = both(*[office.page(row, "conclude", "leader", outcome="done", cause_kind="rule", cause_name="同一条") for row in _two(office)])
    return told, Cause.objects.get(name="同一条")


def recurred(office):
    """Two matters are concluded with the same mended cause: it recurred once."""
    from gaoxing.office.escalations.models import Cause

    cause = Cause.objects.create(kind="rule", name="改过的", state="fixed", fixed=NOW - timedelta(days=1), made=NOW, changed=NOW)
    return both(*[office.page(row, "conclude", "leader", outcome="partly", cause=cause.pk) for row in _two(office)]), cause


def every(office):
    """Every transition of both tables, pressed by two at once: by name, what the two were told and how many events it left."""
    from gaoxing.casework.tables import table

    return {
        f"{known.id} {row.source} {row.act} {row.roles[0]}": _pressed_twice(office, known.id, row)
        for known in (table("escalation"), table("escalation_cause"))
        for row in known.transitions
    }


def _pressed_twice(office, name, row):
    record = _in_state(office, name, row.source)
    before = record.events.count()
    details = {
        **CALL,
        **CAUSE,
        "officer": office.cast["leader"].pk,
        "unit": office.unit.pk,
        "outcome": "done",
        "until": "2026-12-21",
        "next_reply": "2026-11-30",
    }
    reason = _reason(name, row)
    told = both(*[office.page(record, row.act, office.by(row.roles[0]), reason=reason, given=True, now=LATER, **details) for _ in range(2)])
    return {"told": told, "events": record.events.count() - before}


def _in_state(office, name, state):
    """A record that stands in a state, however it came there."""
    from gaoxing.office.escalations.models import Cause, Escalation

    if name == "escalation_cause":
        return Cause.objects.create(kind="rule", name=f"样例{next(office.turn)}", unit=office.unit, state=state, fixed=NOW, made=NOW, changed=NOW)
    made = {"owner": office.cast["owner"], "handler": office.cast["second"], "state": state, "made": NOW, "changed": NOW, "due": LATER}
    record = Escalation.objects.create(number=f"E2026-9{next(office.turn):05}", **made)
    if state != "draft":
        record.events.create(number=1, act="submit", source="draft", target="submitted", role="applicant", clock="start", days=15, at=NOW)
    if state == "concluded":
        record.events.create(number=2, act="conclude", source="in_hand", target=state, role="officer", clock="stop", at=NOW)
    return record


def _reason(name, row):
    from gaoxing.casework.tables import table

    kind = table(name).reasons.get(row.reason)
    return kind.choices[0].id if kind else ""


def _two(office):
    return [office.in_hand(), office.in_hand()]


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    json.dump(run(), sys.stdout, ensure_ascii=False)
