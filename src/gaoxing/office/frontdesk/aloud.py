"""The form read aloud on the check page (念给我听): the lines as the browser's own voice reads them, in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gaoxing.forms import Question
from gaoxing.forms.readback import Part, read_back
from gaoxing.forms.voice import CHINESE, ENGLISH
from gaoxing.intake import Taken
from gaoxing.office.frontdesk.wording import question, spoken
from gaoxing.office.language import in_english

WHOLE, CUT = "whole", "cut"
"""What the page's address says: numbers read out whole, or only their beginning and end."""


@dataclass(frozen=True)
class Aloud:
    """What is read: its parts; `whole` where private numbers are read out whole, `open` where the visitor asked for it."""

    parts: tuple[Part, ...] = ()
    whole: bool = False
    open: bool = False


def aloud(taken: Taken, wanted: str = "") -> Aloud:
    """The form as it is read; private numbers whole only where `wanted` says so."""
    if taken.matter is None or taken.form is None:
        return Aloud()
    matter, form, english = taken.matter, taken.form, in_english()
    asks = tuple(replace(ask, question=question(matter, form, Question(ask.field, ask.question)).text) for ask in form.asks)
    parts = read_back(
        replace(form, asks=asks),
        spoken(matter).fields,
        missing=len(taken.questions),
        whole=wanted == WHOLE,
        voice=ENGLISH if english else CHINESE,
    )
    return Aloud(parts, wanted == WHOLE, wanted in {WHOLE, CUT})
