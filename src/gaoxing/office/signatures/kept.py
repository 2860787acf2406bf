"""How long what belongs to signatures is kept (保存期限): a link until it ends; signers and signatures go with their case."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from gaoxing.office.retention.actions import Kept
from gaoxing.office.signatures.links import VALID
from gaoxing.office.signatures.models import Signer


def due(now: datetime) -> QuerySet[Signer]:
    """Those whose link has ended."""
    return Signer.objects.filter(until__lte=now)


def _forget(now: datetime) -> int:
    return due(now).update(link=None, until=None)


KEPT = (Kept("signing_link", "签名链接", f"{VALID.days} 天", Signer.objects.filter(link__isnull=False).count, lambda now: due(now).count(), _forget),)
"""What the minute's tick deletes when it is due."""
