"""The cockpit: every number counts what its indicator counts and opens it, what is unknown is no nought, what needs a leader stands first."""

import pytest

from gaoxing.office.indicators import queries
from gaoxing.office.indicators.cockpit.number import Mark
from gaoxing.office.indicators.periods import Period
from gaoxing.office.people.remembering import remembering
from tests.office.indicators.cockpit import invented
from tests.office.indicators.cockpit.conftest import MONTH

pytestmark = pytest.mark.django_db


def number(made, name):
    return next(each for each in made.numbers if each.id == name)


def picture(made, name):
    return next(each.chart for block in made.blocks for each in block.pictures if each.name == name)


def test_every_computed_number_is_the_figure_of_its_indicator(full, read, leader, now):
    made = read()
    with remembering():
        known = {each.id: queries.figure(each.id, MONTH, person=leader, now=now) for each in made.numbers if each.computed and not each.period}
    assert known
    assert {each.id: each.value for each in made.numbers if each.id in known} == {name: found and found.value for name, found in known.items()}


def test_the_numbers_of_a_month_are_what_was_entered(full, read):
    made = read()
    wanted = {
        "requests_received": 8,
        "requests_closed": 7,
        "licences_granted": 2,
        "registration_days": 1,
        "registration_days_promised": 3,
        "joint_licences_issued": 3,
        "joint_cases_issued": 1,
        "joint_applications_saved": 2,
        "signed_projects": 1,
        "stuck_done": 1,
        "causes_removed": 1,
        "enterprises_covered": 3,
        "projects_covered": 1,
    }
    assert {name: number(made, name).value for name in wanted} == wanted


def test_a_number_leads_to_its_records(full, read):
    assert number(read(), "requests_received").open == "/staff/indicators/requests_received/records?period=2026-11"


def test_an_entered_number_leads_to_its_source(read):
    invented.value("gdp", "2025", "1190")
    found = number(read(), "gdp")
    assert (found.open, found.source, found.period) == ("/staff/indicators/gdp?by=year&year=2025", "统计部门公布", "2025 年")


def test_a_month_that_still_runs_is_compared_with_the_same_days_of_the_year_before(full, read):
    """A year before one request of each class came by the tenth; one that came on the thirtieth is none of the same days."""
    invented.request(MONTH.year_before.last)
    assert number(read(), "requests_received").before == 7


def test_a_number_is_not_compared_with_a_time_before_the_first_record(read, now):
    invented.request(now.date())
    found = number(read(), "requests_received")
    assert (found.value, found.before, found.compared) == (1, None, "")


def test_a_whole_year_is_not_compared_with_one_that_is_not_over(full, read):
    assert number(read(Period.year(2026)), "high_tech_enterprise_new").before is None


def test_what_is_unknown_is_no_nought_and_says_what_is_missing(read):
    found = number(read(), "requests_received")
    assert (found.value, found.shown, found.missing) == (None, "—", "这一期还没有记录")


def test_an_empty_zone_says_what_to_enter_where(read):
    said = {each.id: each.empty for each in read().blocks}
    assert "导入名单" in said["ladder"]
    assert "“指标”里录入" in said["zone"]
    assert all(said[each] for each in ("service", "requests", "licences", "projects", "stuck", "evaluation"))


def test_a_published_number_stands_beside_and_never_in_the_place_of_a_computed_one(read):
    invented.value("requests_received", "2024", "1500", source="公开报道", origin="published", qualifier="more_than")
    found = number(read(Period.year(2024)), "requests_received")
    assert found.value is None
    assert found.published == ("公布的是 超过 1,500 件（公开报道，2026-01-20）",)


def test_two_sources_that_differ_are_marked_and_brought_to_the_leader(read):
    invented.value("gdp", "2025", "1190")
    invented.value("gdp", "2025", "1188", source="另一个部门")
    made = read()
    assert Mark.CONFLICT in number(made, "gdp").marks
    assert [(each.count, each.address) for each in made.waiting if each.id == "conflicts"] == [(1, "/staff/indicators/gdp?by=year&year=2025")]


@pytest.mark.parametrize(("period", "stale"), [(MONTH, True), (Period.year(2024), False)])
def test_an_old_value_is_overdue_now_and_not_in_its_own_year(read, period, stale):
    invented.value("gdp", "2024", "1135")
    assert (Mark.STALE in number(read(period), "gdp").marks) is stale


def test_a_source_that_says_more_than_is_shown_so_and_compared_with_nothing(read):
    invented.value("digital_revenue", "2024", "40", qualifier="more_than")
    invented.value("digital_revenue", "2025", "44", qualifier="more_than")
    found = number(read(), "digital_revenue")
    assert (found.limit, found.compared) == ("超过 ", "")


def test_a_change_that_the_source_itself_states_is_told(read):
    invented.value("gdp", "2025", "1190", growth="4.8")
    assert number(read(), "gdp").compared == "同比 ▲ 4.8%"


def test_a_rung_of_which_only_the_year_is_told_shows_its_year(full, read):
    assert number(read(), "high_tech_enterprise_new").period == "2026 年"


def test_the_classes_of_requests_add_up_to_what_came(full, read):
    received, closed = (each.values for each in picture(read(), "classes").series)
    assert (sum(received), sum(closed)) == (8, 7)


def test_the_months_of_the_year_add_up_to_the_year(full, read):
    made = read(Period.year(2026))
    months = picture(made, "requests").series[0].values
    assert len(months) == 11
    assert sum(each or 0 for each in months) == number(made, "requests_received").value


def test_a_month_before_the_first_record_has_no_number(full, read, now):
    assert picture(read(Period.year(2025)), "requests").series[0].values[:10] == (None,) * 10


def test_the_funnel_counts_every_stage_that_was_reached(full, read):
    invented.signed(MONTH.first, state="producing")
    assert picture(read(), "funnel").series[0].values == (4, 4, 4, 1, 1, 1, 1, 1)


def test_the_ladder_counts_the_certificates_that_run(full, read):
    chart = picture(read(), "ladder")
    assert (chart.labels, chart.series[0].values) == (("高新技术企业",), (3,))


def test_contact_is_told_of_the_quarter_of_the_last_day(full, read):
    assert picture(read(Period.quarter(2026, 1)), "contacted").title == "2026Q1 联系情况"


def test_the_page_asks_the_database_as_often_for_many_as_for_few(steward, full, read, now, django_assert_max_num_queries):
    with django_assert_max_num_queries(165):
        read(Period.year(2026))
    invented.fill(steward, today=now.date(), each=3)
    with django_assert_max_num_queries(165):
        read(Period.year(2026))
