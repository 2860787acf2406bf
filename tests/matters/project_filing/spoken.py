"""Statements made up clause by clause, in any order, with and without pauses, among figures that belong to nothing; each with the form it must come to.

Takes nothing from the source: clause and value are written side by side here.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

Clause = tuple[str, dict[str, Any]]

SUMS = {
    "八千万": "80000000", "一亿二": "120000000", "3600万元": "36000000", "两个亿": "200000000", "一个亿零八百万": "108000000", "2.3亿元": "230000000",
    "九百六十万": "9600000",
}  # fmt: skip
PARTS = {"三千万": "30000000", "一千二百万": "12000000", "4100万元": "41000000", "六百万": "6000000"}
AREAS = {"一万二千平": "12000", "8200平方米": "8200", "三万八千平米": "38000", "五千平方": "5000"}
LANDS = {"二十亩": "13333.4", "五十五亩": "36666.85", "12亩": "8000.04"}
STARTS = {"2027年3月": "2027-03", "明年三月": "2027-03", "二七年四月": "2027-04", "二零二七年六月一号": "2027-06-01", "2027年9月15日": "2027-09-15"}
FINISHES = {"2028年6月": "2028-06", "后年十月": "2028-10", "二九年三月": "2029-03", "二零二八年十二月": "2028-12"}
NATURES = {"新建": "new", "扩建": "expansion", "技改": "technical_renovation", "技术改造": "technical_renovation", "迁建": "relocation"}
PLACES = {"示例路88号": "示例路88号", "玉山镇元丰路九十九号": "玉山镇元丰路99号", "衡山路一百二十号": "衡山路120号"}
NUMBERS = {"13800001234": "13800001234", "幺三九零零零零五六七八": "13900005678"}
PEOPLE, WHAT, ENDS = ("沙小林", "贺大文", "卞小秋"), ("水表", "轴承", "冷链", "镜片"), ("扩建项目", "产业化项目", "技术改造项目", "项目")

SAID = {
    "total_investment": (SUMS, ("总投资{}", "总投资是{}", "一共投{}", "投资总额{}", "计划总投资{}", "总共要投{}")),
    "equipment_investment": (PARTS, ("设备{}", "其中设备{}", "设备投资{}", "买设备要{}", "设备这块{}", "拿{}买设备", "里头设备占{}", "光设备就{}")),
    "floor_area": (AREAS, ("建筑面积{}", "总建筑面积{}", "建筑面积一共{}", "建面{}", "厂房建筑面积{}")),
    "land_area": (LANDS, ("用地{}", "占地{}", "用地面积{}", "拿地{}", "新增用地{}", "要用{}地")),
    "nature": (NATURES, ("性质是{}", "属于{}", "性质{}", "性质算{}", "性质勾{}")),
    "location": (PLACES, ("地点在{}", "建设地点{}", "就建在{}", "地址是{}", "选址{}")),
}
PERIODS = ("{}开工{}完工", "开工{}竣工{}", "{}动工{}竣工", "开工时间{}完工时间{}", "建设期从{}到{}", "计划{}开工，{}完工", "{}开工到{}完工")
BESIDE = (
    "去年产值三个亿", "工人两百多号", "厂房一年房租一百八十万", "银行答应贷两千万", "注册资本五千万", "我们做这行二十年了", "原来有厂房两万平",
    "去年纳税六百万",
    "隔壁那家投了五个亿", "一年能出三百万件", "明年九月投产", "土建三千万", "老厂在北门路300号", "每亩投资五百万",
)  # fmt: skip


def statements(seed: int, count: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """So many statements with their forms: path to value, as of 2026."""
    dice = Random(seed)
    for _ in range(count):
        makers = [lambda field=field: _blank(dice, field) for field in SAID] + [lambda: _period(dice), lambda: _name(dice), lambda: _contact(dice)]
        clauses = [make() for make in dice.sample(makers, dice.randint(3, 9))]
        clauses += [(each, {}) for each in dice.sample(BESIDE, dice.randint(0, 3))]
        dice.shuffle(clauses)
        pause = dice.choice(("，", "，", "", "", " ", "嗯", "。"))
        yield (
            ("备案，" if pause else "我来备案") + pause.join(words for words, _ in clauses),
            {path: value for _, form in clauses for path, value in form.items()},
        )


def _blank(dice: Random, field: str) -> Clause:
    values, ways = SAID[field]
    words, value = dice.choice(list(values.items()))
    money = field.endswith("investment")
    return dice.choice(ways).format(words), {field: {"amount": value, "currency": "CNY"} if money else value}


def _period(dice: Random) -> Clause:
    (start, begins), (finish, ends) = dice.choice(list(STARTS.items())), dice.choice(list(FINISHES.items()))
    return dice.choice(PERIODS).format(start, finish), {"start": begins, "finish": ends}


def _name(dice: Random) -> Clause:
    name = "示例" + dice.choice(WHAT) + dice.choice(ENDS)
    return dice.choice(("项目名称{}", "项目名称是{}", "项目名称叫{}", "项目就叫{}", "项目名字定为{}")).format(name), {"project_name": name}


def _contact(dice: Random) -> Clause:
    person, (words, number) = dice.choice(PEOPLE), dice.choice(list(NUMBERS.items()))
    words = dice.choice(("联系人{}电话{}", "找{}电话{}", "联系人是{}手机{}", "对接人{}，{}")).format(person, words)
    return words, {
        "contact.name": person,
        "contact.mobile": number,
    }
