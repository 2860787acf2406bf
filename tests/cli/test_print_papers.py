"""`gaoxing print`: the papers in a folder; what was said stands in them as text."""

import hashlib
import json
import sys
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from tests.engines.ofd.reader import Ofd


def text_of(path):
    return "".join("".join(page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages).split())


def named(papers, name):
    """The one paper of that file name."""
    (found,) = [each for each in papers if each["name"] == name]
    return found


def test_the_application_form_is_written_to_the_folder(run, company_form, tmp_path):
    outcome = run("print", "-o", str(tmp_path / "out"), stdin=company_form)
    assert outcome.status == 0
    papers = outcome.json
    assert papers[0]["name"] == "公司登记（备案）申请书.pdf"
    for paper in papers:
        content = Path(paper["path"]).read_bytes()
        assert paper["size"] == len(content)
        assert paper["sha256"] == hashlib.sha256(content).hexdigest()


def test_the_values_stand_in_the_paper(run, company_form, tmp_path):
    text = text_of(Path(run("print", "-o", str(tmp_path), stdin=company_form).json[0]["path"]))
    assert "昆山启云精密机械有限公司" in text
    assert "丁大宝" in text
    assert "苏小云" in text


def test_markup_in_a_name_stays_text(run, company_form, tmp_path):
    form = run("fill", "--set", "name=<b>#strong[甲]</b>$x$有限公司", stdin=company_form).out
    text = text_of(Path(run("print", "-o", str(tmp_path), stdin=form).json[0]["path"]))
    assert "<b>#strong[甲]</b>$x$有限公司" in text


def test_a_sole_trader_has_a_paper_too(run, sole_trader_form, tmp_path):
    paper, *_ = run("print", "-o", str(tmp_path), stdin=sole_trader_form).json
    assert paper["name"] == "个体工商户登记（备案）申请书.pdf"


def test_the_same_form_gives_the_same_bytes(run, company_form, tmp_path):
    first = run("print", "-o", str(tmp_path / "a"), "--on", "2026-11-24", stdin=company_form).json
    again = run("print", "-o", str(tmp_path / "b"), "--on", "2026-11-24", stdin=company_form).json
    assert [paper["sha256"] for paper in first] == [paper["sha256"] for paper in again]


def test_a_person_sees_where_the_papers_are(run, company_form, tmp_path):
    shown = run("print", "-o", str(tmp_path), person=True, stdin=company_form).out.split()
    assert all(Path(line).exists() for line in shown)


def test_findings_that_are_left_are_told_beside_the_papers(run, company_form, tmp_path):
    form = run("fill", "--set", "postcode=21530", stdin=company_form).out
    outcome = run("print", "-o", str(tmp_path), stdin=form)
    assert outcome.status == 0
    assert "审查意见没有改" in outcome.err


def test_a_folder_that_cannot_be_written_is_told(trouble, company_form, tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    assert "写不进文件夹" in trouble("print", "-o", str(tmp_path / "taken"), stdin=company_form)


def test_a_missing_typesetter_is_told(trouble, company_form, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    assert "typst" in trouble("print", "-o", str(tmp_path), stdin=company_form)
    assert list(tmp_path.iterdir()) == []


def test_a_word_document_is_written_beside_the_pdf_when_asked(run, company_form, tmp_path):
    papers = run("print", "--docx", "-o", str(tmp_path), stdin=company_form).json
    stems = [Path(paper["name"]) for paper in papers]
    assert {each.stem for each in stems if each.suffix == ".docx"} == {each.stem for each in stems if each.suffix == ".pdf"}
    written = "".join(cell.text for table in Document(named(papers, "公司登记（备案）申请书.docx")["path"]).tables for row in table.rows for cell in row.cells)
    assert all(name in written for name in ("昆山启云精密机械有限公司", "丁大宝", "苏小云"))


def test_a_missing_word_engine_is_told_and_nothing_is_half_written(run, trouble, company_form, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    assert "docxtpl" in trouble("print", "--docx", "-o", str(tmp_path), stdin=company_form)
    assert list(tmp_path.iterdir()) == []
    assert run("print", "-o", str(tmp_path), stdin=company_form).status == 0


@pytest.mark.parametrize("stdin", ["", "开公司", "{}"])
def test_what_is_no_form_is_told(trouble, tmp_path, stdin):
    assert "gaoxing fill" in trouble("print", "-o", str(tmp_path), stdin=stdin)


def test_no_paper_is_drawn_before_a_question_of_two_readings_is_settled(run, trouble, tmp_path):
    form = run("fill", "我想开一家公司，注册资本五百").out
    told = trouble("print", "-o", str(tmp_path), stdin=form)
    assert "注册资本是500万元，还是500元？" in told
    assert "--set registered_capital=" in told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("settled", ["registered_capital=5000000", "registered_capital="])
def test_a_question_settled_or_left_empty_lets_the_paper_be_drawn(run, tmp_path, settled):
    form = run("fill", "--set", settled, stdin=run("fill", "我想开一家公司，注册资本五百").out).out
    assert run("print", "-o", str(tmp_path), stdin=form).status == 0


def test_what_only_informs_is_nothing_left_to_mend(run, sole_trader_form, tmp_path):
    filled = json.loads(sole_trader_form)
    filled["answers"]["business_scope"] = {"value": ["餐饮服务"], "source": "typed", "evidence": [], "certainty": "certain"}
    outcome = run("print", "-o", str(tmp_path), stdin=json.dumps(filled))
    assert outcome.status == 0
    assert "审查意见" not in outcome.err


def test_ofd_is_written_beside_the_pdf_when_asked_and_says_the_same(run, company_form, tmp_path):
    papers = run("print", "--ofd", "-o", str(tmp_path), stdin=company_form).json
    pdf, ofd = named(papers, "公司登记（备案）申请书.pdf"), named(papers, "公司登记（备案）申请书.ofd")
    assert ofd["media_type"] == "application/ofd"
    read = Ofd(Path(ofd["path"]).read_bytes())
    assert "".join(read.text(page) for page in range(len(read.pages))) == text_of(Path(pdf["path"]))


def test_every_kind_is_written_when_all_are_asked_for(run, sole_trader_form, tmp_path):
    papers = run("print", "--docx", "--ofd", "-o", str(tmp_path), stdin=sole_trader_form).json
    assert {Path(paper["path"]).suffix for paper in papers} == {".pdf", ".docx", ".ofd"}
    assert len(papers) % 3 == 0


def test_a_missing_font_engine_is_told_and_nothing_is_written(trouble, company_form, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "fontTools", None)
    assert "fonttools" in trouble("print", "--ofd", "-o", str(tmp_path), stdin=company_form)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("letter", "code"), [("\U00031350", "U+31350"), ("\ue000", "U+E000")])
def test_a_letter_that_the_face_lacks_is_told_and_no_paper_loses_it(run, trouble, company_form, tmp_path, letter, code):
    form = run("fill", "--set", f"name=昆山{letter}智能有限公司", stdin=company_form).out
    sentence = trouble("print", "--docx", "--ofd", "-o", str(tmp_path), stdin=form)
    assert all(each in sentence for each in (code, "材料没有生成", "请核对这个字"))
    assert list(tmp_path.iterdir()) == []


def test_two_transfers_between_the_same_persons_of_forty_characters_are_two_files(run, tmp_path):
    row = {"item": "shareholders", "transferor": "甲" * 40, "transferee": "乙" * 40, "percent": "10"}
    answers = {f"changes.{at}.{column}": {"value": value, "source": "typed"} for at in (0, 1) for column, value in row.items()}
    whole = {"enterprise": {"value": "昆山启云精密机械有限公司", "source": "typed"}, **answers}
    form = json.dumps({"matter": "registration_change", "edition": "2026", "answers": whole})
    papers = run("print", "--docx", "-o", str(tmp_path), stdin=form).json
    assert len(list(tmp_path.iterdir())) == len(papers)
    assert len([paper for paper in papers if paper["name"].startswith("股权转让协议") and paper["name"].endswith(".pdf")]) == 2
