"""A matter that does not get done (办不成事): 《优化营商环境条例》 (in force 2020-01-01).

>>> MATTER.fillable
True
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.catalogue import Edition, Matter
from gaoxing.facts.intent import Embrace
from gaoxing.matters.stuck_matter.fields import FIELDS
from gaoxing.matters.stuck_matter.papers import TITLE, papers
from gaoxing.matters.stuck_matter.reading import read
from gaoxing.matters.stuck_matter.rules import RULES, figures

_TIMES = r"(?:好?[一二两三四五六七八九十几\d]+|好多|多)多?[趟回次]"
CUES = (
    r"办不成(?!事?(?:这个|的)?(?:窗口|柜台))事?|办[不弗勿](?:下来|出来|落来|好|成(?!事))|办不了|没办成|没办下来|白跑|卡了|腿都跑断|两头推|推来推去",
    rf"跑(?:了|仔|过|断|上)?(?:有|都|已经|差不多|整整|前后|前前后后|来回|不下|得有|足足|少说|大概|快)*{_TIMES}|{_TIMES}[^，。；]{{0,6}}白跑",
    rf"(?:[去来](?:了|过)?|来来回回|来回|往返|折腾)(?:有|都|已经|快)*{_TIMES}(?=[^。；]{{0,8}}(?:没|不|还|都|每|退)|[^。；]{{0,20}}(?:不[给肯]办|不(?:给|肯|予)受理))|"
    rf"第(?!一[趟回次]){_TIMES}(?:了|来|跑|过来|上门)|第一[趟回次](?!付|性)[^。；]{{1,24}}第[二三四五六][趟回次]|"
    rf"(?:加上?|算上|连上?|连)今天(?:都|已经|一共|是|就)*第?{_TIMES}|[，。]{_TIMES}了",
)
"""How people state that they want this matter."""

SIGNS = (
    r"窗口|办不成事",
    r"材料不齐",
)
"""Words of this matter's form, which decide where no intent or a shared one was stated."""

MATTER = Matter(
    id="stuck_matter",
    name="办不成事",
    authority="昆山市政务服务中心“办不成事”反映窗口",
    basis="《优化营商环境条例》第三十六条",
    time_limit="当场登记，限时督办",
    summary="跑了几趟还没办成的事，登记下来有人负责到底。",
    cues=CUES,
    signs=SIGNS,
    embraces=Embrace(("*",)),
    folder=Path(__file__).parent,
    editions=(Edition("1", date(2020, 1, 1)),),
    fields=FIELDS,
    rules=RULES,
    read=read,
    figures=figures,
    papers=papers,
    title=lambda form: TITLE,
)
