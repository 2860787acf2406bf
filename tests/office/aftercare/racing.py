"""Two threads press at the same moment; run in a process of its own on a database file, or in a test on PostgreSQL.

python -m tests.office.aftercare.racing    with DJANGO_SETTINGS_MODULE and an empty, migrated database: prints what came of each pair as JSON
"""

import json
import sys
from copy import copy
from datetime import datetime, timedelta
from functools import partial
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
        wanted = [
            ("steward", "steward", None),
            ("leader", "leader", None),
            ("force", "task_force_lead", None),
            ("first", "unit_handler", 0),
            ("second", "unit_handler", 1),
        ]
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
        from gaoxing.office.aftercare.firing import fire
        from gaoxing.office.firing.pressed import Pressed

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

    def met(self, words, *tasks):
        """A part with a task force, which met and gave the second unit so many tasks."""
        part = self.press(self.sent(words).parts.select_related("request").first(), "sign", "first")
        part = self.press(part, "convene", "leader", lead=self.cast["force"].pk)
        part.force_members.create(unit=self.units[1], since=NOW)
        return self.minuted(part, *tasks) if tasks else part

    def minuted(self, part, *tasks):
        """A meeting is recorded, by the revision that a page showed."""
        from gaoxing.office.aftercare.forces.tasks import Minutes, Wanted, minute

        wanted = tuple(Wanted(each, self.units[1].pk, 0, NOW.date()) for each in tasks)
        return minute(part, Minutes(NOW.date(), "定下了", wanted), self.cast["force"], revision=part.revision, now=NOW + timedelta(minutes=5))


def races():
    """Every race: what the two were told, the state it ended in, and what happened to the request."""
    office, found = Office(), {}
    for race in (receive, last, accept, returned, planned, draft, task_done, task_reopened, met, settled, revealed, crossed, reached):
        told, request = race(office)
        request.refresh_from_db()
        tasks = [[each.number, each.state] for part in request.parts.all() for each in part.tasks.all()]
        acts = list(request.events.values_list("act", flat=True))
        found[race.__name__] = {"told": told, "state": request.state, "acts": acts, "parts": request.parts.count(), "tasks": tasks}
    return found


def receive(office):
    """Steward and leader take up the same request, each from a page of their own."""
    request = office.brought("第一件")
    return both(*[partial(office.press, copy(request), "receive", who, stale=True) for who in ("steward", "leader")]), request


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
    one, other = copy(request), copy(request)
    deeds = (lambda: office.press(one, "accept", "owner", stale=True, **yes), lambda: office.press(other, "reject", "owner", stale=True, reason="slow"))
    return both(*deeds), request


def returned(office):
    """A unit returns a part while its colleague signs for it."""
    request = office.sent("第四件")
    first = request.parts.select_related("request").first()
    other = copy(first)
    deeds = (lambda: office.press(first, "sign", "first", stale=True), lambda: office.press(other, "object", "first", stale=True, reason="not_our_duty"))
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


def task_done(office):
    """Two say at once that a task is done, the unit and the lead of the task force."""
    from gaoxing.office.aftercare.forces.tasks import finish

    part = office.met("第七件", "放行")
    task = part.tasks.select_related("part__request", "unit").get()
    return both(*[lambda who=who: finish(task, f"{who} 做的", office.cast[who], now=NOW) for who in ("second", "force")]), part.request


def task_reopened(office):
    """The lead of the task force finds a task not done on two devices at once."""
    from gaoxing.office.aftercare.forces.tasks import finish, reopen

    part = office.met("第八件", "放行")
    task = part.tasks.select_related("part__request", "unit").get()
    finish(task, "放行了", office.cast["second"], now=NOW)
    return both(*[lambda: reopen(task, office.cast["force"], now=NOW)] * 2), part.request


def met(office):
    """Two record a meeting of the same page, each with tasks."""
    part = office.met("第九件")
    return both(lambda: office.minuted(part, "放行"), lambda: office.minuted(part, "开挖", "补种")), part.request


def settled(office):
    """A part is answered as solved while the last task of its force is done: in whichever order, it is never solved over an open task."""
    from gaoxing.office.aftercare.forces.tasks import finish

    part = office.met("第十件", "放行")
    task = part.tasks.select_related("part__request", "unit").get()
    answer = {"stale": True, "note": "好了", "outcome": "solved"}
    deeds = (lambda: finish(task, "放行了", office.cast["second"], now=NOW), lambda: office.press(part, "finish", "first", **answer))
    return both(*deeds), part.request


def revealed(office):
    """The last value of the hour is asked for twice at once."""
    from gaoxing.office.aftercare.models import RequestReveal
    from gaoxing.office.aftercare.revealing import PER_HOUR, reveal

    request = office.brought("第十一件")
    kept = {"request": request, "path": "mobile", "by": office.cast["steward"], "reason": "reveal.contact", "at": NOW - timedelta(minutes=1)}
    RequestReveal.objects.bulk_create([RequestReveal(**kept) for _ in range(PER_HOUR - 1)])
    return both(*[lambda: reveal(request, "mobile", "reveal.contact", "打电话", office.cast["steward"], now=NOW)] * 2), request


def crossed(office):
    """Two requests are merged into each other at once."""
    one, other = (office.brought(words) for words in ("第十二件", "第十三件"))
    pairs = ((one, other), (other, one))
    deeds = [lambda each=each, main=main: office.press(copy(each), "merge", "leader", stale=True, main=main.pk) for each, main in pairs]
    told = both(*deeds)
    other.refresh_from_db()
    one.refresh_from_db()
    return told, other if one.state == "merged" else one


def reached(office):
    """The last contact of the hour is asked for twice at once."""
    from gaoxing.office.aftercare.clients import contacts
    from gaoxing.office.aftercare.stewards import Listed, enlist, entrust

    steward, leader = office.cast["steward"], office.cast["leader"]
    client = enlist(Listed("enterprise", "E1", "昆山样例赛跑有限公司", "联系人甲", "13900001234"), leader, now=NOW)
    entrust(client, steward, leader, now=NOW)
    for _ in range(contacts.AN_HOUR - 1):
        contacts.show(client, contacts.OF_LIST, "reach.visit", steward, now=NOW)
    return both(*[lambda: contacts.show(client, contacts.OF_LIST, "reach.visit", steward, now=NOW)] * 2), office.brought("第十四件")


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    json.dump(races(), sys.stdout, ensure_ascii=False)
