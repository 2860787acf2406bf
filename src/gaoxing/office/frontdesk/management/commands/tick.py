"""The minute's tick (每分钟例行): applies what is due. It may run as often as one likes; what is done is done.

It stands in the topmost app, for it reaches into all of them: drafts and codes of the cases, sessions of the front desk.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand
from django.utils import timezone

from gaoxing.office.attachments import actions as attachments
from gaoxing.office.attachments import scanning
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.entry import CLOCK
from gaoxing.office.cases import actions, recordings, resumption
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import visitor

_AT_ONCE = 500
"""Sessions looked at in one go."""


class Command(BaseCommand):
    """`tick`: one line that tells what was done, or nothing."""

    help = "删除到期的草稿、取回码、录音和会话；可以反复运行。"
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Apply what is due now."""
        now = timezone.now()
        done = [f"{name} {count}" for name, act in DUE if (count := act(now))]
        if done and options["verbosity"]:
            self.stdout.write("，".join(done))


def end_sessions(now: datetime) -> int:
    """Delete the sessions that are over; with those of a kiosk go the drafts begun there that no code opens. The number of sessions deleted."""
    over = list(Session.objects.filter(expire_date__lt=now)[:_AT_ONCE])
    for session in over:
        actions.abandon(visitor.left_at_kiosk(session.get_decoded()), now=now)
    Session.objects.filter(pk__in=[each.pk for each in over], expire_date__lt=now).delete()
    return len(over)


def _drafts(now: datetime) -> int:
    return actions.forget_expired(now=now)


def _codes(now: datetime) -> int:
    return resumption.forget(now=now)


def _recordings(now: datetime) -> int:
    return len(recordings.delete_due(now=now))


def _attachments(now: datetime) -> int:
    """What was kept long enough, what belongs to a draft that is gone, and files that no row names."""
    left = Attachment.objects.exclude(case__in=Case.objects.values("pk"))
    gone = attachments.delete_all(left, actor=CLOCK, now=now)
    return gone + attachments.delete_due(on=timezone.localdate(now), actor=CLOCK, now=now) + attachments.sweep(now=now)


def _scans(now: datetime) -> int:
    return scanning.scan_due(now=now)


DUE: tuple[tuple[str, Callable[[datetime], int]], ...] = (
    ("会话", end_sessions),
    ("草稿", _drafts),
    ("取回码", _codes),
    ("录音", _recordings),
    ("附件", _attachments),
    ("查毒", _scans),
)
"""What is due each minute, in this order."""
