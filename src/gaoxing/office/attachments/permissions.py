"""Who may see an attachment (附件权限): whoever may see its case. Whoever holds a draft in their browser sees its attachments by the draft's own pages."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from gaoxing.office.attachments.models import Attachment


def visible_to(cases: QuerySet[Any]) -> QuerySet[Attachment]:
    """The attachments of the cases that a person may see (`cases.permissions.visible_to(person, …)`, which stands above this app)."""
    return Attachment.objects.filter(case__in=cases.values("pk"))
