"""A licence and its permits in one go (证照联办): 《优化营商环境条例》 (in force 2020-01-01). The trade and the answers give the licences.

>>> MATTER.fillable
True
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.catalogue import Edition, Matter
from gaoxing.facts.intent import Embrace
from gaoxing.matters.joint_licence import window
from gaoxing.matters.joint_licence.derive import settle
from gaoxing.matters.joint_licence.fields import FIELDS
from gaoxing.matters.joint_licence.papers import TITLE, papers
from gaoxing.matters.joint_licence.reading import read
from gaoxing.matters.joint_licence.rules import RULES, figures

_PERMITS = "(?:执照|证|许可|消防|卫生|特行)"
_TOGETHER = "(?:一道|一起|一趟|一次性?|一并|一块儿?|并联|打包)"
_DONE = "(?:给我|帮我|都|全|统统|就|可以|能)*(?:办|跑|弄|搞|报|领|拿|下来|到手)"
OPENING = "(?:开|办|弄|搞)(?:[一两]?[个家])[^，。；公司]{0,6}[店馆铺室吧院厅园所坊]"
"""Words by which one opens a shop."""

CUES = (
    r"证照联办|联办|联着办|(?<![就有是说映讲提问求这那另同头第每么])一件事(?!情)|听说一件事(?!情)|一件事(?:里|窗口|专窗|联办|一次办|套餐)|一窗通|一业一证|一条龙|一站式",
    rf"{_PERMITS}(?:(?!变更|注销|项目|股权|章)[^。；]){{0,22}}?{_TOGETHER}{_DONE}(?!不|过)|{_TOGETHER}(?:给我|帮我)?(?:办|跑|弄|搞)(?:掉|完|齐|好|下来|了)(?!不)",
    rf"{OPENING}[^。；]{{0,12}}?{_TOGETHER}(?:给我|帮我|能|可以)*办(?!不|过)",
    "加办[^，。；]{0,10}(?:许可|食品证|烟证)",
    rf"要办(?:哪些|哪几个)证|(?:哪些|什么|哪几个)(?:证|许可)[^。；]{{0,10}}{_TOGETHER}",
)
"""How people state that they want this matter."""

LEFT_BY = r"(?:只|光|单独?)办|(?:不用?|不要|不想)联办|(?:算了|还是|干脆|改办|只想|就先|先办|就想)，?[^，。；]{0,8}$"
"""Words by which one leaves this matter for one of its parts."""

SIGNS = (
    r"许可证|许可|备案证|烟证|卫生证",
    "招牌|门头",
    "装修",
    r"平方|平米|营业面积|面积|[一二三四五六七八九十百\d]平(?=[，。；]|$)",
    "[挂做]..?.?招牌",
    "污水|油水|下水道",
    "香烟|烟酒|卖烟|烟不卖",
    "散装|现做|预包装",
    "泳池|桑拿|驻唱|(?:中央|集中)空调",
)
"""Words of this matter's form, which decide where no intent or a shared one was stated."""

MATTER = Matter(
    id="joint_licence",
    name="证照联办",
    authority="昆山高新区一件事一次办窗口",
    basis="《优化营商环境条例》第十九条、第二十条",
    time_limit="按各许可的承诺时限并联办理",
    summary="开店要用的营业执照和各种许可一次申请、一起办好。",
    cues=CUES,
    signs=SIGNS,
    embraces=Embrace(
        ("company_registration", "sole_trader_registration", "project_filing"), LEFT_BY, parts=("company_registration", "sole_trader_registration")
    ),
    folder=Path(__file__).parent,
    editions=(Edition("1", date(2020, 1, 1)),),
    fields=FIELDS,
    rules=RULES,
    read=read,
    figures=figures,
    settle=settle,
    papers=papers,
    title=lambda form: TITLE,
    joint=window,
)
