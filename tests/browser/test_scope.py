"""The business scope at the desk: searched by keyboard, added, put in order, on a phone. Names are made up."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

STATEMENT = "我想注册一家公司，名称叫昆山测试科技有限公司，注册资本一百万元，开饭店，做软件开发。"
SMALL = """[...document.querySelectorAll('.editor a, .editor button, .editor input, .editor summary')]
    .filter(each => each.offsetParent && each.offsetHeight < 44).map(each => each.outerHTML)"""


def opened(page):
    page.locator("#words").fill(STATEMENT)
    page.locator("#words").press_sequentially(" ")
    page.locator('[data-field="business_scope"] .value').wait_for()
    page.locator('#saved[data-state="saved"]').wait_for()
    page.get_by_role("link", name="改 经营范围", exact=True).press("Enter")
    page.locator(".editor.scope input[type=search]:focus").wait_for()
    return page


def chosen(page):
    return page.locator(".scope-chosen .scope-name").all_inner_texts()


def serious_faults(page):
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found if each["impact"] in {"serious", "critical"}]


def test_an_item_is_searched_added_and_made_the_main_business_by_keyboard(open_page):
    page = opened(open_page())
    page.keyboard.type("mjzz")
    page.get_by_role("status").get_by_text("查到").wait_for()
    page.keyboard.press("ArrowDown")
    assert page.locator("[role=option].active .scope-name").inner_text() == "模具制造"
    page.keyboard.press("Enter")
    page.get_by_text("已加上“模具制造”，现在 3 项。").wait_for(state="attached")
    assert chosen(page) == ["餐饮服务", "软件开发", "模具制造"]
    page.locator(".editor.scope input[type=search]:focus").wait_for()
    page.locator('button[name="up"][value="模具制造"]').press("Enter")
    page.get_by_text("顺序改好了，第一项是“餐饮服务”。").wait_for(state="attached")
    page.locator('button[name="up"][value="模具制造"]:focus').press("Enter")
    page.get_by_text("顺序改好了，第一项是“模具制造”。").wait_for(state="attached")
    assert page.locator(".editor").get_by_text("名称里的行业是").count() == 0
    page.get_by_role("link", name="改好了").press("Enter")
    page.locator('[data-field="business_scope"] .value', has_text="模具制造；餐饮服务；软件开发").wait_for()


def test_escape_empties_the_box_before_it_leaves_the_editor(open_page):
    page = opened(open_page())
    page.keyboard.type("rjkf")
    page.locator("[role=option]", has_text="软件开发").first.wait_for()
    page.keyboard.press("Escape")
    page.locator("[role=option]").first.wait_for(state="detached")
    assert page.locator(".editor.scope input[type=search]").input_value() == ""
    page.keyboard.press("Escape")
    page.locator(".editor").wait_for(state="detached")


def test_on_a_phone_the_search_fits_and_has_no_serious_fault(open_page):
    page = opened(open_page(viewport={"width": 360, "height": 740}, reduced_motion="reduce", has_touch=True))
    page.keyboard.type("卖医疗器械")
    page.locator("[role=option]", has_text="第三类医疗器械经营").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate(SMALL) == []
    assert serious_faults(page) == []
    page.locator("[role=option]", has_text="第一类医疗器械销售").tap()
    page.locator(".scope-chosen .scope-name", has_text="第一类医疗器械销售").wait_for()


def test_without_javascript_a_search_is_a_page_and_a_press_adds(open_page):
    page = opened(open_page())
    plain = page.context.browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state()).new_page()
    plain.goto(page.url.split("/desk")[0] + "/draft/blanks/business_scope")
    plain.get_by_role("combobox").fill("mjzz")
    plain.get_by_role("button", name="查", exact=True).click()
    plain.get_by_role("option", name="模具制造").click()
    assert chosen(plain) == ["餐饮服务", "软件开发", "模具制造"]
