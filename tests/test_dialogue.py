"""One question after another in every matter, each answered with nothing but its value, as people do. All is made up."""

from datetime import date

import pytest

from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript

ON = date(2026, 11, 24)
MOBILE = ("幺三八零零幺三八零零零", "13800138000")


def yuan(amount):
    return {"amount": amount, "currency": "CNY"}


TALKS = {
    "company_registration": (
        "我要注册公司",
        {
            "registered_capital": ("一百万", yuan("1000000")),
            "name": ("昆山测试软件有限公司", "昆山测试软件有限公司"),
            "domicile": ("前进东路八十八号", "前进东路88号"),
            "operating_term": ("长期", "indefinite"),
            "employees": ("五个人连我", 5),
            "telephone": ("零五幺二五七三零零零零零", "0512-57300000"),
            "postcode": ("二幺五三零零", "215300"),
            "paper_licence": ("要的", "yes"),
            "licence_copies": ("两本", 2),
        },
    ),
    "sole_trader_registration": (
        "办个体户",
        {
            "operator.name": ("丁大宝", "丁大宝"),
            "operator.mobile": MOBILE,
            "premises": ("玉山镇示例路八号", "玉山镇示例路8号"),
            "funds": ("五万", yuan("50000")),
            "composition": ("个人经营", "individual"),
            "employees": ("就我一个", 1),
            "operator.sex": ("男", "male"),
            "e_commerce": ("不是", "no"),
        },
    ),
    "registration_change": (
        "来办变更登记",
        {"enterprise": ("昆山甲乙贸易有限公司", "昆山甲乙贸易有限公司"), "resolved": ("二零二六年十一月三号", "2026-11-03")},
    ),
    "deregistration": (
        "公司要注销",
        {
            "enterprise": ("昆山甲乙贸易有限公司", "昆山甲乙贸易有限公司"),
            "reason": ("没业务了", "没业务了"),
            "debts": ("没有债务", "none"),
            "tax_clearance": ("清了", "cleared"),
            "announced": ("满了", "yes"),
        },
    ),
    "joint_licence": (
        "证照联办，我想开个奶茶店",
        {
            "answers.area": ("四十平", 40),
            "answers.has_sign": ("要挂", True),
            "answers.live_show": ("没有", False),
            "entity": ("个体户", "sole_trader"),
            "operator.name": ("丁大宝", "丁大宝"),
            "operator.mobile": MOBILE,
        },
    ),
    "project_filing": (
        "项目备案",
        {
            "enterprise": ("昆山甲乙机电有限公司", "昆山甲乙机电有限公司"),
            "project_name": ("智能仓储改造项目", "智能仓储改造项目"),
            "nature": ("技术改造", "technical_renovation"),
            "total_investment": ("五千万", yuan("50000000")),
            "land_area": ("十亩", "6666.7"),
            "start": ("明年三月", "2027-03"),
            "contact.mobile": MOBILE,
        },
    ),
    "project_change": (
        "之前备案的项目要变更",
        {"enterprise": ("昆山甲乙机电有限公司", "昆山甲乙机电有限公司"), "project_name": ("智能仓储改造项目", "智能仓储改造项目")},
    ),
    "enterprise_request": (
        "有诉求",
        {
            "enterprise": ("昆山甲乙机电有限公司", "昆山甲乙机电有限公司"),
            "contact.name": ("丁大宝", "丁大宝"),
            "contact.mobile": MOBILE,
            "urgent": ("很急", True),
        },
    ),
    "stuck_matter": (
        "办不成事",
        {
            "blocked_matter": ("注销登记", "deregistration"),
            "attempts": ("三趟", 3),
            "enterprise": ("昆山甲乙贸易有限公司", "昆山甲乙贸易有限公司"),
            "mobile": MOBILE,
        },
    ),
}


def values(matter_id, change):
    start, talk = TALKS[matter_id]
    turns = [change(asked, said) for asked, (said, _) in talk.items()]
    form = receive(Transcript.of(start, *turns), on=ON, matter_id=matter_id).form
    return {asked: form.value(asked) for asked in talk}


@pytest.mark.parametrize("matter_id", TALKS)
def test_every_bare_answer_is_understood(matter_id):
    assert values(matter_id, lambda asked, said: (asked, said)) == {asked: value for asked, (_, value) in TALKS[matter_id][1].items()}


@pytest.mark.parametrize("matter_id", TALKS)
@pytest.mark.parametrize("evasion", ["不知道", "跳过", "还没想好", "再说吧"])
def test_an_evasion_is_no_answer_to_anything(matter_id, evasion):
    assert set(values(matter_id, lambda asked, said: (asked, evasion)).values()) == {None}


@pytest.mark.parametrize("matter_id", TALKS)
def test_an_answer_taken_back_is_gone_and_the_others_stay(matter_id):
    start, talk = TALKS[matter_id]
    turns = [(asked, said) for asked, (said, _) in talk.items()]
    form = receive(Transcript.of(start, *turns, "上一条不对"), on=ON, matter_id=matter_id).form
    kept = list(talk)
    assert form.value(kept[-1]) is None
    assert form.value(kept[0]) == talk[kept[0]][1]
