"""The notice of filing: what it says, what it leaves out, and how it is issued anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gaoxing.catalogue import matter
from gaoxing.documents.projects.notice import Ending, Filing, filing_notice
from gaoxing.engines.docx import DocxRenderer
from tests.checks.projects.filings import filed

FIELDS = matter("project_filing").fields
FILING = Filing("高投备〔2026〕1号", "2611-320583-89-01-04217*", date(2026, 11, 25))
CHANGED = Filing(FILING.number, "2611-320583-89-01-123456", FILING.filed, date(2027, 1, 8))


def blocks(filing: Filing = FILING, **blanks) -> list[dict]:
    return filing_notice(filed(**blanks), FIELDS, filing, issued=filing.changed or filing.filed).values["blocks"]


def text(*given, **blanks) -> str:
    runs = [each["runs"] for each in blocks(*given, **blanks)]
    return "\n".join("".join(run["text"] for run in each) for each in runs)


def items(**blanks) -> dict[str, str]:
    [table] = [each for each in blocks(**blanks) if each["kind"] == "table"]
    return {"".join(run["text"] for run in row[0]): "".join(run["text"] for run in row[1]) for row in table["rows"]}


def test_it_names_number_code_unit_day_and_authority():
    told = text()
    for words in ("备案号：高投备〔2026〕1号", "2611-320583-89-01-04217*", "昆山示例精密科技有限公司：", "自2026年11月25日起备案", "昆山高新区管理委员会"):
        assert words in told


@pytest.mark.parametrize(("filing", "told"), [(FILING, True), (CHANGED, False)])
def test_a_provisional_code_is_said_to_be_one(filing: Filing, told: bool):
    assert ("暂编代码" in text(filing)) == told


def test_a_notice_issued_anew_replaces_the_one_before():
    told = text(CHANGED)
    assert "2027年1月8日办理了备案变更" in told
    assert "原通知书不再使用" in told
    assert "收齐" not in told


@pytest.mark.parametrize(("ending", "why"), [(Ending.WITHDRAWN, "撤回了备案"), (Ending.REMOVED, "移除，理由已经告知"), (Ending.REPLACED, "办理了备案变更")])
def test_a_notice_that_is_void_says_so_in_its_title_and_first_of_all(ending: Ending, why: str):
    made = filing_notice(filed(), FIELDS, replace(FILING, ended=date(2027, 3, 2), ending=ending), issued=FILING.filed)
    first = "".join(run["text"] for run in made.values["blocks"][0]["runs"])
    assert made.title == made.name == "企业投资项目备案通知书（已失效）"
    assert first.startswith("本通知书已经失效：")
    assert "2027年3月2日" in first
    assert why in first


@pytest.mark.parametrize("filing", [FILING, CHANGED])
def test_a_notice_that_is_valid_says_nothing_of_an_end(filing: Filing):
    assert "失效" not in text(filing)


def test_every_blank_that_was_filled_stands_in_the_table():
    told = items()
    assert told["总投资额"] == "12000万元（人民币）"
    assert told["建设性质"] == "扩建"
    assert told["计划开工时间"] == "2027年3月"
    assert "新增用地面积" not in told


def test_people_are_not_named():
    assert not {"联系人", "联系人手机"} & set(items())
    assert "魏大墨" not in text()


def test_it_says_that_filing_is_no_permission_and_what_comes_after():
    assert "环境影响评价" in text()
    assert "两年内没有开工" in text()


def test_it_is_made_as_a_word_file_too():
    made = DocxRenderer().render(filing_notice(filed(), FIELDS, FILING, issued=FILING.filed))
    assert made.name == "企业投资项目备案通知书.docx"
    assert made.content[:2] == b"PK"
