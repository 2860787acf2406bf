"""The demonstration's clients (演示的服务对象): some invented enterprises and projects with stewards, contacts, visits and requests in several states.

Played through the actions at moments of the last months, once in a data folder; what somebody changed since stays as they left it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate, localtime

from gaoxing.office.aftercare import actions, clocking
from gaoxing.office.aftercare.actions import Plan, Problem, Told
from gaoxing.office.aftercare.clients.profiles import Profile
from gaoxing.office.aftercare.clients.reaching import set_telephone
from gaoxing.office.aftercare.clients.visits import Noted, make_request, record
from gaoxing.office.aftercare.firing import Row, fire
from gaoxing.office.aftercare.models import Client, ClientVisit, Part, Request
from gaoxing.office.aftercare.stewards import Listed, enlist, entrust
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people import accounts, demo
from gaoxing.office.people.models import Person, RoleAssignment, Unit
from gaoxing.office.people.roles import Role
from gaoxing.office.refusal import NotAllowed

TRADES = ("精密机械", "电子元件", "汽车零部件", "生物医药", "智能装备", "光电显示", "新材料", "软件信息", "现代物流", "食品加工")
TOWNS = ("演示一镇", "演示二镇", "演示高新片区", "演示港口片区")
MARKS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"
STATES = ("submitted", "received", "in_hand", "late", "answered", "accepted")
"""How far the requests got: not taken up, not yet contacted, with its unit in time, with its unit too long, waiting for the enterprise, accepted."""

LISTED, LATE, RECENT = 90, 14, 2
"""Days ago: when the list was made, when the request was brought that is late, and the others."""

_ENTERPRISES, _PROJECTS, _UNSERVED, _FEW = 26, 8, 3, 3
_SAID = (
    "生产正常，订单排到明年一季度。暂时没有困难。",
    "用电稳定多了。焊工还是招不到，夜班开不满。",
    "新厂房在装修，问了消防验收要多久，已经把办事指南发给他们。",
    "车间老是跳闸，料都废了；另外员工停车位不够。",
    "问研发费用的奖补什么时候能兑现，已经答应帮着问。",
)
_ASKED = (
    ("utilities", "车间老是跳闸，料都废了"),
    ("labour", "焊工招不到，夜班开不满"),
    ("policy", "去年的研发奖补还没有兑现"),
    ("amenities", "员工停车位不够，路边停了要被贴单"),
    ("construction", "扩建的厂房规划许可卡了一个多月"),
    ("finance", "续贷还差一个担保，月底到期"),
)


@dataclass(frozen=True)
class Cast:
    """Who of the demonstration acts: the leader, the two stewards, the unit's handler and unit, and the enterprise's account."""

    leader: Person
    steward: Person
    colleague: Person
    handler: Person
    unit: Unit
    owner: Person


@transaction.atomic
def build(*, now: datetime) -> int:
    """Make them where there is no client yet; how many. Raises NotAllowed where the cast is not there."""
    if Client.objects.exists():
        return 0
    cast = _cast(now)
    clients = list(_listed(cast, _at(now, LISTED)))
    own = [each for each in clients if each.stewardships.filter(steward=cast.steward).exists()]
    Client.objects.filter(pk=own[0].pk).update(person=cast.owner)
    set_telephone(cast.steward, "0512-55550001", now=now)
    _visit(own, cast, now)
    for client, state, asked in zip(own, STATES, _ASKED, strict=False):
        _play(Client.objects.get(pk=client.pk), asked, state, cast, now)
    return len(clients)


def _cast(now: datetime) -> Cast:
    """The cast, in office since the list was made."""
    found = {each.assignments.values_list("role", flat=True)[0]: each for each in Person.objects.filter(demo=True, kind=Person.Kind.STAFF).order_by("-pk")}
    owner, handler = accounts.find_applicant(demo.MOBILES[0]), found.get(Role.UNIT_HANDLER.value)
    post = handler.assignments.select_related("unit").first() if handler else None
    if owner is None or handler is None or post is None or post.unit is None:
        raise NotAllowed("演示的人还没有准备好。请运行 gaoxing demo。")
    colleague = demo.colleague(Role.STEWARD, now=now)
    RoleAssignment.objects.filter(person__demo=True).update(since=localdate(now) - timedelta(days=LISTED + 1))
    return Cast(found[Role.LEADER.value], found[Role.STEWARD.value], colleague, handler, post.unit, owner)


def _listed(cast: Cast, at: datetime) -> Iterator[Client]:
    """The list: most of it the first steward's, some the second's, a few nobody's."""
    for place in range(_ENTERPRISES + _PROJECTS):
        kind = Client.Kind.ENTERPRISE if place < _ENTERPRISES else Client.Kind.PROJECT
        mark, trade = MARKS[place % len(MARKS)], TRADES[place % len(TRADES)]
        name = f"昆山演示{mark}{trade}有限公司" if kind == Client.Kind.ENTERPRISE else f"演示{mark}{trade}扩建项目"
        profile = Profile("", trade, TOWNS[place % len(TOWNS)], 60 + 35 * place, str(Client.Revenue.values[place % 4]))
        code = f"{'E' if kind == Client.Kind.ENTERPRISE else 'P'}{place + 1:04}"
        made = enlist(Listed(kind, code, name, f"{mark}联系人", f"139000001{place:02}", "综合部"), cast.leader, now=at, profile=profile)
        if place % 11 != _UNSERVED:
            entrust(made, cast.colleague if place % 4 == _FEW else cast.steward, cast.leader, now=at)
        yield made


def _visit(clients: list[Client], cast: Cast, now: datetime) -> None:
    """Visits over the last months; the last few clients were never visited."""
    for place, client in enumerate(clients[:-_FEW]):
        for ago in {3 + 2 * place, 40 + place, 75} if place % _FEW else {60 + place}:
            at, how = _at(now, ago), ClientVisit.How.values[ago % 3]
            made = record(client, Noted(str(how), at, _SAID[(place + ago) % len(_SAID)], "车间在开，人手看着够。"), cast.steward, now=at)
        if place == 1:
            make_request(made, cast.steward, now=_at(now, RECENT), category="labour", words="焊工还是招不到，夜班开不满，请帮着对接职业学校。")


def _play(client: Client, asked: tuple[str, str], state: str, cast: Cast, now: datetime) -> None:
    """A request of a client, brought and carried on as far as its state says."""
    begun, (category, words) = _at(now, LATE if state == "late" else RECENT), asked
    told = Told(client.name, words, (Problem(category, words),), "甲联系人", "13900000100", client=client, owner=client.person, source=Request.Source.STEWARD)
    request = actions.bring(told, cast.steward, now=begun)
    if state == "submitted":
        return
    request = _press(request, "receive", cast.steward, begun)
    if state == "received":
        return
    request = _press(request, "contact", cast.steward, begun, whom="甲联系人", when=f"{localtime(begun):%Y-%m-%d %H:%M}", how="电话")
    request = actions.plan(request, [Plan(1, category, words, "simple", cast.unit.pk)], cast.steward, revision=request.revision, now=begun)
    request = _press(_press(request, "decompose", cast.steward, begun), "dispatch", cast.steward, begun)
    part = _press(Part.objects.select_related("request").get(request=request), "sign", cast.handler, begun)
    if state not in ("answered", "accepted"):
        return
    _press(part, "finish", cast.handler, begun, note="已经到现场处理，换了老化的线路。", outcome="solved")
    if state == "accepted":
        request = Request.objects.get(pk=request.pk)
        _press(request, "accept", cast.steward, begun, rating=5, solved="yes", whom="甲联系人", when="下午", how="电话")


def _press(row: Row, act: str, by: Person, at: datetime, *, note: str = "", **details: object) -> Row:
    return fire(row, Pressed(act, (), note, row.revision, details=details), by, now=at)


def _at(now: datetime, ago: int) -> datetime:
    """Ten in the morning so many days ago, or on the working day before."""
    calendar, day = clocking.calendar(), localdate(now) - timedelta(days=ago)
    while not calendar.works(day):
        day -= timedelta(days=1)
    return localtime(now).replace(year=day.year, month=day.month, day=day.day, hour=10, minute=0, second=0, microsecond=0)
