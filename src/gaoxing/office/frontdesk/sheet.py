"""The form as a sheet of paper (表样): every blank with its official label, in the order of the form, filled or still empty, each open to correction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from gaoxing.catalogue import Matter
from gaoxing.checks.rule import Finding, Level
from gaoxing.forms import Answer, Field, Form, Kind, Source
from gaoxing.forms.correction import Corrected, next_row, row_names, whole_row
from gaoxing.forms.correction import rows as row_paths
from gaoxing.forms.field import stored
from gaoxing.forms.parties import Party, parties
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk.beside import Clash, Doubt, Told, clash, doubts_by_path, findings_by_path
from gaoxing.office.frontdesk.name_shown import NameShown
from gaoxing.office.frontdesk.origin import note
from gaoxing.office.frontdesk.shown import value_text

_TICKED = 4
"""A choice of so few is printed as tick boxes."""

_UNFOLDED = 8
"""So many rows of a list stand open; the rest fold up, one line each."""


_NARROW = 18
"""Characters of a value that half a line holds; a longer one takes the whole line."""


@dataclass(frozen=True)
class Tick:
    """One box of a choice (勾选框)."""

    label: str
    ticked: bool


@dataclass(frozen=True)
class Blank:
    """One blank (栏目) as shown: `note` says where a value came from if it was not simply said; `fresh` that it was filled just now.

    `source` is the kind of origin for the sign's look; `hue` the tint of the words it came from, or None; `row` the name of its row for corrections;
    `name` the judgement of an enterprise's name; `private` that the text is masked.
    """

    path: str
    label: str
    text: str = ""
    ticks: tuple[Tick, ...] = ()
    required: bool = False
    note: str = ""
    fresh: bool = False
    wide: bool = False
    source: str = ""
    hue: int | None = None
    row: str = ""
    doubt: Doubt | None = None
    findings: tuple[Told, ...] = ()
    clash: Clash | None = None
    name: NameShown | None = None
    private: bool = False

    @property
    def troubled(self) -> bool:
        """Whether something beside the value wants to be seen."""
        return bool(self.doubt or self.clash or self.findings or self.name)


@dataclass(frozen=True)
class Row:
    """One entry of a list (一行): its heading, its name for corrections, its blanks, and the blanks that may be filled besides."""

    path: str
    heading: str
    blanks: tuple[Blank, ...]
    name: str = ""
    further: tuple[Blank, ...] = ()
    findings: tuple[Told, ...] = ()
    folded: bool = False

    @property
    def open(self) -> bool:
        """Whether a folded row opens by itself: something in it was filled just now or must be mended."""
        rejected = any(told.level is Level.REJECT and not told.at for blank in self.blanks for told in blank.findings)
        return rejected or any(blank.fresh or blank.doubt or blank.clash for blank in self.blanks)

    @property
    def bare(self) -> bool:
        """Whether nothing but a name stands in it yet."""
        return len(self.blanks) == 1


@dataclass(frozen=True)
class Adrift:
    """A correction that stands nowhere (无处可放的更正): its person is no longer in the words, or a row was taken out. `place` takes it back."""

    label: str
    text: str
    place: tuple[str, str]


@dataclass(frozen=True)
class Section:
    """A part of the sheet: single blanks, or the rows of one list.

    `head` is the column that a list's rows are known by, `people` whether that is a name.
    `following` names the row that may be added next; `removed` the rows taken out by hand; `adrift`, in the first section, corrections without a place.
    """

    title: str
    path: str = ""
    blanks: tuple[Blank, ...] = ()
    rows: tuple[Row, ...] = ()
    findings: tuple[Told, ...] = ()
    following: str = ""
    people: bool = True
    head: Field | None = None
    removed: tuple[Adrift, ...] = ()
    adrift: tuple[Adrift, ...] = ()

    @property
    def folded(self) -> int:
        """How many rows are folded up."""
        return sum(row.folded for row in self.rows)


@dataclass(frozen=True)
class _Sheet:
    """All that the blanks are made from."""

    matter: Matter
    form: Form
    fresh: Collection[str]
    words: Words
    by_hand: Corrected | None
    hues: Mapping[str, int]
    findings: Mapping[str, tuple[Told, ...]]
    doubts: Mapping[str, Doubt]
    names: Mapping[str, NameShown] = field(default_factory=dict)


def sections(
    matter: Matter,
    form: Form,
    fresh: Collection[str],
    *,
    words: Words | None = None,
    by_hand: Corrected | None = None,
    findings: Sequence[Finding] = (),
    hues: Mapping[str, int] | None = None,
    names: Mapping[str, NameShown] | None = None,
) -> tuple[Section, ...]:
    """The whole sheet. `fresh` names the paths filled since the page was last shown.

    `words`, what became of the corrections (`Taken.by_hand`), the findings, the tint of each path (`marks.hues`), and the judged names by
    path show beside the values.
    """
    told, doubts = findings_by_path(matter, findings), doubts_by_path(matter, form)
    sheet = _Sheet(matter, form, fresh, words or Words(), by_hand, hues or {}, told, doubts, names or {})
    single = _paired(_blank(sheet, each, each.id) for each in matter.fields if _stands(each, form))
    lists = [each for each in matter.fields if each.kind is Kind.ROWS and (each.wanted(form) or parties(form, each.id))]
    return Section(_("基本信息"), blanks=single, adrift=_adrift(sheet)), *(_listed(sheet, each) for each in lists)


def filled(matter: Matter, form: Form) -> dict[str, str]:
    """Path to label of every blank that holds a value and is shown; rows say whose."""
    return {path: label_at(matter, form, path) for path in form.answers}


def label_at(matter: Matter, form: Form, path: str) -> str:
    """The official label at a path, with the name of the row's person before it where there is one."""
    known = matter.blank(path)
    if known is None:
        return path
    head, *rest = path.split(".")
    if not rest or not rest[0].isdecimal():
        return known.label
    name = form.value(f"{head}.{rest[0]}.name") if rest[-1] != "name" else None
    called = name or (_("第%(number)s位") if matter.field(head).lists_people else _("第%(number)s项")) % {"number": int(rest[0]) + 1}
    return _("%(name)s的%(label)s") % {"name": called, "label": known.label}


def _stands(field: Field, form: Form) -> bool:
    return field.kind is not Kind.ROWS and (field.wanted(form) or field.id in form.answers)


def _listed(sheet: _Sheet, field: Field) -> Section:
    found = parties(sheet.form, field.id)
    corrections = sheet.words.corrections
    names = row_paths(sheet.by_hand.heard, corrections, field.id) if sheet.by_hand else row_names(sheet.form, field.id)
    listed = tuple(_row(sheet, field, each, names.get(each.path, ""), folded=place >= _UNFOLDED) for place, each in enumerate(found))
    return Section(
        field.label,
        field.id,
        (),
        listed,
        sheet.findings.get(field.id, ()),
        next_row(corrections, field.id),
        field.lists_people,
        field.head,
        _removed(sheet, field),
    )


def _row(sheet: _Sheet, field: Field, party: Party, name: str, *, folded: bool) -> Row:
    own = Form(sheet.form.matter, sheet.form.edition, {column: Answer(value, Source.SAID) for column, value in party.answers.items()})
    stands = [each for each in field.columns if _in_row(sheet, each, party, own)]
    further = tuple(Blank(party.at(each.id), each.label, row=name) for each in field.columns if each not in stands)
    blanks = _paired(replace(_blank(sheet, each, party.at(each.id)), row=name) for each in stands)
    return Row(party.path, _heading(field, party), blanks, name, further, sheet.findings.get(party.path, ()), folded)


def _heading(field: Field, party: Party) -> str:
    """What the row is headed by: the name, or the official word of what it is about."""
    known = party.text(field.head.id)
    return field.head.label_of(known) if known else _("姓名待填") if field.lists_people else _("待填")


def _in_row(sheet: _Sheet, column: Field, party: Party, own: Form) -> bool:
    """What is filled, asked or found there, and what this party needs: a row is judged as a form of its own."""
    path = party.at(column.id)
    known = path in sheet.form.answers or path in sheet.doubts or path in sheet.findings or (sheet.by_hand is not None and path in sheet.by_hand.placed)
    return known or (column.required and column.wanted(own))


def _blank(sheet: _Sheet, column: Field, path: str) -> Blank:
    field = column.at(path, sheet.form)
    answer = sheet.form.answers.get(path)
    boxed = field.kind in {Kind.CHOICE, Kind.CHOICES, Kind.BOOLEAN} and 0 < len(field.choices) <= _TICKED
    blank = Blank(
        path,
        field.label,
        "" if answer is None else value_text(field, answer.value, sheet.form),
        _ticks(field, answer) if boxed else (),
        field.required and answer is None,
        _note(sheet, field, path),
        path in sheet.fresh,
        field.kind in {Kind.SCOPE, Kind.ADDRESS, Kind.TEXTS} or boxed,
        _source(sheet, path, answer),
        sheet.hues.get(path),
        doubt=sheet.doubts.get(path),
        findings=sheet.findings.get(path, ()),
        clash=clash(field, path, sheet.form, sheet.by_hand),
        name=sheet.names.get(path),
        private=field.private and answer is not None,
    )
    return replace(blank, wide=blank.wide or blank.troubled or len(blank.text) > _NARROW)


def _note(sheet: _Sheet, field: Field, path: str) -> str:
    if path not in sheet.form.answers and sheet.by_hand is not None and path in sheet.by_hand.placed:
        return _("手工清空")
    if sheet.by_hand is not None and path in sheet.by_hand.overruled:
        former = sheet.by_hand.overruled[path].value
        return _("按后来说的填；先前手工填的是“%(value)s”") % {"value": _("（空着）") if former is None else value_text(field, former, sheet.form)}
    return note(sheet.form, path, sheet.words, sheet.by_hand, private=field.private)


def _source(sheet: _Sheet, path: str, answer: Answer | None) -> str:
    """How the value's sign looks: `typed`, `derived`, or `said`."""
    emptied = answer is None and sheet.by_hand is not None and path in sheet.by_hand.placed
    return "typed" if emptied else "" if answer is None else str(answer.source)


def _removed(sheet: _Sheet, field: Field) -> tuple[Adrift, ...]:
    placed = sheet.by_hand.placed.values() if sheet.by_hand else ()
    gone = [each for each in placed if whole_row(each) and each.value is None and each.path.split(".")[0] == field.id]
    return tuple(Adrift(_called(sheet, each.row, field.id), "", each.place) for each in gone)


def _called(sheet: _Sheet, row: str, prefix: str) -> str:
    """How a row's name is said: as it was corrected by hand where the words have none."""
    head = sheet.matter.field(prefix).head
    named = next((str(each.value) for each in sheet.words.corrections if each.place == (f"{prefix}.*.{head.id}", row) and each.value), "")
    return head.label_of(named or row.partition("#")[0].strip("+0123456789")) or _("没有名字的一位")


def _adrift(sheet: _Sheet) -> tuple[Adrift, ...]:
    """Corrections whose person is no longer in the words."""
    found = []
    for each in sheet.by_hand.homeless if sheet.by_hand else ():
        prefix, known = each.path.split(".")[0], sheet.matter.blank(each.path.replace("*", "0"), sheet.form)
        owner = _called(sheet, each.row, prefix)
        text = value_text(known, each.value, sheet.form) if known is not None and each.value is not None and not whole_row(each) else ""
        label = _("删去这一行") if whole_row(each) else known.label if known else each.path
        found.append(Adrift(f"{owner}{_('：')}{label}", text, each.place))
    return tuple(found)


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
    chosen = {str(each) for each in value} if isinstance(value, tuple) else {stored(value)}
    return tuple(Tick(label, choice in chosen) for choice, label in field.choices)
