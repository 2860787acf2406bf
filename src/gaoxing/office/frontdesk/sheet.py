"""The form as a sheet of paper (表样): every blank with its official label, in the order of the form, filled or still empty."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from gaoxing.catalogue import Matter
from gaoxing.facts.fact import Certainty
from gaoxing.forms import Answer, Field, Form, Kind, Source
from gaoxing.office.frontdesk.shown import value_text

_TICKED = 4
"""A choice of so few is printed as tick boxes."""


@dataclass(frozen=True)
class Tick:
    """One box of a choice (勾选框)."""

    label: str
    ticked: bool


@dataclass(frozen=True)
class Blank:
    """One blank (栏目) as shown: `note` says where a value came from if it was not simply said; `fresh` that it was filled just now."""

    path: str
    label: str
    text: str = ""
    ticks: tuple[Tick, ...] = ()
    required: bool = False
    note: str = ""
    fresh: bool = False
    wide: bool = False


@dataclass(frozen=True)
class Row:
    """One entry of a list (一行): its heading and blanks."""

    path: str
    heading: str
    blanks: tuple[Blank, ...]


@dataclass(frozen=True)
class Section:
    """A part of the sheet: single blanks, or the rows of one list."""

    title: str
    path: str = ""
    blanks: tuple[Blank, ...] = ()
    rows: tuple[Row, ...] = ()


def sections(matter: Matter, form: Form, fresh: Collection[str]) -> tuple[Section, ...]:
    """The whole sheet. `fresh` names the paths filled since the page was last shown."""
    single = _paired(_blank(each, each.id, form, fresh) for each in matter.fields if _stands(each, form))
    lists = [each for each in matter.fields if each.kind is Kind.ROWS and each.wanted(form)]
    return Section(_("基本信息"), blanks=single), *(Section(each.label, each.id, rows=tuple(_rows(each, form, fresh))) for each in lists)


def filled(matter: Matter, form: Form) -> dict[str, str]:
    """Path to label of every blank that holds a value and is shown; rows say whose."""
    return {path: label_at(matter, form, path) for path in form.answers}


def label_at(matter: Matter, form: Form, path: str) -> str:
    """The official label at a path, with the name of the row's person before it where there is one."""
    try:
        label = matter.field(path).label
    except KeyError:
        return path
    head, *rest = path.split(".")
    if not rest or not rest[0].isdecimal():
        return label
    name = form.value(f"{head}.{rest[0]}.name") if rest[-1] != "name" else None
    called = name or _("第%(number)s位") % {"number": int(rest[0]) + 1}
    return _("%(name)s的%(label)s") % {"name": called, "label": label}


def _stands(field: Field, form: Form) -> bool:
    return field.kind is not Kind.ROWS and (field.wanted(form) or field.id in form.answers)


def _rows(field: Field, form: Form, fresh: Collection[str]) -> Iterator[Row]:
    wanted = _wanted_columns(field, form)
    for number, entry in enumerate(form.rows(field.id)):
        prefix = f"{field.id}.{number}"
        columns = [each for each in field.columns if f"{prefix}.{each.id}" in form.answers or each.id in wanted[number]]
        blanks = (_blank(each, f"{prefix}.{each.id}", form, fresh) for each in columns)
        yield Row(prefix, str(entry.get("name", _("姓名待填"))), _paired(blanks))


def _wanted_columns(field: Field, form: Form) -> list[set[str]]:
    """Which required columns each row needs: a row is judged as a form of its own."""
    needed = []
    for number in range(len(form.rows(field.id))):
        start = f"{field.id}.{number}."
        own = Form(form.matter, form.edition, {path.removeprefix(start): answer for path, answer in form.answers.items() if path.startswith(start)})
        needed.append({each.id for each in field.columns if each.required and each.wanted(own)})
    return needed


def _blank(field: Field, path: str, form: Form, fresh: Collection[str]) -> Blank:
    answer = form.answers.get(path)
    boxed = field.kind in {Kind.CHOICE, Kind.CHOICES} and 0 < len(field.choices) <= _TICKED
    return Blank(
        path,
        field.label,
        "" if answer is None else value_text(field, answer.value, form),
        _ticks(field, answer) if boxed else (),
        field.required and answer is None,
        "" if answer is None else _note(answer),
        path in fresh,
        field.kind in {Kind.SCOPE, Kind.ADDRESS, Kind.TEXTS} or boxed,
    )


def _paired(blanks: Iterable[Blank]) -> tuple[Blank, ...]:
    """Two narrow blanks share a line; one that is left alone takes the whole."""
    laid: list[Blank] = []
    alone = False
    for blank in blanks:
        if blank.wide and alone:
            laid[-1] = replace(laid[-1], wide=True)
        laid.append(blank)
        alone = not blank.wide and not alone
    if alone:
        laid[-1] = replace(laid[-1], wide=True)
    return tuple(laid)


def _ticks(field: Field, answer: Answer | None) -> tuple[Tick, ...]:
    value = () if answer is None else answer.value
    chosen = {str(each) for each in value} if isinstance(value, tuple) else {str(value)}
    return tuple(Tick(label, stored in chosen) for stored, label in field.choices)


def _note(answer: Answer) -> str:
    if answer.certainty is Certainty.LIKELY:
        return _("请核对")
    return _("推算") if answer.source is Source.DERIVED else ""
