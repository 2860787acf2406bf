"""What stands beside a value on the sheet (栏目旁): a question with two readings, findings, and a hand that the words contradict."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from gaoxing.catalogue import Matter
from gaoxing.checks.rule import Finding, Level
from gaoxing.forms import Field, Form, Question
from gaoxing.forms.correction import Corrected
from gaoxing.forms.form import Ask
from gaoxing.office.frontdesk import wording
from gaoxing.office.frontdesk.masking import mask_numbers
from gaoxing.office.frontdesk.shown import value_text


@dataclass(frozen=True)
class Told:
    """A finding at its blank (审查意见): level, the word for it, what it is about (English pages only), and the message.

    `at` is empty where the message stands here; else it is the path of the blank where it stands.
    """

    level: Level
    word: str
    message: str
    about: str = ""
    at: str = ""


@dataclass(frozen=True)
class Reading:
    """One way to understand what was said: as a button shows it, and as JSON to be sent back."""

    text: str
    sent: str


@dataclass(frozen=True)
class Doubt:
    """A question that stands in a blank (待确认), with its readings."""

    question: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Clash:
    """What was filled in by hand, and what the words say now (手工填的与话里说的不一致)."""

    typed: str
    said: str


def level_word(level: Level) -> str:
    """How a finding's level is said (等级)."""
    return {Level.REJECT: _("必须改"), Level.MANUAL: _("人工核"), Level.WARN: _("请留意"), Level.INFORM: _("供您参考")}[level]


def findings_by_path(matter: Matter, findings: Iterable[Finding]) -> dict[str, tuple[Told, ...]]:
    """Every finding at the blank to mend first, whole; at the others that it concerns, in short. What only informs stands in no blank."""
    found: dict[str, tuple[Told, ...]] = {}
    for each in (each for each in findings if not each.informs):
        about, message = wording.finding(matter, each.rule), mask_numbers(each.message)
        for path in dict.fromkeys(each.fields):
            first = path == each.field
            told = Told(each.level, level_word(each.level), message if first else "", about if first else "", "" if first else each.field)
            found[path] = (*found.get(path, ()), told)
    return found


def doubts_by_path(matter: Matter, form: Form) -> dict[str, Doubt]:
    """The questions that stand in blanks, with each reading as the blank would show it."""
    return {ask.field: _doubt(matter, known, ask, form) for ask in form.asks if (known := matter.blank(ask.field, form)) is not None}


def clash(field: Field, path: str, form: Form, by_hand: Corrected | None) -> Clash | None:
    """Both sides, where the words behind a correction have changed since; a private value is masked."""
    if by_hand is None or path not in by_hand.clashing:
        return None
    typed, said = by_hand.placed[path].value, by_hand.clashing[path]
    return Clash(*(_("（空着）") if each is None else value_text(field, each, form) for each in (typed, said)))


def sent(value: Any) -> str:
    """A value as a button sends it: JSON."""
    return json.dumps(dict(value) if isinstance(value, Mapping) else value, ensure_ascii=False)


def _doubt(matter: Matter, field: Field, ask: Ask, form: Form) -> Doubt:
    readings = tuple(Reading(str(each) if field.private else value_text(field, each, form), sent(each)) for each in ask.readings)
    name = form.value(f"{ask.field.removesuffix(f'.{field.id}')}.name") or _("这一位")
    asked = Question(ask.field, (ask.question or field.question).replace("{name}", str(name)))
    return Doubt(wording.question(matter, form, asked).text, readings)
