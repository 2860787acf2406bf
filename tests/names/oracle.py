"""Which rule two names meet under, worked out anew from their parts: imports nothing from the stage it checks.

Knows a handful of trades only, and reads characters with pypinyin. Regular names of one prefecture, told by their parts.
"""

from __future__ import annotations

from itertools import permutations

from pypinyin import Style, pinyin

SYNONYMS = (
    {"科技", "智能科技", "信息技术", "网络科技"},
    {"贸易", "商贸", "进出口"},
    {"机械", "精密机械", "机电"},
    {"餐饮", "餐饮管理", "饮食"},
    {"房地产", "置业"},
)
NEAR = ({"机械", "精密机械", "机电", "模具"}, {"科技", "智能科技", "信息技术", "网络科技", "人工智能"})
TRADELESS = {"", "实业", "发展"}
FORMS = ("有限公司", "股份有限公司", "有限责任公司", "厂")
BINDING = {"E1", "E2", "E3", "B1", "B2"}

Parts = tuple[str, str, str, str]
"""Division, 字号, trade, form."""


def rule(one: Parts, other: Parts) -> str | None:
    """The heaviest rule for two names that both begin with their division; None where they do not meet."""
    (_, said, trade, _), (_, theirs, their_trade, _) = one, other
    if one == other:
        return "E1"
    if said == theirs:
        return _same_name(one, other)
    if trade in TRADELESS and their_trade in TRADELESS:
        return "N5" if _homophone(said, theirs) or _inside(said, theirs) else None
    if not (_synonym(trade, their_trade) or _near(trade, their_trade)):
        return None
    if _homophone(said, theirs):
        return "N2"
    if _inside(said, theirs):
        return "N3"
    return "N4" if _partly(said, theirs) else None


def _same_name(one: Parts, other: Parts) -> str | None:
    trades = one[2], other[2]
    if trades[0] == trades[1] and trades[0] not in TRADELESS:
        return "E3"
    if TRADELESS & set(trades):
        return "B2"
    if _synonym(*trades):
        return "B1"
    return "N1" if _near(*trades) else None


def _synonym(one: str, other: str) -> bool:
    return one == other or any({one, other} <= each for each in SYNONYMS)


def _near(one: str, other: str) -> bool:
    return any({one, other} <= each for each in NEAR)


def _inside(one: str, other: str) -> bool:
    return (one in other or other in one) and min(len(one), len(other)) > 1


def _ways(text: str) -> list[set[str]]:
    return [{each.replace("ü", "v") for each in row} for row in pinyin(list(text), style=Style.NORMAL, heteronym=True)]


def _homophone(one: str, other: str) -> bool:
    return len(one) == len(other) and all(a & b for a, b in zip(_ways(one), _ways(other), strict=True))


def _partly(one: str, other: str) -> bool:
    """By trying every order: the same syllables reordered, or one of three and more differing."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    ways = _ways(short)
    best = max(sum(bool(a & b) for a, b in zip(ways, order, strict=False)) for order in permutations(_ways(long)))
    return best == len(long) or (len(long) > 2 and best == len(long) - 1)
