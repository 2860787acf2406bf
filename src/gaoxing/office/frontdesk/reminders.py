"""Reminding those who have an account (提醒): a draft that will soon be deleted, a document that must be sent again. In page alone: nobody agreed to more.

Each reason is told once, however often the tick asks.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.timezone import localtime

from gaoxing.catalogue import matter
from gaoxing.office.attachments.actions import REASONS
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.cases.models import KEPT, Case
from gaoxing.office.cases.queries import kept_until
from gaoxing.office.notices.actions import Recipient, notify
from gaoxing.office.people.models import Person

AHEAD = timedelta(days=3)
"""How long before its end a draft's owner is reminded."""

LOOKED_BACK = timedelta(days=7)
"""How old an attachment may be that is told of."""

_KINDS = {Attachment.State.INFECTED: "attachment_infected", Attachment.State.REFUSED: "attachment_refused"}


def remind(*, now: datetime) -> int:
    """Tell whom there is something to tell; how many notices are new. A second run finds none."""
    return _drafts(now) + _attachments(now)


def _drafts(now: datetime) -> int:
    """Of drafts that nobody changed for long."""
    old = Case.objects.filter(state=Case.State.DRAFT, owner__isnull=False, changed__lte=now - KEPT + AHEAD, changed__gt=now - KEPT).select_related("owner")
    told = 0
    for each in old:
        if (ends := kept_until(each)) <= now + AHEAD:
            values = {"day": f"{localtime(ends):%Y-%m-%d}", "matter": matter(each.matter).name if each.matter else "还没有定"}
            told += len(notify("draft_ending", _recipient(each), values, now=now, once=f"{each.pk} {ends:%Y%m%d}"))
    return told


def _attachments(now: datetime) -> int:
    """Of documents that must be sent again."""
    lately = Attachment.objects.filter(state__in=_KINDS, added__gt=now - LOOKED_BACK)
    owned = Case.objects.filter(owner__isnull=False).select_related("owner").in_bulk({each.case for each in lately})
    told = 0
    for each in lately:
        if each.case in owned:
            values = {"material": each.material or "别的材料", "reason": REASONS.get(each.reason, "")}
            told += len(notify(_KINDS[Attachment.State(each.state)], _recipient(owned[each.case]), values, now=now, once=f"{each.pk}"))
    return told


def _recipient(case: Case) -> Recipient:
    """The owner, in page."""
    owner = case.owner
    return Recipient(owner.pk, owner.language) if isinstance(owner, Person) and owner.is_active else Recipient()
