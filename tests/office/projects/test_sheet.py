"""The list of filed projects as a spreadsheet: what its page shows this person, narrowed alike, and who took it stands in the audit."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from gaoxing.office.audit.models import Entry
from gaoxing.office.projects.models import Project
from tests.office.people.conftest import signed_in  # noqa: F401
from tests.office.projects.conftest import press
from tests.office.projects.test_pages import browser, mine, read, today  # noqa: F401

pytestmark = pytest.mark.django_db
AT = "/staff/projects/list.xlsx"


@pytest.fixture
def desk(browser, staff):  # noqa: F811
    return browser(staff("examiner", "e-1"))


def cells(answer):
    return [[cell.value for cell in line] for line in load_workbook(BytesIO(answer.content)).active.iter_rows()]


def test_a_project_is_handed_out_with_its_sums_in_ten_thousands(desk, file, owner, now):
    row = press(file(), "report_start", owner, now, day="2026-11-24")
    press(row, "report_progress", owner, now, month="2026-11", invested="850万元")
    heads, *found = cells(desk.get(AT))[-2:]
    told = dict(zip(heads, found[0], strict=True))
    assert (told["编号"], told["项目代码"], told["状态"], told["总投资（万）"]) == (row.number, row.code, "已开工", 12_000)
    assert (told["累计完成投资（万元）"], str(told["开工日期"])[:10], told["竣工日期"]) == (850, "2026-11-24", None)


def test_the_contact_is_not_in_it(desk, file):
    file()
    told = str(cells(desk.get(AT)))
    assert "魏大墨" not in told
    assert "19800001234" not in told


def test_it_is_narrowed_as_the_page_and_says_so(desk, file):
    file()
    other = file(project_name="屋顶光伏发电工程", location="昆山市玉山镇样例路9号")
    told = str(cells(desk.get(f"{AT}?q=光伏&show=filed")))
    assert all(each in told for each in ("范围：已备案", "找的是：光伏", other.number))
    assert "精密零件" not in told
    assert other.number not in str(cells(desk.get(f"{AT}?show=completed")))


def test_the_page_leads_to_what_it_shows(desk, file):
    file()
    assert 'list.xlsx?show=all&amp;q=">导出 Excel' in read(desk.get("/staff/projects"))
    assert 'list.xlsx?show=look&amp;q=%E6%9C%BA">导出下面这些' in read(desk.get("/staff/projects?show=look&q=机"))


def test_who_took_it_stands_in_the_audit(desk, file):
    file()
    desk.get(AT)
    entry = Entry.objects.filter(act="list.exported").latest("pk")
    assert entry.subject_kind == "projects.project"


def test_it_is_for_whoever_deals_with_filings(browser, owner, staff, file):  # noqa: F811
    file()
    assert browser(owner).get(AT).status_code == 403
    assert browser(staff("system_administrator", "a-1")).get(AT).status_code == 403


@pytest.mark.parametrize("query", ["show=everything", "q=%00", "q=" + "字" * 200])
def test_a_strange_address_gives_a_list(desk, file, query):
    file()
    assert desk.get(f"{AT}?{query}").status_code == 200
    assert Project.objects.count() == 1
