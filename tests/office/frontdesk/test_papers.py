"""The papers of a draft: pictures, PDF, DOCX, OFD, ZIP, print; made once, never on disk. Persons and enterprises are made up."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from pypdf import PdfReader

from gaoxing.engines.fault import Fault
from gaoxing.engines.ofd import renderer as ofd_renderer
from gaoxing.engines.ofd.drawn import Unwritable
from gaoxing.forms import Form
from gaoxing.office.cases.models import Case
from gaoxing.office.frontdesk import papers
from tests.engines.ofd.reader import Ofd

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def draft(typing, statement):
    typing(words=statement)


@pytest.fixture
def layout(taken, now):
    return papers.layouts(taken.form, on=now.date())[0]


def downloaded(response):
    return b"".join(response) if response.streaming else response.content


def test_the_paper_is_had_as_pdf_and_as_docx(draft, visitor):
    pdf, docx = visitor.get("/draft/papers/0.pdf"), visitor.get("/draft/papers/0.docx")
    assert downloaded(pdf).startswith(b"%PDF-")
    assert zipfile.is_zipfile(io.BytesIO(downloaded(docx)))
    assert all("attachment" in response["Content-Disposition"] for response in (pdf, docx))


def test_the_paper_is_had_as_ofd_too_under_its_own_media_type(draft, visitor):
    response = visitor.get("/draft/papers/0.ofd")
    ofd = Ofd(downloaded(response))
    pdf = PdfReader(io.BytesIO(visitor.get("/draft/papers/0.pdf").content))
    assert response["Content-Type"] == "application/ofd"
    assert "attachment" in response["Content-Disposition"]
    assert [ofd.text(at) for at in range(len(ofd.pages))] == ["".join(page.extract_text().split()) for page in pdf.pages]


def test_the_page_leads_to_every_kind_of_every_paper(draft, visitor):
    page = visitor.get("/draft/papers").content.decode()
    assert all(f'href="/draft/papers/0.{kind}"' in page for kind in ("pdf", "docx", "ofd"))


def test_a_paper_that_no_ofd_can_hold_is_a_sentence_and_the_pdf_stays(draft, visitor, monkeypatch):
    def beyond(*_, **__):
        raise Unwritable("渐变")

    monkeypatch.setattr(ofd_renderer, "package", beyond)
    response = visitor.get("/draft/papers/0.ofd")
    assert response.status_code >= 500
    assert "请先用 PDF" in response.content.decode()
    assert visitor.get("/draft/papers/0.pdf").status_code == 200


def test_a_paper_opened_for_printing_stays_in_the_browser(draft, visitor):
    assert visitor.get("/draft/papers/0.pdf?inline=1")["Content-Disposition"].startswith("inline")
    assert visitor.get("/draft/papers/0.docx?inline=1")["Content-Disposition"].startswith("attachment")


def test_every_paper_lies_in_the_zip_in_every_kind(draft, visitor):
    names = zipfile.ZipFile(io.BytesIO(visitor.get("/draft/papers.zip").content)).namelist()
    assert names[:3] == [f"01 公司登记（备案）申请书.{kind}" for kind in ("pdf", "docx", "ofd")]


def test_the_zip_of_the_same_form_is_the_same(taken, now):
    first, second = (papers.bundle(taken.form, on=now.date()).content for _ in range(2))
    assert first == second


def test_there_are_as_many_pictures_as_pages(draft, visitor):
    page = visitor.get("/draft/papers/0/pages").content.decode()
    pictures = re.findall(r'src="(/draft/papers/0/pages/\d+\.png)', page)
    assert len(pictures) == len(PdfReader(io.BytesIO(visitor.get("/draft/papers/0.pdf").content)).pages)
    assert all(visitor.get(address).content.startswith(PNG) for address in (pictures[0], pictures[-1]))


def test_a_picture_says_how_large_it_is(draft, visitor):
    page = visitor.get("/draft/papers/0/pages").content.decode()
    width, height = (int(re.search(rf'{side}="(\d+)"', page)[1]) for side in ("width", "height"))
    assert abs(height / width - 297 / 210) < 0.01


def test_without_javascript_the_pictures_stand_on_the_page(draft, visitor):
    assert "<img" not in visitor.get("/draft/papers").content.decode().split("<main")[1]
    assert "/pages/1.png" in visitor.get("/draft/papers?whole=1").content.decode()


@pytest.mark.parametrize("address", ["pages/0.png", "pages/99.png"])
def test_a_page_that_is_not_there_is_a_404(draft, visitor, address):
    assert visitor.get(f"/draft/papers/0/{address}").status_code == 404


@pytest.mark.parametrize("address", ["7.pdf", "7.docx", "7.ofd", "7/pages", "7/pages/1.png"])
def test_a_paper_that_is_not_there_is_a_404(draft, visitor, address):
    assert visitor.get(f"/draft/papers/{address}").status_code == 404


@pytest.mark.parametrize(
    "address", ["papers", "papers.zip", "papers/0.pdf", "papers/0.docx", "papers/0.ofd", "papers/0/pages", "papers/0/pages/1.png", "print"]
)
def test_before_there_is_a_form_the_page_says_what_to_do(visitor, address):
    response = visitor.get(f"/draft/{address}")
    assert response.status_code == 409
    assert "先在首页说出您要办的事" in response.content.decode()


@pytest.mark.parametrize("address", ["papers", "papers.zip", "papers/0.pdf", "papers/0.ofd", "papers/0/pages/1.png", "print"])
def test_a_stranger_gets_no_paper(draft, client, address):
    assert client.get(f"/draft/{address}").status_code == 302


def test_the_page_of_papers_tells_what_is_still_missing(draft, visitor):
    assert re.search(r"还差 \d+ 项", visitor.get("/draft/papers").content.decode())


def test_the_print_view_holds_the_values_and_masks_numbers(typing, visitor, statement):
    typing(words=statement + "法人王小明，身份证320583199003070025")
    page = visitor.get("/draft/print").content.decode()
    assert "昆山测试软件有限公司" in page
    assert "320583199003070025" not in page


def test_a_paper_is_drawn_once_for_the_same_values(layout, monkeypatch):
    first = papers.paper(layout, papers.PDF)
    monkeypatch.setattr(papers, "renderer", lambda: pytest.fail("drawn again"))
    assert papers.paper(layout, papers.PDF) == first


def test_other_values_make_another_paper(layout):
    other = replace(layout, values={**layout.values, "name": "昆山别样软件有限公司"})
    assert papers.digest(other) != papers.digest(layout)
    assert papers.paper(other, papers.PDF).content != papers.paper(layout, papers.PDF).content


def test_a_fault_is_not_kept_as_a_paper(layout, monkeypatch):
    def broken():
        raise Fault("坏了", permanent=True)

    with monkeypatch.context() as patched:
        patched.setattr(papers, "renderer", broken)
        with pytest.raises(Fault):
            papers.paper(layout, papers.PDF)
    assert papers.paper(layout, papers.PDF).content.startswith(b"%PDF-")


def test_nothing_of_a_paper_reaches_the_disk(layout, settings):
    papers.paper(layout, papers.PDF)
    assert settings.CACHES["papers"]["BACKEND"].endswith("LocMemCache")


def test_a_matter_without_papers_has_no_zip(card_only, now):
    assert papers.bundle(Form(card_only, "2026"), on=now.date()) is None


def test_looking_at_papers_changes_nothing(draft, visitor):
    before = Case.objects.values_list("revision", "changed").get()
    for address in ("papers", "papers/0/pages", "papers.zip"):
        visitor.get(f"/draft/{address}")
    assert Case.objects.values_list("revision", "changed").get() == before


@pytest.mark.parametrize(
    "address", ["papers", "papers.zip", "papers/0.pdf", "papers/0.docx", "papers/0.ofd", "papers/0/pages", "papers/0/pages/1.png", "application.pdf"]
)
def test_no_paper_is_drawn_before_one_of_two_readings_is_chosen(typing, visitor, address):
    typing(words="我想开公司，注册资本五百")
    response = visitor.get(f"/draft/{address}")
    assert response.status_code == 409
    assert "先到核对页各选一个" in response.content.decode()


def test_the_desk_leads_to_the_choice_instead_of_a_download(typing, visitor):
    page = typing(words="我想开公司，注册资本五百").content.decode()
    assert "先选定，再下载" in page
    assert "注册资本是500万元，还是500元？" in page
    assert "注册资本是500万元，还是500元？" in visitor.get("/draft/print").content.decode()


def test_a_reading_named_aloud_lets_the_papers_be_drawn(typing, visitor):
    typing(words="我想开公司，注册资本五百")
    typing(answer="前一个", asked="registered_capital")
    assert visitor.get("/draft/papers").status_code == 200


@pytest.mark.parametrize("letter", ["\U00031350", "\ue000"])
def test_a_rare_letter_is_told_on_the_page_and_lost_on_no_paper(draft, visitor, letter):
    assert visitor.post("/draft/correct", {"path": "name", "text": f"昆山{letter}软件有限公司"}).status_code < 400
    for address in ("papers/0.pdf", "papers/0/pages", "papers.zip"):
        response = visitor.get(f"/draft/{address}")
        assert response.status_code != 500
        assert f"U+{ord(letter):X}" in response.content.decode()
        assert "请核对这个字" in response.content.decode()
    assert visitor.get("/draft/papers").status_code == 200
