"""What is late goes up (升级): once a step the tick tells the named leader, of red the one in charge, of double red the first; so of supervisions and contacts.

Nobody is told at night or on a free day: the next tick of a working day does it. What is double red is supervised by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from django.db.models import Q
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from gaoxing.casework.acting import Reason
from gaoxing.casework.aftercare.ladder import Rung, rung
from gaoxing.casework.aftercare.limits import limits
from gaoxing.casework.clock import Light
from gaoxing.office.aftercare import clocking, contacting, leaders, lights
from gaoxing.office.aftercare.desk.queue import SUPERVISABLE
from gaoxing.office.aftercare.firing import fire
from gaoxing.office.aftercare.models import Part, Request, Stewardship
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.notices.actions import Recipient, notify
from gaoxing.office.notices.models import Notice
from gaoxing.office.people.models import Person, RoleAssignment, Unit
from gaoxing.office.people.remembering import remembering
from gaoxing.office.people.roles import Role
from gaoxing.office.refusal import NotAllowed

FRONT = (Request.State.SUBMITTED, Request.State.RECEIVED, Request.State.CONTACTED, Request.State.DECOMPOSED)
"""The states in which a request's own clock runs with its steward."""

_OVERDUE = "overdue"


def quiet(now: datetime) -> bool:
    """Whether nobody of the staff is to be told now."""
    return clocking.calendar().may_remind(now, office_days=True) != now


def escalate(now: datetime) -> int:
    """Tell the named leaders of what is late or was not satisfactory, once a step; how many notices are new."""
    if quiet(now):
        return 0
    at = lights.moment(now)
    parts = Part.objects.filter(request__state=Request.State.IN_HAND).filter(Q(due__lt=now) | Q(request__rejections__gt=0)).exclude(state__in=lights.OVER)
    front = Request.objects.filter(state__in=FRONT, due__lt=now).prefetch_related("parts")
    redoing = Request.objects.filter(state=Request.State.REDOING).prefetch_related("parts")
    with remembering():
        new = sum(_part(each, at, now) for each in parts.select_related("request", "lead__parent"))
        return new + sum(_request(each, at, now) for each in (*front, *redoing))


def supervise_due(now: datetime) -> int:
    """Open a supervision of what is double red and was not supervised since it fell due; how many."""
    if quiet(now):
        return 0
    at = lights.moment(now)
    late = Part.objects.filter(request__state=Request.State.IN_HAND, due__lt=at.double).exclude(state__in=lights.OVER)
    requests = {each.request_id: each for each in late.select_related("request").order_by("-due")}
    return sum(_supervised(each, now) for each in requests.values())


def tell_of_supervisions(now: datetime) -> int:
    """Tell steward and lead units of a supervision that was opened, and the first leader of one that nobody answered in time; how many notices are new."""
    if quiet(now):
        return 0
    supervised = Request.objects.filter(supervised_until__isnull=False, state__in=SUPERVISABLE).prefetch_related("parts__lead")
    with remembering():
        return sum(_told_of(each, now) for each in supervised)


def tell_of_contacts(now: datetime) -> int:
    """Tell stewards of an urgent request at once, and of any whose enterprise was not contacted in time, an urgent one's leader too; how many are new."""
    if quiet(now):
        return 0
    new = 0
    for request in Request.objects.filter(state__in=contacting.WAITING).select_related("client").prefetch_related("events", "parts"):
        until = contacting.due(request)
        assert until is not None
        values = {"number": request.number or "", "day": f"{localtime(until):%m-%d %H:%M}"}
        if request.urgent:
            new += _tell("contact_urgent", stewards_of(request, now), values, once=f"contact urgent {request.pk}", now=now)
        if until < now:
            people = (*stewards_of(request, now), *(_of(request, Rung.LEADER, now) if request.urgent else ()))
            new += _tell("contact_late", people, values, once=f"contact late {request.pk}", now=now)
    return new


def stewards_of(request: Request, now: datetime) -> tuple[Person, ...]:
    """Who serves a request: its client's steward, else every steward."""
    on = localdate(now)
    if request.client_id is not None:
        served = Stewardship.objects.filter(Q(until=None) | Q(until__gte=on), client=request.client_id, since__lte=on, steward__is_active=True)
        if found := [each.steward for each in served.select_related("steward")]:
            return tuple(found)
    posts = RoleAssignment.objects.filter(Q(until=None) | Q(until__gte=on), role=Role.STEWARD, since__lte=on, person__is_active=True)
    return tuple(each.person for each in posts.select_related("person"))


def _handlers(request: Request, now: datetime) -> tuple[Person, ...]:
    """Those of the units that lead an open part of it."""
    on, units = localdate(now), [each.lead_id for each in request.parts.all() if each.state not in (*lights.OVER, Part.State.PLANNED)]
    posts = RoleAssignment.objects.filter(Q(until=None) | Q(until__gte=on), role=Role.UNIT_HANDLER, unit__in=units, since__lte=on, person__is_active=True)
    return tuple(each.person for each in posts.select_related("person"))


def _told_of(request: Request, now: datetime) -> int:
    """Of one supervision, how many notices are new."""
    until = request.supervised_until
    assert until is not None
    values, mark = {"number": request.number or "", "day": f"{localtime(until):%m-%d %H:%M}"}, f"{request.pk} {int(until.timestamp())}"
    answering = {each.pk: each for each in (*stewards_of(request, now), *_handlers(request, now))}
    new = _tell("request_supervised", answering.values(), values, once=f"supervised {mark}", now=now)
    if until < now:
        new += _tell("supervision_overdue", _of(request, Rung.FIRST_LEADER, now), values, once=f"supervision overdue {mark}", now=now)
    return new


def _part(part: Part, at: lights.Moment, now: datetime) -> int:
    light = lights.light_of_part(part, at)
    step = rung(light or Light.DONE, rejections=part.request.rejections, known=limits())
    run = int(part.sent.timestamp()) if part.sent else 0
    return _step(step, f"part {part.pk} {run}", part.request, (part.lead, part.category), light or Light.DONE, now)


def _request(request: Request, at: lights.Moment, now: datetime) -> int:
    light = lights.light_of(request, request.parts.all(), at)
    step = rung(light, rejections=request.rejections if request.state == Request.State.REDOING else 0, known=limits())
    return _step(step, f"request {request.pk} {request.state} {request.rejections}", request, _first(request), light, now)


def _step(step: Rung, mark: str, request: Request, place: tuple[Unit | None, str], light: Light, now: datetime) -> int:
    """Tell those of a step and of the ones below it that were not told yet."""
    new, on = 0, localdate(now)
    for each in (Rung.LEADER, Rung.FIRST_LEADER):
        if each <= step:
            people, once = leaders.told(each, *place, on=on), f"escalated {mark} {each.value}"
            for one in people:
                values = {"number": request.number or "", "light": _why(one, light), "enterprise": request.enterprise}
                new += _tell("request_escalated", [one], values, once=once, now=now)
    return new


def _why(person: Person, light: Light) -> str:
    """Why it went up, in the person's language."""
    with override(person.language):
        return {Light.RED: _("红灯，已超期"), Light.DOUBLE_RED: _("双红，超期很久")}.get(light, _("企业不满意"))


def _supervised(part: Part, now: datetime) -> bool:
    """Whether the system supervised its request just now."""
    request = part.request
    if part.due is None or request.events.filter(act="supervise", at__gt=part.due).exists():
        return False
    try:
        fire(request, Pressed("supervise", (Reason(_OVERDUE, "超期很久，自动督办"),), revision=request.revision), None, now=now)
    except NotAllowed:
        return False
    return True


def _first(request: Request) -> tuple[Unit | None, str]:
    """The place of a request's first part, by which its own leader is found before any unit has it."""
    part = next(iter(request.parts.all()), None)
    return (part.lead, part.category) if part else (None, "")


def _of(request: Request, step: Rung, now: datetime) -> tuple[Person, ...]:
    return leaders.told(step, *_first(request), on=localdate(now))


def _tell(event: str, people: Iterable[Person], values: dict[str, str], *, once: str, now: datetime) -> int:
    """Tell those who were not told for this reason yet; how many notices are new."""
    every = {each.pk: each for each in people}
    known = set(Notice.objects.filter(person__in=every, event=event, once=once).values_list("person", flat=True))
    fresh = [each for number, each in every.items() if number not in known]
    return sum(len(notify(event, Recipient(each.pk, each.language), values, now=now, once=once)) for each in fresh)


DUE: tuple[tuple[str, Callable[[datetime], int]], ...] = (
    ("超期升级", escalate),
    ("超期很久自动督办", supervise_due),
    ("督办通知", tell_of_supervisions),
    ("联系企业的时限", tell_of_contacts),
)
"""What the tick runs besides, with its official term."""
