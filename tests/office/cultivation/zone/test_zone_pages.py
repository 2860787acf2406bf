"""The pages of the zone's ladder: each number opens exactly what it counts, a steward counts their own, an export has what its page has."""

import io
import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from openpyxl import load_workbook

from gaoxing.office.audit.models import Entry
from gaoxing.office.cultivation.models import Assessed
from gaoxing.office.cultivation.zone import listing, pictures, rows
from gaoxing.office.cultivation.zone.counting import Which
from gaoxing.office.cultivation.zone.page import address, page
from tests.office.aftercare.desk.conftest import read

pytestmark = pytest.mark.django_db
AT, RECORDS_AT = "/staff/ladder", "/staff/ladder/records"
COUNT = re.compile(r"(\d+) 条\s*</h2>")


def cells(found):
    """Every number of a page."""
    for line in found.lines:
        yield from (*(cell for year in line.years for cell in year.cells), *line.now, *line.standings)
    yield from (cell for plan in found.plans for cell in plan.cells)


def asked(where):
    return listing.read(dict(parse_qsl(urlsplit(where).query)))


def sheet(answer):
    return [list(row) for row in load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)]


def test_every_number_opens_as_many_records_as_it_says(several, cast, on):
    found = page(cast["leader"], today=on)
    numbers = [(each, len(listing.members(cast["leader"], asked(each.address), today=on))) for each in cells(found)]
    assert len(numbers) > 8 * (5 * 3 + 3 + 6)
    assert [(each.address, each.count) for each, _opened in numbers] == [(each.address, opened) for each, opened in numbers]
    assert sum(opened for _each, opened in numbers) > 10


def test_every_number_of_what_lacks_opens_as_many(several, cast, on):
    steps = [step for line in page(cast["leader"], today=on).lines for step in line.steps]
    assert ("科技人员数", 1) in [(by, count) for by, count, _where in steps]
    assert all(len(listing.members(cast["leader"], asked(where), today=on)) == count for _by, count, where in steps)


def test_the_counts_of_the_high_tech_rung_are_those_of_its_certificates(several, cast, on):
    line = next(each for each in page(cast["leader"], today=on).lines if each.rung == "high_tech_enterprise")
    assert {each.year: each.cells[0].count for each in line.years} == {2022: 1, 2023: 2, 2024: 2, 2025: 1, 2026: 2}
    assert {each.which: each.count for each in line.now} == {Which.EXPIRING: 2, Which.LAPSED: 1, Which.UNDATED: 0}


def test_a_steward_counts_their_own_and_a_leader_all(several, cast, on):
    whole, own = (page(cast[who], today=on) for who in ("leader", "steward"))
    assert (whole.enterprises, own.enterprises) == (5, 2)
    assert {each.pk for each in rows.scope(cast["steward"], on=on)} == {several[0].pk, several[1].pk}
    assert not rows.scope(cast["window_clerk"], on=on).exists()


def test_an_applicant_counts_nobody(several, owner, on):
    assert not rows.scope(owner, on=on).exists()


def test_the_page_shows_the_counts_and_leads_to_the_records(several, of_leader):
    shown = unescape(read(of_leader.get(AT)))
    assert "5 家，5 家评过" in shown
    for where in (address(Which.VALID, rung="gazelle", year=2026), address(Which.EXPIRING, rung="high_tech_enterprise"), address(Which.SHORT, year=2025)):
        assert where in shown
    assert "100.0%" not in shown
    assert "90.9%" in shown


@pytest.mark.parametrize(
    ("query", "count", "words"),
    [
        ("which=expiring&rung=high_tech_enterprise", 2, ("GR1", "2026-11-30", "没有发证日期")),
        ("which=one_step&rung=technology_sme", 1, ("科技人员还差1人", "昆山样例Z1有限公司")),
        ("which=short&year=2025", 1, ("计划 5,000 万元，实际 4,000 万元",)),
        ("which=undated", 1, ("没有有效期",)),
        ("which=valid&year=2019", 0, ("没有这样的企业",)),
    ],
)
def test_a_list_shows_its_records_with_what_there_is_to_say(several, of_leader, query, count, words):
    shown = unescape(read(of_leader.get(f"{RECORDS_AT}?{query}")))
    assert int(COUNT.search(shown)[1]) == count == shown.count('<th scope="row"')
    assert [each for each in words if each not in shown] == []
    assert shown.count('href="/ladder/L') == count


@pytest.mark.parametrize("query", ["", "which=nothing", "which=valid&rung=other", "which=valid&year=19", "which=valid&year=１９９９", "which=valid&year=x"])
def test_an_address_that_names_no_number_is_told(several, of_leader, query):
    assert of_leader.get(f"{RECORDS_AT}?{query}").status_code == 404


def test_a_long_list_goes_on_page_by_page_without_losing_any(several, cast, on, monkeypatch):
    monkeypatch.setattr(listing, "PAGE", 2)
    wanted = listing.Asked(Which.PLANNED)
    found = listing.members(cast["leader"], wanted, today=on)
    seen, after = [], ""
    while True:
        shown, after = listing.listed(wanted, found, after=after)
        seen += [(each.enterprise, each.of) for each in shown]
        if not after:
            break
    assert len(seen) == len(set(seen)) == len(found) == 4
    assert listing.listed(wanted, found, after="99999")[0] == listing.listed(wanted, found)[0]


def test_the_export_of_a_list_has_its_rows_and_is_audited(several, of_steward):
    table = sheet(of_steward.get(f"{RECORDS_AT}.xlsx?which=expiring"))
    assert [row for row in table if row[0] == "昆山样例Z2有限公司"] == [["昆山样例Z2有限公司", "高新技术企业", "GR1", "2023-12-01", "2026-11-30"]]
    assert not any("Z4" in str(cell) for row in table for cell in row)
    assert Entry.objects.filter(act="list.exported").exists()


def test_the_export_of_the_ladder_has_a_row_for_every_number(several, of_leader, cast, on):
    table = sheet(of_leader.get(f"{AT}.xlsx"))
    assert ["高新技术企业", 2023, "有效资质", 2] in table
    assert ["倍增计划", 2025, "计划销售收入合计（元）", 110000000] in table
    assert len(table) >= len(list(cells(page(cast["leader"], today=on))))


def test_the_charts_show_years_steps_and_plans(several, cast, on):
    charts = pictures.charts(page(cast["leader"], today=on))
    assert [each.labels[-1] for each in charts] == ["2026", "独角兽企业", "2025"]
    assert [each.values for each in charts[2].series] == [(11000,), (10000,)]
    assert all(len(each.links) == len(each.labels) for each in charts)


def test_a_zone_without_enterprises_has_a_page_without_charts(cast, of_leader, on):
    assert pictures.charts(page(cast["leader"], today=on)) == ()
    assert "还没有企业写倍增计划" in read(of_leader.get(AT))


@pytest.mark.parametrize("where", [AT, f"{AT}.xlsx", f"{RECORDS_AT}?which=valid", f"{RECORDS_AT}.xlsx?which=valid", f"{AT}/hints"])
def test_whoever_is_not_allowed_sees_none_of_it(several, staff_in, where):
    assert staff_in("window_clerk").get(where).status_code == 403


def test_a_record_without_a_client_bears_the_name_it_was_entered_under(assessed, now):
    row = Assessed(enterprise="昆山样例名单厂", made=now, changed=now)
    assert listing.name_of(row) == "昆山样例名单厂"
    assert listing.name_of(assessed("Z9")) == "昆山样例Z9有限公司"
