"""A joint case as its applicant reads it (联办进度): each licence with its state and clock in plain words, and what is asked of the applicant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from gaoxing.casework.table import Running, State
from gaoxing.casework.tables import table
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.queries import form_of
from gaoxing.office.language import in_english, said
from gaoxing.office.licensing import clocking, committing, drafts, further, local, visiting
from gaoxing.office.licensing.firing import note_of
from gaoxing.office.licensing.models import Item, JointCase, Visit

SIGNS = {Running.RUNNING: "going", Running.PAUSED: "asked", Running.IDLE: "waits", Running.STOPPED: "over"}
GOOD = frozenset({"granted"})


@dataclass(frozen=True)
class Row:
    """A licence as listed: its state in words, its clock, why it waits or ended, and which acts stand open to the applicant."""

    item: Item
    state: str
    plain: str
    sign: str
    clock: clocking.Clock | None = None
    because: str = ""
    told: tuple[str, ...] = ()
    may_withdraw: bool = False
    may_rectify: bool = False
    may_commit: bool = False


@dataclass(frozen=True)
class Slot:
    """A time offered for the visit; `over` once it passed."""

    number: int
    at: datetime
    over: bool


@dataclass(frozen=True)
class Board:
    """Everything on the page. `asked`: how many things wait for the applicant."""

    case: Case
    joint: JointCase
    rows: tuple[Row, ...]
    offered: Visit | None
    slots: tuple[Slot, ...]
    appointed: tuple[Visit, ...]
    blanks: tuple[further.Asked, ...]
    papers: tuple[dict[str, Any], ...]
    picture: str
    opening: str
    asked: int

    @property
    def done(self) -> int:
        """How many licences are granted."""
        return sum(each.item.state in GOOD for each in self.rows)


def plainly(state: State) -> str:
    """A state as an applicant reads it."""
    return state.plain_english if in_english() else state.plain


def state_of(item: Item) -> State:
    """The state of a licence."""
    return table(clocking.TABLE).states[item.state]


def board(case: Case, *, now: datetime) -> Board:
    """The page of a submitted joint case. Raises a Fault where its form does not open, JointCase.DoesNotExist where it is none."""
    joint = JointCase.objects.get(case=case)
    items = list(Item.objects.filter(case=case).select_related("unit", "appointment").prefetch_related("events"))
    names = {each.licence: each.name for each in items}
    rows = tuple(_row(each, names, now) for each in items)
    offered = Visit.objects.filter(case=case, starts=None).first()
    slots = tuple(_slot(number, each, now) for number, each in enumerate(offered.slots)) if offered else ()
    open_blanks = tuple(each for each in further.asked(case)) if case.state in further.WRITABLE else ()
    picture, opening = _plan(case, items, now)
    asked = sum(each.may_rectify for each in rows) + bool(offered) + (case.state == Case.State.CORRECTION_ASKED)
    appointed = tuple(Visit.objects.filter(case=case, starts__gt=now).order_by("starts"))
    return Board(case, joint, rows, offered, slots, appointed, open_blanks, papers(items), picture, opening, asked)


def papers(items: list[Item]) -> tuple[dict[str, Any], ...]:
    """What the applicant brings, each paper once with the licences that ask for it; what the office has or writes is left out."""
    found: dict[str, dict[str, Any]] = {}
    for item in items:
        for each in item.materials:
            if not each["given"]:
                draft = item.licence if each["id"] in drafts.offered(item) else ""
                found.setdefault(each["name"], {**each, "licences": [], "draft": draft})["licences"].append(item.name)
    return tuple(found.values())


def because(item: Item) -> str:
    """Why a licence ended or was refused, in the words that were written with it. Raises a Fault where they do not open."""
    last = item.events.order_by("-number").first()
    note = note_of(last) if last else {}
    words = "；".join(each["words"] for each in note.get("reasons", ()) if each["words"])
    first = note.get("because", "")
    if item.state == Item.State.STOPPED and first:
        name = Item.objects.filter(case=item.case_id, licence=first).values_list("name", flat=True).first()
        return _("因为“%(name)s”没有办成") % {"name": name} if name else _("因为整件已经撤回或者没有受理")
    return words


def _row(item: Item, names: dict[str, str], now: datetime) -> Row:
    state = state_of(item)
    held = [names.get(each, each) for each in item.waits]
    waits = _("要先拿到：%(names)s") % {"names": "、".join(held)} if item.state == Item.State.WAITING and held else ""
    open_acts = {row.act for row in table(clocking.TABLE).leaving(item.state) if "applicant" in row.roles}
    may_commit = item.commitment is not None and item.committed is None and item.state in committing.OPEN
    ended = item.state in (Item.State.STOPPED, Item.State.REFUSED, Item.State.REVOKED, Item.State.RECTIFYING)
    return Row(
        item,
        said(state),
        plainly(state),
        "good" if item.state in GOOD else SIGNS[state.clock],
        clocking.clock_of(item, now=now),
        because(item) if ended else waits,
        _notes(item),
        "withdraw" in open_acts,
        "rectify" in open_acts,
        may_commit,
    )


def _notes(item: Item) -> tuple[str, ...]:
    found = []
    if item.committed and item.state not in GOOD:
        found.append(_("您签了告知承诺，单位看过就能准予，以后再核查。"))
    if item.committed and item.verify_by and item.verified is None and item.state in GOOD:
        found.append(_("按承诺准予，%(day)s 以前单位会来核查。") % {"day": item.verify_by})
    if item.appointment and item.appointment.starts and item.inspected is None:
        found.append(_("%(at)s 上门") % {"at": f"{localtime(item.appointment.starts):%Y-%m-%d %H:%M}"})
    if item.hearing and item.state not in GOOD:
        found.append(_("批准前要听证，听证的时间不算在期限里。"))
    return tuple(found)


def _slot(number: int, text: str, now: datetime) -> Slot:
    at = datetime.fromisoformat(text)
    return Slot(number, at, at <= now)


def _plan(case: Case, items: list[Item], now: datetime) -> tuple[str, str]:
    """The picture of the plan with today's line, and the earliest day of opening; empty where the form no longer gives one."""
    form, applied = form_of(case), localdate(case.filed or now)
    if form is None:
        return "", ""
    chosen = [each.licence for each in items if each.committed]
    told = local.joint().overview(form, applied, commitments=chosen, today=_within(applied, localdate(now)), **local.given(on=applied))
    return (told["gantt"], told["plan"]["opening"]) if told["trade"] else ("", "")


def _within(applied: date, today: date) -> date:
    return max(applied, today)


def slots_wanted(case: Case) -> int:
    """How many licences still need somebody to see the place."""
    return visiting.wanted(case).count()
