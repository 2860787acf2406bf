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
    """The office of the races: who is stuck, two stewards and a leader."""

    def __init__(self):
        from gaoxing.office.people import accounts
        from gaoxing.office.people.assigning import assign

        self.turn = count(1)
        self.cast = {"owner": accounts.applicant_of("13900001234", language="zh-hans", now=NOW)}
        for name, role in (("first", "steward"), ("second", "steward"), ("leader", "leader")):
            self.cast[name], _ = accounts.open_staff(name, "王某", by=None, now=NOW)
            assign(self.cast[name], role, by=None, now=NOW, since=NOW.date())

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

    def page(self, row, act, who, *, reason="", now=NOW, **details):
        """An act on a page that shows the record as it is at this moment, to be pressed later."""
        from gaoxing.casework.acting import Reason
        from gaoxing.office.escalations.facts import Pressed
        from gaoxing.office.escalations.firing import fire

        shown, reasons = copy(row), (Reason(reason, "写明白了"),) if reason else ()
        pressed = Pressed(act, reasons, "说明", row.revision, details=details)
        return lambda: fire(shown, pressed, self.cast.get(who), now=now)

    def in_hand(self, now=NOW):
        """One whose person was contacted."""
        return self.press(self.brought(now=now), "contact", "leader", now=now, **CALL)


def races():
    """Every race: what the two were told, the state it ended in, and what happened."""
    found = {}
    office = Office()
    for race in (taken, ended, answered, retaken, draft, same_cause, recurred):
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


def _two(office):
    return [office.in_hand(), office.in_hand()]


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    json.dump(races(), sys.stdout, ensure_ascii=False)
