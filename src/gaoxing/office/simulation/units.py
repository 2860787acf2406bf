"""The units of a run's zone (单位): of real kinds, with invented names; the demonstration's two are among them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A unit of the zone: how players call it, its number and name, and words of the authorities whose licences come to it."""

    key: str
    code: str
    name: str
    authorities: tuple[str, ...] = ()


UNITS = (
    Kind("investment", "D1", "演示园区投资服务中心"),
    Kind("construction", "D2", "演示园区建设管理局", ("交通",)),
    Kind("market", "S01", "市场监督管理局高新区分局", ("市场监督", "药品监")),
    Kind("fire", "S02", "消防救援大队", ("消防", "应急")),
    Kind("city", "S03", "城市管理局", ("城市管理", "烟草")),
    Kind("health", "S04", "卫生健康委员会", ("疾病预防", "卫生健康")),
    Kind("environment", "S05", "生态环境局", ()),
    Kind("tax", "S06", "税务局高新区分局", ()),
    Kind("labour", "S07", "人力资源和社会保障局", ("人力资源",)),
    Kind("science", "S08", "科技创新局", ("通信",)),
    Kind("utilities", "S09", "供电供水服务中心", ("水务",)),
    Kind("park", "S10", "高新区管委会办公室", ("农业",)),
    Kind("police", "S11", "公安局高新区分局", ("公安",)),
    Kind("culture", "S12", "文化体育教育局", ("文化", "体育", "教育", "出版")),
)
"""The units, the cast's two first; an authority goes to the first unit one of whose words its name holds."""


def code_of(key: str) -> str:
    """The number under which the office knows a unit. Raises KeyError for a word that names none."""
    return _CODES[key]


_CODES = {each.key: each.code for each in UNITS}
