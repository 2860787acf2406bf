"""Blanks set right on the sheet, by mouse, by keyboard, on a phone. Persons and enterprises are made up."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

STATEMENT = "我想注册一家公司，名称叫昆山测试软件有限公司，注册资本一百万元，两个股东，王小明占百分之六十，李小红占百分之四十。"

SMALL = """[...document.querySelectorAll('#sheet a, #sheet button, #sheet .pick')]
    .filter(each => each.offsetParent && each.offsetHeight < 44).map(each => each.outerHTML)"""
FOCUSED = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.name"


def said(page, words=STATEMENT):
    page.locator("#words").fill(words)
    page.locator("#words").press_sequentially(" ")
    value(page, "registered_capital").wait_for()
    page.locator('#saved[data-state="saved"]').wait_for()
    return page


def value(page, path):
    return page.locator(f'[data-field="{path}"] .value')


def edit(page, name):
    page.get_by_role("link", name=f"改 {name}", exact=True).click()
    page.locator(".editor:not(.htmx-added)").wait_for()
    return page.locator(".editor").locator("input[type=text], textarea").first


def serious_faults(page):
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found if each["impact"] in {"serious", "critical"}]


def focused(page):
    return page.evaluate(FOCUSED)


def test_a_blank_is_set_right_by_keyboard_and_the_focus_comes_back(open_page):
    page = said(open_page())
    page.get_by_role("link", name="改 注册资本").focus()
    page.keyboard.press("Enter")
    page.locator(".editor input[name=text]:focus").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.type("两百万")
    page.keyboard.press("Enter")
    page.get_by_text("200万元（人民币）").wait_for()
    page.locator("a.edit:focus").wait_for()
    assert focused(page) == "改 注册资本"
    assert "手工填" in page.locator('[data-field="registered_capital"]').inner_text()


def test_escape_leaves_the_blank_as_it_was(open_page):
    page = said(open_page())
    edit(page, "注册资本").fill("5")
    page.keyboard.press("Escape")
    page.locator(".editor").wait_for(state="detached")
    assert focused(page) == "改 注册资本"
    assert value(page, "registered_capital").inner_text() == "100万元（人民币）"


def test_what_does_not_fit_is_announced_and_stays_in_the_box(open_page):
    page = said(open_page(reduced_motion="reduce"))
    edit(page, "注册资本").fill("100")
    page.keyboard.press("Enter")
    page.locator('.editor [role="alert"]', has_text="没有单位").wait_for()
    page.locator(".editor [aria-invalid]:focus").wait_for()
    assert page.locator(".editor input[name=text]").input_value() == "100"
    assert serious_faults(page) == []


def test_an_editor_with_unsaved_words_is_not_swept_away(open_page):
    page = said(open_page())
    edit(page, "注册资本").fill("200万")
    page.get_by_role("link", name="改 名称").click()
    page.get_by_text("还没保存。请先点“保存”或“取消”").wait_for()
    page.locator("#words").press_sequentially("做软件开发。")
    page.locator('#saved[data-state="saved"]').wait_for()
    assert page.locator(".editor input[name=text]").input_value() == "200万"
    page.get_by_role("link", name="取消").click()
    page.locator('[data-field="business_scope"] .value').wait_for()


def test_a_person_is_added_and_taken_out_again(open_page):
    page = said(open_page())
    page.get_by_label("再加一位，姓名或名称").fill("赵大海")
    page.get_by_role("button", name="加一位").click()
    page.get_by_role("link", name="填 赵大海的职务").click()
    page.get_by_role("checkbox", name="监事").check()
    page.get_by_role("button", name="保存").click()
    value(page, "parties.2.roles").wait_for()
    page.get_by_role("button", name="删去 赵大海").click()
    page.get_by_text("已手工删去：赵大海").wait_for()
    page.get_by_role("button", name="放回 赵大海").click()
    value(page, "parties.2.roles").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_the_editor_fits_and_has_no_serious_fault(open_page, scheme):
    page = said(open_page(viewport={"width": 360, "height": 740}, color_scheme=scheme, reduced_motion="reduce", has_touch=True))
    page.get_by_role("link", name="改 职务 王小明").tap()
    page.get_by_role("checkbox", name="董事", exact=True).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    small = page.evaluate(SMALL)
    assert small == []
    assert serious_faults(page) == []


def test_without_javascript_a_blank_is_set_right_on_its_own_page(open_page):
    page = open_page(java_script_enabled=False)
    page.locator("#words").fill(STATEMENT)
    page.get_by_role("button", name="填表").click()
    page.get_by_role("link", name="改 注册资本").click()
    page.locator("input[name=text]").fill("两百万")
    page.get_by_role("button", name="保存").click()
    assert value(page, "registered_capital").inner_text() == "200万元（人民币）"
    assert page.url.endswith("#blank-registered_capital")
