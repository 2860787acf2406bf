"""The package (GB/T 33190-2016, 6 and 7): a ZIP with the entry `OFD.xml`, the document, its resources and its pages.

The same PDF on the same day gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from gaoxing.engines.ofd.drawn import Page, Words
from gaoxing.engines.ofd.open_type import font_file
from gaoxing.engines.ofd.page_xml import NAMESPACE, PageWriter, figure
from gaoxing.engines.ofd.pdf_content import Contents
from gaoxing.engines.ofd.pdf_images import ImageFile

AUTHOR = "高兴办"
VERSION = "1.0"
"""The standard's fixed value, 7.4."""

_BEGINNING = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_DOCUMENT = "Doc_0"
_RESOURCES = "Res"
_ENDINGS = {"JPEG": "jpg", "PNG": "png"}


def package(pdf: bytes, *, title: str, on: date) -> bytes:
    """A PDF of the typesetter as OFD. Raises Unwritable for what is not known, a Fault where fontTools is missing."""
    contents = Contents(pdf)
    pages = contents.pages()
    codes = _codes(pages)
    fonts = {name: (number, contents.faces[name], font_file(contents.faces[name], codes[name])) for number, name in enumerate(codes, start=1)}
    pictures = {name: number for number, name in enumerate(contents.images, start=len(fonts) + 1)}
    writer = PageWriter(fonts, pictures, len(fonts) + len(pictures))
    numbers = [writer.number() for _ in pages]
    sheets = [writer.content(page) for page in pages]
    files: dict[str, str | bytes] = {
        "OFD.xml": _entry(hashlib.sha256(pdf).hexdigest()[:32], title, on),
        f"{_DOCUMENT}/Document.xml": _document(pages[0], numbers, writer.last, pictures=bool(pictures)),
        f"{_DOCUMENT}/PublicRes.xml": _fonts((number, font.name) for number, _, font in fonts.values()),
        **({f"{_DOCUMENT}/DocumentRes.xml": _pictures(contents.images, pictures)} if pictures else {}),
        **{f"{_DOCUMENT}/Pages/Page_{at}/Content.xml": sheet for at, sheet in enumerate(sheets)},
        **{f"{_DOCUMENT}/{_RESOURCES}/{_font(number)}": font.content for number, _, font in fonts.values()},
        **{f"{_DOCUMENT}/{_RESOURCES}/{_picture(number, contents.images[name])}": contents.images[name].content for name, number in pictures.items()},
    }
    return _zipped(files)


def _codes(pages: Iterable[Page]) -> dict[str, dict[str, int]]:
    """By face, the glyph that stands for each character; where several do, the first that is used."""
    found: dict[str, dict[str, int]] = {}
    for words in (mark for page in pages for mark in page.marks if isinstance(mark, Words)):
        known = found.setdefault(words.face, {})
        for each in words.clusters:
            if len(each.text) == 1 == len(each.codes):
                known.setdefault(each.text, each.codes[0])
    return found


def _entry(identity: str, title: str, on: date) -> str:
    day = on.isoformat()
    about = (("DocID", identity), ("Title", title), ("Author", AUTHOR), ("CreationDate", day), ("ModDate", day), ("Creator", AUTHOR))
    told = "".join(f"<ofd:{key}>{escape(value)}</ofd:{key}>" for key, value in about)
    body = f"<ofd:DocBody><ofd:DocInfo>{told}</ofd:DocInfo><ofd:DocRoot>{_DOCUMENT}/Document.xml</ofd:DocRoot></ofd:DocBody>"
    return f'<ofd:OFD xmlns:ofd="{NAMESPACE}" Version="{VERSION}" DocType="OFD">{body}</ofd:OFD>'


def _document(first: Page, numbers: Sequence[int], last: int, *, pictures: bool) -> str:
    area = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {figure(first.width)} {figure(first.height)}</ofd:PhysicalBox></ofd:PageArea>"
    resources = "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>" + ("<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>" if pictures else "")
    pages = "".join(f'<ofd:Page ID="{number}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at, number in enumerate(numbers))
    shared = f"<ofd:CommonData><ofd:MaxUnitID>{last}</ofd:MaxUnitID>{area}{resources}</ofd:CommonData>"
    return f'<ofd:Document xmlns:ofd="{NAMESPACE}">{shared}<ofd:Pages>{pages}</ofd:Pages></ofd:Document>'


def _fonts(fonts: Iterable[tuple[int, str]]) -> str:
    files = (
        f'<ofd:Font ID="{number}" FontName={quoteattr(name)} FamilyName={quoteattr(name)}>{_file("FontFile", _font(number))}</ofd:Font>'
        for number, name in fonts
    )
    return _resource("Fonts", files)


def _pictures(images: Mapping[str, ImageFile], numbers: Mapping[str, int]) -> str:
    files = (
        f'<ofd:MultiMedia ID="{number}" Type="Image" Format="{images[name].form}">{_file("MediaFile", _picture(number, images[name]))}</ofd:MultiMedia>'
        for name, number in numbers.items()
    )
    return _resource("MultiMedias", files)


def _resource(kind: str, entries: Iterable[str]) -> str:
    held = "".join(entries)
    inner = f"<ofd:{kind}>{held}</ofd:{kind}>" if held else ""
    return f'<ofd:Res xmlns:ofd="{NAMESPACE}" BaseLoc="{_RESOURCES}">{inner}</ofd:Res>'


def _file(element: str, name: str) -> str:
    return f"<ofd:{element}>{name}</ofd:{element}>"


def _font(number: int) -> str:
    return f"font_{number}.otf"


def _picture(number: int, image: ImageFile) -> str:
    return f"image_{number}.{_ENDINGS[image.form]}"


def _zipped(files: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _BEGINNING), _HEAD + content if isinstance(content, str) else content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
