"""Text and names that a proposal takes from the words (有据的文字): literally as said, whole names only, and no name of somebody passed by.

A person's name must be one that our readers hear, or one that begins with a surname and stands in the words as it is; an enterprise's ends with its form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gaoxing.facts.person import HAN, WORDS_WITHIN, everyday_words, surnames
from gaoxing.facts.token import Token
from gaoxing.forms.stretch import Blank, Found, Stretch
from gaoxing.standards.expression import expression

PEOPLE = frozenset({"name", "transferor", "transferee", "applicant"})
"""Columns of a row or a person that hold somebody's name; a form's own `name` is an enterprise's."""

CODES = frozenset({"project_code", "uscc"})
"""Blanks that hold a number, never words."""

ENTERPRISES = frozenset({"enterprise", "name", "alternative_names"})
"""Blanks of the form itself that hold an enterprise's name."""

ORGANISED = expression(r"(?:公司|合伙）?|企业|厂|店|部|中心|行|馆|室|社|坊|铺|院|所|场|园)$")
FORM = expression(r"[一-龥（）A-Za-z0-9]{4,40}")
NOT_BEGUN = expression(r"^(?:叫|名叫|名称|名字|我|我们|他|她|是|的|在|开|办|就|要|想|一家|这家|改成|改为|换成)")
NAMED = expression(r"(?:叫做?|名称|名字|全称|取名|起名|字号|店名|公司名|招牌)[^，。；！？,;]{0,4}$")
"""What says that a name is the one to be registered."""

PASSED_BY = frozenset({"former", "neighbour"})
WHOLE = frozenset({"code", "enterprise", "name", "money", "percent", "day", "address"})
"""Tokens that a piece of text may hold or leave out, but never cut."""

LONGEST_TEXT = 80


def read_text(stretch: Stretch, blank: Blank) -> Iterator[Found]:
    """The proposed text where it is said in the stretch: a number or a name as our readers have it, else the very words."""
    value = str(blank.value)
    heard = _heard(stretch, blank)
    found = [each for each in heard if each.value == value]
    if found:
        yield from found
    elif _sayable(stretch, blank, value):
        yield from (each for each in _literal(stretch, value) if blank.path != "name" or _named(stretch, each))


def _heard(stretch: Stretch, blank: Blank) -> list[Found]:
    """What our readers know of the kind that belongs in this blank."""
    if blank.path in ENTERPRISES:
        return [each for each in _enterprises(stretch) if blank.path != "name" or _named(stretch, each)]
    if blank.column in PEOPLE:
        return [*_persons(stretch), *(_enterprises(stretch) if blank.path.count(".") > 1 or "." not in blank.path else ())]
    return list(_codes(stretch))


def read_texts(stretch: Stretch, blank: Blank) -> Iterator[Found]:
    """Each text of the list that is said in the stretch."""
    for each in blank.value if isinstance(blank.value, tuple) else ():
        yield from read_text(stretch, Blank(blank.field, blank.path, each, blank.currency))


def _named(stretch: Stretch, found: Found) -> bool:
    return NAMED.search(stretch.heard.text[max(0, found.start - 8) : found.start]) is not None


def _codes(stretch: Stretch) -> Iterator[Found]:
    for token in stretch.of("code"):
        if token.mention.kind == "project_code":
            yield Found(token.mention.value, token.start, token.end)


def _enterprises(stretch: Stretch) -> Iterator[Found]:
    for token in stretch.of("enterprise"):
        if token.mention.role_hint not in PASSED_BY:
            yield Found(token.mention.name, token.start, token.end)


def _persons(stretch: Stretch) -> Iterator[Found]:
    for token in stretch.of("name"):
        yield Found(token.mention.name, token.start, token.end)


def _sayable(stretch: Stretch, blank: Blank, value: str) -> bool:
    """Whether words that no reader knows may stand in this blank: what looks like a name where a name belongs, any short text elsewhere."""
    organised = ORGANISED.search(value) is not None and FORM.fullmatch(value) is not None and NOT_BEGUN.match(value) is None
    if blank.path in ENTERPRISES:
        return organised
    if blank.column in PEOPLE:
        return _like_a_person(value)
    if blank.column in CODES:
        return False
    somebody = any(each.value == value for each in _persons(stretch))
    return 2 <= len(value) <= LONGEST_TEXT and not organised and not somebody


def _like_a_person(value: str) -> bool:
    single, double = surnames()
    begins = value[:1] in single or value[:2] in double
    spelled = 2 <= len(value) <= (4 if value[:2] in double else 3) and all(HAN.match(each) for each in value)
    return begins and spelled and value not in everyday_words() and WORDS_WITHIN.search(value) is None


def _literal(stretch: Stretch, value: str) -> Iterator[Found]:
    """Every place in the stretch where these very words stand and cut through nothing."""
    for match in re.finditer(re.escape(value), stretch.heard.text):
        cut = any(_cuts(token, *match.span()) for token in stretch.heard.tokens if token.kind in WHOLE)
        if stretch.holds(*match.span()) and not cut:
            yield Found(value, *match.span())


def _cuts(token: Token, start: int, end: int) -> bool:
    """Whether a place shares a part of the token, but not the whole of it."""
    return token.start < end and start < token.end and not (start <= token.start and token.end <= end)
