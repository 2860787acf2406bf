"""`gaoxing ladder` from words and from tables; with a letter, what if and year on year."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pypdf
import pytest

from gaoxing.cli.table_trouble import OTHERWISE, sentence
from gaoxing.engines.workbook import Code, Trouble

SAID = "我们去年营收八千万，研发花了五百二十万，一百一十个人里有七个科技人员，2019年3月1日成立的，没上市"
DAY = ("--on", "2026-11-25")
HEAD = "企业名称,年度,职工总数,科技人员数,销售收入（万元）,研发费用（万元）\n"
FIRM = """
enterprise = "昆山栗木测试科技有限公司"
founded = 2019-03-01
[years.2024]
staff = 100
revenue = "6000万元"
[years.2025]
staff = 110
technical_staff = 7
revenue = "8000万元"
"""


@pytest.fixture
def file(tmp_path: Path):
    def written(name: str, text: str) -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return written


def rung(told, name):
    return next(each for each in told if each["rung"] == name)


def line(told, number):
    return next(each for each in (*told["criteria"], *told["scored"]) if each["id"] == number)


def test_figures_may_be_said(run):
    told = run("ladder", "--said", SAID, *DAY).json
    assert line(rung(told, "technology_sme"), "TSME-05")["gap"]["amount"] == "4"


def test_words_may_come_from_standard_input(run):
    told = run("ladder", "--said", "-", *DAY, stdin=SAID).json
    assert line(rung(told, "technology_sme"), "TSME-05")["gap"]["amount"] == "4"


def test_what_is_open_in_words_is_asked_and_not_judged(run):
    told = run("ladder", "--said", "去年营收八千五，一百个人", *DAY).json
    assert told["asked"] == ["销售收入：单位是元还是万元？"]
    assert "revenue@2025" in rung(told["enterprises"][0]["standings"], "technology_sme")["wants"]


def test_a_person_reads_what_is_asked(run):
    assert "! 销售收入：单位是元还是万元？" in run("ladder", "--said", "去年营收八千五", *DAY, person=True).out


@pytest.mark.parametrize("given", [(), ("x.toml", "--said", "去年营收八千万")])
def test_either_a_file_or_words_are_wanted(run, given):
    outcome = run("ladder", *given)
    assert (outcome.status, "只用一样" in outcome.err) == (2, True)


def test_a_table_is_read(run, file):
    told = run("ladder", file("a.csv", f"{HEAD}甲厂,2025,110,7,8000,520\n"), *DAY).json
    assert line(rung(told, "technology_sme"), "TSME-05")["gap"]["amount"] == "4"


def test_a_table_of_several_enterprises_tells_each(run, file):
    told = run("ladder", file("a.csv", f"{HEAD}甲厂,2025,110,7,8000,520\n乙厂,2025,20,9,800,52\n"), *DAY).json
    assert [each["enterprise"] for each in told["enterprises"]] == ["甲厂", "乙厂"]


def test_ten_thousands_beside_yuan_are_asked_before_anything_is_judged(run, file):
    text = "年度,销售收入（万元）,研发费用（元）\n2025,8000,5200000\n"
    outcome = run("ladder", file("a.csv", text), *DAY)
    assert (outcome.status, outcome.out) == (2, "")
    assert "一列万元、一列元容易写错" in outcome.err
    assert run("ladder", file("a.csv", text), "--units-checked", *DAY).status == 0


def test_a_row_that_cannot_be_read_is_told_with_its_number(run, file):
    told = run("ladder", file("a.csv", f"{HEAD}甲厂,2025,很多,7,8000,520\n"), *DAY).json
    assert told["asked"] == ["第2行：“职工总数”写的是“很多”，不是数字。"]


def test_a_year_told_twice_is_asked(run, file):
    told = run("ladder", file("a.csv", f"{HEAD}甲厂,2025,110,7,8000,520\n甲厂,2025,110,7,8000,520\n"), *DAY).json
    assert told["asked"][0].startswith("2025年写了2行")


def test_a_table_that_is_not_there_is_told(run, tmp_path):
    outcome = run("ladder", str(tmp_path / "none.xlsx"))
    assert (outcome.status, "打不开" in outcome.err) == (2, True)


def test_a_table_that_is_none_is_told(run, file):
    outcome = run("ladder", file("a.xlsx", "<html><table></table></html>"))
    assert (outcome.status, "网页" in outcome.err) == (2, True)


def test_a_figure_that_cannot_be_so_is_asked(run, file):
    shown = run("ladder", file("a.toml", FIRM.replace("= 7", "= 700")), *DAY, person=True).out.replace("\n", "").replace(" ", "")
    assert "2025年科技人员数700人，比职工总数110人还多" in shown
    assert "：满足" not in shown


def test_what_looks_odd_may_be_confirmed(run, file):
    odd = FIRM.replace('revenue = "8000万元"', 'revenue = "8000元"')
    before = run("ladder", file("a.toml", odd), *DAY).json
    after = run("ladder", file("a.toml", odd), "--confirm", "INP-09", "--confirm", "INP-10", *DAY).json
    assert {each["id"] for each in before[0]["doubts"]} == {"INP-09", "INP-10"}
    assert after[0]["doubts"] == []


def test_the_way_to_confirm_is_shown(run, file):
    odd = FIRM.replace('revenue = "8000万元"', 'revenue = "8000元"')
    assert "--confirm INP-10" in run("ladder", file("a.toml", odd), *DAY, person=True).out


def test_what_if_tells_every_rung_that_moves(run, file):
    told = run("ladder", file("a.toml", FIRM), "--if", "2025.technical_staff=20", *DAY).json["enterprises"][0]
    assert "科技人员指标不为0" in str(told["what_if"])
    assert {each["rung"] for each in told["what_if"]} <= {each["rung"] for each in told["standings"]}


def test_what_if_may_take_a_figure_away(run, file):
    told = run("ladder", file("a.toml", FIRM), "--if", "2025.technical_staff=", *DAY).json["enterprises"][0]
    assert [each["after"] for each in told["what_if"] if each["rung"] == "technology_sme"] == ["缺数据"]


def test_a_person_reads_what_if_and_year_on_year(run, file):
    shown = run("ladder", file("a.toml", FIRM), "--if", "2025.technical_staff=20", "--years", *DAY, person=True).out.replace("\n", "").replace(" ", "")
    assert "假如这样，科技型中小企业：" in shown
    assert "2025年销售收入6000万元→8000万元（33.33%）" in shown
    assert "2025年职工总数100→110（10%）" in shown


@pytest.mark.parametrize(
    ("change", "told"),
    [("2025.technical_staff", "要写成 栏目=值"), ("2025.stuff=3", "没有“stuff”这一栏"), ("2025.revenue=8000", "没有单位"), ("listed=也许", "看不懂")],
)
def test_a_change_that_cannot_be_read_is_told(run, file, change, told):
    outcome = run("ladder", file("a.toml", FIRM), "--if", change, *DAY)
    assert (outcome.status, told in outcome.err) == (2, True)


def test_year_on_year_tells_changes_and_verdicts(run, file):
    told = run("ladder", file("a.toml", FIRM), "--years", *DAY).json["enterprises"][0]["years"]
    assert [(each["input"], each["rate"]) for each in told["changes"]] == [("staff", "10%"), ("revenue", "33.33%")]
    assert {each["rung"] for each in told["verdicts"]} >= {"technology_sme", "unicorn"}


def test_the_letter_is_written_as_pdf(run, file, tmp_path):
    assert run("ladder", file("a.toml", FIRM), "--letter", str(tmp_path / "out.pdf"), *DAY).status == 0
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO((tmp_path / "out.pdf").read_bytes())).pages)
    assert "昆山栗木测试科技有限公司" in text


def test_the_letter_is_written_as_a_word_document(run, file, tmp_path):
    assert run("ladder", file("a.toml", FIRM), "--letter", str(tmp_path / "out.docx"), *DAY).status == 0
    assert any("昆山栗木测试科技有限公司" in each.text for each in docx.Document(str(tmp_path / "out.docx")).paragraphs)


def test_another_ending_of_a_letter_is_refused(run, file, tmp_path):
    outcome = run("ladder", file("a.toml", FIRM), "--letter", str(tmp_path / "out.txt"), *DAY)
    assert (outcome.status, "只能出 .pdf 或者 .docx" in outcome.err) == (2, True)


def test_a_letter_is_of_one_enterprise(run, file, tmp_path):
    outcome = run("ladder", file("a.csv", f"{HEAD}甲厂,2025,1,1,80,5\n乙厂,2025,2,1,80,5\n"), "--letter", str(tmp_path / "out.pdf"), *DAY)
    assert (outcome.status, "2 家企业" in outcome.err) == (2, True)


def test_a_letter_that_cannot_be_written_is_told(run, file, tmp_path):
    outcome = run("ladder", file("a.toml", FIRM), "--letter", str(tmp_path / "none" / "out.docx"), *DAY)
    assert (outcome.status, "写不进" in outcome.err) == (2, True)


@pytest.mark.parametrize("code", list(Code))
def test_every_trouble_of_a_table_has_a_sentence(code):
    told = sentence(Trouble(code, {"column": "销售收入", "words": "x", "columns": "甲", "unit": "元", "row": 2, "most": 9}))
    assert told.endswith("。")
    assert "{" not in told


def test_a_trouble_without_a_sentence_of_its_own_names_its_code():
    assert sentence(Trouble(Code.WIDE)) == OTHERWISE.format(code="wide")


def test_a_trouble_is_safe_on_a_terminal():
    assert "\x1b" not in sentence(Trouble(Code.NO_NUMBER, {"column": "a", "words": "\x1b[31m"}))
