"""The letter of a self-assessment, as blocks, as PDF and as a Word document."""

from __future__ import annotations

import io
from datetime import date

import docx
import pypdf
import pytest

from gaoxing import catalogue
from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.documents.assessment_letter import DISCLAIMER, TITLE, confirmed, letter
from gaoxing.engines.docx import DocxRenderer
from gaoxing.engines.typst import TypstRenderer
from tests.matters.ladder.filled import filled

DAY = date(2026, 11, 25)
FIRM, CODE = "昆山栗木测试科技有限公司", "91320583MA1X00003K"


def layout(**wrong):
    return letter(catalogue.standings(filled(**wrong), DAY), DAY, enterprise=FIRM, uscc=CODE)


def texts(found):
    blocks = found.values["blocks"]
    runs = [run for block in blocks for run in block["runs"]]
    cells = [run for block in blocks for row in block["rows"] for cell in row for run in cell]
    return [each["text"] for each in (*runs, *cells)]


def words(found):
    return "".join(texts(found))


@pytest.fixture(scope="module")
def printed():
    return TypstRenderer().render(layout(technical_staff__2025=7)).content


def test_the_enterprise_and_the_day_stand_on_it():
    assert FIRM in words(layout())
    assert CODE in words(layout())
    assert "2026年11月25日" in words(layout())


@pytest.mark.parametrize("rung", catalogue.rungs(), ids=lambda rung: rung.id)
def test_every_rung_has_its_heading_with_its_verdict(rung):
    headings = ["".join(run["text"] for run in block["runs"]) for block in layout().values["blocks"] if block["kind"] == "heading"]
    assert sum(rung.name in each for each in headings) >= 1


def test_every_condition_stands_with_its_evidence_and_its_source():
    told = words(layout())
    for standing in catalogue.standings(filled(), DAY):
        for line in (*standing.criteria, *standing.items, *standing.scored, *standing.direct):
            assert line.condition.title in told
            assert all(each in told for each in line.condition.evidence)
            assert confirmed(line.condition.basis) in told


def test_a_gap_is_told():
    assert "科技人员还差3人" in words(layout(technical_staff__2025=7))


def test_what_is_missing_is_named():
    assert "还缺" in words(layout(rights_class_one=None))
    assert "Ⅰ类知识产权数" in words(layout(rights_class_one=None))


def test_what_was_not_confirmed_is_marked_in_words():
    told = words(layout())
    assert "（未核实）" in told
    assert "[K]" not in told


def test_a_doubt_stands_before_everything():
    found = letter(catalogue.standings(Inputs({**filled().values, "technical_staff@2025": 101}), DAY), DAY)
    headings = ["".join(run["text"] for run in block["runs"]) for block in found.values["blocks"] if block["kind"] == "heading"]
    assert headings[0] == "请先核对这些数"
    assert "请核对" in words(found)


def test_without_doubts_nobody_is_asked_to_check():
    assert "请先核对" not in words(layout())


def test_the_disclaimer_closes_it():
    assert DISCLAIMER in words(layout())


def test_no_cell_is_empty_so_that_none_becomes_a_line_to_write_in():
    assert all(texts(layout()))


def test_a_table_has_as_many_cells_in_every_row_as_in_its_head():
    tables = [block for block in layout().values["blocks"] if block["kind"] == "table"]
    assert tables
    assert all(len(row) == len(block["head"]) == len(block["widths"]) for block in tables for row in block["rows"])


def test_an_enterprise_that_is_not_named_is_left_out():
    assert "企业名称" not in words(letter(catalogue.standings(filled(), DAY), DAY))


def test_markup_in_a_name_stays_text():
    assert "#pagebreak()" in words(letter(catalogue.standings(filled(), DAY), DAY, enterprise="#pagebreak()"))


@pytest.mark.parametrize(
    ("basis", "shown"), [("某办法第三条 [K]", "某办法第三条（未核实）"), ("某办法，数字未核实[K]", "某办法，数字未核实"), ("某办法", "某办法")]
)
def test_a_basis_says_in_words_that_it_was_not_confirmed(basis, shown):
    assert confirmed(basis) == shown


def test_the_pdf_says_what_the_layout_says(printed):
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(printed)).pages).replace("\n", "").replace(" ", "")
    assert TITLE in text
    assert "科技人员还差3人" in text
    assert "供企业和服务人员参考" in text


def test_the_same_standings_give_the_same_bytes(printed):
    assert TypstRenderer().render(layout(technical_staff__2025=7)).content == printed


def test_the_word_document_says_what_the_layout_says():
    paper = docx.Document(io.BytesIO(DocxRenderer().render(layout(technical_staff__2025=7)).content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert any("科技人员还差3人" in each for each in cells)
    assert any(DISCLAIMER in each.text for each in paper.paragraphs)


def test_without_a_rung_there_is_still_a_letter():
    assert DISCLAIMER in words(letter((), DAY))
