"""Changing what is registered (变更登记): 《市场主体登记管理条例》 (in force 2022-03-01). Recognised, not yet filled in.

>>> MATTER.fillable
False
"""

from __future__ import annotations

from pathlib import Path

from gaoxing.catalogue import Matter

CUES = (
    r"(?<!备案)(?<!备案要)(?<!备案信息要)变更(?!备案)(?:登记|注册|法定|法人|住所|地址|名称|股东|经营范围|注册资本|类型|[一二两三四五六]项|事项)",
    r"(?s)^(?!.*(?:备案|备的案|项目)).*(?:变更(?!备案)|项变更|改名)",
    r"(?:住所|地址|名称|公司类型|法定代表人|法人|股东|注册资本|经营范围)[^，。]{0,12}变更",
    r"(?<!不)(?:办|做|要|来)[^，。]{0,6}(?:增资|减资|改名|股权转让|股东变更|股改)",
    r"(?:来|(?<!备案)要|申请|办理)[^，。]{0,3}变更(?![^，。]{0,4}备案)",
    r"法(?:定代表)?人[^，。]{0,10}换成|注册资本从|变更[一二两三四五六]项|申请变更",
)
"""How people say that they want this."""

MATTER = Matter(
    id="registration_change",
    name="变更登记",
    authority="昆山市行政审批局",
    basis="《市场主体登记管理条例》第二十四条",
    time_limit="变更决议作出之日起30日内申请；材料齐全的当场登记，否则3个工作日内（《市场主体登记管理条例》第十九条、第二十四条）",
    summary="公司改名、搬家、换法定代表人、增资减资、改经营范围、换股东。",
    cues=CUES,
    folder=Path(__file__).parent,
)
