"""The card of a project: one line of time across rooms, each thing only for whoever may see it in its own room."""

from __future__ import annotations

import pytest

from gaoxing.forms.register import Registered
from gaoxing.office.aftercare.models import Request
from gaoxing.office.audit.entry import Actor
from gaoxing.office.certificates.issuing import Cause, issue_licence
from gaoxing.office.projects.card import card
from gaoxing.office.projects.promoting import Lead, enter
from tests.checks.projects.filings import WHOLE
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(owner, now):
    """A request of the same enterprise."""
    return Request.objects.create(
        number="R2026-000001", enterprise=WHOLE["enterprise"], owner=owner, source="enterprise", state="accepted", made=now, changed=now, said=b""
    )


def kinds(row, person, now):
    return [each.kind for each in card(row, person, on=now.date())]


def test_it_tells_what_happened_to_the_project_the_newest_first(file, owner, now):
    row = press(file(), "report_start", owner, now, day="2026-11-24")
    row = press(row, "report_progress", owner, now, month="2026-11", invested="850万元")
    found = card(row, owner, on=now.date())
    assert [each.day for each in found] == sorted((each.day for each in found), reverse=True)
    assert {"备案", "报开工", "报进度", "850万元"} == {each.title for each in found}


def test_an_enterprise_sees_its_other_projects_and_its_requests(file, owner, asked, now):
    row, other = file(), file(another=True)
    found = {each.kind: each for each in card(row, owner, on=now.date())}
    assert found["别的项目"].link == f"/projects/{other.number}"
    assert (found["诉求"].title, found["诉求"].link) == (asked.number, f"/requests/{asked.number}")


def test_another_enterprises_request_is_not_on_it(file, owner, asked, now):
    Request.objects.update(enterprise="昆山样例有限公司")
    assert "诉求" not in kinds(file(), owner, now)


def test_the_staff_see_a_request_only_where_its_room_shows_it(file, staff, asked, now):
    row = file()
    assert "诉求" in kinds(row, staff("leader", "l-1"), now)
    assert "诉求" not in kinds(row, staff("examiner", "e-1"), now)


def test_promotion_is_for_whoever_promotes(file, staff, owner, now):
    row, steward = file(), staff("steward", "s-1")
    promoted = enter(Lead("示例芯片封装项目", "样例投资有限公司", project=row), steward, now=now)
    press(promoted, "talk", steward, now, day="2026-11-20")
    assert "招商" in kinds(row, steward, now)
    assert "招商" not in kinds(row, owner, now)
    assert "招商" not in kinds(row, staff("examiner", "e-1"), now)


def test_a_licence_is_for_whoever_goes_through_licences(file, staff, owner, now):
    row = file()
    unit = Registered(
        WHOLE["uscc"],
        WHOLE["enterprise"],
        "limited_liability",
        domicile="玉山镇示例路1号",
        legal_representative="丁大宝",
        capital={"amount": "1000000", "currency": "CNY"},
        company_type="有限责任公司",
        scope=("五金产品零售",),
        established=now.date(),
    )
    issue_licence(unit, Cause(1, "", Actor(), now))
    assert "执照" in kinds(row, staff("examiner", "e-1"), now)
    assert "执照" not in kinds(row, staff("steward", "s-1"), now)
    assert "执照" not in kinds(row, owner, now)
