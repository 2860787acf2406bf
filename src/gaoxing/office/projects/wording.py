"""A project in plain words (项目的话): its state, what happened, how large a change was, where it stands, in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from gaoxing.casework.table import State
from gaoxing.catalogue import matter
from gaoxing.checks.projects.alteration import Difference, Weight
from gaoxing.checks.projects.due import Standing
from gaoxing.forms import Form
from gaoxing.forms.field import Field
from gaoxing.forms.written import amount_text, written
from gaoxing.office.language import in_english, said
from gaoxing.office.projects.firing import life, note_of
from gaoxing.office.projects.models import Project, Promotion
from gaoxing.standards import telephone

CONTACT = ("contact.name", "contact.mobile")
_MATTER = "project_filing"


@dataclass(frozen=True)
class Line:
    """One line of the story: what was done, in which role, when, the reasons in words, what was written, the day, month and sum named."""

    word: str
    role: str
    at: datetime
    reasons: tuple[str, ...] = ()
    note: str = ""
    told: str = ""


@dataclass(frozen=True)
class Changed:
    """A blank that differs, in words: label, before, after, how large that is by itself and why."""

    label: str
    old: str
    new: str
    weight: str
    why: str


@dataclass(frozen=True)
class Blank:
    """A blank that is filled: its label and value in words."""

    label: str
    text: str


def state_of(row: Project) -> State:
    """Its state."""
    return life().states[row.state]


def plainly(row: Project) -> str:
    """Its state as the enterprise reads it."""
    return state_of(row).plain_english if in_english() else state_of(row).plain


def states() -> tuple[tuple[str, str], ...]:
    """Every state a filed project may be in, in the language of the page."""
    return tuple((each.id, said(each)) for each in life().states.values() if each.id != life().initial)


def weights() -> dict[str, str]:
    """How large a change may be, in the language of the page."""
    return {Weight.MINOR: _("一般变更"), Weight.MAJOR: _("较大变更"), Weight.NEW_FILING: _("要重新备案")}


def standings() -> dict[str, str]:
    """Where a filing may stand before the two-year rule, as a sentence."""
    return {
        Standing.FRESH: _("备案还没有满两年。"),
        Standing.PROCEDURE: _("已经办了别的手续，不用说明。"),
        Standing.EXPLAINED: _("已经说明继续做。"),
        Standing.TO_EXPLAIN: _("备案满两年，没有开工也没有别的手续：请说明继续做，或者撤回备案。"),
    }


def money_words(sum_: Decimal | None, currency: str) -> str:
    """A sum as people read it; empty where there is none."""
    return "" if sum_ is None else amount_text(f"{sum_.normalize():f}", currency)


def blanks(form: Form, *, reaches: bool) -> tuple[Blank, ...]:
    """Every blank that is filled, in the order of the form; the contact's number whole only to whoever it belongs to."""
    told = [(each, form.value(each.id)) for each in matter(_MATTER).fields]
    return tuple(Blank(each.label, _text(each, value, form, reaches=reaches)) for each, value in told if value not in (None, ""))


def changed(found: tuple[Difference, ...], old: Form, new: Form, *, reaches: bool) -> tuple[Changed, ...]:
    """Every difference in words."""
    return tuple(
        Changed(each.label, _side(each.item, old, reaches=reaches), _side(each.item, new, reaches=reaches), weights()[each.weight], each.why) for each in found
    )


def story(row: Project, *, whole: bool) -> tuple[Line, ...]:
    """What happened, oldest first; `whole` with what the office found. Raises a Fault where a note does not open."""
    known = life()
    kinds = {choice.id: choice for kind in known.reasons.values() for choice in kind.choices}
    lines = []
    for event in row.events.order_by("number"):
        note, act, role = note_of(event), known.acts.get(event.act), known.roles.get(event.role)
        reasons = tuple(said(kinds[each["id"]]) for each in note.get("reasons", ()) if each["id"] in kinds)
        findings = tuple(str(each["message"]) for each in note.get("findings", ()) if each["level"] == "manual") if whole else ()
        told = "，".join(str(note[each]) for each in ("day", "month", "invested", "code") if note.get(each))
        words = said(act) if act else event.act
        lines.append(Line(words, said(role) if role else event.role, event.at, (*reasons, *findings), str(note.get("note", "")), told))
    return tuple(lines)


def promotion_story(row: Promotion) -> tuple[Line, ...]:
    """What happened to a project in promotion, oldest first. Raises a Fault where a note does not open."""
    known, lines = life(row), []
    for event in row.events.order_by("number"):
        note, act, role = note_of(event), known.acts.get(event.act), known.roles.get(event.role)
        told = "，".join(str(note[each]) for each in ("day", "month", "evidence", "invested", "investor") if note.get(each))
        lines.append(Line(said(act) if act else event.act, said(role) if role else event.role, event.at, (), str(note.get("note", "")), told))
    return tuple(lines)


def months(row: Project) -> tuple[tuple[date, str], ...]:
    """The investment done by month, in words."""
    return tuple((each.month, money_words(each.invested, "CNY")) for each in row.progress.all())


def _text(field: Field, value: object, form: Form, *, reaches: bool) -> str:
    text = written(field, value, form)
    return text if reaches or not field.private else telephone.mask(text)


def _side(item: str, form: Form, *, reaches: bool) -> str:
    known = {each.id: each for each in matter(_MATTER).fields}
    paths = CONTACT if item == "contact" else (item,)
    told = [_text(known[path], form.value(path), form, reaches=reaches) for path in paths if form.value(path) not in (None, "")]
    return " ".join(told) or "—"
