"""What an enterprise reads of a state, a light and a clock (平常话): said to it, not about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from gaoxing.casework.clock import Light
from gaoxing.casework.explanation import explain
from gaoxing.office.aftercare import clocking
from gaoxing.office.aftercare.firing import table_of
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.wording import state_of
from gaoxing.office.language import in_english, said


@dataclass(frozen=True)
class Clock:
    """The clock as people read it: the light, its word, the sentence by which anybody can count it again, a note where a calendar is lacking."""

    light: str
    word: str
    sentence: str
    note: str = ""


def plainly(row: Request | Part) -> str:
    """The state of a request or a part as an enterprise reads it."""
    state = state_of(row)
    return state.plain_english if in_english() else state.plain


def light_word(light: Light) -> str:
    """What a light says beside its colour."""
    words = {Light.GREEN: _("来得及"), Light.YELLOW: _("快到期"), Light.RED: _("已超期"), Light.DOUBLE_RED: _("超期很久")}
    return words.get(light, _("暂停计时") if light is Light.PAUSED else _("已办结"))


def clock_of(row: Request | Part, *, now: datetime) -> Clock | None:
    """The clock in words; None before it started. Events that were fetched with the record are not fetched again."""
    read = clocking.reading(row.events.all(), now=now)
    if read is None:
        return None
    light = (clocking.light_of(row, now=now) if isinstance(row, Part) else None) or read.light
    told = explain(read, clocking.calendar(), table_of(row).pauses)
    sentence, note = (told.english, told.english_note) if in_english() else (told.chinese, told.note)
    return Clock(str(light), light_word(light), sentence, note)


def reasons(row: Request | Part, note: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The typed reasons that were written with an event: each kind, and its words."""
    kinds = {choice.id: choice for kind in table_of(row).reasons.values() for choice in kind.choices}
    return tuple((said(kinds[each["id"]]), str(each["words"])) for each in note.get("reasons", ()) if each["id"] in kinds)
