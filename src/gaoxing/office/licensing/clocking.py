"""The clock of one licence (证照时限): its own events, its own limit, the zone's calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from gaoxing.casework.clock import Event, Light, Reading, read
from gaoxing.casework.explanation import explain
from gaoxing.casework.table import ClockAct
from gaoxing.casework.tables import table
from gaoxing.office.cases.clocking import calendar
from gaoxing.office.language import in_english
from gaoxing.office.licensing.models import Item, ItemEvent

TABLE = "licence_item"


@dataclass(frozen=True)
class Clock:
    """The clock as people read it: the light, its word, the sentence by which anybody can count it again, a note where a calendar is lacking."""

    light: str
    word: str
    sentence: str
    note: str = ""


def reading(events: Iterable[ItemEvent], *, now: datetime) -> Reading | None:
    """The clock of events in their order; None where it has not started."""
    return read((Event(each.at, ClockAct(each.clock), each.days, each.pause) for each in events if each.clock), now, calendar())


def clock_of(item: Item, *, now: datetime, to_staff: bool = False) -> Clock | None:
    """The clock of an item in words; None before it started."""
    found = reading(item.events.all(), now=now)
    if found is None:
        return None
    told = explain(found, calendar(), table(TABLE).pauses, to_staff=to_staff)
    english = in_english()
    words = {Light.GREEN: _("来得及"), Light.YELLOW: _("快到期"), Light.RED: _("已超期"), Light.DOUBLE_RED: _("超期很久")}
    word = words.get(found.light, _("暂停计时") if found.light is Light.PAUSED else _("已办结"))
    return Clock(str(found.light), word, told.english if english else told.chinese, told.english_note if english else told.note)
