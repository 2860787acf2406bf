"""Invented places (编的地址): a town of the zone, a road that is there or one that is not, and a number that nobody looked up."""

from __future__ import annotations

from random import Random

TOWNS = ("玉山镇", "巴城镇", "周市镇", "陆家镇", "花桥镇", "张浦镇", "千灯镇")
ROADS: tuple[str, ...] = (
    "前进西路",
    "前进东路",
    "震川西路",
    "萧林东路",
    "祖冲之南路",
    "青阳南路",
    "登云路",
    "元丰路",
    "北门路",
    "城北中路",
    "水秀路",
)
ROADS += (
    "望山路",
    "晨丰路",
    "章基路",
    "中华园西路",
    "马鞍山东路",
    "古城中路",
    "虹祺路",
    "柏庐南路",
    "人民南路",
    "同丰西路",
    "学院路",
    "紫竹路",
    "娄苑路",
    "长江南路",
    "太湖路",
)
ELSEWHERE = ("样例巷", "新苗路", "望星路", "百草街", "云锦大道")
"""Roads that no table knows: whoever gives one is looked at by somebody."""

_UNKNOWN = 0.12


def place(chance: Random) -> str:
    """An address down to the room, as somebody would write it."""
    road = chance.choice(ELSEWHERE if chance.random() < _UNKNOWN else ROADS)
    return f"昆山市{chance.choice(TOWNS)}{road}{chance.randrange(1, 999)}号{_inside(chance)}"


def _inside(chance: Random) -> str:
    floor, room = chance.randrange(1, 19), chance.randrange(1, 13)
    return chance.choice((f"{floor}{room:02}室", f"{chance.randrange(1, 30)}幢{floor}{room:02}室", f"{chance.randrange(1, 6)}号楼{floor}{room:02}室"))
