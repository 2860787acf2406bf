"""Who may see an attachment (附件权限): whoever holds its draft, by the draft's own pages; of the staff those whom the policy table lets."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from gaoxing.office.attachments.models import Attachment


def visible_to(person: Any) -> QuerySet[Attachment]:
    """The attachments that a person who signed in may see: none, before the cases give them to somebody."""
    return Attachment.objects.none()
