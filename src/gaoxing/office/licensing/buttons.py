"""The acts that stand open to somebody on a licence (证照按钮), each with the kind of reason it demands and why it rests where a guard does not hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from gaoxing.casework.acting import Choice, Reason, choices
from gaoxing.casework.table import ReasonKind
from gaoxing.casework.tables import table
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.language import in_english, said
from gaoxing.office.licensing import clocking, registering
from gaoxing.office.licensing.item_facts import Look, facts
from gaoxing.office.licensing.item_roles import roles_on
from gaoxing.office.licensing.models import Item
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

GRANTS = frozenset({"grant", "grant_by_commitment"})
HIDDEN = frozenset({"withdraw"})
FOR_GOOD = frozenset({"extendable", "by_commitment", "check_due", "hearing_known"})
"""Guards that nothing done later on this licence fulfils: an act that rests on one is not shown."""

MOST_REASONS, LONGEST = 20, 500


@dataclass(frozen=True)
class Button:
    """An act: its word, the kind of reason it demands, whether it asks for a certificate's number, and why it rests."""

    act: str
    word: str
    reason: ReasonKind | None
    grants: bool
    rests: tuple[str, ...]


def buttons(item: Item, person: Person, *, now: datetime) -> tuple[Button, ...]:
    """The acts in the table's order, each once; what rests for good (an extension that the law does not give) is not shown."""
    rows = table(clocking.TABLE)
    found: dict[str, Button] = {}
    known = facts(Look(item, person, now), rows.facts(item.state))
    for role in roles_on(item, person, now=now):
        for choice in choices(rows, item.state, known, role):
            if choice.act.id not in HIDDEN and not _never(choice):
                found.setdefault(choice.act.id, _button(choice, rows.reasons.get(choice.transition.reason)))
    return tuple(found.values())


def pressed(post: Mapping[str, Any], reasons: list[tuple[str, str, str]]) -> Pressed:
    """What a page posted: `act`, `revision`, `note`, and with a grant what `_of_the_grant` reads. Raises NotAllowed where the post is not from the page."""
    revision = str(post.get("revision", ""))
    if not (revision.isascii() and revision.isdecimal() and len(revision) < 12):
        raise NotAllowed(_("这次操作不完整，没有办。请刷新页面再试。"))
    act, typed = str(post.get("act", "")), tuple(Reason(kind, words.strip()[:LONGEST], about) for kind, words, about in reasons[:MOST_REASONS] if kind)
    details = _of_the_grant(post) if act in GRANTS else {}
    return Pressed(act, reasons=typed, note=str(post.get("note", "")).strip(), revision=int(revision), details=details)


def _of_the_grant(post: Mapping[str, Any]) -> dict[str, Any]:
    """The certificate's number, until when it is valid, and what a business licence says besides."""
    lines = {name: str(post.get(name, "")).strip()[: registering.LONGEST] for name in registering.LINES}
    dated = {"number": str(post.get("number", "")).strip(), "valid_until": _day(str(post.get("valid_until", "")))}
    return {**dated, **{name: text for name, text in lines.items() if text}}


def _day(text: str) -> str | None:
    """A day as ISO; None where nothing was written. Raises NotAllowed for what is no day."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise NotAllowed(_("有效期要写成 2031-11-25 这样的日期，长期有效就空着。")) from None


def _never(choice: Choice) -> bool:
    return any(each.id in FOR_GOOD for each in choice.unmet)


def _button(choice: Choice, reason: ReasonKind | None) -> Button:
    english = in_english()
    rests = tuple(each.english if english else each.sentence for each in choice.unmet)
    return Button(choice.act.id, said(choice.act), reason, choice.act.id in GRANTS, rests)
