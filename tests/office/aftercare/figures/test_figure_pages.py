"""The pages of the figures: each number opens exactly what it counts, a steward sees their own, an export has what its page has, and a bad address is told."""

import io
import re
from datetime import date, timedelta
from html import unescape
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from openpyxl import load_workbook

from gaoxing.office.aftercare.figures import listing
from gaoxing.office.aftercare.figures.definitions import FIGURES, Which
from gaoxing.office.aftercare.figures.page import page
from gaoxing.office.aftercare.figures.periods import named
from gaoxing.office.aftercare.figures.periods import read as read_period
from gaoxing.office.aftercare.figures.rows import fetched
from gaoxing.office.aftercare.models import Client, Part, Request, Stewardship
from gaoxing.office.audit.models import Entry
from tests.office.aftercare.desk.conftest import read
from tests.office.aftercare.figures.agreeing import differences_by_category

pytestmark = pytest.mark.django_db
FIGURES_AT, RECORDS_AT = "/staff/requests/figures", "/staff/requests/figures/records"
COUNT = re.compile(r"(\d+) 件\s*</h2>")


@pytest.fixture
def leader(staff_in):
    return staff_in("leader")


@pytest.fixture
def whole(several, cast, now):
    """The figures of the quarter as the leader sees them."""
    return page(cast["leader"], named("2026Q4"), now=now)


def lines(whole):
    return (whole.whole, *whole.categories, *whole.units, *whole.months)


def asked(address):
    """What an address asks for."""
    query = dict(parse_qsl(urlsplit(address).query))
    return listing.read(query, read_period(query, on=date(2026, 11, 24))[0])


def counted(browser, address):
    """How many the head of a list says, and how many rows it has."""
    shown = read(browser.get(address))
    return int(COUNT.search(shown)[1]), shown.count('<th scope="row">')


def test_every_number_opens_as_many_records_as_it_says(whole, cast, now):
    """Of every figure of every line those that it tells of, those that fell short, and all: what its address asks for is what it counts."""
    told = {}
    for line in lines(whole):
        for cell in line.cells:
            told |= {cell.members: cell.found.members, cell.missed: cell.found.missed, cell.counted: cell.found.of}
    assert len(told) > len(FIGURES) * len(Which) * 4
    assert {address: listing.found(cast["leader"], asked(address), now=now).members for address in told} == told


def test_a_list_says_how_many_and_has_as_many_rows(whole, leader):
    cells = (*whole.whole.cells, *whole.units[0].cells)
    told = {cell.members: len(cell.found.members) for cell in cells} | {cell.missed: len(cell.found.missed) for cell in cells}
    assert {address: counted(leader, address) for address in told} == {address: (count, count) for address, count in told.items()}


def test_every_cause_opens_as_many_records_as_it_says(whole, leader):
    assert [each.count for each in whole.causes] == [1, 1]
    assert [counted(leader, each.address) for each in whole.causes] == [(1, 1)] * 2


def test_the_figures_are_what_was_played(whole):
    found = {cell.figure.id: (cell.value, len(cell.found.members), len(cell.found.of)) for cell in whole.whole.cells}
    assert found["received"] == ("6", 6, 6)
    assert found["closed"] == ("40.0%", 2, 5)
    assert found["solved"] == ("50.0%", 1, 2)
    assert found["rated"] == ("100.0%", 2, 2)
    assert found["satisfied"] == ("50.0%", 1, 2)
    assert found["returned"] == ("10.0%", 1, 10)
    assert found["reopened"] == ("0.0%", 0, 2)


@pytest.fixture
def sent_elsewhere(several, press, units):
    """The returned part goes to the city's unit."""
    [back] = Part.objects.filter(state="objected")
    return press(back, "redispatch", "leader", unit=units["city"].pk)


def test_a_return_stays_with_the_unit_that_returned_it_once_another_leads(sent_elsewhere, cast, units, now):
    found = {line.key: line.of("returned") for line in page(cast["leader"], named("2026Q4"), now=now).units}
    power, city = found[str(units["power"].pk)], found[str(units["city"].pk)]
    assert (power.found.members, city.found.members) == ((sent_elsewhere.pk,), ())
    assert sent_elsewhere.pk in city.found.of
    assert [listing.found(cast["leader"], asked(each.members), now=now).members for each in (power, city)] == [(sent_elsewhere.pk,), ()]


def test_a_unit_that_leads_nothing_any_more_keeps_its_line(sent_elsewhere, cast, units, now):
    Part.objects.filter(lead=units["power"]).update(lead=units["city"])
    [line] = [each for each in page(cast["leader"], named("2026Q4"), now=now).units if each.key == str(units["power"].pk)]
    assert (line.name, line.of("received").value, len(line.of("returned").found.members)) == ("样例供电服务站", "0", 1)


def test_the_returns_agree_with_those_that_were_counted_again(sent_elsewhere, now):
    assert differences_by_category(now + timedelta(hours=1)) == []


def test_the_page_shows_every_figure_with_its_definition_and_its_records(several, leader):
    shown = unescape(read(leader.get(FIGURES_AT)))
    assert all(str(each.name) in shown and each.definition in shown for each in FIGURES)
    assert {query["figure"][0] for query in queries(shown)} == {*(each.id for each in FIGURES), "cause"}
    assert shown.count('<svg xmlns="http://www.w3.org/2000/svg" class="chart') == 5
    assert "全部企业的诉求" in shown


def queries(shown):
    """What each link to records asks."""
    return [parse_qs(urlsplit(unescape(each)).query) for each in re.findall(rf'href="({RECORDS_AT}\?[^"]+)"', shown)]


def test_a_longer_period_shows_its_months(several, leader):
    shown = read(leader.get(f"{FIGURES_AT}?since=2026-09-01&until=2026-11-30"))
    assert "各月收到、办结和解决" in shown
    assert "2026 年 9 月" in shown


def test_a_period_in_which_nothing_came_has_no_charts_and_no_numbers_to_open(several, leader):
    shown = read(leader.get(f"{FIGURES_AT}?period=2020"))
    assert 'class="chart' not in shown
    assert queries(shown) == []


def test_a_request_belongs_to_the_day_on_which_it_was_made_by_the_zones_clock(brought, cast, now):
    request = brought()
    Request.objects.filter(pk=request.pk).update(made="2026-10-31T16:30:00Z")
    received = {written: page(cast["leader"], named(written), now=now).whole.of("received").value for written in ("2026-10", "2026-11")}
    assert received == {"2026-10": "0", "2026-11": "1"}


def test_a_steward_sees_the_figures_of_their_own_clients_alone(several, staff_in, cast, now):
    """The colleague serves one enterprise, of which one request is here; nobody serves the one behind that of the window."""
    own = Client.objects.create(kind="enterprise", code="E002", name="昆山样例别家有限公司", since=now.date())
    Stewardship.objects.create(client=own, steward=cast["colleague"], since=now.date())
    Request.objects.filter(pk=several[0].pk).update(client=own)
    Request.objects.filter(pk=several[1].pk).update(client=None)
    seen = {who: page(cast[who], named("2026Q4"), now=now).whole.of("received").value for who in ("leader", "steward", "colleague", "power", "examiner")}
    assert seen == {"leader": "6", "steward": "4", "colleague": "1", "power": "0", "examiner": "0"}
    shown = read(staff_in("colleague").get(f"{RECORDS_AT}?figure=received&which=members"))
    assert several[0].number in shown
    assert several[2].number not in shown
    assert "现在由您服务的企业" in read(staff_in("colleague").get(FIGURES_AT))


@pytest.mark.parametrize("who", ["power", "window_clerk", "examiner", "task_force_lead"])
@pytest.mark.parametrize("address", [FIGURES_AT, RECORDS_AT, f"{FIGURES_AT}.xlsx", f"{RECORDS_AT}.xlsx"])
def test_nobody_else_opens_any_of_it(staff_in, who, address):
    assert staff_in(who).get(f"{address}?figure=received&which=members").status_code == 403


def sheet(answer):
    """The rows of an exported sheet."""
    return [list(row) for row in load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)]


def test_the_figures_are_exported_with_their_definitions_and_every_line(whole, leader):
    rows = sheet(leader.get(f"{FIGURES_AT}.xlsx?period=2026Q4"))
    begin = next(place for place, row in enumerate(rows) if row[0] == "范围")
    assert len(rows) - begin - 1 == 1 + len(whole.categories) + len(whole.units)
    assert rows[begin + 1][:3] == ["全部", None, 6]
    assert dict(zip(rows[begin], rows[begin + 1], strict=True))["满意率（%）"] == 50
    assert any(FIGURES[1].definition in str(row[0]) for row in rows[:begin])


def test_the_records_are_exported_as_their_page_has_them_and_that_is_audited(several, leader, cast):
    rows = sheet(leader.get(f"{RECORDS_AT}.xlsx?figure=returned&which=counted&period=2026Q4"))
    begin = next(place for place, row in enumerate(rows) if row[0] == "编号")
    assert rows[begin][1] == "第几件事"
    assert len(rows) - begin - 1 == 10
    entry = Entry.objects.get(act="list.exported")
    assert (entry.actor, entry.subject_kind) == (cast["leader"].pk, "aftercare.request")


def test_an_average_lists_the_days_of_each(several, leader):
    assert "0 个工作日" in read(leader.get(f"{RECORDS_AT}?figure=request_days&which=counted"))
    assert "工作日" in sheet(leader.get(f"{RECORDS_AT}.xlsx?figure=part_days&which=counted"))[1]


def test_a_long_list_goes_on_where_it_stopped(several, leader, monkeypatch):
    monkeypatch.setattr("gaoxing.office.aftercare.figures.listing.PAGE", 4)
    first = read(leader.get(f"{RECORDS_AT}?figure=received&which=members"))
    onward = unescape(re.search(r'rel="next" href="([^"]+)"', first)[1])
    second = read(leader.get(onward))
    numbers = [re.findall(r"/staff/requests/(R\d+-\d+)", each) for each in (first, second)]
    assert ([len(each) for each in numbers], len({*numbers[0], *numbers[1]})) == ([4, 2], 6)
    assert 'rel="next"' not in second


@pytest.mark.parametrize("after", ["x", "0", "9" * 30, "-1"])
def test_a_page_that_is_none_begins_anew(several, leader, after):
    assert counted(leader, f"{RECORDS_AT}?figure=received&which=members&after={after}") == (6, 6)


@pytest.mark.parametrize("query", ["", "figure=none&which=members", "figure=closed", "figure=closed&which=some", "which=members"])
def test_records_of_no_figure_are_not_found(several, leader, query):
    assert leader.get(f"{RECORDS_AT}?{query}").status_code == 404


@pytest.mark.parametrize("query", ["category=none", "unit=999999", "unit=x", f"unit={'9' * 40}", "figure=cause&act=reject&reason=none"])
def test_records_of_nothing_are_none_and_said_so(several, leader, query):
    shown = read(leader.get(f"{RECORDS_AT}?figure=received&which=members&{query}"))
    assert "没有这样的诉求" in shown


@pytest.mark.parametrize("query", ["period=2026Q9", "since=2026-12-01&until=2026-01-01"])
def test_a_period_that_is_none_is_told(leader, query):
    assert 'role="status"' in read(leader.get(f"{FIGURES_AT}?{query}"))


def test_the_pages_speak_english_and_carry_no_style(several, leader):
    leader.post("/comfort", {"language": "en", "next": FIGURES_AT})
    shown, listed = (read(leader.get(each)) for each in (FIGURES_AT, f"{RECORDS_AT}?figure=satisfied&which=missed"))
    assert all(each in shown for each in ("Contacted in time (%)", "What was not rated never counts as satisfied.", "By lead unit"))
    assert "Not satisfied, 1 record<" in listed
    assert not re.search(r"<[^>]+ style=|<style", shown + listed)


def test_however_many_there_are_four_questions_are_asked(several, django_assert_num_queries):
    with django_assert_num_queries(4):
        rows = fetched(Request.objects.all())
    assert (len(rows), sum(len(row.parts) for row in rows)) == (6, 12)


def test_a_draft_is_no_request_yet(brought, cast, now):
    request = brought()
    Request.objects.filter(pk=request.pk).update(state="draft")
    assert page(cast["leader"], named("2026Q4"), now=now).whole.of("received").value == "0"
