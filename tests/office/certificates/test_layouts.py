"""Licences and notices as papers: what they say, that OFD and PDF say the same, samples and seals, long texts, rare characters."""

import io
from dataclasses import replace

import pypdf
import pypdfium2
import pytest

from gaoxing.engines.fault import Fault
from gaoxing.engines.ofd import converted
from gaoxing.engines.typst import TypstRenderer
from gaoxing.office.certificates import issuing, layouts, seals
from tests.engines.ofd.reader import Ofd
from tests.office.certificates.conftest import ADMINISTRATOR
from tests.office.certificates.pictures import PNG

pytestmark = pytest.mark.django_db
ADDRESS = "https://hall.example/licence/abc"
TYPESETTER = TypstRenderer()


def drawn(certificate, side="duplicate"):
    """The PDF, and the text of each of its pages and of the OFD's."""
    layout = layouts.layout(certificate, side, ADDRESS)
    pdf = TYPESETTER.render(layout)
    ofd = Ofd(converted(pdf, layout).content)
    printed = ["".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf.content)).pages]
    return pdf, printed, [ofd.text(page) for page in range(len(ofd.pages))]


@pytest.mark.parametrize("side", ["original", "duplicate"])
def test_a_licence_says_the_same_as_pdf_and_as_ofd(licence, side):
    _, printed, written = drawn(licence, side)
    assert printed == written
    assert all(text in printed[0] for text in ("营业执照", licence.code, licence.name, "壹佰万元整", "2026年11月24日", "昆山市行政审批局"))
    assert ("（副本）" in printed[0]) is (side == "duplicate")


@pytest.mark.parametrize(("side", "width"), [("original", 1190.55), ("duplicate", 841.89)])
def test_the_original_is_a3_and_the_duplicate_a4_landscape(licence, side, width):
    page = pypdf.PdfReader(io.BytesIO(drawn(licence, side)[0].content)).pages[0]
    assert float(page.mediabox.width) == pytest.approx(width, abs=1.5)


def test_a_licence_is_for_keeping_and_the_same_every_time(licence):
    one, other = drawn(licence)[0].content, drawn(licence)[0].content
    assert one == other
    assert b"<pdfaid:part>2</pdfaid:part>" in one


def test_without_a_seal_it_is_a_sample_in_large(licence):
    text = drawn(licence)[1][0]
    assert "样本：登记机关没有在本系统启用印章" in text
    assert text.count("样") >= 2


def test_with_a_seal_it_is_none(company, cause, now):
    seals.configure(PNG, actor=ADMINISTRATOR, now=now)
    pdf, printed, written = drawn(issuing.issue_licence(company, cause))
    assert "样本" not in printed[0]
    assert printed == written
    assert len(list(pypdf.PdfReader(io.BytesIO(pdf.content)).pages[0].images)) == 1


def test_a_long_scope_shrinks_and_stays_on_its_page(company, cause):
    scope = tuple(f"自编的第{each}项比较长的经营项目" for each in range(28))
    printed = drawn(issuing.issue_licence(replace(company, scope=scope), cause))[1]
    assert len(printed) == 1
    assert "自编的第27项" in printed[0]


def test_a_very_long_scope_goes_on_to_an_annex_whole(company, cause):
    scope = tuple(f"自编的第{each}项很长很长的经营项目用来试版面" for each in range(160))
    _, printed, written = drawn(issuing.issue_licence(replace(company, scope=scope), cause))
    assert printed == written
    assert "见附页" in printed[0]
    assert "营业执照附页" in printed[1]
    assert all(each in "".join(printed) for each in scope)


def test_a_very_long_address_goes_there_too(company, cause):
    printed = drawn(issuing.issue_licence(replace(company, domicile="昆山市" + "样例路" * 200), cause))[1]
    assert "住所" in printed[1]


def test_a_character_that_the_face_lacks_is_a_sentence_and_no_box(company, cause):
    certificate = issuing.issue_licence(replace(company, name="昆山😀有限公司"), cause)
    with pytest.raises(Fault, match=r"😀.*U\+1F600"):
        drawn(certificate)


def test_markup_in_a_name_stays_a_name(company, cause):
    name = "昆山#text(1pt)[甲]$x$有限公司"
    assert name in drawn(issuing.issue_licence(replace(company, name=name), cause))[1][0]


@pytest.mark.parametrize("capital", ["0.01", "123456789012.34"])
def test_any_capital_finds_its_place(company, cause, capital):
    certificate = issuing.issue_licence(replace(company, capital={"amount": capital, "currency": "CNY"}), cause)
    assert certificate.content["capital"] in drawn(certificate)[1][0]


def test_a_notice_of_change_tells_what_changed_and_whether_the_licence_did(company, cause):
    after = replace(company, shareholders=(), domicile="昆山市样例路1号")
    notice = issuing.issue_change_notice(company, after, cause, reissued=True)
    _, printed, written = drawn(notice, "notice")
    assert printed == written
    assert "昆山市样例路1号" in printed[0]
    assert "换发新的营业执照；以前的营业执照从今天起作废" in printed[0]


@pytest.mark.parametrize(("told", "reissued", "said"), [({}, False, "原来的营业执照继续有效"), ({"capital": None}, True, "请到登记机关的窗口换领")])
def test_a_notice_promises_no_licence_that_does_not_come(company, cause, told, reissued, said):
    notice = issuing.issue_change_notice(company, replace(company, **told), cause, reissued=reissued)
    assert said in drawn(notice, "notice")[1][0]


def test_a_notice_of_deregistration_says_that_the_licence_is_void(licence, company, cause):
    notice = issuing.issue_deregistration_notice(replace(company, status="cancelled"), cause)
    assert "营业执照同时作废" in drawn(notice, "notice")[1][0]


def test_a_notice_has_no_duplicate(company, cause):
    with pytest.raises(KeyError):
        layouts.layout(issuing.issue_change_notice(company, company, cause, reissued=False), "duplicate", ADDRESS)


def test_the_code_on_the_paper_is_the_code_of_the_address(licence):
    rows = layouts.squares(ADDRESS)
    assert len(rows) == len(rows[0]) >= 21
    assert rows[0].startswith("1111111")
    assert layouts.squares(ADDRESS) == rows != layouts.squares(ADDRESS + "x")


def test_the_code_is_drawn_where_a_camera_finds_it(licence):
    """The dark corner of the code stands on the right above, in the picture of the page."""
    page = pypdfium2.PdfDocument(drawn(licence)[0].content)[0].render(scale=2).to_pil().convert("L")
    across, down = page.width / 297, page.height / 210
    corner = page.crop((int(245.2 * across), int(27.2 * down), int(246 * across), int(31 * down)))
    assert corner.getextrema()[1] < 90
