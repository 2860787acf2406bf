"""Units and offices on their page: each with a number of its own, closed and opened again, every change in the audit."""

import pytest
from django.utils import timezone

from gaoxing.office.audit.models import Entry
from gaoxing.office.people.models import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def system(staff, signed_in):
    return signed_in(staff("system.one", "system_administrator"))


def text(response):
    return response.content.decode()


def test_a_unit_and_its_office_are_set_up(system, unit):
    system.post("/staff/units", {"code": "U1-1", "name": "登记科", "parent": unit.pk, "closed": "2026-01-01"})
    made = Unit.objects.get(code="U1-1")
    assert (made.parent, made.closed) == (unit, None)
    assert "└ 登记科" in text(system.get("/staff/units"))


def test_a_number_that_is_taken_is_told(system, unit):
    answer = system.post("/staff/units", {"code": "U1", "name": "另一个"})
    assert (answer.status_code, "已经有了" in text(answer)) == (400, True)
    assert Unit.objects.count() == 1


@pytest.mark.parametrize("given", [{"name": ""}, {"code": ""}, {"code": "x" * 33}, {"parent": "999"}])
def test_what_is_no_unit_is_refused(system, given):
    assert system.post("/staff/units", {"code": "U9", "name": "某单位", **given}).status_code == 400
    assert not Unit.objects.filter(code__in=("U9", "x" * 33)).exists()


def test_a_unit_is_closed_and_opened_again_and_both_are_in_the_audit(system, unit):
    system.post(f"/staff/units/{unit.pk}/close")
    unit.refresh_from_db()
    assert unit.closed == timezone.localdate()
    system.post(f"/staff/units/{unit.pk}/close", {"open": "yes"})
    unit.refresh_from_db()
    assert unit.closed is None
    assert Entry.objects.filter(act="people.change_units", subject=unit.pk, role="system_administrator").count() == 2


def test_a_unit_that_is_not_there_is_not_found(system):
    assert system.post("/staff/units/999/close").status_code == 404


def test_nobody_but_the_system_administrator_sets_units(staff, signed_in, unit):
    for number, role in enumerate(("security_administrator", "leader", "examiner")):
        browser = signed_in(staff(f"some.body{number}", role))
        assert browser.post(f"/staff/units/{unit.pk}/close").status_code == 403
    unit.refresh_from_db()
    assert unit.closed is None
