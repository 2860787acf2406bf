"""OFD, PDF and Word say the same: page by page the OFD and the PDF, sheet by sheet the Word document, for the first story of every matter."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Any

import docx
import pypdf
import pypdfium2
import pytest

from gaoxing.catalogue import matter, matters
from gaoxing.cli.stories import load, take
from gaoxing.documents import Layout
from gaoxing.engines.docx import DocxRenderer
from gaoxing.engines.ofd import converted
from gaoxing.engines.typst import TypstRenderer
from tests.documents.filled import HOSTILE, company, party, trader
from tests.engines.ofd.conftest import ON
from tests.engines.ofd.reader import Ofd

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARK = re.compile(r"样张，以登记机关发布的文书为准|第\d+页共\d+页")
OVER_SEVERAL_ROWS = "委托权限"
"""A cell that stands in a PDF's text after the first of its rows, in a document's before: it is looked for, and left out."""

TYPESETTER = TypstRenderer()
FIFTY = [party(f"股东{number:02d}", amount="100000", percent="2") for number in range(50)]


@cache
def first_papers(matter_id: str) -> tuple[Layout, ...]:
    """The papers of the first story that comes to a form without an open question."""
    chosen = matter(matter_id)
    forms = (take(story, ON).form for story in load(chosen.folder / "examples"))
    form = next(each for each in forms if each is not None and not each.asks)
    assert chosen.papers is not None
    return chosen.papers(form, ON)


MATTERS = [each.id for each in matters() if each.papers and each.fillable]


def squeezed(text: str) -> str:
    return "".join(text.split())


@cache
def pdf_pages(matter_id: str, number: int) -> tuple[str, ...]:
    content = TYPESETTER.render(first_papers(matter_id)[number]).content
    return tuple(squeezed(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(content)).pages)


@cache
def ofd_pages(matter_id: str, number: int) -> tuple[str, ...]:
    layout = first_papers(matter_id)[number]
    ofd = Ofd(converted(TYPESETTER.render(layout), layout).content)
    return tuple(ofd.text(page) for page in range(len(ofd.pages)))


@cache
def word_body(matter_id: str, number: int) -> Any:
    return docx.Document(io.BytesIO(DocxRenderer().render(first_papers(matter_id)[number]).content)).element.body


def table_heads(body: Any) -> set[str]:
    """The heads of the tables, which stand again where a table goes on over the page."""
    rows = {row: row.find(f"{W}trPr/{W}tblHeader") is not None for row in body.iter(f"{W}tr")}
    return {said(row) for row, repeated in rows.items() if repeated} - {""}


def said(part: Any) -> str:
    """What a part of a Word document says, boxes left out: in the PDF they are drawn."""
    return re.sub("[☑☐]", "", squeezed("".join(text.text or "" for text in part.iter(f"{W}t"))))


def word_sheets(body: Any) -> Iterator[str]:
    """The text of a Word document from one page break to the next."""
    held = ""
    for each in body:
        if held and (each.find(f"{W}pPr/{W}pageBreakBefore") is not None or any(br.get(f"{W}type") == "page" for br in each.iter(f"{W}br"))):
            yield held
            held = ""
        held += said(each)
    yield held


@pytest.mark.parametrize("matter_id", MATTERS)
def test_every_page_of_the_ofd_says_what_that_of_the_pdf_says(matter_id: str):
    for number, layout in enumerate(first_papers(matter_id)):
        assert ofd_pages(matter_id, number) == pdf_pages(matter_id, number), layout.name


@pytest.mark.parametrize("matter_id", MATTERS)
def test_every_sheet_of_the_word_paper_ends_where_a_page_of_the_ofd_ends_and_says_the_same(matter_id: str):
    for number, layout in enumerate(first_papers(matter_id)):
        pages, sheets = alike(matter_id, number)
        assert "".join(sheets) == "".join(pages), layout.name
        assert set(accumulate(map(len, sheets))) <= set(accumulate(map(len, pages))), layout.name


def alike(matter_id: str, number: int) -> tuple[list[str], list[str]]:
    """Pages of the OFD and sheets of the Word document without what each has for itself: marks at head and foot, heads that stand again."""
    body = word_body(matter_id, number)
    pages = [MARK.sub("", page).replace(OVER_SEVERAL_ROWS, "") for page in ofd_pages(matter_id, number)]
    for head in table_heads(body):
        pages = [page.removeprefix(head) for page in pages]
    return pages, [sheet.replace(OVER_SEVERAL_ROWS, "") for sheet in word_sheets(body)]


@pytest.mark.parametrize("form", [company(parties=FIFTY), company(name=HOSTILE, domicile=HOSTILE), trader(name="𠮷䶮龘——店")], ids=["fifty", "hostile", "rare"])
def test_a_difficult_paper_says_what_the_pdf_says(form):
    layout = matter(form.matter).papers(form, ON)[0]
    pdf = TYPESETTER.render(layout)
    ofd = Ofd(converted(pdf, layout).content)
    printed = [squeezed(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf.content)).pages]
    assert [ofd.text(page) for page in range(len(ofd.pages))] == printed


def test_pdfium_reads_the_same_characters_from_every_page():
    layout = first_papers("company_registration")[0]
    pdf = TYPESETTER.render(layout)
    ofd = Ofd(converted(pdf, layout).content)
    for number, page in enumerate(pypdfium2.PdfDocument(io.BytesIO(pdf.content))):
        assert sorted(squeezed(page.get_textpage().get_text_range())) == sorted(ofd.text(number))


def test_a_character_in_disguise_stays_itself_in_the_ofd():
    layout = matter("sole_trader_registration").papers(trader(name="一\u2f00店"), ON)[0]
    ofd = Ofd(converted(TYPESETTER.render(layout), layout).content)
    assert "一\u2f00店" in "".join(ofd.text(page) for page in range(len(ofd.pages)))
