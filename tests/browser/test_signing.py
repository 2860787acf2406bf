"""A founder and a second shareholder sign by links of their own on a phone's page; what is missing is told before. Persons and numbers are made up."""

import os
import signal
import subprocess
import sys

import pytest

from tests.browser.conftest import free_port, wait_for
from tests.browser.test_case_loop import sign_in

pytestmark = pytest.mark.browser
SAID = (
    "我想注册一家公司，名称叫昆山测试软件有限公司，注册资本一百万元，住所在昆山市前进西路188号301室。丁大宝持股60%，身份证号320583199001011216，"
    "戊小宝持股40%。法定代表人是丁大宝，他当执行董事兼经理，戊小宝当监事。"
)
PHONE = {"width": 360, "height": 780}


@pytest.fixture
def place(tmp_path):
    return tmp_path


@pytest.fixture
def hall(place):
    """The demonstration, whose signatures and real names are rehearsed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    environ = {**kept, "GAOXING_DATA": str(place), "GAOXING_DEMO": "1", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
    port = free_port()
    command = [sys.executable, "-m", "django", "serve", "--port", str(port), "--no-browser"]
    process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_for(f"http://127.0.0.1:{port}/", process)
    yield f"http://127.0.0.1:{port}/"
    process.send_signal(signal.SIGINT)
    process.wait(timeout=15)


def link_of(page, hall, name):
    """The link of somebody's own, as the founder's page shows it this once."""
    page.goto(f"{hall}draft/signing")
    page.locator(".signers > li", has_text=name).get_by_role("button", name="看二维码").click()
    page.locator("#link").wait_for()
    return page.locator("#link").input_value()


def sign(page, link, number):
    page.set_default_timeout(60_000)
    page.goto(link)
    page.get_by_label("您的身份证号码").fill(number)
    page.get_by_label("同意用我的姓名").check()
    page.get_by_role("button", name="核对", exact=True).click()
    page.get_by_label("我看过了").check()
    page.get_by_role("button", name="签名", exact=True).click()
    page.get_by_role("status").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_two_shareholders_sign_by_their_own_links_on_a_phone(chromium, hall, place):
    contexts = [chromium.new_context(locale="zh-CN", viewport=PHONE) for _ in range(3)]
    mine, first, second = (each.new_page() for each in contexts)
    mine.set_default_timeout(30_000)
    mine.goto(hall)
    mine.get_by_role("button", name="同意并开始").click()
    mine.locator("#words").fill(SAID)
    mine.locator(".value", has_text="昆山测试软件").first.wait_for(state="attached")
    sign_in(mine, place)
    links = [link_of(mine, hall, name) for name in ("丁大宝", "戊小宝")]
    mine.goto(f"{hall}draft/submit")
    mine.get_by_text("等这些人电子签名").wait_for()
    for page, link, number in zip((first, second), links, ("320583199001011216", "320583199001011224"), strict=True):
        sign(page, link, number)
    mine.goto(f"{hall}draft/submit")
    mine.get_by_text("要签名的人都签好了").wait_for()
    for each in contexts:
        each.close()
