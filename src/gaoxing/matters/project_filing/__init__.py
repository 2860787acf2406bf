"""Filing an investment project (企业投资项目备案): 《企业投资项目核准和备案管理条例》 (in force 2017-02-01).

>>> MATTER.edition(date(2026, 11, 24)).id
'2017'
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from gaoxing.catalogue import Edition, Matter
from gaoxing.documents import record
from gaoxing.facts.intent import Embrace
from gaoxing.matters.project_filing.fields import FIELDS
from gaoxing.matters.project_filing.reading import read
from gaoxing.matters.project_filing.rules import RULES, figures

TITLE = "企业投资项目备案信息登记表"

CUES = (
    r"(?<!清算组)(?<!联络员)(?<!章程)(?<![原所])(?:企业投资项目|投资项目|项目|投资)?备(?:个|一?下|一个)?案(?!号|代码|编号|证|机关|信息|内容|时候|时|的时候|好了|过|变更)",
    r"项目立项|立项",
)
"""How people state that they want this matter."""

SIGNS = (
    r"总投资|投资总额|投资额?[一二两三四五六七八九十0-9]|设备投资|投资.{0,12}设备",
    "项目名|项目名称|项目",
    "建筑面积|用地|亩",
    "开工|动工|竣工|完工|建设期|建设周期",
    "新建|扩建|技改|技术改造|迁建",
    "(?:新建|扩建|技改|技术改造|迁建)(?:类|的)?项目|[^，。]{4,20}(?:产业化|生产线|改造|扩建|扩产|技改|基地|产线)项目",
)
"""Words of this matter's form, which decide where no intent or a shared one was stated."""

MATTER = Matter(
    id="project_filing",
    name="企业投资项目备案",
    authority="昆山高新区管理委员会",
    basis="《企业投资项目核准和备案管理条例》第十三条",
    time_limit="企业在线告知信息后即完成备案（《企业投资项目核准和备案管理条例》第十三条）",
    summary="新建、扩建或技术改造项目，开工前在线备案。",
    cues=CUES,
    signs=SIGNS,
    embraces=Embrace(("registration_change",)),
    folder=Path(__file__).parent,
    editions=(Edition("2017", date(2017, 2, 1)),),
    fields=FIELDS,
    rules=RULES,
    read=read,
    figures=figures,
    papers=partial(record.papers, TITLE, FIELDS),
    title=lambda form: TITLE,
)
