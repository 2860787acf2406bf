"""What an enterprise means to file (备案的真相), and how it says so: the statement and the answers, in the words of people who are in a hurry.

What is meant is known exactly, so that what the recogniser read can be held against it (`otherwise`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from random import Random
from typing import Any

from gaoxing.checks.project import money
from gaoxing.forms import Form
from gaoxing.office.aftercare.models import Client
from gaoxing.office.simulation.growing import firms
from gaoxing.office.simulation.growing.firms import Firm
from gaoxing.office.simulation.growing.spoken import area, month, mu, wan
from gaoxing.office.simulation.world import World

YUAN, SQUARE_METRES = Decimal(10_000), Decimal("666.67")
_ROADS = ("岚澄路", "汀兰路", "砚湖路", "栩桥路", "珞川路", "芷江东路", "霁云街", "翎湾路")
_NATURES = (("new", "新建", 25), ("expansion", "扩建", 35), ("technical_renovation", "技术改造", 34), ("relocation", "迁建", 6))
_ASIDES = ("去年产值{0}", "我们现在有{1}个人", "老厂房是租的，一年租金{0}", "银行那边批了{0}的贷款", "嗯，那个，我看一下啊")
_SLIPS = ("哦不对，是", "说错了，是", "不是不是，应该是")
_MACHINES = ("加工设备", "数控机床", "注塑机", "检测设备", "贴片机", "自动化产线", "净化设备", "包装设备")
_DENSE = (3_000, 9_000)
_AREAS = tuple(range(800, 42_000, 200))

POLICY = {
    "restricted": "新建含氰电镀生产线一条，购置电镀设备六套，年处理零件两百万件",
    "approval": "新建热电联产机组一套，配套管网三公里",
    "no_fixed_assets": "用于股权收购，补充流动资金",
}
"""What does not belong into a filing, or has to be compared with the lists by somebody."""


@dataclass(frozen=True, repr=False)
class Meant:
    """A project as its enterprise means it: sums in ten thousands of yuan, land in mu, `start` and `finish` the first days of months. `flaw`: what is off."""

    firm: Firm
    name: str
    location: str
    nature: str
    total: int
    equipment: int
    floor_area: int
    land: int
    start: date
    finish: date
    content: str
    flaw: str = ""


def meant(world: World, key: str, on: date, flaw: str = "") -> Meant:
    """The project of a key, told on a day."""
    chance = world.chance("filing", key)
    most = firms.counts(world)[Client.Kind.ENTERPRISE]
    firm = firms.enterprise(world, chance.randint(1, most) if chance.random() < 0.8 else most + 500 + chance.randrange(300))
    nature = chance.choices(_NATURES, [each[2] for each in _NATURES])[0]
    floors = nature[0] != "technical_renovation"
    floor_area = chance.choice(_AREAS) if floors else 0
    total = _total(chance, floor_area)
    location = f"{'苏州市虎丘区' if flaw == 'outside' else '昆山市' + firm.town}{chance.choice(_ROADS)}{chance.randint(2, 899)}号"
    start = _month(on, chance.randint(1, 9))
    name = f"{firm.trade.product}{'生产线' if chance.random() < 0.4 else ''}{'业务整合' if flaw == 'no_fixed_assets' else nature[1]}项目"
    return Meant(
        firm,
        name,
        location,
        nature[0],
        total,
        total * chance.randrange(30, 75, 5) // 100,
        floor_area,
        chance.randint(8, 60) if nature[0] == "new" and chance.random() < 0.6 else 0,
        start,
        _month(start, -chance.randint(2, 5) if flaw == "backwards" else chance.randint(5, 24)),
        POLICY.get(flaw) or _content(chance, firm, floor_area),
        flaw,
    )


def statement(told: Meant, chance: Random) -> str:
    """How it is first told; what is left out is asked."""
    parts = [
        chance.choice((f"我们{told.firm.name}有个项目要备案", f"你好，{told.firm.name}，来办一个项目备案", f"我是{told.firm.name}的，我们要做项目备案")),
        chance.choice((f"项目名称叫{told.name}", f"项目名称是{told.name}")),
        chance.choice((f"建在{told.location}", f"建设地点在{told.location}")),
        chance.choice(("属于{0}", "是{0}的", "建设性质是{0}")).format(next(each[1] for each in _NATURES if each[0] == told.nature)),
        chance.choice(("总投资{0}", "总投资一共{0}", "总投资，嗯，{0}", "总投资是{0}")).format(wan(told.total, chance)),
    ]
    optional = [
        chance.choice(("其中设备投资{0}", "设备投资{0}")).format(wan(told.equipment, chance)),
        *([f"建筑面积{area(told.floor_area, chance)}"] if told.floor_area else []),
        *([f"新增用地{mu(told.land, chance)}"] if told.land else []),
        f"计划{month(told.start, chance)}开工，{month(told.finish, chance)}竣工",
    ]
    said = [*parts, *(each for each in optional if chance.random() < 0.75)]
    if chance.random() < 0.2:
        said.insert(chance.randint(1, 2), chance.choice(_ASIDES).format(wan(chance.randint(20, 300) * 100, chance), chance.randint(20, 900)))
    if chance.random() < 0.12:
        said[said.index(parts[4])] = f"总投资{wan(told.total + 100 * chance.randint(1, 9), chance)}，{chance.choice(_SLIPS)}{wan(told.total, chance)}"
    return ("" if chance.random() < 0.15 else "，").join(said) + "。"


def answers(told: Meant, chance: Random) -> dict[str, str]:
    """What is answered to each question, by the blank that it asks for."""
    return {
        "enterprise": told.firm.name,
        "uscc": told.firm.uscc,
        "project_name": told.name,
        "location": told.location,
        "nature": next(each[1] for each in _NATURES if each[0] == told.nature),
        "total_investment": wan(told.total, chance),
        "start": f"{month(told.start, chance)}开工",
        "finish": f"{month(told.finish, chance)}完工",
        "contact.name": told.firm.contact,
        "contact.mobile": told.firm.mobile,
        "content": told.content,
        "policy_conformity": chance.choice(("符合", "是，符合", "符合产业政策")),
    }


def values(told: Meant) -> dict[str, Any]:
    """What is meant, as the form stores it; what was never to be told is not in it."""
    return {
        "enterprise": told.firm.name,
        "uscc": told.firm.uscc,
        "project_name": told.name,
        "location": told.location,
        "nature": told.nature,
        "total_investment": {"amount": str(told.total * 10_000), "currency": "CNY"},
        "equipment_investment": {"amount": str(told.equipment * 10_000), "currency": "CNY"},
        **({"floor_area": str(told.floor_area)} if told.floor_area else {}),
        **({"land_area": str(told.land * SQUARE_METRES)} if told.land else {}),
        "start": f"{told.start:%Y-%m}",
        "finish": f"{told.finish:%Y-%m}",
        "contact.name": told.firm.contact,
        "contact.mobile": told.firm.mobile,
        "content": told.content,
    }


def otherwise(told: Meant, form: Form) -> dict[str, tuple[str, str]]:
    """What was read otherwise than it was meant: blank → what was read, what was meant. A blank that is empty was not read at all, and is none of these."""
    wanted = values(told)
    stray = {path: (str(form.value(path)), "") for path in ("floor_area", "land_area") if form.value(path) is not None and path not in wanted}
    read = {path: form.value(path) for path in wanted}
    wrong = {path: (_plain(got), _plain(wanted[path])) for path, got in read.items() if got is not None and not same(got, wanted[path])}
    return {**stray, **wrong}


def same(read: Any, wanted: Any) -> bool:
    """Whether a value says what is meant: sums and areas as numbers, a place with or without its city.

    >>> same("12000.0", "12000"), same("昆山市玉山镇砚湖路2号", "玉山镇砚湖路2号"), same("2024-05", "2024-06")
    (True, True, False)
    """
    if isinstance(wanted, Mapping):
        return money(read) == money(wanted)
    left, right = _number(read), _number(wanted)
    if left is not None and right is not None:
        return abs(left - right) <= abs(right) / 1_000
    return _bare(read) == _bare(wanted)


def _bare(value: object) -> str:
    return str(value).removeprefix("江苏省").removeprefix("苏州市").removeprefix("昆山市").rstrip("。")


def _number(value: object) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def _plain(value: Any) -> str:
    return f"{value['amount']} {value['currency']}" if isinstance(value, Mapping) else str(value)


def _total(chance: Random, floor_area: int) -> int:
    """A round sum in ten thousands: as floors cost, or as machines do."""
    if floor_area:
        return max(500, floor_area * chance.randint(*_DENSE) // 1_000_000 * 100)
    return chance.choice((300, 450, 600, 800, 980, 1_200, 1_500, 1_850, 2_000, 2_600, 3_200, 4_500, 6_000))


def _content(chance: Random, firm: Firm, floor_area: int) -> str:
    """What is built, how many machines, how much a year."""
    built = "新建厂房一栋，" if floor_area > 12_000 else "新建厂房和配套用房两栋，" if floor_area else "利用现有厂房，"
    return f"{built}购置{chance.choice(_MACHINES)}{chance.randint(4, 80)}台，年产{firm.trade.product}{chance.randint(2, 90)}万件"


def _month(day: date, later: int) -> date:
    """The first day of a month so many months later."""
    year, number = divmod(day.year * 12 + day.month - 1 + later, 12)
    return date(year, number + 1, 1)
