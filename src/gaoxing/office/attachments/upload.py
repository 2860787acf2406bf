"""How files come in (上传): kept in memory and no further than the limit, so that nothing that somebody sends ever lies on a disk unsealed."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

from gaoxing.office.attachments.actions import Sent
from gaoxing.office.attachments.inspection import LARGEST

MOST_FILES = 5
"""Files of one post."""

LARGEST_POST = MOST_FILES * LARGEST // 2 + 64 * 1024
"""Bytes of one post, told by its head before a byte of it is read."""


class CutOff(InMemoryUploadedFile):
    """A file of which no more was read than the limit."""


class InMemory(FileUploadHandler):
    """Keeps files in memory; beyond the limit of a file, or of all of one post, it reads on to nowhere, so that the fields after them still come."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.read = 0

    def new_file(self, *arguments: Any, **options: Any) -> None:
        """Begin a file."""
        super().new_file(*arguments, **options)
        self.kept, self.cut = BytesIO(), False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece."""
        self.read += len(raw_data)
        if self.cut or start + len(raw_data) > LARGEST or self.read > LARGEST_POST:
            self.cut = True
            self.kept = BytesIO()
            return
        self.kept.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The file, or the sign that it was too large."""
        self.kept.seek(0)
        kind = CutOff if self.cut else InMemoryUploadedFile
        return kind(self.kept, self.field_name, self.file_name or "", self.content_type or "", file_size, self.charset, self.content_type_extra)


def too_big(request: HttpRequest) -> bool:
    """Whether the head of a post says that it is too big; a head that says nothing readable counts as too big."""
    length = request.META.get("CONTENT_LENGTH") or ""
    return not (length.isascii() and length.isdecimal()) or len(length) > 18 or int(length) > LARGEST_POST


def sent(request: HttpRequest, *fields: str) -> tuple[Sent, ...]:
    """The files of these fields, in their order."""
    files = [each for field in fields for each in request.FILES.getlist(field) if isinstance(each, UploadedFile)]
    return tuple(Sent(each.name or "", each.read(), not isinstance(each, CutOff)) for each in files)
