"""A name put right while it is said (口误更正): the division stays, the wrong 字号 is left out, a cue for its characters too.

>>> mended_name("公司叫昆山云海不对是云山机械", 3, 14)
(3, '昆山云山机械')
"""

from __future__ import annotations

import re

from gaoxing.facts.place_name import CHAIN
from gaoxing.standards.expression import expression

_WRONG = expression(
    rf"(?P<place>{CHAIN.pattern})(?P<wrong>(?:(?![我你他她的叫在是])[一-龥]){{2,8}}?)[，。]?(?:不对(?!外)|不是|说错了?|讲错了?|念错了?|错了|哦不|更正)(?:[，。啊哦呃了]|不对)*"
)
_LEAD = expression(r"(?:[，。是叫]|应该|改成|改为)*")
_SPELT = expression(r"(?P<said>[一-龥]{2,4}?)[，]?[一-龥，]{1,10}?的[，]?(?=(?P=said))")
_TALK = expression(r"[我你他她的，。]|公司|一家")


def mended_name(text: str, low: int, form: int) -> tuple[int, str] | None:
    """Where the name that ends at `form` begins and what it is without the slip; None where no slip stands in `text[low:form]`."""
    for slip in _WRONG.finditer(text, low, form):
        rest = text[slip.end() : form]
        again = re.match(rf"{re.escape(slip['wrong'][:2])}[一-龥]{{0,4}}?是", rest)
        rest = rest[again.end() :] if again else rest
        rest = _SPELT.sub("", rest[_LEAD.match(rest).end() :], count=1)  # type: ignore[union-attr]
        if 3 <= len(rest) <= 20 and not CHAIN.match(rest) and not _TALK.search(rest):
            return slip.start(), slip["place"] + rest
    return None
