"""How long what belongs to cases is kept (保存期限): drafts, resume codes, recordings."""

from __future__ import annotations

from datetime import datetime

from gaoxing.office.cases import actions, recordings, resumption
from gaoxing.office.cases.models import KEPT as DRAFTS
from gaoxing.office.cases.models import Case, Recording
from gaoxing.office.retention.actions import Kept


def _drafts(now: datetime) -> int:
    return actions.forget_expired(now=now)


def _codes(now: datetime) -> int:
    return resumption.forget(now=now)


def _recordings(now: datetime) -> int:
    return len(recordings.delete_due(now=now))


KEPT = (
    Kept(
        "draft",
        "草稿",
        f"{DRAFTS.days} 天没有人改，也没有有效的取回码",
        lambda: Case.objects.filter(state=Case.State.DRAFT).count(),
        lambda now: actions.expired(now=now).count(),
        _drafts,
    ),
    Kept(
        "resume_code",
        "取回码",
        f"到期后再过 {resumption.REMEMBERED.days} 天",
        lambda: Case.objects.filter(resume__isnull=False).count(),
        lambda now: resumption.ended(now=now).count(),
        _codes,
    ),
    Kept("recording", "录音", "申请人同意的天数", Recording.objects.count, lambda now: len(recordings.due(now=now)), _recordings),
)
"""What the minute's tick deletes when it is due."""
