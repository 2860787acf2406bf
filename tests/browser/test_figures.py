"""An enterprise's figures on a telephone: each blank is kept as it is filled in, one that cannot be read is told, and nothing waits for the button."""

import secrets

import pytest
from playwright.sync_api import expect

from tests.browser.test_visits import PHONE

pytestmark = pytest.mark.browser
NAME = f"昆山样例{secrets.token_hex(3)}自评有限公司"


@pytest.fixture
def page(chromium, demonstration):
    """The page of an enterprise's figures, newly begun by a steward; a complaint of the page fails the test."""
    context, complaints = chromium.new_context(locale="zh-CN", viewport=PHONE), []
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(demonstration[0])
    page.locator("form[action='/demo/sign-in']").filter(has_text="服务专员").first.locator("button").first.click()
    page.wait_for_url("**/staff")
    page.goto(f"{demonstration[0]}ladder")
    page.locator("input[name='enterprise']").fill(NAME)
    page.locator("form:has(input[name='enterprise']) button[type='submit']").click()
    page.wait_for_url("**/figures")
    yield page
    context.close()
    assert complaints == []


def test_every_blank_is_kept_as_it_is_filled_in_and_one_that_cannot_be_read_is_told(page):
    staff, revenue = (page.locator(f".rung input[name^='{name}@']").first for name in ("staff", "revenue"))
    staff.fill("110")
    revenue.fill("8000")
    saved = page.locator("#figures-saved")
    expect(saved).to_contain_text("每填一项就存好了", timeout=30_000)
    revenue.press("Tab")
    expect(page.get_by_text("没有单位").first).to_be_visible(timeout=30_000)
    expect(revenue).to_have_attribute("aria-invalid", "true")
    revenue.fill("8000万元")
    revenue.press("Tab")
    expect(revenue).not_to_have_attribute("aria-invalid", "true")
    expect(saved).to_contain_text("每填一项就存好了", timeout=30_000)
    page.reload()
    expect(staff).to_have_value("110")
    expect(revenue).to_have_value("8000万元")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_button_pressed_right_after_the_last_blank_keeps_it_too(page):
    page.locator(".rung input[name^='staff@']").first.fill("120")
    page.get_by_role("button", name="存，看自评").click()
    page.wait_for_url(lambda address: not address.endswith("/figures"))
    expect(page.get_by_role("heading", name=NAME).first).to_be_visible()
    page.go_back()
    expect(page.locator(".rung input[name^='staff@']").first).to_have_value("120")
