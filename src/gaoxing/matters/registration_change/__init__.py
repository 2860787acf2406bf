"""Changing what is registered (变更登记): 《市场主体登记管理条例》 (in force 2022-03-01). Read from the words; its papers follow.

>>> MATTER.fillable
True
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.catalogue import Edition, Matter
from gaoxing.matters.registration_change.fields import FIELDS
from gaoxing.matters.registration_change.reading import read

CUES = (
    "(?:工商|登记|注册|公司|企业)?变更(?:登记|事项|手续)?",
    r"增资|减资|股权转让|转让股权|股改|改名|迁址|换法人|换法定代表人",
    r"(?:法定代表人|法人|股东|住所|地址|名称|经营范围|注册资本|公司类型)(?:[^，。；]{0,14}(?:变更|迁到|迁至|搬到|转给|转让|增加到|减到)|[^，。；]{0,4}[从由][^，。；]{0,14}(?:换成|改成|改为|到))",
)
"""How people state that they want this matter."""

SIGNS = (
    r"原来|原先|现在",
    r"变更|改为|换成|改成|迁",
    r"转让|转给|卸任|接任",
    "增加|去掉",
    "经营范围",
    "统一社会信用代码|信用代码",
)
"""Words of this matter's form, which decide where no intent or a shared one was stated."""

MATTER = Matter(
    id="registration_change",
    name="变更登记",
    authority="昆山市行政审批局",
    basis="《市场主体登记管理条例》第二十四条",
    time_limit="变更决议作出之日起30日内申请；材料齐全的当场登记，否则3个工作日内（《市场主体登记管理条例》第十九条、第二十四条）",
    summary="公司改名、搬家、换法定代表人、增资减资、改经营范围、换股东。",
    cues=CUES,
    signs=SIGNS,
    folder=Path(__file__).parent,
    editions=(Edition("2026", date(2026, 5, 1)),),
    fields=FIELDS,
    read=read,
)
