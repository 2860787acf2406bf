"""Two threads press the same button at the same moment, for every way of a licence and of a joint case; in a process of its own, or in a test.

python -m tests.office.licensing.pressing      with DJANGO_SETTINGS_MODULE and an empty, migrated database: prints what came of each pair as JSON
"""

import json
import sys
from copy import copy
from datetime import timedelta
from threading import Barrier, Thread

import django

from tests.office.cases.racing import MET as MET_BY_A_CASE
from tests.office.cases.racing import NOW, WOUND

MET = {
    **dict.fromkeys(("own_case", "list_sent", "visit_due", "visit_early", "hearing_due", "hearing_none", "extension_none", "overdue"), False),
    **dict.fromkeys(("waits", "waits_to_decide", "extensions"), 0),
    **dict.fromkeys(("committed", "to_verify"), True),
}
WHOLE = {**MET_BY_A_CASE, "units_silent": 0, "defects_unsent": 0, "nothing_defective": False, "items_open": 0}
CLOCK = {"waiting": (), "correcting": ("start", "pause"), "rectifying": ("start", "pause"), "hearing": ("start", "pause")}
LATER = NOW + timedelta(hours=1)
TABLES = ("licence_item", "joint_licence")
OVER = ("granted", "refused", "revoked", "stopped", "withdrawn")
SAID = "我想开个火锅店，四百平，装修五十万，门口挂招牌，办个体户，名字叫昆山市玉山镇样例火锅店"


def cast():
    from gaoxing.office.people import accounts
    from gaoxing.office.people.assigning import assign
    from gaoxing.office.people.models import Unit

    unit = Unit.objects.create(code="R1", name="样例分局")
    people = {"applicant": accounts.applicant_of("13900001234", language="zh-hans", now=NOW), "system": None}
    for role in ("window_clerk", "leader", "unit_handler"):
        people[role], _ = accounts.open_staff(role.replace("_", "-"), "王某", by=None, now=NOW)
        assign(people[role], role, by=None, now=NOW, since=NOW.date(), unit=unit if role == "unit_handler" else None)
    return people, unit


def case_in(state, owner, number, form):
    """A joint case in a state, its form and its clock as they would be."""
    from gaoxing.office.cases.models import Case
    from gaoxing.office.cases.vault import seal
    from gaoxing.office.licensing.models import JointCase

    row = {"reference": f"j{number}", "created": NOW, "changed": NOW, "words": b"", "matter": "joint_licence", "state": state, "owner": owner}
    case = Case.objects.create(form=b"", number=f"j{number}" if state != "draft" else None, **row)
    Case.objects.filter(pk=case.pk).update(form=seal(json.dumps(form.to_json()).encode(), case=case.pk, column="form"))
    stands = {**WOUND, "completed": "stop"}
    clocks = [] if state == "draft" else ["start", *([stands[state]] if state in stands else [])]
    for place, clock in enumerate(clocks, 1):
        told = {"act": "submit", "source": "draft", "target": state, "role": "system", "days": 45, "pause": "correction" if clock == "pause" else ""}
        case.events.create(number=place, at=NOW + timedelta(minutes=place), clock=clock, **told)
    if state != "draft":
        JointCase.objects.create(case=case, trade="restaurant", trade_name="餐饮", token=f"token-{number}")
    return case


def item_in(state, case, unit):
    """A licence of the case in a state, beside another that goes on."""
    from gaoxing.office.licensing.models import Item

    row = {"authority": "城市管理局", "basis": "样例", "days": 5, "unit": unit, "case": case, "document": "证"}
    Item.objects.create(licence="food_operation", name="食品", state="accepted", **row)
    found = Item.objects.create(licence="signboard", name="招牌", state=state, extension=5, **row)
    for place, clock in enumerate(CLOCK.get(state, ("start", "stop") if state in OVER else ("start",)), 1):
        told = {"act": "dispatch", "source": state, "target": state, "role": "system", "pause": "correction" if clock == "pause" else ""}
        found.events.create(number=place, clock=clock, days=5, at=NOW + timedelta(minutes=place), **told)
    return Item.objects.select_related("case").get(pk=found.pk)


def press(deed, start):
    """One thread's press: `won`, or the sentence it was told."""
    from django.db import connection

    from gaoxing.office.refusal import NotAllowed

    start.wait(timeout=30)
    try:
        deed()
    except NotAllowed as refusal:
        return refusal.reason
    finally:
        connection.close()
    return "won"


def race(deed):
    """What two threads were told that did the same at once."""
    told, start = [], Barrier(2)
    threads = [Thread(target=lambda: told.append(press(deed, start))) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    return sorted(told, key=lambda each: each != "won")


def reasons_of(table, row):
    from gaoxing.casework.acting import Reason

    kind = table.reasons.get(row.reason)
    return (Reason(kind.choices[0].id, "说明"),) if kind else ()


def deed(table, row, subject, by):
    """What both do to the subject as it now stands, each with a row of its own in hand."""
    from gaoxing.office.cases import firing as of_cases
    from gaoxing.office.licensing import firing as of_items

    whole = table.id == "joint_licence"
    module, fire, given = (of_cases, of_cases.fire_case, WHOLE) if whole else (of_items, of_items.fire, MET)
    told = {"number": "样-1", "joined": True}
    what = module.Pressed(row.act, reasons=reasons_of(table, row), revision=subject.revision, given=given, details=told)
    return lambda: fire(copy(subject), what, by, now=LATER)


def raced(table, row, people, unit, number, form):
    """One pair: what the two were told, where the row stands, how many events and entries the act left."""
    from gaoxing.office.audit.models import Entry

    whole = table.id == "joint_licence"
    case = case_in(row.source if whole else "submitted", people["applicant"], number, form)
    subject = case if whole else item_in(row.source, case, unit)
    told = race(deed(table, row, subject, people[row.roles[0]]))
    subject.refresh_from_db()
    entries = Entry.objects.filter(act=f"{'case' if whole else 'item'}.{row.act}", subject=subject.pk).count()
    return [told, subject.revision > 0, subject.events.filter(act=row.act, at__gte=LATER).count(), entries]


def races():
    """Every way of the two tables with what came of it."""
    from gaoxing.casework.tables import table
    from gaoxing.intake import receive
    from gaoxing.speech.transcript import Transcript

    people, unit = cast()
    form = receive(Transcript.of(SAID), on=NOW.date(), matter_id="joint_licence").form
    ways = [(table(name), row) for name in TABLES for row in table(name).transitions if row.roles[0] in people]
    return {f"{known.id} {row.source} {row.act}": raced(known, row, people, unit, number, form) for number, (known, row) in enumerate(ways, 1)}


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    json.dump(races(), sys.stdout, ensure_ascii=False)
