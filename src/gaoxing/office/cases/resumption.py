"""Resume codes (取回码): twelve characters by which a draft is taken up in another browser, or by a clerk.

A code is drawn from 30 characters that nobody mistakes when they are read aloud or copied by hand (no 0 and O, no 1, I and L, no U): 12 of them are
58.9 bits. Only its keyed digest is stored, so that a code is shown once and never again; it is found by that digest, so that no comparison takes longer
for a code that is nearly right. A new code voids the one before.

>>> plain("gx2k—77ab mn4p"), grouped("GX2K77ABMN4P")
('GX2K77ABMN4P', 'GX2K-77AB-MN4P')
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import APPLICANT, Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.vault import digest, digests

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
VALID = timedelta(days=30)
"""A code opens its draft for so long after it was made (取回码有效期)."""

REMEMBERED = timedelta(days=30)
"""So long after its end a code is still told to have ended; then it is unknown."""

MIXED_UP = frozenset("01OIL")
"""Characters that no code holds because they are taken for each other: who reads one of them has misread."""

_PURPOSE = "resume code"
_GROUP = 4


@dataclass(frozen=True)
class Found:
    """What a code leads to: its draft, or None where the code is unknown, replaced, or its draft deleted; `ended` where its time is over."""

    case: Case | None = None
    ended: datetime | None = None


def make(case: Case, *, now: datetime, actor: Actor = APPLICANT) -> str:
    """A new code for this draft, good for 30 days; whatever code it had is void. Returned once; stored as a digest alone."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    case.resume, case.resume_until = digest(code, purpose=_PURPOSE), now + VALID
    with transaction.atomic():
        Case.objects.filter(pk=case.pk).update(resume=case.resume, resume_until=case.resume_until)
        audit.write("code.made", actor=actor, subject=case, now=now)
    return code


def use(case: Case, *, now: datetime, actor: Actor = APPLICANT) -> None:
    """Keep that the draft was taken up by its code: by its applicant, or handed over to a clerk (`actor`)."""
    with transaction.atomic():
        audit.write("code.used", actor=actor, subject=case, now=now)
        if actor.role != APPLICANT.role:
            audit.write("draft.handed_over", actor=actor, subject=case, now=now)


def find(code: str, *, now: datetime) -> Found:
    """The draft of a code as `plain` gives it."""
    case = Case.objects.filter(resume__in=digests(code, purpose=_PURPOSE), state=Case.State.DRAFT).first()
    if case is None or case.resume_until is None:
        return Found()
    return Found(case) if now < case.resume_until else Found(ended=case.resume_until)


def holds(case: Case, *, now: datetime) -> bool:
    """Whether the draft can be taken up elsewhere by a code."""
    return case.resume is not None and case.resume_until is not None and now < case.resume_until


def forget(*, now: datetime) -> int:
    """Forget the digests of codes that ended long ago; the number forgotten."""
    return ended(now=now).update(resume=None, resume_until=None)


def ended(*, now: datetime) -> QuerySet[Case]:
    """The drafts whose code ended so long ago that it is no longer told."""
    return Case.objects.filter(resume__isnull=False, resume_until__lt=now - REMEMBERED)


def plain(typed: str) -> str:
    """A code as it was made, however it was typed: small letters, full-width ones, blanks and dashes of any kind; U, which no code holds, is read as V."""
    wide = unicodedata.normalize("NFKC", typed).upper()
    return "".join(each for each in wide if each.isalnum()).replace("U", "V")


def grouped(code: str) -> str:
    """A code in groups of four, as it is shown and read aloud."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))
