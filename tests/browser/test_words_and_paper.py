"""Words and paper side by side: lit in place, linked both ways, by mouse, keyboard and finger."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.desk_page import STATEMENT, begin, lit, saved, say, value

pytestmark = pytest.mark.browser

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def desk(open_page, office):
    def opened(words=STATEMENT, **how):
        page = open_page(**how)
        begin(page, office)
        say(page, words)
        return page

    return opened


def serious_faults(page):
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found if each["impact"] in {"serious", "critical"}]


def test_the_words_are_lit_in_place_and_lie_exactly_behind_the_box(desk):
    page = desk(STATEMENT + "\n\n第二段  有两个空格。\n", viewport=WIDE)
    assert ["一百万元", "registered_capital", False] in lit(page)
    assert page.evaluate("lit.textContent === words.value")
    assert page.evaluate("Math.abs(lit.getBoundingClientRect().height - words.getBoundingClientRect().height) < 1")
    assert page.evaluate("words.scrollHeight <= words.clientHeight + 1")


def test_a_very_long_statement_never_scrolls_apart_from_its_marks(desk):
    page = desk("这里说很多别的话。\n" * 60 + STATEMENT, viewport=PHONE)
    assert page.evaluate("words.scrollHeight <= words.clientHeight + 1")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_marks_behind_a_change_fade_and_stay_with_their_words(desk):
    page = desk()
    page.route("**/draft/words", lambda route: None)
    page.evaluate("words.focus(); words.setSelectionRange(0, 0)")
    page.keyboard.insert_text("您好😀，")
    assert page.evaluate("lit.textContent === words.value")
    assert ["一百万元", "registered_capital", True] in lit(page)


def test_a_changed_word_loses_its_mark_at_once(desk):
    page = desk()
    page.route("**/draft/words", lambda route: None)
    page.locator("#words").fill(STATEMENT.replace("一百万元", "一千万元"))
    assert all("registered_capital" not in paths for _, paths, _ in lit(page))
    assert ["昆山测试软件有限公司", "name company_type", False] in lit(page)


def test_pointing_at_a_value_outlines_its_words_and_says_them(desk):
    page = desk(viewport=WIDE)
    value(page, "registered_capital").hover()
    page.get_by_text("依据：“一百万元”").wait_for()
    expect(page.locator("#lit .linked")).to_have_text(["一百万元"])
    page.locator("h1").first.hover()
    page.locator("#link-note").wait_for(state="hidden")
    assert page.locator(".linked").count() == 0


def test_pointing_at_words_in_the_box_outlines_the_blank(desk):
    page = desk(viewport=WIDE)
    at = page.locator('#lit mark[data-for~="registered_capital"]').bounding_box()
    page.mouse.move(at["x"] + 5, at["y"] + at["height"] / 2)
    page.locator('.blank.linked[data-field="registered_capital"]').wait_for()
    page.get_by_text("填进了：注册资本").wait_for()


def test_the_caret_in_words_outlines_the_blank_and_escape_ends_it(desk):
    page = desk(viewport=WIDE)
    page.wait_for_timeout(550)
    page.evaluate("words.focus(); words.setSelectionRange(words.value.indexOf('百万元'), words.value.indexOf('百万元'))")
    page.keyboard.press("ArrowRight")
    page.locator('.blank.linked[data-field="registered_capital"]').wait_for()
    page.keyboard.press("Escape")
    assert page.locator(".linked").count() == 0


def test_on_a_phone_a_tap_goes_to_the_blank_and_there_is_a_way_back(desk):
    page = desk(viewport=PHONE, has_touch=True, is_mobile=True)
    page.wait_for_timeout(550)
    at = page.locator('#lit mark[data-for~="registered_capital"]').bounding_box()
    page.touchscreen.tap(at["x"] + 8, at["y"] + at["height"] / 2)
    page.get_by_role("button", name="看表上").tap()
    page.wait_for_function(
        "(at => at.top >= 0 && at.bottom <= innerHeight)(document.querySelector('.blank[data-field=registered_capital]').getBoundingClientRect())"
    )
    page.get_by_role("button", name="回到刚才的地方").tap()
    page.wait_for_function("() => scrollY < 100")


def test_on_a_phone_a_tap_on_a_value_says_its_words(desk):
    page = desk(viewport=PHONE, has_touch=True, is_mobile=True)
    value(page, "registered_capital").scroll_into_view_if_needed()
    page.wait_for_timeout(150)
    value(page, "registered_capital").locator("dd").first.tap(position={"x": 3, "y": 3})
    page.get_by_text("依据：“一百万元”").wait_for()


def test_words_said_later_are_links_to_their_blank(desk):
    page = desk(viewport=WIDE)
    page.locator("#more > summary").click()
    page.locator("#addition").fill("经营期限二十年")
    page.locator("#addition").press("Enter")
    piece = page.locator('.turns .piece[data-for~="operating_term"]')
    piece.focus()
    page.locator('.blank.linked[data-field="operating_term"]').wait_for()
    assert piece.get_attribute("href") == "#blank-operating_term"


def test_who_hears_the_page_hears_the_words_with_the_value(desk):
    page = desk(viewport=WIDE)
    change = value(page, "registered_capital").locator("a.edit")
    expect(change).to_have_attribute("aria-description", "依据：“一百万元”")
    change.focus()
    expect(page.locator("#lit .linked")).to_have_text(["一百万元"])


def test_an_open_edit_of_an_entry_survives_the_page_filling_beside_it(desk):
    page = desk()
    page.locator("#more > summary").click()
    page.locator("#addition").fill("经营期限二十年")
    page.locator("#addition").press("Enter")
    page.locator(".amend summary").click()
    page.locator(".amend textarea").fill("经营期限三十")
    page.locator("#words").fill(STATEMENT + "从业人员五人。")
    page.locator('#lit mark[data-for~="employees"]').wait_for(state="attached")
    assert page.locator(".amend textarea").input_value() == "经营期限三十"
    assert page.locator(".amend textarea").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault_in_the_lit_page(desk, scheme):
    page = desk(color_scheme=scheme, reduced_motion="reduce", viewport=WIDE)
    value(page, "registered_capital").hover()
    saved(page)
    assert serious_faults(page) == []


def test_the_tints_keep_the_words_readable(desk):
    page = desk(STATEMENT + "两个股东，王小明占百分之六十，李小红占百分之四十。", color_scheme="dark", viewport=WIDE)
    lightness = page.evaluate("""[...document.querySelectorAll('#lit mark')].map(each => {
        const paint = new OffscreenCanvas(1, 1).getContext('2d');
        const shine = colour => {
            paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
            const part = paint.getImageData(0, 0, 1, 1).data.slice(0, 3);
            const [r, g, b] = [...part].map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const [ground, ink] = [shine(getComputedStyle(each).backgroundColor), shine(getComputedStyle(words).color)];
        return (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
    })""")
    assert len(lightness) == 8
    assert min(lightness) >= 4.5
