"""The cockpit with a real browser: nothing is wider than a telephone, a wall needs no scrolling at either size, and it renews itself unless somebody reads."""

import pytest

from tests.browser.test_case_loop import browser_of, hall  # noqa: F401
from tests.browser.test_stuck import enter, inside

pytestmark = pytest.mark.browser
PHONE, WALL, LARGE_WALL = {"width": 360, "height": 780}, {"width": 1920, "height": 1080}, {"width": 3840, "height": 2160}


def fits(page):
    """Nothing scrolls, and no tile is cut off."""
    inside(page)
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert page.evaluate("[...document.querySelectorAll('.tile')].filter((each) => each.scrollHeight > each.clientHeight + 1).length") == 0


def test_a_leader_reads_the_cockpit_on_a_telephone_and_on_a_wall(browser_of, hall):  # noqa: F811
    page = browser_of(viewport=PHONE)
    enter(page, "领导")
    page.goto(f"{hall}staff/cockpit")
    page.get_by_role("heading", name="今天要领导管的").wait_for()
    inside(page)
    page.clock.install()
    page.goto(f"{hall}staff/cockpit?screen=large")
    for size in (WALL, LARGE_WALL):
        page.set_viewport_size(size)
        fits(page)
    with page.expect_response("**/staff/cockpit?screen=large") as renewed:
        page.clock.run_for(301_000)
    assert renewed.value.ok
    page.keyboard.press("p")
    page.get_by_text("已暂停更新").wait_for()
    page.get_by_role("button", name="继续（P）").click()
    page.get_by_text("每 5 分钟更新").wait_for()
    fits(page)
