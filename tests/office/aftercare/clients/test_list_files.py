"""Files of the zone's lists as they come: columns by their usual names and in any order, GB18030, merged cells, wrong columns, too many rows, pressed twice."""

import pytest

from gaoxing.engines.workbook import Code, Unreadable
from gaoxing.office.aftercare.clients.contacts import contacts_of
from gaoxing.office.aftercare.clients.importing import LISTS
from gaoxing.office.aftercare.models import Client, Stewardship
from gaoxing.office.importing import actions, queries
from gaoxing.office.importing.registry import importer
from tests.engines.workbook.books import book
from tests.office.aftercare.desk.conftest import read
from tests.office.importing.conftest import file, table

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(cast, now):
    """A file, uploaded and judged."""

    def made(content, *, kind="clients", name="名单.csv", **how):
        content = content if isinstance(content, bytes) else content.encode()
        batch = actions.upload(importer(kind), actions.Sent(name, content, **how), cast["leader"], now=now)
        while actions.go_on(batch, now=now):
            pass
        return batch

    return made


@pytest.fixture
def taken(sent, cast, now):
    """A file, taken in."""

    def made(content, **how):
        batch = actions.confirm(sent(content, **how), cast["leader"], now=now)
        while actions.go_on(batch, now=now):
            pass
        return Client.objects.order_by("code")

    return made


@pytest.mark.parametrize(
    "text",
    [
        "企业编号,单位名称,电话,专员\nE1,昆山样例甲有限公司,13900001234,steward\n",
        "专员,联系方式,名称,编号\nsteward,13900001234,昆山样例甲有限公司,E1\n",
        "重点企业名单\n单位：家\n编号,企业名称,手机号,挂钩专员\nE1,昆山样例甲有限公司,139 0000 1234,STEWARD\n",
        "编号;企业名称;联系人电话;联络员\nE1;昆山样例甲有限公司;13900001234;steward\n",
    ],
)
def test_usual_headings_in_any_order_are_read(taken, cast, text):
    client = taken(text).get()
    assert (client.code, client.name, contacts_of(client)[0].telephone) == ("E1", "昆山样例甲有限公司", "13900001234")
    assert client.stewardships.get().steward == cast["steward"]


def test_a_list_in_gb18030_is_read(taken):
    assert taken("编号,企业名称\nE1,昆山样例甲有限公司\n".encode("gb18030")).get().name == "昆山样例甲有限公司"


@pytest.mark.parametrize("heading", ["职工人数", "员工人数", "职工人数（人）", "从业人数(人)"])
def test_the_number_of_staff_is_read_with_and_without_its_unit(taken, heading):
    assert taken(f"编号,企业名称,{heading}\nE1,昆山样例甲有限公司,120\n").get().staff == 120


def test_numbers_that_excel_kept_as_numbers_stand_as_they_read(taken):
    content = book([["编号", "企业名称", "联系电话"], [101, "昆山样例甲有限公司", 13900001234]])
    client = taken(content, name="名单.xlsx").get()
    assert (client.code, contacts_of(client)[0].telephone) == ("101", "13900001234")


def test_cells_merged_downwards_are_refused_unless_they_are_said_to_mean_the_same(sent):
    content = book([["编号", "企业名称", "服务专员"], ["E1", "昆山样例甲有限公司", "steward"], ["E2", "昆山样例乙有限公司", None]], merged=["C2:C3"])
    with pytest.raises(Unreadable) as trouble:
        sent(content, name="名单.xlsx")
    assert Code.MERGED in trouble.value.codes
    assert set(queries.counts(sent(content, name="名单.xlsx", fill_merged=True))) == {"new"}


def test_a_list_of_something_else_is_refused_with_the_columns_that_are_wanted(of_leader):
    answer = of_leader.post("/staff/imports/clients", {"file": file("工单号,诉求内容\nT1,车间老是跳闸\n")})
    assert answer.status_code == 400
    assert all(each in read(answer) for each in ("没有找到表头", "企业名称"))


def test_a_list_of_enterprises_is_no_list_of_projects(of_leader):
    answer = of_leader.post("/staff/imports/projects", {"file": file("编号,单位名称\nE1,昆山样例甲有限公司\n")})
    assert (answer.status_code, "项目名称" in read(answer)) == (400, True)


def test_more_rows_than_a_zone_has_are_refused_and_none_is_taken(of_leader):
    rows = "".join(f"E{each},昆山样例{each}号有限公司\n" for each in range(5_001))
    answer = of_leader.post("/staff/imports/clients", {"file": file(f"编号,企业名称\n{rows}")})
    assert (answer.status_code, "超过 5000 行" in read(answer)) == (400, True)
    assert not Client.objects.exists()


def test_a_sum_below_the_list_is_no_enterprise(sent):
    batch = sent("编号,企业名称,职工人数\nE1,昆山样例甲有限公司,120\n合计,合计,120\n")
    assert dict(queries.counts(batch)) == {"new": 1, "wrong": 1}


def test_the_rows_to_mend_come_back_whole_and_can_be_sent_again(of_leader, sent):
    batch = sent("编号,企业名称,联系电话,服务专员\nE1,昆山样例甲有限公司,13900001234,无此人\n")
    found = table(of_leader.get(f"/staff/imports/clients/{batch.pk}/faults.xlsx"))
    assert found[1][:4] == ["E1", "昆山样例甲有限公司", "13900001234", "无此人"]
    assert "没有叫“无此人”" in found[1][5]


def test_the_page_before_it_is_taken_in_masks_the_telephones(of_leader, sent):
    batch = sent("编号,企业名称,联系电话\nE1,昆山样例甲有限公司,13900001234\n")
    page = read(of_leader.get(f"/staff/imports/clients/{batch.pk}"))
    assert ("139****1234" in page, "13900001234" in page) == (True, False)


def test_two_lists_sent_at_once_make_each_client_once(sent, cast, now):
    first, second = (sent("编号,企业名称,服务专员\nE1,昆山样例甲有限公司,steward\n") for _ in range(2))
    for each in (first, second):
        actions.confirm(each, cast["leader"], now=now)
        while actions.go_on(each, now=now):
            pass
    assert (Client.objects.count(), Stewardship.objects.count()) == (1, 1)


def test_taken_in_from_the_page_it_leads_on_to_the_coverage(of_leader):
    of_leader.post("/staff/imports/clients", {"file": file("编号,企业名称,服务专员\nE1,昆山样例甲有限公司,steward\n")})
    batch = queries.ImportBatch.objects.get()
    page = read(of_leader.post(f"/staff/imports/clients/{batch.pk}/confirm", follow=True))
    assert ("导入了 1 行。" in page, 'href="/staff/coverage"' in page) == (True, True)
    assert ">1/1<" in read(of_leader.get("/staff/coverage"))


def test_a_steward_is_offered_neither_list(of_steward):
    assert "重点企业名单" not in read(of_steward.get("/staff/imports"))
    for each in LISTS:
        assert of_steward.get(f"/staff/imports/{each.kind}").status_code == 404
