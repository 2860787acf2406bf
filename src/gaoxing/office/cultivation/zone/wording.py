"""What the numbers of the zone's ladder are called (梯队统计用语), and how each is counted."""

from __future__ import annotations

from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.forms.cultivation import CERTIFICATES
from gaoxing.office.cultivation.zone.counting import Which

NAMES: dict[str, str] = dict(CERTIFICATES)
"""Rung → its official name."""

TITLES: dict[Which, Promise] = {
    Which.VALID: gettext_lazy("有效资质"),
    Which.BEGUN: gettext_lazy("当年新认定"),
    Which.FIRST: gettext_lazy("首次认定"),
    Which.UNDATED: gettext_lazy("缺日期，算不出"),
    Which.EXPIRING: gettext_lazy("半年内到期"),
    Which.LAPSED: gettext_lazy("已经过期"),
    Which.READY: gettext_lazy("条件都满足"),
    Which.EXPERTS: gettext_lazy("只剩专家评"),
    Which.ONE_STEP: gettext_lazy("只差一步"),
    Which.SCORE: gettext_lazy("只差得分"),
    Which.DATA: gettext_lazy("缺数据"),
    Which.FURTHER: gettext_lazy("还差得多"),
    Which.PLANNED: gettext_lazy("有计划"),
    Which.REACHED: gettext_lazy("达到计划"),
    Which.SHORT: gettext_lazy("没达到"),
    Which.UNREPORTED: gettext_lazy("还没报实际"),
}
"""What each number is called."""

DEFINITIONS: dict[Which, Promise] = {
    Which.VALID: gettext_lazy("年末（今年看今天）在有效期里的证书；同一家企业同一种只算一个。"),
    Which.BEGUN: gettext_lazy("发证日期在当年的证书，重新认定的也算。"),
    Which.FIRST: gettext_lazy("当年新认定里，企业第一次得到这种资质的。"),
    Which.UNDATED: gettext_lazy("没有发证日期或者有效期的证书，不知道那一天有没有效，不算在有效里。"),
    Which.EXPIRING: gettext_lazy("今天有效、183 天以内到期，并且没有接上的新证书。"),
    Which.LAPSED: gettext_lazy("最后一个证书已经过期，没有接上的。"),
    Which.READY: gettext_lazy("还没有这种资质，按自己填的数每个条件都满足。"),
    Which.EXPERTS: gettext_lazy("能算的条件没有不满足的，其余由专家评。"),
    Which.ONE_STEP: gettext_lazy("数都填全了，只差一个条件或者一档得分，差多少算得出。"),
    Which.SCORE: gettext_lazy("数都填全了，条件都满足，得分差一档以上。"),
    Which.DATA: gettext_lazy("还有数没填，没有确定不满足的条件。"),
    Which.FURTHER: gettext_lazy("不止差一步，或者差的不是努力能补的。"),
    Which.PLANNED: gettext_lazy("倍增计划里写了当年计划销售收入的企业。"),
    Which.REACHED: gettext_lazy("当年实际销售收入不低于计划。"),
    Which.SHORT: gettext_lazy("当年实际销售收入低于计划。"),
    Which.UNREPORTED: gettext_lazy("写了计划，还没有报当年实际。"),
}
"""How each number is counted."""


def rung_of(rung: str) -> str:
    """The official name of a rung."""
    return NAMES.get(rung, rung)


def in_ten_thousands(amount: Decimal | None) -> str:
    """A sum in whole ten thousands of yuan; a dash where it is not known.

    >>> in_ten_thousands(Decimal("12345678"))
    '1,235'
    """
    return "–" if amount is None else f"{amount / 10_000:,.0f}"


def title_of(which: Which, rung: str, year: int | None, by: str) -> str:
    """What the records of a number are called: its name, its rung, its year and what is lacking, as far as it has them."""
    parts = (rung_of(rung) if rung else "", _("%(year)s年") % {"year": year} if year else "", str(TITLES[which]), by)
    return " · ".join(each for each in parts if each)
