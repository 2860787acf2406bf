"""A request in plain words (诉求的话): states, acts, roles, categories, grades and lights in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from gaoxing.casework.aftercare.limits import limits
from gaoxing.casework.clock import Light
from gaoxing.casework.explanation import explain
from gaoxing.casework.table import Guard, State
from gaoxing.catalogue import matter
from gaoxing.office.aftercare import clocking
from gaoxing.office.aftercare.firing import table_of
from gaoxing.office.aftercare.models import NamedLeader, Part, Request
from gaoxing.office.aftercare.permissions import MATTER
from gaoxing.office.language import in_english

CATEGORY = "requests.category"
"""The blank of the form that names the category of a problem."""

ICONS = {Light.GREEN: "free", Light.YELLOW: "warn", Light.RED: "manual", Light.DOUBLE_RED: "reject", Light.PAUSED: "unsearched"}
"""The picture beside the word of a light, as `frontdesk/icon.html` draws it; none where it is over."""


@dataclass(frozen=True)
class Shown:
    """A light as it is shown: its id, the picture and the word beside its colour."""

    light: str
    icon: str
    word: str


@dataclass(frozen=True)
class Told:
    """The clock of a record as people read it: its light, and the sentence that lets anybody count it again."""

    shown: Shown
    sentence: str


def guarded(guard: Guard) -> str:
    """Why an act rests, in the language of the page."""
    return guard.english if in_english() else guard.sentence


def state_of(row: Request | Part) -> State:
    """The state of a request or of a part."""
    return table_of(row).states[row.state]


def outcomes() -> dict[str, str]:
    """What may come of a part, by its id, in the language of the page."""
    told = (_("解决"), _("部分解决"), _("政策不允许，已解释"), _("转上级"), _("列入计划"))
    return {str(each): word for each, word in zip(Part.Outcome, told, strict=True)}


def rungs() -> dict[int, str]:
    """The rungs for which leaders are named, in the language of the page."""
    told = (_("分管领导"), _("主要领导"))
    return {int(each): word for each, word in zip(NamedLeader.Rung, told, strict=True)}


def source_of(row: Request) -> str:
    """Who brought a request, in the language of the page."""
    told = (_("企业"), _("服务专员"), _("窗口"), _("12345 热线"))
    return {str(each): word for each, word in zip(Request.Source, told, strict=True)}.get(row.source, "")


def category_of(category: str) -> str:
    """A category's name in the language of the page; the id itself where the zone's list no longer has it."""
    known = matter(MATTER)
    names = {str(value): name for value, name in known.field(CATEGORY).choices}
    return (known.english.choice(CATEGORY, category) if in_english() else names[category]) if category in names else category


def categories() -> tuple[tuple[str, str], ...]:
    """Every category with its name, in the order of the limits."""
    return tuple((each, category_of(each)) for each in limits().categories)


def grades() -> tuple[tuple[str, str], ...]:
    """Every grade of difficulty with its name and working days."""
    days = _("%(name)s（%(days)s 个工作日）")
    return tuple((each.id, days % {"name": each.english if in_english() else each.term, "days": each.days}) for each in limits().grades.values())


def grade_of(part: Part) -> str:
    """How hard a part is: as it was chosen, else by its category."""
    found = limits().of(part.category, grade=part.grade) if part.category in limits().categories else None
    return "" if found is None else found.english if in_english() else found.term


def light(found: Light | None) -> Shown | None:
    """A light as it is shown; None where nothing was dispatched."""
    if found is None:
        return None
    words = {Light.GREEN: _("绿灯 来得及"), Light.YELLOW: _("黄灯 快到期"), Light.RED: _("红灯 已超期"), Light.DOUBLE_RED: _("双红 超期很久")}
    words |= {Light.PAUSED: _("暂停 等企业"), Light.DONE: _("没有在计时")}
    return Shown(str(found), ICONS.get(found, ""), words[found])


def told(row: Request | Part, found: Light | None, *, now: datetime) -> Told | None:
    """The clock of a record with this light; None before it started. Events that were fetched with it are not fetched again."""
    read, seen = clocking.reading(row.events.all(), now=now), light(found)
    if read is None or seen is None:
        return None
    both = explain(read, clocking.calendar(), table_of(row).pauses, to_staff=True)
    return Told(seen, both.english if in_english() else both.chinese)
