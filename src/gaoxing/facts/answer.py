"""Answers to a question (答问): what was said when a blank was asked about may be bare: «幺三八…», «货币», «要», «明年六月».

Only for blanks that no other reader fills on its own (numbers of one party, the office's further blanks). `kinds` says what a blank holds and, for
choices, the stored value and label of each.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of(("postcode", "二幺五三零零"), ("paper_licence", "要的")))
>>> [(each.field, each.value) for each in answered(said, {"postcode": ("digits", ()), "paper_licence": ("choice", (("yes", "是"), ("no", "否")))})]
[('postcode', '215300'), ('paper_licence', 'yes')]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from gaoxing.facts.command import AMEND, CONFIRM, Command, command
from gaoxing.facts.fact import Fact, Value
from gaoxing.facts.owner import owned_codes
from gaoxing.facts.party import percent, plain
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression
from gaoxing.standards.numerals import find

Kinds = Mapping[str, tuple[str, tuple[tuple[str, str], ...]]]
"""Path pattern (row numbers as `*`) → what the blank holds, and its choices."""

YES = expression(
    r"^(?:要(?!不)|是(?!不是)|对(?!不)|好(?!像)|同意|可以(?!不)|需要|申领|有(?!没有)|嗯|行(?!不)|领"
    r"|没问题|没错|没意见|当然|肯定|符合|属实|承诺|声明|保证|确认)"
)
NO = expression(r"^(?:不(?!错|知道|清楚|确定|好说)|否|没(?!问题|错|关系|事|意见|想好|定)|别|算了|无(?!所谓|妨))")
DONE = expression(r"^(?:都|早就?|全部|全都?|已经|已)++(?!不|没)[一-龥]{1,4}|^(?:满|到|好|完|清|做|发|公告|公示|办|登)(?:期|好|完|过)?了")
"""«已经满了», «早就公告了»: a yes to whether something is done."""

NOT_YET = expression(r"^(?:还没|尚未|没有?|未|还在|正在|还差|快了)")
SMALL = expression(r"已经|已|完毕|完了?|好了?|全部|都|了|的|是|[（(][^（）()]*[）)]|[，。！\s]")
"""Small words that a choice is said with or without."""

QUESTION = expression(r"吗[，。！]*$|？|多久|怎么|多少|(?<!没)什么(?!都|也)|(?<!差)几天|哪[个里天些]|要(?:去|先|再)?(?:问|看看|看一下|查)")
"""A question of one's own, or somebody else to be asked: no answer."""

WORD_ALONE = r"(?:^|[，。]|应该|觉得|想|算|当然|就|都){}(?:的|啊|呀|，|。|$)"
"""How a label of a single character (是) is said as an answer: not inside other words (我老婆也是股东)."""

SHORT = 6
"""Characters: a longer «已经…» may speak of something else."""

UNDONE = expression(r"没|未|不(?!动产)")
CODES = frozenset(["telephone", "id_number"])
"""What blanks hold that are read from numbers."""
MAIL = expression(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
SPOKEN_MAIL = (("艾特", "@"), ("圈a", "@"), ("圈A", "@"), ("点康姆", ".com"), ("点抗", ".com"), ("点com", ".com"), ("点cn", ".cn"), ("点", "."))
DIGITS = str.maketrans("零〇一幺二两三四五六七八九洞拐", "001122345678907"[:15])


def answered(statement: Statement, kinds: Kinds) -> Iterator[Fact]:
    """One fact for each turn that answers such a blank and can be read as what it holds."""
    for heard in statement.turns:
        if heard.asked is None or not heard.text:
            continue
        known = kinds.get(re.sub(r"\.\d+\.", ".*.", heard.asked))
        if known is None or _no_answer(heard.text, known[0]):
            continue
        found = _read(heard, *known)
        if found is not None:
            value, start, end = found
            value = _put_right(statement, heard, start, value) if known[0] in CODES else value
            yield Fact(heard.asked, value, (heard.wording.evidence(heard.turn, start, end),))


def _put_right(statement: Statement, heard: Heard, start: int, value: Value) -> Value:
    """A number whose last figures a later turn puts right («不对，尾号是四四六六»)."""
    return next((each.value for each in owned_codes(statement) if (each.spot.turn, each.spot.start) == (heard.turn, start)), value)


def _no_answer(text: str, kind: str) -> bool:
    """«不知道», «跳过», «改一下»: said to the conversation; the 不 of 不知道 is no refusal. To a choice «没问题» and «不对» may be answers."""
    said = command(text)
    may_be = kind == "choice" and said is not None and (said.kind == CONFIRM or said == Command(AMEND))
    return said is not None and not may_be


def _read(heard: Heard, kind: str, choices: tuple[tuple[str, str], ...]) -> tuple[Value, int, int] | None:
    if kind in {"choice", "choices"}:
        return _choice(heard.text, choices)
    if kind == "mail":
        return _mail(heard.text)
    if kind == "digits":
        return _digits(heard.text)
    if kind == "number":
        return _number(heard.text)
    if kind == "text":
        return heard.text.strip("，。"), 0, len(heard.text)
    return _mentioned(heard, kind)


def _choice(text: str, choices: tuple[tuple[str, str], ...]) -> tuple[Value, int, int] | None:
    if QUESTION.search(text):
        return None
    stored = [value for value, _ in choices]
    for yes, no, values in (("yes", "no", ("yes", "no")), ("true", "false", (True, False))):
        if yes in stored and YES.match(text) and not NO.match(text):
            return values[0], 0, len(text)
        if no in stored and (NO.match(text) or NOT_YET.match(text)):
            return values[1], 0, len(text)
        if yes in stored and DONE.match(text):
            return values[0], 0, len(text)
    for said, begun in ((DONE, "已"), (NOT_YET, ("尚未", "未完", "还没"))):
        alone = [value for value, label in choices if label.startswith(begun)]
        if len(alone) == 1 and len(text) <= SHORT and said.match(text):
            return alone[0], 0, len(text)
    found = [(text.find(label), value, label) for value, label in choices if label and _says(text, label)]
    if not found:
        return _meant(text, choices)
    start, value, label = min(found)
    return value, start, start + len(label)


def _says(text: str, label: str) -> bool:
    return label in text if len(label) > 1 else re.search(WORD_ALONE.format(label), text) is not None


def _meant(text: str, choices: tuple[tuple[str, str], ...]) -> tuple[Value, int, int] | None:
    """The one choice whose label is said in the applicant's own words: «已经清理完了» is 已清理完毕, «还没清理» is not."""
    bare = SMALL.sub("", text)
    cores = [(value, SMALL.sub("", label)) for value, label in choices]
    found = [(value, core) for value, core in cores if len(core) > 1 and core in bare]
    best = [value for value, core in found if not any(core in other and core != other for _, other in found)]
    return (best[0], 0, len(text)) if len(best) == 1 and not UNDONE.search(text) else None


def _mail(text: str) -> tuple[Value, int, int] | None:
    spoken = text
    for heard, meant in SPOKEN_MAIL:
        spoken = spoken.replace(heard, meant)
    match = MAIL.search(spoken.translate(DIGITS))
    return (match[0], 0, len(text)) if match else None


def _digits(text: str) -> tuple[Value, int, int] | None:
    match = re.search(r"\d{2,}", text.translate(DIGITS))
    return (match[0], match.start(), match.end()) if match else None


def _number(text: str) -> tuple[Value, int, int] | None:
    """A small whole number: «一个», «要三份»."""
    found = next((each for each in find(text) if each.value is not None and not each.approximate), None)
    return (int(found.value), found.start, found.end) if found is not None and found.value is not None else None


def _mentioned(heard: Heard, kind: str) -> tuple[Value, int, int] | None:
    """The first code, amount, share, day, way of paying or address of the turn that the blank can hold."""
    for token in heard.tokens:
        value = _value(token.kind, token.mention, kind)
        if value is not None:
            return value, token.start, token.end
    return None


def _value(found: str, mention: object, kind: str) -> Value | None:
    read = READERS.get((kind, found))
    return read(mention) if read else None


def _amount(mention: object) -> Value | None:
    amount = getattr(mention, "amount", None)
    return plain(amount) if isinstance(amount, Decimal) and getattr(mention, "unit_said", False) else None


READERS: dict[tuple[str, str], Callable[[Any], Value | None]] = {
    ("telephone", "code"): lambda mention: mention.value if mention.kind in {"mobile", "landline", "digits"} else None,
    ("id_number", "code"): lambda mention: mention.value if mention.kind in {"id_number", "uscc", "digits"} else None,
    ("amount", "money"): _amount,
    ("percent", "percent"): lambda mention: None if mention.value is None else percent(mention.value),
    ("due", "day"): lambda mention: mention.value,
    ("due", "term"): lambda mention: mention.value if isinstance(mention.value, dict) else None,
    ("method", "method"): lambda mention: mention.value,
    ("address", "address"): lambda mention: mention.value,
    ("name", "name"): lambda mention: mention.name,
}
