"""Imports values of indicators (导入指标数据): each row weighed as the form weighs it; what is in another unit is converted exactly and says so, or refused.

A row is known by indicator, period, source and scope: the same file sent twice adds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.engines.workbook import Column, Kind
from gaoxing.office.importing.registry import Given, Importer, Judged, Verdict
from gaoxing.office.indicators.actions import enter
from gaoxing.office.indicators.definitions import Indicator, indicators
from gaoxing.office.indicators.models import REASON_LENGTH, SCOPE_LENGTH, SOURCE_LENGTH, Value
from gaoxing.office.indicators.periods import Period, read
from gaoxing.office.indicators.permissions import ENTER, owns
from gaoxing.office.indicators.weighing import Entry, weigh
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards.expression import expression

SURE = "核对无误"
"""What the note says where something that looks odd is so."""

_MOST = 2_000
"""Rows of a list: judged all at once, so that those of one place are seen."""

_EXAMPLE = "统计局 2025 年统计公报"
COLUMNS = (
    Column("indicator", "指标", ("指标名称", "名称"), required=True, longest=80, example="地区生产总值"),
    Column("period", "期间", ("时间", "统计期", "年度"), required=True, longest=20, example="2025"),
    Column("value", "数值", ("值", "数据"), required=True, kind=Kind.NUMBER, example="1200.5"),
    Column("unit", "单位", ("计量单位",), required=True, longest=20, example="亿元"),
    Column("source", "来源", ("数据来源", "出处"), required=True, longest=SOURCE_LENGTH, example=_EXAMPLE),
    Column("dated", "来源日期", ("发布日期", "公布日期", "日期"), required=True, kind=Kind.DAY, example="2026-03-20"),
    Column("scope", "口径", ("范围", "统计口径"), longest=SCOPE_LENGTH, example="昆山高新区"),
    Column(
        "qualifier",
        "限定",
        (),
        choices={"exact": ("等于",), "more_than": ("超过", "逾", "超"), "about": ("约", "大约", "近"), "less_than": ("不到", "低于")},
        example="等于",
    ),
    Column("growth", "同比", ("同比增长", "增速"), kind=Kind.NUMBER, unit="%", example="5.8"),
    Column("reason", "更正理由", ("理由",), longest=REASON_LENGTH, example=""),
    Column("note", "说明", ("备注",), longest=REASON_LENGTH, example=""),
)

_CHINESE = expression(r"(20[0-9]{2})年(?:(?:0?([1-9]|1[0-2]))月|第?([1-4一二三四])季度)?")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


def judge(rows: Sequence[Given], by: Person, now: datetime) -> list[Judged]:
    """What each row would become; changes nothing. Of several rows of one place the first is taken."""
    seen: dict[tuple[str, ...], int] = {}
    return [_judged(each, by, localdate(now), seen) for each in rows]


def apply(given: Given, by: Person, now: datetime) -> int | None:
    """Take one row in; the number of its value. Raises NotAllowed with what is wrong with it by now."""
    entry = _entry(given)
    if isinstance(entry, str):
        raise NotAllowed(entry)
    made = enter(entry, by, now=now)
    return made.pk if made else None


def period_of(text: str) -> Period | None:
    """A period as people write it: 2024, 2024年, 2024-11, 2024年11月, 2024Q4, 2024年第四季度; None for anything else."""
    word = text.strip().replace(" ", "")
    if found := _CHINESE.fullmatch(word):
        if found[3]:
            return Period.quarter(int(found[1]), _QUARTERS.get(found[3]) or int(found[3]))
        return Period.month(int(found[1]), int(found[2])) if found[2] else Period.year(int(found[1]))
    return read(word.upper())


def indicator_of(text: str) -> Indicator | None:
    """The indicator that a text names: by its id, official term or English."""
    word = text.strip()
    return next((each for each in indicators().values() if word in (each.id, each.term, each.english)), None)


def _judged(given: Given, by: Person, on: date, seen: dict[tuple[str, ...], int]) -> Judged:
    entry = _entry(given)
    if isinstance(entry, str):
        return Judged(Verdict.ASKED, (entry,))
    if not owns(by, indicators()[entry.indicator], on=on):
        return Judged(Verdict.ASKED, (_("这个指标由%(owner)s负责，您不能导入它的数。") % {"owner": indicators()[entry.indicator].owner},))
    found = weigh(entry, on=on)
    place = (entry.indicator, str(entry.period), found.entry.source, found.entry.scope)
    if (first := seen.setdefault(place, given.number)) != given.number:
        return Judged(Verdict.ASKED, (_("和第 %(row)s 行是同一个指标、期间、来源和口径。请只留一行。") % {"row": first},))
    subject = found.former.pk if found.former else None
    if found.wrong:
        return Judged(Verdict.ASKED, found.wrong, subject=subject)
    if found.same:
        return Judged(Verdict.UNCHANGED, (_("已经有了，不会重复。"),), subject=subject)
    return Judged(Verdict.CHANGED if found.former else Verdict.NEW, found.told, subject=subject)


def _entry(given: Given) -> Entry | str:
    """The row as an entry, or the sentence of what of it cannot be read."""
    wanted, period = indicator_of(given.text("indicator")), period_of(given.text("period"))
    if wanted is None:
        return _("没有“%(name)s”这个指标。请对照指标清单写它的名称。") % {"name": given.text("indicator")[:60]}
    if period is None:
        return _("期间“%(text)s”看不懂。请写成 2024、2024-11 或者 2024Q4。") % {"text": given.text("period")[:20]}
    value, dated, growth = given.values.get("value"), given.values.get("dated"), given.values.get("growth")
    if not isinstance(value, Decimal) or not isinstance(dated, date):
        return _("数值或者来源日期没有读出来。请改好再传。")
    words = {name: given.text(name) for name in ("unit", "source", "scope", "note", "reason")}
    return Entry(
        wanted.id,
        period,
        value,
        dated=dated,
        qualifier=given.text("qualifier").removeprefix("exact"),
        growth=growth if isinstance(growth, Decimal) else None,
        sure=SURE in words["note"],
        origin=Value.Origin.IMPORTED,
        **words,
    )


VALUES = Importer(
    "indicators",
    gettext_lazy("指标数据"),
    gettext_lazy("统计部门等公布的指标：哪个指标、哪个期间、数值、单位、来源、来源日期；同一个来源同一期间的数只记一次，改了的要写更正理由。"),
    COLUMNS,
    ENTER,
    judge,
    apply,
    most=_MOST,
    at_once=_MOST,
    after="indicators",
)
"""What this app enters among the lists that can be imported."""
