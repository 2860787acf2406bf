"""The commitment path (告知承诺): where the catalogue allows it, the applicant signs that the conditions are met, the unit grants at once and checks later."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.licensing.models import Item
from gaoxing.office.refusal import NotAllowed

OPEN = (Item.State.WAITING, Item.State.DISPATCHED, Item.State.CORRECTING, Item.State.ACCEPTED)
"""The states in which one may still commit oneself."""


@transaction.atomic
def commit(item: Item, *, by: Actor, agreed: bool, now: datetime) -> None:
    """The applicant commits themselves. Raises NotAllowed where the catalogue does not allow it, it is too late, or it was not agreed to."""
    if item.commitment is None:
        raise NotAllowed(_("“%(name)s”不能用告知承诺办。") % {"name": item.name})
    if not agreed:
        raise NotAllowed(_("请先看完承诺书，勾上“我已看懂，愿意承诺”。"))
    if Item.objects.filter(pk=item.pk, state__in=OPEN, committed=None).update(committed=now) != 1:
        raise NotAllowed(_("这一项已经承诺过，或者已经在办了，不能再改用承诺。"))
    audit.write("item.committed", actor=by, subject=item, now=now)
