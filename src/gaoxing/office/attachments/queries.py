"""What can be asked of attachments (附件查询)."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Sum
from django.utils.translation import gettext as _

from gaoxing.engines.scanning.setting import WITHOUT
from gaoxing.office.attachments import store
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.vault import office_sealer


def of_case(case: int) -> tuple[Attachment, ...]:
    """The attachments of a case, oldest first."""
    return tuple(Attachment.objects.filter(case=case))


def one(case: int, number: int) -> Attachment | None:
    """One attachment of this very case; None for anybody else's."""
    return Attachment.objects.filter(case=case, pk=number).first()


def weight(case: int) -> int:
    """Bytes of all attachments of a case."""
    return int(Attachment.objects.filter(case=case).aggregate(whole=Sum("size"))["whole"] or 0)


def name_of(attachment: Attachment) -> str:
    """Its file name. Raises a Fault where it does not open."""
    return office_sealer().unseal(bytes(attachment.name), place=name_place(attachment.token)).decode()


def name_place(token: str) -> str:
    """The place to which a sealed name belongs."""
    return f"attachments.attachment:{token}:name"


def preview_of(attachment: Attachment) -> bytes:
    """The preview (JPEG), made by this office from the picture alone. Raises NotAllowed where its content was taken away, a Fault where it does not open."""
    _require_content(attachment)
    return store.get(attachment.token, store.PREVIEW)


def content_of(attachment: Attachment, *, own: bool) -> bytes:
    """The file as it was sent: to its `own` sender at once, to others once it was scanned, or where the operator works without a scanner.

    Raises NotAllowed with a sentence, and a Fault where it does not open.
    """
    _require_content(attachment)
    if attachment.state == Attachment.State.WAITING and not own and settings.SCANNER != WITHOUT:
        raise NotAllowed(_("这个文件还没有查毒，先不能下载。页面上的预览可以看；一直查不成，请告诉管理员。"))
    return store.get(attachment.token, store.CONTENT)


def scanner_trouble() -> bool:
    """Whether something waits that was tried in vain: the operator's sign that no scanner answers."""
    return Attachment.objects.filter(state=Attachment.State.WAITING, tries__gt=0).exists()


def _require_content(attachment: Attachment) -> None:
    if attachment.state == Attachment.State.INFECTED:
        raise NotAllowed(_("这个文件查出了病毒，内容已经删去。请换一台干净的设备，重新拍照上传。"))
