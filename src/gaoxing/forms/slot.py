"""What kind of answer a blank awaits (所待之答), for the recogniser: digits for a number, a name for a name.

>>> from gaoxing.forms.field import Field, Kind
>>> expected(Field("parties.0.id_number", "身份证件号码", Kind.ID_NUMBER)).value
'digits'
"""

from __future__ import annotations

from gaoxing.forms.field import Field, Kind
from gaoxing.speech.expected import Expected

SLOTS = {
    Kind.ID_NUMBER: Expected.DIGITS,
    Kind.TELEPHONE: Expected.DIGITS,
    Kind.MONEY: Expected.AMOUNT,
    Kind.PERCENT: Expected.AMOUNT,
    Kind.INTEGER: Expected.AMOUNT,
    Kind.ADDRESS: Expected.ADDRESS,
    Kind.SCOPE: Expected.SCOPE,
}
NAMES = ("name",)
"""Columns that hold a name."""


def expected(field: Field) -> Expected:
    """The slot that an answer to this blank's question fills."""
    if field.kind is Kind.TEXT and field.id.rpartition(".")[2] in NAMES:
        return Expected.NAME
    return SLOTS.get(field.kind, Expected.ANYTHING)
