"""The package: its parts, their order after the standard, the same bytes for the same values."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree

import pytest
from PIL import Image

from gaoxing.documents import Document
from gaoxing.engines.ofd import converted
from gaoxing.engines.ofd.package import package
from gaoxing.engines.typst import TypstRenderer
from gaoxing.matters.company_registration.papers import papers as company_papers
from gaoxing.matters.sole_trader_registration.papers import papers as trader_papers
from tests.documents.filled import HOSTILE, company, trader
from tests.engines.ofd.conftest import ON
from tests.engines.ofd.reader import OFD, Ofd
from tests.engines.ofd.schema import faults

EVERYTHING = """一\u2f00——office#rotate(30deg)[旋转]#box(clip: true, width: 2em)[截断]#rect(fill: luma(90%), stroke: (dash: "dashed"))[框]
#circle(radius: 5mm) #text(fill: rgb(200, 0, 0, 50%), stroke: 0.3pt + blue)[描边] #scale(x: 50%)[压扁] #underline[线]"""


def picture(mode: str, **more: object) -> str:
    """A picture of two dots by two as Typst takes it: bytes in the source."""
    packed = io.BytesIO()
    Image.new(mode, (2, 2), (200, 100, 50, 128)[: len(mode)]).save(packed, **{"format": "PNG", **more})
    return f"#image(bytes({tuple(packed.getvalue())}), width: 20mm)"


@pytest.mark.parametrize("form", [company(), trader(), company(name=HOSTILE)], ids=["a company", "a sole trader", "a hostile name"])
def test_a_form_is_as_the_standard_orders_it(typesetter: TypstRenderer, form):
    [layout, *_] = (company_papers if form.matter == "company_registration" else trader_papers)(form, ON)
    assert faults(Ofd(converted(typesetter.render(layout), layout).content)) == []


@pytest.mark.parametrize("body", [EVERYTHING, picture("RGB"), picture("RGBA"), picture("RGB", format="JPEG")], ids=["everything", "colour", "opacity", "jpeg"])
def test_whatever_typst_draws_is_as_the_standard_orders_it(opened: Callable, body: str):
    assert faults(opened(body)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<ofd:FillColor", b"<ofd:FileColor"),
        (b'Font="1"', b'Font="99"'),
        (b' Size="', b' Sise="'),
        (b"<ofd:Area><ofd:PhysicalBox>0 0", b"<ofd:Area><ofd:PhysicalBox>0"),
        (b"M 0", b"X 0"),
    ],
)
def test_the_check_of_the_standard_finds_what_is_wrong(typeset: Callable, before: bytes, after: bytes):
    content = package(typeset("甲#rect()").content, title="t", on=ON)
    assert faults(Ofd(content)) == []
    assert faults(Ofd(changed(content, before, after))) != []


def changed(content: bytes, before: bytes, after: bytes) -> bytes:
    """The package with the page's XML changed in one place."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            held = old.read(name)
            assert not name.endswith("Content.xml") or before in held
            new.writestr(name, held.replace(before, after, 1) if name.endswith("Content.xml") else held)
    return made.getvalue()


def test_the_entry_tells_title_author_and_day(opened: Callable):
    entry = opened("甲", title="样表 <一> & 二").entry
    told = {each.tag.removeprefix(OFD): each.text for each in entry.iterfind(f"{OFD}DocBody/{OFD}DocInfo/*")}
    assert (told["Title"], told["Author"], told["CreationDate"], told["ModDate"]) == ("样表 <一> & 二", "高兴办", "2026-11-25", "2026-11-25")


def test_the_entry_is_the_first_part_and_every_part_is_dated_alike(typeset: Callable):
    parts = zipfile.ZipFile(io.BytesIO(package(typeset("甲").content, title="t", on=ON))).infolist()
    assert parts[0].filename == "OFD.xml"
    assert {each.date_time for each in parts} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_paper_gives_the_same_bytes_and_another_does_not(typeset: Callable):
    first, again, other = (package(typeset(body).content, title="t", on=ON) for body in ("甲", "甲", "乙"))
    assert first == again != other


def test_another_day_or_paper_is_another_document(typeset: Callable):
    one, other = (Ofd(package(typeset(body).content, title="t", on=date(2026, 1, 2))) for body in ("甲", "乙"))
    identities = {each.entry.findtext(f"{OFD}DocBody/{OFD}DocInfo/{OFD}DocID") for each in (one, other)}
    assert len(identities) == 2
    assert one.entry.findtext(f"{OFD}DocBody/{OFD}DocInfo/{OFD}CreationDate") == "2026-01-02"


def test_every_page_says_how_large_it_is(opened: Callable):
    ofd = opened("甲#pagebreak()乙#set page(width: 100mm, height: 50mm)\n丙")
    sizes = [page.findtext(f"{OFD}Area/{OFD}PhysicalBox") for page in ofd.pages]
    assert sizes == ["0 0 210 297", "0 0 210 297", "0 0 100 50"]
    assert ["甲" in ofd.text(0), "乙" in ofd.text(1), "丙" in ofd.text(2)] == [True, True, True]


def test_each_face_is_in_the_package_once_and_holds_what_is_used(opened: Callable):
    ofd = opened('甲乙#pagebreak()甲丙#text(font: sans, weight: "bold")[丁]')
    names = {entry.get("FontName"): int(entry.get("ID")) for _, entry in ofd.resources()}
    assert sorted(names) == ["NotoSansCJKsc-Bold", "NotoSerifCJKsc-Regular"]
    assert set("甲乙丙") <= set(map(chr, ofd.faces[names["NotoSerifCJKsc-Regular"]].cmap))
    assert set(map(chr, ofd.faces[names["NotoSansCJKsc-Bold"]].cmap)) == {"丁"}


def test_a_paper_without_pictures_has_no_room_for_them(opened: Callable):
    assert not [name for name in opened("甲").zip.namelist() if "DocumentRes" in name]


def test_a_page_without_a_word_is_a_page(typesetter: TypstRenderer, sheet: Callable):
    layout = sheet("", head="")
    ofd = Ofd(converted(typesetter.render(layout), layout).content)
    assert (len(ofd.pages), ofd.text(0), [fault for fault in faults(ofd) if "Layer" in fault]) == (1, "", [])


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_a_picture_lies_in_the_package_as_it_was(opened: Callable, mode: str):
    ofd = opened(picture(mode))
    [entry] = [entry for _, entry in ofd.resources() if entry.tag == f"{OFD}MultiMedia"]
    shown = Image.open(io.BytesIO(ofd.files[int(entry.get("ID"))]))
    assert (entry.get("Format"), shown.mode) == ("PNG", mode)
    assert shown.getpixel((0, 0)) == ((200, 100, 50, 128)[: len(mode)] if len(mode) > 1 else 200)


def test_xml_is_utf_8_and_says_so(typeset: Callable):
    with zipfile.ZipFile(io.BytesIO(package(typeset("甲").content, title="t", on=ON))) as parts:
        for name in parts.namelist():
            if name.endswith(".xml"):
                assert parts.read(name).startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<ofd:')
                assert ElementTree.fromstring(parts.read(name)).tag.startswith(OFD)


def test_a_document_tells_its_media_type(typeset: Callable, sheet: Callable):
    made = converted(typeset("甲"), sheet("甲"))
    assert made == Document("材料.ofd", "application/ofd", made.content)
