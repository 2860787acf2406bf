"""Values as they are read aloud (念法): amounts and days in words, numbers in groups digit by digit with 幺 for one, names with how they are written.

>>> digits("320583199001010010")
'三二零五八三，幺九九零零幺零幺，零零幺零'
>>> person("张伟"), amount("1000000", "CNY")
('张伟，弓长张，伟大的伟', '一百万元')
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from gaoxing.forms.field import FOUNDING, Field, Kind, stored
from gaoxing.forms.form import Form
from gaoxing.forms.written import CURRENCIES, currency_of
from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_writing import LARGEST, write

CUES = Path(__file__).with_name("name_cues.tsv")
"""Characters and how each is said; only such of which there can be no doubt."""

ONE_BY_ONE = str.maketrans("0123456789", "零幺二三四五六七八九")
YEARS = str.maketrans("0123456789", "零一二三四五六七八九")
LETTERS = {"X": "叉"}
"""The last figure of an identity number, as people say it."""

_GROUPS = ((expression(r"(\d{6})(\d{8})(\d{3}[\dX])"), "id_number"), (expression(r"(1\d{2})(\d{4})(\d{4})"), "mobile"))
_USCC = expression(r"([0-9A-Z]{2})(\d{6})([0-9A-Z]{9})([0-9A-Z])")
_LINE = expression(r"(0\d{2,3})-(\d{3,4})(\d{4})(?:-(\d+))?")
_FIGURES = expression(r"[0-9X-]+")
_FIGURE = expression(r"\d{1,12}\.\d{1,6}")
_UNIT = expression(r"（(平方米|万元|人|亩|份)）")
_TWO = expression(r"^二(?=[千万亿])|(?<=[亿万])二(?=千)")
"""两千万 is said, and 二十 and 一百零二万."""

_LONG_NAME = 5
_AS_NUMBER = 2
_SHORT_GROUP = 4


def value(field: Field, given: Any, form: Form, *, whole: bool = True) -> str:
    """The value of a blank as it is read aloud in Chinese. Of a private number only the first six and last four figures where not `whole`."""
    if field.private and not whole:
        return shortened(str(given))
    unit = _UNIT.search(field.label)
    return _VOICE.get(field.kind, _plain)(field, given, form) + (unit[1] if unit else "")


def digits(number: str) -> str:
    """A number figure by figure, in the groups in which people say it: 6-8-4, 3-4-4, area code and line; other long ones by fours.

    >>> digits("13800138000"), digits("0512-57300000"), digits("32058319900101001X")[-4:]
    ('幺三八，零零幺三，八零零零', '零五幺二，五七三零，零零零零', '零零幺叉')
    """
    for pattern in (*(each for each, _ in _GROUPS), _USCC, _LINE):
        if (found := pattern.fullmatch(number)) is not None:
            return "，".join(_figures(group) for group in found.groups() if group)
    fours = re.findall(rf".{{1,{_SHORT_GROUP}}}", number) if len(number) > 2 * _SHORT_GROUP else [number]
    return "，".join(_figures(group) for group in fours)


def shortened(number: str) -> str:
    """A number of which only the beginning and the end are read out.

    >>> shortened("320583199001010010"), shortened("13800138000")
    ('三二零五开头，尾号零零幺零', '幺三八开头，尾号八零零零')
    """
    if len(number) < 2 * _SHORT_GROUP or not _FIGURES.fullmatch(number):
        return "已填"
    head = number[:3] if len(number) < 2 * _SHORT_GROUP + _SHORT_GROUP else number[:4]
    return f"{_figures(head)}开头，尾号{_figures(number[-4:])}"


def person(name: str) -> str:
    """A person's name and how its characters are written, as far as that is known; a name of more than five characters as it is."""
    if not 1 < len(name) <= _LONG_NAME:
        return name
    cues = [_cues()[character] for character in name if character in _cues()]
    return "，".join((name, *cues))


def amount(figure: str, currency: str) -> str:
    """An amount in words with its unit; what is no amount as it is."""
    unit = CURRENCIES.get(currency, currency)
    return f"{_number(figure)}{unit}"


def day(given: Any, since: str = FOUNDING) -> str:
    """A day as far as it is known, years figure by figure; or a time counted from the founding, or whatever else it counts `since`.

    >>> day("2029-06-30"), day({"years": 5})
    ('二零二九年六月三十日', '自成立之日起五年内')
    """
    if isinstance(given, Mapping):
        return f"自{since}之日起{_number(str(given.get('years', '')))}年内"
    year, *rest = str(given).split("-")
    if not all(each.isdecimal() for each in (year, *rest)):
        return str(given)
    return f"{year.translate(YEARS)}年" + "".join(f"{write(int(each))}{unit}" for each, unit in zip(rest, "月日", strict=False))


def address(text: str) -> str:
    """An address; figures up to two as a number, longer ones one by one.

    >>> address("昆山市前进东路88号5幢301室")
    '昆山市前进东路八十八号五幢三零幺室'
    """
    return re.sub(r"\d+", lambda found: write(int(found[0])) if len(found[0]) <= _AS_NUMBER and found[0][0] != "0" else _figures(found[0]), text)


def _figures(text: str) -> str:
    return "".join(LETTERS.get(character, character) for character in text.translate(ONE_BY_ONE))


def _number(text: str) -> str:
    """A number in words; text that is none, or too large, as it is."""
    try:
        found = Decimal(text)
    except InvalidOperation:
        return text
    return _TWO.sub("两", write(found)) if 0 <= found < LARGEST else text


def _plain(field: Field, given: Any, form: Form) -> str:
    if isinstance(given, Mapping):
        return _money(field, given, form)
    if isinstance(given, list | tuple):
        return "；".join(str(each) for each in given)
    if field.id.rpartition(".")[2] == "postcode":
        return _figures(str(given))
    return _number(str(given)) if _FIGURE.fullmatch(str(given)) else str(given)


def _money(field: Field, given: Any, form: Form) -> str:
    if isinstance(given, Mapping):
        return amount(str(given.get("amount", "")), str(given.get("currency", "CNY")))
    return amount(str(given), currency_of(form))


def _term(field: Field, given: Any, form: Form) -> str:
    return f"{_number(str(given.get('years', '')))}年" if isinstance(given, Mapping) else "长期" if given == "indefinite" else str(given)


def _choices(field: Field, given: Any, form: Form) -> str:
    listed = given if isinstance(given, list | tuple) else (given,)
    return "、".join(field.label_of(stored(each)) for each in listed)


def _listed(field: Field, given: Any, form: Form) -> str:
    if not isinstance(given, list | tuple):
        return str(given)
    several = "两" if len(given) == 2 else write(len(given))
    return str(given[0]) if len(given) == 1 else f"共{several}项：" + "；".join(str(each) for each in given)


_VOICE: Mapping[Kind, Callable[[Field, Any, Form], str]] = {
    Kind.MONEY: _money,
    Kind.PERCENT: lambda field, given, form: f"百分之{_number(str(given))}",
    Kind.TERM: _term,
    Kind.DATE: lambda field, given, form: day(given, field.since),
    Kind.CHOICE: _choices,
    Kind.CHOICES: _choices,
    Kind.OPEN_CHOICE: _choices,
    Kind.BOOLEAN: _choices,
    Kind.SCOPE: _listed,
    Kind.TEXTS: _listed,
    Kind.ID_NUMBER: lambda field, given, form: digits(str(given)),
    Kind.TELEPHONE: lambda field, given, form: digits(str(given)),
    Kind.INTEGER: lambda field, given, form: _number(str(given)),
    Kind.NUMBER: lambda field, given, form: _number(str(given)),
    Kind.AREA: lambda field, given, form: f"{_number(str(given))}平方米",
    Kind.ADDRESS: lambda field, given, form: address(str(given)),
}


@cache
def _cues() -> dict[str, str]:
    lines = CUES.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))
