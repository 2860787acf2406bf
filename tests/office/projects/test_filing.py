"""Filing a project: complete is filed, with number, code and notice; what is missing, wrong or filed before is said."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.forms.register import Registered
from gaoxing.office.audit.models import Entry
from gaoxing.office.enterprises.actions import record
from gaoxing.office.notices.models import Notice
from gaoxing.office.projects import filing, queries
from gaoxing.office.projects.models import Project
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import project_code
from tests.checks.projects.filings import cny
from tests.checks.projects.filings import filed as form
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db


def test_a_whole_filing_is_filed_at_once(file, owner):
    row = file()
    assert (row.state, row.owner, row.to_look) == ("filed", owner, False)
    assert row.number == f"P2026-{row.pk:06}"
    assert row.filing_number == "高投备〔2026〕1号"
    assert row.filed.isoformat() == "2026-11-24"


def test_its_columns_are_those_of_the_form(file):
    row = file()
    assert (row.name, row.uscc, row.place, row.town) == ("精密零件生产线扩建项目", "91320583MA0000007R", "昆山市玉山镇示例路1号", "玉山镇")
    assert (row.total, row.currency, row.nature) == (120_000_000, "CNY", "expansion")


def test_its_code_is_provisional_and_of_the_standards_shape(file):
    code = project_code.parse(file().code)
    assert (code.year, code.month, code.region, code.provisional) == (2026, 11, "320583", True)


def test_what_is_filed_is_sealed_and_read_back(file):
    row = file()
    assert queries.current(row) == form()
    assert "魏大墨".encode() not in bytes(queries.newest(row).form)


def test_serials_go_on_without_gaps(file):
    rows = [file(), file(another=True), file(another=True)]
    assert [each.serial for each in rows] == [1, 2, 3]


@pytest.mark.parametrize("blanks", [{"content": None}, {"policy_conformity": False}, {"uscc": None}])
def test_what_is_incomplete_is_not_filed_and_leaves_nothing(file, blanks):
    with pytest.raises(NotAllowed, match="四项信息"):
        file(**blanks)
    assert Project.objects.count() == 0


def test_what_must_be_mended_is_not_filed(file):
    with pytest.raises(NotAllowed, match="必须改"):
        file(finish="2026-12")
    assert Project.objects.count() == 0


def test_what_a_rule_sends_to_somebody_is_filed_and_to_be_looked_at(file, staff, now):
    row = file(content="新建热电联产机组两台")
    assert (row.state, row.to_look) == ("filed", True)
    assert press(row, "look", staff("examiner", "e-1"), now).to_look is False


def test_a_project_filed_before_is_warned_of_with_the_earlier_one(file, now):
    row = file()
    found = queries.earlier(form(), on=now.date())
    assert [each.earlier.number for each in found] == [row.pk]
    with pytest.raises(NotAllowed, match="备过很像的项目"):
        file()


def test_of_two_alike_that_were_judged_before_either_was_filed_only_one_is(owner, now):
    first, second = (filing.judged(form(), on=now.date()) for _ in range(2))
    row = filing.file(first, owner, owner=owner, now=now)
    with pytest.raises(NotAllowed, match="备过很像的项目"):
        filing.file(second, owner, owner=owner, now=now)
    assert list(Project.objects.all()) == [row]


def test_a_project_that_is_another_one_is_filed_all_the_same(file):
    file()
    assert file(another=True).state == "filed"


def test_a_withdrawn_filing_warns_of_nothing(file, owner, now):
    press(file(), "withdraw", owner, now, note="不做了")
    assert file().state == "filed"


def test_the_same_draft_filed_twice_is_filed_once(file):
    assert file(case=7).pk == file(case=7, another=True).pk
    assert Project.objects.count() == 1


def test_one_of_the_staff_files_for_an_enterprise_without_an_account(file, staff):
    row = file(staff("window_clerk", "w-1"))
    assert (row.owner, row.brought_by.account) == (None, "w-1")


@pytest.mark.parametrize("role", ["examiner", "leader"])
def test_whoever_of_the_staff_may_not_file_is_told_so(file, staff, role):
    with pytest.raises(NotAllowed, match="只能由"):
        file(staff(role, "x-1"))


def test_nobody_files_for_another_enterprise(file, owner, other, now):
    with pytest.raises(NotAllowed, match="自己企业"):
        filing.file(filing.judged(form(), on=now.date()), other, owner=owner, now=now)


def test_filing_is_audited_and_the_enterprise_is_told(file, owner):
    row = file()
    assert Entry.objects.filter(act="project.file", subject=row.pk).count() == 1
    assert Notice.objects.get(person=owner.pk).event == "project_went_on"


def test_the_zone_s_serial_begins_anew_each_year(file, now):
    file()
    assert file(project_name="屋顶光伏发电工程", location="昆山市玉山镇样例路9号", at=now + timedelta(days=60), start="2027-09").serial == 1


@pytest.mark.parametrize(("name", "look"), [("昆山样例有限公司", True), ("昆山示例精密科技有限公司", False)])
def test_a_unit_that_the_register_knows_otherwise_is_looked_at(file, now, name, look):
    record(Registered("91320583MA0000007R", name, "limited_liability"), now=now)
    assert file().to_look is look


def test_a_register_that_does_not_answer_stops_nobody(file, monkeypatch):
    def down(*_args, **_names):
        raise Fault("登记簿没有答", permanent=False)

    monkeypatch.setattr(filing.OfficeRegister, "find", down)
    assert file().state == "filed"


def test_a_total_in_other_money_keeps_its_currency(file):
    row = file(total_investment=cny("20000000", "USD"))
    assert (row.total, row.currency) == (20_000_000, "USD")
