"""The acts that stand open to somebody of the staff on a request or a part (诉求按钮), and what a page posted of one.

An act names which blanks its form has: whom was called, when and how; a typed reason; a note; and what only it asks for.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from gaoxing.casework.acting import Choice, Reason, choices
from gaoxing.casework.table import Facts, ReasonKind
from gaoxing.office.aftercare import facts
from gaoxing.office.aftercare.firing import table_of
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.aftercare.roles import roles_on
from gaoxing.office.aftercare.wording import guarded
from gaoxing.office.firing.details import Look
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.language import in_english, said
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

CALLED = frozenset({"contact", "accept", "reject", "call_back"})
"""Acts that name a call: with whom, when and how."""

OWN_FORM = frozenset({"merge", "submit"})
"""Acts that have a form of their own, or are none of this page's."""

DECIDED = ("redispatch", "designate", "grant_extension", "refuse_extension")
"""What a leader decides of a part."""

NOTED = frozenset({"not_accept", "answer_supervision"})
"""Acts that nothing is done of without a note."""

LONGEST, MOST_WORDS = 120, 2_000

_LATER: Facts = {
    **dict.fromkeys(("call_missing", "channel_missing", "main_unfit", "answer_missing", "supplement_missing"), False),
    **dict.fromkeys(("lead_missing", "explanation_missing", "next_reply_missing", "reply_missing", "force_missing"), False),
}
"""Facts that a page cannot know before its post."""

_DIGITS = 18


@dataclass(frozen=True)
class Kind:
    """A kind of typed reasons as a page offers it: what it is called, and each choice with its word."""

    word: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Button:
    """An act: its word, the reasons it demands, whether it names a call, whether its note must be written, and why it rests."""

    act: str
    word: str
    reason: Kind | None
    called: bool
    noted: bool
    rests: tuple[str, ...]


def of_request(request: Request, person: Person, *, now: datetime) -> tuple[Button, ...]:
    """What stands open on a request as a whole, in the table's order, each once; a supervision is answered only where there is one."""
    without = OWN_FORM if request.supervised_until else OWN_FORM | {"answer_supervision"}
    return _buttons(request, person, now=now, without=without)


def of_part(part: Part, person: Person, *, now: datetime) -> tuple[Button, ...]:
    """What a leader decides of a part."""
    return tuple(each for each in _buttons(part, person, now=now) if each.act in DECIDED)


def may_merge(request: Request, person: Person, *, now: datetime) -> bool:
    """Whether the person may merge a request into another, as it now stands."""
    return any(each.act.id == "merge" and not each.unmet for each in _choices(request, person, now))


def pressed(post: QueryDict, allowed: Collection[str] = ()) -> Pressed:
    """The act that was pressed, with what its form holds. Raises NotAllowed where the post is not from the page, or a reason is half filled in."""
    act = post.get("act", "")
    if allowed and act not in allowed:
        raise NotAllowed(_("没有这个操作。请刷新页面，从页面上的按钮里选。"))
    revision, note = revision_of(post), post.get("note", "").strip()
    if len(note) > MOST_WORDS:
        raise NotAllowed(_("写的话最多 %(most)s 个字，请写短一些。") % {"most": MOST_WORDS})
    return Pressed(act, _reasons(post), note, revision, details=_details(act, post))


def revision_of(post: QueryDict) -> int:
    """The revision that the page showed. Raises NotAllowed where the post names none."""
    shown = post.get("revision", "")
    if not (shown.isascii() and shown.isdecimal() and len(shown) <= _DIGITS):
        raise NotAllowed(_("这次操作不完整，没有办。请刷新页面，从页面上的按钮里再选一次。"))
    return int(shown)


def _buttons(row: Request | Part, person: Person, *, now: datetime, without: Collection[str] = ()) -> tuple[Button, ...]:
    rows, found = table_of(row), dict[str, Button]()
    for choice in _choices(row, person, now):
        if choice.act.id not in without:
            found.setdefault(choice.act.id, _button(choice, rows.reasons.get(choice.transition.reason)))
    order = [each.act for each in rows.leaving(row.state)]
    return tuple(sorted(found.values(), key=lambda each: order.index(each.act)))


def _choices(row: Request | Part, person: Person, now: datetime) -> tuple[Choice, ...]:
    """Every choice of every role of theirs; only what the staff may do is asked of the record."""
    rows, asked = table_of(row), Pressed("", given=_LATER)
    found: list[Choice] = []
    for role in roles_on(row, person, now=now):
        wanted = rows.facts(row.state)
        told = facts.of_request(Look(row, person, role, now, asked), wanted) if isinstance(row, Request) else {}
        told = told or (facts.of_part(Look(row, person, role, now, asked), wanted) if isinstance(row, Part) else {})
        found += choices(rows, row.state, told, role)
    return tuple(found)


def _button(choice: Choice, reason: ReasonKind | None) -> Button:
    act = choice.act.id
    kind = Kind(said(reason), tuple((each.id, said(each)) for each in reason.choices)) if reason else None
    return Button(act, said(choice.act), kind, act in CALLED, act in NOTED, tuple(guarded(each) for each in choice.unmet))


def _reasons(post: QueryDict) -> tuple[Reason, ...]:
    """The reason that was chosen, with words of its own; the words of the choice where none were written."""
    kind, words = post.get("kind", "").strip(), post.get("words", "").strip()
    if words and not kind:
        raise NotAllowed(_("请选类别，再写具体是什么。"))
    return (Reason(kind, words[:MOST_WORDS]),) if kind else ()


def _details(act: str, post: QueryDict) -> Mapping[str, Any]:
    """What else the act is told: the call, the rating, the parts to be done again, the unit."""
    names = (*(("whom", "when", "how") if act in CALLED else ()), *(("rating", "solved") if act == "accept" else ()))
    names = (*names, *(("unit",) if act in DECIDED[:2] else ()))
    told: dict[str, Any] = {name: text for name in names if (text := post.get(name, "").strip()[:LONGEST])}
    if act == "redo" and (parts := [each for each in post.getlist("part") if each.isascii() and each.isdecimal() and len(each) < 6]):
        told["parts"] = parts
    return told


def spoken(reason: Mapping[str, str], row: Request | Part) -> tuple[str, str]:
    """A reason as it was written with an event: its kind's word, and its own words."""
    kinds = {each.id: each for kind in table_of(row).reasons.values() for each in kind.choices}
    known = kinds.get(str(reason.get("id", "")))
    word = "" if known is None else known.english if in_english() else known.term
    return word, str(reason.get("words", ""))
