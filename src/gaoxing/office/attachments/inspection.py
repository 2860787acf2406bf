"""What may be sent (附件检查): a photograph or a PDF by its first bytes, never by its name; of a size that fits; that can be opened.

Whatever else it is gets a sentence that says what it seems to be and what to do instead.

>>> media_type_of(b"%PDF-1.7 ..."), named("../../etc/身份证.exe", "image/png")
('application/pdf', '身份证.png')
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

import filetype
from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_noop

from gaoxing.engines.pdf_page import PDF, first_page
from gaoxing.engines.photograph import JPEG, PNG, WEBP, Trouble, Unreadable, look
from gaoxing.office.attachments.advice import codes_of
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone.queries import profile

MEGABYTE = 1024 * 1024

LARGEST = 20 * MEGABYTE
"""Bytes of one file at most; a zone may set less (`megabytes`)."""

ENDINGS = {JPEG: ".jpg", PNG: ".png", WEBP: ".webp", PDF: ".pdf"}
ACCEPTED = ",".join(ENDINGS)
"""What a page's file field asks the browser for: a telephone whose photographs are HEIC turns them into JPEG by itself then."""

_SIGNATURES = ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"%PDF-", PDF))
_LONGEST_STEM = 80
_HEAD = 8192
_HEIC = frozenset({"heic", "heif", "avif"})
_PACKED = frozenset({"zip", "rar", "7z", "tar", "gz", "bz2", "xz", "zst", "lz4"})
_OFFICE = frozenset({"doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf"})
_FILM = ("video/", "audio/")
_UNREADABLE = {
    Trouble.PIXELS: gettext_noop("这张照片的像素太多，打不开。请把手机相机的分辨率调低一档再拍，或者截图后上传。"),
    Trouble.BROKEN: gettext_noop("这张照片坏了或者没有传完，打不开。请重新拍一张，或者另选一张。"),
    Trouble.PDF_BROKEN: gettext_noop("这个 PDF 打不开，可能坏了或者没有传完。请重新导出一份，或者把每页拍成照片上传。"),
    Trouble.PDF_LOCKED: gettext_noop("这个 PDF 设了密码，工作人员打不开。请去掉密码再传，或者把每页拍成照片上传。"),
    Trouble.PDF_LONG: gettext_noop("这个 PDF 超过 200 页，请分成几份上传。"),
}


@dataclass(frozen=True)
class Seen:
    """A file that was looked at: its media type, its pages, a preview as JPEG, and the codes of what hinders reading it."""

    media_type: str
    preview: bytes
    pages: int = 1
    advice: tuple[str, ...] = ()


def media_type_of(content: bytes) -> str:
    """The media type by the first bytes; empty where it is none of those accepted."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    return next((kind for signature, kind in _SIGNATURES if content.startswith(signature)), "")


def inspect(content: bytes) -> Seen:
    """Look at a file. Raises NotAllowed with a sentence where it is empty, too large, of another kind, or cannot be opened."""
    if not content:
        raise NotAllowed(_("这个文件是空的，没有收。请重新选一个。"))
    if len(content) > LARGEST:
        raise too_large()
    media_type = media_type_of(content)
    if not media_type:
        raise NotAllowed(_strange(content))
    try:
        if media_type == PDF:
            page = first_page(content)
            return Seen(PDF, page.preview, page.pages)
        photograph = look(content, media_type)
    except Unreadable as unreadable:
        raise NotAllowed(translated(_UNREADABLE[unreadable.trouble])) from None
    return Seen(media_type, photograph.preview, 1, codes_of(photograph))


def too_large() -> NotAllowed:
    """The refusal of a file above the limit."""
    most = megabytes()
    return NotAllowed(_("这个文件超过 %(most)s MB，没有收。照片请在手机里选小一点的尺寸，PDF 请分成几份再传。") % {"most": most})


def megabytes() -> int:
    """How many megabytes one file may have in this zone."""
    return min(profile().attachment_megabytes, LARGEST // MEGABYTE)


def named(given: str, media_type: str) -> str:
    """A file name without paths, signs nobody sees or an ending that lies; with the ending of what the file is."""
    last = unicodedata.normalize("NFC", given).replace("\\", "/").rpartition("/")[2]
    bare = "".join(each for each in last if unicodedata.category(each)[0] not in "CZ" or each == " ")
    stem = PurePosixPath(bare.strip(" .")).stem.strip(" .")[:_LONGEST_STEM].translate({ord(each): "_" for each in '<>:"|?*'})
    return (stem or "附件") + ENDINGS[media_type]


def _strange(content: bytes) -> str:
    """What to do with a file of another kind."""
    kind = filetype.guess(content[:_HEAD])
    ending, mime = (kind.extension, kind.mime) if kind else ("", "")
    if ending in _HEIC:
        return _("这是苹果手机的 HEIC 照片，工作人员的电脑打不开，没有收。请在手机“设置 › 相机 › 格式”里选“兼容性最佳”再拍，或者截图后上传。")
    if ending in _OFFICE:
        return _("这是 Word、Excel 一类的文件，没有收。请导出成 PDF 再传。")
    if ending in _PACKED:
        return _("这是压缩包，没有收。请解开以后，把里面的照片或者 PDF 一个一个传。")
    if mime.startswith(_FILM):
        return _("这是视频或者录音，没有收。请拍成照片上传。")
    return _("只收照片（JPEG、PNG、WebP）和 PDF。这个文件按内容看不是这几种，没有收；改名字没有用，请重新拍照或者导出成 PDF。")
