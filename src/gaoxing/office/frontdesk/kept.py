"""How long what belongs to no one case is kept (保存期限): sessions, and attachments and signers, which stand below the cases and go with them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from gaoxing.office.aftercare.models import Request
from gaoxing.office.aftercare.permissions import MATTER
from gaoxing.office.attachments import actions as attachments
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.entry import CLOCK
from gaoxing.office.cases import actions, handed_on
from gaoxing.office.cases.models import Case
from gaoxing.office.escalations.models import Escalation
from gaoxing.office.escalations.permissions import MATTER as STUCK
from gaoxing.office.frontdesk import visitor
from gaoxing.office.projects.filing import CHANGE
from gaoxing.office.projects.filing import MATTER as FILING
from gaoxing.office.projects.kept import DAYS
from gaoxing.office.projects.models import Project
from gaoxing.office.retention.actions import Kept, note
from gaoxing.office.signatures.models import Signer

_AT_ONCE = 500
"""Sessions looked at in one go."""


def end_sessions(now: datetime) -> int:
    """Delete the sessions that are over; with those of a kiosk go the drafts begun there that no code opens. The number of sessions deleted."""
    over = list(Session.objects.filter(expire_date__lt=now)[:_AT_ONCE])
    left = sum(actions.abandon(visitor.left_at_kiosk(session.get_decoded()), now=now) for session in over)
    if left:
        note("draft", left, now=now)
    Session.objects.filter(pk__in=[each.pk for each in over], expire_date__lt=now).delete()
    return len(over)


def _left() -> QuerySet[Attachment]:
    """The attachments of drafts that are gone."""
    return Attachment.objects.exclude(case__in=Case.objects.values("pk"))


def _attachments(now: datetime) -> int:
    """What was kept long enough, what belongs to a draft that is gone, and files that no row names."""
    gone = attachments.delete_all(_left(), actor=CLOCK, now=now)
    return gone + attachments.delete_due(on=localdate(now), actor=CLOCK, now=now) + attachments.sweep(now=now)


def _attachments_due(now: datetime) -> int:
    return _left().count() + Attachment.objects.filter(until__lte=localdate(now)).count()


def _signers() -> QuerySet[Signer]:
    """Who was asked to sign papers of drafts that are gone; their signatures go with them."""
    return Signer.objects.exclude(case__in=Case.objects.values("pk"))


def _forget_signers(now: datetime) -> int:
    return _signers().delete()[1].get("signatures.Signer", 0)


def _handed_on() -> QuerySet[Case]:
    """The drafts of requests, and of what did not get done, that were kept long enough and are gone."""
    every = handed_on.handed_on()
    asked = every.filter(matter=MATTER).exclude(pk__in=Request.objects.exclude(case=None).values("case"))
    return asked | every.filter(matter=STUCK).exclude(pk__in=Escalation.objects.exclude(case=None).values("case"))


def _forget_handed_on(now: datetime) -> int:
    return handed_on.forget(_handed_on(), actor=CLOCK, reason="expired", now=now)


def _drafts() -> QuerySet[Case]:
    return handed_on.handed_on().filter(matter__in=(FILING, CHANGE))


def _of_projects(now: datetime) -> QuerySet[Case]:
    """The drafts of filings whose project is gone, and those of changes as old as a project is kept."""
    filed = Q(matter=FILING) & ~Q(pk__in=Project.objects.exclude(case=None).values("case"))
    return _drafts().filter(filed | Q(matter=CHANGE, changed__lt=now - timedelta(days=DAYS)))


def _forget_projects(now: datetime) -> int:
    return handed_on.forget(_of_projects(now), actor=CLOCK, reason="expired", now=now)


KEPT = (
    Kept("request_draft", "转交的草稿", "随诉求、办不成事", lambda: handed_on.handed_on().count(), lambda now: _handed_on().count(), _forget_handed_on),
    Kept("project_draft", "备案项目的草稿", "随备案项目", lambda: _drafts().count(), lambda now: _of_projects(now).count(), _forget_projects),
    Kept("session", "会话", "草稿保存期；自助机 10 分钟", Session.objects.count, lambda now: Session.objects.filter(expire_date__lt=now).count(), end_sessions),
    Kept("signer", "签署人和签名", "随草稿或办件", Signer.objects.count, lambda now: _signers().count(), _forget_signers),
    Kept("attachment", "附件", "随草稿，或到定下的日子", Attachment.objects.count, _attachments_due, _attachments),
)
"""What the minute's tick deletes when it is due."""
