"""The monthly report: the same text from the same figures, sentences of figures alone, what is doubtful said, as PDF, as Word document and in English."""

import io
import json
import zipfile
from datetime import timedelta
from decimal import Decimal
from html import unescape

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from gaoxing.office.audit.models import Entry
from gaoxing.office.indicators.cockpit.number import Number
from gaoxing.office.indicators.cockpit.report.content import report
from gaoxing.office.indicators.cockpit.report.drawing import drawn
from gaoxing.office.indicators.cockpit.report.paper import layout
from gaoxing.office.indicators.cockpit.report.sentences import paragraph
from gaoxing.office.indicators.periods import Period
from gaoxing.office.indicators.permissions import OPERATOR
from gaoxing.office.people.remembering import remembering
from tests.office.indicators.cockpit import invented
from tests.office.indicators.cockpit.conftest import MONTH

OCTOBER = Period.month(2026, 10)


@pytest.fixture
def made(db, now):
    def of(month=OCTOBER, *, at=now):
        with remembering():
            return report(month, person=OPERATOR, now=at)

    return of


def part(found, title):
    return next(each for each in found.parts if each.title == title)


def written(found, now, *, pictures):
    return json.dumps(dict(layout(found, on=now.date(), pictures=pictures).values), ensure_ascii=False)


def said(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        text = package.read("word/document.xml").decode()
    return unescape("".join(each.split("<")[0] for each in text.split("<w:t")[1:] for each in [each.partition(">")[2]]))


def figure(value, before=None, **more):
    return Number("some", "收到诉求", None if value is None else Decimal(value), "件", before=None if before is None else Decimal(before), **more)


def test_the_report_has_title_span_and_moment(made):
    found = made()
    assert (found.title, found.span, found.as_of) == ("昆山高新区 2026 年 10 月月报", "2026-10-01 到 2026-10-31", "2026-11-24 10:30")


def test_a_month_that_still_runs_says_so(made):
    assert made(MONTH).span == "2026-11-01 到 2026-11-24（没有满月）"


def test_the_same_month_says_the_same_when_nothing_changed(full, made, now):
    first, later = made(), made(at=now + timedelta(hours=3))
    assert first.as_of != later.as_of
    assert (first.parts, first.problems, first.missing) == (later.parts, later.problems, later.missing)


def test_the_same_month_at_the_same_moment_gives_the_same_bytes(made, now):
    found = made()
    assert drawn(found, "docx", on=now.date()).sha256 == drawn(found, "docx", on=now.date()).sha256


@pytest.mark.parametrize(
    ("now", "old", "told"),
    [
        (figure("8", "4"), figure("10"), "收到诉求 8 件，比上月下降 20.0%，比去年同月增长 100.0%。"),
        (figure("8"), None, "收到诉求 8 件。"),
        (figure("8", "8"), figure("8"), "收到诉求 8 件，比上月持平，比去年同月持平。"),
        (figure("40", "30", qualifier="more_than"), figure("35"), "收到诉求 超过 40 件。"),
        (figure("8", period="2026 年"), None, "收到诉求（2026 年） 8 件。"),
        (figure(None, "4"), figure("10"), ""),
    ],
)
def test_a_sentence_says_figures_and_compares_only_what_is_known(now, old, told):
    assert paragraph([(now, old)]) == told


def test_a_sentence_is_english_too():
    with override("en"):
        assert paragraph([(figure("8", "4"), figure("10"))]) == "收到诉求 8, down 20.0% on the month, up 100.0% on the same month of the year before."


def test_every_part_has_its_figures_with_what_they_count_and_their_source(full, made):
    invented.value("gdp", "2025", "1190", growth="4.8")
    found = made()
    gdp = next(each for each in part(found, "园区主要指标").rows if each.name.startswith("地区生产总值"))
    assert (gdp.name, gdp.value, gdp.year) == ("地区生产总值（2025 年）", "1,190 亿元", "—（增长 4.8%）")
    assert gdp.source.endswith("统计部门公布，2026-01-20")
    assert next(each for each in part(found, "诉求闭环").rows).value == "7 件"


def test_a_part_of_which_nothing_is_known_says_what_is_missing(made):
    found = made()
    assert "导入名单" in part(found, "企业梯队").empty
    assert len(found.missing) == len(found.definitions)


def test_sources_that_differ_and_what_is_overdue_are_listed(made):
    invented.value("gdp", "2024", "1135.1")
    invented.value("gdp", "2024", "1140", source="另一个部门", dated=invented.date(2025, 3, 1))
    conflict, stale = made().problems
    assert conflict == "地区生产总值：统计部门公布说是 1,135.1 亿元，另一个部门（2025-03-01）说是 1,140 亿元，还没有定用哪个。"
    assert stale == "过了更新的时间、还是以前的数的 1 个：地区生产总值。"


def test_an_earlier_month_that_was_restated_is_shown_so(full, made):
    """What was kept of October is six; a request of that month came to the office later."""
    invented.value("requests_received", "2026-10", "6", origin="kept", source="系统计算", dated=invented.date(2026, 11, 1))
    assert "收到诉求：更正过，2026-11-01 留存的是 6 件，现在是 7 件。" in made().problems


def test_the_pdf_has_pictures_and_the_word_document_their_tables(full, made, now):
    found = made()
    pdf, docx = written(found, now, pictures=True), written(found, now, pictures=False)
    assert ("<svg" in pdf, "<svg" in docx) == (True, False)
    assert "人才与用工" in said(drawn(found, "docx", on=now.date()).content)


def test_the_appendix_defines_every_figure(made, now):
    found = made()
    text = said(drawn(found, "docx", on=now.date()).content)
    assert all(each.definition in text and each.owner in text for each in found.definitions)


def test_the_report_is_english_too(made, now):
    with override("en"):
        found = made()
        text = said(drawn(found, "docx", on=now.date()).content)
    assert found.title == "昆山高新区, report of 10/2026"
    assert "Figures that nobody knows" in text
    assert "指标定义" not in text


def test_the_command_writes_both_and_says_what_it_wrote(full, now, tmp_path, capsys):
    files = {form: tmp_path / f"a.{form}" for form in ("pdf", "docx")}
    call_command("month_report", month="2026-10", **{form: str(file) for form, file in files.items()})
    told = json.loads(capsys.readouterr().out)
    assert (files["pdf"].read_bytes()[:4], files["docx"].read_bytes()[:2]) == (b"%PDF", b"PK")
    assert told["files"] == {form: str(file) for form, file in files.items()}
    assert Entry.objects.filter(act="report.drawn", role="operator").count() == 2


@pytest.mark.parametrize(
    ("month", "file", "why"),
    [
        ("2026-13", "a.pdf", "不是一个月份"),
        ("2027-01", "a.pdf", "还没有到"),
        ("2026-10", "no/a.pdf", "写不了"),
        ("2026-10", "", "没有说写到哪里"),
    ],
)
def test_the_command_refuses_with_a_sentence(db, tmp_path, month, file, why):
    with pytest.raises(CommandError, match=why):
        call_command("month_report", month=month, pdf=str(tmp_path / file) if file else None)
