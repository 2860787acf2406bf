"""The live check of a name in a real browser: judged while it is typed, changed by a suggestion, undone. Every name is made up."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

SAID = "我想注册一家公司，名称叫昆山沐禾国家级芯片有限公司，注册资本一百万元。"


def test_a_name_is_judged_as_it_is_typed_and_a_suggestion_is_chosen_and_undone_on_a_phone(open_page):
    page = open_page(viewport={"width": 360, "height": 740})
    page.locator("#words").fill(SAID)
    page.locator("#words").press_sequentially(" ")
    check = page.locator("#blank-name .name-check")
    check.get_by_text("禁用", exact=True).first.wait_for()
    assert check.locator("mark").all_inner_texts() == ["国家级"]
    assert "没有查重名" in check.locator(".name-standing").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [each["id"] for each in Axe().run(page, context="#blank-name").response["violations"] if each["impact"] in {"serious", "critical"}] == []
    button = check.locator(".choices button").first
    assert button.bounding_box()["height"] >= 44
    chosen = button.inner_text()
    button.focus()
    page.keyboard.press("Enter")
    page.locator("#blank-name .value").get_by_text(chosen, exact=True).wait_for()
    check.get_by_text("还没查重名", exact=True).wait_for()
    page.locator(".undoing button").first.click()
    page.locator("#blank-name .value").get_by_text("昆山沐禾国家级芯片有限公司", exact=True).wait_for()
