"""Whom 他 or 她 means (代词所指): the last third person that it fits; a question where it fits two alike.

Two fit alike where they stand in one list («甲和乙……法人是他») or where each was given a share, one after the other, and then «他» a post.
"""

from __future__ import annotations

from collections.abc import Sequence

from gaoxing.facts.roster import PERSONS, WHO, Look, Member
from gaoxing.facts.token import Token

FIRM = ("我们公司", "我们单位", "我们集团", "我们企业", "我司", "本公司", "我们这边", "我们厂")


def pronoun(look: Look) -> Member:
    """The last third person that fits; with «他叫» the last one without a name; a question where two fit alike."""
    if (told := _told(look)) is not None:
        return look.roster.members[told]
    if look.token.words.startswith(("前者", "后者")):
        return look.roster.new()
    fitting = look.roster.thirds(look.token.words[0])
    after = look.after()
    if after is not None and after.words.endswith("叫"):
        return next((each for each in fitting if not each.heard), None) or (fitting[0] if fitting else look.roster.new())
    alike = _alike([*look.roster.trail, *look.known], [each.number for each in fitting])
    if len(alike) > 1:
        question = look.roster.new()
        question.either = alike
        return question
    return fitting[0] if fitting else look.roster.new()


def _told(look: Look) -> int | None:
    """Whom the words alone tell: «法人何苗,董事也是他»; «前者» and «后者» of two said together; «我们» of a firm that said who it is."""
    known = look.known
    if look.token.words.startswith(("前者", "后者")):
        pair = _last_pair(known)
        return None if pair is None else pair[look.token.words.startswith("后者")]
    if look.token.words.startswith("我们"):
        return own_firm([*look.roster.trail, *known])
    before = [token for token in known[-4:] if token.kind != "comma"][-3:]
    if len(before) == 3 and before[2].words in {"也是", "也由", "也写", "也归"} and before[1].kind == "role" and before[0].kind == "name":
        return before[0].who
    return None


def _last_pair(known: Sequence[Token]) -> tuple[int, int] | None:
    """The last two said in one breath: «甲公司和自然人乙»."""
    for place in range(len(known) - 1, 0, -1):
        if known[place].kind == "and":
            one = next((token for token in reversed(known[:place]) if token.kind in WHO), None)
            other = next((token for token in known[place + 1 : place + 3] if token.kind in WHO), None)
            if one is not None and other is not None and known[place - 1].who == one.who != other.who:
                return one.who, other.who
    return None


def own_firm(before: Sequence[Token]) -> int | None:
    """«我们公司是某某有限公司»: the firm for which the speaker speaks."""
    for place in range(2, len(before)):
        if before[place].kind == "enterprise" and before[place - 1].kind == "put" and before[place - 2].words.endswith(FIRM):
            return before[place].who
    return None


def _alike(before: Sequence[Token], fitting: Sequence[int]) -> tuple[int, ...]:
    """Two or more persons whom nothing tells apart: they stand in one list, and nobody of them was spoken of alone since.

    Also where a post is given to «他» right after two persons whose shares were said one after the other.
    """
    last = next((place for place in range(len(before) - 1, -1, -1) if before[place].who in fitting), None)
    if last is None:
        return ()
    listed = [before[last].who]
    place = _first_mention(before, last)
    while place >= 2 and before[place - 1].kind == "and" and before[place - 2].kind in PERSONS:
        place = _first_mention(before, place - 2)
        if before[place].who in fitting:
            listed.append(before[place].who)
    if len(set(listed)) > 1:
        return tuple(dict.fromkeys(reversed(listed)))
    return _parallel(before, fitting, last)


def _first_mention(before: Sequence[Token], place: int) -> int:
    """Back over «我妹妹某某»: several words for one person."""
    while place > 0 and before[place - 1].who == before[place].who:
        place -= 1
    return place


def _parallel(before: Sequence[Token], fitting: Sequence[int], last: int) -> tuple[int, ...]:
    """«甲六十万,乙四十万,法人是»: the two before a post that «他» is given."""
    if not before or before[-1].kind not in {"put", "role"} or not any(token.kind == "role" for token in before[last + 1 :]):
        return ()
    holders: list[int] = []
    for place in range(last, -1, -1):
        token = before[place]
        if token.kind == "stop":
            break
        if token.who in fitting:
            after = next((each for each in before[place + 1 : place + 4] if each.kind not in {"comma", "code", "cue", "text"}), None)
            if after is None or after.kind not in {"hold", "percent", "money"}:
                break
            holders.append(token.who)
    return tuple(dict.fromkeys(reversed(holders))) if len(set(holders)) > 1 else ()
