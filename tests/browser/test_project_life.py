"""A project's whole life with a real browser: said and filed, changed as a maker of printed circuits does, a request of the same firm, start, completion.

Persons, numbers and names are made up.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.browser.test_case_loop import browser_of, fill, hall, place, sign_in  # noqa: F401

pytestmark = pytest.mark.browser
FIRM, PROJECT = "昆山样例线路科技有限公司", "高密度线路板生产线扩建项目"
SAID = (
    f"我们{FIRM}有个扩建项目要备案，统一社会信用代码91320583MA0000007R，项目名称是{PROJECT}，"
    "建在昆山市玉山镇示例路1号，总投资一亿两千万，明年三月开工，后年六月完工，联系人魏大墨，手机号19800001234"
)
ANSWERS = {"建什么": "新建厂房一栋，购置钻孔、电镀设备二十台，年产线路板三十万平方米", "产业政策": "符合"}
CONTENT = "新建厂房一栋，购置钻孔、电镀、检测设备三十二台，年产线路板四十万平方米"
TROUBLE = "厂区周边老是停电，线路板报废了好几批；另外员工停车位不够。"


def act(page, name, **typed):
    """Fill in the form of an act and send it; the page is there again."""
    form = page.locator("details").filter(has=page.locator(f'input[name=act][value="{name}"]'))
    form.locator("summary").click()
    for blank, text in typed.items():
        form.locator(f"[name={blank}]").fill(text)
    form.locator("button[type=submit]").click()


def filed(mine, hall):  # noqa: F811
    """Said, what is asked is answered, and filed; its address."""
    mine.goto(f"{hall}draft/submit")
    mine.get_by_role("button", name="备案", exact=True).click()
    mine.locator("h2 .tag", has_text="已备案").wait_for()
    return mine.url


def changed(mine):
    """Another content and more money: shown field by field, then sent."""
    mine.get_by_role("link", name="办理备案变更").click()
    mine.get_by_label("建设规模及内容").fill(CONTENT)
    mine.get_by_label("总投资额").fill("15000万元")
    mine.get_by_role("button", name="看看改了什么").click()
    mine.get_by_role("heading", name="改了 2 项：较大变更").wait_for()
    mine.get_by_role("button", name="告知变更").click()
    mine.get_by_role("heading", name="一共 2 版").wait_for()


def asked_for_help(mine, hall):  # noqa: F811
    """A request of the same firm; its number."""
    mine.goto(f"{hall}requests/new")
    mine.get_by_label("碰到了什么难处").fill(TROUBLE)
    mine.get_by_role("button", name="说好了，下一步").click()
    mine.get_by_label("企业名称").fill(FIRM)
    mine.get_by_label("联系人").fill("魏大墨")
    mine.get_by_role("button", name="提交", exact=True).click()
    mine.wait_for_url(f"{hall}requests/R*")
    return mine.url.rsplit("/", 1)[1]


def test_a_project_is_filed_changed_helped_started_and_completed(browser_of, hall, place):  # noqa: F811
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    mine = browser_of(viewport={"width": 360, "height": 780})
    mine.get_by_role("button", name="同意并开始").click()
    fill(mine, SAID, ANSWERS, FIRM)
    sign_in(mine, place, "139 0000 8888")
    address = filed(mine, hall)
    changed(mine)
    number = asked_for_help(mine, hall)
    mine.goto(address)
    act(mine, "report_start", day=f"{today}")
    mine.locator("h2 .tag", has_text="已开工").wait_for()
    act(mine, "report_progress", month=f"{today:%Y-%m}", invested="850万元")
    mine.get_by_role("heading", name="报过 1 个月，累计完成 850万元").wait_for()
    act(mine, "report_completion", day=f"{today}")
    mine.locator("h2 .tag", has_text="已竣工").wait_for()
    mine.locator("summary", has_text="项目卡").click()
    mine.get_by_role("link", name=number).wait_for()
    assert mine.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert mine.get_by_role("link", name="办理备案变更").count() == 0
