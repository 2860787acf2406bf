"""What a file is by its content (表格文件的种类), never by its name; and the parts of an .xlsx, opened within limits.

An .xlsx is a zip of XML (ECMA-376). Nothing else of it is opened than the parts that hold cells; document types, which could grow without end, are refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

from gaoxing.engines.workbook.trouble import Code, refuse

LARGEST = 20 * 1024 * 1024
"""Bytes of a file."""

MOST_UNPACKED, MOST_PARTS = 100 * 1024 * 1024, 2_000
"""Bytes of all parts unpacked, and parts, of one .xlsx."""

DAMAGED = (expat.ExpatError, zipfile.BadZipFile, zlib.error, LookupError, EOFError, NotImplementedError, OSError, ValueError)
"""What the libraries raise for a part that is cut short, damaged, packed in a way they do not know, or no XML of a known encoding."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PAGES = (b"<html", b"<!doctype html", b"<table", b"<meta")
_OTHERS = (b"%PDF-", b"\xff\xd8\xff", b"\x89PNG", b"Rar!", b"7z\xbc\xaf", b"{\\rtf", b"\x1f\x8b")
_ENCRYPTED_BIT = 1
_HEAD = 2048


def is_package(content: bytes) -> bool:
    """Whether the content is an .xlsx, as against text. Raises Unreadable where it is neither or beyond the limits."""
    if not content.strip():
        raise refuse(Code.EMPTY)
    if len(content) > LARGEST:
        raise refuse(Code.LARGE, most=LARGEST // 1024 // 1024)
    if content.startswith(_OLE):
        raise refuse(Code.ENCRYPTED if _LOCKED in content else Code.LEGACY)
    if content.startswith(_ZIP):
        return True
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if any(mark in head for mark in _PAGES) or b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise refuse(Code.WEB_PAGE)
    if content.startswith(_OTHERS) or content.startswith(b"PK"):
        raise refuse(Code.NOT_A_TABLE)
    return False


class Package:
    """The parts of an .xlsx."""

    def __init__(self, content: bytes) -> None:
        """Open it. Raises Unreadable where it is another kind of zip, encrypted, holds macros, or unpacks to more than the limit."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError):
            raise refuse(Code.BROKEN) from None
        parts = self._zip.infolist()
        if len(parts) > MOST_PARTS or sum(each.file_size for each in parts) > MOST_UNPACKED:
            raise refuse(Code.PACKED, most=MOST_UNPACKED // 1024 // 1024)
        if any(each.flag_bits & _ENCRYPTED_BIT for each in parts):
            raise refuse(Code.ENCRYPTED)
        self._require_sheets({each.filename for each in parts})

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._zip.NameToInfo

    def parse(self, name: str, start: Callable[[str, dict[str, str]], None], end: Callable[[str], None], text: Callable[[str], None]) -> None:
        """Read a part's XML by three handlers, which are given names without their space. Raises Unreadable where it is broken or has a document type."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _no_document_type
        parser.StartElementHandler = lambda tag, given: start(tag.rpartition(" ")[2], {key.rpartition(" ")[2]: value for key, value in given.items()})
        parser.EndElementHandler = lambda tag: end(tag.rpartition(" ")[2])
        parser.CharacterDataHandler = text
        try:
            with self._zip.open(name) as part:
                parser.ParseFile(part)
        except DAMAGED:
            raise refuse(Code.BROKEN) from None

    def _require_sheets(self, names: set[str]) -> None:
        if "xl/workbook.bin" in names:
            raise refuse(Code.BINARY)
        if any(each.endswith("vbaProject.bin") or each.startswith("xl/macrosheets/") for each in names):
            raise refuse(Code.MACROS)
        if "mimetype" in names and "content.xml" in names:
            raise refuse(Code.OPEN_DOCUMENT)
        if "xl/workbook.xml" not in names:
            raise refuse(Code.NOT_A_TABLE)


def _no_document_type(*_given: object) -> None:
    raise refuse(Code.BROKEN)
