"""Notes on a case (备注): what the staff tell each other about it; sealed, audited, and never shown to its applicant, be they one of the staff."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.facts import is_own
from gaoxing.office.cases.models import Case, CaseNote
from gaoxing.office.cases.permissions import visible_to
from gaoxing.office.cases.roles import HANDLE
from gaoxing.office.cases.vault import seal, unseal
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.trail import acting_as
from gaoxing.office.refusal import NotAllowed

LONGEST = 500
"""Characters of one note."""

_TOKEN = 64


@dataclass(frozen=True)
class Noted:
    """A note as it is read: by whom, when, what."""

    who: str
    at: datetime
    words: str


def note(case: Case, words: str, by: Person, *, token: str, now: datetime) -> None:
    """Keep a note; one that comes twice from one page is one. Raises NotAllowed where it is empty or too long, or the case is the person's own."""
    said = words.strip()
    if not said:
        raise NotAllowed(_("备注是空的，没有存。请写点什么再点“存备注”。"))
    if len(said) > LONGEST:
        raise NotAllowed(_("备注最多 %(most)d 个字，现在是 %(now)d 个字，没有存。请写短一点，或者分两条。") % {"most": LONGEST, "now": len(said)})
    if not may_read(case, by, now=now):
        raise NotAllowed(_("您是这件事的申请人或者当事人，不能看、也不能写它的备注。"))
    if not token or len(token) > _TOKEN:
        raise NotAllowed(_("这次操作不完整，没有存。请刷新页面再写一次。"))
    try:
        with transaction.atomic():
            _keep(case, said, by, token, now)
    except IntegrityError:
        return


def notes(case: Case, person: Person, *, now: datetime) -> tuple[Noted, ...]:
    """The notes on a case, oldest first; none for a party to it, or whoever may not handle it. Raises a Fault where one does not open."""
    if not may_read(case, person, now=now):
        return ()
    return tuple(Noted(name_of(each.by), each.at, _opened(each)) for each in case.notes.select_related("by"))


def may_read(case: Case, person: Person, *, now: datetime) -> bool:
    """Whether the person may read the notes: who handles cases, and is no party to this one."""
    return visible_to(person, on=localdate(now), act=HANDLE).filter(pk=case.pk).exists() and not is_own(case, person)


def words_place(row: CaseNote) -> str:
    """The column for which a note is sealed."""
    return f"note {row.token}"


def _keep(case: Case, said: str, by: Person, token: str, now: datetime) -> None:
    row = CaseNote(case=case, token=token, by=by, at=now)
    row.words = seal(said.encode(), case=case.pk, column=words_place(row))
    row.save(force_insert=True)
    audit.write("case.noted", actor=Actor(by.pk, acting_as(by, HANDLE, now=now)), subject=case, now=now, details={"note": row.pk})


def _opened(row: CaseNote) -> str:
    return unseal(row.words, case=row.case_id, column=words_place(row)).decode()
