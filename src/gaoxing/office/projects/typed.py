"""A change typed into the blanks of what is filed (变更表): every blank as text beside what stands, read by its kind; what is left as it is stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gaoxing.catalogue import matter
from gaoxing.facts.fact import Value
from gaoxing.forms import Answer, Form, Source
from gaoxing.forms.field import Field, Kind
from gaoxing.forms.typing import Unfit, typed_value
from gaoxing.forms.written import written
from gaoxing.standards import telephone
from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_words import half_width

_MATTER = "project_filing"
_FIXED = frozenset({"policy_conformity"})
"""What is declared anew by sending the change, never typed."""

_BRACKETED = "（人民币）"
_UNITLESS = expression(r"[0-9][0-9,. ]*", re.ASCII)
"""A sum that is figures alone: it could be 元 or 万元, and no form of a project is so sure as to guess."""


@dataclass(frozen=True)
class Blank:
    """A blank of the change: its field, the text that stands in it now, and what is wrong with what was typed."""

    field: Field
    text: str
    wrong: str = ""

    @property
    def slug(self) -> str:
        """The blank's path as an element's id may hold it."""
        return self.field.id.replace(".", "-")

    @property
    def chosen(self) -> bool:
        """Whether it is chosen from a list."""
        return self.field.kind is Kind.CHOICE


@dataclass(frozen=True)
class Typed:
    """What was typed: the form as it would be filed, and every blank with its text; `wrong` where one of them cannot be read."""

    form: Form
    blanks: tuple[Blank, ...]

    @property
    def wrong(self) -> tuple[str, ...]:
        """What is wrong, a sentence each."""
        return tuple(each.wrong for each in self.blanks if each.wrong)


def standing(form: Form, *, reaches: bool = True) -> Typed:
    """The blanks as they stand; `reaches`: whether the contact's number is shown whole."""
    return Typed(form, tuple(Blank(each, text_of(each, form, reaches=reaches)) for each in fields()))


def typed(form: Form, post: Mapping[str, str], *, reaches: bool = True) -> Typed:
    """The blanks as they were typed; one that still says what stands is not read again, and an empty one is emptied."""
    answers, gone, blanks = {}, [], []
    for each in fields():
        stands = text_of(each, form, reaches=reaches)
        text = post.get(each.id, stands).strip()
        wrong = ""
        if text != stands:
            try:
                if text:
                    answers[each.id] = Answer(_read(each, text), Source.TYPED)
                else:
                    gone.append(each.id)
            except Unfit as unfit:
                wrong = unfit.sentence
        blanks.append(Blank(each, text, wrong))
    return Typed(form.without(gone).with_answers(answers), tuple(blanks))


def fields() -> tuple[Field, ...]:
    """The blanks that a change may touch."""
    return tuple(_changeable())


def text_of(field: Field, form: Form, *, reaches: bool = True) -> str:
    """A blank as it is typed: a choice by its stored value, all else in words that are read back to the same; a number that is not theirs to see, masked."""
    value = form.value(field.id)
    if value is None:
        return ""
    text = str(value) if field.kind is Kind.CHOICE else written(field, value, form).replace(_BRACKETED, "")
    return text if reaches or not field.private else telephone.mask(text)


def _read(field: Field, text: str) -> Value:
    """What was typed, by the kind of its blank. Raises Unfit with a sentence, for a sum of figures alone too."""
    if field.kind is Kind.MONEY and _UNITLESS.fullmatch(half_width(text)):
        raise Unfit(_("“%(blank)s”写的“%(text)s”没有单位，看不懂是元还是万元。请连单位一起写，例如 12000万元。") % {"blank": field.label, "text": text[:40]})
    return typed_value(field, text, field.id)


def _changeable() -> Iterator[Field]:
    return (each for each in matter(_MATTER).fields if each.kind is not Kind.ROWS and each.id not in _FIXED)
