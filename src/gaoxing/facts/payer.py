"""Whose a share is said to be behind it (谁出的): «出五十万的是甲», «另外九十万是我表哥出», «占六成的是乙»."""

from __future__ import annotations

from gaoxing.facts.mentions import WHO
from gaoxing.facts.reference import SURNAME
from gaoxing.facts.subject import Walk

PAID = frozenset(["的", "出的", "出资的", "投的", "拿的", "投资的", "掏的"])


def said_of(walk: Walk, place: int) -> int | None:
    """«出五十万的是甲», «占六成的是乙»: whose share it is said to be."""
    ahead = walk.tokens[place + 1 : place + 5]
    if len(ahead) > 1 and ahead[0].words in {"是", "都是", "就是"} and ahead[1].kind in WHO:
        same = 3 if len(ahead) > 2 and ahead[2].who == ahead[1].who else 2
        if len(ahead) > same and (ahead[same].words in PAID or (ahead[same].kind == "hold" and not _sized(walk, place + same + 2))):
            return ahead[1].who
    behind = walk.tokens[place + 1 :]
    others = next((number for number, token in enumerate(behind) if token.who != behind[0].who), 0)
    if place and walk.tokens[place - 1].kind == "remainder" and behind and behind[0].kind in WHO and others and behind[others].words in PAID:
        return behind[0].who
    ahead = ahead[:3]
    if len(ahead) < 3 or ahead[0].words not in {"的", "的那个", "的那位", "的人"} or not ahead[1].words.endswith("是") or ahead[2].kind not in WHO:
        return None
    return ahead[2].who if place and walk.tokens[place - 1].kind in {"hold", "method"} else None


def is_named_so(walk: Walk, place: int) -> bool:
    """«给他弟弟李二成»: a surname alone between a relation and what looks like a percent; the two are a name."""
    before = walk.tokens[max(0, place - 2) : place]
    return len(before) > 1 and before[0].kind == "relation" and before[1].kind == "text" and before[1].words in SURNAME


def name_holder(walk: Walk, place: int) -> None:
    """«老婆出三十，我出五十»: how much is not known without a unit, but that they pay in is."""
    token, behind = walk.tokens[place], walk.tokens[place + 1 : place + 2]
    alone = not behind or behind[0].kind in {"comma", "stop"}
    if (
        walk.subject
        and alone
        and token.mention.amount is not None
        and not token.mention.unit_said
        and walk.subject_at == place - 2
        and walk.tokens[place - 1].kind == "hold"
    ):
        walk.holdings.named.setdefault(walk.subject[-1], walk.spot(place)[0])


def _sized(walk: Walk, place: int) -> bool:
    """Whether a share of its own stands at `place`."""
    return place < len(walk.tokens) and walk.tokens[place].kind in {"money", "percent", "half", "remainder"}
