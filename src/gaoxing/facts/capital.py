"""The registered capital (注册资本) among all amounts: by its words before or after, as a total, as an increase, or as a correction."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from gaoxing.facts.mentions import WHO, Spot
from gaoxing.facts.stake import Capital
from gaoxing.facts.subject import Walk, corrects
from gaoxing.standards.expression import expression

CAPITAL_BEFORE = expression(
    r"(?:注册资本金?|注册资金|注册的?资本|资本金|股本|注册资|总资本|(?<!投)(?<!控)(?<!风险)资本)(?:[^，。；占出掏股]{0,14}|[^，。；占出掏股]{0,10}，[^，。；占出掏股一二三四五六七八九十]{0,4})$"
)
OTHERS_CAPITAL = expression(
    r"(?:(?:客户|对方|对手|供应商|母公司|总公司|原单位|老单位)(?:那边|那里|们|的|公司|厂|家|企业|单位|是|都|也|就)*"
    r"|(?<![和跟与])(?:人家|别人|隔壁|邻居|朋友|同学|房东|东家|他们|她们|那家)(?:那边|那里|那家|们|公司|厂|家|企业|单位)(?:是|都|也|就|的)*)"
    r"(?:注册资本金?|注册资金)[^，。；]{0,8}$"
)
CAPITAL_AFTER = expression(r"(?:人民币)?(?:的|作为|是|做)?(?:注册资本|注册资金)(?!的)")
POOLED = expression("凑(?:个|足|满|成|够|齐|了)?$")
TO_REGISTER = expression("(?:块|元)?(?:钱)?(?:来|去)?注册")
"""«我们凑五十万注册»."""
DROPPED = expression(r"(?:注册资本|注册资金|资本)(?:那栏|这块|的事)?(?:还是|先|暂时|就)*(?:先不填|不填|空着|先不写|不写了|不定了|再说)")
TOTAL = expression(r"(?:一共|总共|合计|加起来|总计|共计|总额)(?:就?是|正好|有)?$")
RETHOUGHT = expression(
    "(?:吧|嘛|了|的)?，?(?:让)?(?:好像|可能|是不是|有点|觉得|会不会)*(?:不够|太少|少了|太多|多了|太低|太高|不好看|偏少|偏多|算了|我?再?想[想了]想?)[^，。；]{0,3}[，。]*(?:那就|那|还是|就|干脆|直接|改|写|弄|定|要不|来个){1,3}$"
)
FORMERLY = expression("(?:原来|本来|原先|一开始|开始|之前|先前|上次)[^，。；]{0,6}$")
NOW = expression("(?:的|吧|了)*，?(?:现在|后来|最后|最终|如今|这次)[^，。；]{0,4}(?:定|写|改|是|要|成|按|填|报)(?:了|成|为|到|的是)?")
STOPS = expression("[，。；]")
DENIED = expression("不[是写填]?$")
MORE = expression(r"(?:再加|又加|增加|加|再增|多加)(?:上|个)?$")
TEN_THOUSAND = Decimal(10_000)


def is_capital(walk: Walk, place: int) -> bool:
    """Whether the amount at `place` is the registered capital: by its words, the question, or a correction of it."""
    token = walk.tokens[place]
    before = walk.text[max(0, token.start - 20) : token.start]
    if CAPITAL_BEFORE.search(before) and not _someone_between(walk, place, before):
        return True
    if _named_after(walk, place) or (walk.asked == "registered_capital" and not _somebodys(walk, place)):
        return True
    if walk.holdings.slot == "capital" and (corrects(walk, place) or _denied_behind(walk, place) or _thought_again(walk, place)):
        return True
    return _own_capital(walk, place)


def _somebodys(walk: Walk, place: int) -> bool:
    """«一百万我出六十万他出四十万»: asked about the capital, a person is named right before a further amount, which is theirs."""
    known = walk.holdings.capital
    if known is None or not any(spot.turn == walk.turn for spot in known.spots):
        return False
    before = walk.tokens[place - 2 : place] if place > 1 else walk.tokens[:place]
    return bool(before) and (before[-1].kind in WHO or (before[-1].kind == "hold" and before[0].kind in WHO))


def _thought_again(walk: Walk, place: int) -> bool:
    """«五十万不够吧那就一百万», «原来说五十万的,现在定一百万»: the amount behind takes the place of the one before."""
    known = walk.holdings.capital
    if known is None or known.amount is None or known.spots[-1].turn != walk.turn:
        return False
    between = walk.text[known.spots[-1].end : walk.tokens[place].start]
    said_before = walk.text[max(0, known.spots[-1].start - 10) : known.spots[-1].start]
    return bool(RETHOUGHT.match(between) or (FORMERLY.search(said_before) and NOW.fullmatch(between)))


def _denied_behind(walk: Walk, place: int) -> bool:
    """«一百万不是两百万»: nothing but 不是 between the capital and this amount, and no further amount that is meant instead."""
    denied, known = _denial(walk, place), walk.holdings.capital
    if denied is None or known is None or known.spots[-1] != _before(walk, denied.start()):
        return False
    return not re.match("，?(?:而|应该|要)?是[一二两三四五六七八九十百千0-9]", walk.text[walk.tokens[place].end :])


def _own_capital(walk: Walk, place: int) -> bool:
    """«新公司某某有限公司认缴一千万»: what is subscribed to the company itself is its capital."""
    if place < 2 or walk.tokens[place - 1].kind != "hold" or walk.holdings.capital is not None:
        return False
    before = walk.tokens[place - 2]
    return before.kind == "enterprise" and before.mention.role_hint == "own" and before.who == walk.holdings.first_enterprise


def is_others(walk: Walk, place: int) -> bool:
    """«客户注册资本一千万», «我们母公司的注册资本是三个亿»: somebody else's capital."""
    return OTHERS_CAPITAL.search(walk.text[max(0, walk.tokens[place].start - 24) : walk.tokens[place].start]) is not None


def is_total(walk: Walk, place: int) -> bool:
    """«一共三百万» after the partners' shares, where no capital was named."""
    return totals(walk, place) and (walk.holdings.capital is None or walk.holdings.slot == "capital") and bool(walk.holdings.stakes or walk.holdings.every)


def totals(walk: Walk, place: int) -> bool:
    """Whether 一共 or the like stands right before the amount."""
    start = walk.tokens[place].start
    return TOTAL.search(walk.text, max(0, start - 6), start) is not None


def increase(walk: Walk, place: int) -> bool:
    """«资本再加五万»: the capital grows by the amount, where it is known."""
    mention, capital = walk.tokens[place].mention, walk.holdings.capital
    before = walk.text[max(0, walk.tokens[place].start - 5) : walk.tokens[place].start]
    if not MORE.search(before) or capital is None or capital.amount is None or mention.amount is None:
        return False
    walk.holdings.capital = replace(capital, amount=capital.amount + mention.amount, spots=(*capital.spots, *walk.spot(place)))
    walk.holdings.slot = "capital"
    return True


def _named_after(walk: Walk, place: int) -> bool:
    """«六十万的注册资本»; not «他出五十万,注册资本一共…», where the words begin the next amount."""
    token = walk.tokens[place]
    pooled = POOLED.search(walk.text, max(0, token.start - 4), token.start) and TO_REGISTER.match(walk.text, token.end)
    if not pooled and not CAPITAL_AFTER.match(walk.text, token.end):
        return False
    return not any(token.kind == "money" for token in walk.tokens[place + 1 : place + 4]) and not (
        place > 1 and walk.tokens[place - 1].kind == "hold" and walk.tokens[place - 2].kind in WHO
    )


def _someone_between(walk: Walk, place: int, before: str) -> bool:
    start = walk.tokens[place].start - len(before) + max(before.rfind("资本"), before.rfind("资金"), before.rfind("注册资"))
    return any(token.kind in {*WHO, "money"} for token in walk.tokens if start < token.start < walk.tokens[place].start)


def set_capital(walk: Walk, place: int) -> None:
    """Take the amount at `place` as the registered capital; a vague one leaves it open, a bare figure gives two readings."""
    mention = walk.tokens[place].mention
    known = walk.holdings.capital
    denied = _denial(walk, place)
    if denied and not _hesitated(walk, denied.start()):
        walk.holdings.slot = "capital"
        if known is not None and known.amount is not None and mention.amount is not None and known.spots[-1] == _before(walk, denied.start()):
            walk.holdings.capital = replace(known, amount=None, spots=(*known.spots, *walk.spot(place)), readings=(known.amount, mention.amount))
        return
    currency = mention.currency or (known.currency if known else None)
    clear = mention.amount is not None and mention.unit_said
    readings = mention.readings or (() if clear or mention.amount is None else (mention.amount * TEN_THOUSAND, mention.amount))
    if clear and known is not None and not denied and _rival(walk, place, known.amount):
        readings = tuple(amount for amount in (known.amount, mention.amount) if amount is not None)
        walk.holdings.capital = Capital(None, currency, (*known.spots, *walk.spot(place)), readings)
        return
    walk.holdings.capital = Capital(mention.amount if clear else None, currency, walk.spot(place), readings)
    walk.holdings.slot = "capital"


def _denial(walk: Walk, place: int) -> re.Match[str] | None:
    """The 不是 right before the amount."""
    start = walk.tokens[place].start
    return DENIED.search(walk.text, max(0, start - 4), start)


def _hesitated(walk: Walk, start: int) -> bool:
    """«一百万呃不是两百万», or said without any stop: the speaker mends; «一百万,不是两百万» denies."""
    if walk.text[start - 1 : start] in tuple("，。；"):
        return False
    return start in walk.pauses or walk.text[start : start + 2] not in ("不是", "不写", "不填") or not STOPS.search(walk.text)


def _before(walk: Walk, end: int) -> Spot | None:
    """The words of the token that ends there."""
    return next((Spot(walk.turn, token.start, token.end) for token in walk.tokens if token.end == end), None)


def _rival(walk: Walk, place: int, amount: Decimal | None) -> bool:
    """Whether another capital was named before in this turn, with no word of changing between: one of the two must be asked about."""
    known = walk.holdings.capital
    if known is None or amount is None or known.spots[-1].turn != walk.turn or amount == walk.tokens[place].mention.amount:
        return False
    if _thought_again(walk, place):
        return False
    between = [token for token in walk.tokens if known.spots[-1].end <= token.start < walk.tokens[place].start]
    return not any(token.kind in {"fix", "change", "not"} for token in between) and not totals(walk, place)
