"""Two threads press the same button at the same moment, for every transition of every table; run in a process of its own on a database file, or in a test.

python -m tests.office.cases.racing      with DJANGO_SETTINGS_MODULE and an empty, migrated database: prints what came of each pair as JSON
"""

import json
import sys
from datetime import datetime, timedelta
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import django

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
WOUND = {"correction_asked": "pause", **dict.fromkeys(("not_accepted", "registered", "refused", "withdrawn", "archived"), "stop")}
GIVEN = {"open_questions": 0, "rejections": 0, "rules_changed": False, "uncorrected": 0, "open_findings": 0, "corrections_asked": 0, "on_the_spot": True}
MET = {
    **GIVEN,
    "announcement_running": False,
    "overdue": False,
    "extensions": 0,
    "name_taken": False,
    "own_case": False,
    "stands_registered": False,
    "unsigned": 0,
    "needs_a_human": 0,
}


def cast():
    from gaoxing.office.people import accounts
    from gaoxing.office.people.assigning import assign

    people = {"applicant": accounts.applicant_of("13900001234", language="zh-hans", now=NOW), "system": None}
    for role in ("window_clerk", "examiner", "leader"):
        people[role], _ = accounts.open_staff(role.replace("_", "-"), "王某", by=None, now=NOW)
        assign(people[role], role, by=None, now=NOW, since=NOW.date())
    return people


def case_in(state, matter, owner, number):
    """A case that stands in a state, its form and clock as they would be; names differ, so that no case holds another's."""
    from gaoxing.forms import Answer, Form, Source
    from gaoxing.office.cases.models import Case
    from gaoxing.office.cases.vault import seal

    told = {"enterprise": f"昆山样例{number}有限公司", "uscc": "91320583MA0000007R", "name": "昆山市玉山镇测试样例面馆"}
    form = Form(matter, "2026", {path: Answer(value, Source.SAID) for path, value in told.items()})
    row = {"reference": f"r{number}", "created": NOW, "changed": NOW, "words": b"", "matter": matter, "state": state, "owner": owner, "number": f"n{number}"}
    case = Case.objects.create(form=b"", **row)
    Case.objects.filter(pk=case.pk).update(form=seal(json.dumps(form.to_json()).encode(), case=case.pk, column="form"))
    clocks = [] if state == "draft" else ["start", *([WOUND[state]] if state in WOUND else [])]
    for place, clock in enumerate(clocks, 1):
        told = {"act": "submit", "source": "draft", "target": state, "role": "system", "days": 3, "pause": "correction" if clock == "pause" else ""}
        case.events.create(number=place, at=NOW + timedelta(minutes=place), clock=clock, **told)
    return case


def press(case, row, table, person, start):
    """One thread's press: `won`, or the sentence it was told."""
    from django.db import connection

    from gaoxing.casework.acting import Reason
    from gaoxing.office.cases.firing import fire
    from gaoxing.office.firing.pressed import Pressed
    from gaoxing.office.refusal import NotAllowed

    kind = table.reasons.get(row.reason)
    reasons = (Reason(kind.choices[0].id, "说明"),) if kind else ()
    start.wait(timeout=30)
    try:
        pressed = Pressed(row.act, reasons=reasons, revision=case.revision, given=MET, details={"uscc": f"{case.code}"})
        fire(case.number, pressed, person, now=NOW + timedelta(hours=1))
    except NotAllowed as refusal:
        return refusal.reason
    finally:
        connection.close()
    return "won"


def race(case, row, table, person):
    """What two threads were told that pressed at once."""
    told, start = [], Barrier(2)
    threads = [Thread(target=lambda: told.append(press(case, row, table, person, start))) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    return sorted(told, key=lambda each: each != "won")


def races():
    """Every transition that somebody of the cast may fire, with what the two were told, the events and the entries it left."""
    from gaoxing.casework.tables import shipped
    from gaoxing.office.audit.models import Entry
    from gaoxing.standards import credit_code

    people, found = cast(), {}
    pairs = [(table, row) for table in shipped().values() if "registration" in table.matters[0] for row in table.transitions if row.roles[0] in people]
    for number, (table, row) in enumerate(pairs, 1):
        case = case_in(row.source, table.matters[-1], people["applicant"], number)
        body = f"91320583{number:08d}"
        body += credit_code.organisation_check(body[8:16])
        case.code = body + credit_code.check_digit(body)
        before = case.events.count()
        told = race(case, row, table, people[row.roles[0]])
        case.refresh_from_db()
        entries = Entry.objects.filter(subject_kind="cases.case", subject=case.pk, act=f"case.{row.act}").count()
        found[f"{table.id} {row.source} {row.act}"] = [told, case.state == row.target, case.events.count() - before, entries]
    return found


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    json.dump(races(), sys.stdout, ensure_ascii=False)
