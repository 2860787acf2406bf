"""Bad input on the pages, word by word: mixed units of money and land, finish before start, outside the zone, filed before; changes at each band's edge."""

from __future__ import annotations

from datetime import timedelta

import pytest
from docx import Document

from gaoxing.office.projects import filing, queries
from gaoxing.office.projects.models import Project, Promotion
from gaoxing.office.refusal import NotAllowed
from tests.checks.projects.filings import cny
from tests.checks.projects.filings import filed as form
from tests.office.projects.conftest import press
from tests.office.projects.desks import *  # noqa: F403
from tests.office.projects.desks import post, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def typed(mine, file):
    """What the page of a change says to what was typed into a project with land."""

    def made(send=False, **fields):
        row = Project.objects.first() or file(land_area="20000")
        told = {"revision": row.revision, **fields, **({"send": "yes"} if send else {})}
        return mine.post(f"/projects/{row.number}/change", told)

    return made


def weight(typed, **fields):
    """How large the page says that a change is."""
    page = read(typed(**fields))
    return next(each for each in ("要重新备案", "较大变更", "一般变更") if f"项：{each}" in page)


@pytest.mark.parametrize(
    ("sum_", "asks"), [("12000元", True), ("120000000万元", True), ("99999元", True), ("500万元", False), ("12500万元", False), ("1.3亿元", False)]
)
def test_mixed_units_of_money_are_asked_about(typed, sum_, asks):
    page = read(typed(total_investment=sum_))
    assert ("元还是万元" in page) is asks


@pytest.mark.parametrize(("land", "asks"), [("30", True), ("299平方米", True), ("300平方米", False), ("30亩", False), ("20000平方米", False)])
def test_mu_typed_as_square_metres_are_asked_about(file, typed, land, asks):
    file(land_area="20000", floor_area=None)
    assert ("亩还是平方米" in read(typed(land_area=land))) is asks


def test_floors_many_times_the_site_are_asked_about(typed):
    assert "亩还是平方米" in read(typed(land_area="1000平方米", floor_area="12000平方米"))
    assert "亩还是平方米" not in read(typed(land_area="2000平方米", floor_area="12000平方米"))


@pytest.mark.parametrize(
    ("start", "finish", "stops"), [("2027-03", "2027-02", True), ("2028-07", "2028-06", True), ("2027-03", "2027-03", False), ("2027-03", "2028-07", False)]
)
def test_a_finish_before_the_start_stops_and_stays_as_typed(typed, start, finish, stops):
    answer = typed(send=True, start=start, finish=finish)
    assert answer.status_code == (409 if stops else 302)
    assert not stops or finish.replace("-0", "年").split("-")[0][:4] in read(answer)
    assert Project.objects.get().versions.count() == (1 if stops else 2)


@pytest.mark.parametrize("place", ["上海市浦东新区样例路1号", "苏州市吴中区样例路1号", "南京市江宁区样例路1号"])
def test_a_project_outside_the_zone_is_refused_by_name(typed, file, place):
    answer = typed(send=True, location=place)
    assert answer.status_code == 409
    assert all(each in read(answer) for each in ("这里不能备案", place))
    with pytest.raises(NotAllowed, match="必须改"):
        file(location=place, another=True)


def test_what_is_said_without_a_district_is_not_sent_away(typed):
    assert typed(send=True, location="玉山镇样例路9号").status_code == 302


@pytest.mark.parametrize(("days", "shown"), [(0, 1), (365, 1), (729, 1), (730, 0), (800, 0)])
def test_the_earlier_filing_is_shown_for_two_years(file, now, days, shown):
    row = file()
    Project.objects.update(filed=now.date() - timedelta(days=days))
    found = filing.judged(form(), on=now.date()).earlier
    assert [each.earlier.number for each in found] == [row.pk] * shown


@pytest.mark.parametrize(
    ("blanks", "like"),
    [
        ({}, True),
        ({"project_name": "精密零件生产线扩建工程"}, True),
        ({"project_name": "精密零件车间扩建项目"}, True),
        ({"project_name": "屋顶光伏发电工程"}, False),
        ({"project_name": "屋顶光伏发电工程", "location": "昆山市玉山镇样例路9号"}, False),
        ({"uscc": "91320583MA0000015K"}, False),
    ],
)
def test_a_filing_is_like_an_earlier_one_by_unit_name_and_place(file, now, blanks, like):
    file()
    assert bool(filing.judged(form(**blanks), on=now.date()).earlier) is like


@pytest.mark.parametrize(
    ("sum_", "expected"),
    [
        ("9600.01万元", "一般变更"),
        ("9600万元", "较大变更"),
        ("11999万元", "一般变更"),
        ("14399.99万元", "一般变更"),
        ("14400万元", "较大变更"),
        ("1.44亿元", "较大变更"),
        ("2000万美元", "较大变更"),
    ],
)
def test_the_total_moves_in_bands_of_a_fifth(typed, sum_, expected):
    assert weight(typed, total_investment=sum_) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"floor_area": "14399平方米"}, "一般变更"),
        ({"floor_area": "14400平方米"}, "较大变更"),
        ({"floor_area": "9600平方米"}, "较大变更"),
        ({"land_area": "24000平方米"}, "较大变更"),
        ({"land_area": "23999平方米"}, "一般变更"),
        ({"land_area": ""}, "一般变更"),
        ({"contact.name": "丁小白"}, "一般变更"),
        ({"start": "2027-05", "finish": "2028-12"}, "一般变更"),
        ({"nature": "new"}, "较大变更"),
        ({"project_name": "精密零件车间扩建项目"}, "较大变更"),
        ({"project_name": "仓库新建项目", "start": "2027-05"}, "较大变更"),
        ({"project_name": "仓库新建项目", "location": "昆山市玉山镇样例路9号"}, "要重新备案"),
        ({"project_name": "仓库新建项目", "nature": "new"}, "要重新备案"),
        ({"project_name": "仓库新建项目", "content": "新建仓库一座，面积三千平方米"}, "要重新备案"),
    ],
)
def test_a_change_is_weighed_on_the_page_as_the_rules_say(typed, fields, expected):
    assert weight(typed, **fields) == expected


def test_another_project_sent_from_the_page_leaves_the_filing_as_it_was(typed):
    answer = typed(send=True, project_name="仓库新建项目", location="昆山市玉山镇样例路9号")
    row = Project.objects.get()
    assert (answer.status_code, row.name, row.versions.count()) == (409, "精密零件生产线扩建项目", 1)
    assert "仓库新建项目" in read(answer)


@pytest.mark.parametrize(("revision", "status"), [("-1", 409), ("0", 409), ("٣", 409), ("9" * 12, 409), ("", 409)])
def test_a_change_from_a_stale_or_strange_page_is_refused(typed, revision, status):
    answer = typed(send=True, start="2027-05", revision=revision)
    assert (answer.status_code, Project.objects.get().versions.count()) == (status, 1)


def notice_of(client, row, version, tmp_path):
    """The words of the notice of a version."""
    found = tmp_path / f"{version}.docx"
    found.write_bytes(client.get(f"/projects/{row.number}/notice.docx?version={version}").content)
    document = Document(found)
    cells = (cell.text for table in document.tables for line in table.rows for cell in line.cells)
    return " ".join((*(each.text for each in document.paragraphs), *cells))


def test_every_version_has_its_notice_with_what_was_filed_then(mine, file, alter, tmp_path):
    row = alter(file(), total_investment=cny("150000000"))
    row = alter(row, total_investment=cny("150000000"), project_name="精密零件车间扩建项目")
    told = [notice_of(mine, row, version, tmp_path) for version in (1, 2, 3)]
    assert ["12000万元" in each for each in told] == [True, False, False]
    assert ["15000万元" in each for each in told] == [False, True, True]
    assert ["精密零件车间扩建项目" in each for each in told] == [False, False, True]
    assert all(row.code in each and row.filing_number in each and "19800001234" not in each for each in told)


@pytest.mark.parametrize("version", ["0", "-1", "4", "x", "٣", "9" * 30])
def test_a_version_that_is_not_there_has_no_notice(mine, file, version):
    assert mine.get(f"/projects/{file().number}/notice.docx?version={version}").status_code == 404


def test_the_code_of_the_platform_is_on_the_notice_from_then_on(mine, file, staff, now, tmp_path):
    row = press(file(), "give_code", staff("examiner", "e-1"), now, code="2611-320583-89-01-123456")
    assert "2611-320583-89-01-123456" in notice_of(mine, row, 1, tmp_path)


@pytest.mark.parametrize(
    ("act", "fields", "told"),
    [
        ("report_start", {"day": "2026-11-25"}, "不能写今天以后"),
        ("report_start", {"day": "2026-13-01"}, "写到日"),
        ("report_procedure", {"day": "2026-11-20", "note": ""}, "什么手续"),
        ("explain", {"note": "  "}, "写明情况"),
        ("withdraw", {"note": ""}, "写明情况"),
        ("report_progress", {"month": "2026-11", "invested": "1万元"}, "报了开工以后"),
        ("report_completion", {"day": "2026-11-20"}, "报了开工以后"),
        ("file", {}, "没有备案的项目"),
        ("nothing", {}, "没有这个操作"),
    ],
)
def test_a_refused_act_says_what_to_do_and_changes_nothing(mine, file, act, fields, told):
    row = file()
    answer = post(mine, row, act, **fields)
    assert (answer.status_code, told in read(answer)) == (409, True)
    assert (Project.objects.get().state, queries.invested(row)) == ("filed", 0)


@pytest.mark.parametrize("page", ["/staff/projects?q=%00", "/staff/promotions?q=%00芯片", "/staff/promotions?q=a%00&before=%00&show=%00"])
def test_a_null_character_in_what_is_searched_for_is_left_out(cast, browser, page):
    assert browser(cast("leader")).get(page).status_code == 200


def test_a_null_character_in_what_is_typed_is_left_out(cast, browser, now):
    client = browser(cast("leader"))
    client.post("/staff/promotions/new", {"name": "示例\0项目", "investor": "样例\0"})
    row = Promotion.objects.get()
    client.post(f"/staff/promotions/{row.number}", {"act": "sign", "revision": row.revision, "day": "2026-11-20", "evidence": "协\0议", "invested": "1万元"})
    assert (row.name, row.investor, row.stages.get().evidence) == ("示例项目", "样例", "协议")
