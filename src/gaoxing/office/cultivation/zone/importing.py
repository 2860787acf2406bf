"""Imports lists of certificates (导入资质名单): who holds which, from when until when; judged row by row before anything is taken in.

The columns are those that such lists usually have; no list of the zone's own has been seen yet [K]. An enterprise is known by its credit code; by its
name only where one client of the zone alone bears it. What accounts typed about themselves is never taken for the enterprise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.engines.workbook import Column, Kind
from gaoxing.forms.cultivation import CERTIFICATES
from gaoxing.office.aftercare.models import Client
from gaoxing.office.audit import actions as audit
from gaoxing.office.cultivation.keeping import begin, begin_for, judge
from gaoxing.office.cultivation.models import Assessed, Qualification
from gaoxing.office.importing.actions import actor_of
from gaoxing.office.importing.registry import Given, Importer, Judged, Verdict
from gaoxing.office.people.models import Person
from gaoxing.standards import credit_code
from gaoxing.standards.invalid import Invalid

IMPORT = "import_qualifications"
"""The act of the policy table."""

_OTHER_NAMES = {
    "technology_sme": ("科小",),
    "high_tech_enterprise": ("高企", "国家高新技术企业"),
    "specialised_sme": ("专精特新", "省级专精特新中小企业"),
    "little_giant": ("小巨人", "专精特新小巨人", "专精特新小巨人企业", "专精特新“小巨人”"),
    "gazelle": ("瞪羚",),
    "potential_unicorn": ("潜在独角兽",),
    "unicorn": ("独角兽",),
}

COLUMNS = (
    Column("name", "企业名称", ("名称", "单位名称"), required=True, longest=200, example="昆山样例制造有限公司"),
    Column("uscc", "统一社会信用代码", ("信用代码", "社会信用代码"), longest=30, example="91320583MA00000A9A"),
    Column(
        "rung",
        "资质",
        ("资质类型", "资质名称", "类别"),
        required=True,
        choices={rung: (name, *_OTHER_NAMES.get(rung, ())) for rung, name in CERTIFICATES},
        example="高新技术企业",
    ),
    Column("number", "证书编号", ("编号", "证书号"), longest=64, example="GR000000000000"),
    Column("since", "发证日期", ("发证时间", "认定日期", "起始日期"), kind=Kind.DAY, example="2025-11-18"),
    Column("until", "有效期至", ("有效期", "到期日期", "截止日期"), kind=Kind.DAY, example="2028-11-17"),
)


@dataclass(frozen=True)
class _Known:
    """Who is known: clients by credit code and by name, records of earlier lists by credit code, the certificates of all of these by record."""

    holders: Mapping[str, Client]
    called: Mapping[str, tuple[Client, ...]]
    listed: Mapping[str, Assessed]
    of_client: Mapping[int, Assessed]
    held: Mapping[int, tuple[Qualification, ...]]


def judge_rows(rows: Sequence[Given], by: Person, now: datetime) -> list[Judged]:
    """What each row would become; changes nothing."""
    known = _known(rows)
    return [_judged(each, known, localdate(now)) for each in rows]


@transaction.atomic
def apply(given: Given, by: Person, now: datetime) -> int:
    """Enter one certificate, with its enterprise where none is known, and judge the enterprise anew; the enterprise's number in the table."""
    client = Client.objects.filter(pk=given.kept.get("client") or 0).first()
    code = str(given.kept["uscc"])
    row = begin_for(client, by, now=now) if client else _listed(code) or begin(given.text("name"), code, by, now=now)
    told = {"number": given.text("number"), "since": _day(given, "since"), "origin": Qualification.Origin.LIST, "by": by, "at": now}
    Qualification.objects.update_or_create(assessed=row, rung=given.text("rung"), until=_day(given, "until"), defaults=told)
    judge(row, on=localdate(now))
    details = {"rung": given.text("rung"), "until": str(_day(given, "until") or "")}
    audit.write("ladder.listed", actor=actor_of(by, IMPORT, now=now), subject=row, now=now, details=details)
    return row.pk


def _judged(given: Given, known: _Known, on: date) -> Judged:
    code, wrong = _code(given)
    client, doubt = _client(given, code, known)
    asked = [*wrong, *doubt, *_days(given, on)]
    row = known.of_client.get(client.pk) if client else known.listed.get(code)
    if asked:
        return Judged(Verdict.ASKED, tuple(asked), subject=row.pk if row else None)
    told = () if _day(given, "until") else (_("没有有效期：记下来，但是不算在有效资质里。"),)
    kept = {"client": client.pk if client else 0, "uscc": code}
    same = next((each for each in known.held.get(row.pk, ()) if (each.rung, each.until) == (given.text("rung"), _day(given, "until"))), None) if row else None
    if same is None:
        return Judged(Verdict.NEW, (*told, *(() if client else (_("不在服务对象里：另记一家，只有领导看得到。"),))), kept, row.pk if row else None)
    unchanged = (same.number, same.since, same.origin) == (given.text("number"), _day(given, "since"), Qualification.Origin.LIST)
    return Judged(Verdict.UNCHANGED if unchanged else Verdict.CHANGED, told, kept, row.pk if row else None)


def _code(given: Given) -> tuple[str, list[str]]:
    """The credit code as it is written, empty where there is none, and what is to be asked about it."""
    if not given.text("uscc").strip():
        return "", []
    try:
        return credit_code.validate(given.text("uscc")), []
    except Invalid as wrong:
        return "", [_("统一社会信用代码要核对：%(why)s。") % {"why": wrong}]


def _client(given: Given, code: str, known: _Known) -> tuple[Client | None, list[str]]:
    """The client whom a row means, and what is to be asked where nobody can say."""
    if given.text("uscc").strip():
        return known.holders.get(code), []
    found = known.called.get(given.text("name").strip(), ())
    if len(found) == 1:
        return found[0], []
    return None, [_("没有统一社会信用代码，名单上又不止一家或者没有一家叫“%(name)s”。请补上代码。") % {"name": given.text("name")}]


def _days(given: Given, on: date) -> list[str]:
    since, until = _day(given, "since"), _day(given, "until")
    if since and since > on:
        return [_("发证日期在今天以后，请核对。")]
    return [_("有效期至早于发证日期，请核对。")] if since and until and until < since else []


def _day(given: Given, column: str) -> date | None:
    found = given.values.get(column)
    return found if isinstance(found, date) else None


def _listed(code: str) -> Assessed | None:
    """The record that an earlier list made."""
    return Assessed.objects.filter(uscc=code, owner=None, client=None).order_by("pk").first() if code else None


def _known(rows: Sequence[Given]) -> _Known:
    codes = {code for each in rows if (code := _code(each)[0])}
    names = {each.text("name").strip() for each in rows}
    enterprises = Client.objects.filter(kind=Client.Kind.ENTERPRISE)
    holders = {each.uscc: each for each in enterprises.filter(uscc__in=codes).order_by("-pk")}
    called: dict[str, tuple[Client, ...]] = {}
    for each in enterprises.filter(name__in=names):
        called[each.name] = (*called.get(each.name, ()), each)
    listed = {each.uscc: each for each in Assessed.objects.filter(uscc__in=codes, owner=None, client=None).order_by("-pk")}
    clients = {each.pk for each in (*holders.values(), *(client for found in called.values() for client in found))}
    of_client = {each.client_id: each for each in Assessed.objects.filter(client__in=clients) if each.client_id}
    held: dict[int, tuple[Qualification, ...]] = {}
    for one in Qualification.objects.filter(assessed__in=[row.pk for row in (*listed.values(), *of_client.values())]):
        held[one.assessed_id] = (*held.get(one.assessed_id, ()), one)
    return _Known(holders, called, listed, of_client, held)


QUALIFICATIONS = Importer(
    "qualifications",
    gettext_lazy("资质名单"),
    gettext_lazy("认定、公示的资质名单：哪家企业、哪种资质、从哪天到哪天；同一家同一种同一个有效期只记一次。"),
    COLUMNS,
    IMPORT,
    judge_rows,
    apply,
    key=("name", "uscc", "rung", "until"),
    after="zone_ladder",
)
"""What this app enters among the lists that can be imported."""
