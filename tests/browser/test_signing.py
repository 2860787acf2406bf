"""A founder and a second shareholder sign by links of their own on a phone's page; then it is submitted. Persons and numbers are made up."""

from itertools import count

import pytest

from tests.browser.test_case_loop import fill, sign_in

pytestmark = pytest.mark.browser
NAME = "昆山青竹样例软件有限公司"
NUMBERS = {"丁大宝": "320583199001011216", "戊小宝": "320583199001011224"}
SAID = (
    f"我想注册一家公司，名称叫{NAME}，注册资本一百万元，住所在昆山市前进西路188号301室。丁大宝持股60%，身份证号320583199001011216，手机13800001234，"
    "戊小宝持股40%，身份证号320583199001011224。都是货币出资，2030年12月31日前缴足。法定代表人是丁大宝，他当董事兼经理，"
    "财务负责人是丁大宝，登记联络员是丁大宝，戊小宝当监事。主要做软件开发，经营期限长期。"
)
ANSWERS = {"联系电话": "13800001234", "邮政编码": "215300", "纸质营业执照": "不要", "电子邮箱": "ding@example.cn"}
PHONE = {"width": 360, "height": 780}
MOBILES = count(8001)
"""One a try: a code is sent to the same number once a minute."""


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


def test_two_shareholders_sign_by_their_own_links_on_a_phone_and_it_is_submitted(chromium, demonstration):
    hall, place = demonstration
    contexts = [chromium.new_context(locale="zh-CN", viewport=PHONE) for _ in range(3)]
    mine, *others = (each.new_page() for each in contexts)
    mine.set_default_timeout(30_000)
    mine.goto(hall)
    mine.get_by_role("button", name="同意并开始").click()
    fill(mine, SAID, ANSWERS, NAME)
    sign_in(mine, place, f"139 0000 {next(MOBILES)}")
    links = [link_of(mine, hall, name) for name in NUMBERS]
    mine.goto(f"{hall}draft/submit")
    mine.get_by_text("等这些人电子签名").wait_for()
    for page, link, number in zip(others, links, NUMBERS.values(), strict=True):
        sign(page, link, number)
    mine.goto(f"{hall}draft/submit")
    mine.get_by_role("button", name="内容属实，提交").click()
    mine.get_by_role("heading", name="提交回执").wait_for()
    for each in contexts:
        each.close()
