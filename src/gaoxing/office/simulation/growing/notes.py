"""What a steward dictates after a visit (走访记录): how it goes, what is wished for, what was found; put together anew for every visit."""

from __future__ import annotations

from random import Random

from gaoxing.office.simulation.growing.firms import Firm

_GREETED = ("{contact}在厂里接待的", "和{contact}聊了半个多小时", "{contact}带着看了车间", "今天{contact}在", "见了{contact}")
_GOING = (
    "{product}这块生产正常，订单排到{month}月",
    "{product}订单比去年多了两成，三班倒",
    "这一季度产值和去年差不多，{product}出口少一点",
    "{product}新客户在验厂，谈下来要加一条线",
    "{product}淡季，设备开六成，正好检修",
    "新来了{count}个人，{product}这条线开满了",
    "上半年回款慢一点，{product}的单子没有少",
)
_WISHED = (
    "暂时没有困难",
    "没有提要求，说有事会打电话",
    "问高企今年什么时候报，已经把通知发给他们",
    "问研发费用加计扣除怎么备查，约了税务的同事下周讲",
    "问夏天有没有限电，已经说明今年的安排",
    "想了解稳岗返还，已经把办事指南发过去",
    "想给员工办体检，介绍了社区医院",
    "问厂区门口的路什么时候修好，回去问了告诉他们",
    "打算明年再买两台设备，问技改要不要备案，讲了流程",
)
_FOUND = (
    "车间在开，人手看着够。",
    "仓库堆得满，出货正常。",
    "新设备刚到，在装。",
    "安全通道有货，当场请他们挪开了。",
    "食堂在翻新，十月能用。",
    "",
    "",
)
_CALLED = ("打电话问了，{contact}接的", "电话里{contact}说")


def said(firm: Firm, how: str, chance: Random) -> str:
    """What a steward says of a visit, as it is dictated."""
    told = {"contact": firm.contact, "product": firm.trade.product, "month": chance.randint(1, 12), "count": chance.randint(3, 40)}
    opening = chance.choice(_GREETED if how == "on_site" else _CALLED)
    return f"{opening}，{chance.choice(_GOING)}。{chance.choice(_WISHED)}。".format(**told)


def found(how: str, chance: Random) -> str:
    """What the steward saw; nothing where they were not there."""
    return chance.choice(_FOUND) if how == "on_site" else ""
