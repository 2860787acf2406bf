"""A restaurant, a pharmacy and a hotel in a real browser, from one sentence to all their licences. Persons, numbers and names are made up."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.browser.conftest import free_port, wait_for

pytestmark = pytest.mark.browser
WHO = (
    "，办个体户，名字叫昆山市玉山镇测试样例{name}，经营者叫丁大宝，身份证号320583199001011216，手机13800001234，"
    "在昆山市玉山镇前进西路188号，请三个人，我自己办，证照一起办"
)
SHOPS = {
    "restaurant": ("我想在高新区开个火锅店，四百平，装修五十万，门口挂招牌", "火锅店", "139 0000 7701"),
    "pharmacy": ("想开家药店，血压计要卖，隐形眼镜不卖，门头挂招牌，八十平方", "药店", "139 0000 7702"),
    "hotel": ("打算开个宾馆，一千二百平方，装修两百万，用中央空调", "宾馆", "139 0000 7703"),
}
REPLIES = {"平": "八十平方", "装修": "五十万", "执照": "办个体户"}
"""What is answered where a figure is asked; to whatever else is asked: no."""

CODES = {"restaurant": "92320583000000019T", "pharmacy": "92320583000000027M", "hotel": "92320583000000035G"}
ACTS = ("grant", "examine", "inspect", "complete")
"""The way of a licence to its grant, the last act first."""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("joint")


@pytest.fixture(scope="module")
def environ(place):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    return {**kept, "GAOXING_DATA": str(place), "GAOXING_DEMO": "1", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}


@pytest.fixture(scope="module")
def hall(environ):
    """The demonstration: no unit is named for an authority, so that every licence lies with the leader."""
    subprocess.run([sys.executable, "-m", "django", "demo_people"], env=environ, capture_output=True, check=True)
    port = free_port()
    command = [sys.executable, "-m", "django", "serve", "--port", str(port), "--no-browser"]
    process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_for(f"http://127.0.0.1:{port}/", process)
    yield f"http://127.0.0.1:{port}/"
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=15) == 0


@pytest.fixture
def browser_of(chromium, hall):
    """A browser of its own for each person; an unexpected complaint of a page fails the test."""
    contexts, complaints = [], []

    def opened(**how):
        contexts.append(chromium.new_context(locale="zh-CN", **how))
        page = contexts[-1].new_page()
        page.set_default_timeout(30_000)
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(hall)
        return page

    yield opened
    for each in contexts:
        each.close()
    assert not complaints


def as_staff(page, role):
    """Into the demonstration as one of the staff."""
    page.locator(".demo li", has_text=role).get_by_role("button").click()
    page.get_by_role("heading", name="您要办的").or_(page.locator("main h2")).first.wait_for()
    return page


def say(page, words):
    """Say it, and answer whatever is asked."""
    page.get_by_role("button", name="同意并开始").click()
    page.locator("#words").fill(words)
    page.locator(".value", has_text="测试样例").first.wait_for()
    answer = page.locator("#question input[name=answer]")
    for _ in range(20):
        if not answer.count():
            return
        asked = page.locator("#question h2").inner_text()
        answer.fill(next((said for key, said in REPLIES.items() if key in asked), "没有"))
        answer.press("Enter")
        page.wait_for_function("before => document.querySelector('#question h2')?.innerText !== before", arg=asked)


def sign_in(page, place, mobile):
    page.get_by_role("link", name="登录", exact=True).click()
    page.get_by_label("手机号").fill(mobile)
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="发验证码").click()
    page.get_by_label("6 位数字").wait_for()
    page.get_by_label("6 位数字").fill((place / "codes.txt").read_text().split()[-1])
    page.get_by_role("button", name="登录").click()
    page.get_by_role("link", name="我的账号").wait_for()


def granted_page(page, address, act, **told):
    """Press a button of a licence's page; the page again, without it."""
    page.goto(address)
    form = page.locator(f"details:has(input[value={act}])")
    if form.get_attribute("open") is None:
        form.locator("summary").click()
    for name, text in told.items():
        field = form.locator(f"[name={name}]")
        field.select_option(text) if name == "composition" else field.fill(text)
    form.get_by_role("button", name="确定").click()
    page.locator(f"details:has(input[value={act}])").wait_for(state="detached")


def pressed(page, address):
    """The next act of a licence on the way to its grant, posted as its page has it; whether there was one."""
    shown = page.request.get(address).text()
    act = next((each for each in ACTS if f'name="act" value="{each}"' in shown), "")
    if not act or "等前面的证</span>" in shown:
        return False
    told = {"act": act, "revision": re.search(r'name="revision" value="([0-9]+)"', shown)[1], "number": f"样-{address[-12:]}"}
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown)[1]
    answer = page.request.post(f"{address}/act", form={**told, "csrfmiddlewaretoken": token}, headers={"Referer": address})
    assert answer.ok, answer.text()
    return True


def see_the_place(clerk, mine, hall, place, number):
    """The window offers times, the applicant picks one, and it comes."""
    clerk.goto(f"{hall}staff/joint/{number}")
    clerk.get_by_role("button", name="请申请人选上门时间").click()
    clerk.get_by_text("已经请申请人选上门时间").wait_for()
    mine.goto(f"{hall}cases/{number}/licences")
    mine.locator("input[name=slot]").first.check()
    mine.get_by_role("button", name="就这个时间").click()
    mine.get_by_text("请留人在店里").first.wait_for()
    with closing(sqlite3.connect(place / "gaoxing.sqlite3", timeout=30)) as database, database:
        database.execute("UPDATE licensing_visit SET starts = '2026-01-05 01:00:00' WHERE starts IS NOT NULL")


def decided(head, clerk, mine, hall, place, number):
    """Every licence of the case brought to its grant, the business licence by its buttons."""
    head.goto(f"{hall}staff/licences-to-do")
    mark = f"a[href*='{number}']"
    head.locator(mark).first.wait_for()
    licences = [hall.rstrip("/") + each.get_attribute("href") for each in head.locator(mark).all()]
    first = next(each for each in licences if each.endswith("business_licence"))
    for act in ("complete", "examine"):
        granted_page(head, first, act)
    granted_page(head, first, "grant", number=CODES[mine.trade], scope="餐饮服务", composition="individual")
    others = [each for each in licences if each != first]
    go_on(head, others)
    see_the_place(clerk, mine, hall, place, number)
    go_on(head, others)
    return len(licences)


def go_on(head, licences):
    """Round after round, until nothing more stands open to the unit."""
    while sum(pressed(head, each) for each in licences):
        continue


@pytest.mark.parametrize("trade", list(SHOPS))
def test_a_shop_comes_from_one_sentence_to_all_its_licences(browser_of, hall, place, trade):
    said, name, mobile = SHOPS[trade]
    mine = browser_of(viewport={"width": 360, "height": 780})
    mine.trade = trade
    say(mine, said + WHO.format(name=name))
    sign_in(mine, place, mobile)
    mine.goto(f"{hall}draft/licences")
    mine.get_by_role("heading", name="一套材料").wait_for()
    assert mine.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    mine.goto(f"{hall}draft/submit")
    mine.get_by_role("button", name="提交").last.click()
    mine.get_by_role("heading", name="提交回执").wait_for()
    number = mine.locator(".receipt-number").inner_text()
    head, clerk = as_staff(browser_of(), "领导"), as_staff(browser_of(), "窗口人员")
    count = decided(head, clerk, mine, hall, place, number)
    mine.goto(f"{hall}cases/{number}/licences")
    mine.get_by_role("heading", name=f"办好 {count} 个，共 {count} 个").wait_for()
    assert mine.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert mine.request.get(f"{hall}cases/{number}/licences/sheet.pdf").body().startswith(b"%PDF")
    mine.get_by_role("link", name="公示页").click()
    mine.get_by_role("heading", name="行业综合许可").wait_for()
    assert mine.locator(".joint-item.good").count() == count
    assert mine.get_by_text(CODES[trade]).count() == 1
