"""Changing a filed project (备案变更): 《企业投资项目核准和备案管理条例》 (in force 2017-02-01).

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
from gaoxing.matters.project_change.fields import FIELDS
from gaoxing.matters.project_change.reading import read
from gaoxing.matters.project_change.rules import RULES, figures

TITLE = "企业投资项目备案变更登记表"

EARLIER = "(?:之前|以前|原来|原先|当时|当初|早先|先前|去年|前年|上半年|年初|上次|上回|上个月|前阵子|前段时间|前不久|早就|已经?|[0-9一二三四五六七八九零〇]年)"
"""Words for the time at which the project was filed."""

CUES = (
    r"(?:(?:之前|去年|前年|已经?)[^，。；]{0,8}(?:备案|备的案)|备案[了过后])(?:(?!法人|法定|股东|住所|经营范围|注册|章程)[^。；]){0,40}"
    r"(?:更正|改正|纠正|改一下|改改|改成|改为|要改|变更|换成|调整)",
    r"(?:企业投资|投资)?(?:项目)?的?备案(?!一?[个下]|完)(?:信息|内容|证|表|资料)?[^，。；]{0,8}"
    r"(?:变更|跟着[变改换]|[得也]要?[改变换]|要[变改换]|改一下|改改|改掉|改[个点几]|动一下|要动|调整|更新|变了|改了)|变更(?:一下)?(?:项目|原)?备案",
    rf"{EARLIER}[^，。；]{{0,8}}(?:备案(?!的?(?:想法|打算|计划))|备(?:过|了|完|的)(?:一个|个|的)?案|备[过了的](?=那个|[“\"「]|[一-龥]{{2,24}}项目))|备(?:过|了|完)案",
    r"(?:项目|建设)(?:名称?|地[点址]|性质|单位|规模|内容)[^，。；]{0,34}变更",
    r"项目的?(?:联系人|对接人|经办人|联系电话)[^，。；]{0,6}[换改变]|备(?:过的?)?案的?项目[^。；]{0,40}(?:要|得|想)改",
    r"(?:我们|咱们|那个|这个)备(?:过|了)?案的?(?:那个|这个)?项目[^。；]{0,70}(?:[改延变换调推拖]到|[改变换调]成|推迟|顺延|延后|提前|填错|写错|报错)",
    r"备案[^，。；]{0,8}(?:去年|前年|之前|以前|上次|上回)[^，。；]{0,4}[办做弄报备]的|原备案|备案(?:证|表|回执|通知书)上(?:写|填|登|是|的)|(?:上次|上回|之前|原来)(?:报|备)的(?:那个|案)?项目",
    r"(?:(?<![技发])改|变更|调整|更新)(?:一下|[一二两三几]个)?(?:项目|之前|原来)?的?备案",
    "(?:工商|登记|注册|公司|企业)?变更(?:登记|事项|手续)?",
)
"""How people state that they want this matter."""

SIGNS = (
    "备案|备的案",
    "项目代码|项目名称|项目",
    "总投资|设备投资",
    "建筑面积|用地|亩",
    "开工|竣工|完工",
    "图纸|方案",
    r"\d{4}-\d{6}-\d{2}-\d{2}-\d{6}",
    "(?:项目|投资|面积|开工|竣工|完工|性质|工期).{0,24}(?:[改变换]成|[改变换调]为|变更|调整|降到|加到|减到|推迟|延[后到]|填错|写错)",
    "(?:当初|当时|原来|之前|以前|上次).{0,24}项目|项目.{0,24}(?:当初|当时|原来|之前|以前|上次)",
)
"""Words of this matter's form, which decide where no intent or a shared one was stated."""

MATTER = Matter(
    id="project_change",
    name="备案变更",
    authority="昆山高新区管理委员会",
    basis="《企业投资项目核准和备案管理条例》第十四条",
    time_limit="在线告知变更信息后即完成（《企业投资项目核准和备案管理条例》第十四条）",
    summary="已备案的项目改了地点、规模、投资或时间，要变更备案。",
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
