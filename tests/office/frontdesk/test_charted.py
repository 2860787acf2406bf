"""A chart on a page: its picture, its table beside it, in the language of the page."""

import pytest
from django.template import Context, Template
from django.utils import translation

from gaoxing.documents.charts.chart import Chart, Kind, Series

CHART = Chart(Kind.BARS, "各类<诉求>", ("政策", "用工"), (Series("件数", (3, None)),), unit="件", note="到昨天为止", links=("/a?x=1&y=2", ""))


def shown(text, chart=CHART):
    return Template("{% load charted %}" + text).render(Context({"figure": chart}))


def test_a_chart_stands_with_its_table_links_unit_and_note():
    page = shown('{% chart figure name="classes" %}')
    assert '<desc id="classes-desc">' in page
    assert '<th scope="row"><a href="/a?x=1&amp;y=2">政策</a></th><td>3</td>' in page
    assert "单位：件" in page
    assert "到昨天为止" in page
    assert "<h3>各类&lt;诉求&gt;</h3>" in page


@pytest.mark.parametrize(("level", "tag"), [(2, "h2"), (4, "h4")])
def test_the_heading_has_the_level_of_its_place_and_the_table_may_be_folded(level, tag):
    page = shown(f'{{% chart figure name="c" level={level} folded=True %}}')
    assert f"<{tag}" in page
    assert "<details><summary>看数字</summary>" in page


def test_a_picture_speaks_the_language_of_the_page():
    with translation.override("en"):
        assert "Every number stands in the table" in shown('{% spark figure name="c" %}', Chart(Kind.SPARK, "走势", ("1", "2"), (Series("件数", (1, 2)),)))


def test_no_figures_make_a_sentence_and_no_table():
    page = shown('{% chart figure name="c" %}', Chart(Kind.BARS, "空", (), (Series("件数", ()),)))
    assert "这里还没有数据。" in page
    assert "<table" not in page
