"""Investments, areas, days and codes of projects, and capital and shares that change, in spoken words (for `spoken_values`)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from tests.cases import speller
from tests.cases.spoken import ONE, TWO, Said, money, plain
from tests.cases.spoken_numbers import mobile_number, mobile_words
from tests.cases.spoken_sums import in_words

MU = Decimal("666.67")
OWNER, PROJECT = "昆山衡棠精密机械有限公司", "传动件扩产项目"
FILING = "企业投资项目备案，企业是" + OWNER + "，项目名称" + PROJECT + "{stop}{clauses}"
PAID = {"enterprise": OWNER, "project_name": PROJECT}


def investment(draw: Random) -> Said:
    """The whole investment and that in equipment, beside last year's turnover and a loan."""
    total = draw.choice((draw.randint(300, 9_999), draw.randint(10_000, 99_999))) * 10_000
    part = total * draw.randint(2, 8) // 10
    clauses = f"去年营收九个亿，总投资{in_words(total, draw)}，其中设备{draw.choice(('', '投资', '购置'))}{in_words(part, draw)}，银行贷款还没批"
    others = {**PAID, "equipment_investment": money(part)}
    return _filing("investment", clauses, "total_investment", money(total), others)


def areas(draw: Random) -> Said:
    """Land in 亩, floors in square metres."""
    mu, floor = draw.choice((Decimal(draw.randint(3, 200)), Decimal(draw.randint(11, 999)) / 10)), draw.randint(5, 990) * 100
    unit = draw.choice(("平", "平方", "平方米", "平米", "个平方"))
    words = draw.choice((speller.smoothed(speller.spelt(floor), draw), str(floor), speller.shortened(floor) or str(floor)))
    land = draw.choice((speller.pointed(mu), plain(mu)))
    clauses = f"用地{land}亩，建筑面积{words}{unit}，老厂房租了六年"
    return _filing("area", clauses, "floor_area", plain(Decimal(floor)), {**PAID, "land_area": plain(mu * MU)})


def schedule(draw: Random) -> Said:
    """When it begins and ends."""
    first = date(2026, 12, 1) + timedelta(days=draw.randrange(600))
    last = first + timedelta(days=draw.randrange(200, 900))
    begin, end = (_month(each, draw) for each in (first, last))
    words = draw.choice((f"建设期从{begin}到{end}", f"{begin}开工，{end}竣工", f"打算{begin}动工、{end}完工", f"建设周期{begin}至{end}"))
    return _filing("project month", words + "，2019年买的地", "start", first.isoformat()[:7], {**PAID, "finish": last.isoformat()[:7]})


def contact(draw: Random) -> Said:
    """The contact's telephone."""
    code = mobile_number(draw)
    words = f"联系人{ONE}，{draw.choice(('电话', '手机', ''))}{mobile_words(code, draw)}，总投资六千万"
    return _filing("telephone", words, "contact.mobile", code, {**PAID, "contact.name": ONE, "total_investment": money(60_000_000)})


def _month(day: date, draw: Random) -> str:
    short = "".join(speller.FIGURES[int(each)] for each in str(day.year)[2:]) + "年"
    return draw.choice((speller.year(day.year, draw), short)) + f"{speller.counted(day.month)}月"


def _filing(kind: str, clauses: str, blank: str, meant: Any, others: dict[str, Any]) -> Said:
    return Said(kind, "project_filing", ({"said": FILING.format(stop="，", clauses=clauses)},), blank, meant, others)


def capital_raised(draw: Random) -> Said:
    """The capital before and after."""
    before = draw.randint(1, 50) * 100_000
    after = before + draw.randint(1, 90) * 100_000
    words = draw.choice(("注册资本从{a}增加到{b}", "注册资本由{a}变更为{b}", "增资，原来{a}，现在{b}", "注册资本原来{a}，改成{b}"))
    said = f"来办变更登记，{OWNER}，{words.format(a=in_words(before, draw), b=in_words(after, draw))}，去年营收九千多万"
    others = {"enterprise": OWNER, "changes.?.item": "registered_capital", "changes.?.from": money(before)}
    return Said("capital change", "registration_change", ({"said": said},), "changes.?.to", money(after), others)


def transfer(draw: Random) -> Said:
    """A share handed on."""
    percent = Decimal(draw.choice((5, 10, 15, 20, 25, 30, 33, 40, 45, 60)))
    words = draw.choice((f"百分之{speller.pointed(percent)}", f"{plain(percent)}%", f"{speller.pointed(percent)}个点"))
    said = f"股权变更，{OWNER}，{ONE}把{words}的股权转让给{TWO}，公司开了十一年了"
    others = {"enterprise": OWNER, "changes.?.item": "shareholders", "changes.?.transferor": ONE, "changes.?.transferee": TWO}
    return Said("share", "registration_change", ({"said": said},), "changes.?.percent", plain(percent), others)


WRITERS: tuple[tuple[Callable[[Random], Said], int], ...] = (
    (investment, 50), (areas, 40), (schedule, 40), (contact, 15), (capital_raised, 30), (transfer, 20),
)  # fmt: skip
"""Each writer and how often it writes."""
