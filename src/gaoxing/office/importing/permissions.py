"""Who sees an imported list (谁能看导入的名单): whoever sent it, while they still may import that kind; nobody else, for it holds whatever its file held."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.importing.models import ImportBatch
from gaoxing.office.importing.registry import Importer, importers
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import may
from gaoxing.office.people.seeing import Seer


def open_to(person: Person, *, on: date) -> tuple[Importer, ...]:
    """The kinds of lists that somebody of the staff may import on a day."""
    return tuple(each for each in importers() if person.is_staff_member and may(person, each.act, on=on))


def visible_to(person: Person | None, *, on: date) -> QuerySet[ImportBatch]:
    """The batches that a person sees on a day: their own, of kinds that they may import."""
    if person is None:
        return ImportBatch.objects.none()
    return ImportBatch.objects.filter(by=person, kind__in=[each.kind for each in open_to(person, on=on)])


def who_sees() -> tuple[Seer, ...]:
    """Everybody who sees an imported list, and why."""
    return (Seer(_("导入的人自己"), _("名单里有什么，只有导入的人看得到；导入以后，记录按各自的规矩看。")),)
