"""A visit on a telephone, from the list to the request: a leader imports an enterprise, its steward dictates what it said, and makes a request of it."""

import json
import secrets

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LISTENING
from tests.browser.test_microphone import SOUND

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 760}
MARK = secrets.token_hex(3)
NAME = f"昆山样例{MARK}口述有限公司"
LIST = f"编号,企业名称,联系人,联系电话,服务专员\n{MARK},{NAME},张某,13900000001,demo.steward\n"
SAID = "车间老是跳闸，料都废了"


@pytest.fixture
def somebody(chromium, demonstration):
    """Opens the demonstration as one of its cast, on a telephone; a complaint of a page fails the test."""
    contexts, complaints = [], []

    def opened(role):
        contexts.append(chromium.new_context(locale="zh-CN", viewport=PHONE))
        page = contexts[-1].new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.add_init_script(SOUND)
        page.goto(demonstration[0])
        page.locator("form[action='/demo/sign-in']").filter(has_text=role).first.locator("button").first.click()
        page.wait_for_url("**/staff")
        return page

    yield opened
    for each in contexts:
        each.close()
    assert complaints == []


def import_one(page, address):
    """The leader sends the list and confirms it; where the test is tried once more it stands there already."""
    page.goto(f"{address}staff/imports/clients")
    page.set_input_files("#file", {"name": "名单.csv", "mimeType": "text/csv", "buffer": LIST.encode()})
    page.get_by_role("button", name="上传，看看每一行").click()
    again = page.get_by_role("button", name="确认导入 1 行")
    expect(again.or_(page.get_by_text("没有变化 1"))).to_be_visible(timeout=30_000)
    if again.is_visible():
        again.click()
        expect(page.get_by_text("导入了 1 行。")).to_be_visible(timeout=30_000)


def dictate(page):
    """The steward speaks, the test's socket hears."""
    lines = []
    page.route_web_socket(f"{LISTENING}**", lambda line: (lines.append(line), line.on_message(lambda _: None), line.send(json.dumps({"type": "ready"}))))
    page.get_by_role("link", name=f"记走访 {NAME}").click()
    page.locator(".speak").click()
    page.get_by_role("button", name="同意，开始说").click()
    expect(page.locator("#microphone-said")).to_contain_text("正在听", timeout=30_000)
    for _ in range(300):
        if lines:
            break
        page.wait_for_timeout(50)
    lines[-1].send(json.dumps({"type": "final", "text": SAID, "heard": 0, "alternatives": []}))
    expect(page.locator("#words")).to_have_value(SAID, timeout=30_000)


def test_what_an_enterprise_says_on_a_visit_is_dictated_and_becomes_a_request(somebody, demonstration):
    import_one(somebody("领导"), demonstration[0])
    page = somebody("服务专员")
    page.goto(f"{demonstration[0]}staff/steward")
    dictate(page)
    page.get_by_role("button", name="存，并转成诉求").click()
    expect(page.locator("#words")).to_have_value(SAID)
    expect(page.get_by_text("听出 1 件事")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="提交诉求").click()
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
