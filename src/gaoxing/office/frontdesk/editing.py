"""The editor of one blank (改一栏): what it shows, and what it sends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gaoxing.catalogue import matter
from gaoxing.forms import Kind
from gaoxing.forms.correction import whole_row
from gaoxing.forms.field import stored as stored_as
from gaoxing.forms.typing import LONGEST, WRITE, kind_at
from gaoxing.office.frontdesk.corrections import Place, current
from gaoxing.office.frontdesk.masking import mask
from gaoxing.office.frontdesk.sheet import label_at
from gaoxing.office.frontdesk.shown import typed_text, value_text
from gaoxing.office.frontdesk.wording import spoken, writing

LISTS = {Kind.SCOPE, Kind.TEXTS}
LONGEST_PATH, LONGEST_ROW = 120, 200
_TOO_LONG = gettext_lazy("一栏最多写 2000 个字，这一段太长，没有保存。请删短一些。")


class BlankForm(forms.Form):
    """One blank as it is sent: where it is, whose row, and what was typed, chosen or asked for."""

    path = forms.RegexField(r"^[a-z_0-9.*]+$", max_length=LONGEST_PATH)
    row = forms.CharField(required=False, max_length=LONGEST_ROW)
    text = forms.CharField(required=False, strip=False, max_length=LONGEST, error_messages={"max_length": _TOO_LONG})
    reading = forms.CharField(required=False, max_length=LONGEST, error_messages={"max_length": _TOO_LONG})
    empty = forms.BooleanField(required=False)
    keep = forms.BooleanField(required=False)

    def clean_text(self) -> str:
        """The text with line feeds as its only line ends."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True)
class Choice:
    """One of the choices: as stored, as shown, and whether it is taken."""

    stored: str
    label: str
    taken: bool


@dataclass(frozen=True)
class Editor:
    """The editor as shown. `shape` is `one`, `many`, `lines` or `line`; `said` what the words give where a hand set it right (`corrected`)."""

    path: str
    row: str
    label: str
    shape: str
    text: str
    choices: tuple[Choice, ...]
    hint: str
    example: str
    filled: bool
    corrected: bool
    said: str
    error: str = ""

    @property
    def slug(self) -> str:
        """The path as an element's id may hold it."""
        return self.path.replace(".", "-")


def editor(at: Place, *, text: str | None = None, taken: tuple[str, ...] | None = None, error: str = "") -> Editor:
    """The editor of this blank, filled with what stands there, or with what was just sent and not taken (`text`, `taken`) and why (`error`)."""
    field, value = at.field, current(at)
    stored = (tuple(value) if isinstance(value, list | tuple) else () if value is None else (stored_as(value),)) if taken is None else taken
    named = spoken(at.taken.matter) if at.taken.matter else None
    shown = named.field(at.path).at(at.path, at.form) if named else field
    correction = at.placed
    return Editor(
        at.path,
        at.row,
        label_at(named, at.form, at.path) if named else field.label,
        _shape(field.kind),
        typed_text(field, value, at.form) if text is None else text,
        tuple(Choice(each, label, each in stored) for each, label in shown.choices if field.kind is not Kind.OPEN_CHOICE),
        _hint(at),
        shown.example,
        value is not None,
        correction is not None and not whole_row(correction),
        _said(at),
        error,
    )


def _shape(kind: Kind) -> str:
    return {Kind.CHOICE: "one", Kind.BOOLEAN: "one", Kind.CHOICES: "many", Kind.SCOPE: "lines", Kind.TEXTS: "lines"}.get(kind, "line")


def _hint(at: Place) -> str:
    """How to write it."""
    if at.field.kind in LISTS:
        return _("一项写一行。")
    kind = kind_at(at.field, at.path)
    told: Mapping[str, str] = {} if at.field.choices else WRITE
    return writing(matter(at.form.matter), kind, told.get(kind, ""))


def _said(at: Place) -> str:
    if at.said is None:
        return ""
    text = value_text(at.field, at.said, at.form)
    return mask(str(at.said)) if at.field.private else text
