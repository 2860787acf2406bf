"""A file is told by its content; what cannot or must not be opened gets a code of its own."""

import io
import zipfile

import pytest

from gaoxing.engines.workbook import Code, Unreadable, read
from gaoxing.engines.workbook import container as opened
from tests.engines.workbook.books import COLUMNS, book, repacked

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SOUND = book([["企业名称", "职工人数"], ["甲", 1]])


def code(content):
    with pytest.raises(Unreadable) as trouble:
        read(content, COLUMNS)
    return trouble.value.codes[0]


def packed(**parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b" \n", Code.EMPTY),
        (OLE + b"Workbook", Code.LEGACY),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Code.ENCRYPTED),
        (b"\xef\xbb\xbf<html><table><tr><td>", Code.WEB_PAGE),
        (b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>", Code.WEB_PAGE),
        (b"%PDF-1.7", Code.NOT_A_TABLE),
        (packed(word__document_xml="<a/>"), Code.NOT_A_TABLE),
        (packed(mimetype="x", content_xml="<a/>"), Code.OPEN_DOCUMENT),
        (b"PK\x03\x04 and nothing more", Code.BROKEN),
        (SOUND[: len(SOUND) // 2], Code.BROKEN),
        (b"\xff\xff\xfe\x00\x81", Code.ENCODING),
        ('企业名称,职工人数\n甲,"1\n'.encode(), Code.QUOTES),
    ],
)
def test_each_kind_of_file_that_is_no_table_has_its_code(content, wanted):
    assert code(content) is wanted


def test_macros_are_not_opened():
    with zipfile.ZipFile(io.BytesIO(SOUND)) as old:
        assert "xl/workbook.xml" in old.namelist()
    assert code(repacked(SOUND, **{"xl/vbaProject.bin": "x"})) is Code.MACROS
    assert code(repacked(SOUND, **{"xl/workbook.bin": "x"})) is Code.BINARY


def test_a_document_type_is_refused_before_it_grows():
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><worksheet><sheetData/></worksheet>'
    assert code(repacked(SOUND, **{"xl/worksheets/sheet1.xml": bomb})) is Code.BROKEN


def test_what_unpacks_to_too_much_is_refused_by_its_list(monkeypatch):
    monkeypatch.setattr(opened, "MOST_UNPACKED", 1000)
    assert code(SOUND) is Code.PACKED
    monkeypatch.setattr(opened, "LARGEST", 10)
    assert code(SOUND) is Code.LARGE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_text_is_read_in_every_usual_writing(encoding, sign):
    content = f'企业名称{sign}职工人数\r\n"昆山{sign}甲厂"{sign}="0012"\r\n'.encode(encoding)
    assert dict(read(content, COLUMNS).rows[0].values) == {"name": f"昆山{sign}甲厂", "staff": 12}
