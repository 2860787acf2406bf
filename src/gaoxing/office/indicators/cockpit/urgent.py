"""What needs a leader today (今天要领导管的): double red and red, what is to be decided, calls awaited, what nobody took up, figures that contradict.

Only what there is stands here; each entry opens its list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.casework.clock import Light
from gaoxing.office.aftercare.desk.queue import DUTIES
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.escalations.looking import ENDS
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.escalations.narrowing import FACTS
from gaoxing.office.indicators.cockpit.lights import Row, address
from gaoxing.office.indicators.cockpit.number import Mark, Number
from gaoxing.office.licensing.routing import unassigned
from gaoxing.office.ratings.models import CallBack


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: what it is, how many, where they are; `severe` stands first and is marked."""

    id: str
    word: str
    count: int
    address: str
    severe: bool = False


def waiting(lights: Sequence[Row], numbers: Sequence[Number], *, now: datetime) -> tuple[Waiting, ...]:
    """Everything that waits at a moment, what is severe first; nothing where nothing does. The lights and numbers are those of the page."""
    found = [each for each in (*_red(lights), *_requests(now), *_further(now), *_figures(numbers)) if each.count]
    return tuple(sorted(found, key=lambda each: not each.severe))


def _red(lights: Sequence[Row]) -> Iterator[Waiting]:
    for row in lights:
        for light, told in ((Light.DOUBLE_RED, _("双红：%(what)s")), (Light.RED, _("红灯：%(what)s"))):
            if light in row.counts:
                yield Waiting(f"{row.id}_{light}", told % {"what": row.name}, row.counts[light], row.addresses[light], light is Light.DOUBLE_RED)


def _requests(now: datetime) -> Iterator[Waiting]:
    """What the leader's desk of the requests holds, in two questions."""
    asked = {"objected": Part.State.OBJECTED, "extending": Part.State.EXTENSION_ASKED}
    parts = Part.objects.aggregate(**{name: Count("pk", filter=Q(state=state)) for name, state in asked.items()})
    late = DUTIES["supervision"] & Q(supervised_until__lt=now)
    kept = Request.objects.aggregate(back=Count("pk", filter=DUTIES["call_back"]), redo=Count("pk", filter=DUTIES["redo"]), late=Count("pk", filter=late))
    desk = reverse("requests_leading")
    yield Waiting("supervision", _("督办过期没有答复"), kept["late"], f"{desk}#supervised", severe=True)
    yield Waiting("objections", _("单位退回，当天要定"), parts["objected"], f"{desk}#objections", severe=True)
    yield Waiting("extensions", _("单位申请延期"), parts["extending"], f"{desk}#extensions")
    yield Waiting("redo", _("企业不满意，要安排重办"), kept["redo"], f"{desk}#redo")
    yield Waiting("call_back", _("诉求差评要回访"), kept["back"], f"{desk}#back")


def _further(now: datetime) -> Iterator[Waiting]:
    """Stuck matters, causes, ratings and licences of no unit, in four questions."""
    stuck = Escalation.objects.exclude(state__in=ENDS).filter(FACTS["contacted_late"](now)).count()
    late = Q(state__in=(Cause.State.OPEN, Cause.State.RECURRED), mend_by__lt=localdate(now))
    yield Waiting("stuck", _("办不成事没有按时联系本人"), stuck, address("stuck_desk", show="open", fact="contacted_late"), severe=True)
    yield Waiting("causes", _("成因过了整改期限"), Cause.objects.filter(late).count(), address("stuck_causes", show="open"))
    yield Waiting("ratings", _("差评过期没有回访"), CallBack.objects.filter(called=None, due__lt=now).count(), reverse("ratings"))
    yield Waiting("unassigned", _("没有单位办的证照"), unassigned().count(), reverse("joint_desk"))


def _figures(numbers: Sequence[Number]) -> Iterator[Waiting]:
    """Figures of the page that contradict each other, and those that are overdue; each leads to the first of them where it is one, else to the list."""
    for name, word, mark in (("conflicts", _("几个来源说法不一的指标"), Mark.CONFLICT), ("stale", _("过了更新时间的指标"), Mark.STALE)):
        found = [each for each in numbers if mark in each.marks]
        where = found[0].about if len(found) == 1 else reverse("indicators")
        yield Waiting(name, word, len(found), where)
