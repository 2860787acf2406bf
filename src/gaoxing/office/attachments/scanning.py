"""Scanning what waits (查毒): each attachment until a scanner gave its verdict, after growing waits; an outage leaves it waiting, for everybody to see."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from gaoxing.engines.fault import Fault
from gaoxing.engines.scanning.rehearsal import FailingScanner
from gaoxing.engines.scanning.scanner import Scanner
from gaoxing.engines.scanning.setting import chosen
from gaoxing.office.attachments import store
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import CLOCK

AT_ONCE = 20
"""Scanned in one run, so that a minute's tick ends within its minute."""

_LONGEST_WAIT = 60
"""Minutes between two tries at most."""


def scan_due(*, now: datetime) -> int:
    """Scan what waits and is due; how many got a verdict. The first outage ends the run.

    A setting that cannot be read is an outage too.
    """
    try:
        scanner = chosen(settings.SCANNER)
    except Fault:
        scanner = FailingScanner()
    if scanner is None:
        return 0
    done = 0
    for each in waiting(now=now)[:AT_ONCE]:
        if not _scanned(each, scanner, now=now):
            break
        done += 1
    return done


def waiting(*, now: datetime) -> QuerySet[Attachment]:
    """What waits and is due, oldest first."""
    return Attachment.objects.filter(Q(next_scan__lte=now) | Q(next_scan=None), state=Attachment.State.WAITING).order_by("added", "pk")


def _scanned(attachment: Attachment, scanner: Scanner, *, now: datetime) -> bool:
    try:
        verdict = scanner.scan(store.get(attachment.token, store.CONTENT))
    except Fault as fault:
        tries = attachment.tries + 1
        wait = timedelta(minutes=min(2**tries, _LONGEST_WAIT))
        Attachment.objects.filter(pk=attachment.pk).update(tries=tries, next_scan=now + wait)
        return fault.permanent
    _settle(attachment, verdict.threat, now=now)
    return True


def _settle(attachment: Attachment, threat: str, *, now: datetime) -> None:
    """Write the verdict down once; what is infected loses its content."""
    state = Attachment.State.INFECTED if threat else Attachment.State.CLEAN
    with transaction.atomic():
        open_one = Attachment.objects.filter(pk=attachment.pk, state=Attachment.State.WAITING)
        if open_one.update(state=state, threat=threat[:200], next_scan=None):
            audit.write(f"attachment.{state}", actor=CLOCK, subject=attachment, now=now)
    if threat:
        store.remove(attachment.token)
