"""Invented enterprises (编的企业): a name by the rule of names, what it does in the standard's words, and where a small shop of the kind would be."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

FIRST = tuple("瑞禾诚泰鼎亿恒创芯云蓝拓锐启星晟琪凌骏皓卓臻沐融钧柏澜翰弘昱铭筑逸朗尚睿聚砺")
SECOND = tuple("翔达源科捷通联盛拓景川辉宸韬森岚禾骥锋晖桥帆涵屿域创航")


@dataclass(frozen=True)
class Line:
    """A line of business: the word in a company's name, the word in a shop's, and items of the standard's table."""

    trade: str
    shop: str
    scope: tuple[str, ...]


COMPANIES = (
    Line("软件", "", ("软件开发", "信息技术咨询服务")),
    Line("五金", "", ("五金产品批发", "五金产品零售", "模具销售")),
    Line("模具", "", ("模具制造", "模具销售")),
    Line("智能装备", "", ("机械设备研发", "仪器仪表销售")),
    Line("电子", "", ("电子产品销售", "半导体分立器件销售")),
    Line("物联网科技", "", ("物联网技术服务", "软件开发")),
    Line("广告", "", ("广告制作", "平面设计")),
    Line("设计", "", ("工业设计服务", "平面设计")),
    Line("财务咨询", "", ("财务咨询", "企业管理咨询")),
    Line("企业管理", "", ("企业管理咨询", "园区管理服务")),
    Line("供应链管理", "", ("供应链管理服务", "国内货物运输代理")),
    Line("国际贸易", "", ("货物进出口", "电子产品销售")),
    Line("建材", "", ("建筑材料销售", "门窗销售")),
    Line("办公设备", "", ("办公用品销售", "计算机及办公设备维修")),
    Line("汽车配件", "", ("汽车零配件零售",)),
)
SHOPS = (
    Line("", "面馆", ("餐饮服务",)),
    Line("", "服装店", ("服装服饰零售", "鞋帽零售")),
    Line("", "百货店", ("日用百货销售", "文具用品零售")),
    Line("", "五金店", ("五金产品零售", "灯具销售")),
    Line("", "水果店", ("新鲜水果零售",)),
    Line("", "花店", ("礼品花卉销售",)),
    Line("", "理发店", ("理发服务",)),
    Line("", "洗衣店", ("洗染服务",)),
    Line("", "照相馆", ("摄影扩印服务",)),
    Line("", "玩具店", ("玩具销售", "母婴用品销售")),
    Line("", "打印店", ("打字复印", "办公用品销售")),
    Line("", "宠物用品店", ("宠物食品及用品零售",)),
    Line("", "电动车行", ("电动自行车销售", "日用产品修理")),
    Line("", "茶具店", ("茶具销售",)),
)


def mark(chance: Random) -> str:
    """The part of a name that is its own (字号)."""
    return chance.choice(FIRST) + chance.choice(SECOND) + (chance.choice(SECOND) if chance.random() < 0.35 else "")


def company(chance: Random, line: Line) -> str:
    """The name of a limited company."""
    return f"昆山{mark(chance)}{line.trade}有限公司"


def shop(chance: Random, line: Line, town: str) -> str:
    """The name of a sole trader's shop, which begins with its town."""
    return f"昆山市{town}{mark(chance)}{line.shop}"
