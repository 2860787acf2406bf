"""What projects hold of a person (个人资料里的备案项目): handed out with their contact; deleted so that the public record stays and nobody is behind it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_noop

from gaoxing.office.people.holdings import Holding
from gaoxing.office.people.models import Person
from gaoxing.office.projects.models import Project, ProjectEvent, ProjectVersion
from gaoxing.office.projects.queries import current, form_of
from gaoxing.office.projects.sealed import form_place
from gaoxing.office.projects.vault import seal

CONTACT = ("contact.name", "contact.mobile")


def _rows(person: Person) -> list[dict[str, Any]]:
    return [_row(each) for each in Project.objects.filter(owner=person)]


def _row(row: Project) -> dict[str, Any]:
    contact = {path: current(row).value(path) for path in CONTACT} if row.versions.exists() else {}
    return {"number": row.number, "name": row.name, "state": row.state, "filed": row.filed.isoformat() if row.filed else "", **contact}


def _numbers(person: Person) -> list[int]:
    return list(Project.objects.filter(owner=person).values_list("pk", flat=True))


def _delete(person: Person, now: datetime) -> int:
    """Take the contact out of every version and empty the notes; what was filed stays, for it is public."""
    own = _numbers(person)
    for version in ProjectVersion.objects.filter(project__in=own):
        version.form = seal(form_of(version).without(CONTACT).to_json(), form_place(version))
        version.save(update_fields=["form"])
    ProjectEvent.objects.filter(subject__in=own).update(note=b"")
    Project.objects.filter(brought_by=person).update(brought_by=None)
    return Project.objects.filter(pk__in=own).update(owner=None, brought_by=None, case=None)


HOLDING = Holding("projects.project", gettext_noop("备案项目"), _rows, _numbers, _delete)
