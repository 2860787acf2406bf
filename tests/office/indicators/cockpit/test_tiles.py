"""A number and a block as the page shows them: link, unit, change, marks, source, what was published, and what is missing."""

from datetime import date
from decimal import Decimal

import pytest
from django.template.loader import render_to_string

from gaoxing.documents.charts.chart import Chart, Kind, Series
from gaoxing.office.indicators.cockpit.number import Block, Mark, Number, Picture
from gaoxing.office.indicators.cockpit.urgent import Waiting

GIVEN = {"told": "样例口径", "about": "/about", "records": "/records"}
CHART = Chart(Kind.BARS, "样例图", ("甲",), (Series("件数", (3,)),), links=("/chart",))


def shown(value="1190.5", *, unit="亿元", **more):
    each = Number("some", "样例指标", None if value is None else Decimal(value), unit, **{**GIVEN, **more})
    return " ".join(render_to_string("indicators/cockpit/number.html", {"each": each}).split())


def block(**more):
    return " ".join(render_to_string("indicators/cockpit/block.html", {"block": Block("some", "样例块", **more)}).split())


def waits(*told, **more):
    return " ".join(render_to_string("indicators/cockpit/waiting.html", {"waiting": told, **more}).split())


def test_a_number_stands_in_a_link_with_its_unit():
    assert '<a class="figure-number" href="/records"><strong>1,190.5</strong> 亿元</a>' in shown()


def test_a_shortened_number_keeps_every_digit_for_whoever_points_at_it():
    assert '<a class="figure-number" href="/records" title="1,234,567"><strong>123.46万</strong> 元</a>' in shown("1234567", unit="元")


def test_more_than_stands_before_the_number():
    assert "<strong>超过 40</strong>" in shown("40", qualifier="more_than")


def test_the_change_and_the_marks_stand_beside():
    text = shown("110", before=Decimal(100), marks=(Mark.CONFLICT, Mark.STALE, Mark.RESTATED))
    assert '<span class="moved">同比 ▲ 10.0%</span>' in text
    assert all(f'mark-{name}">{word}<' in text for name, word in (("conflict", "来源不一"), ("stale", "过期"), ("restated", "更正过")))


def test_that_a_period_still_runs_is_said_once_on_the_page_and_not_at_each_number():
    assert "没有满期" not in shown(marks=(Mark.RUNNING,))


def test_what_was_entered_names_its_source_and_day():
    assert '<span class="from">统计部门公布，2026-01-20</span>' in shown(computed=False, source="统计部门公布", dated=date(2026, 1, 20))


def test_what_was_counted_names_no_source():
    assert 'class="from"' not in shown(source="本系统的记录", dated=date(2026, 1, 20))


def test_another_period_is_named_with_the_number():
    assert '<dt>样例指标 <span class="hint">2025 年</span></dt>' in shown(period="2025 年")


def test_the_unknown_has_a_dash_and_the_way_to_what_is_missing():
    text = shown(None, missing="没有录入")
    assert 'class="cell absent"' in text
    assert '<span aria-hidden="true">—</span> <a class="lacking" href="/about">没有录入</a>' in text


@pytest.mark.parametrize("odd", ["<script>alert(1)</script>", '" onclick="x', "{{ each.told }}"])
def test_a_source_is_words_and_never_markup(odd):
    text = shown(computed=False, source=odd, dated=date(2026, 1, 20))
    assert "<script>" not in text
    assert 'onclick="x' not in text


def test_a_block_leads_to_its_room_where_one_may_go():
    assert '<a href="/room">样例块</a>' in block(address="/room")
    assert 'id="block-some">样例块</h3>' in block()


def test_a_block_of_which_nothing_is_known_says_so_instead_of_dashes():
    text = block(numbers=(Number("a", "甲", None, "件"),), empty="先导入名单。")
    assert "<p>先导入名单。</p>" in text
    assert "—" not in text


def test_a_picture_has_its_table_folded_below():
    text = block(pictures=(Picture("sample", CHART),))
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-bars"' in text
    assert '<details><summary>看数字</summary> <div class="wide"><table' in text
    assert '<a href="/chart">甲</a>' in text


def test_an_empty_picture_is_left_out():
    assert "<svg" not in block(pictures=(Picture("sample", Chart(Kind.BARS, "图", ("甲",), (Series("件数", (None,)),))),))


def test_notes_and_now_stand_at_the_head():
    text = block(notes=("口径说明。",), now=True)
    assert '样例块 <span class="hint">现在</span></h3>' in text
    assert '<p class="hint">口径说明。</p>' in text


def test_what_is_severe_is_told_by_a_sign_and_a_class():
    text = waits(Waiting("a", "双红", 2, "/double", severe=True), Waiting("b", "红灯", 3, "/red"))
    assert '<li class="severe"><a href="/double"><span aria-hidden="true">▲ </span>双红 <strong>2</strong></a></li>' in text
    assert '<li><a href="/red">红灯 <strong>3</strong></a></li>' in text


def test_what_leads_nowhere_is_no_link():
    assert "<li>红灯 <strong>3</strong></li>" in waits(Waiting("b", "红灯", 3, ""))


def test_nothing_waiting_is_said():
    assert "现在没有要领导管的。" in waits()


@pytest.mark.parametrize(("most", "count", "told"), [(2, 3, True), (3, 3, False), (None, 30, False)])
def test_a_list_that_is_cut_says_of_how_many(most, count, told):
    text = waits(*(Waiting(str(each), "红灯", 1, "/red") for each in range(count)), **({"most": most} if most else {}))
    assert (f"一共 {count} 项" in text) is told
    assert text.count("<li>") == min(most or count, count)
