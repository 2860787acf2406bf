"""One owner alone (一人股东) and shareholders by name: «股东就我一个», «张三全资», «全是他一个人出», «股东甲、乙»."""

from __future__ import annotations

import re
from fractions import Fraction

from gaoxing.facts.mentions import WHO
from gaoxing.facts.stake import Stake
from gaoxing.facts.subject import Walk, give, governs, is_near, listed
from gaoxing.standards.expression import expression

ONE = frozenset(["一个人", "一个", "就一个", "就一个人", "只有一个", "一位", "就一位"])
LED_UP = frozenset(["有", "分别", "两位", "两个人", "三个人", "就", "两个", "三个", "：", "为"])
"""What may stand between 股东 and the first of them."""
ALONE = expression(r"(?:自己|本人)?，?(?:一个人|一人|一个|一位|独资|全资|100%|百分之百)(?!占)")


def read_sole(walk: Walk, place: int) -> None:
    """«股东就我一个», «张三全资», «全是他一个人出»; not «员工就我一个» and not «董事只有她一个»."""
    before = walk.tokens[place - 1] if place else None
    if (
        (before is not None and before.kind == "role")
        or walk.asked == "employees"
        or re.search(
            r"(?:员工|人员|人手|董事|监事|干活)[^，。]{0,4}$|[不没][雇请招]人?，?$", walk.text[max(0, walk.tokens[place].start - 12) : walk.tokens[place].start]
        )
    ):
        return
    if place - walk.taken_over <= 2:
        return
    who, ahead = _sole_owner(walk, place)
    if who is not None:
        walk.holdings.stakes = {who: Stake(part=Fraction(1), spots=walk.spot(place, *ahead))}
        walk.holdings.equal, walk.holdings.rest = None, ()
        walk.holdings.slot = who


def _sole_owner(walk: Walk, place: int) -> tuple[int | None, tuple[int, ...]]:
    """Whose it all is: with 就, 全是 or 唯一股东 the person after it, else the person before."""
    words = walk.tokens[place].words
    if "子公司" in words:
        return _parent(walk, place), ()
    after = next(
        (number for number in range(place + 1, min(place + 3, len(walk.tokens))) if walk.tokens[number].kind in WHO and _free(walk, place, number)), None
    )
    only = words.startswith(("就", "只", "仅", "全是", "全由", "全归", "都", "全都", "全部")) or words == "全"
    if after is not None and (words.endswith("股东") or (only and _alone_words(walk, place, after))):
        return walk.tokens[after].who, (after,)
    if not only and walk.subject and governs(walk, place) and is_near(walk, place) and not _of_itself(walk, words):
        return walk.subject[-1], (walk.subject_at,)
    if _unheard_before(walk, place):
        return None, ()
    walk.holdings.alone = walk.spot(place)[0] if words.startswith(("独资", "一人", "一个人", "唯一", "全资")) else walk.holdings.alone
    return None, ()


def _parent(walk: Walk, place: int) -> int | None:
    """«我们单位是甲公司,要设一个全资子公司»: the last enterprise before that is not the new one itself."""
    before = [token for token in walk.tokens[:place] if token.kind == "enterprise" and token.mention.role_hint == ""]
    return before[-1].who if before else None


def _of_itself(walk: Walk, words: str) -> bool:
    """«昆山某某有限公司,一人公司»: what kind of company it is, not whom it belongs to."""
    return walk.tokens[walk.subject_at].kind == "enterprise" and words.startswith(("一人", "一个人"))


def _unheard_before(walk: Walk, place: int) -> bool:
    """«…三百万某某一个人出资»: two or three characters right before that may be a name nobody made out."""
    before = walk.tokens[place - 1] if place else None
    if before is None or before.kind != "text" or not 2 <= len(before.words) <= 3 or re.search("[是为人型的属类企业资钱]|公司|全部|开个", before.words):
        return False
    return place < 2 or walk.tokens[place - 2].kind in {"money", "percent", "comma", "stop"}


def _free(walk: Walk, place: int, number: int) -> bool:
    between = walk.tokens[place + 1 : number]
    return all(each.kind in {"put", "comma"} or each.words in {"的", "自然人", "是", "股东"} for each in between) and (
        number == place + 1 or any(each.kind == "put" for each in between)
    )


def _alone_words(walk: Walk, place: int, ahead: int) -> bool:
    """After «就我» must come one person alone as holder or payer, not some other sentence; «全是我» may also be 全是我出."""
    rest = walk.text[walk.tokens[ahead].end : walk.tokens[ahead].end + 12]
    start = walk.text[max(0, walk.tokens[place].start - 8) : walk.tokens[place].start]
    if walk.tokens[place].words.startswith(("全", "都")):
        return bool(re.match(r"(?:自己|本人)?(?:一个人|一人|出|的(?=，|。|$|注册|钱|公司|法|我))", rest)) and not re.search("剩|余|其", start)
    return bool(re.match(r"(?:自己|本人)?(?:一个|一人|一位|个人|自己)(?:人)?(?:股东|出资?|投|的|，|。|$|法|注|公司|当|做|名)?", rest)) and (
        not start or bool(re.search("股东|出资|投资|公司|合伙", start)) or bool(re.match(".{0,6}(?:股东|出资|独资)", rest))
    )


def _among_posts(walk: Walk, number: int) -> bool:
    """«股东、法人、经理都是我»: posts in one list with 股东."""
    kind = walk.tokens[number].kind
    after = walk.tokens[number + 1].kind if number + 1 < len(walk.tokens) else ""
    before = walk.tokens[number - 1].kind
    return (kind, after) == ("and", "role") or (before, kind) in {("and", "role"), ("role", "all")}


def read_owners(walk: Walk, place: int) -> None:
    """«股东张三、李四»: shareholders by name; «股东就我一个», «股东张三一人»: one alone."""
    number, one = place + 1, False
    if place and walk.tokens[place - 1].kind == "not":
        return
    while number < len(walk.tokens) and (
        walk.tokens[number].kind in {"put", "sole"} or _among_posts(walk, number) or walk.tokens[number].words in LED_UP | ONE
    ):
        one = one or walk.tokens[number].words in ONE
        if one and number + 1 < len(walk.tokens) and walk.tokens[number + 1].kind == "comma":
            number += 1
        number += 1
    if (
        number < len(walk.tokens)
        and walk.tokens[number].kind in WHO
        and not (walk.tokens[number].kind == "self" and number + 1 < len(walk.tokens) and walk.tokens[number + 1].kind == "and")
    ):
        for each in listed(walk, number):
            walk.holdings.named[walk.tokens[each].who] = walk.spot(place)[0]
        last = number
        while last + 1 < len(walk.tokens) and walk.tokens[last + 1].who == walk.tokens[number].who:
            last += 1
        if (one or ALONE.match(walk.text, walk.tokens[last].end)) and len(listed(walk, number)) == 1:
            give(walk, walk.tokens[number].who, Stake(part=Fraction(1), spots=walk.spot(place, number)))
