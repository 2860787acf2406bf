"""How and until when shares are paid in (出资方式与期限): «都用现金», «以专利作价», «2028年底前缴清», «五年内».

Said once for all, it goes on every shareholder; said of one, on that one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gaoxing.facts.mentions import WHO, Spot
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

METHODS = tomllib.loads((Path(__file__).parent / "tables" / "methods.toml").read_text(encoding="utf-8"))
PATTERN = expression("|".join(f"(?P<{method}>{'|'.join(expressions)})" for method, expressions in METHODS.items()))
DUE_BEFORE = expression(
    r"(?:认缴|缴付|缴纳|出资|缴足|缴清|实缴|到位|缴款|付清|打款|最晚|最迟|不晚于|截止|延到|延至)(?:的)?(?:期限|时间|日期|时限)?[^，。；]{0,8}$"
    r"|(?<!营业)(?<!经营)(?<!业)期限[^，。；]{0,4}$|(?:货币|现金|实物)[^，。；]{0,12}(?:到|至)$"
)
DUE_AFTER = expression(
    r"(?:之前|以前|前|底前|内|之内|以内)?[^，。；占]{0,10}?(?:缴|到位|到账|完成|打进|打款|付清|交齐|交清|交足|出齐|办完|投入|实缴|足额|出资)|(?:之前|以前|前)"
)
TERM_CONTEXT = expression(r"(?:营业|经营|公司)(?:的)?期限?[^，。；]{0,8}$|期限(?:先)?(?:写|填|改|定)[^，。；]{0,4}$")


OF_OTHERS = expression("(?:其他|其余|另外|剩下的?)(?:的)?(?:[两三四五几]个?)?(?:人|股东|家)?(?:都|全|均)?(?:是|用|拿)?$")
AT_HAND = expression("(?:手[上里头]|账上|家里|存了?|攒了?)[^，。；]{0,10}$")
"""«手上有二十万现金» says nothing of how shares are paid in."""
UNHEARD = -1
"""Somebody whose name was not made out: what is said of them goes on nobody else."""


@dataclass(frozen=True)
class Method:
    """A way of paying in: the contract's word and its place."""

    start: int
    end: int
    value: str


@dataclass(frozen=True)
class Payment:
    """One statement about paying in: what (`method` or `due`), its value, for whom (empty: for all), and how firmly it is tied to them."""

    what: str
    value: Any
    who: tuple[int, ...]
    bound: bool
    spot: Spot
    rest: bool = False
    """Said of «the others»: it goes on those of whom nothing else was said."""


@dataclass
class Payments:
    """All statements about paying in, oldest first."""

    said: list[Payment] = field(default_factory=list)

    def of(self, what: str, who: int, holders: Sequence[int]) -> Payment | None:
        """The last statement that concerns this holder."""
        own = any(each.what == what and who in self._for(each, holders) for each in self.said)
        mine = [each for each in self.said if each.what == what and (not self._for(each, holders) or who in each.who) and not (each.rest and own)]
        return mine[-1] if mine else None

    def _for(self, payment: Payment, holders: Sequence[int]) -> tuple[int, ...]:
        """Whom it concerns: nobody in particular where it is the only one of its kind and not tied to its subject."""
        alone = sum(each.what == payment.what for each in self.said) == 1
        if payment.what == "due" and len({each.value for each in self.said if each.what == "method"}) > 1:
            return payment.who
        if not payment.who or (alone and not payment.bound and len(holders) > 1 and payment.who[-1] == holders[-1]):
            return ()
        return payment.who


def find_methods(text: str) -> tuple[Method, ...]:
    """All ways of paying in, by position."""
    return tuple(Method(match.start(), match.end(), match.lastgroup or "") for match in PATTERN.finditer(text))


def is_due(text: str, start: int, end: int, *, within: bool) -> bool:
    """Whether a day or a span of years says until when to pay, and not how long the company is to last."""
    before = text[max(0, start - 14) : start]
    if TERM_CONTEXT.search(before):
        return False
    paid_after = DUE_AFTER.match(text, end)
    if not within and not re.search("缴|出资|付|到位|投入|货币|现金", before) and not paid_after:
        return False
    return bool(DUE_BEFORE.search(before)) or bool(paid_after and (within or paid_after.end() > end + 1))


def read_payments(tokens: Sequence[Token], text: str, turn: int, payments: Payments, asked: str | None = None) -> None:
    """Read one turn's statements about paying in."""
    for place, token in enumerate(tokens):
        for what, value in _values(token, text, asked):
            who, bound = _whose(tokens, place)
            rest = not who and OF_OTHERS.search(text[: token.start]) is not None
            payments.said.append(Payment(what, value, who, bound, Spot(turn, token.start, token.end), rest))


def _values(token: Token, text: str, asked: str | None) -> Iterator[tuple[str, Any]]:
    if token.kind == "method" and not _refused(text, token):
        yield "method", token.mention.value
    if token.kind == "day" and (value := token.mention.value or _year_end(token)) and is_due(text, token.start, token.end, within=True):
        yield "due", value
    if token.kind == "term" and asked != "operating_term" and _pays_within(token, text):
        yield "due", token.mention.value


def _year_end(token: Token) -> tuple[str, ...]:
    """«2028年底前»: the last day of the year, or the year as said; to be asked about."""
    year = token.mention.rough
    return (f"{year}-12-31", year) if year and len(year) == 4 and token.words[-1] in "底末" else ()


def _pays_within(token: Token, text: str) -> bool:
    mention = token.mention
    if not isinstance(mention.value, dict) or mention.duration_of_life:
        return False
    return mention.within or is_due(text, token.start, token.end, within=False)


def _refused(text: str, token: Token) -> bool:
    if AT_HAND.search(text, max(0, token.start - 14), token.start):
        return True
    return bool(re.match(r"评估|来不及|不行|换成|改成|不用", text[token.end :])) or text[max(0, token.start - 1) : token.start] in {"不", "付", "收", "借"}


def _whose(tokens: Sequence[Token], place: int) -> tuple[tuple[int, ...], bool]:
    """The subject of the sentence so far, and whether a tie (用, 以, 拿 or a change) binds it; nobody where all are meant."""
    who: tuple[int, ...] = ()
    bound = False
    ahead = _described(tokens, place)
    if not ahead and place + 1 < len(tokens) and tokens[place + 1].words == "出资的":
        return (UNHEARD,), True
    if ahead:
        return ahead, True
    for number in range(place - 1, -1, -1):
        token = tokens[number]
        if token.kind == "stop" or (token.kind == "remainder" and not who):
            break
        if token.kind == "all" or (token.kind == "each") or token.words.startswith(("都", "均", "全部", "统一")):
            return (), False
        bound = bound or token.kind in {"change", "fix"} or "（" in token.words or token.words.endswith(("用", "以", "拿", "拿是", "部分"))
        if token.kind in WHO and not (token.kind == "enterprise" and token.mention.role_hint == "own"):
            who = (token.who,)
            break
        if token.kind == "capital" or token.words.endswith(("注册资本", "注册资金")):
            return (), False
    return who, bound


def _described(tokens: Sequence[Token], place: int) -> tuple[int, ...]:
    """«以实物出资的李四», «第三个是技术入股,王五»: the way of paying stands before its person, with nobody before it in the sentence."""
    ahead = tokens[place + 1 : place + 6]
    words = [token.words for token in ahead]
    someone = next((number for number, token in enumerate(ahead) if token.kind in WHO), None)
    if someone is None:
        return ()
    if words[:someone] in (["出资的"], ["出资", "的"], ["作价", "的"], ["入股", "的"], ["的"]):
        return (ahead[someone].who,)
    if any(token.kind in {"stop", "money", "percent"} for token in ahead[:someone]):
        return ()
    alone = not any(token.kind in WHO for token in _sentence_before(tokens, place))
    return (ahead[someone].who,) if alone and ahead[someone - 1].kind == "comma" and someone else ()


def _sentence_before(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    start = next((number + 1 for number in range(place - 1, -1, -1) if tokens[number].kind == "stop"), 0)
    return tokens[start:place]
