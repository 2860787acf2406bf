"""What follows the licence on the page of the case: for its applicant, for a clerk, in English, and for nobody else."""

from datetime import timedelta

import pytest

from gaoxing.office.formalities import actions
from gaoxing.office.formalities.permissions import visible_to, who_sees
from gaoxing.office.people import accounts

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine(signed_in, owner):
    return signed_in(owner)


def posted(browser, case, *names):
    return browser.post(f"/cases/{case.number}/formalities", {"step": names})


def test_the_steps_are_ticked_but_those_that_need_staff(shop, mine):
    page = mine.get(f"/cases/{shop.number}").content.decode()
    assert 'value="tax" checked' in page
    assert 'value="social_insurance">' in page
    assert "有员工的才要办" in page


def test_what_was_ticked_is_asked_for_in_one_press(shop, mine, now):
    answer = posted(mine, shop, "seal", "tax")
    assert answer.status_code == 302
    assert answer.url.endswith("#formalities")
    page = mine.get(f"/cases/{shop.number}").content.decode()
    assert "2 项，办好了 0 项" in page
    assert "正在交" in page


def test_an_outage_stands_on_the_page_with_the_next_try(shop, mine, bodies):
    posted(mine, shop, "tax")
    bodies(twin="failing")
    row = shop.formalities.get()
    actions.advance_due(now=row.due + timedelta(seconds=1))
    page = mine.get(f"/cases/{shop.number}").content.decode()
    assert "没有应答" in page
    assert "再试" in page


def test_without_any_body_the_page_says_how_to_do_it_oneself(shop, mine, settings):
    settings.BODIES = {}
    page = mine.get(f"/cases/{shop.number}").content.decode()
    assert "还有 5 项要自己办" in page
    assert "数电发票" in page


def test_asked_twice_is_a_sentence_and_not_two(shop, mine):
    posted(mine, shop, "tax")
    again = posted(mine, shop, "tax")
    assert again.status_code == 409
    assert "没有重复交" in again.content.decode()


def test_somebody_else_s_case_is_as_one_that_is_not_there(shop, signed_in, now):
    other = signed_in(accounts.applicant_of("13900005678", language="zh-hans", now=now))
    assert posted(other, shop, "tax").status_code == 404


def test_a_clerk_sees_how_they_stand_and_has_no_button(shop, mine, signed_in, staff):
    posted(mine, shop, "tax")
    page = signed_in(staff("examiner")).get(f"/staff/cases/{shop.number}").content.decode()
    assert "领了执照接着办" in page
    assert f"/cases/{shop.number}/formalities" not in page


def test_a_clerk_is_shown_no_empty_heading(shop, signed_in, staff, settings):
    settings.BODIES = {}
    clerk = signed_in(staff("examiner"))
    page = clerk.get(f"/staff/cases/{shop.number}").content.decode()
    assert ("领了执照接着办" in page) == ("项要自己办" in page)


def test_a_clerk_does_not_ask_for_them(shop, signed_in, staff):
    assert posted(signed_in(staff("examiner")), shop, "tax").status_code == 403


def test_the_panel_is_in_english_too(shop, mine, owner):
    mine.cookies["language"] = "en"
    page = mine.get(f"/cases/{shop.number}").content.decode()
    assert "Tax particulars" in page
    assert "领了执照接着办" not in page


def test_who_sees_the_case_sees_its_steps(shop, mine, owner, now):
    posted(mine, shop, "tax")
    row = visible_to(owner, on=now.date()).get()
    assert not visible_to(None, on=now.date()).exists()
    assert who_sees(row, on=now.date())
