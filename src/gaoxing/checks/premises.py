"""Rules on the domicile and premises (住所与经营场所): 《市场主体登记管理条例》 article 11 (in force 2022-03-01).

>>> outside_district.basis
'《市场主体登记管理条例》第十一条，《市场主体登记管理条例实施细则》第十条'
"""

from __future__ import annotations

import re
from datetime import date

from gaoxing.checks.rule import Figures, Level, Told, rule
from gaoxing.forms.form import Form
from gaoxing.standards import region_code
from gaoxing.standards.expression import expression

REGULATION = date(2022, 3, 1)
CIVIL_CODE = date(2021, 1, 1)
PLACES = ("domicile", "premises")
"""The registered place: a company's 住所, a sole trader's 经营场所."""
DOOR = expression(r"\d\s*(?:号|幢|栋|室|楼|层|铺|座|单元)|[A-Za-z\d]-?\d+$")
ONLINE = expression(r"https?:|www\.|\.com|\.cn|网店|网络经营|淘宝|天猫|拼多多|京东店|抖音|小红书|微店", re.IGNORECASE)


@rule("ADDR-01", basis="《市场主体登记管理条例》第十一条，《市场主体登记管理条例实施细则》第十条", level=Level.REJECT, since=REGULATION)
def outside_district(form: Form, on: date, figures: Figures) -> Told | None:
    """The registered place lies in the authority's district."""
    path = _place(form)
    other = elsewhere(str(form.value(path)), figures["district"]) if path else ""
    if not other:
        return None
    home = region_code.region(figures["district"])
    name = home.name if home else "本地"
    return f"地址在{other}，不在{name}，这里不能登记。请换成{name}的地址，或者到{other}的登记机关办理。", path


@rule("ADDR-02", basis="《市场主体登记管理条例实施细则》第十条", level=Level.WARN, since=REGULATION)
def without_door(form: Form, on: date, figures: Figures) -> Told | None:
    """An address goes down to the number, the building or the room."""
    path = _place(form)
    if not path or DOOR.search(str(form.value(path))) or ONLINE.search(str(form.value(path))):
        return None
    return f"地址“{form.value(path)}”没有写到门牌号或房间号，信件和文书送不到。请补上几号、几幢、几室；确实没有门牌的，请附位置图。", path


@rule("ADDR-04", basis="《市场主体登记管理条例》第十一条", level=Level.REJECT, since=REGULATION)
def online_place(form: Form, on: date, figures: Figures) -> Told | None:
    """Only a sole trader who trades on the network alone may register the platform's address."""
    path = _place(form)
    if not path or not ONLINE.search(str(form.value(path))):
        return None
    if path == "domicile":
        return "公司不能用网店或平台的网址当住所，只有个体工商户可以。请填一个实际的地址。", path
    if form.value("e_commerce") != "no":
        return None
    return "经营场所填的是网店或平台地址，可是又说不是电子商务经营者。只在网上做生意的才可以这样填；请改成是，或者换成店面的地址。", path, "e_commerce"


@rule("ADDR-03", basis="《民法典》第二百七十九条，住宅地址的认定（未核实）[K]", level=Level.WARN, since=CIVIL_CODE)
def in_a_dwelling(form: Form, on: date, figures: Figures) -> Told | None:
    """A dwelling becomes business premises with the consent of all owners concerned (that the address is one is told by its words [K])."""
    path = _place(form)
    word = _dwelling(form, path, figures)
    if not word or _loud(form, figures):
        return None
    return f"地址里有“{word}”，要是住宅，拿来经营要有利害关系的业主全部同意，还要看小区的管理规约。请准备业主同意的材料；不是住宅的，不用管这一条。", path


@rule("ADDR-03B", basis="《民法典》第二百七十九条，住宅内不宜经营的行业（未核实）[K]", level=Level.MANUAL, since=CIVIL_CODE)
def loud_trade_in_a_dwelling(form: Form, on: date, figures: Figures) -> Told | None:
    """Food, noise and dangerous goods are usually refused in a dwelling; a clerk looks (list [K])."""
    path = _place(form)
    word, item = _dwelling(form, path, figures), _loud(form, figures)
    if not word or not item:
        return None
    return (
        f"地址里有“{word}”，又要做“{item}”。住宅里一般不能做餐饮、噪声大或者危险的行业。请换一个商用的地址；不是住宅的，请带房产证明给工作人员看。",
        path,
        "business_scope",
    )


RULES = (outside_district, online_place, without_door, in_a_dwelling, loud_trade_in_a_dwelling)


def elsewhere(address: str, district: str) -> str:
    """The division at the head of the address that does not enclose the district (six figures); empty where there is none.

    >>> elsewhere("太仓市示例路1号", "320583"), elsewhere("昆山市示例路1号", "320583")
    ('太仓市', '')
    """
    home = {each.name for each in region_code.enclosing(district)}
    rest = address.removeprefix("中国")
    while (found := _division(rest)) and found in home:
        rest = rest.removeprefix(found)
    return found


def _place(form: Form) -> str:
    """The path of the registered place that was given; empty without one."""
    return next((path for path in PLACES if form.value(path)), "")


def _dwelling(form: Form, path: str, figures: Figures) -> str:
    """The word of the registered place that speaks for a dwelling; empty without one."""
    return next((word for word in figures["dwelling_words"] if path and word in str(form.value(path))), "")


def _loud(form: Form, figures: Figures) -> str:
    """The first item of the scope that a dwelling is no place for; empty without one."""
    return next((item for item in form.value("business_scope") or () if any(word in item for word in figures["loud_trades"])), "")


def _division(address: str) -> str:
    """The full name of the division that the address begins with (the longest); empty without one."""
    return max((each.name for each in region_code.regions() if address.startswith(each.name)), key=len, default="")
