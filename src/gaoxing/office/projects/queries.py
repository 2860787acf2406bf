"""Reading projects (查阅备案项目): the newest form, every version, what was done so far, earlier filings, and where one stands before the two-year rule."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.db.models import Sum
from django.utils.timezone import localdate

from gaoxing.checks import parameters, project
from gaoxing.checks.deadline import months_later
from gaoxing.checks.projects.alike import Alike, Known, alike
from gaoxing.checks.projects.due import Reminder, Standing, due, standing
from gaoxing.checks.rule import Figures
from gaoxing.documents.projects.notice import Ending, Filing
from gaoxing.forms import Form
from gaoxing.office.projects.models import Project, ProjectVersion
from gaoxing.office.projects.sealed import form_place
from gaoxing.office.projects.vault import unseal

_ENDINGS: Mapping[str, Ending] = {Project.State.WITHDRAWN: Ending.WITHDRAWN, Project.State.REMOVED: Ending.REMOVED}
_STANDING = (Project.State.FILED, Project.State.STARTED, Project.State.COMPLETED)


def figures(on: date) -> Figures:
    """The figures of `checks/project.toml` in force on a day."""
    return parameters.in_force(project.FIGURES, on)


def form_of(version: ProjectVersion) -> Form:
    """What was filed at that version. Raises a Fault where it does not open."""
    return Form.from_json(unseal(version.form, form_place(version)))


def newest(row: Project) -> ProjectVersion:
    """The version that stands. Raises ProjectVersion.DoesNotExist for a row that was never filed."""
    return row.versions.latest("number")


def current(row: Project) -> Form:
    """What is filed now. Raises a Fault where it does not open."""
    return form_of(newest(row))


def issued(row: Project, version: ProjectVersion) -> Filing:
    """What the notice of a version says of the filing; void where the filing ended or a later version has a notice of its own. `row` was filed."""
    if row.filed is None:
        raise ValueError("what was never filed has no notice")
    on = localdate(version.at)
    ended, ending = _ended(row, version)
    return Filing(row.filing_number or "", row.code or "", row.filed, on if version.number > 1 else None, ended, ending)


def _ended(row: Project, version: ProjectVersion) -> tuple[date, Ending] | tuple[None, None]:
    """Since when the notice of a version is void, and why: the end of the whole filing comes before a later version."""
    if row.state in _ENDINGS:
        last = row.events.filter(target=row.state).order_by("number").last()
        return localdate(last.at if last else row.changed), _ENDINGS[row.state]
    later = row.versions.filter(number__gt=version.number).order_by("number").first()
    return (localdate(later.at), Ending.REPLACED) if later else (None, None)


def earlier(form: Form, *, on: date, without: int | None = None) -> tuple[Alike, ...]:
    """Filings of the same unit within the last years that this one resembles, the likest first; each is one that still stands."""
    uscc = str(form.value("uscc") or "")
    rows = Project.objects.filter(uscc=uscc, state__in=_STANDING).exclude(pk=without or 0) if uscc else Project.objects.none()
    known = [Known(each.pk, each.uscc, each.name, each.place, each.filed) for each in rows if each.filed]
    return alike(uscc, str(form.value("project_name") or ""), str(form.value("location") or ""), known, on=on, figures=figures(on))


def invested(row: Project, *, without: date | None = None) -> Decimal:
    """The investment done so far, as it was reported; one month may be left out."""
    rows = row.progress.exclude(month=without) if without else row.progress.all()
    return rows.aggregate(whole=Sum("invested"))["whole"] or Decimal(0)


def two_years(row: Project, *, on: date) -> Standing | None:
    """Where a filed project stands before the two-year rule; None where it is not filed any more."""
    if row.state != Project.State.FILED or row.filed is None:
        return None
    return standing(row.filed, on=on, years=figures(on)["unused_filing_years"], started=row.started, procedure=row.procedure, explained=row.explained)


def reminded(row: Project, *, on: date) -> bool:
    """Whether it was reminded of since the two years were over, those after the last explanation where there is one: a reminder before is none of silence."""
    if row.filed is None:
        return False
    over = months_later(row.explained or row.filed, 12 * int(figures(on)["unused_filing_years"]))
    return any(localdate(each.at) >= over for each in row.reminders.all())


def reminders(row: Project, *, on: date) -> tuple[Reminder, ...]:
    """The days on which it is reminded of."""
    return due(row.filed, figures(on)["reminder_months"]) if row.filed else ()
