"""The form of organisation at the end of a name (组织形式): 有限公司, 合伙企业（有限合伙）, 厂, 店, 馆; and a branch behind a parent (分公司).

公司法 art 7; 《企业名称登记管理规定》 arts 10, 13, 14; the brackets of partnerships and sole proprietorships: 令82号 [K].

>>> form_of("昆山星野集团有限公司"), form_of("昆山星野投资合伙企业（有限合伙）"), form_of("老街坊面馆")
('集团有限公司', '合伙企业（有限合伙）', '馆')
>>> parent_of("昆山星野科技有限公司苏州分公司")
'昆山星野科技有限公司'
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from gaoxing.names.trade import is_company
from gaoxing.standards.expression import expression

LONG_FORMS = (
    "合伙企业|专业合作社联合社|专业合作社|合作社|事务所|工作室|经营部|服务部|门市部|加工部|维修部|批发部|销售部|经销部|商行|商店|超市|服务中心|中心|会所|俱乐部|加工厂|修理厂|家庭农场|农场|小吃|酒楼|客栈|公社|商城|服务站|加油站|回收站|学校"
    "|学院|医院|诊所|门诊部|幼儿园|研究院|研究所|旅行社|棋牌室|代办处|茶室|企业"
)
SHORT_FORMS = "店厂馆部行坊铺室院社摊站堂吧房屋轩阁斋记城楼庄所园场队廊厅处苑居"
_COMPANY = r"(?:（集团）|集团)?(?:股份有限公司|有限责任公司|有限公司|股份公司|公司)|（集团）|集团"
_BRACKET = "（(?:有限合伙|普通合伙|特殊普通合伙|特殊的普通合伙|个人独资|个体工商户)）"
_FORM = expression(rf"(?:{_COMPANY}|{LONG_FORMS}|[{SHORT_FORMS}])(?:{_BRACKET})?$")
_BRANCH = expression(
    rf"(?P<parent>.{{2,}}?(?:公司|合伙企业(?!（)|{_BRACKET}))(?P<branch>[^公司]{{0,30}}?(?:分公司|分厂|分店|分所|分部|分社|分院|分行|支行|营业部|经营部|门市部|办事处|[店厂]))$"
)
_STRICT_SHOP = (
    "店",
    "馆",
    "坊",
    "铺",
    "吧",
    "摊",
    "屋",
    "轩",
    "阁",
    "斋",
    "记",
    "商行",
    "商店",
    "经营部",
    "服务部",
    "门市部",
    "加工部",
    "维修部",
    "工作室",
    "小吃",
    "超市",
)


class Holder(StrEnum):
    """Who bears a name with such a form (主体类型)."""

    COMPANY = "company"
    PARTNERSHIP = "partnership"
    SHOP = "shop"
    """Borne nearly only by sole traders (个体工商户)."""
    OTHER = "other"
    """厂, 中心, 部: a sole proprietorship's or a sole trader's."""


def form_of(name: str) -> str:
    """The form that a cleaned name ends with, the longest; empty where it ends with none."""
    match = _FORM.search(name)
    return match.group() if match else ""


def parent_of(name: str) -> str:
    """The parent's full name at the head of a branch's; empty where the name is no branch's."""
    match = _BRANCH.fullmatch(name)
    return match["parent"] if match else ""


@lru_cache(maxsize=1024)
def holder(form: str) -> Holder:
    """Who bears a name with that form."""
    if "合伙" in form:
        return Holder.PARTNERSHIP
    if "个体工商户" in form:
        return Holder.SHOP
    if is_company(form):
        return Holder.COMPANY
    return Holder.SHOP if form.endswith(_STRICT_SHOP) else Holder.OTHER
