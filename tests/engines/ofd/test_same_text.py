"""OFD, PDF and Word say the same: page by page the OFD and the PDF, sheet by sheet the Word document, for the first story of every matter."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

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


PAPERS = [(each.id, number) for each in matters() if each.papers and each.fillable for number in range(len(first_papers(each.id)))]


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


def word_sheets(layout: Layout) -> Iterator[str]:
    """The text of a Word document from one page break to the next, boxes left out: in the PDF they are drawn."""
    body, held = docx.Document(io.BytesIO(DocxRenderer().render(layout).content)).element.body, ""
    for each in body:
        if held and (each.find(f"{W}pPr/{W}pageBreakBefore") is not None or any(br.get(f"{W}type") == "page" for br in each.iter(f"{W}br"))):
            yield held
            held = ""
        held += re.sub("[☑☐]", "", squeezed("".join(text.text or "" for text in each.iter(f"{W}t"))))
    yield held


@pytest.mark.parametrize(("matter_id", "number"), PAPERS)
def test_every_page_of_the_ofd_says_what_that_of_the_pdf_says(matter_id: str, number: int):
    assert ofd_pages(matter_id, number) == pdf_pages(matter_id, number)


@pytest.mark.parametrize(("matter_id", "number"), PAPERS)
def test_every_sheet_of_the_word_paper_ends_where_a_page_of_the_ofd_ends_and_says_the_same(matter_id: str, number: int):
    pages = [MARK.sub("", page).replace(OVER_SEVERAL_ROWS, "") for page in ofd_pages(matter_id, number)]
    sheets = [sheet.replace(OVER_SEVERAL_ROWS, "") for sheet in word_sheets(first_papers(matter_id)[number])]
    assert "".join(sheets) == "".join(pages)
    assert set(accumulate(map(len, sheets))) <= set(accumulate(map(len, pages)))


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
