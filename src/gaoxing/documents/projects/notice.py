"""The notice of filing (企业投资项目备案通知书), issued at filing and anew after every change: 《企业投资项目核准和备案管理条例》第十三条、第十四条.

>>> from gaoxing.forms.form import Answer, Source
>>> form = Form("project_filing", "2017", {"enterprise": Answer("昆山示例有限公司", Source.TYPED)})
>>> made = filing_notice(form, (), Filing("高投备〔2026〕1号", "", date(2026, 11, 25)), issued=date(2026, 11, 25))
>>> made.title, made.values["blocks"][2]["runs"][0]["text"]
('企业投资项目备案通知书', '昆山示例有限公司')
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from gaoxing.documents import deed
from gaoxing.documents.document import Layout
from gaoxing.documents.particulars import Particulars, Row, Run
from gaoxing.documents.printable import printable
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Form
from gaoxing.forms.written import day, written
from gaoxing.standards import project_code
from gaoxing.standards.invalid import Invalid

WORDING = Path(__file__).with_name("filing_notice.toml")
AUTHORITY = "昆山高新区管理委员会"
LEFT_OUT = ("contact.name", "contact.mobile")
"""Blanks that a notice for others to see does not show."""


class Ending(StrEnum):
    """Why a notice is no longer valid (失效): the filing was withdrawn or removed, or a change has made another notice of it."""

    WITHDRAWN = "withdrawn"
    REMOVED = "removed"
    REPLACED = "replaced"


@dataclass(frozen=True)
class Filing:
    """A filing: its number, the project's code, the day it was filed and of the last change, where there was one; since when the notice is void, and why."""

    number: str
    code: str
    filed: date
    changed: date | None = None
    ended: date | None = None
    ending: Ending | None = None


def filing_notice(form: Form, fields: Sequence[Field], filing: Filing, *, issued: date, authority: str = AUTHORITY) -> Layout:
    """The notice for the project as its form stands now; `fields` are the blanks of the filing, in their order. One that is void says so first of all."""
    told = {
        "number": filing.number,
        "code": filing.code,
        "enterprise": printable(form.value("enterprise")),
        "filed": day(filing.filed.isoformat()),
        "issued": day(issued.isoformat()),
        "changed": day(filing.changed.isoformat()) if filing.changed else "",
        "authority": authority,
        "ended": day(filing.ended.isoformat()) if filing.ended else "",
        "void": "（已失效）" if filing.ending else "",
    }
    states = {"reissued": filing.changed is not None, "provisional": _provisional(filing.code), **{each.value: filing.ending is each for each in Ending}}
    particulars = Particulars({name: Run(text) for name, text in told.items()}, {"items": tuple(_items(form, fields))}, states)
    made = deed.compose(WORDING, particulars, issued)
    if made is None:
        raise ValueError("the notice of filing has no wording for this day")
    return made


def _items(form: Form, fields: Sequence[Field]) -> Iterator[Row]:
    """Every blank that was filled, with its label; people are not named."""
    shown = [each for each in fields if each.kind is not Kind.ROWS and each.id not in LEFT_OUT and form.value(each.id) not in (None, "")]
    for each in shown:
        yield {"label": Run(each.label), "text": Run(printable(written(each, form.value(each.id), form)), each.id)}


def _provisional(code: str) -> bool:
    try:
        return project_code.parse(code).provisional
    except Invalid:
        return False
