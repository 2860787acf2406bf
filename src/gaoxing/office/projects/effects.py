"""What follows from an act on a project (后果), in its own transaction."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Max
from django.utils.timezone import localdate

from gaoxing.checks.project import money
from gaoxing.forms import Form
from gaoxing.office.language import in_english
from gaoxing.office.projects import telling
from gaoxing.office.projects.facts import code_of, day_of, month_of, sum_of
from gaoxing.office.projects.firing import Done, life
from gaoxing.office.projects.models import Project, ProjectProgress, ProjectReminder, ProjectVersion
from gaoxing.office.projects.queries import figures
from gaoxing.office.projects.sealed import form_place
from gaoxing.office.projects.vault import seal
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import project_code, region_code

FILING_NUMBER = "高投备〔{year}〕{serial}号"
"""How the zone numbers its notices [K]."""

_TRIES = 50


def _keep_content(done: Done, form: Form, weight: str, *, to_look: bool) -> None:
    """Keep what is filed now, and the columns by which it is listed; at the first, number, filing number and code."""
    number = (ProjectVersion.objects.filter(project=done.row.pk).aggregate(last=Max("number"))["last"] or 0) + 1
    version = ProjectVersion(project_id=done.row.pk, number=number, weight=weight, at=done.now)
    version.form = seal(form.to_json(), form_place(version))
    version.save(force_insert=True)
    first = _first(done, form) if number == 1 else {}
    _keep(done, **_columns(form), **first, to_look=to_look)


def _keep(done: Done, **columns: object) -> None:
    Project.objects.filter(pk=done.row.pk).update(**columns)


def _keep_version(done: Done) -> None:
    told = done.pressed.content
    if told is not None:
        _keep_content(done, told.form, told.weight, to_look=told.to_look)


def _first(done: Done, form: Form) -> dict[str, Any]:
    on = localdate(done.now)
    serial = (Project.objects.filter(year=on.year).aggregate(last=Max("serial"))["last"] or 0) + 1
    region = str(figures(on)["project_district"])
    return {
        "number": f"P{on.year}-{done.row.pk:06}",
        "filing_number": FILING_NUMBER.format(year=on.year, serial=serial),
        "year": on.year,
        "serial": serial,
        "code": _fresh_code(done, region, str(form.value("nature") or "")),
        "filed": on,
    }


def _fresh_code(done: Done, region: str, nature: str) -> str:
    """A provisional code that no project has; five figures at random, as the standard wants them."""
    made = (project_code.provisional(localdate(done.now), region, nature, f"{secrets.randbelow(100_000):05}") for _ in range(_TRIES))
    return next(each for each in made if not Project.objects.filter(code=each).exists())


def _columns(form: Form) -> dict[str, Any]:
    """What the lists show of a form."""
    total = money(form.value("total_investment"))
    place = str(form.value("location") or "")
    town = next((each.name for each in region_code.towns() if each.name in place or any(alias in place for alias in each.aliases)), "")
    texts = {"enterprise": "enterprise", "uscc": "uscc", "name": "project_name", "place": "location", "nature": "nature"}
    told = {column: str(form.value(path) or "")[: _width(column)] for column, path in texts.items()}
    return {**told, "town": town, "total": total[0] if total else None, "currency": total[1] if total else "CNY"}


def _width(column: str) -> int:
    return int(getattr(Project._meta.get_field(column), "max_length", None) or 0)


def _keep_start(done: Done) -> None:
    _keep(done, started=day_of(done.pressed))


def _keep_progress(done: Done) -> None:
    month, invested = month_of(done.pressed), sum_of(done.pressed)
    if month is not None and invested is not None:
        ProjectProgress.objects.update_or_create(project_id=done.row.pk, month=month, defaults={"invested": invested, "at": done.now})


def _keep_completion(done: Done) -> None:
    _keep(done, completed=day_of(done.pressed))


def _keep_procedure(done: Done) -> None:
    _keep(done, procedure=day_of(done.pressed))


def _keep_explanation(done: Done) -> None:
    _keep(done, explained=localdate(done.now))


def _keep_code(done: Done) -> None:
    """Keep it; asked once more, for the audit's lock is held by now: somebody may have given it to another project meanwhile."""
    code, free = code_of(done.pressed), life().guards["code_free"]
    if Project.objects.filter(code=code).exclude(pk=done.row.pk).exists():
        raise NotAllowed(free.english if in_english() else free.sentence)
    _keep(done, code=code)


def _keep_standing(done: Done) -> None:
    """What was under way when it was removed is under way again."""
    if Project.objects.filter(pk=done.row.pk).exclude(started=None).exists():
        _keep(done, state=Project.State.STARTED)


def _keep_look(done: Done) -> None:
    _keep(done, to_look=False)


def _keep_reminder(done: Done) -> None:
    months = int(done.pressed.details.get("months") or 0)
    ProjectReminder.objects.create(project_id=done.row.pk, months=months, at=done.now)
    telling.remind(Project.objects.select_related("owner").get(pk=done.row.pk), about=done.event.number, now=done.now)


def _tell_owner(done: Done) -> None:
    telling.tell_owner(Project.objects.select_related("owner").get(pk=done.row.pk), about=done.event.number, now=done.now)


EFFECTS: Mapping[str, Callable[[Done], None]] = {
    "keep_version": _keep_version,
    "keep_start": _keep_start,
    "keep_progress": _keep_progress,
    "keep_completion": _keep_completion,
    "keep_procedure": _keep_procedure,
    "keep_explanation": _keep_explanation,
    "keep_code": _keep_code,
    "keep_standing": _keep_standing,
    "keep_look": _keep_look,
    "keep_reminder": _keep_reminder,
    "tell_owner": _tell_owner,
}
"""Every effect of the table by name."""
