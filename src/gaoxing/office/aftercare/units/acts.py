"""The acts that stand open to somebody on a part (事项按钮), why one rests, and what its form posted: each act reads its own blanks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.casework.acting import Choice, Reason, choices
from gaoxing.casework.aftercare.limits import limits
from gaoxing.casework.tables import table
from gaoxing.office.aftercare import clocking, merging
from gaoxing.office.aftercare.facts import of_part
from gaoxing.office.aftercare.models import Part
from gaoxing.office.aftercare.roles import roles_on
from gaoxing.office.aftercare.wording import guarded
from gaoxing.office.firing.details import Look, day, open_unit
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.language import said
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

TABLE = "request_part"

HERE = ("sign", "object", "finish", "reply", "ask_enterprise", "supply", "ask_extension", "decline", "advise")
"""The acts of this page in the order in which they are offered; leaders decide on theirs elsewhere, a task force has its own page."""

TYPED = {"explanation_missing": False, "next_reply_missing": False, "reply_missing": False, "force_missing": False, "tasks_unanswered": 0}
"""What only a form that was filled can tell; a button does not rest for it."""

MOST_NOTES, MOST_WORDS, MOST_NEEDS = 2_000, 500, 20
"""How long what is written may be, and how many things an enterprise is asked for at once."""

ANSWER = "answer-"
"""How the blank of an answer to a merged request begins; its number follows."""

NEEDS_NO_UNIT = "wrongly_classed"
"""The reason of a return that need not say which unit it should go to."""


@dataclass(frozen=True)
class Button:
    """An act: its word, the title and the choices of the reason it demands (none: no reason), and why it rests."""

    act: str
    word: str
    reason: str
    reasons: tuple[tuple[str, str], ...]
    rests: tuple[str, ...]


@dataclass(frozen=True)
class Extension:
    """By how many working days a part may be extended at most, and to which day that would be."""

    days: int
    until: date


def buttons(part: Part, person: Person, *, now: datetime, acts: tuple[str, ...] = HERE) -> tuple[Button, ...]:
    """Those of these acts that stand open to the person, each once."""
    rows = table(TABLE)
    found: dict[str, Button] = {}
    for role in roles_on(part, person, now=now):
        known = of_part(Look(part, person, role, now, Pressed("", given=TYPED)), rows.facts(part.state))
        for choice in choices(rows, part.state, known, role):
            if choice.act.id in acts:
                found.setdefault(choice.act.id, _button(choice))
    return tuple(found[each] for each in acts if each in found)


def extension_of(part: Part) -> Extension | None:
    """How far a part may be extended; None where its clock does not run or its grade allows none."""
    most = limits().of(part.category, grade=part.grade, urgent=part.request.urgent).extension
    if part.due is None or not most:
        return None
    calendar = clocking.calendar()
    return Extension(most, calendar.after(calendar.day(part.due), most))


def pressed(post: Mapping[str, str], part: Part, *, now: datetime) -> Pressed:
    """What a form posted: `act`, `revision`, `note`, `kind` and `words` of its reason, and the blanks of the act.

    Raises NotAllowed with a sentence for what cannot be taken, or a post that is not from the page.
    """
    act, note = post.get("act", ""), post.get("note", "").strip()
    if act not in HERE:
        raise NotAllowed(_("没有这个操作。请刷新页面，从页面上的按钮里选。"))
    _within(note, MOST_NOTES)
    reads = _READS.get(act)
    reasons, details = reads(post, part, localdate(now)) if reads else ((), {})
    return Pressed(act, reasons, note, revision_of(post), details=details)


def revision_of(post: Mapping[str, str]) -> int:
    """The revision that the page showed. Raises NotAllowed where the post names none."""
    text = post.get("revision", "")
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise NotAllowed(_("这次操作不完整，没有办。请刷新页面再试。"))
    return int(text)


def _button(choice: Choice) -> Button:
    kind = table(TABLE).reasons.get(choice.transition.reason)
    reasons = tuple((each.id, said(each)) for each in kind.choices) if kind else ()
    return Button(choice.act.id, said(choice.act), said(kind) if kind else "", reasons, tuple(guarded(each) for each in choice.unmet))


_Read = tuple[tuple[Reason, ...], dict[str, Any]]


def _within(text: str, most: int) -> None:
    if len(text) > most:
        raise NotAllowed(_("最多写 %(most)s 个字，现在是 %(count)s 个，请写短一些。") % {"most": most, "count": len(text)})


def _reason(post: Mapping[str, str], words: str = "") -> tuple[Reason, ...]:
    typed = words or post.get("words", "").strip()
    _within(typed, MOST_WORDS)
    kind = post.get("kind", "")
    return (Reason(kind, typed),) if kind else ()


def _objection(post: Mapping[str, str], part: Part, on: date) -> _Read:
    """The reason, and the unit that it should go to."""
    unit = open_unit({"unit": post.get("suggested", "")}, on=on)
    if unit is None and post.get("kind", "") != NEEDS_NO_UNIT:
        raise NotAllowed(_("请选一个您认为该主办的单位；只有分类或者分解有误时可以不选。"))
    if unit is not None and unit.pk == part.lead_id:
        raise NotAllowed(_("建议的单位就是现在的主办单位，请另选一个。"))
    return _reason(post), {"suggested": unit.pk, "suggested_name": unit.name} if unit else {}


def _needs(post: Mapping[str, str], part: Part, on: date) -> _Read:
    """What the enterprise is to send, a line each."""
    needs = [line.strip() for line in post.get("needs", "").splitlines() if line.strip()]
    if not needs or len(needs) > MOST_NEEDS:
        raise NotAllowed(_("请写明要企业补充什么，一行一样，1 到 %(most)s 样。") % {"most": MOST_NEEDS})
    return _reason(post, "；".join(needs)), {"needs": needs}


def _extension(post: Mapping[str, str], part: Part, on: date) -> _Read:
    """By how many working days, and so to which day; where no clock runs, the table refuses it anyway."""
    if part.due is None:
        return _reason(post), {}
    text, most = post.get("days", ""), extension_of(part)
    days = int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 0
    if most is None or not 1 <= days <= most.days:
        told = {"most": most.days if most else 0}
        raise NotAllowed(_("请写延几个工作日，1 到 %(most)s 天；这一类最多延 %(most)s 个工作日。") % told)
    calendar = clocking.calendar()
    return _reason(post), {"days": days, "until": calendar.after(calendar.day(part.due), days).isoformat()}


def _reply(post: Mapping[str, str], part: Part, on: date) -> _Read:
    """The day of the next reply, a working day."""
    named = day(post, "next_reply")
    if named is not None and named > on and not clocking.calendar().works(named):
        raise NotAllowed(_("%(day)s 不上班，请选一个工作日做下次答复。") % {"day": named})
    return (), {"next_reply": named.isoformat() if named else ""}


def _finish(post: Mapping[str, str], part: Part, on: date) -> _Read:
    """What came of it, and why a task of the task force is still open where one is."""
    why = post.get("tasks_note", "").strip()
    _within(why, MOST_WORDS)
    return (), {"outcome": post.get("outcome", ""), **({"tasks_note": why} if why else {}), **_answers(post, part)}


def _answers(post: Mapping[str, str], part: Part) -> dict[str, Any]:
    """The answers to requests of other enterprises that were merged into this one, each of its own: what is written for one is shown to nobody else."""
    found = {each: post.get(f"{ANSWER}{each.number}", "").strip() for each in merging.originators(part)}
    for each, words in found.items():
        _within(words, MOST_NOTES)
        if not words:
            raise NotAllowed(
                _("请再写给“%(enterprise)s”的答复（%(number)s 并入了这一件）：每一家看到的是给它自己的。")
                % {"enterprise": each.enterprise, "number": each.number}
            )
    return {merging.ANSWERS: {str(each.pk): words for each, words in found.items()}} if found else {}


_READS: Mapping[str, Callable[[Mapping[str, str], Part, date], _Read]] = {
    "object": _objection,
    "ask_enterprise": _needs,
    "ask_extension": _extension,
    "reply": _reply,
    "finish": _finish,
    "decline": lambda post, part, on: (_reason(post), _answers(post, part)),
}
"""What each act's form has beside a note; the others have none."""
