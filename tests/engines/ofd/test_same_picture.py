"""An OFD looks like its PDF: each page drawn by a reader of its own beside pdfium's picture of the PDF.

Measured: over every page of the forms below the mean difference is at most 1.28 of 255, that of the worst square of 16 dots 15; without one tick
the worst square differs by more than twice as much as any square of the whole forms.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from gaoxing.documents import Document
from gaoxing.engines.ofd import converted
from gaoxing.engines.typst import TypstRenderer
from gaoxing.forms.form import Form
from gaoxing.matters.company_registration.papers import papers as company_papers
from gaoxing.matters.sole_trader_registration.papers import papers as trader_papers
from tests.documents.filled import company, party, trader
from tests.engines.ofd.conftest import ON
from tests.engines.ofd.reader import FINER, Ofd

DOTS = 96
SQUARE = 16
MEAN = 1.6
WORST = 20
FIFTY = company(parties=[party(f"股东{number:02d}", amount="100000", percent="2") for number in range(50)])
FORMS = {"a company": company(), "fifty shareholders": FIFTY, "a sole trader": trader()}


def drawn(typesetter: TypstRenderer, form: Form) -> tuple[Document, Document]:
    layout = (company_papers if form.matter == "company_registration" else trader_papers)(form, ON)[0]
    pdf = typesetter.render(layout)
    return pdf, converted(pdf, layout)


def differences(pdf: bytes, ofd: bytes) -> Iterator[tuple[float, int]]:
    """Of every page the mean difference and that of the worst square, of 255."""
    read, pages = Ofd(ofd), pypdfium2.PdfDocument(io.BytesIO(pdf))
    assert len(read.pages) == len(pages)
    for number, page in enumerate(pages):
        ours, theirs = read.draw(number, dots=DOTS), _picture(page)
        width, height = (min(each) // SQUARE * SQUARE - SQUARE for each in zip(ours.size, theirs.size, strict=True))
        difference = ImageChops.difference(ours.crop((0, 0, width, height)), theirs.crop((0, 0, width, height)))
        yield ImageStat.Stat(difference).mean[0], difference.reduce(SQUARE).getextrema()[1]


def _picture(page: pypdfium2.PdfPage) -> Image.Image:
    return page.render(scale=FINER * DOTS / 72, grayscale=True).to_pil().convert("L").reduce(FINER)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_every_page_looks_like_the_pdf(typesetter: TypstRenderer, form: Form):
    pdf, ofd = drawn(typesetter, form)
    for number, (mean, worst) in enumerate(differences(pdf.content, ofd.content)):
        assert mean <= MEAN, f"page {number}"
        assert worst <= WORST, f"page {number}"


@pytest.mark.parametrize("body", ["#rotate(30deg)[旋转文字]", "#rotate(90deg, reflow: true)[竖排]", "#box(clip: true, width: 3em, height: 1em)[很长很长很长]"])
def test_what_is_turned_or_clipped_looks_like_the_pdf(typeset: Callable, opened: Callable, body: str):
    [(mean, worst)] = differences(typeset(body).content, _content(opened(body)))
    assert mean <= MEAN
    assert worst <= WORST


def test_lines_fills_and_pictures_look_like_the_pdf(typeset: Callable, opened: Callable):
    packed = io.BytesIO()
    Image.linear_gradient("L").resize((64, 64)).save(packed, format="PNG")
    body = f"""#rect(fill: luma(80%), stroke: (dash: "dashed"))[框] #circle(radius: 5mm) #tick(true) 删#strike[除]
    #text(fill: rgb(0, 0, 0, 50%))[透明] #polygon(fill: red, (0pt, 0pt), (40pt, 0pt), (20pt, 30pt)) #image(bytes({tuple(packed.getvalue())}), width: 20mm)"""
    [(mean, worst)] = differences(typeset(body).content, _content(opened(body)))
    assert mean <= MEAN
    assert worst <= WORST


def _content(ofd: Ofd) -> bytes:
    ofd.zip.fp.seek(0)
    return ofd.zip.fp.read()


TICK = r'<ofd:PathObject[^>]*Cap="Round".*?</ofd:PathObject>'
LINE = r"<ofd:TextObject.*?</ofd:TextObject>"


@pytest.mark.parametrize("pattern", [TICK, LINE], ids=["a tick", "a line of text"])
def test_what_is_missing_is_seen(typesetter: TypstRenderer, pattern: str):
    pdf, ofd = drawn(typesetter, trader())
    worst = max(each for _, each in differences(pdf.content, _without(ofd.content, pattern)))
    assert worst > WORST


def _without(content: bytes, pattern: str) -> bytes:
    """The package without the first object of that kind on its first page."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            held = old.read(name)
            if name.endswith("Page_0/Content.xml"):
                text, count = re.subn(pattern, "", held.decode(), count=1)
                assert count == 1
                held = text.encode()
            new.writestr(name, held)
    return made.getvalue()
