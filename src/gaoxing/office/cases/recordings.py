"""Recordings that applicants agreed to keep (录音): sealed (SM4-GCM) with a date of deletion, played back to their draft alone, gone with it.

Nothing is kept without a consent of its own; a recording is never longer than three minutes, all those of a draft never longer than a quarter of an hour.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Sum
from django.utils.timezone import localtime

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import APPLICANT, CLOCK, Actor
from gaoxing.office.cases.models import Case, Recording
from gaoxing.office.cases.vault import seal, unseal
from gaoxing.office.people import consents
from gaoxing.office.people.models import Consent as Ledger

LONGEST = 3 * 60
"""Seconds of one recording."""

LONGEST_IN_ALL = 15 * 60
"""Seconds of all recordings of one draft."""

_THOUSAND = 1000


@dataclass(frozen=True)
class Consent:
    """What was agreed to: the version of the sentences, and for how many days."""

    version: str
    days: int


def keep(case: Case, sound: bytes, *, token: str, milliseconds: int, consent: Consent, now: datetime, actor: Actor = APPLICANT) -> Recording | None:
    """Keep a recording (a WAV file) of this draft, sealed; the one that is there where this post came before; None where the draft has too much already."""
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=case.pk)
        known = case.recordings.filter(token=token).first()
        if known is not None or length(case) + milliseconds > LONGEST_IN_ALL * _THOUSAND:
            return known
        sealed = seal(sound, case=case.pk, column=_column(token))
        told = {"milliseconds": milliseconds, "consent": consent.version, "made": now, "until": now + timedelta(days=consent.days)}
        made = Recording.objects.create(case=case, token=token, sound=sealed, **told)
        consents.give(Ledger.Purpose.RECORDING, consent.version, now=now, about=f"cases.case:{case.pk}")
        audit.write("recording.kept", actor=actor, subject=made, now=now, details={"case": case.pk, "consent": consent.version})
        return made


def length(case: Case) -> int:
    """Milliseconds of all recordings of a draft."""
    return int(case.recordings.aggregate(whole=Sum("milliseconds"))["whole"] or 0)


def listed(case: Case, *, now: datetime) -> tuple[Recording, ...]:
    """The recordings of a draft that are not due yet, oldest first, without their sound."""
    return tuple(case.recordings.filter(until__gt=now).defer("sound"))


def of(case: Case, number: int, *, now: datetime) -> Recording | None:
    """One recording of this very draft; None where it has no such one, or it is due."""
    return case.recordings.filter(pk=number, until__gt=now).first()


def played(recording: Recording, *, now: datetime, actor: Actor = APPLICANT) -> bytes:
    """The WAV file, to be played back, which is an act of its own. Raises a Fault where it does not open."""
    with transaction.atomic():
        audit.write("recording.played", actor=actor, subject=recording, now=now, details={"case": recording.case_id})
    return sound_of(recording)


def sound_of(recording: Recording) -> bytes:
    """The WAV file. Raises a Fault where it does not open."""
    return unseal(recording.sound, case=recording.case_id, column=_column(recording.token))


def delete(recording: Recording, *, now: datetime, actor: Actor = APPLICANT) -> None:
    """Delete one recording at once."""
    _delete([recording], reason="asked", actor=actor, now=now)


def delete_all(references: Iterable[str], *, now: datetime, actor: Actor = APPLICANT) -> int:
    """Delete every recording of these drafts; the number deleted."""
    found = Recording.objects.filter(case__reference__in=list(references)).defer("sound")
    consents.withdraw(Ledger.Purpose.RECORDING, now=now, about=tuple({f"cases.case:{each.case_id}" for each in found}))
    return _delete(found, reason="withdrawn", actor=actor, now=now)


def due(*, now: datetime) -> tuple[Recording, ...]:
    """The recordings whose time is over, without their sound."""
    return tuple(Recording.objects.filter(until__lte=now).defer("sound"))


def delete_due(*, now: datetime) -> tuple[str, ...]:
    """Delete the recordings whose time is over; what was deleted, each as `named`. A second run finds none."""
    over = due(now=now)
    return tuple(named(each) for each in over) if _delete(over, reason="expired", actor=CLOCK, now=now) else ()


def named(recording: Recording) -> str:
    """A recording as an operator reads of it: numbers and times, nothing of what was said."""
    made, until = localtime(recording.made), localtime(recording.until)
    seconds = round(recording.milliseconds / _THOUSAND)
    return f"录音 {recording.pk}（办件 {recording.case_id}）：{made:%Y-%m-%d %H:%M} 录的 {seconds} 秒，{until:%Y-%m-%d %H:%M} 到期"


def _delete(recordings: Iterable[Recording], *, reason: str, actor: Actor, now: datetime) -> int:
    with transaction.atomic():
        numbers = [each.pk for each in recordings]
        found = list(Recording.objects.filter(pk__in=numbers).select_for_update().defer("sound"))
        audit.write_all([audit.Told("recording.deleted", actor, each, {"case": each.case_id}, reason) for each in found], now=now)
        Recording.objects.filter(pk__in=[each.pk for each in found]).delete()
    return len(found)


def _column(token: str) -> str:
    return f"recording {token}"
