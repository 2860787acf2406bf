"""Figures in words (自评数据怎么写): a datum's label and value as people read and write them, where it came from, and what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_noop

from gaoxing.checks.assessment.verdict import Verdict
from gaoxing.forms import Answer, Form
from gaoxing.forms.cultivation import FIELDS, YEARS
from gaoxing.forms.field import Field, Kind, stored
from gaoxing.forms.shape import blank
from gaoxing.forms.written import amount_text, written
from gaoxing.office.cultivation.content import REGISTER, SAID, SHEET, Datum
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person

_NO_FORM = Form("", "")
_BRACKETED = "（人民币）"
_VERDICTS = {
    Verdict.MET: gettext_noop("满足"),
    Verdict.EXPERT: gettext_noop("需专家"),
    Verdict.MISSING: gettext_noop("缺数据"),
    Verdict.UNMET: gettext_noop("不满足"),
}
ICONS = {Verdict.MET: "free", Verdict.EXPERT: "manual", Verdict.MISSING: "inform", Verdict.UNMET: "reject"}
"""The picture beside each verdict, which is never told by colour alone."""


def verdict_word(verdict: Verdict | str) -> str:
    """A verdict in the language of the page."""
    return translated(_VERDICTS[Verdict(verdict)])


def slug(key: str) -> str:
    """An input as an element's id holds it.

    >>> slug("revenue@2025")
    'f-revenue-2025'
    """
    return "f-" + key.replace("@", "-").replace(".", "-").replace("?", "x")


def field_of(key: str) -> Field | None:
    """The blank of an input; None where there is none, or it is a list itself."""
    name, at, _year = key.partition("@")
    return next((each for each in YEARS.columns if each.id == name), None) if at else blank(FIELDS, key)


def label_of(key: str) -> str:
    """An input by its official label, with its year."""
    field, year = field_of(key), key.partition("@")[2]
    if field is None:
        return next((each.label for each in FIELDS if each.id == key), key)
    return f"{year}年{field.label}" if year.isdecimal() else field.label


def text_of(field: Field, value: Any) -> str:
    """A value as it is typed: choices as they are stored, all else in words that are read back to the same."""
    if value is None or value == "":
        return ""
    if field.kind in (Kind.CHOICE, Kind.BOOLEAN):
        return stored(value)
    if field.kind is Kind.CHOICES:
        return "、".join(map(str, value))
    if field.kind is Kind.MONEY and not isinstance(value, Mapping):
        return amount_text(str(value), "CNY")
    if field.kind in (Kind.DATE, Kind.INTEGER):
        return str(value)
    return written(field, value, _NO_FORM).replace(_BRACKETED, "")


def told_of(key: str, value: Any) -> str:
    """A value as it is read: choices by their label."""
    field = field_of(key)
    if field is None:
        return str(value)
    if field.choices:
        labels = dict(field.choices)
        return "、".join(labels.get(stored(each), str(each)) for each in (value if isinstance(value, (tuple, list)) else (value,)))
    return text_of(field, value)


def differs(key: str, standing: Answer, told: Answer) -> str:
    """What is asked where one figure stands and another was told."""
    words = {"label": label_of(key), "before": told_of(key, standing.value), "now": told_of(key, told.value)}
    return _("%(label)s：原来填的是%(before)s，这次说的是%(now)s，以哪个为准？") % words


def origins(data: Mapping[str, Datum]) -> dict[str, str]:
    """Of each datum where it came from, in a line."""
    names = {each.pk: name_of(each) for each in Person.objects.filter(pk__in={each.by for each in data.values()})}
    return {key: _origin(each, names) for key, each in data.items()}


def _origin(datum: Datum, names: Mapping[int, str]) -> str:
    day = f"{date.fromisoformat(datum.on):%Y-%m-%d}"
    told = {"who": names.get(datum.by, ""), "day": day, "words": datum.words}
    if datum.how == REGISTER:
        return _("%(day)s 照登记簿填") % told
    if datum.how == SAID:
        return _("%(who)s %(day)s 说的：“%(words)s”") % told
    return (_("%(who)s %(day)s 从表格读入") if datum.how == SHEET else _("%(who)s %(day)s 手填")) % told
