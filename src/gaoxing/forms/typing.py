"""What is typed into a blank (手工填写), read by the blank's kind: written exactly, or the way people write it (200万, 六成, 2029年6月30日, 138 0013 8000).

What can be meant two ways is refused with a sentence, never guessed; a wrong check digit stays as typed, the rules tell.

>>> from gaoxing.catalogue import matter
>>> capital = matter("company_registration").field("registered_capital")
>>> typed_value(capital, "两百万元", "registered_capital")
{'amount': '2000000', 'currency': 'CNY'}
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from gaoxing.facts.amount import find_money
from gaoxing.facts.area import find_areas, square_metres
from gaoxing.facts.day import find_days, find_terms
from gaoxing.facts.fact import Value
from gaoxing.facts.number_code import find_codes
from gaoxing.facts.party import percent, plain
from gaoxing.facts.percent import find_percents
from gaoxing.forms.field import Field
from gaoxing.forms.shape import fits, is_day
from gaoxing.standards import business_scope
from gaoxing.standards.expression import expression
from gaoxing.standards.numeral_words import half_width
from gaoxing.standards.numerals import find
from gaoxing.standards.visible import visible

MONEY = expression(r"(\d{1,15}(?:\.\d{1,2})?)\s*(?:元|([A-Z]{3}))?")
DECIMAL = expression(r"\d{1,15}(?:\.\d{1,6})?")
YEARS = expression(r"(\d{1,3})\s*年?")
PARTED = expression(r"\s*[、，,；;]\s*")
YES, NO = {"true", "是", "有", "要", "对"}, {"false", "否", "没有", "不要", "不是", "无"}
INDEFINITE = {"长期", "indefinite", "不约定期限"}


LONGEST = 2_000
"""Characters typed into one blank."""

NUMBER = expression("[0-9A-Z-]{4,24}")
BARE = expression(r"\d{1,4}(?:\.\d{1,2})?", re.ASCII)
"""Below ten thousand a figure without its unit may be meant in 元 or in 万元: it is never guessed."""

KEPT_MARK = "\N{HYPHENATION POINT}"
"""Stands for the 、 inside an official phrase while a list is parted."""


class Unfit(ValueError):
    """What was typed does not fit the blank. `sentence` says what, why and how to write it."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


def typed_value(field: Field, text: str, path: str, *, currency: str = "CNY") -> Value:
    """The text as a value of the kind of the blank at this path; a row's amount stands in the capital's `currency`.

    Raises Unfit with a sentence for the applicant.
    """
    bare = text.strip()
    if len(bare) > LONGEST:
        raise Unfit(f"“{field.label}”一栏最多写 {LONGEST} 个字，现在有 {len(bare)} 个，请删短一些。")
    kind = kind_at(field, path)
    clean = PREPARED.get(kind, _tidy)(bare)
    if kind in {"money", "amount"} and BARE.fullmatch(clean.replace(",", "")):
        raise Unfit(f"“{field.label}”一栏写的“{_short(bare)}”没有单位，看不懂是元还是万元。请连单位一起写，例如 {clean}元 或 {clean}万元。")
    read = exact(field, clean, path)
    if read is None and kind in LOOSE:
        read = LOOSE[kind](clean, currency)
    if read is None or not fits(field, path, read):
        offered = f"能选的有：{'、'.join(label for _, label in field.choices)}。" if field.choices else ""
        written = WRITE.get(kind, "请换一种写法。") if kind != "amount" or currency == "CNY" else WRITE["foreign"].format(currency)
        raise Unfit(f"“{field.label}”一栏看不懂“{_short(bare)}”。{written}{offered}")
    return read


def exact(field: Field, text: str, path: str) -> Value | None:
    """The value where it is written exactly as the kind wants it; None where it is not."""
    return READERS.get(kind_at(field, path), _text)(field, text)


def kind_at(field: Field, path: str) -> str:
    """The kind by which the blank at this path is read: a row's amount of money is a bare `amount` in the capital's currency."""
    return "amount" if str(field.kind) == "money" and path != field.id and field.like is None else str(field.kind)


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}……"


def _tidy(text: str) -> str:
    """Words for one line: line ends, tabs and further blanks become one blank, and nothing invisible stays."""
    return " ".join("".join(each if visible(each) else " " for each in text).split())


def _closed(text: str) -> str:
    """Figures and their units, half-width and without blanks."""
    return "".join(half_width(text).split())


def _listed(text: str) -> str:
    """One item a line, in the way that the exact form has lists; an official phrase keeps its own 、."""
    lines = [_tidy(each) for each in text.splitlines()]
    return "；".join(each.replace("、", KEPT_MARK) if business_scope.resolve(each) is not None else each for each in lines if each)


def _loose_money(text: str, currency: str) -> Value | None:
    found = _whole(find_money(text), text)
    if found is None or found.amount is None or not found.unit_said:
        return None
    return {"amount": plain(found.amount), "currency": found.currency or "CNY"}


def _loose_amount(text: str, currency: str) -> Value | None:
    read = _loose_money(text, currency)
    return str(read["amount"]) if isinstance(read, Mapping) and read["currency"] == currency else None


def _loose_percent(text: str, currency: str) -> Value | None:
    found = _whole(find_percents(text), text)
    exactly = found is not None and found.value is not None and (found.value * 10_000).denominator == 1
    return percent(found.value) if exactly else None


def _loose_term(text: str, currency: str) -> Value | None:
    found = _whole(find_terms(text), text)
    return None if found is None else found.value


def _loose_date(text: str, currency: str) -> Value | None:
    found = _whole(find_days(text, None), text)
    if found is not None:
        return None if found.value is None else str(found.value)
    term = _loose_term(text, currency)
    return term if isinstance(term, Mapping) else None


def _loose_area(text: str, currency: str) -> Value | None:
    found = _whole(find_areas(text), text)
    return square_metres(found.value) if found is not None and found.value is not None else None


def _loose_integer(text: str, currency: str) -> Value | None:
    found = _whole(find(text), text.rstrip("个人名位份"))
    return int(found.value) if found is not None and found.value is not None and not found.approximate and found.value == int(found.value) else None


def _number(text: str) -> Value | None:
    """An identity number, a code or a telephone: as typed, without blanks, half-width, letters large."""
    packed = re.sub(r"[\s()（）]", "", half_width(text)).upper()
    spoken = next((each.value for each in find_codes(text) if each.end - each.start >= len(text) - 1), None)
    return packed if NUMBER.fullmatch(packed) else spoken


def _whole(found: Any, text: str) -> Any:
    """The one mention that takes up the whole text; None where there are several, or other words."""
    return found[0] if len(found) == 1 and found[0].start == 0 and found[0].end >= len(text.rstrip("。，整 ")) else None


def _text(field: Field, text: str) -> Value | None:
    return text if field.label else None


def _amount(field: Field, text: str) -> Value | None:
    """An amount in a row: a bare decimal, in the capital's currency whatever that is."""
    bare = text.replace(",", "").replace("，", "")
    return bare if MONEY.fullmatch(bare) and fits(field, "", bare) else None


def _money(field: Field, text: str) -> Value | None:
    if text.startswith("{"):
        return _money_json(text)
    if (match := MONEY.fullmatch(text.replace(",", "").replace("，", ""))) is None:
        return None
    return {"amount": match[1], "currency": match[2] or "CNY"}


def _money_json(text: str) -> Value | None:
    try:
        data = json.loads(text)
    except ValueError:
        return None
    shaped = isinstance(data, Mapping) and data.keys() == {"amount", "currency"} and all(isinstance(each, str) for each in data.values())
    return dict(data) if shaped and MONEY.fullmatch(f"{data['amount']} {data['currency']}") else None


def _percent(field: Field, text: str) -> Value | None:
    bare = text.removesuffix("%").removesuffix("％").strip()
    return bare if DECIMAL.fullmatch(bare) else None


def _integer(field: Field, text: str) -> Value | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def _boolean(field: Field, text: str) -> Value | None:
    """是 or 否, or as stored (true, false); also 有, 没有, 要, 不要."""
    label = next((stored for stored, label in field.choices if text in {stored, label}), text)
    return True if label in YES else False if label in NO else None


def _decimal_number(field: Field, text: str) -> Value | None:
    """A number as JSON has it: whole where it is whole."""
    if DECIMAL.fullmatch(text) is None:
        return None
    return int(text) if text.isdecimal() else float(text)


def _term(field: Field, text: str) -> Value | None:
    if text in INDEFINITE:
        return "indefinite"
    match = YEARS.fullmatch(text)
    return {"years": int(match[1])} if match and int(match[1]) else None


def _date(field: Field, text: str) -> Value | None:
    if (match := re.fullmatch(r"(\d{1,3})\s*年", text)) is not None:
        return {"years": int(match[1])}
    return text if is_day(text) else None


def _choice(field: Field, text: str) -> Value | None:
    return next((stored for stored, label in field.choices if text in {stored, label}), None)


def _open_choice(field: Field, text: str) -> Value | None:
    return _choice(field, text) or _text(field, text)


def _choices(field: Field, text: str) -> Value | None:
    read = [_choice(field, each) for each in PARTED.split(text)]
    return None if None in read else tuple(str(each) for each in read)


def _texts(field: Field, text: str) -> Value | None:
    return tuple(each for each in PARTED.split(text) if each) or None


def _scope(field: Field, text: str) -> Value | None:
    """Items are parted only by 、 or ；: a comma may stand inside an item's bracket."""
    return tuple(each.replace(KEPT_MARK, "、") for each in re.split(r"\s*[；;]\s*|、(?![^（]*）)", text) if each) or None


READERS: Mapping[str, Callable[[Field, str], Value | None]] = {
    "money": _money,
    "amount": _amount,
    "percent": _percent,
    "area": lambda field, text: text if DECIMAL.fullmatch(text) else None,
    "integer": _integer,
    "boolean": _boolean,
    "number": _decimal_number,
    "term": _term,
    "date": _date,
    "choice": _choice,
    "open_choice": _open_choice,
    "choices": _choices,
    "texts": _texts,
    "scope": _scope,
    "id_number": lambda field, text: _number(text),
    "telephone": lambda field, text: _number(text),
}
LOOSE: Mapping[str, Callable[[str, str], Value | None]] = {
    "money": _loose_money,
    "amount": _loose_amount,
    "percent": _loose_percent,
    "area": _loose_area,
    "term": _loose_term,
    "date": _loose_date,
    "integer": _loose_integer,
}
"""How people write what the exact form does not read: the text, and the capital's currency."""

PREPARED: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys(("money", "amount", "percent", "area", "term", "date", "integer", "number"), _closed),
    "scope": _listed,
    "texts": lambda text: "；".join(_tidy(each) for each in text.splitlines()),
}
"""What is put right before reading: blanks, full-width figures, lines."""

WRITE = {
    "money": "请连单位一起写，例如 200万元，或 2000000。",
    "amount": "请写人民币金额，例如 60万元，或 600000。",
    "foreign": "请写和注册资本同一种币的金额（{}），只写数字，例如 600000。",
    "percent": "请写成 60% 或 六成；除不尽的请写小数，例如 33.33%。",
    "area": "请写平方米数，例如 8200平方米 或 8200；也可以写 55亩。",
    "integer": "请写整数，例如 5，最多 15 位。",
    "number": "请只写数字，例如 85 或 62.5。",
    "term": "请写 长期，或者几年，例如 20年。",
    "date": "请写年月日，例如 2029-06-30 或 2029年6月；也可以写 5年（自成立之日起算）。",
    "choices": "几项之间用 、 隔开。",
    "id_number": "请写号码，可以带空格，不要写别的字。",
    "telephone": "请写号码，固定电话连区号一起写，例如 0512-57300000。",
}
"""How to write it (写法), for the applicant."""
