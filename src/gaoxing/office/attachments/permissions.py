"""Who may see an attachment (附件权限): whoever may see its case. Whoever holds a draft in their browser sees its attachments by the draft's own pages."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.attachments.models import Attachment
from gaoxing.office.people.seeing import Seer


def visible_to(cases: QuerySet[Any]) -> QuerySet[Attachment]:
    """The attachments of the cases that a person may see (`cases.permissions.visible_to(person, …)`, which stands above this app)."""
    return Attachment.objects.filter(case__in=cases.values("pk"))


def who_sees(case_seers: tuple[Seer, ...]) -> tuple[Seer, ...]:
    """Everybody who sees a case's attachments, and why: those who see the case (`cases.permissions.who_sees`); the original only once it was scanned."""
    return tuple(Seer(each.who, _("%(why)s别人传的文件，查过毒才能下载原件。") % {"why": each.why}) for each in case_seers)
