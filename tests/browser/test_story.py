"""Two founders from the first word to the licence: one decided at once, one through a clerk's hands. Persons, numbers and names are made up.

GAOXING_STORY=folder saves a picture of each step there (docs/story.md shows some of them).
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import free_port, wait_for

pytestmark = pytest.mark.browser
WIDE, PHONE = {"width": 1200, "height": 900}, {"width": 390, "height": 780}
SAID = (
    "我想办个体户，开一家面馆，名字叫{name}，经营者叫{operator}，身份证号{number}，手机13800001234，"
    "经营场所在{place}，个人经营，出资额五万元，从业人数两个人，经营餐饮服务"
)
ANSWERS = {
    "男还是女": "男",
    "民族": "汉族",
    "文化程度": "大专",
    "政治面貌": "群众",
    "什么工作": "厨师",
    "住在哪里": "昆山市玉山镇前进西路200号",
    "只在网上": "不是",
    "联系电话": "13800001234",
    "邮政编码": "215300",
    "纸质营业执照": "不要",
}
BUILD = "import django; django.setup(); from django.core.management import call_command; call_command('demo_people'); call_command('demo_zone')"

HEARD = """async text => {
  const { dictation } = await import("/static/gaoxing/dictation.js");
  const writing = dictation(() => document.getElementById("words"));
  writing.final(text);
  writing.close();
}"""
"""What the page does with words that the recogniser heard."""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("story")


@pytest.fixture(scope="module")
def hall(place):
    """The demonstration as `gaoxing demo` opens it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    environ = {**kept, "GAOXING_DATA": str(place), "GAOXING_DEMO": "1", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
    subprocess.run([sys.executable, "-c", BUILD], env=environ, capture_output=True, check=True)
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

    def opened(viewport=WIDE, address=hall):
        contexts.append(chromium.new_context(locale="zh-CN", viewport=viewport))
        page = contexts[-1].new_page()
        page.set_default_timeout(30_000)
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(f"{error} {error.stack}"))
        page.goto(address)
        return page

    yield opened
    for each in contexts:
        each.close()
    assert not complaints


def picture(page, name, *, whole=False):
    """Keep a picture of the step where a folder for pictures was named, and see that nothing runs off the page."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    if folder := os.environ.get("GAOXING_STORY"):
        page.wait_for_load_state("networkidle")
        page.evaluate("window.scrollTo(0, 0)")
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=whole)


def value(page, path):
    return page.locator(f'.blank[data-field="{path}"]')


def say(page, **told):
    """Say it, and answer every question that comes."""
    page.get_by_role("button", name="同意并开始").click()
    page.locator("#words").wait_for()
    page.wait_for_load_state()
    page.evaluate(HEARD, SAID.format(**told))
    value(page, "name").get_by_text(told["name"]).first.wait_for()
    answer = page.locator("#question input[name=answer]")
    for _ in ANSWERS:
        asked = page.locator("#question h2").inner_text()
        answer.fill(next(said for key, said in ANSWERS.items() if key in asked))
        answer.press("Enter")
        page.wait_for_function("before => document.querySelector('#question h2')?.innerText !== before", arg=asked)
    assert answer.count() == 0


def add(page, words):
    """Say one thing more."""
    page.evaluate(HEARD, words)


def sign_in(page, place, mobile):
    """From the page of submitting, by a code, and back to it."""
    page.get_by_label("手机号").fill(mobile)
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="发验证码").click()
    page.get_by_label("6 位数字").wait_for()
    page.get_by_label("6 位数字").fill((place / "codes.txt").read_text().split()[-1])
    page.get_by_role("button", name="登录").click()
    page.get_by_role("heading", name="提交：").wait_for()


def sign(page, number):
    """On a telephone, by the link: who one is, then the name under it."""
    picture(page, "3-sign")
    page.get_by_label("您的身份证号码").fill(number)
    page.get_by_label("同意用我的姓名").check()
    page.get_by_role("button", name="核对", exact=True).click()
    page.get_by_label("我看过了").check()
    page.get_by_role("button", name="签名", exact=True).click()
    page.get_by_role("status").wait_for()


def submit(page, button):
    """Submit; the number of the case."""
    page.get_by_role("button", name=button).click()
    page.get_by_role("heading", name="提交回执").wait_for()
    return page.locator(".receipt-number").inner_text()


def test_a_founder_is_registered_in_the_moment_of_submitting(browser_of, hall, place):
    mine = browser_of()
    say(mine, name="昆山市测试样例面馆", operator="丁大宝", number="320583199001011216", place="昆山市玉山镇前进西路188号101室")
    add(mine, "不对，出资额改成八万元。")
    value(mine, "funds").get_by_text("8万元").wait_for()
    picture(mine, "1-said")
    mine.goto(f"{hall}draft/submit")
    sign_in(mine, place, "139 0000 7777")
    mine.get_by_role("link", name="用电子签名").click()
    mine.get_by_role("button", name="看二维码").click()
    mine.locator("#link").wait_for()
    picture(mine, "2-link")
    sign(browser_of(PHONE, mine.locator("#link").input_value()), "320583199001011216")
    mine.goto(f"{hall}draft/submit")
    mine.get_by_text("要签名的人都签好了").wait_for()
    submit(mine, "内容属实，提交")
    mine.get_by_role("link", name="看执照，接着办").click()
    mine.get_by_text("系统按固定规则当场准予登记").wait_for()
    picture(mine, "4-registered", whole=True)
    mine.get_by_role("button", name="一起办").click()
    mine.locator(".formalities-rows > li").nth(2).wait_for()
    mine.get_by_role("button", name="非常满意").first.click()
    mine.get_by_role("heading", name="评价好了").wait_for()
    mine.go_back()
    mine.get_by_role("link", name="看查验页").click()
    mine.get_by_text("现在有效").wait_for()
    picture(mine, "5-licence")


def test_a_case_that_a_person_must_look_at_is_corrected_once_and_decided(browser_of, hall, place):
    mine = browser_of()
    say(mine, name="昆山市范例样品面馆", operator="戊小宝", number="320583199202020119", place="昆山市玉山镇老市场西路18号")
    mine.goto(f"{hall}draft/submit")
    sign_in(mine, place, "139 0000 8888")
    number = submit(mine, "用纸面签名")
    clerk = browser_of()
    enter_as(clerk, "窗口人员", number)
    clerk.get_by_text("地址不是登记在册的标准地址").first.wait_for()
    clerk.get_by_role("checkbox", name="这一格要改 经营场所").check()
    picture(clerk, "6-clerk")
    ask_once(clerk)
    mine.goto(f"{hall}cases/{number}")
    correct(mine, hall)
    clerk.goto(f"{hall}staff/cases/{number}")
    clerk.get_by_role("button", name="受理", exact=True).click()
    clerk.locator("h2 .tag", has_text="已受理").wait_for()
    examiner = browser_of()
    enter_as(examiner, "审核人员", number)
    examiner.get_by_role("button", name="审查", exact=True).click()
    examiner.locator("summary", has_text="准予登记").click()
    for each in examiner.locator("input[name=settled]").all():
        each.check()
    examiner.get_by_role("button", name="确定准予登记").click()
    examiner.locator("h2 .tag", has_text="准予登记").wait_for()
    mine.goto(f"{hall}cases/{number}")
    mine.get_by_role("link", name="看营业执照正本").wait_for()
    assert mine.get_by_text("系统按固定规则当场准予登记").count() == 0


def enter_as(page, role, number):
    """Into the demonstration as one of the staff, to a case."""
    page.locator(".demo li", has_text=role).get_by_role("button").click()
    page.get_by_role("link", name="待办").click()
    page.get_by_role("link", name=number).click()


def ask_once(clerk):
    """Everything that is to be corrected is told once, and read over before it goes out."""
    clerk.get_by_role("button", name="告知补正").click()
    clerk.get_by_label("具体是什么，怎么补").first.fill("这个地址不在标准地址里，请写清楚路名和门牌号")
    clerk.get_by_role("button", name="看告知书").click()
    clerk.get_by_role("button", name="发出告知书").click()
    clerk.locator("h2 .tag", has_text="待补正").wait_for()


def correct(mine, hall):
    """Say what is right, tick the point and submit again."""
    mine.get_by_role("button", name="一条一条补正").click()
    mine.get_by_role("link", name="看整张表").click()
    mine.locator("#words").wait_for()
    mine.wait_for_load_state()
    add(mine, "经营场所改成昆山市玉山镇前进西路190号102室。")
    value(mine, "premises").get_by_text("190号102室").first.wait_for()
    mine.locator('#saved[data-state="saved"]').wait_for()
    mine.goto(f"{hall}draft/submit")
    mine.get_by_role("checkbox", name="改好了").check()
    submit(mine, "内容属实，提交补正")
