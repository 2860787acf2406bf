"""The acts that stand open to somebody on a stuck matter or a cause (按钮): what each asks to be filled in, and what a page posted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from gaoxing.casework.acting import Reason
from gaoxing.casework.table import ReasonKind, Transition
from gaoxing.office.escalations.facts import ESCALATION, LONGEST_NAME
from gaoxing.office.escalations.firing import table_of
from gaoxing.office.escalations.models import Cause, Escalation
from gaoxing.office.escalations.roles import roles_on
from gaoxing.office.firing.details import Look
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.language import said
from gaoxing.office.people.models import Person
from gaoxing.office.people.roles import OF_APPLICANTS
from gaoxing.office.refusal import NotAllowed

LONGEST = 2_000
"""Characters of what is written at once."""

_CALL = ("whom", "when", "how")
_ASKED = {
    "call_noted": "call",
    "channel_named": "note",
    "explained": "note",
    "next_named": "next_reply",
    "later_named": "until",
    "somebody_fit": "officer",
    "outcome_named": "outcome",
    "cause_named": "cause",
    "owner_named": "unit",
}
"""Guard of the table → the blank by which it is met."""

_DETAILS = (*_CALL, "next_reply", "until", "officer", "outcome", "cause", "cause_kind", "cause_name", "unit", "mend_by")
_QUIET = frozenset({"submit", "withdraw"})
"""What has its own place on the page, or none."""

_NEXT = {"submitted": "take_over", "taken": "contact", "concluded": "confirm", "unsatisfied": "retake"}
"""State → the act that is due in it: it comes first, and open."""

_LAST = ("hand_over", "refer")
"""What takes it elsewhere comes last."""


@dataclass(frozen=True)
class Button:
    """An act: its word, the blanks that it asks for, the kind of reason it demands, why it rests (empty: it does not), whether it is due now."""

    act: str
    word: str
    asks: frozenset[str]
    reason: ReasonKind | None
    rests: str = ""
    due: bool = False

    @property
    def plain(self) -> bool:
        """Whether a press is all it takes."""
        return not self.asks and self.reason is None


def buttons(row: Escalation | Cause, person: Person, *, now: datetime) -> tuple[Button, ...]:
    """The acts, each once: what is due now first, then in the table's order, what takes it elsewhere last."""
    found: dict[str, Button] = {}
    for each, role in _open(row, person, now=now):
        if each.act not in _QUIET:
            found.setdefault(each.act, _button(row, each, person, role, now))
    return tuple(sorted(found.values(), key=lambda each: (not each.due, each.act in _LAST)))


def may_withdraw(row: Escalation, person: Person, *, now: datetime) -> bool:
    """Whether the person may take it back now."""
    return any(each.act == "withdraw" for each, _role in _open(row, person, now=now))


def pressed(post: Mapping[str, str]) -> Pressed:
    """What a page posted. Raises NotAllowed where the post is not from the page, or too much was written."""
    revision, note = post.get("revision", ""), post.get("note", "").strip()
    if not (revision.isascii() and revision.isdecimal() and len(revision) < 10):
        raise NotAllowed(_("这次操作不完整，没有办。请刷新页面，再点一次。"))
    details = {name: post[name].strip() for name in _DETAILS if post.get(name, "").strip()}
    if len(note) > LONGEST or any(len(each) > LONGEST_NAME for each in details.values()):
        most = {"note": LONGEST, "line": LONGEST_NAME}
        raise NotAllowed(_("写得太长：说明最多 %(note)s 个字，其他每一格最多 %(line)s 个字。写的还在下面，请删短一些。") % most)
    reasons = (Reason(post["reason"], note),) if post.get("reason") else ()
    return Pressed(post.get("act", ""), reasons, note, int(revision), details=details)


def _open(row: Escalation | Cause, person: Person, *, now: datetime) -> list[tuple[Transition, str]]:
    """The rows of the table that somebody may take, each with their first role that may."""
    held = roles_on(row, person, now=now)
    rows = table_of(row).leaving(row.state)
    return [(each, next(role for role in held if role in each.roles)) for each in rows if set(held) & set(each.roles)]


def _button(row: Escalation | Cause, found: Transition, person: Person, role: str, now: datetime) -> Button:
    known = table_of(row)
    asks = frozenset(_ASKED[each] for each in found.guards if each in _ASKED)
    if role in OF_APPLICANTS:
        asks -= {"call"}
    own = "somebody_else" in found.guards and isinstance(row, Escalation) and ESCALATION["same_person"](Look(row, person, role, now, Pressed(found.act)))
    rests = _("自己办的不能自己回访，请转给同事或者领导。") if own else ""
    asks |= {"note"} if found.reason else set()
    return Button(found.act, said(known.acts[found.act]), asks, known.reasons.get(found.reason), rests, _due(row) == found.act and not rests)


def _due(row: Escalation | Cause) -> str:
    """The act that is due in the record's state; empty where none is more so than the others."""
    if isinstance(row, Cause) and row.state in (Cause.State.OPEN, Cause.State.RECURRED):
        return "fix" if row.unit_id else "assign"
    return _NEXT.get(row.state, "")
