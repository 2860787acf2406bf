"""What does not get done, with a real browser at the width of a telephone: brought from the foot of a page, seen through, confirmed, its cause counted."""

import pytest

from tests.browser.test_case_loop import browser_of, hall, place, sign_in  # noqa: F401

pytestmark = pytest.mark.browser
PHONE, CAUSE = {"width": 360, "height": 780}, "签字只等得到一个人"


def inside(page):
    """Nothing is wider than the page."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def enter(page, role):
    page.locator(".demo li", has_text=role).get_by_role("button").click()
    page.get_by_role("link", name="工作台").first.wait_for()


def act(page, name):
    """The form of an act, opened where it is not."""
    form = page.locator("details.act-form").filter(has=page.locator(f'input[name=act][value="{name}"]'))
    if form.get_attribute("open") is None:
        form.locator("summary").click()
    return form


def test_what_is_stuck_is_seen_through_on_a_telephone(browser_of, hall, place):  # noqa: F811
    mine = browser_of(viewport=PHONE)
    mine.get_by_role("button", name="同意并开始").click()
    sign_in(mine, place, "139 0000 6666")
    mine.goto(f"{hall}licence")
    mine.locator("footer").get_by_role("link", name="办不成事").click()
    mine.get_by_role("heading", name="办不成事，马上办").wait_for()
    assert mine.get_by_label("要办什么事").input_value() == "查执照真假"
    assert mine.get_by_label("联系电话").input_value() == "13900006666"
    inside(mine)
    mine.get_by_label("卡在哪一步").fill("说要等领导签字，等了一个月；还说不行就去起诉")
    mine.get_by_role("button", name="提交，马上办").click()
    mine.get_by_role("heading", name="听起来可能要走诉讼").wait_for()
    inside(mine)
    mine.get_by_role("button", name="照样提交").click()
    mine.locator("h2 .tag", has_text="已接手").wait_for()
    number = mine.url.rsplit("/", 1)[1]
    inside(mine)

    steward = browser_of(viewport=PHONE)
    enter(steward, "服务专员")
    steward.goto(f"{hall}staff/stuck/{number}")
    form = act(steward, "contact")
    form.get_by_label("联系了谁").fill("本人")
    form.get_by_label("怎么联系的").fill("电话")
    form.get_by_role("button", name="记下联系").click()
    steward.locator("h2 .tag", has_text="马上办理中").wait_for()
    form = act(steward, "conclude")
    form.get_by_label("办成了", exact=True).check()
    form.get_by_label("新成因的类别").select_option("process")
    form.get_by_label("新成因，一句话").fill(CAUSE)
    form.get_by_label("说明").fill("已经签字，今天发证。")
    inside(steward)
    form.get_by_role("button", name="办结").click()
    steward.locator("h2 .tag", has_text="待本人确认").wait_for()

    mine.reload()
    mine.get_by_text("已经签字，今天发证。").wait_for()
    mine.get_by_role("button", name="确认", exact=True).click()
    mine.locator("h2 .tag", has_text="已确认").wait_for()

    steward.goto(f"{hall}staff/stuck/report")
    steward.locator(".figure-table").get_by_role("link", name=CAUSE).first.click()
    steward.locator("h3 a, h2", has_text="找到 1 件").first.wait_for()
    inside(steward)
    assert steward.get_by_text(number).count() == 1
