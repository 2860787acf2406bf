"""Two threads press at the same moment; run in a process of its own on a database file, or in a test on PostgreSQL.

python -m tests.office.aftercare.racing    with DJANGO_SETTINGS_MODULE and an empty, migrated database: prints what came of each pair as JSON
"""

import json
import sys
from datetime import datetime, timedelta
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import django

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
CALL = {"whom": "联系人甲", "when": "2026-11-24 11:00", "how": "电话"}


def both(*deeds):
    """What the deeds were told that began at once: `won`, or the sentence of the refusal; those that won first."""
    start, told = Barrier(len(deeds)), []
    threads = [Thread(target=_done, args=(deed, start, told)) for deed in deeds]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    return sorted(told, key=lambda each: each != "won")


def _done(deed, start, told):
    from django.db import connection

    from gaoxing.office.refusal import NotAllowed

    start.wait(timeout=30)
    try:
        deed()
        told.append("won")
    except NotAllowed as refusal:
        told.append(refusal.reason)
    finally:
        connection.close()


class Office:
    """The office of the races: its people and units, and requests brought to the state from which a race starts."""

    def __init__(self):
        from gaoxing.office.people import accounts
        from gaoxing.office.people.assigning import assign
        from gaoxing.office.people.models import Unit

        self.units = [Unit.objects.create(code=code, name=f"样例单位{code}") for code in ("A", "B")]
        self.cast = {"owner": accounts.applicant_of("13900001234", language="zh-hans", now=NOW)}
        wanted = [("steward", "steward", None), ("leader", "leader", None), ("first", "unit_handler", 0), ("second", "unit_handler", 1)]
        for name, role, unit in wanted:
            self.cast[name], _ = accounts.open_staff(name, "王某", by=None, now=NOW)
            assign(self.cast[name], role, by=None, now=NOW, since=NOW.date(), unit=None if unit is None else self.units[unit])

    def brought(self, words, case=None):
        """A request with two problems."""
        from gaoxing.office.aftercare.actions import Problem, Told, bring

        told = Told("昆山样例赛跑有限公司", words, (Problem("utilities", "跳闸"), Problem("market", "找配套")), owner=self.cast["owner"], case=case)
        return bring(told, self.cast["owner"], now=NOW)

    def press(self, row, act, who, *, stale=False, reason="", note="", **details):
        """Do an act; by the revision that a page showed where it is stale."""
        from gaoxing.casework.acting import Reason
        from gaoxing.office.aftercare.facts import Pressed
        from gaoxing.office.aftercare.firing import fire

        row = row if stale else type(row).objects.get(pk=row.pk)
        reasons = (Reason(reason, "写明白了"),) if reason else ()
        return fire(row, Pressed(act, reasons, note, row.revision, details=details), self.cast.get(who), now=NOW + timedelta(minutes=5))

    def sent(self, words):
        """A request whose two parts are with one unit each."""
        from gaoxing.office.aftercare.actions import Plan, plan

        request = self.press(self.press(self.brought(words), "receive", "steward"), "contact", "steward", **CALL)
        plans = [Plan(number, "utilities", "跳闸", lead=unit.pk) for number, unit in enumerate(self.units, 1)]
        request = plan(request, plans, self.cast["steward"], revision=request.revision, now=NOW)
        return self.press(self.press(request, "decompose", "steward"), "dispatch", "steward")

    def parts(self, request):
        """Its parts, both signed for."""
        return [self.press(each, "sign", who) for each, who in zip(request.parts.select_related("request"), ("first", "second"), strict=True)]


def races():
    """Every race: what the two were told, the state it ended in, and what happened to the request."""
    office, found = Office(), {}
    for name, race in (("receive", receive), ("last", last), ("accept", accept), ("return", returned), ("plan", planned), ("draft", draft)):
        told, request = race(office)
        request.refresh_from_db()
        found[name] = {"told": told, "state": request.state, "acts": list(request.events.values_list("act", flat=True)), "parts": request.parts.count()}
    return found


def receive(office):
    """Steward and leader take up the same request."""
    request = office.brought("第一件")
    return both(*[lambda who=who: office.press(request, "receive", who, stale=True) for who in ("steward", "leader")]), request


def last(office):
    """The last two parts end at once, each in its own unit."""
    request = office.sent("第二件")
    pairs = zip(office.parts(request), ("first", "second"), strict=True)
    deeds = [lambda each=each, who=who: office.press(each, "finish", who, stale=True, note="好了", outcome="solved") for each, who in pairs]
    return both(*deeds), request


def accept(office):
    """The enterprise accepts on one device and rejects on another."""
    request = office.sent("第三件")
    for each, who in zip(office.parts(request), ("first", "second"), strict=True):
        office.press(each, "finish", who, note="好了", outcome="solved")
    request.refresh_from_db()
    yes = {"rating": 5, "solved": "yes"}
    deeds = (lambda: office.press(request, "accept", "owner", stale=True, **yes), lambda: office.press(request, "reject", "owner", stale=True, reason="slow"))
    return both(*deeds), request


def returned(office):
    """A unit returns a part while its colleague signs for it."""
    request = office.sent("第四件")
    first = request.parts.select_related("request").first()
    deeds = (lambda: office.press(first, "sign", "first", stale=True), lambda: office.press(first, "object", "first", stale=True, reason="not_our_duty"))
    return both(*deeds), request


def planned(office):
    """Two plans made of the same page."""
    from gaoxing.office.aftercare.actions import Plan, plan

    request = office.press(office.brought("第五件"), "receive", "steward")
    plans = ([Plan(1, "utilities", "跳闸")], [Plan(0, "market", "找配套")])
    deeds = [lambda each=each: plan(request, each, office.cast["steward"], revision=request.revision, now=NOW) for each in plans]
    return both(*deeds), request


def draft(office):
    """The same draft of the desk is submitted twice."""
    from gaoxing.office.aftercare.models import Request

    told = both(*[lambda: office.brought("第六件", case=77)] * 2)
    return told, Request.objects.get(case=77)


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    json.dump(races(), sys.stdout, ensure_ascii=False)
