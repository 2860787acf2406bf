"""Keeping in a browser: a code carries a draft to the window and back, a kiosk ends by itself, a deleted draft loses no words."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.desk_page import STATEMENT, begin, say

pytestmark = pytest.mark.browser
SERIOUS = {"serious", "critical"}
PHONE = {"width": 360, "height": 740}


def sound(page):
    """Nothing serious for axe, and nothing wider than the window."""
    found = [each["id"] for each in Axe().run(page).response["violations"] if each["impact"] in SERIOUS]
    return found == [] and page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def code_of(page):
    page.get_by_role("link", name="请窗口帮我填").click()
    page.get_by_role("button", name="生成取回码").click()
    page.locator(".code").wait_for()
    return "-".join(page.locator(".code b").all_inner_texts())


def test_a_code_carries_the_draft_to_the_window_by_keyboard_and_the_clerk_gives_it_back(open_page, office):
    applicant, clerk = open_page(viewport=PHONE), open_page(agree=False)
    begin(applicant, office)
    say(applicant)
    code = code_of(applicant)
    assert sound(applicant)
    clerk.goto(f"{office}resume")
    assert sound(clerk)
    clerk.locator("#code").focus()
    for text in (code.lower(), " ", None, " ", "测试员 1024"):
        clerk.keyboard.insert_text(text) if text and text.strip() else clerk.keyboard.press("Space") if text else None
        clerk.keyboard.press("Tab")
    clerk.get_by_role("button", name="取回草稿").press("Enter")
    clerk.get_by_text("测试员 1024（自报）").first.wait_for()
    assert clerk.locator("#words").input_value() == STATEMENT
    clerk.get_by_role("button", name="交还给申请人").click()
    clerk.goto(f"{office}desk")
    assert clerk.locator("#words").input_value() == ""


def test_a_kiosk_counts_down_can_be_stopped_and_ends_by_itself(open_page, office):
    open_page.expected = ("400 (Bad Request)",)  # a save that is still on its way when the sitting ends finds its session gone
    page = open_page()
    page.goto(f"{office}kiosk")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="设成自助机").click()
    page.get_by_text("现在是自助机").wait_for()
    page.clock.install()
    begin(page, office)
    page.locator("#words").fill(STATEMENT)
    page.clock.run_for(121_000)
    page.locator("#idle[open]").wait_for()
    assert page.evaluate("document.activeElement.id") == "idle-stay"
    assert sound(page)
    page.keyboard.press("Enter")
    page.locator("#idle").wait_for(state="hidden")
    page.clock.run_for(181_000)
    page.get_by_text("已经自动结束").wait_for()
    assert sound(page)
    assert {each["name"] for each in page.context.cookies()} <= {"kiosk", "csrftoken"}
    page.goto(f"{office}desk")
    assert STATEMENT not in page.content()


def test_words_typed_where_the_draft_was_deleted_meanwhile_are_kept_and_told(open_page, office):
    page = open_page(viewport=PHONE)
    begin(page, office)
    say(page)
    other = page.context.new_page()
    other.goto(f"{office}drafts")
    other.locator(".acts summary").click()
    assert sound(other)
    other.get_by_role("button", name="确定，删去这份").click()
    other.get_by_text("我的草稿（0 份）").wait_for()
    page.locator("#words").fill(f"{STATEMENT}还有一句。")
    page.get_by_text("您刚写的话没有丢").wait_for()
    other.reload()
    other.get_by_text("我的草稿（1 份）").wait_for()
