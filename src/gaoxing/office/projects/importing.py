"""Imports a list of projects in promotion (导入招商项目): each row a lead, or a project that was signed, judged before anything is taken in.

The columns are those that such lists usually have; no list of the zone's own has been seen yet [K].
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.engines.workbook import Column, Kind
from gaoxing.office.importing.registry import Given, Importer, Judged, Verdict
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.projects.facts import Pressed, yuan_of
from gaoxing.office.projects.firing import fire
from gaoxing.office.projects.models import Promotion
from gaoxing.office.projects.permissions import PROMOTE
from gaoxing.office.projects.promoting import Lead, enter, standing_as, standing_words
from gaoxing.standards import region_code

COLUMNS = (
    Column("name", "项目名称", ("名称", "项目"), required=True, longest=300, example="示例芯片封装项目"),
    Column("investor", "投资方", ("投资单位", "投资主体", "企业名称"), required=True, longest=200, example="样例投资有限公司"),
    Column("town", "镇", ("区镇", "所在镇", "落户区镇"), longest=40, example="玉山镇"),
    Column("planned", "计划总投资", ("总投资", "投资总额"), longest=60, example="12000万元"),
    Column("bureau", "招商单位", ("招商部门", "引进单位"), longest=100, example="样例招商局"),
    Column("listed", "重大项目", ("重大项目级别", "级别"), longest=40, example="昆山市级"),
    Column("signed", "签约日期", ("签约时间",), kind=Kind.DAY, example="2026-11-20"),
    Column("amount", "协议金额", ("签约金额",), longest=60, example="12000万元"),
    Column("evidence", "凭据", ("协议编号",), longest=200, example="投资协议"),
)

_MOST = 2_000


def judge(rows: Sequence[Given], by: Person, now: datetime) -> list[Judged]:
    """What each row would become; changes nothing."""
    bureaus = {each.name: each.pk for each in Unit.objects.filter(name__in=[each.text("bureau").strip() for each in rows])}
    return [_judged(each, bureaus, localdate(now)) for each in rows]


@transaction.atomic
def apply(given: Given, by: Person, now: datetime) -> int:
    """Enter one project, and sign it where the row says so; its number. Raises NotAllowed as `enter` and the funnel do: then nothing of it is done."""
    kept = given.kept
    planned = Decimal(kept["planned"]) if kept["planned"] else None
    bureau = Unit.objects.filter(pk=kept["bureau"] or 0).first()
    row = enter(Lead(given.text("name"), given.text("investor"), kept["town"], planned, bureau, kept["listed"]), by, now=now)
    if kept["signed"]:
        details = {"day": kept["signed"], "invested": given.text("amount"), "evidence": given.text("evidence")}
        fire(row, Pressed("sign", revision=row.revision, details=details), by, now=now)
    return row.pk


def _judged(given: Given, bureaus: dict[str, int], on: date) -> Judged:
    name, investor = given.text("name").strip(), given.text("investor").strip()
    if known := standing_as(name, investor):
        return Judged(Verdict.UNCHANGED, (standing_words(known, investor),), subject=known.pk)
    town, listed = region_code.town(given.text("town").strip()), _level(given.text("listed").strip())
    planned, signed = yuan_of(given.text("planned").strip()), given.values.get("signed")
    day = signed if isinstance(signed, date) else None
    wrong = [*_unread(given, planned, town is None, listed is None, bureaus), *_unsigned(given, day, on)]
    if wrong:
        return Judged(Verdict.ASKED, tuple(wrong))
    kept = {
        "town": town.name if town else "",
        "planned": str(planned) if planned else "",
        "bureau": bureaus.get(given.text("bureau").strip(), 0),
        "listed": listed or "",
        "signed": day.isoformat() if day else "",
    }
    return Judged(Verdict.NEW, (_("录入后是“%(stage)s”。") % {"stage": _("已签约") if day else _("线索")},), kept)


def _unread(given: Given, planned: Decimal | None, no_town: bool, no_level: bool, bureaus: dict[str, int]) -> list[str]:
    """What of a row cannot be read, a sentence each."""
    told = []
    if given.text("planned").strip() and planned is None:
        told.append(_("计划总投资“%(text)s”没有单位，看不懂是元还是万元。") % {"text": given.text("planned")})
    if given.text("town").strip() and no_town:
        told.append(_("没有“%(text)s”这个镇。") % {"text": given.text("town")})
    if given.text("listed").strip() and no_level:
        told.append(_("重大项目“%(text)s”看不懂，请写省级、苏州市级或者昆山市级。") % {"text": given.text("listed")})
    if (bureau := given.text("bureau").strip()) and bureau not in bureaus:
        told.append(_("没有“%(text)s”这个单位，请先请管理员设置，或者不填。") % {"text": bureau})
    return told


def _unsigned(given: Given, day: date | None, on: date) -> list[str]:
    """What a signing lacks: day, sum and evidence go together."""
    amount, evidence = yuan_of(given.text("amount").strip()), given.text("evidence").strip()
    if day is None and not given.text("amount").strip():
        return []
    if day is None or not amount or not evidence:
        return [_("签约的要写全：签约日期、协议金额（连单位）、凭据。")]
    return [_("签约日期在今天以后。")] if day > on else []


def _level(text: str) -> str | None:
    """On whose list it stands; empty where nothing is said, None where it cannot be read."""
    named = {str(label): value for value, label in Promotion.Listed.choices} | {"苏州": "prefecture", "昆山": "county", "省": "province"}
    return "" if not text else named.get(text)


PROMOTIONS = Importer(
    "promotions",
    gettext_lazy("招商项目名单"),
    gettext_lazy("招商单位报来的项目：线索或者已经签约的；在册的不会重复，签约的计一次。"),
    COLUMNS,
    PROMOTE,
    judge,
    apply,
    key=("name", "investor"),
    most=_MOST,
    after="promotions",
)
"""What this app enters among the lists that can be imported."""
