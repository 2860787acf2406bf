"""Clients and their stewards (服务对象与服务专员): one steward each, with the history; how many are covered is computed from the records."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.aftercare.clients.profiles import Profile
from gaoxing.office.aftercare.clients.sealed import why_place
from gaoxing.office.aftercare.models import Client, Stewardship
from gaoxing.office.aftercare.sealed import contact_place, reached_digest
from gaoxing.office.aftercare.vault import seal, unseal
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import permit, roles_of
from gaoxing.office.people.roles import Role
from gaoxing.office.refusal import NotAllowed

ASSIGN = "assign_stewards"

AHEAD, ONE_DAY, LONGEST_WHY = timedelta(days=366), timedelta(days=1), 200
"""How far ahead a hand-over may be arranged, and how long its reason may be."""


@dataclass(frozen=True)
class Coverage:
    """How many clients of a kind stand on the list of a day, and how many of them have a steward."""

    listed: int
    covered: int


@dataclass(frozen=True, repr=False)
class Listed:
    """A client as it is put on the list: its kind, the list's own number, its name, whom to reach and how."""

    kind: Client.Kind
    code: str
    name: str
    contact: str = ""
    mobile: str = ""
    post: str = ""


@transaction.atomic
def enlist(listed: Listed, by: Person, *, now: datetime, profile: Profile | None = None) -> Client:
    """Put a client on the list, or bring what the list says of it, and where it says so its profile, up to date.

    Raises NotAllowed without a code or a name, or for whoever may not.
    """
    permit(by, ASSIGN, on=localdate(now))
    code, name = listed.code.strip(), listed.name.strip()
    if not code or not name:
        raise NotAllowed(_("请填服务对象的编号和名称。"))
    if len(code) > 32 or len(name) > 200:
        raise NotAllowed(_("编号最多 32 个字，名称最多 200 个字，请改短。"))
    found, new = Client.objects.get_or_create(kind=listed.kind, code=code, defaults={"name": name, "since": localdate(now)})
    found.name, found.until = name, None
    reach = {"name": listed.contact.strip(), "post": listed.post.strip(), "mobile": listed.mobile.strip()}
    found.contact = seal({name: value for name, value in reach.items() if value or name != "post"}, contact_place(found))
    found.reached = reached_digest(listed.mobile)
    for name, value in (asdict(profile) if profile else {}).items():
        setattr(found, name, value)
    found.save()
    audit.write("client.listed", actor=Actor(by.pk, Role.LEADER), subject=found, now=now, details={"new": new})
    return found


@transaction.atomic
def entrust(client: Client, steward: Person, by: Person, *, now: datetime, since: date | None = None, why: str = "") -> Stewardship:
    """Give a client to a steward from a day on (this day); the one before ends with the day before. Their open requests go along.

    Raises NotAllowed where `by` may not, where the person is no steward on that day, or where the day is over or too far off.
    """
    today = localdate(now)
    first = since or today
    permit(by, ASSIGN, on=today)
    if not today <= first <= today + AHEAD:
        raise NotAllowed(_("交接日期要从今天起、一年以内：过去的任期已经记下，不能改。"))
    if Role.STEWARD.value not in roles_of(steward, on=first):
        raise NotAllowed(_("这个账号不是服务专员。请先由安全管理员任命，再来安排。"))
    Client.objects.select_for_update().get(pk=client.pk)
    before = _standing(client, steward, first)
    if before is not None and before.steward_id == steward.pk and before.until is None:
        return before
    made = _begun(client, steward, before, first)
    _keep_why(made, why)
    told = {"to": steward.pk, "from": before and before.steward_id, "since": first.isoformat()}
    audit.write("client.entrusted", actor=Actor(by.pk, Role.LEADER), subject=client, now=now, details=told)
    return made


def hand_over(giver: Person, taker: Person, by: Person, *, now: datetime, since: date | None = None, why: str = "") -> int:
    """Give all clients of one steward to another, such as when they leave; how many. Raises as `entrust`."""
    permit(by, ASSIGN, on=localdate(now))
    if giver == taker:
        raise NotAllowed(_("交给的是同一个人。请选另一位服务专员。"))
    with transaction.atomic():
        clients = [each.client for each in Stewardship.objects.filter(steward=giver, until=None).select_related("client")]
        return sum(entrust(each, taker, by, now=now, since=since, why=why).steward_id == taker.pk for each in clients)


def why_of(term: Stewardship) -> str:
    """Why a steward was given a client; empty where nobody said. Raises a Fault where it does not open."""
    return str(unseal(term.why, why_place(term)).get("why", ""))


def _standing(client: Client, steward: Person, first: date) -> Stewardship | None:
    """Whose the client would be on a day. Terms that were to begin on it or later were planned, or begun by mistake this day: they are dropped."""
    client.stewardships.filter(since__gte=first).exclude(since=first, steward=steward).delete()
    return client.stewardships.filter(Q(until=None) | Q(until__gte=first - ONE_DAY)).order_by("-since", "-pk").first()


def _begun(client: Client, steward: Person, before: Stewardship | None, first: date) -> Stewardship:
    """The steward's term: the one before goes on where it is theirs, else it ends the day before."""
    if before is not None:
        own = before.steward_id == steward.pk
        Stewardship.objects.filter(pk=before.pk).update(until=None if own else first - ONE_DAY)
        if own:
            return Stewardship.objects.get(pk=before.pk)
    return Stewardship.objects.create(client=client, steward=steward, since=first)


def _keep_why(term: Stewardship, why: str) -> None:
    words = " ".join(why.split())
    if len(words) > LONGEST_WHY:
        raise NotAllowed(_("交接的理由最多 %(most)s 个字，请写短一些。") % {"most": LONGEST_WHY})
    if words:
        term.why = seal({"why": words}, why_place(term))
        term.save(update_fields=["why"])


def coverage(kind: Client.Kind, *, on: date) -> Coverage:
    """How many clients of a kind have a steward on a day, counted from the records."""
    listed = on_list(on=on).filter(kind=kind)
    current = Stewardship.objects.filter(Q(until=None) | Q(until__gte=on), since__lte=on)
    return Coverage(listed.count(), listed.filter(pk__in=current.values("client")).count())


def on_list(*, on: date) -> QuerySet[Client]:
    """The clients that stand on the list of a day."""
    return Client.objects.filter(Q(until=None) | Q(until__gte=on), since__lte=on)
