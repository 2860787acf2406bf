"""Whether a proposal is grounded in the words (有据): the stretch it names was said, and our own readers find in that stretch exactly the value proposed.

The readers hear the whole turn, so a figure cannot be cut out of a greater one. What is hedged, taken back, somebody else's, or already used by another
blank grounds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from gaoxing.facts.fact import Evidence, Value
from gaoxing.facts.hedge import hedged
from gaoxing.facts.party import percent, plain
from gaoxing.facts.role import find_roles
from gaoxing.facts.scope import find_scope
from gaoxing.facts.token import Token
from gaoxing.forms.grounding_text import read_text, read_texts
from gaoxing.forms.shape import fits
from gaoxing.forms.stretch import NAMES, Blank, Found, Stretch
from gaoxing.standards.expression import expression
from gaoxing.standards.numerals import find

TAKEN_BACK = expression(
    r"[，,。；\s]{0,2}(?:啊|哦|嗯|呃)?[，,]?(?:不对|不是|说错|讲错|错了|改成|改为|换成|取消|不要|算了|先空着|先不|不算|作废|去掉|删|那是"
    r"|是(?:以前|原来|之前|房东|别人|他们|隔壁))"
)
"""What takes back the words right before it."""

ELSEWHERE = expression(
    r"(?:以前|原来|原先|之前|从前|房东|隔壁|别人|人家|前东家|老东家|客户|供应商|不是|不要|别写|不写|仓库|朋友开的|忽略)[^，。；！？,;]{0,12}$"
)
"""What makes the words behind it those of another time, or of somebody else."""

CLAUSE = expression("[，。；！？,;]")
COUNTED = {
    "employees": expression(r"(?:个|名|位|口|号)?(?:人|员工|工人|职工|师傅|小工|伙计)(?!平|均|各|分|合伙|股东|一起|的业|占|持)"),
    "attempts": expression(r"趟|次|回|遍"),
}
"""By blank, what is counted by a whole number there."""

WORKING = expression("员工|雇|招|请了|用工|从业|干活|忙|打工|人手|团队|手下|店里|厂里|连我|连上我|算上我|含我|帮手")
"""What makes people counted in the same clause those who work there."""

RUNNING = expression("期限|经营|营业|年限|干|开|办")
"""What makes a length of time in the same clause that of the business."""

SPENT = expression(r"(?:花|房租|租金|押金|工资|薪|借|贷|欠|赔|补偿|补贴|流水|营业额|产值|营收|利润|税|罚|定金|货款|学费|买|卖)[^，。；！？,;]{0,6}$")
"""What an amount behind it was spent or earned for: no capital."""


Reader = Callable[[Stretch, Blank], Iterator[Found]]


def grounded(stretch: Stretch, blank: Blank) -> tuple[Value, tuple[Evidence, ...]] | None:
    """The value with its words where our own readers find it in the stretch; of a list as much of it as they find; None where they do not."""
    value = blank.value
    reader = READERS.get(str(blank.field.kind))
    if reader is None or not fits(blank.field, blank.path, value):
        return None
    found = [each for each in reader(stretch, blank) if not _doubtful(stretch, each)]
    if isinstance(value, tuple):
        return _listed(stretch, value, found)
    if len({str(each.value) for each in found}) != 1 or found[0].value != value:
        return None
    return value, (stretch.evidence(found[0].start, found[0].end),)


def _listed(stretch: Stretch, value: tuple[str, ...], found: list[Found]) -> tuple[Value, tuple[Evidence, ...]] | None:
    kept = tuple(dict.fromkeys(each for each in value if any(each in _items(one.value) for one in found)))
    places = {(one.start, one.end): None for one in found if set(_items(one.value)) & set(kept)}
    return (kept, tuple(stretch.evidence(*place) for place in places)) if kept else None


def _items(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _doubtful(stretch: Stretch, found: Found) -> bool:
    """Hedged, taken back right after, or said of another time or somebody else."""
    text = stretch.heard.text
    before = text[max(0, found.start - 20) : found.start]
    return hedged(text, found.start, found.end) or TAKEN_BACK.match(text, found.end) is not None or ELSEWHERE.search(before) is not None


def _in_clause(words: re.Pattern[str], stretch: Stretch, start: int, end: int) -> bool:
    """Whether such words stand in the same clause as a figure."""
    before = CLAUSE.split(stretch.heard.text[:start])[-1]
    return words.search(before[-16:] + stretch.heard.text[start:end] + CLAUSE.split(stretch.heard.text[end : end + 12])[0]) is not None


def _money(stretch: Stretch, blank: Blank) -> Iterator[Found]:
    for token in stretch.of("money"):
        mention = token.mention
        before = stretch.heard.text[max(0, token.start - 12) : token.start]
        if mention.amount is None or mention.approximate or mention.readings or not mention.unit_said or SPENT.search(before):
            continue
        code = mention.currency or "CNY"
        if not blank.in_row:
            yield Found({"amount": plain(mention.amount), "currency": code}, token.start, token.end)
        elif code == blank.currency:
            yield Found(plain(mention.amount), token.start, token.end)


def _percent(stretch: Stretch, blank: Blank) -> Iterator[Found]:
    for token in stretch.of("percent"):
        if token.mention.value is not None and not token.mention.approximate:
            yield Found(percent(token.mention.value), token.start, token.end)


def _date(stretch: Stretch, blank: Blank) -> Iterator[Found]:
    """A day, a month, a year that is a deadline (2029年底前), or a length of time."""
    for token in stretch.of("day"):
        exact = bool(token.mention.value) and not token.mention.approximate
        if exact and (len(token.mention.value) > len("2029") or token.mention.before):
            yield Found(token.mention.value, token.start, token.end)
    yield from (Found(token.mention.value, token.start, token.end) for token in _terms(stretch) if isinstance(token.mention.value, Mapping))


def _term(stretch: Stretch, blank: Blank) -> Iterator[Found]:
    """A length of time; 五年内 is a deadline."""
    yield from (
        Found(token.mention.value, token.start, token.end)
        for token in _terms(stretch)
        if not token.mention.within and _in_clause(RUNNING, stretch, token.start, token.end)
    )


def _of_business(stretch: Stretch, token: Token) -> bool:
    return token.mention.value == "indefinite" or (not token.mention.within and _in_clause(RUNNING, stretch, token.start, token.end))


def _terms(stretch: Stretch) -> list[Token]:
    return [each for each in stretch.of("term") if each.mention.value is not None and not each.mention.approximate and not each.mention.duration_of_life]


def _integer(stretch: Stretch, blank: Blank) -> Iterator[Found]:
    """A whole number of people or trips; a figure of an amount, a share, a day, a number or an address is none."""
    text, counter = stretch.heard.text, COUNTED.get(blank.column)
    other = [token for token in stretch.heard.tokens if token.kind in {"money", "percent", "day", "term", "code", "address"}]
    for each in find(text):
        exact = each.value is not None and each.value == int(each.value) and not each.approximate and not each.ambiguous
        used = any(token.start < each.end and each.start < token.end for token in other)
        counted = counter.match(text, each.end) if counter else None
        meant = counter is not None and (blank.column != "employees" or _in_clause(WORKING, stretch, each.start, each.end))
        if exact and not used and counted and meant and each.value != 1 and stretch.holds(each.start, counted.end()):
            yield Found(int(each.value or 0), each.start, counted.end())


def _code(*kinds: str) -> Reader:
    def read(stretch: Stretch, blank: Blank) -> Iterator[Found]:
        for token in stretch.of("code"):
            if token.mention.kind in kinds and not token.mention.readings:
                yield Found(token.mention.value, token.start, token.end)

    return read


def _address(stretch: Stretch, blank: Blank) -> Iterator[Found]:
    for token in stretch.of("address"):
        if not token.mention.landmark_only and not token.mention.distractor:
            yield Found(token.mention.value, token.start, token.end)


def _scope(stretch: Stretch, blank: Blank) -> Iterator[Found]:
    barred = tuple((token.start, token.end) for token in stretch.heard.tokens if token.kind in NAMES)
    for each in find_scope(stretch.heard.text, barred=barred, answering=True):
        if each.items and not each.negated and stretch.holds(each.start, each.end):
            yield Found(each.items, each.start, each.end)


def _choice(stretch: Stretch, blank: Blank) -> Iterator[Found]:
    """The official label of one choice, said outside names."""
    for stored, label in blank.field.choices:
        for match in re.finditer(re.escape(label), stretch.heard.text) if label else ():
            if stretch.holds(*match.span()) and not stretch.named(*match.span()):
                yield Found(stored, *match.span())


def _roles(stretch: Stretch, blank: Blank) -> Iterator[Found]:
    for each in find_roles(stretch.heard.text):
        if stretch.holds(each.start, each.end):
            yield Found((each.role,), each.start, each.end)


READERS: Mapping[str, Reader] = {
    "money": _money,
    "percent": _percent,
    "date": _date,
    "term": _term,
    "integer": _integer,
    "id_number": _code("id_number", "uscc"),
    "telephone": _code("mobile", "landline"),
    "address": _address,
    "scope": _scope,
    "choice": _choice,
    "choices": _roles,
    "text": read_text,
    "texts": read_texts,
}
