"""The plan of a joint draft before it is submitted: licences, papers by who has them, what stands in the way, commitments, hearings. All invented."""

import pytest
from django.utils import timezone

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(now, monkeypatch):
    """The pages' clock stands at the fixed moment."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def plan_of(visitor):
    """The page for what somebody says."""

    def said(words):
        visitor.post("/draft/words", {"words": f"{words}，证照一起办"})
        return visitor.get("/draft/licences").content.decode()

    return said


def test_each_licence_stands_by_its_name_with_what_is_handed_out(plan_of):
    page = plan_of("我想开个火锅店，八十平，门口挂招牌")
    assert "户外招牌（店招标牌）设置备案/指导</h3>" in page
    assert "备案回执 · 城市管理局" in page


def test_the_papers_to_bring_say_who_wants_them_and_what_nobody_said(plan_of):
    page = plan_of("我想开个火锅店，八十平，门口挂招牌")
    assert "要它的：市场主体设立登记、公章刻制备案、食品经营许可" in page
    assert "因为挂招牌的地方是别人的（您没有说，先按一般情况算）" in page
    brought, _, others = page.partition("不用您找的")
    assert "设施设备清单" in others
    assert "设施设备清单" not in brought


def test_how_many_papers_there_are_is_told_and_adds_up(plan_of):
    page = plan_of("我想开个火锅店，八十平，烟不卖，招牌不挂，办个体户")
    counts = [int(page.partition(word)[2].split()[0]) for word in ("一套材料 ", "请您提供 ", "不用您找的 ")]
    assert counts[0] == counts[1] + counts[2]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("我想开个面馆，零平方", "营业面积要大于零"),
        ("我想开个面馆，九百万平方", "营业面积 9000000 平方米大得不寻常"),
        ("我想开个面馆，八十平，在上海市浦东新区张江路1号", "地址在上海市，不在昆山市"),
        ("我想开个面馆，八十平，在昆山市周庄镇样例路8号", "地址在周庄镇，不在高新区（玉山镇）"),
        ("想开个网吧，三百平，开在居民楼里", "居民住宅楼（院）里不能开网吧"),
        ("想开个便利店，只卖包装好的，店里现做关东煮", "两样对不上"),
        ("开个货运公司，车都不超过4.5吨", "不用办道路运输经营许可证"),
    ],
)
def test_what_stands_in_the_way_is_told_on_the_plan_too(plan_of, words, told):
    assert told in plan_of(words)


def test_a_sound_draft_has_nothing_in_its_way(plan_of):
    assert "joint-findings" not in plan_of("我想开个火锅店，八十平，招牌不挂")


def test_commitments_are_offered_with_the_earlier_opening(plan_of):
    page = plan_of("打算开个宾馆，一千二百平方，装修两百万")
    assert "可以签告知承诺、以后再核查的 2 个" in page
    assert "都签的话，最早" in page
    assert "告知承诺" not in plan_of("开个旅行社")


def test_a_hearing_is_told_where_a_licence_needs_one(plan_of):
    assert "听证" in plan_of("想开个KTV，六百平")
    assert "听证" not in plan_of("其实是开个旅行社")


def test_a_plan_longer_than_the_joint_limit_says_so(plan_of):
    assert "比一起办的期限 45 个工作日长（可以再延 15 个）" in plan_of("想办个民办幼儿园，一千平方，中午供餐")
