"""The list of what an archived case holds (归档清单), each with the SM3 of its content: so that it can be told later whether anything was changed.

Digests are made of what is sealed, opened: an exchange of keys leaves them as they are. The list itself lies sealed in the note of the event `archive`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from gaoxing.office.attachments import queries as attachments
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.chain import sm3
from gaoxing.office.cases.filed import CaseEvent
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.submitted import place
from gaoxing.office.cases.vault import seal, unseal

FILED = "filed"
"""The name of the list in the event's note."""

ARCHIVE = "archive"

_COLUMNS = ("words", "form", "findings", "papers")


def manifest(case: Case, *, before: int) -> dict[str, str]:
    """What the case holds, by name, with its digest: submissions, events below the number `before`, attachments. Raises a Fault where one does not open."""
    found = {**dict(_submissions(case)), **dict(_events(case, before)), **dict(_attachments(case))}
    return dict(sorted(found.items()))


def freeze(event: CaseEvent) -> None:
    """Put the list into the note of the event that archives the case, beside what stands there."""
    told: dict[str, Any] = json.loads(_note(event)) if event.note else {}
    told[FILED] = manifest(event.case, before=event.number)
    event.note = seal(json.dumps(told, ensure_ascii=False).encode(), case=event.case_id, column=note_place(event))
    event.save(update_fields=["note"])


def frozen(event: CaseEvent) -> Mapping[str, str]:
    """The list as it was frozen; none where the event has none. Raises a Fault where it does not open."""
    return json.loads(_note(event)).get(FILED, {}) if event.note else {}


def differences(event: CaseEvent) -> tuple[str, ...]:
    """The names of what was changed, lost or added since this event archived the case. Raises a Fault where something does not open."""
    then, now = frozen(event), manifest(event.case, before=event.number)
    return tuple(name for name in sorted({*then, *now}) if then.get(name) != now.get(name))


def note_place(event: CaseEvent) -> str:
    """The column for which an event's note is sealed (firing.py has the same; a test holds them to it)."""
    return f"event {event.number} note"


def _submissions(case: Case) -> Iterator[tuple[str, str]]:
    for each in case.submissions.all():
        for column in _COLUMNS:
            yield f"submission {each.number} {column}", sm3(unseal(getattr(each, column), case=case.pk, column=place(each, column)))


def _events(case: Case, before: int) -> Iterator[tuple[str, str]]:
    for each in case.events.filter(number__lt=before):
        row = [each.act, each.source, each.target, each.by_id, each.role, f"{each.at.timestamp():.6f}", each.clock, each.days, each.pause, each.reason]
        yield f"event {each.number}", sm3(json.dumps(row).encode() + _note(each))


def _attachments(case: Case) -> Iterator[tuple[str, str]]:
    """Every attachment whose content is there; that of an infected one was taken away before."""
    for each in attachments.of_case(case.pk):
        if each.state != Attachment.State.INFECTED:
            yield f"attachment {each.pk}", sm3(attachments.content_of(each, own=True))


def _note(event: CaseEvent) -> bytes:
    return unseal(event.note, case=event.case_id, column=note_place(event)) if event.note else b""
