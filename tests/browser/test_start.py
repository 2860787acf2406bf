"""The way in as people walk it: start page, privacy, tour, how the page looks; by mouse, by keyboard, without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

PAGES = ("", "privacy", "tour")
LOOKS = ({}, {"theme": "dark"}, {"elder": "on"}, {"elder": "on", "theme": "dark"})
WIDTHS = (360, 768, 1440)
SMALL = """target => [...document.querySelectorAll('button, summary, a:not(.skip)')].filter(each => each.checkVisibility())
    .filter(each => each.getBoundingClientRect().height < target).map(each => each.outerHTML)"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def look(page, office, choices):
    page.context.add_cookies([{"name": name, "value": value, "url": office} for name, value in choices.items()])


def serious_faults(page):
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found if each["impact"] in {"serious", "critical"}]


@pytest.mark.parametrize("choices", LOOKS, ids=lambda choices: " ".join(choices) or "light")
def test_axe_finds_no_serious_fault_on_the_way_in(open_page, office, choices):
    page = open_page(agree=False, reduced_motion="reduce")
    look(page, office, choices)
    for each in PAGES:
        page.goto(office + each)
        for summary in page.locator("summary:visible").all():
            summary.click()
        assert (each, serious_faults(page)) == (each, [])


def test_axe_finds_no_serious_fault_with_the_tour_open(open_page):
    page = open_page(reduced_motion="reduce")
    page.locator("#tour").wait_for()
    assert serious_faults(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways_and_all_is_large_enough(open_page, office, width):
    page = open_page(agree=False, viewport={"width": width, "height": 800})
    for choices, target in (({}, 44), ({"elder": "on"}, 56), ({"elder": "off", "language": "en"}, 44)):
        look(page, office, choices)
        for each in PAGES:
            page.goto(office + each)
            assert (each, page.evaluate(SIDEWAYS)) == (each, 0)
            assert (each, page.evaluate(SMALL, target)) == (each, [])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_large_page_of_a_filled_form_fits_a_phone(open_page, office, theme):
    page = open_page(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    look(page, office, {"elder": "on", "theme": theme})
    page.reload()
    page.locator(".example").nth(1).click()
    page.locator('[data-field="registered_capital"] .value').wait_for()
    assert page.evaluate(SIDEWAYS) == 0
    assert serious_faults(page) == []


def test_the_keyboard_alone_leads_from_the_start_to_the_desk(open_page):
    page = open_page(agree=False)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "同意并开始"
    page.keyboard.press("Enter")
    page.locator("#words").wait_for()


def test_the_keyboard_alone_chooses_how_the_page_looks(open_page):
    page = open_page(agree=False)
    page.get_by_role("button", name="长者模式").press("Enter")
    page.locator("html.elder").wait_for()
    page.locator(".display summary").press("Enter")
    page.get_by_role("button", name="深色").press("Enter")
    page.locator("html.elder.dark").wait_for()
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 22


def test_without_javascript_an_example_fills_the_form(open_page):
    page = open_page(agree=False, java_script_enabled=False)
    page.get_by_role("button", name="试这一段").first.click()
    assert page.locator('[data-field="registered_capital"] .value').inner_text() == "100万元（人民币）"
    page.get_by_role("link", name="怎么用").first.click()
    assert page.locator(".plain-steps li").count() == 4


def test_the_tour_waits_in_a_corner_and_goes_when_one_types(open_page):
    page = open_page()
    page.locator("#tour").wait_for()
    assert page.evaluate("document.getElementById('tour').contains(document.activeElement)") is False
    assert "说您要办的事" in page.locator("#tour-told").inner_text()
    page.locator("#words").press_sequentially("我要")
    page.locator("#tour").wait_for(state="hidden")
    assert page.locator("#words").input_value() == "我要"


def test_the_tour_is_offered_once_and_opens_again_when_asked(open_page):
    page = open_page()
    page.get_by_role("button", name="跳过").click()
    page.reload()
    assert page.locator("#tour").is_hidden()
    page.locator("#how").press("Enter")
    assert page.evaluate("document.activeElement.id") == "tour-title"
    page.keyboard.press("Escape")
    assert page.locator("#tour").is_hidden()
    assert page.evaluate("document.activeElement.id") == "how"


def test_the_tour_points_at_four_places_one_after_another(open_page):
    page = open_page(reduced_motion="reduce")
    pointed = []
    for _ in range(4):
        pointed.append(page.locator(".pointed").get_attribute("class"))
        page.locator("#tour .primary:visible").press("Enter")
    assert pointed[0] != pointed[1]
    assert page.locator("#tour").is_hidden()
    assert page.locator(".pointed").count() == 0


def test_taking_the_consent_back_empties_the_desk(open_page, office):
    page = open_page()
    page.locator(".example").first.click()
    page.locator('[data-field="registered_capital"] .value').wait_for()
    page.goto(f"{office}privacy")
    page.get_by_text("撤回同意，全部删去").click()
    page.get_by_role("button", name="确定，全部删去").click()
    page.get_by_text("已经全部删去").wait_for()
    page.goto(f"{office}desk")
    assert page.get_by_role("button", name="同意并开始").is_visible()
