"""A photograph of a paper is sent from a telephone's browser: on its way at once, told where it is too dark, removed again."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.engines.photographs import photo

pytestmark = pytest.mark.browser


def test_a_photograph_too_dark_is_told_on_a_telephone_and_can_be_taken_back(open_page, office, tmp_path):
    taken = tmp_path / "章程.jpg"
    taken.write_bytes(photo(light=0.2))
    page = open_page(viewport={"width": 360, "height": 780})
    page.locator("#words").fill("我想注册一家公司，注册资本一百万元")
    page.get_by_text("公司设立登记").first.wait_for()
    page.goto(f"{office}draft/attachments")
    place = page.locator(".bring", has=page.get_by_role("heading", name="公司章程"))
    place.locator("input[name=photo]").set_input_files(taken)
    place.get_by_text("这张照片太暗，字可能看不清。").wait_for()
    assert place.get_by_role("img", name="预览：章程.jpg").evaluate("each => each.decode().then(() => each.naturalWidth)") == 1200
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert [each["id"] for each in Axe().run(page).response["violations"] if each["impact"] in {"serious", "critical"}] == []
    place.locator("summary").click()
    place.get_by_role("button", name="确定删去").click()
    place.get_by_text("章程.jpg").wait_for(state="detached")
