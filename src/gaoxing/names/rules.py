"""What the law asks of a name's composition (名称组成规则): division, 字号, trade, form; all findings at once.

《企业名称登记管理规定》 arts 5–14; each rule's article and days stand in rules.toml.

>>> from gaoxing.names.composition import split
>>> [each.rule for each in composition_findings(split("昆山科技有限公司"), date(2026, 11, 24))]
['NO_TRADE_NAME']
>>> [each.rule for each in composition_findings(split("高新区瑞达科技有限公司"), date(2026, 11, 24))]
['ZONE_ALONE']
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gaoxing.names.composition import LONGEST
from gaoxing.names.content import content_findings
from gaoxing.names.judgement import Finding
from gaoxing.names.name import Kind, Name
from gaoxing.names.organisation import Holder, holder
from gaoxing.names.places import MUNICIPALITIES, Division, division_of, is_district, parent_city
from gaoxing.names.rule_book import found
from gaoxing.names.script import script_findings
from gaoxing.names.trade import lexicon
from gaoxing.standards.expression import expression

_CHINESE = expression(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def findings(name: Name, on: date, *, sole_trader: bool = False) -> tuple[Finding, ...]:
    """Everything to be said of the name alone: its characters, its content, its composition."""
    if not _CHINESE.search(name.text):
        return found("EMPTY", on, name, (0, len(name.text)), _nothing(name.text), "请写全称，如“昆山＋字号＋行业＋有限公司”。")
    if len(name.text) > LONGEST:
        return found("LONG", on, name, (LONGEST, len(name.text)), f"名称超过 {LONGEST} 个字，不像企业名称。", "请只写名称本身，不写地址、说明和别的话。")
    return (*script_findings(name, on), *content_findings(name, on), *composition_findings(name, on, sole_trader=sole_trader))


def composition_findings(name: Name, on: date, *, sole_trader: bool = False) -> tuple[Finding, ...]:
    """What is missing or misplaced among the four parts; a branch bears its parent's name, of which only that is said."""
    if name.branch:
        remedy = "隶属企业的名称要与它营业执照上的完全一样；“分公司”等字样写在最后。"
        return found("BRANCH", on, name, _span(name, Kind.BRANCH), "这是分支机构的名称，冠以隶属企业的全称。", remedy)
    return (*_region(name, on, sole_trader), *_trade_name(name, on, sole_trader), *_trade(name, on, sole_trader), *_form(name, on, sole_trader))


def _nothing(text: str) -> str:
    return f"“{text[:20]}”里没有汉字，不是企业名称。" if text else "还没有写名称。"


def _span(name: Name, kind: Kind) -> tuple[int, int]:
    part = name.part(kind)
    return (part.start, part.end) if part else (0, 0)


def _region(name: Name, on: date, sole_trader: bool) -> Iterator[Finding]:
    division = division_of(name.region)
    span = _span(name, Kind.REGION)
    if any(each.kind is Kind.MARK and len(each.text) > 2 for each in name.parts):
        mark = next(each for each in name.parts if each.kind is Kind.MARK and len(each.text) > 2)
        told = f"括号里的“{mark.text.strip('（）')}”不是这里能用的行政区划。"
        yield from found("BRACKET", on, name, (mark.start, mark.end), told, "括号里一般只写一个行政区划，如（昆山）；前面已有区划的，请去掉括号。")
    if division is not None:
        yield from _division(name, on, division, span)
    elif not name.region and not sole_trader and holder(name.form) is not Holder.SHOP:
        told = "名称里没有行政区划。跨省经营的企业才可以不含行政区划，由国家级的规则核准。"
        yield from found("NO_REGION", on, name, (0, 0), told, "请在最前面加“昆山”或者“苏州”；确实跨省经营的，请到窗口办理。")


def _division(name: Name, on: date, division: Division, span: tuple[int, int]) -> Iterator[Finding]:
    rest = f"{name.trade_name}{name.trade}{name.form}"
    if not division.code:
        remedy = f"请改成“昆山{division.zone}{rest}”，或者直接用“昆山{rest}”。"
        yield from found("ZONE_ALONE", on, name, span, f"“{division.zone}”是开发区、镇的名称，不能单独作行政区划。", remedy)
    elif is_district(division.code) and not division.words.startswith(city := parent_city(division.code)):
        remedy = f"请在前面加设区的市：{city}{division.words}{rest}。"
        yield from found("DISTRICT_ALONE", on, name, span, f"“{division.words}”是市辖区，要和“{city}”一起写。", remedy)
    elif division.zone:
        yield from found("ZONE", on, name, span, f"“{division.words}”可以用；习惯上只写到县级市。", f"建议去掉“{division.zone}”。")
    if len(division.prefecture) == 2 and division.prefecture not in MUNICIPALITIES:
        told = f"冠“{name.region}”的名称在省级登记机关的库中比对，这里只能查到本市的名称，结果仅供参考。"
        yield from found("PROVINCIAL", on, name, span, told, "请到省级登记机关的名称申报系统再查一次；不需要冠省名的，改用“昆山”。")


def _trade_name(name: Name, on: date, sole_trader: bool) -> Iterator[Finding]:
    said, span = name.trade_name, _span(name, Kind.TRADE_NAME)
    shop = sole_trader or holder(name.form) is Holder.SHOP
    if not said:
        told = f"没有字号：“{name.trade}”都是行业用语。" if name.trade else "没有字号。"
        rule = "NO_TRADE_NAME_SHOP" if shop else "NO_TRADE_NAME"
        yield from found(rule, on, name, _span(name, Kind.TRADE), told, "请在行业前面加两个字以上、有自己特点的字号；投资人的姓名也可以作字号。")
    elif len(said) < 2 and not shop:
        yield from found("SHORT_TRADE_NAME", on, name, span, f"字号“{said}”只有一个字，至少要两个汉字。", "请再加一个字。")
    elif (place := division_of(said)) is not None and place.code:
        told = f"字号“{said}”是县级以上行政区划的名称，除非另有明显的含义，不能作字号。"
        yield from found("PLACE_AS_TRADE_NAME", on, name, span, told, "请换字号；确有别的含义的，由工作人员核对。")
    elif said in lexicon().ambiguous:
        told = f"字号“{said}”容易被读成修饰“{name.trade}”的话。"
        yield from found("TRADE_AS_TRADE_NAME", on, name, span, told, "建议换一个不会和行业连起来读的字号。")


def _trade(name: Name, on: date, sole_trader: bool) -> Iterator[Finding]:
    if name.trade or sole_trader or not name.trade_name or lexicon().group.get(name.form) or name.form in ("", "集团有限公司", "（集团）有限公司"):
        return
    remedy = "请核对：名称一般写明主要经营的行业，如“机械”“餐饮管理”；跨行业综合经营的才可以不写。"
    yield from found("NO_TRADE", on, name, (0, 0), "名称里没有认出行业。", remedy)


def _form(name: Name, on: date, sole_trader: bool) -> Iterator[Finding]:
    form, span = name.form, _span(name, Kind.FORM)
    if not form:
        remedy = "公司写“有限公司”，合伙企业写“合伙企业（普通合伙）”，个体工商户写店、厂、馆、部等。"
        yield from found("NO_FORM", on, name, (0, 0), "没有组织形式（名称的最后一部分）。", remedy)
    elif sole_trader and any(each in form for each in ("公司", "企业", "合作社", "集团")):
        yield from found("SHOP_FORM", on, name, span, f"个体工商户的名称不能用“{form}”。", "请换成店、厂、馆、部、行、中心；想叫公司的，要办公司设立登记。")
    elif form in {"公司", "集团公司"}:
        yield from found("BARE_COMPANY", on, name, span, f"“{form}”没有写明公司的种类。", "请写“有限公司”或者“股份有限公司”。")
    elif form.endswith("合伙企业"):
        yield from found("PARTNERSHIP_FORM", on, name, span, "合伙企业没有写明是哪一种合伙。", "请在最后加“（普通合伙）”“（有限合伙）”或者“（特殊普通合伙）”。")
    elif "集团" in form:
        yield from found(
            "GROUP", on, name, span, "用“集团”的，要由控股的母公司组建企业集团。", "是母公司的，请带子公司的材料，由工作人员核对；不是的，请去掉“集团”。"
        )
