"""What the units are told of (单位提醒): a new part, one that nobody signed for, is due or late, a reply by stage or a task on its day; each once.

The tick tells it to every handler of the unit, never at night and on working days alone: what happened meanwhile is told in the morning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from gaoxing.casework.aftercare.limits import limits
from gaoxing.casework.clock import Light
from gaoxing.office.aftercare import clocking, lights
from gaoxing.office.aftercare.forces.models import ForceTask
from gaoxing.office.aftercare.forces.tasks import MOOT
from gaoxing.office.aftercare.models import Part
from gaoxing.office.aftercare.units.desk import OPEN
from gaoxing.office.aftercare.units.people import handlers
from gaoxing.office.notices.actions import Recipient, notify
from gaoxing.office.notices.models import Notice
from gaoxing.office.people.models import Person

EVENT = "part_asks"

NEW = timedelta(days=14)
"""So long after its dispatch a part is told of as new; what is older says by its light that it waits."""

_AT_ONCE = 500
"""Reasons that are looked up in one question to the database."""


@dataclass(frozen=True)
class Asks:
    """Something to be told: why, what it is about by its number, the units whose handlers are told; of them this one alone where one was named."""

    once: str
    kind: str
    number: str
    units: tuple[int, ...]
    person: int | None = None


def tell_units(now: datetime) -> int:
    """Tell the units what waits for them; how many notices are new."""
    if clocking.calendar().may_remind(now, office_days=True) != now:
        return 0
    found = [*_of_parts(now), *_of_tasks(localdate(now))]
    people = handlers({unit for each in found for unit in each.units}, on=localdate(now))
    known = _known(each.once for each in found)
    return sum(_sent(each, person, now) for each in found for person in _told(each, people) if (each.once, person.pk) not in known)


def sentences() -> dict[str, str]:
    """What each kind says, in the language in force."""
    steps = limits().steps
    return {
        "came": _("新派来一件，请在 %(days)s 个工作日里签收；不归你们办的，同样的时间里可以退回一次。") % {"days": steps["sign"]},
        "helps": _("请你们协办一件，%(days)s 个工作日里答复主办单位。") % {"days": steps["advise"]},
        "unsigned": _("派来满 %(days)s 个工作日了，还没有签收。") % {"days": steps["sign"]},
        "yellow": _("快到期了。办不完的请申请延期或者先做阶段答复。"),
        "red": _("已经超期，请马上办。"),
        "double_red": _("超期很久了，已经报给领导，请马上办。"),
        "reply": _("今天是说好的下次答复的日子，请答复企业。"),
        "reply_late": _("说好的下次答复过了日子，请马上答复企业。"),
        "task": _("有一项专班任务今天到期。"),
        "task_late": _("有一项专班任务过了到期日，还没有做完。"),
        "task_new": _("专班给你们布置了一项任务。"),
    }


def _of_parts(now: datetime) -> Iterator[Asks]:
    at, today = lights.moment(now), localdate(now)
    for part in Part.objects.filter(state__in=OPEN).select_related("request").prefetch_related("co_units"):
        run, number = int(part.sent.timestamp()) if part.sent else 0, f"{part.request.number}-{part.number}"
        lead = (part.lead_id,) if part.lead_id else ()
        for kind in _kinds(part, at, today):
            day = f" {part.next_reply}" if kind.startswith("reply") else ""
            yield Asks(f"part {part.pk} {run} {kind}{day}", kind, number, lead)
        if part.sent and part.sent > now - NEW:
            for each in part.co_units.all():
                if each.advised is None:
                    yield Asks(f"part {part.pk} {run} helps {each.unit_id}", "helps", number, (each.unit_id,))


def _kinds(part: Part, at: lights.Moment, today: date) -> Iterator[str]:
    """What a part says to its lead unit now."""
    if part.state == Part.State.DISPATCHED and part.sent:
        if part.sent > at.now - NEW:
            yield "came"
        if part.sent < at.unsigned:
            yield "unsigned"
    light = lights.light_of_part(part, at)
    if light in (Light.RED, Light.DOUBLE_RED) or (light is Light.YELLOW and part.state != Part.State.DISPATCHED):
        yield str(light)
    if part.state == Part.State.IN_HAND and part.next_reply and part.next_reply <= today:
        yield "reply" if part.next_reply == today else "reply_late"


def _of_tasks(today: date) -> Iterator[Asks]:
    for task in ForceTask.objects.filter(state=ForceTask.State.OPEN).exclude(part__state__in=MOOT).select_related("part__request"):
        number = f"{task.part.request.number}-{task.part.number}"
        kind = "task_new" if task.due > today else "task" if task.due == today else "task_late"
        yield Asks(f"{kind} {task.pk} {task.due}", kind, number, (task.unit_id,), task.person_id)


def _told(asks: Asks, people: dict[int, list[Person]]) -> Iterable[Person]:
    """Those who are told, each once; whoever was named but handles nothing for the unit any more leaves it to all who do."""
    everybody = {person.pk: person for unit in asks.units for person in people.get(unit, ())}
    return [everybody[asks.person]] if asks.person in everybody else everybody.values()


def _known(onces: Iterable[str]) -> set[tuple[str, int]]:
    """Who was told of which reason already."""
    wanted, known = list(onces), set()
    for start in range(0, len(wanted), _AT_ONCE):
        rows = Notice.objects.filter(event=EVENT, once__in=wanted[start : start + _AT_ONCE])
        known |= set(rows.values_list("once", "person"))
    return known


def _sent(asks: Asks, person: Person, now: datetime) -> int:
    with override(person.language):
        what = sentences()[asks.kind]
    return len(notify(EVENT, Recipient(person.pk, person.language), {"number": asks.number, "what": what}, now=now, once=asks.once))


DUE: tuple[tuple[str, Callable[[datetime], int]], ...] = (("提醒单位", tell_units),)
"""What the tick runs besides, with its official term."""
