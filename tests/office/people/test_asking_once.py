"""Whatever one of the staff takes away from somebody is asked once before it is done: the button that does it stands behind another."""

import re
from datetime import timedelta

import pytest

from gaoxing.office.people import accounts
from gaoxing.office.people.delegating import Span, empower
from gaoxing.office.people.models import Unit

pytestmark = pytest.mark.django_db
ONCE = re.compile(r"<details class=\"ask-once.*?</details>", re.DOTALL)


def outside(page):
    """The addresses of posts that stand outside of any question."""
    return set(re.findall(r'<form method="post" action="([^"]*)"', ONCE.sub("", page)))


def inside(page):
    return {address for each in ONCE.findall(page) for address in re.findall(r'action="([^"]*)"', each)}


@pytest.mark.parametrize(("role", "acts"), [("system_administrator", ("close", "password")), ("security_administrator", ("end", "reset", "roles/withdraw"))])
def test_what_is_done_to_an_account_is_asked_once(staff, signed_in, role, acts):
    other = staff("clerk.one", "window_clerk")
    page = signed_in(staff("admin.one", role)).get(f"/staff/people/{other.pk}").content.decode()
    wanted = {f"/staff/people/{other.pk}/{each}" for each in acts}
    assert (wanted <= inside(page), wanted & outside(page)) == (True, set())


def test_an_account_is_opened_again_without_a_question(staff, signed_in):
    other = staff("clerk.one", "window_clerk")
    other.is_active = False
    other.save(update_fields=["is_active"])
    page = signed_in(staff("admin.one", "system_administrator")).get(f"/staff/people/{other.pk}").content.decode()
    assert f"/staff/people/{other.pk}/close" in outside(page)


def test_a_unit_is_closed_only_when_asked(staff, signed_in):
    unit = Unit.objects.create(code="U9", name="样例单位")
    page = signed_in(staff("admin.one", "system_administrator")).get("/staff/units").content.decode()
    assert f"/staff/units/{unit.pk}/close" in inside(page)
    assert f"/staff/units/{unit.pk}/close" not in outside(page)


@pytest.fixture
def agent(applicant, now, on):
    """Somebody whom the applicant gave a power of attorney."""
    other = accounts.applicant_of("13900005678", language="zh-hans", now=now)
    empower(applicant, other, acts=["see_case"], matters=[], span=Span(on, on + timedelta(days=99)), now=now)
    return other


def test_a_power_of_attorney_is_withdrawn_only_when_asked(applicant, agent, signed_in):
    page = signed_in(applicant).get("/account/powers").content.decode()
    assert "/account/powers/withdraw" in inside(page)
    assert "/account/powers/withdraw" not in outside(page)
    assert "他已经提交的不受影响" in page


def test_a_confirmed_withdrawal_ends_the_power_at_once(applicant, agent, signed_in):
    browser, given = signed_in(applicant), applicant.powers_given.get()
    assert browser.post("/account/powers/withdraw", {"number": given.pk}).status_code == 302
    assert applicant.powers_given.filter(withdrawn=None).count() == 0
    assert "/account/powers/withdraw" not in inside(browser.get("/account/powers").content.decode())


def test_the_question_says_what_becomes_of_it(staff, signed_in):
    other = staff("clerk.one", "window_clerk")
    page = signed_in(staff("admin.one", "system_administrator")).get(f"/staff/people/{other.pk}").content.decode()
    assert all(each in page for each in ("停用以后他不能登录", "确定，停用账号", "确定，重设密码"))
