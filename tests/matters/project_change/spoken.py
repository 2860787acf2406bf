"""Changes made up clause by clause, in any order, with and without pauses and old values; each with the rows it must come to.

Takes nothing from the source: words and values are written side by side here.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

Sides = tuple[Any, Any]

SUMS = {"八千万": "80000000", "一亿二": "120000000", "3600万元": "36000000", "两个亿": "200000000", "五千五百万": "55000000", "2.3亿元": "230000000"}
MONEY = {words: {"amount": amount, "currency": "CNY"} for words, amount in SUMS.items()}
AREAS = {"一万二千平": "12000", "8200平方米": "8200", "三万八千平米": "38000", "五千平方": "5000"}
LANDS = {"二十亩": "13333.4", "五十五亩": "36666.85", "12亩": "8000.04"}
DAYS = {"2027年3月": "2027-03", "明年五月": "2027-05", "二零二八年六月": "2028-06", "2026年12月": "2026-12", "二零二七年十二月一号": "2027-12-01"}
PLACES = {"示例路88号": "示例路88号", "玉山镇元丰路九十九号": "玉山镇元丰路99号", "衡山路一百二十号": "衡山路120号"}
NATURES = {"新建": "new", "扩建": "expansion", "技改": "technical_renovation", "迁建": "relocation"}
TOPICS = {
    "total_investment": (("总投资",), MONEY),
    "equipment_investment": (("设备投资", "设备"), MONEY),
    "floor_area": (("建筑面积",), AREAS),
    "land_area": (("用地", "用地面积"), LANDS),
    "start": (("开工时间", "开工"), DAYS),
    "finish": (("竣工时间", "完工", "竣工"), DAYS),
    "location": (("建设地点", "地点"), PLACES),
    "nature": (("建设性质", "性质"), NATURES),
}
FROM_TO = (
    "{}从{}改成{}", "{}由{}变更为{}", "{}原来是{}现在改成{}", "{}从{}调整到{}", "{}当时报的{}后来改了要改成{}", "{}原来{}，现在要{}", "把{}由{}改为{}",
    "{}从{}换成{}",
)  # fmt: skip
TO_FROM = ("{}改成{}，原来是{}",)
TO = ("{}改成{}", "{}要改到{}", "{}变更为{}", "{}调整为{}", "{}改为{}")
BESIDE = (
    "其他都不变",
    "名称不动",
    "图纸改了",
    "董事会上个月定的",
    "去年产值三个亿",
    "厂房一年房租一百八十万",
    "总的方案没变",
    "项目代码2410-320583-89-01-000392",
)


def statements(seed: int, count: int) -> Iterator[tuple[str, dict[str, Sides]]]:
    """So many statements, each with item → (old value or None, new value), as of 2026."""
    dice = Random(seed)
    for _ in range(count):
        rows: dict[str, Sides] = {}
        clauses = list(dice.sample(BESIDE, dice.randint(0, 2)))
        for item in dice.sample(list(TOPICS), dice.randint(1, 4)):
            words, rows[item] = _change(dice, item)
            clauses.append(words)
        dice.shuffle(clauses)
        yield "备案变更，" + dice.choice(("，", "，", "；", "", "", " ", "嗯", "。")).join(clauses), rows


def _change(dice: Random, item: str) -> tuple[str, Sides]:
    topics, values = TOPICS[item]
    (old, was), (new, becomes) = dice.sample(list(values.items()), 2)
    topic, way = dice.choice(topics), dice.choice((FROM_TO, FROM_TO, TO_FROM, TO))
    if way is TO:
        return dice.choice(TO).format(topic, new), (None, becomes)
    said = (topic, old, new) if way is FROM_TO else (topic, new, old)
    return dice.choice(way).format(*said), (was, becomes)
