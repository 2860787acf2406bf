"""Sending a paper of a joint case (上传材料): once, for every licence that asks for it, until the case is accepted; placing what lies with no licence."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from gaoxing.office.attachments.actions import Sent, receive
from gaoxing.office.attachments.actions import place as put
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.models import Case
from gaoxing.office.licensing.further import WRITABLE
from gaoxing.office.licensing.models import Item
from gaoxing.office.licensing.permissions import names_of
from gaoxing.office.refusal import NotAllowed


def send(case: Case, material: str, sent: Sent | None, *, by: Actor, now: datetime) -> Attachment:
    """Take a file in for a paper. Raises NotAllowed where no licence asks for it, no file came, or the case is accepted."""
    if case.state not in WRITABLE:
        raise NotAllowed(_("已经受理，不能再传材料。单位还要的话会告诉您。"))
    if material not in papers_of(case) or sent is None:
        raise NotAllowed(_("请选一份材料，再选一个文件（照片或者 PDF）。"))
    return receive(case.pk, sent, material=material, actor=by, now=now)


def papers_of(case: Case) -> tuple[str, ...]:
    """The papers that some licence of the case asks for, each once; what another licence of it gives is left out."""
    asked = (each for item in Item.objects.filter(case=case) for each in item.materials if not each["given"])
    return tuple(dict.fromkeys(each["name"] for each in asked))


def unplaced(case: Case) -> tuple[Attachment, ...]:
    """The files that lie with no licence's paper, so that the window alone sees them; the oldest first."""
    seen = {name for item in Item.objects.filter(case=case) for each in item.materials for name in names_of(each)}
    return tuple(each for each in Attachment.objects.filter(case=case.pk).order_by("pk") if each.material not in seen)


def place(case: Case, number: int, material: str, *, by: Actor, now: datetime) -> None:
    """A file that lay with no licence belongs to this paper: every unit that asks for it sees it. Raises NotAllowed where it is no such file or paper."""
    file = next((each for each in unplaced(case) if each.pk == number), None)
    if file is None or material not in papers_of(case):
        raise NotAllowed(_("请选一个还没有归的文件，再选它是哪一样材料。"))
    put(file, material, actor=by, now=now)
