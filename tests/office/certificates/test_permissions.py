"""Who sees what was issued, and what the office tells of it."""

import pytest

from gaoxing.office.certificates import permissions
from tests.office.cases.conftest import owner, staff  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["window_clerk", "examiner", "leader"])
def test_those_who_handle_registrations_see_every_certificate(staff, licence, now, role):  # noqa: F811
    assert list(permissions.visible_to(staff(role), on=now.date())) == [licence]


@pytest.mark.parametrize("role", ["steward", "system_administrator", "security_administrator", "audit_administrator"])
def test_other_staff_go_through_none(staff, licence, now, role):  # noqa: F811
    assert not permissions.visible_to(staff(role), on=now.date()).exists()


def test_applicants_and_strangers_go_through_none(owner, licence, now):  # noqa: F811
    assert not permissions.visible_to(owner, on=now.date()).exists()
    assert not permissions.visible_to(None, on=now.date()).exists()


def test_it_is_told_that_a_licence_is_public():
    told = permissions.who_sees()
    assert told[0].who == "办件的申请人"
    assert [each.who for each in told[1:-1]] == ["窗口人员", "审核人员", "领导"]
    assert "营业执照是公开的" in told[-1].why
