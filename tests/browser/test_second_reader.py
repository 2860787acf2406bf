"""The language model at the desk in a real browser: asked by a press, one goes on meanwhile, and its failing is told where the button is."""

import os
import subprocess
import sys
import threading

import pytest
from axe_playwright_python.sync_playwright import Axe

from gaoxing.engines.language_model import setting
from tests.browser.conftest import free_port, wait_for
from tests.browser.desk_page import begin, saved, value
from tests.engines.language_model.endpoint_here import fails, running, says

pytestmark = pytest.mark.browser

SAID = "我想注册公司，名称叫昆山测试软件有限公司，我叫丁大宝。兜里一共就八十万块钱摆进去"
CAPITAL = {"path": "registered_capital", "value": {"amount": "800000", "currency": "CNY"}, "words": "八十万块钱"}
MARK = "语言模型填，请确认"


@pytest.fixture(scope="module")
def endpoint():
    with running() as up:
        yield up


@pytest.fixture(scope="module")
def helped(endpoint, tmp_path_factory):
    """The address of an office whose operator turned the endpoint on."""
    port = free_port()
    kept = {name: each for name, each in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    model = {setting.URL: endpoint.url, setting.MODEL: "qwen-test"}
    environ = {**kept, **model, "GAOXING_DATA": str(tmp_path_factory.mktemp("helped")), "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
    command = [sys.executable, "-m", "django", "serve", "--port", str(port), "--no-browser"]
    process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    address = f"http://127.0.0.1:{port}/"
    wait_for(address, process)
    yield address
    process.send_signal(2)
    assert process.wait(timeout=15) == 0


@pytest.fixture
def page(open_page, helped):
    """The desk of that office, something said, the panel open."""
    page = open_page(agree=False, viewport={"width": 360, "height": 740})
    begin(page, helped)
    page.locator("#words").fill(SAID)
    value(page, "name").locator(".value").wait_for()
    saved(page)
    page.locator("#second-reader-ask summary").click()
    return page


def test_one_goes_on_typing_while_it_reads(page, endpoint):
    go = threading.Event()

    def behave(handler):
        go.wait(20)
        says({"values": [CAPITAL]})(handler)

    endpoint.behave = behave
    page.locator("#question input[name=answer]").fill("正在写")
    page.get_by_role("button", name="请它读").click()
    page.get_by_text("正在请语言模型读").wait_for()
    page.locator("#words").fill(f"{SAID}，监事不设")
    value(page, "no_supervisor").locator(".ticked").wait_for()
    go.set()
    value(page, "registered_capital").get_by_text(MARK).wait_for()
    assert page.locator("#words").input_value().endswith("监事不设")
    assert page.locator("#question input[name=answer]").input_value() == "正在写"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in {"serious", "critical"}] == []


def test_its_failing_is_told_where_the_button_is_and_its_work_taken_out_at_once(page, endpoint, open_page):
    endpoint.behave = fails(500)
    page.get_by_role("button", name="请它读").click()
    page.locator("#second-reader [role=alert]").get_by_text("可以自己接着填").wait_for()
    endpoint.behave = says({"values": [CAPITAL]})
    page.get_by_role("button", name="请它读").click()
    page.get_by_role("button", name="去掉模型填的").click()
    value(page, "registered_capital").get_by_text("待填").wait_for()
    open_page.expected = ("503",)
