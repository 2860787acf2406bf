"""What the cases hold of a person (个人资料里的办件): handed out with words, form, files and recordings; deleted as drafts are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext_noop

from gaoxing.engines.fault import Fault
from gaoxing.office.attachments import queries as attachments
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.entry import APPLICANT, Actor
from gaoxing.office.cases import actions, handed_on, queries, recordings, revealing
from gaoxing.office.cases.models import Case, Recording, Reveal
from gaoxing.office.people.holdings import Holding
from gaoxing.office.people.models import Person


def _rows(person: Person) -> list[dict[str, Any]]:
    return [_row(case) for case in Case.objects.filter(owner=person).order_by("pk")]


def _row(case: Case) -> dict[str, Any]:
    form = queries.form_of(case)
    said = [{"said": entry.said, "written_by": entry.author} for entry in queries.words_of(case).entries]
    told = {"number": case.pk, "state": case.state, "matter": case.matter, "changed": localtime(case.changed).isoformat(timespec="seconds")}
    return {**told, "said": said, "form": form.to_json() if form else None}


def _numbers(person: Person) -> list[int]:
    return list(Case.objects.filter(owner=person).values_list("pk", flat=True))


def _delete(person: Person, now: datetime) -> int:
    references = list(Case.objects.filter(owner=person, state=Case.State.DRAFT).values_list("reference", flat=True))
    for each in references:
        actions.discard(each, now=now, actor=Actor(person.pk, APPLICANT.role))
    gone = handed_on.handed_on().filter(owner=person)
    return len(references) + handed_on.forget(gone, actor=Actor(person.pk, APPLICANT.role), reason="asked", now=now)


def _shown(person: Person) -> dict[tuple[int, datetime], str]:
    return {(each.case_id, each.at): revealing.label_of(each) for each in Reveal.objects.filter(case__owner=person).select_related("case")}


def _files(person: Person) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The attachments and recordings of one's cases, each under its case; what was infected has no content any more."""
    for case in Case.objects.filter(owner=person).order_by("pk"):
        folder = f"{case.number or f'draft-{case.pk}'}"
        for each in attachments.of_case(case.pk):
            if each.state != Attachment.State.INFECTED:
                yield f"{folder}/attachments/{each.pk} {_named(each)}", partial(attachments.content_of, each, own=True)
        for number in case.recordings.values_list("pk", flat=True):
            yield f"{folder}/recordings/{number}.wav", partial(_sound, number)


def _named(attachment: Attachment) -> str:
    """Its name as a file may be called; its number alone where it does not open."""
    try:
        return attachments.name_of(attachment).replace("/", "_").replace("\\", "_")
    except Fault:
        return ""


def _sound(number: int) -> bytes:
    return recordings.sound_of(Recording.objects.get(pk=number))


HOLDING = Holding("cases.case", gettext_noop("办件和草稿"), _rows, _numbers, _delete, _shown, _files)
