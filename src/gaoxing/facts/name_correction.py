"""A name put right while it is said (口误更正): the division stays, the wrong 字号 is left out, a cue for its characters too.

>>> mended_name("公司叫昆山云海不对是云山机械", 3, 14)
(3, '昆山云山机械')
"""

from __future__ import annotations

import re

from gaoxing.facts.cue import Cue, find_cues, mend
from gaoxing.facts.place_name import CHAIN
from gaoxing.facts.sound import same
from gaoxing.standards.expression import expression

_WRONG = expression(
    rf"(?P<place>{CHAIN.pattern})(?P<wrong>(?:(?![我你他她的叫在是])[一-龥]){{2,8}}?)[，。]?(?:不对(?!外)|不是|说错了?|讲错了?|念错了?|错了|哦不|更正)(?:[，。啊哦呃了]|不对)*"
)
_LEAD = expression(r"(?:[，。是叫]|应该|改成|改为)*")
_SPELT = expression(r"(?P<said>[一-龥]{2,4}?)[，]?[一-龥，]{1,10}?的[，]?(?=(?P=said))")
_NOT_CALLED = expression(
    r"(?:不叫|别叫|不要叫|不想叫)(?P<wrong>[一-龥]{2,6}?)"
    r"(?:了?(?:，|(?=叫|改))(?:我们|还是|就|要|而是|是)*(?:改叫|叫|改成|改为|换成)(?P<clause>[一-龥]*)|了(?=[，。；]|$))"
)
_LEADS_UP = expression(r"，?(?:[一-龥]字?就?是)?")
_NO_TRADE_NAME = expression("[我你他她的了是叫什么啥吧呢这那不没再]|公司|名字")
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


def renamed(text: str, core: str) -> tuple[str, int, int] | None:
    """«不叫云起了，叫云柏，柏树的柏»: the name behind the division with its new 字号, and where that was said; empty where the old one is only taken back.

    `core` is the name as it stood, without its division. None where the words are not of it.
    """
    for said in _NOT_CALLED.finditer(text):
        wrong = said["wrong"]
        if len(core) < len(wrong) or not all(map(same, wrong, core)):
            continue
        if said["clause"] is None:
            return "", said.start(), said.end()
        cues = [cue for cue in find_cues(text) if cue.start > said.start("clause")]
        new = text[said.start("clause") : min([said.end(), *(cue.start for cue in cues)])]
        if not 2 <= len(new) <= 6 or _NO_TRADE_NAME.search(new):
            return "", said.start(), said.end()
        spelt = _right_behind(text, said.start("clause") + len(new), cues)
        return mend(new, spelt, leading=True)[0] + core[len(wrong) :], *said.span()
    return None


def _right_behind(text: str, place: int, cues: list[Cue]) -> list[Cue]:
    """The cues that follow at `place` one after the other."""
    found: list[Cue] = []
    for cue in cues:
        if not _LEADS_UP.fullmatch(text, place, cue.start):
            break
        found.append(cue)
        place = cue.end
    return found
