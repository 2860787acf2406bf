"""Taking figures in (数据进来): by hand, by words, out of a table. Nothing that stands is overwritten by words or a table: what differs is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from gaoxing.engines.cultivation_table import read as read_table
from gaoxing.forms import Answer, Form, Source
from gaoxing.forms.cultivation_said import form_of
from gaoxing.forms.register import plain_name
from gaoxing.forms.typing import Unfit
from gaoxing.office.cultivation.content import SAID, SHEET, TYPED, Content, Datum
from gaoxing.office.cultivation.keeping import FIRST_YEAR
from gaoxing.office.cultivation.keyed import UNTOLD, Keyed, apart, dated, merged, of_form, waiting
from gaoxing.office.cultivation.typed import Typed, read, told_year
from gaoxing.office.cultivation.wording import differs, field_of
from gaoxing.office.importing.sentences import sentence
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.speech.transcript import Transcript

LONGEST = 2_000
"""Characters of a statement."""

_LONGEST_PLACE = 4
"""Digits beyond which nothing is a reading's place."""

_WHOSE = ("enterprise", "uscc")
"""Whose figures they are stands fixed: words and tables do not change it."""


@dataclass(frozen=True)
class Whose:
    """Of which enterprise a table is to be: its name and its code, empty where it is not known."""

    enterprise: str
    uscc: str = ""


def by_hand(content: Content, given: Typed, by: Person, *, on: date) -> Content:
    """The figures with what was typed. The caller has looked whether something is wrong with it."""
    came = {key: Datum(TYPED, by.pk, on.isoformat()) for key in given.values}
    return content.with_keyed(content.keyed.with_values(given.values), came)


def by_words(content: Content, words: str, by: Person, *, on: date) -> Content:
    """The figures with what was said, each with its words; what cannot be taken is asked. Raises NotAllowed where nothing, or too much, was said."""
    text = words.strip()
    if not text or len(text) > LONGEST:
        raise NotAllowed(_("请说或者写出企业的数，最多 %(most)s 个字。") % {"most": LONGEST})
    form = form_of(Transcript.of(text), on).without(_WHOSE)
    if not form.answers and not form.asks:
        raise NotAllowed(_("这段话里没有听出企业的数。请说清是哪一年的什么数、多少，例如“2025年营收八千万元，职工一百一十人”。"))
    told = waiting(apart(content.keyed, of_form(form, differs)))
    came = {key: Datum(SAID, by.pk, on.isoformat(), "……".join(dict.fromkeys(one.words for one in each.evidence))) for key, each in told.answers.items()}
    return replace(_merged(content, told, came), said=text, told=())


def by_sheet(content: Content, table: bytes, whose: Whose, by: Person, *, units_checked: bool, on: date) -> Content:
    """The figures with those of a table; rows that cannot be taken are told.

    Raises Unreadable where it cannot be read at all or its units differ and nobody looked, NotAllowed where it is not of this one enterprise.
    """
    found = read_table(table, units_checked=units_checked)
    if len(found.enterprises) != 1:
        raise NotAllowed(_("这个表里有 %(count)s 家企业的数，这里只收一家的，一行也没有读。请只留这一家的行。") % {"count": len(found.enterprises)})
    [only] = found.enterprises
    if only.uscc and whose.uscc and only.uscc != whose.uscc:
        raise NotAllowed(_("这个表里写的统一社会信用代码是另一家企业的，一行也没有读。请核对是不是选错了文件。"))
    if only.enterprise and plain_name(only.enterprise) != plain_name(whose.enterprise):
        names = {"told": only.enterprise, "name": whose.enterprise}
        raise NotAllowed(
            _("这个表里写的企业名称是“%(told)s”，这里是“%(name)s”，一行也没有读。请核对是不是选错了文件；确实是同一家的，请把表里的名称改成一样。") % names
        )
    told = apart(content.keyed, of_form(only.form.without(_WHOSE), differs))
    came = {key: Datum(SHEET, by.pk, on.isoformat()) for key in told.answers}
    rows = (_("第%(row)s行：%(told)s") % {"row": row, "told": sentence(each)} for row, each in found.troubles)
    return replace(_merged(content, told, came), told=(*only.asked, *rows))


def settled(content: Content, key: str, chosen: str, text: str, by: Person, *, on: date) -> Content:
    """The figures with one question answered: by one of its readings (its place), or by what was written instead. Raises NotAllowed with a sentence."""
    ask = content.keyed.asks.get(key)
    field = field_of(key)
    if ask is None or field is None:
        raise NotAllowed(_("这个问题已经答过了。请看看下面现在的数。"))
    if text.strip():
        answer = _read(key, text)
    elif chosen.isascii() and chosen.isdecimal() and len(chosen) < _LONGEST_PLACE and int(chosen) < len(ask.readings):
        answer = Answer(ask.readings[int(chosen)], Source.TYPED, ask.evidence)
    else:
        raise NotAllowed(_("请选一个，或者把对的写在格子里。"))
    return content.with_keyed(content.keyed.with_values({key: answer}), {key: Datum(TYPED, by.pk, on.isoformat())})


def of_year(content: Content, row: str, year: str, by: Person, *, on: date) -> Content:
    """The figures of a row that had no year as those of one. Raises NotAllowed where it is none, or the row is gone."""
    if row not in content.keyed.years or not row.startswith(UNTOLD):
        raise NotAllowed(_("这几个数已经归到哪一年了。请看看下面现在的数。"))
    if (told := told_year(year, on)) is None:
        raise NotAllowed(_("请写是哪一年的数，四位数字，例如 2025，不能早于 %(first)s 年，也不能比今年晚。") % {"first": FIRST_YEAR})
    found = dated(content.keyed, row, told, differs)
    moved = {key.replace(f"@{row}", f"@{year}"): each for key, each in content.data.items() if key.endswith(f"@{row}")}
    return content.with_keyed(found, {**moved, f"year@{year}": Datum(TYPED, by.pk, on.isoformat())})


def dropped(content: Content, row: str) -> Content:
    """The figures without those of a row that has no year."""
    found = content.keyed
    ends = f"@{row}"
    if not row.startswith(UNTOLD):
        return content
    left = Keyed({k: v for k, v in found.answers.items() if not k.endswith(ends)}, {k: v for k, v in found.asks.items() if not k.endswith(ends)})
    return content.with_keyed(left, {})


def confirmed(content: Content, numbers: list[str]) -> Content:
    """The figures with these doubts (INP-…) looked at and right."""
    return replace(content, confirmed=tuple(sorted({*content.confirmed, *(each for each in numbers if each.startswith("INP-") and len(each) < 10)})))


def _merged(content: Content, told: Keyed, came: dict[str, Datum]) -> Content:
    return content.with_keyed(merged(content.keyed, told, differs), came)


def _read(key: str, text: str) -> Answer:
    field = field_of(key)
    if field is None:
        raise NotAllowed(_("没有这一栏。请刷新页面再试。"))
    try:
        return read(key, field, text)
    except Unfit as unfit:
        raise NotAllowed(unfit.sentence) from None


def empty(form: Form) -> bool:
    """Whether nothing was told yet but whose figures they are."""
    return not form.asks and not set(form.answers) - {*_WHOSE, "founded"}
