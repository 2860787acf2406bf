"""The monthly report laid out: numbered parts, tables, charts as pictures or as tables, what is to be checked, an appendix; nothing in it is markup."""

from datetime import date

import pytest
from django.utils.translation import override

from gaoxing.documents.charts.chart import Chart, Kind, Series
from gaoxing.engines.docx import DocxRenderer
from gaoxing.engines.typst import TypstRenderer
from gaoxing.office.indicators.cockpit.report.content import Part, Report, Row
from gaoxing.office.indicators.cockpit.report.paper import FACE, layout
from gaoxing.office.indicators.cockpit.report.sentences import bracketed
from gaoxing.office.indicators.definitions import indicators

ON = date(2026, 11, 24)
CHART = Chart(Kind.COLUMNS, "诉求，2026 年各月", ("1 月", "2 月"), (Series("收到", (3, None)), Series("办结", (2, 1))), unit="件")
ROWS = (Row("收到诉求", "8 件", "10 件（下降 20.0%）", "—", "期内提交的企业诉求。"),)


def report(*parts, problems=(), missing=(), **more):
    given = {"title": "样例区 2026 年 10 月月报", "span": "2026-10-01 到 2026-10-31", "as_of": "2026-11-24 10:30", "definitions": ()}
    return Report(parts=parts, problems=problems, missing=missing, **{**given, **more})


def blocks(made, *, pictures=True, kind=""):
    found = layout(made, on=ON, pictures=pictures).values["blocks"]
    return [each for each in found if kind in ("", each["kind"])]


def words(block):
    return "".join(each["text"] for each in block["runs"])


def test_the_title_is_the_file_s_name_and_stands_at_the_foot():
    made = layout(report(), on=ON, pictures=True)
    assert (made.name, made.title, made.values["foot"], made.values["on"]) == (*("样例区 2026 年 10 月月报",) * 3, "2026-11-24")


def test_the_first_sentence_tells_span_and_moment():
    assert words(blocks(report())[0]) == "期间：2026-10-01 到 2026-10-31。数据截至 2026-11-24 10:30。"


def test_parts_are_numbered_in_their_order():
    found = [words(each) for each in blocks(report(Part("诉求闭环", "", ROWS, ()), Part("企业梯队", "", ROWS, ())), kind="heading")]
    assert found[:2] == ["一、诉求闭环", "二、企业梯队"]


def test_an_english_part_is_numbered_with_figures():
    with override("en"):
        made = layout(report(Part("Coverage", "", ROWS, ())), on=ON, pictures=True)
    assert words(next(each for each in made.values["blocks"] if each["kind"] == "heading")) == "1. Coverage"
    assert made.values["english"] is True


def test_a_part_has_its_paragraph_and_its_table():
    made = report(Part("诉求闭环", "收到诉求 8 件。", ROWS, ()))
    (table,) = blocks(made, kind="table")[:1]
    assert "收到诉求 8 件。" in [words(each) for each in blocks(made, kind="paragraph")]
    assert table["head"] == ["指标", "本月", "上月（环比）", "去年同月（同比）", "口径和来源"]
    assert ["".join(run["text"] for run in cell) for cell in table["rows"][0]] == ["收到诉求", "8 件", "10 件（下降 20.0%）", "—", "期内提交的企业诉求。"]


def test_a_part_of_which_nothing_is_known_has_no_table():
    made = report(Part("企业梯队", "", ROWS, (CHART,), "还没有企业的资质。"))
    assert "还没有企业的资质。" in [words(each) for each in blocks(made, kind="paragraph")]
    assert blocks(made, kind="picture") == []


def test_a_chart_is_a_picture_in_a_face_that_the_typesetter_has():
    (found,) = blocks(report(Part("诉求闭环", "", ROWS, (CHART,))), kind="picture")
    assert f'<svg font-family="{FACE}"' in found["svg"]
    assert (words(found), "最多 3" in found["alt"]) == ("诉求，2026 年各月（件）", True)


def test_a_chart_is_a_table_with_every_number_where_there_are_no_pictures():
    made = report(Part("诉求闭环", "", ROWS, (CHART,)))
    table = blocks(made, pictures=False, kind="table")[1]
    assert blocks(made, pictures=False, kind="picture") == []
    assert [["".join(run["text"] for run in cell) for cell in row] for row in table["rows"]] == [["1 月", "3", "2"], ["2 月", "—", "1"]]


@pytest.mark.parametrize(
    ("problems", "missing", "told"),
    [
        ((), (), ["没有说法不一、过期或者更正过的数。", "没有缺的。"]),
        (("甲说法不一。", "乙更正过。"), ("丙", "丁"), ["甲说法不一。", "乙更正过。", "丙、丁"]),
    ],
)
def test_what_is_to_be_checked_and_what_is_missing_is_listed_or_said_to_be_none(problems, missing, told):
    found = [words(each) for each in blocks(report(problems=problems, missing=missing), kind="paragraph")]
    assert found[-len(told) :] == told


def test_the_appendix_begins_a_page_and_marks_what_was_not_confirmed():
    chosen = tuple(next(each for each in indicators().values() if each.unconfirmed is wanted) for wanted in (True, False))
    made = blocks(report(definitions=chosen))
    names = ["".join(run["text"] for run in row[0]) for row in made[-1]["rows"]]
    assert [each["kind"] for each in made[-3:]] == ["page", "heading", "table"]
    assert [each.endswith("（定义未核实）") for each in names] == [True, False]


def test_words_on_screen_are_never_markup_of_the_paper():
    odd = Part("#pagebreak() {{ title }} <w:p/>", "*粗* $x$ {% if %}", (Row("#1", "8", "—", "—", "<b>"),), ())
    made = report(odd)
    assert TypstRenderer().render(layout(made, on=ON, pictures=True)).content.startswith(b"%PDF")
    assert DocxRenderer().render(layout(made, on=ON, pictures=False)).content.startswith(b"PK")


@pytest.mark.parametrize(("words_", "chinese", "english"), [("2026 年", "（2026 年）", " (2026 年)"), ("", "", "")])
def test_brackets_are_those_of_the_language(words_, chinese, english):
    with override("en"):
        assert bracketed(words_) == english
    assert bracketed(words_) == chinese
