"""What the desk's pages offer to choose from (选项): the boxes by which the list is narrowed, and the units of a row of the plan."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from gaoxing.casework.clock import Light
from gaoxing.casework.tables import table
from gaoxing.office.aftercare import lights, wording
from gaoxing.office.aftercare.desk import queue
from gaoxing.office.aftercare.desk.decomposing import Line
from gaoxing.office.aftercare.desk.queue import Narrowed
from gaoxing.office.aftercare.models import Request
from gaoxing.office.language import said
from gaoxing.office.people.models import Unit

Choices = tuple[tuple[str, str], ...]
"""Values as an address holds them, each with its word; the empty one stands for what is not narrowed."""


@dataclass(frozen=True)
class Chooser:
    """One box by which the list is narrowed: its name in the address, its label, the choices and which one stands."""

    name: str
    label: str
    choices: Choices
    chosen: str


def choosers(wanted: Narrowed) -> tuple[Chooser, ...]:
    """The boxes of the list, in the order of the page."""
    states = tuple((each.id, said(each)) for each in table("request").states.values() if each.id != Request.State.DRAFT)
    every = (("", _("全部")),)
    boxes = (
        ("whose", _("谁的"), (*every, (queue.MINE, _("我的企业")), (queue.UNSERVED, _("还没有专员的")))),
        ("duty", _("要做的"), (*every, *_duties())),
        ("light", _("亮灯"), (*every, *((str(each), _word(each)) for each in lights.CONDITIONS))),
        ("state", _("状态"), (("", _("没有办完的")), (queue.ALL, _("全部")), *states)),
        ("category", _("类别"), (*every, *wording.categories())),
        ("unit", _("主办单位"), (*every, *((str(each.pk), each.name) for each in Unit.objects.filter(closed=None)))),
        ("source", _("来源"), (*every, *sources())),
    )
    return tuple(Chooser(name, label, choices, wanted.asked.get(name, "")) for name, label, choices in boxes)


def sources() -> Choices:
    """Who may have brought a request."""
    words = {"enterprise": _("企业自己提的"), "steward": _("服务专员代提的"), "window": _("窗口代提的"), "hotline": _("12345 热线转来的")}
    return tuple((str(value), words.get(str(value), str(label))) for value, label in Request.Source.choices)


def counted(count: int) -> str:
    """How many, as far as it was counted."""
    return _("%(most)d 件以上") % {"most": queue.MOST_COUNTED} if count > queue.MOST_COUNTED else _("%(count)d 件") % {"count": count}


def helping(line: Line) -> tuple[str, ...]:
    """The names of the units that help with a row."""
    return tuple(Unit.objects.filter(pk__in=line.co_units).values_list("name", flat=True))


def _duties() -> Choices:
    words = {"contact": _("要联系企业的"), "plan": _("要分解、派单的"), "redo": _("企业不满意、要重办的")}
    words |= {"call_back": _("差评要回访的"), "supervision": _("督办要答复的")}
    return tuple((each, words[each]) for each in queue.DUTIES)


def _word(light: str) -> str:
    shown = wording.light(Light(light))
    return shown.word if shown else light
