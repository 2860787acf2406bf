"""The charts of the cockpit: what each draws of whom, where its labels lead, and that it draws nothing of what nobody knows."""

from datetime import date, timedelta

import pytest

from gaoxing.casework.clock import Light
from gaoxing.documents.charts.chart import Kind
from gaoxing.documents.charts.drawing import svg
from gaoxing.office.indicators.cockpit import pictures
from gaoxing.office.indicators.cockpit.lights import Row
from gaoxing.office.indicators.cockpit.pictures import Line
from tests.office.indicators.cockpit import invented

DAY = date(2026, 11, 24)
LIGHTS = (
    Row("requests", "企业诉求", {Light.DOUBLE_RED: 2, Light.RED: 1, Light.YELLOW: 0, Light.GREEN: 5, Light.PAUSED: 0}, {}),
    Row("cases", "办件", {Light.RED: 3, Light.YELLOW: 0, Light.GREEN: 1, Light.PAUSED: 2}, {}),
)


def test_the_lights_are_one_bar_a_kind_the_worst_first():
    chart = pictures.lit(LIGHTS)
    assert (chart.kind, chart.stacked, chart.labels) == (Kind.BARS, True, ("企业诉求", "办件"))
    assert [each.name for each in chart.series] == ["双红", "红灯", "黄灯", "绿灯", "暂停"]


def test_a_kind_without_a_double_red_has_no_number_of_it():
    assert pictures.lit(LIGHTS).series[0].values == (2, None)


def test_every_light_is_drawn_so_that_it_is_told_apart_without_colour():
    drawn = svg(pictures.lit(LIGHTS))
    assert all(f"url(#chart-{number})" in drawn for number in (1, 3, 4))


def test_months_are_columns_with_a_series_a_line():
    chart = pictures.months("诉求", 2026, (Line("requests_received", "收到", (3, None, 5)), Line("requests_closed", "办结", (2, None, 1))), "件")
    assert (chart.kind, chart.title, chart.labels) == (Kind.COLUMNS, "诉求，2026 年各月", ("1月", "2月", "3月"))
    assert [each.values for each in chart.series] == [(3, None, 5), (2, None, 1)]
    assert chart.links[2] == "/staff/indicators/requests_received/records?period=2026-03"


def test_months_of_which_none_is_known_are_not_drawn():
    assert pictures.months("诉求", 2026, (Line("requests_received", "收到", (None, None)),), "件").empty


def test_classes_have_received_and_closed_and_lead_to_their_records():
    chart = pictures.classes(["政策", "用工"], [3, 4], [1, None], ["/a", "/b"])
    assert [(each.name, each.values) for each in chart.series] == [("收到", (3, 4)), ("办结", (1, None))]
    assert chart.links == ("/a", "/b")
    assert "每个类别都算一次" in chart.note


@pytest.mark.django_db
def test_nobody_on_the_list_is_not_nobody_contacted(now):
    assert pictures.contacted(DAY, now=now).empty


@pytest.mark.django_db
def test_who_was_contacted_in_the_quarter_is_told_from_who_was_not(steward, now):
    first, *_others = invented.clients(steward, on=date(2026, 1, 1), enterprises=3, projects=2)
    invented.request(date(2026, 11, 20), client=first)
    called = invented.RequestEvent.objects.get(subject__client=first)
    called.act = "contact"
    called.save()
    contacted, silent = pictures.contacted(DAY, now=now).series
    assert (contacted.values, silent.values) == ((1, 0), (2, 2))


@pytest.mark.django_db
def test_contact_of_a_quarter_leads_to_that_quarter_s_list(now):
    assert pictures.contacted(date(2026, 2, 1), now=now).links == (
        "/staff/clients?kind=enterprise&quarter=2026Q1",
        "/staff/clients?kind=project&quarter=2026Q1",
    )


@pytest.mark.django_db
def test_the_ladder_shows_the_rungs_that_anybody_holds_in_their_order():
    for rung in ("unicorn", "technology_sme", "little_giant"):
        invented.certificate(date(2026, 3, 1), rung=rung)
    chart = pictures.ladder(DAY, today=DAY)
    assert chart.labels == ("科技型中小企业", "“小巨人”企业", "独角兽企业")
    assert chart.links[0] == "/staff/ladder/records?which=valid&rung=technology_sme&year=2026"


@pytest.mark.django_db
def test_a_certificate_that_ended_is_on_no_rung():
    invented.certificate(date(2019, 3, 1), years=3)
    invented.certificate(date(2026, 3, 1), years=3)
    assert pictures.ladder(DAY, today=DAY).series[0].values == (1,)


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "count", "leads"), [(date(2025, 12, 31), 1, True), (date(2025, 10, 31), 1, False), (date(2024, 12, 31), 0, True)])
def test_the_ladder_of_an_earlier_day_counts_that_day_and_leads_only_to_what_it_counts(day, count, leads):
    invented.certificate(date(2025, 3, 1))
    invented.certificate(date(2026, 3, 1))
    chart = pictures.ladder(day, today=DAY)
    assert (chart.series[0].values, chart.series[0].name, bool(chart.links)) == ((count,), day.isoformat(), leads)


@pytest.mark.django_db
def test_a_ladder_of_nobody_is_not_drawn():
    assert pictures.ladder(DAY, today=DAY).empty


@pytest.mark.django_db
def test_the_funnel_leaves_out_what_was_given_up():
    for state in ("lead", "signed", "dropped"):
        invented.signed(DAY - timedelta(days=9), state=state)
    assert pictures.funnel().series[0].values == (2, 1, 1, 0, 0, 0, 0, 0)


@pytest.mark.django_db
def test_a_stage_of_the_funnel_leads_to_those_that_stand_at_it():
    chart = pictures.funnel()
    assert chart.links[2] == "/staff/promotions?show=signed"
    assert (chart.tight, chart.empty) == (True, True)
