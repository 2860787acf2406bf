"""The acts that stand open to somebody on a project (按钮): what each asks to be filled in, and what a page posted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from gaoxing.casework.acting import Reason
from gaoxing.casework.table import Facts, ReasonKind, Transition
from gaoxing.office.language import in_english, said
from gaoxing.office.people.models import Person
from gaoxing.office.projects.facts import FACTS, Look, Pressed
from gaoxing.office.projects.firing import life
from gaoxing.office.projects.models import Project, Promotion
from gaoxing.office.projects.roles import barred, roles_on
from gaoxing.office.refusal import NotAllowed

LONGEST, LONGEST_LINE = 2_000, 200
"""Characters of a note, and of each of the other blanks."""

_ASKED = {
    "start_known": "day",
    "completion_known": "day",
    "procedure_known": "procedure",
    "month_known": "month",
    "sum_known": "invested",
    "explained": "note",
    "code_sound": "code",
}
"""Guard of the table → the blank by which it is met."""

_PROMOTING = {
    "day_known": "day",
    "evidence_named": "evidence",
    "sum_known": "invested",
    "month_known": "month",
    "done_known": "done",
    "investor_named": "investor",
    "explained": "note",
}
"""The same of the table of promotion."""

_STANDING = frozenset({"two_years_over", "reminded", "silent", "not_looked_at"})
"""Guards that nothing typed fulfils: an act that rests on one says why instead of asking."""

_DETAILS = ("day", "month", "invested", "code", "sure", "evidence", "investor")
_ELSEWHERE = frozenset({"file", "change", "withdraw"})
"""What has its own place on the page, or none."""


@dataclass(frozen=True)
class Button:
    """An act: its word, the blanks that it asks for, the kind of reason it demands, and why it rests (empty: it does not)."""

    act: str
    word: str
    asks: frozenset[str]
    reason: ReasonKind | None = None
    rests: str = ""


def buttons(row: Project, person: Person, *, now: datetime) -> tuple[Button, ...]:
    """The acts in the table's order, each once."""
    return tuple(_button(row, each, now) for each in _open(row, person, now=now) if each.act not in _ELSEWHERE and not _idle(row, each))


def promotion_buttons(row: Promotion, person: Person, *, now: datetime) -> tuple[Button, ...]:
    """The steps that stand open to somebody on a project in promotion, in the table's order."""
    known, held = life(row), set(roles_on(row, person, now=now))
    rows = [each for each in known.leaving(row.state) if held & set(each.roles)]
    return tuple(Button(each.act, said(known.acts[each.act]), frozenset(_PROMOTING[guard] for guard in each.guards)) for each in rows)


def may(row: Project, person: Person, act: str, *, now: datetime) -> bool:
    """Whether the person may do an act of the table now, as far as state and role go."""
    return any(each.act == act for each in _open(row, person, now=now))


def pressed(post: Mapping[str, str]) -> Pressed:
    """What a page posted. Raises NotAllowed where the post is not from the page, or too much was written."""
    revision, note = post.get("revision", ""), post.get("note", "").strip()
    if not (revision.isascii() and revision.isdecimal() and len(revision) < 10):
        raise NotAllowed(_("这次操作不完整，没有办。请刷新页面，再点一次。"))
    told = {name: post.get(name, "").replace("\0", "").strip() for name in _DETAILS}
    details = {name: each for name, each in told.items() if each}
    if len(note) > LONGEST or any(len(each) > LONGEST_LINE for each in details.values()):
        most = {"note": LONGEST, "line": LONGEST_LINE}
        raise NotAllowed(_("写得太长：说明最多 %(note)s 个字，其他每一格最多 %(line)s 个字。写的还在下面，请删短一些。") % most)
    reasons = (Reason(post["reason"], note),) if post.get("reason") else ()
    given: Facts = {"unchanged": True, "another_project": False, "incomplete": True, "rejections": 0, "filed_twice": True}
    return Pressed(post.get("act", ""), reasons, note, int(revision), given, details)


def _open(row: Project, person: Person, *, now: datetime) -> list[Transition]:
    """The rows of the table that somebody may take."""
    held = set(roles_on(row, person, now=now))
    return [each for each in life().leaving(row.state) if held & set(each.roles) and not barred(row, each.act, person, now=now)]


def _idle(row: Project, found: Transition) -> bool:
    """Whether there is nothing to do by it at all: nothing to look at."""
    return found.act == "look" and not row.to_look


def _button(row: Project, found: Transition, now: datetime) -> Button:
    known = life()
    asks = frozenset(_ASKED[each] for each in found.guards if each in _ASKED)
    unmet = [known.guards[each] for each in found.guards if each in _STANDING and not known.guards[each].holds(_facts(row, found, now))]
    rests = "" if not unmet else unmet[0].english if in_english() else unmet[0].sentence
    return Button(found.act, said(known.acts[found.act]), asks | ({"note"} if found.reason else set()), known.reasons.get(found.reason), rests)


def _facts(row: Project, found: Transition, now: datetime) -> Facts:
    look = Look(row, Pressed(found.act), now)
    return {life().guards[each].fact: FACTS[life().guards[each].fact](look) for each in found.guards if each in _STANDING}
