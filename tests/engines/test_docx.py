"""The Word papers: what the PDF says, in the same order; values stay text; the same bytes for the same values."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest

from gaoxing.documents import Layout
from gaoxing.engines.docx import DOCX, DocxRenderer
from gaoxing.engines.fault import Fault
from gaoxing.engines.typst import TypstRenderer
from gaoxing.forms.form import Form
from gaoxing.matters.company_registration.papers import papers as company_papers
from gaoxing.matters.sole_trader_registration.papers import papers as trader_papers
from tests.documents.filled import HOSTILE, company, party, trader
from tools import build_deed_template
from tools.build_docx_templates import templates
from tools.docx_package import package
from tools.docx_sheet import Xml, paragraph

ON = date(2026, 11, 24)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARK = re.compile(r"样张，以登记机关发布的文书为准|第\d+页共\d+页")
PAPERS = {"company_registration": company_papers, "sole_trader_registration": trader_papers}
FIFTY = [party(f"股东{number:02d}", amount="100000", percent="2") for number in range(50)]
EVERY_BLANK = {"employees": 6, "telephone": "0512-57300001", "postcode": "215301", "paper_licence": "yes", "licence_copies": 3}


def layout_of(form: Form) -> Layout:
    layout, *_ = PAPERS[form.matter](form, ON)
    return layout


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def words(element: Any) -> str:
    """Everything written in a part, white space taken out."""
    return "".join("".join(each.text or "" for each in element.iter(f"{W}t")).split())


def written(form: Form) -> str:
    return words(opened(DocxRenderer().render(layout_of(form)).content).element.body)


@pytest.fixture(scope="module")
def typesetter() -> TypstRenderer:
    return TypstRenderer()


@pytest.fixture
def sheet(tmp_path: Path) -> Any:
    """A template of one's own: `sheet("{{ name }}", name="张三")`."""

    def layout(template: str, **values: Any) -> Layout:
        path = tmp_path / "sheet.docx"
        path.write_bytes(package(paragraph(template)))
        return Layout("材料", "样表", path.with_suffix(".typ"), {"on": "2026-11-24", **values})

    return layout


FORMS = {
    "a company": company(),
    "a company without a supervisor": company(no_supervisor="yes", **EVERY_BLANK),
    "a joint-stock company": company(company_type="joint_stock", setup_mode="promotion", operating_term="indefinite"),
    "a company with foreign capital": company(registered_capital={"amount": "1000000", "currency": "USD"}, business_premises="昆山市某某路3号"),
    "nothing said of a company": Form("company_registration", "2026"),
    "a sole trader": trader(),
    "a sole trader who said everything": trader(e_commerce="yes", composition="individual", **EVERY_BLANK),
    "a sole trader with foreign funds": trader(funds={"amount": "20000", "currency": "HKD"}, family_members=None),
    "nothing said of a sole trader": Form("sole_trader_registration", "2026"),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_the_word_paper_says_what_the_pdf_says_in_the_same_order(typesetter: TypstRenderer, form: Form):
    pages = pypdf.PdfReader(io.BytesIO(typesetter.render(layout_of(form)).content)).pages
    printed = "".join(MARK.sub("", "".join(page.extract_text().split())) for page in pages)
    said = re.sub("[☑☐]", "", written(form))
    assert without_the_cell_over_four_rows(said) == without_the_cell_over_four_rows(printed)


def without_the_cell_over_four_rows(text: str) -> str:
    """A cell that runs over several rows stands in a PDF's text after the first of them, in a document's before: it is looked for, and left out."""
    assert text.count("委托权限") == 1
    return text.replace("委托权限", "")


@pytest.mark.parametrize(
    ("form", "ticked"),
    [
        (company(), "☑人民币☐其他"),
        (company(), "☐长期☑20年"),
        (company(operating_term="indefinite"), "☑长期☐年"),
        (company(), "☑选举☐委派☐聘任"),
        (company(paper_licence="no"), "☐申领纸质执照其中"),
        (company(paper_licence="yes"), "☑申领纸质执照其中"),
        (company(no_supervisor="yes"), "☑经全体股东一致同意，本公司不设监事。"),
        (trader(), "☐个人经营☑家庭经营"),
        (trader(), "☑男☐女"),
    ],
)
def test_a_tick_stands_before_what_was_chosen_alone(form: Form, ticked: str):
    assert ticked in written(form)


def test_an_empty_form_ticks_no_choice():
    sections = ("基本信息", "设立（仅", "指定代表/委托代理人（", "申请人签署")
    said = written(Form("company_registration", "2026"))
    assert [after.startswith(sections) for after in said.split("☑")[1:]] == [True] * len(sections)


def test_fifty_shareholders_each_have_a_row_under_a_head_that_is_repeated():
    body = opened(DocxRenderer().render(layout_of(company(parties=FIFTY))).content).element.body
    [table] = [each for each in body.iter(f"{W}tbl") if "认缴出资额" in words(each)]
    head, *rows, total = table.iter(f"{W}tr")
    assert [[words(cell) for cell in row.iter(f"{W}tc")][:2] for row in rows] == [[str(number + 1), f"股东{number:02d}"] for number in range(50)]
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert words(total) == "合计500100%"


def test_a_clerk_finds_real_tables_and_headings_and_nothing_that_floats():
    paper = opened(DocxRenderer().render(layout_of(company())).content)
    names = {each.tag.split("}")[1] for each in paper.element.body.iter()}
    assert [each.text for each in paper.paragraphs if each.style.name == "Heading 1"][:2] == ["公司登记（备案）申请书", "附表1　法定代表人信息"]
    assert len(paper.tables) >= 20
    assert not names & {"drawing", "pict", "txbxContent", "object"}


def test_no_two_tables_touch_for_they_would_grow_into_one():
    children = [each.tag for each in opened(DocxRenderer().render(layout_of(company(parties=FIFTY))).content).element.body]
    assert (f"{W}tbl", f"{W}tbl") not in set(pairwise(children))


@pytest.mark.parametrize("form", [company(), trader()], ids=["a company", "a sole trader"])
def test_every_row_fills_the_width_of_its_table(form: Form):
    for table in opened(DocxRenderer().render(layout_of(form)).content).element.body.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        assert {sum(map(span, row.iter(f"{W}tc"))) for row in table.iter(f"{W}tr")} == {columns}, words(table)[:40]


def span(cell: Any) -> int:
    """How many columns a cell runs over."""
    return int(cell.tcPr.gridSpan.val) if cell.tcPr.gridSpan is not None else 1


def test_every_page_is_a4_marked_as_a_sample_and_numbered():
    [section] = opened(DocxRenderer().render(layout_of(company())).content).sections
    fields = [each.get(f"{W}instr").strip() for each in section.footer.part.element.iter(f"{W}fldSimple")]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.header.paragraphs[0].text == "样张，以登记机关发布的文书为准"
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_faces_are_song_and_for_the_heads_of_sections_hei():
    paper = opened(DocxRenderer().render(layout_of(company())).content)
    [default] = paper.styles.element.iter(f"{W}rFonts")
    own = {each.get(f"{W}eastAsia") for each in paper.element.body.iter(f"{W}rFonts")}
    assert (default.get(f"{W}eastAsia"), own) == ("宋体", {"黑体"})


@pytest.mark.parametrize(
    "said",
    ["<b>&{{x}}", "{{ 7*7 }}", "{% for %}", "{%p if x %}", "{# a #}", "{_{a}_}", "{_% b %_}", "a & b", "&lt;", "&amp;", "]]>", "<w:p/>", "“a”'b'", "{", "𠮷😀"],
)
def test_markup_in_a_value_stays_text(sheet: Any, said: str):
    assert opened(DocxRenderer().render(sheet("{{ name }}", name=said)).content).paragraphs[0].text == said


def test_markup_in_a_name_stays_text_on_every_sheet():
    people = [party(HOSTILE, "legal_representative", "director", "liaison", "agent", amount="1", percent="1")]
    said = written(company(name=HOSTILE, domicile=HOSTILE, business_scope=[HOSTILE], parties=people))
    assert said.count("".join(HOSTILE.split())) >= 10


@pytest.mark.parametrize(("said", "code"), [("a\u0001", "U+0001"), ("\ud800", "U+D800"), ("\uffff", "U+FFFF"), ("\f", "U+000C")])
def test_a_character_that_no_document_can_hold_is_a_fault_that_names_it(sheet: Any, said: str, code: str):
    with pytest.raises(Fault, match=re.escape(code)) as fault:
        DocxRenderer().render(sheet("{{ name }}", name=said))
    assert fault.value.permanent


def test_the_same_values_give_the_same_bytes_and_other_values_do_not():
    first, again, other = (DocxRenderer().render(layout_of(form)) for form in (company(), company(), company(name="另一个有限公司")))
    assert first.sha256 == again.sha256 != other.sha256
    assert (first.name, first.media_type) == ("公司登记（备案）申请书.docx", DOCX)


def test_a_paper_bears_its_title_and_day_and_no_name_of_an_engine():
    content = DocxRenderer().render(layout_of(company())).content
    about = opened(content).core_properties
    assert (about.title, about.author, about.created.date(), about.modified.date()) == ("公司登记（备案）申请书", "高兴办", ON, ON)
    assert b"python-docx" not in b"".join(parts(content).values())


def test_a_layout_without_a_day_is_made_all_the_same(sheet: Any):
    layout = sheet("{{ name }}", name="张三")
    dayless = replace(layout, values={"name": "张三"})
    assert opened(DocxRenderer().render(dayless).content).core_properties.created.year == 1980


def test_threads_that_share_a_renderer_each_get_their_own_paper(sheet: Any):
    renderer, layout = DocxRenderer(), sheet("{{ name }}")
    names = [f"第{number}号" for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        papers = list(pool.map(lambda name: renderer.render(replace(layout, values={"name": name})), names))
    assert [opened(paper.content).paragraphs[0].text for paper in papers] == names


@pytest.mark.parametrize("template", ["{{ nobody }}", "{{ name", "{% if name %}", "{{ name|nothing }}", "{{ name.first }}"])
def test_a_template_that_does_not_fit_the_values_is_a_fault_and_no_empty_blank(sheet: Any, template: str):
    with pytest.raises(Fault, match=r"模板 sheet\.docx 填不进去") as fault:
        DocxRenderer().render(sheet(template, name="张三"))
    assert fault.value.permanent


@pytest.mark.parametrize("content", [b"", b"no package", package(Xml("<w:p>"))])
def test_a_broken_template_is_a_fault_and_no_trace(sheet: Any, content: bytes):
    layout = sheet("")
    layout.template.with_suffix(".docx").write_bytes(content)
    with pytest.raises(Fault, match="填不进去"):
        DocxRenderer().render(layout)


def test_a_template_that_is_not_there_is_a_fault(tmp_path: Path):
    with pytest.raises(Fault, match=r"缺少模板 none\.docx.*PDF"):
        DocxRenderer().render(Layout("a", "a", tmp_path / "none.typ", {}))


def test_a_machine_without_the_engine_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch, sheet: Any):
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    with pytest.raises(Fault, match="pip install"):
        DocxRenderer().render(sheet("{{ name }}", name="张三"))


def test_the_committed_templates_are_what_the_tool_makes():
    for path, content in {**templates(), **build_deed_template.templates()}.items():
        assert parts(path.read_bytes()) == parts(content), f"{path}: run python -m tools.build_docx_templates"


def test_every_edition_of_a_form_that_is_printed_has_its_word_template():
    matters = Path(__file__).parents[2] / "src" / "gaoxing" / "matters"
    assert [sheet for sheet in matters.glob("*/templates/*/application.typ") if not sheet.with_suffix(".docx").is_file()] == []


def parts(content: bytes) -> dict[str, bytes]:
    """What a package holds, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}
