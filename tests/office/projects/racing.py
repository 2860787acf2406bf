"""Two threads press at the same moment on projects; run in a process of its own on a database file, or in a test on PostgreSQL.

python -m tests.office.projects.racing    with DJANGO_SETTINGS_MODULE and an empty, migrated database: prints what came of each pair as JSON
"""

import json
import sys
from copy import copy
from datetime import timedelta
from itertools import count

import django

from tests.office.aftercare.racing import NOW, both

CODE = "2611-320583-89-01-123456"
GIVEN = {"day": "2026-11-20", "month": "2026-11", "invested": "100万元", "code": CODE, "evidence": "凭据一号", "investor": "示例控股有限公司"}
LONG_AGO = NOW - timedelta(days=735)


class Office:
    """The office of the races: an enterprise and the staff who act."""

    def __init__(self):
        from gaoxing.office.people import accounts
        from gaoxing.office.people.assigning import assign

        self.turn, self.whole = count(1), None
        self.cast = {"applicant": accounts.applicant_of("13900001234", language="zh-hans", now=NOW), "system": None}
        roles = {"steward": "steward", "leader": "leader", "examiner": "examiner", "clerk": "window_clerk", "colleague": "window_clerk"}
        for who, role in roles.items():
            self.cast[who], _ = accounts.open_staff(f"{who}-1", "王某", by=None, now=NOW)
            assign(self.cast[who], role, by=None, now=NOW, since=NOW.date())

    def judged(self, **blanks):
        """A whole filing; judged once where nothing is otherwise."""
        from gaoxing.office.projects import filing
        from tests.checks.projects.filings import filed

        if blanks or not self.whole:
            self.whole = filing.judged(filed(**blanks), on=NOW.date())
        return self.whole

    def filed(self, state="filed", **columns):
        """A project in a state."""
        from gaoxing.office.projects import filing
        from gaoxing.office.projects.models import Project

        row = filing.file(self.judged(), self.cast["applicant"], owner=self.cast["applicant"], another=True, now=NOW)
        Project.objects.filter(pk=row.pk).update(state=state, **columns)
        row.refresh_from_db()
        return row

    def promoted(self, state="lead"):
        """A project in promotion in a state."""
        from gaoxing.office.projects.models import Promotion
        from gaoxing.office.projects.promoting import Lead, enter

        row = enter(Lead(f"示例项目{next(self.turn)}", "样例投资有限公司"), self.cast["steward"], now=NOW)
        Promotion.objects.filter(pk=row.pk).update(state=state)
        row.refresh_from_db()
        return row

    def page(self, row, act, who, *, reason="", met=None, **details):
        """An act on a page that shows the record as it is at this moment, to be pressed later."""
        from gaoxing.casework.acting import Reason
        from gaoxing.office.projects.facts import Pressed
        from gaoxing.office.projects.firing import fire

        shown, reasons = copy(row), (Reason(reason, "写明白了"),) if reason else ()
        pressed = Pressed(act, reasons, "说明", row.revision, met or {}, {**GIVEN, **details})
        return lambda: fire(shown, pressed, self.cast[who], now=NOW)


def run():
    """The races one by one, and every transition of the tables pressed by two."""
    office = Office()
    found = {}
    for race in (
        *(one_draft, two_enterprises, one_project, two_clerks, one_code, one_lead, ended, signed_and_dropped),
        *(reminded, explained_and_removed, one_month, one_plan, two_changes),
    ):
        told, left = race(office)
        found[race.__name__] = {"told": told, "left": left}
    return {"races": found, "every": every(office)}


def one_draft(office):
    """The same draft of the desk is filed twice."""
    from gaoxing.office.projects import filing
    from gaoxing.office.projects.models import Project

    owner, judged = office.cast["applicant"], office.judged()
    told = both(*[lambda: filing.file(judged, owner, owner=owner, case=77, another=True, now=NOW)] * 2)
    return told, Project.objects.filter(case=77).count()


def two_enterprises(office):
    """Two projects are filed at once: each has a serial of its own."""
    from gaoxing.office.projects.models import Project

    told = both(*[lambda: office.filed()] * 2)
    serials = list(Project.objects.order_by("serial").values_list("serial", flat=True))
    return told, serials == list(range(1, len(serials) + 1))


def one_project(office):
    """An enterprise sends the same project from two pages, as two drafts."""
    owner = office.cast["applicant"]
    return _filed_twice("91320583MA00002189", (owner, owner), owner)


def two_clerks(office):
    """Two of the staff file the same project of an enterprise that has no account."""
    return _filed_twice("91320583MA00002264", (office.cast["clerk"], office.cast["colleague"]), None)


def _filed_twice(uscc, brought_by, owner):
    from gaoxing.office.projects import filing
    from gaoxing.office.projects.models import Project
    from tests.checks.projects.filings import filed

    judged = filing.judged(filed(uscc=uscc), on=NOW.date())
    told = both(*[lambda by=by: filing.file(judged, by, owner=owner, now=NOW) for by in brought_by])
    return told, Project.objects.filter(uscc=uscc).count()


def one_code(office):
    """Two of the staff enter one code for two projects."""
    from gaoxing.office.projects.models import Project

    code = f"{CODE[:-1]}9"
    told = both(*[office.page(office.filed(), "give_code", "examiner", code=code) for _ in range(2)])
    return told, Project.objects.filter(code=code).count()


def one_lead(office):
    """The same lead is entered twice."""
    from gaoxing.office.projects.models import Promotion
    from gaoxing.office.projects.promoting import Lead, enter

    told = both(*[lambda: enter(Lead("同一个项目", "样例投资有限公司"), office.cast["steward"], now=NOW)] * 2)
    return told, Promotion.objects.filter(name="同一个项目").count()


def ended(office):
    """The enterprise withdraws while a leader removes what should not have been filed."""
    row = office.filed()
    told = both(office.page(row, "withdraw", "applicant"), office.page(row, "refer", "leader", reason="prohibited"))
    row.refresh_from_db()
    return told, row.state in ("withdrawn", "removed")


def signed_and_dropped(office):
    """One signs while another gives it up: it counts only where it was signed."""
    row = office.promoted("talks")
    told = both(office.page(row, "sign", "steward"), office.page(row, "drop", "leader"))
    row.refresh_from_db()
    return told, row.counts.count() == (row.state == "signed")


def reminded(office):
    """Two ticks at once remind of the same filing."""
    from gaoxing.office.projects.models import Project
    from gaoxing.office.projects.ticking import remind_due

    row = office.filed(filed=LONG_AGO.date())
    told = both(*[lambda: remind_due(NOW)] * 2)
    Project.objects.filter(pk=row.pk).update(filed=NOW.date())
    return told, list(row.reminders.values_list("months", flat=True))


def explained_and_removed(office):
    """The enterprise explains while a leader removes a silent filing."""
    from gaoxing.office.projects.models import ProjectReminder

    row = office.filed(filed=LONG_AGO.date())
    ProjectReminder.objects.create(project=row, months=24, at=NOW)
    told = both(office.page(row, "explain", "applicant"), office.page(row, "remove", "leader"))
    row.refresh_from_db()
    return told, (row.state == "removed") != (row.explained is not None)


def one_month(office):
    """One month is reported twice, with two sums."""
    row = office.filed("started", started=NOW.date())
    told = both(*[office.page(row, "report_progress", "applicant", invested=sum_) for sum_ in ("100万元", "200万元")])
    return told, row.progress.count()


def one_plan(office):
    """Two set the plan of a year."""
    from decimal import Decimal

    from gaoxing.office.projects.promoting import plan

    row = office.promoted()
    told = both(*[lambda sum_=sum_: plan(row, 2026, Decimal(sum_), office.cast["leader"], now=NOW) for sum_ in (1_000_000, 2_000_000)])
    return told, row.plans.count()


def two_changes(office):
    """Two changes of one filing are sent from two pages: one version more."""
    from gaoxing.office.projects import filing
    from tests.checks.projects.filings import filed

    row = office.filed()

    def sent(month):
        return lambda: filing.change(copy(row), filed(start=month), office.cast["applicant"], revision=row.revision, now=NOW)

    return both(sent("2027-04"), sent("2027-05")), row.versions.count()


def every(office):
    """Every transition of both tables, pressed by two at once: by name, what the two were told and how many events it left."""
    from gaoxing.casework.tables import table

    rows = [(name, row) for name in ("project", "promotion") for row in table(name).transitions if row.act != "file"]
    return {f"{name} {row.source} {row.act}": _pressed_twice(office, table(name), name, row) for name, row in rows}


def _pressed_twice(office, known, name, row):
    record = office.promoted(row.source) if name == "promotion" else office.filed(row.source)
    before = record.events.count()
    met = {each.fact: each.must for each in known.guards.values()}
    who = next(each for each in row.roles if each in office.cast)
    code = f"2611-320583-89-01-{next(office.turn):05}0"
    reason = known.reasons[row.reason].choices[0].id if row.reason else ""
    told = both(*[office.page(record, row.act, who, reason=reason, met=met, code=code) for _ in range(2)])
    return {"told": told, "events": record.events.count() - before}


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    json.dump(run(), sys.stdout, ensure_ascii=False)
