"""What can be done with attachments (附件操作): taken in, removed, refused. Every action is told the time and writes the audit in its own transaction."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from gaoxing.office.attachments import store
from gaoxing.office.attachments.inspection import MEGABYTE, Seen, inspect, megabytes, named, too_large
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.attachments.queries import name_place, weight
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.vault import office_sealer

MOST, MOST_BYTES = 60, 300 * 1024 * 1024
"""Attachments of one case, and bytes of them all."""

REASONS = {
    "unreadable": gettext_noop("看不清，请重新拍一张。"),
    "wrong_paper": gettext_noop("不是这份材料，请对照材料的名字重新上传。"),
    "incomplete": gettext_noop("没有拍全，请把每一页、正反面都拍上。"),
}
"""Why staff refuse an attachment, as its sender reads it."""


@dataclass(frozen=True)
class Sent:
    """A file as it came: the name that was given to it, and its bytes; `whole` is False where reading stopped at the limit."""

    name: str
    content: bytes
    whole: bool = True


def receive(case: int, sent: Sent, *, material: str, actor: Actor, now: datetime) -> Attachment:
    """Take a file in: looked at, sealed, waiting to be scanned. The same file at the same material is taken once.

    Raises NotAllowed with a sentence where it is not to be taken, and a Fault where it cannot be stored: then nothing is.
    """
    if not sent.whole:
        raise too_large()
    digest = hashlib.sha256(sent.content).hexdigest()
    known = Attachment.objects.filter(case=case, material=material, sha256=digest).exclude(state=Attachment.State.INFECTED).first()
    if known is not None:
        return known
    _require_room(case, len(sent.content))
    seen, token = inspect(sent.content), secrets.token_hex(16)
    store.put(token, store.CONTENT, sent.content)
    store.put(token, store.PREVIEW, seen.preview)
    try:
        return _written(case, sent, seen, token=token, material=material, digest=digest, actor=actor, now=now)
    except IntegrityError:
        store.remove(token)
        return Attachment.objects.get(case=case, material=material, sha256=digest)
    except BaseException:
        store.remove(token)
        raise


def remove(attachment: Attachment, *, actor: Actor, now: datetime) -> None:
    """Delete an attachment, row and files."""
    with transaction.atomic():
        audit.write("attachment.removed", actor=actor, subject=attachment, now=now)
        attachment.delete()
    store.remove(attachment.token)


def refuse(attachment: Attachment, reason: str, *, actor: Actor, now: datetime) -> None:
    """Staff do not accept it; its sender reads why. Raises KeyError for a reason that is none of REASONS."""
    if reason not in REASONS:
        raise KeyError(reason)
    with transaction.atomic():
        Attachment.objects.filter(pk=attachment.pk).exclude(state=Attachment.State.INFECTED).update(state=Attachment.State.REFUSED, reason=reason)
        audit.write("attachment.refused", actor=actor, subject=attachment, now=now, reason=reason)


def place(attachment: Attachment, material: str, *, actor: Actor, now: datetime) -> None:
    """It belongs to this material from now on. Raises NotAllowed where the very same file lies there already."""
    try:
        with transaction.atomic():
            Attachment.objects.filter(pk=attachment.pk).update(material=material)
            audit.write("attachment.placed", actor=actor, subject=attachment, now=now)
    except IntegrityError:
        raise NotAllowed(_("这样材料下面已经有同一个文件，不用再归。")) from None


def keep_until(case: int, until: date) -> int:
    """From now on the attachments of a case go on this day (its retention); how many."""
    return Attachment.objects.filter(case=case).update(until=until)


def delete_due(*, on: date, actor: Actor, now: datetime) -> int:
    """Delete what was kept long enough; how many. A second run finds none."""
    return delete_all(Attachment.objects.filter(until__lte=on), actor=actor, now=now)


def delete_all(attachments: Iterable[Attachment], *, actor: Actor, now: datetime) -> int:
    """Delete these; how many."""
    gone = list(attachments)
    for each in gone:
        remove(each, actor=actor, now=now)
    return len(gone)


def sweep(*, now: datetime) -> int:
    """Take away the files that have no row; how many."""
    return store.sweep(set(Attachment.objects.values_list("token", flat=True)), now=now)


def _written(case: int, sent: Sent, seen: Seen, *, token: str, material: str, digest: str, actor: Actor, now: datetime) -> Attachment:
    sealed = office_sealer().seal(named(sent.name, seen.media_type).encode(), place=name_place(token))
    told = {"media_type": seen.media_type, "size": len(sent.content), "sha256": digest, "pages": seen.pages, "advice": " ".join(seen.advice)}
    with transaction.atomic():
        Attachment.objects.filter(case=case, material=material, sha256=digest, state=Attachment.State.INFECTED).delete()
        made = Attachment.objects.create(token=token, case=case, material=material, name=sealed, added=now, next_scan=now, **told)
        audit.write("attachment.added", actor=actor, subject=made, now=now, details={"sha256": digest})
    return made


def _require_room(case: int, size: int) -> None:
    if size > megabytes() * MEGABYTE:
        raise too_large()
    if Attachment.objects.filter(case=case).count() >= MOST or weight(case) + size > MOST_BYTES:
        told = {"most": MOST, "bytes": MOST_BYTES // 1024 // 1024}
        raise NotAllowed(_("这份草稿的附件已经满 %(most)s 个或 %(bytes)s MB，这一个没有收。请删去用不着的再传。") % told)
