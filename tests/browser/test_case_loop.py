"""A case from the first word to the register with a real browser: submitted, corrected, registered. Persons, numbers and names are made up."""

import pytest

pytestmark = pytest.mark.browser
SAID = (
    "我想办个体户，开一家面馆，名字叫昆山市测试样例面馆，经营者叫丁大宝，身份证号320583199001011216，手机13800001234，"
    "经营场所在昆山市玉山镇前进西路188号，个人经营，出资额五万元，从业人数两个人，经营餐饮服务"
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
CODE = "92320583MA0000007N"


@pytest.fixture
def place(demonstration):
    return demonstration[1]


@pytest.fixture
def hall(demonstration):
    return demonstration[0]


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


def enter_as(page, role):
    """Into the demonstration as one of the staff."""
    page.locator(".demo li", has_text=role).get_by_role("button").click()
    page.get_by_role("link", name="待办").click()


def fill(page, said=SAID, answers=ANSWERS, name="昆山市测试样例面馆"):
    """Say it and answer every question that comes."""
    page.locator("#words").fill(said)
    page.locator(".value", has_text=name).first.wait_for(state="attached")
    answer = page.locator("#question input[name=answer]")
    for _ in range(len(answers)):
        asked = page.locator("#question h2").inner_text()
        answer.fill(next(said for key, said in answers.items() if key in asked))
        answer.press("Enter")
        page.wait_for_function("before => document.querySelector('#question h2')?.innerText !== before", arg=asked)
    assert answer.count() == 0


def sign_in(page, place, mobile="139 0000 7777"):
    page.get_by_role("link", name="登录", exact=True).click()
    page.get_by_label("手机号").fill(mobile)
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="发验证码").click()
    page.get_by_label("6 位数字").wait_for()
    page.get_by_label("6 位数字").fill((place / "codes.txt").read_text().split()[-1])
    page.get_by_role("button", name="登录").click()
    page.get_by_role("link", name="我的账号").wait_for()


def test_a_case_goes_from_the_first_word_to_the_register(browser_of, hall, place):
    mine = browser_of()
    mine.get_by_role("button", name="同意并开始").click()
    fill(mine)
    sign_in(mine, place)
    mine.goto(f"{hall}draft/submit")
    mine.get_by_role("button", name="内容属实，提交").click()
    mine.get_by_role("heading", name="提交回执").wait_for()
    number = mine.locator(".receipt-number").inner_text()
    clerk = browser_of(viewport={"width": 1280, "height": 900})
    enter_as(clerk, "窗口人员")
    clerk.get_by_role("link", name=number).click()
    clerk.get_by_role("button", name="告知补正").click()
    clerk.get_by_label("哪一栏、哪份材料").first.fill("经营场所证明")
    clerk.get_by_label("具体是什么，怎么补").first.fill("缺租赁合同，请补一份")
    clerk.get_by_label("类别").first.select_option(index=1)
    clerk.get_by_role("button", name="看告知书").click()
    clerk.get_by_role("button", name="发出告知书").click()
    clerk.locator("h2 .tag", has_text="待补正").wait_for()
    mine.set_viewport_size({"width": 360, "height": 780})
    mine.goto(f"{hall}cases/{number}")
    mine.get_by_role("button", name="一条一条补正").click()
    mine.get_by_role("checkbox", name="改好了").check()
    mine.get_by_role("button", name="内容属实，提交补正").click()
    mine.get_by_role("heading", name="提交回执").wait_for()
    clerk.goto(f"{hall}staff/cases/{number}")
    clerk.get_by_role("button", name="受理", exact=True).click()
    clerk.locator("h2 .tag", has_text="已受理").wait_for()
    examiner = browser_of(viewport={"width": 1280, "height": 900})
    enter_as(examiner, "审核人员")
    examiner.get_by_role("link", name=number).click()
    examiner.get_by_role("button", name="审查", exact=True).click()
    examiner.locator("summary", has_text="准予登记").click()
    examiner.get_by_label("统一社会信用代码").fill(CODE)
    examiner.get_by_role("button", name="确定准予登记").click()
    examiner.locator("h2 .tag", has_text="准予登记").wait_for()
    mine.goto(f"{hall}cases/{number}")
    mine.locator("h2 .tag", has_text="准予登记").wait_for()
    assert mine.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
