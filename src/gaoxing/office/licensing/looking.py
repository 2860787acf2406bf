"""Looking at a licence of a joint case (查看证照): what a unit sees of the case, each look kept in the audit.

A unit sees the blanks of its own licence's form with what was said, its own papers, its own defects and notes: nothing of another unit's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gaoxing.catalogue import matter
from gaoxing.forms import Form
from gaoxing.forms.written import written
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.queries import form_of
from gaoxing.office.licensing import further, permissions
from gaoxing.office.licensing.item_roles import roles_on
from gaoxing.office.licensing.models import Item
from gaoxing.office.people.models import Person


@dataclass(frozen=True)
class Told:
    """A blank of a licence's form, and what the applicant gave; empty where nothing yet."""

    id: str
    label: str
    text: str


def one(person: Person, number: str, licence: str, *, now: datetime) -> Item | None:
    """A licence of a case, where it lies on the person's desk; None else, whether there is one or not."""
    rows = permissions.desk(person, on=localdate(now)).select_related("case__owner", "unit", "appointment")
    return rows.filter(case__number=number, licence=licence).first()


def read(item: Item, by: Person, *, now: datetime) -> None:
    """Keep that somebody of the staff opened a licence."""
    with transaction.atomic():
        audit.write("item.read", actor=_actor(item, by, now), subject=item, now=now)


def opened_file(item: Item, file: Attachment, by: Person, *, now: datetime) -> None:
    """Keep that they opened one of its files."""
    with transaction.atomic():
        audit.write("item.file_opened", actor=_actor(item, by, now), subject=item, now=now, details={"file": file.pk})


def blanks(item: Item) -> tuple[Told, ...]:
    """The blanks of this licence's form as the applicant filled them. Raises a Fault where the form does not open."""
    form, more = form_of(item.case), further.filled(item.case)
    return tuple(Told(each["id"], each["label"], _text(form, each["path"]) or more.get(each["id"], "")) for each in item.fields)


def _text(form: Form | None, path: str) -> str:
    if form is None or not path or form.value(path) in (None, ""):
        return ""
    field = matter(form.matter).blank(path, form)
    return written(field, form.value(path), form) if field else str(form.value(path))


def _actor(item: Item, by: Person, now: datetime) -> Actor:
    held = roles_on(item, by, now=now)
    return Actor(by.pk, held[0] if held else "unit_handler")
