"""Sending a paper of a joint case (上传材料): once, for every licence that asks for it, until the case is accepted."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from gaoxing.office.attachments.actions import Sent, receive
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.licensing.further import WRITABLE
from gaoxing.office.licensing.models import Item
from gaoxing.office.refusal import NotAllowed


def send(case: Case, material: str, sent: Sent | None, *, by: Actor, now: datetime) -> Attachment:
    """Take a file in for a paper. Raises NotAllowed where no licence asks for it, no file came, or the case is accepted."""
    if case.state not in WRITABLE:
        raise NotAllowed(_("已经受理，不能再传材料。单位还要的话会告诉您。"))
    known = {each["name"] for item in Item.objects.filter(case=case) for each in item.materials if not each["given"]}
    if material not in known or sent is None:
        raise NotAllowed(_("请选一份材料，再选一个文件（照片或者 PDF）。"))
    return receive(case.pk, sent, material=material, actor=by, now=now)
