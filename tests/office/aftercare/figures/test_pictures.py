"""The charts of the figures: what is drawn of which numbers, where each label leads, and what is left out where there is nothing."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from gaoxing.documents.charts.chart import Kind
from gaoxing.documents.charts.drawing import svg
from gaoxing.office.aftercare.figures.counting import Counted
from gaoxing.office.aftercare.figures.definitions import FIGURES
from gaoxing.office.aftercare.figures.page import Caused, Cell, Line, Page
from gaoxing.office.aftercare.figures.periods import named
from gaoxing.office.aftercare.figures.pictures import MOST_CAUSES, charts


def counted(members, of, *, days=None):
    return Counted(tuple(range(members)), tuple(range(of)), days)


def line(key="", name="", **told):
    """A line in which ten of ten were received and of every other figure half of ten, or what is told."""
    found = {each.id: counted(5, 10) for each in FIGURES} | {"received": counted(10, 10)} | told
    return Line(key, name, tuple(Cell(each, found[each.id], {"period": "2026Q4", "unit": key}) for each in FIGURES))


def drawn(whole=None, *, categories=(), units=(), months=(), causes=()):
    """The charts by their titles."""
    lines = tuple(categories) or (line("policy", "政策与奖补"),)
    with override("zh-hans"):
        return {each.title: each for each in charts(Page(named("2026Q4"), whole or line(), lines, tuple(units), tuple(months), tuple(causes)))}


def test_of_nothing_nothing_is_drawn():
    assert drawn(line(received=counted(0, 0))) == {}


def test_without_units_causes_and_several_months_these_charts_are_left_out():
    assert list(drawn()) == ["各类诉求收到、办结和解决", "办结的怎么评价"]


def test_of_each_category_what_was_received_closed_and_solved_is_drawn():
    found = drawn(categories=[line("policy", "政策与奖补", solved=counted(2, 5)), line("labour", "人才与用工")])["各类诉求收到、办结和解决"]
    assert (found.kind, found.labels) == (Kind.BARS, ("政策与奖补", "人才与用工"))
    assert [(each.name, each.values) for each in found.series] == [("收到", (10, 10)), ("办结", (5, 5)), ("解决", (2, 5))]
    assert all("figure=received" in each for each in found.links)


def test_what_was_closed_is_cut_into_satisfied_not_satisfied_and_not_rated():
    found = drawn(line(rated=counted(7, 10), satisfied=counted(4, 7)))["办结的怎么评价"]
    assert (found.kind, found.labels, found.series[0].values) == (Kind.SHARE, ("满意", "不满意", "未评价"), (4, 3, 3))
    assert [each.partition("figure=")[2] for each in found.links] == ["satisfied&which=members", "satisfied&which=missed", "rated&which=missed"]


def test_units_of_which_nothing_is_due_are_left_out_and_one_that_was_never_in_time_has_nought():
    units = [line("1", "甲", in_time=counted(0, 4)), line("2", "乙", in_time=counted(0, 0)), line("3", "丙", in_time=counted(3, 4))]
    found = drawn(units=units)["各单位按时办结率"]
    assert (found.labels, found.series[0].values, found.unit) == (("甲", "丙"), (Decimal("0.0"), Decimal("75.0")), "%")


def test_the_most_frequent_causes_are_drawn_each_leading_to_its_records():
    every = [Caused(f"原因{number}", 20 - number, f"/to/{number}") for number in range(MOST_CAUSES + 3)]
    found = drawn(causes=every)["主要原因"]
    assert (len(found.labels), found.links[0], found.series[0].values[:2]) == (MOST_CAUSES, "/to/0", (20, 19))


def test_months_stand_in_their_order_one_cut_short_by_its_first_day():
    months = [line("2026-10", "2026 年 10 月"), line("", "2026-11-01 到 2026-11-24")]
    months[1] = Line("", months[1].name, tuple(Cell(each.figure, each.found, {"since": "2026-11-01", "until": "2026-11-24"}) for each in months[1].cells))
    found = drawn(months=months)["各月收到、办结和解决"]
    assert (found.kind, found.labels) == (Kind.COLUMNS, ("2026-10", "2026-11-01"))


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_chart_can_be_drawn_in_both_languages(language):
    with override(language):
        page = Page(
            named("2026Q4"),
            line(),
            (line("policy", "政策"),),
            (line("1", "甲"),),
            (line("2026-10", "十月"), line("2026-11", "十一月")),
            (Caused("慢", 1, "/"),),
        )
        pictures = [svg(each, language=language[:2]) for each in charts(page)]
    assert len(pictures) == 5
    assert all(each.startswith("<svg") and " style=" not in each for each in pictures)
