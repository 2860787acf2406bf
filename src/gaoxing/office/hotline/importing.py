"""Imports the hotline's tickets (导入 12345 工单): the recogniser tells the problems of each apart, as it does of what is spoken; what it cannot is asked.

The columns are those that such lists usually have; no list of the zone's own hotline has been seen yet [K].
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.catalogue import matter
from gaoxing.engines.workbook import Column, Kind
from gaoxing.intake import receive
from gaoxing.office.aftercare.actions import MOST_PROBLEMS, MOST_WORDS, Problem, Told, bring
from gaoxing.office.aftercare.models import Client, Request
from gaoxing.office.aftercare.queries import said_before
from gaoxing.office.hotline.models import HotlineTicket
from gaoxing.office.importing.registry import Given, Importer, Judged, Verdict
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.speech.transcript import Transcript

MATTER, ACT, OTHER = "enterprise_request", "import_requests", "other"

COLUMNS = (
    Column("number", "工单编号", ("工单号", "编号", "受理编号", "热线工单编号"), required=True, longest=40, example="2026112500012345"),
    Column("enterprise", "企业名称", ("单位名称", "诉求企业", "反映企业", "来电企业"), required=True, example="昆山样例制造有限公司"),
    Column(
        "content", "诉求内容", ("内容", "工单内容", "反映内容", "诉求描述"), required=True, longest=MOST_WORDS, example="车间老是跳闸；另外员工停车位不够。"
    ),
    Column("contact", "联系人", ("来电人", "诉求人", "来电人姓名"), longest=40, example="张三"),
    Column("mobile", "联系电话", ("来电号码", "电话", "联系方式", "手机号"), longest=40, example="13900000000"),
    Column("received", "受理时间", ("来电时间", "登记时间", "诉求时间"), kind=Kind.MOMENT, example="2026-11-25 09:30"),
    Column("urgent", "是否紧急", ("紧急",), kind=Kind.YES_NO, example="否"),
)


def judge(rows: Sequence[Given], by: Person, now: datetime) -> list[Judged]:
    """What each ticket would become; changes nothing."""
    known = _imported([each.text("number") for each in rows])
    clients = _clients([each.text("enterprise").strip() for each in rows], on=localdate(now))
    return [_judged(each, known.get(each.text("number")), clients, localdate(now)) for each in rows]


def apply(given: Given, by: Person, now: datetime) -> int:
    """Bring one ticket as a request; its number. Raises NotAllowed where it was brought meanwhile, or as `bring` does."""
    problems = tuple(Problem(each["category"], each["words"]) for each in given.kept["problems"])
    told = Told(
        given.text("enterprise"),
        given.text("content"),
        problems,
        contact=given.text("contact"),
        mobile=given.text("mobile"),
        urgent=bool(given.values.get("urgent", False)),
        client=Client.objects.filter(pk=given.kept["client"] or 0).first(),
        source=Request.Source.HOTLINE,
    )
    made, received = bring(told, by, now=now), given.values.get("received")
    try:
        with transaction.atomic():
            HotlineTicket.objects.create(number=given.text("number"), request=made, received=received if isinstance(received, datetime) else None)
    except IntegrityError:
        raise NotAllowed(_("这个工单刚才已经导入过，没有再导。")) from None
    return made.pk


def problems_in(words: str, *, on: date) -> tuple[Problem, ...]:
    """The problems that the recogniser tells apart; none where it hears none."""
    taken = receive(Transcript.of(words), on=on, matter_id=MATTER)
    rows = taken.form.rows("requests") if taken.form else ()
    return tuple(Problem(str(each.get("category") or OTHER), str(each["content"])) for each in rows if each.get("content"))


def _judged(given: Given, known: HotlineTicket | None, clients: Mapping[str, Client], on: date) -> Judged:
    if known is not None:
        return Judged(Verdict.UNCHANGED, (_("这个工单已经导入过（%(number)s）。") % {"number": known.request.number},), subject=known.request_id)
    words, enterprise = given.text("content"), given.text("enterprise").strip()
    client = clients.get(enterprise)
    if before := said_before(words, owner=None, enterprise=enterprise):
        told = _("这家企业同样的诉求已经提过（%(number)s），没有再导。有新的情况请写进诉求内容。")
        return Judged(Verdict.ASKED, (told % {"number": before.number},), subject=before.pk)
    found = problems_in(words, on=on)
    if not found:
        return Judged(Verdict.ASKED, (_("没有听出要解决的问题。请看原文，写清楚碰到的难处再导；不是诉求的请删去这一行。"),))
    if len(found) > MOST_PROBLEMS:
        return Judged(Verdict.ASKED, (_("这个工单分出了 %(count)s 件事，一次最多 %(most)s 件。请分成几行。") % {"count": len(found), "most": MOST_PROBLEMS},))
    kept = {"problems": [{"category": each.category, "words": each.words} for each in found], "client": client.pk if client else 0}
    return Judged(Verdict.NEW, (_parts(found), *(() if client else (_("这家企业不在服务对象名单里，服务专员都看得到。"),))), kept)


def _parts(found: Sequence[Problem]) -> str:
    names = _categories()
    told = "；".join(f"{names.get(each.category, each.category)}：{each.words[:30]}" for each in found)
    return _("分出 %(count)s 件。%(told)s") % {"count": len(found), "told": told}


def _categories() -> dict[str, str]:
    """The classes of requests by id, in the official words."""
    rows = next(each for each in matter(MATTER).fields if each.id == "requests")
    return dict(next(each for each in rows.columns if each.id == "category").choices)


def _imported(numbers: Sequence[str]) -> dict[str, HotlineTicket]:
    return {each.number: each for each in HotlineTicket.objects.filter(number__in=numbers).select_related("request")}


def _clients(names: Sequence[str], *, on: date) -> dict[str, Client]:
    """The clients of these very names; where two have one, neither is taken."""
    found: dict[str, list[Client]] = {}
    for each in Client.objects.filter(Q(until=None) | Q(until__gte=on), name__in=names, since__lte=on):
        found.setdefault(each.name, []).append(each)
    return {name: clients[0] for name, clients in found.items() if len(clients) == 1}


TICKETS = Importer(
    "requests-12345",
    gettext_lazy("12345 工单"),
    gettext_lazy("热线转来的企业诉求：每个工单分成一件一件，交给服务专员；导入过的不会重复。"),
    COLUMNS,
    ACT,
    judge,
    apply,
    key=("number",),
    most=2_000,
    at_once=20,
    masked=("mobile", "content"),
)
"""What this app enters among the lists that can be imported."""
