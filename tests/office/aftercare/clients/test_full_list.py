"""The zone's whole list once: 806 enterprises and 218 projects come from two spreadsheets, and the coverage page says 806/806 and 218/218. All are invented."""

import re

import pytest
from django.db import connection

from gaoxing.engines.workbook import WrittenSheet, write
from gaoxing.office.aftercare.models import Client, Stewardship
from gaoxing.office.importing import actions, queries
from gaoxing.office.importing.registry import importer
from tests.office.aftercare.desk.conftest import read

pytestmark = pytest.mark.django_db
HEADINGS = ("编号", "名称", "联系人", "联系电话", "服务专员")


def spreadsheet(letter, count, name):
    """A list of so many, each with one of two stewards."""
    rows = [(f"{letter}{each:04}", name.format(each), "联系人甲", f"1390000{each:04}", ("steward", "steward-2")[each % 2]) for each in range(count)]
    return write([WrittenSheet("名单", HEADINGS, rows)])


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the whole list once is enough; short ones are imported on both databases")
def test_after_an_import_of_the_whole_list_the_coverage_page_says_so(cast, of_leader, now):
    for kind, content in (("clients", spreadsheet("E", 806, "昆山样例{}号制造有限公司")), ("projects", spreadsheet("P", 218, "样例{}号扩建项目"))):
        batch = actions.upload(importer(kind), actions.Sent("名单.xlsx", content), cast["leader"], now=now)
        while actions.go_on(batch, now=now):
            pass
        assert set(queries.counts(batch)) == {"new"}
        actions.confirm(batch, cast["leader"], now=now)
        while actions.go_on(batch, now=now):
            pass
    assert (Client.objects.count(), Stewardship.objects.filter(until=None).count()) == (1024, 1024)
    page = read(of_leader.get("/staff/coverage"))
    assert re.findall(r"standing=served[^>]*>(\d+/\d+)<", page)[:2] == ["806/806", "218/218"]
    assert "服务对象：403 家" in read(of_leader.get(f"/staff/clients?kind=enterprise&steward={cast['steward'].pk}"))
