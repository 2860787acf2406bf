"""A licence and its permits in one go (证照联办): 《优化营商环境条例》 (in force 2020-01-01). The trade and the answers give the licences.

>>> MATTER.fillable
True
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.catalogue import Edition, Matter
from gaoxing.facts.intent import Embrace
from gaoxing.matters.joint_licence.derive import settle
from gaoxing.matters.joint_licence.fields import FIELDS
from gaoxing.matters.joint_licence.papers import papers
from gaoxing.matters.joint_licence.reading import read
from gaoxing.matters.joint_licence.rules import RULES, figures

CUES = (
    r"证照联办|联办|(?<![就有是说映讲提问求这那另同头第每])一件事(?!情)|一窗通|(?:执照|证)[^，。；]{0,14}(?:一道|一起|一趟|一次|一并|一块)[^，。；]{0,4}(?:办|跑)|(?:一道|一起|一趟|一次|一并)(?:给我)?(?:办|跑)(?:掉|完|齐|好|下来)|要办哪些证",
)
"""How people state that they want this matter."""

SIGNS = (
    r"许可证|许可|备案证|烟证|卫生证",
    "招牌|门头",
    "装修",
    "平方|平米",
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
    embraces=Embrace(("company_registration", "sole_trader_registration"), r"(?:只|光|单独?)办|(?:不用?|不要|不想)联办"),
    folder=Path(__file__).parent,
    editions=(Edition("1", date(2020, 1, 1)),),
    fields=FIELDS,
    rules=RULES,
    read=read,
    figures=figures,
    settle=settle,
    papers=papers,
)
