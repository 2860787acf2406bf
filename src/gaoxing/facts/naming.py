"""Who a name or a relation belongs to (称呼归人): beside «我», beside a relation, heard before, heard with other characters, put right.

«我老婆李静», «舅舅叫于国», «X,就是我», «我,也就是跟您说话的X»: one person. «我叫张三,哦不,李四»: the name is put right. Two names of one sound that both
hold a share are two people; where nothing tells, the name is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from gaoxing.facts.cue import mend
from gaoxing.facts.roster import PERSONS, Look, Member
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

OFFICIAL = expression("(?:大名|全名|真名|本名|学名)(?:叫|是)?$")
SELF_NAMED = expression("(?<![他她的])(?:名字|姓名)(?:叫|是|：)$")
NAMING_GLUE = frozenset([
    "，", "叫", "：", "是", "名叫", "的叫", "就是", "本人", "的名字叫", "的", "姓名", "他叫", "她叫", "、", "小名", "今天来", "大名",
    "全名", "真名", "本名", "学名", "大名叫", "全名叫", "一个", "一个人", "自己",
])  # fmt: skip
"""What may stand between a person and the name that is theirs."""


def relation(look: Look) -> Member:
    """«我老婆» after a name and 是 («李静是我老婆») is that person; else the one so called, or a new one."""
    key, known, roster = look.token.mention.key, look.known, look.roster
    owner = look.token.words[0] if look.token.words[0] in "他她" else ""
    if not owner and look.token.words[0] not in "我咱" and len(known) > 1 and known[-1].words in {"是", "就是"} and known[-2].kind == "self":
        return roster.speaker()
    found = roster.related(owner + key)
    before = _beside(known)
    if found is None and before is not None and before.kind == "name" and known[-1].words in {"是", "就是"}:
        found = roster.members[before.who]
    found = found or roster.new()
    found.relations.add(owner + key)
    return found


def named(look: Look) -> Member:
    """The one whose name this is; a new member where it is nobody's yet."""
    heard, roster = look.token.mention.name, look.roster
    found = roster.called(heard, "person", look.own)
    if look.token.mention.given_only and found is not None:
        return found
    found = found or _heard_again(look) or roster.nicknamed(heard)
    joined = _joined(look)
    if joined is not None and joined.heard and OFFICIAL.search(look.words_before()):
        joined.heard = heard
        return joined
    if found is not None:
        found.heard = found.heard or heard
        return roster.join(found, joined) if joined is not None and joined is not found and not joined.heard else found
    slip = _slip(look)
    if slip is not None and (joined is None or joined is slip):
        slip.heard, slip.cues = heard, []
        return slip
    if joined is not None and not joined.heard and joined.kind == "person":
        joined.heard = heard
        return joined
    fresh = roster.new()
    fresh.heard = heard
    return fresh


def _joined(look: Look) -> Member | None:
    """The nameless one whom a name is given: the person beside it, «我» before or after it, the last of the sentence for «姓冼……名字一个薇»."""
    known, roster, mention = look.known, look.roster, look.token.mention
    before = _beside(known) or _described(known) or _topic(known, roster.members)
    if before is None and look.token.words != mention.name and not mention.given_only:
        before = _in_sentence(known) or _nameless(known, roster.members)
    if before is not None and known[-1].kind == "comma" and _stands_alone(look):
        before = None
    joined = None if before is None or before.kind == "name" else roster.members[before.who]
    if _followed_by_self(look) and not roster.speaker().heard:
        joined = roster.speaker()
    if before is not None and before.who >= 0 and OFFICIAL.search(look.words_before()):
        joined = roster.members[before.who]
    if joined is None and SELF_NAMED.search(look.words_before()) and not roster.speaker().heard:
        joined = roster.speaker()
    return joined


def _described(known: Sequence[Token]) -> Token | None:
    """«我,也就是现在跟您说话的X»: the person before a clause that only describes them."""
    comma = next((place for place in range(len(known) - 1, 0, -1) if known[place].kind in {"comma", "stop"}), None)
    if comma is None or not known[-1].words.endswith("的") or known[comma].kind == "stop" or comma + 1 >= len(known):
        return None
    if known[comma + 1].words not in {"就是", "也就是", "即", "也是"} or known[comma - 1].kind not in PERSONS:
        return None
    return known[comma - 1]


def _nameless(known: Sequence[Token], members: Sequence[Member]) -> Token | None:
    """The last person of the sentence, if that one has no name yet."""
    last = next((token for token in reversed(known) if token.kind in {*PERSONS, "stop"}), None)
    return last if last is not None and last.kind in PERSONS and not members[last.who].heard else None


def _topic(known: Sequence[Token], members: Sequence[Member]) -> Token | None:
    """«我是男方,叫X»: the clause goes on about the last person of the sentence, if that one has no name yet."""
    if len(known) < 2 or known[-1].words not in {"叫", "名叫", "名字叫"} or known[-2].kind != "comma":
        return None
    return _nameless(known, members)


def _heard_again(look: Look) -> Member | None:
    """A person heard twice with different characters. In one breath two such names are two people, or a question."""
    heard, known, own = look.token.mention.name, look.known, look.own
    found = look.roster.sounding(heard)
    if found is None or (own and found.cues and mend(heard, own)[0] != found.name):
        return None
    if mend(heard, found.cues)[0] == found.name or mend(found.heard, own)[0] == mend(heard, own)[0] != found.heard:
        return found
    here = [number for number, token in enumerate(known) if token.who == found.number]
    if any(token.kind == "fix" or token.words.startswith(("不是", "写错")) for token in known[-4:]):
        found.heard = heard
        return found
    if here and (known[-1].kind == "and" or (_holds(look.tokens, look.place) and any(_holds(look.tokens, number) for number in here))):
        return None
    if here and not own:
        found.variants.append(heard)
    return found


def _holds(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].kind in {"hold", "percent", "money", "half"}


def _slip(look: Look) -> Member | None:
    """«我叫张三,哦不,李四»: the name said just before by mistake, with nothing but the correction between."""
    known, place, fixed = look.known, len(look.known) - 1, False
    while place >= 0 and (known[place].kind in {"comma", "fix", "put", "cue"} or known[place].words in {"身份证上", "应该"}):
        fixed = fixed or known[place].kind == "fix"
        place -= 1
    if not fixed or place < 1 or known[place].kind != "name" or not known[place - 1].words.endswith("叫"):
        return None
    return look.roster.members[known[place].who]


def _beside(known: list[Token]) -> Token | None:
    """The person token that a name or relation stands beside, over at most two pieces of glue (叫, 是, a comma)."""
    for token in reversed(known[-8:]):
        if token.kind == "cue" or (token.kind == "sole" and "一个" in token.words) or token.words.startswith(("姓", "名字一个", "单名")):
            continue
        if token.kind in PERSONS:
            return token
        if token.words not in NAMING_GLUE and not (token.kind == "put" and token.words.endswith(("叫", "是", "写"))):
            return None
    return None


def _in_sentence(known: Sequence[Token]) -> Token | None:
    """The last person of the sentence: whom «姓冼……名字一个薇» goes on about."""
    for token in reversed(known):
        if token.kind in PERSONS:
            return token
        if token.kind in {"stop", "role"}:
            return None
    return None


def _stands_alone(look: Look) -> bool:
    """After a comma, a name that goes on with a verb or a post of its own opens a new clause («法人是我,李四当监事»)."""
    after = look.after()
    return after is not None and after.kind in {"put", "do", "role", "hold", "all", "and"}


def _followed_by_self(look: Look) -> bool:
    """«X,就是我», «X是我», «X,也就是我»; «X,就我一个股东» where the clause before is the bare name."""
    ahead = look.tokens[look.place + 1 : look.place + 5]
    words = "".join(each.words for each in ahead).lstrip("，")
    alone = words.startswith(("就我一", "只有我一", "我一个人")) and ahead[0].kind == "comma" and (not look.known or look.known[-1].kind in {"comma", "stop"})
    if not alone and not words.startswith(("就是我", "也就是我", "是我", "即我", "就是本人", "是本人")):
        return False
    me = next((number for number, each in enumerate(ahead) if each.kind == "self"), None)
    going_on = {"comma", "stop", "hold", "percent", "money", "put", *(("sole", "text") if alone else ())}
    return me is not None and (me + 1 >= len(ahead) or ahead[me + 1].kind in going_on)
