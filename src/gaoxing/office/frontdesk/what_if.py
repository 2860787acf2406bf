"""What becomes of a joint draft when answers change (如果改了回答): read from the page, looked at, and only on 就这样改 laid on the draft, as one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from gaoxing.catalogue import matter
from gaoxing.checks.rule import Finding, Level
from gaoxing.facts.fact import Value
from gaoxing.forms import Field, Form
from gaoxing.forms.correction import Correction
from gaoxing.forms.field import stored
from gaoxing.forms.typing import Unfit, typed_value
from gaoxing.intake import review
from gaoxing.office.cases.models import Step
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk import actions, corrections, wording
from gaoxing.office.frontdesk.actions import Hand
from gaoxing.office.frontdesk.beside import level_word
from gaoxing.office.frontdesk.queries import Shown
from gaoxing.office.frontdesk.sheet import label_at
from gaoxing.office.frontdesk.shown import typed_text, value_text
from gaoxing.office.licensing import local
from gaoxing.office.projects.policies import given_for
from gaoxing.office.refusal import NotAllowed

NOTHING = "none"
"""What a choice sends for «还没说»."""


@dataclass(frozen=True)
class Line:
    """An answer that can be tried otherwise: its blank, what stands there, what was typed, and why that was not taken."""

    path: str
    label: str
    question: str
    choices: tuple[tuple[str, str], ...]
    stands: str
    text: str
    then: str = ""
    error: str = ""
    changed: bool = False

    @property
    def slug(self) -> str:
        """The path as an element's id may hold it."""
        return self.path.replace(".", "-")


@dataclass(frozen=True)
class Tried:
    """The page: every answer that can change, those that would (`change`), what comes of it (`told`; None where nothing changes or a rule forbids it),
    and what the rules say of it that they do not say now.
    """

    lines: tuple[Line, ...]
    change: Mapping[str, Value | None]
    told: Mapping[str, Any] | None
    findings: tuple[Shown, ...]

    @property
    def wrong(self) -> bool:
        """Whether something typed does not fit its blank, or cannot be so by a rule: nothing is compared, nothing can be kept."""
        return any(each.error for each in self.lines) or any(each.level is Level.REJECT for each in self.findings)

    @property
    def changes(self) -> tuple[Line, ...]:
        """The lines that would change."""
        return tuple(each for each in self.lines if each.changed)


def tried(form: Form, sent: Mapping[str, str], *, on: date) -> Tried:
    """What the answers sent by path would change; a path that was not sent stays as it is."""
    joint, given = local.joint(), local.given()
    blanks = [path for path in joint.changeable(form, on, **given) if matter(form.matter).blank(path) is not None]
    found = [_line(form, path, sent.get(path)) for path in blanks]
    lines = tuple(line for line, _value in found)
    change = {line.path: value for line, value in found if line.changed}
    told = tuple(findings(joint.changed_form(form, change), on, beside=form)) if change else ()
    looked_at = Tried(lines, change, None, told)
    return looked_at if looked_at.wrong or not change else replace(looked_at, told=joint.changed(form, change, on, **given))


def keep(hand: Hand, change: Mapping[str, Value | None], *, now: datetime) -> None:
    """Lay the changes on the draft in hand as corrections, one step of its history. Raises like `actions.take_step`."""
    made = [_correction(hand, path, value, now) for path, value in change.items()]

    def edit(words: Words) -> Words:
        for each in made:
            words = words.correct(each)
        return words

    actions.take_step(hand, edit, act=Step.Act.CORRECT, now=now)


def findings(form: Form, on: date, *, beside: Form | None = None) -> list[Shown]:
    """What the rules say of the form, and do not say of the one `beside`; on what cannot be first."""
    then, now = _judged(form, on), _judged(beside, on) if beside else ()
    return [_shown(each, form) for each in sorted((each for each in then if each not in now), key=lambda each: list(Level).index(each.level))]


def _correction(hand: Hand, path: str, value: Value | None, now: datetime) -> Correction:
    at = corrections.place(hand.reference, path, now=now)
    if at is None:
        raise NotAllowed(_("这份草稿在别处改过，已经没有这一栏了，没有改。请回到计划再看一看。"))
    return corrections.correction(at, value, hand)


def _line(form: Form, path: str, sent: str | None) -> tuple[Line, Value | None]:
    """The line of a blank, and the value that it would have."""
    field, value = matter(form.matter).field(path), form.value(path)
    named = wording.spoken(matter(form.matter))
    shown = named.field(path)
    choices = (*shown.choices, (NOTHING, str(_("还没说"))))
    current = (stored(value) if value is not None else NOTHING) if field.choices else typed_text(field, value, form)
    line = Line(path, label_at(named, form, path), shown.question, choices if field.choices else (), _told(shown, value, form), current)
    if sent is None or sent.strip() == current:
        return line, value
    try:
        new = _read(field, sent, path)
    except Unfit as trouble:
        return replace(line, text=sent, error=wording.unfit(trouble.sentence)), value
    return replace(line, text=sent, then=_told(shown, new, form), changed=new != value), new


def _read(field: Field, sent: str, path: str) -> Value | None:
    """What was sent; None where it is taken back. Raises Unfit."""
    return None if not sent.strip() or (field.choices and sent == NOTHING) else typed_value(field, sent, path)


def _told(field: Field, value: Value | None, form: Form) -> str:
    return value_text(field, value, form) if value is not None else str(_("还没说"))


def _judged(form: Form, on: date) -> tuple[Finding, ...]:
    settle = matter(form.matter).settle
    return review(settle(form) if settle else form, on=on, given=given_for(form.matter)).findings


def _shown(finding: Finding, form: Form) -> Shown:
    chosen, path = matter(form.matter), finding.field
    label = label_at(wording.spoken(chosen), form, path) if path else ""
    return Shown(finding.level, level_word(finding.level), finding.message, finding.basis, path, label, wording.finding(chosen, finding.rule))
