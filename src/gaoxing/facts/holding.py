"""Who holds what (持股与出资): «我占六成», «甲公司认缴八百万», «剩下的归他», «各一半», «六四开», «他那二十万我来出», and the registered capital.

A walk over the tokens keeps the subject (the last named person, enterprise or list) and writes every share it meets into `Holdings`; `division.divide`
works the shares out at the end. Later words win; vague amounts leave the place empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from gaoxing.facts.mentions import PERSONS, WHO, Spot
from gaoxing.facts.token import Token

CAPITAL_BEFORE = re.compile(
    r"(?:注册资本金?|注册资金|注册的?资本|资本金|股本|注册资|总资本|(?<!投)(?<!控)(?<!风险)资本)(?:[^，。；占出掏股]{0,14}|[^，。；占出掏股]{0,10}，[^，。；占出掏股一二三四五六七八九十]{0,4})$"
)
CAPITAL_AFTER = re.compile(r"(?:人民币)?(?:的|作为|是|做)?(?:注册资本|注册资金)(?!的)")
NOISE_AFTER = re.compile(r"的(?!注册|资本|资金|股|现金|货币|出资|知识|专利|设备|那)|块?(?:一个月|一年|每月|每年|左右的|多的)|(?:月薪|工资|房租|租金)")
DROPPED = re.compile(r"(?:注册资本|注册资金|资本)(?:那栏|这块|的事)?(?:还是|先|暂时|就)*(?:先不填|不填|空着|先不写|不写了|不定了|再说)")
TOTAL = re.compile(r"(?:一共|总共|合计|加起来|总计|共计|总额)(?:就?是|正好|有)?$")
MORE = re.compile(r"(?:再加|又加|增加|加|再增|多加)(?:上|个)?$")
OTHERS = re.compile(r"(?:他们|她们|另外|剩下|其余|其他)(?:那|的)?(?:两|三|几|俩|仨)?个?(?:人)?$")
OTHERS_REST = (-1,)
"""The remainder goes to all holders who have no share of their own yet."""
UNDECIDED = re.compile(r"没(?:有)?(?:谈拢|商量好|定|说好|想好|谈好)|谁[六四七三八二]谁|再商量|回头再(?:说|定|商量)")
COUNT = re.compile(
    r"(?P<count>两|二|三|四|五|六|七|2|3|4|5)(?:个|位|名)?(?:自然人)?(?:人(?!份)|股东|合伙人|发起人|合伙)|(?P<pair>夫妻|小两口|俩|兄弟俩|姐妹俩)"
)
NUMBERS = {
    "两": 2,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
    "夫妻": 2,
    "小两口": 2,
    "俩": 2,
    "兄弟俩": 2,
    "姐妹俩": 2,
}
BARE_NUMBER = re.compile(
    r"^(?:是|占|拿)?(?P<number>[一二两三四五六七八九]?十?[一二三四五六七八九十]|\d{1,2})(?![一-龥]{0,1}(?:个|年|点|号|楼|岁|月|天|位|家|人|间|层|多|来|几|万|成|百|千|鸣))"
)
DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
TEN_THOUSAND = Decimal(10_000)


@dataclass(frozen=True)
class Stake:
    """One share: a fraction of the whole or an amount; `worked_out` where it was not said as such."""

    part: Fraction | None = None
    amount: Decimal | None = None
    spots: tuple[Spot, ...] = ()
    worked_out: bool = False


@dataclass(frozen=True)
class Capital:
    """The registered capital as said; `amount` None where it was left open or vague; `readings` where it may be two."""

    amount: Decimal | None
    currency: str | None
    spots: tuple[Spot, ...]
    readings: tuple[Decimal, ...] = ()


@dataclass
class Holdings:
    """Everything said of shares so far."""

    stakes: dict[int, Stake] = field(default_factory=dict)
    capital: Capital | None = None
    rest: tuple[int, ...] = ()
    rest_spots: tuple[Spot, ...] = ()
    equal: Spot | None = None
    ratio: tuple[int, ...] = ()
    ratio_spot: Spot | None = None
    group: tuple[int, ...] = ()
    partners: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    named: dict[int, Spot] = field(default_factory=dict)
    """Members called shareholders («股东是张三和李四»), whether or not a share was said."""
    count: int = 0
    alone: Spot | None = None
    """«自然人独资», «一人公司», said without a name beside it."""
    every: Stake | None = None
    """What each of all holders has («每人两成», «各出五十万»), said apart from their names."""
    first_enterprise: int = -1
    slot: int | str = ""
    """What the last amount or share was: a member's number, «capital», or nothing."""


@dataclass
class Walk:
    """The reader's place in one turn: tokens, cleaned text, turn number, current subject."""

    tokens: Sequence[Token]
    text: str
    turn: int
    asked: str | None
    holdings: Holdings
    subject: tuple[int, ...] = ()
    subject_at: int = -1
    taken_over: int = -9

    def spot(self, *places: int) -> tuple[Spot, ...]:
        """The words of some tokens."""
        return tuple(Spot(self.turn, self.tokens[place].start, self.tokens[place].end) for place in places)


def read_holdings(tokens: Sequence[Token], text: str, turn: int, holdings: Holdings, asked: str | None = None) -> None:
    """Read one turn's shares and capital into the holdings."""
    walk = Walk(tokens, text, turn, asked, holdings)
    if DROPPED.search(text):
        holdings.capital = None
    if match := COUNT.search(text):
        holdings.count = NUMBERS[match["count"] or match["pair"]]
    for place, token in enumerate(tokens):
        if token.kind in WHO:
            _take_subject(walk, place)
        elif token.kind in READERS:
            READERS[token.kind](walk, place)
    _bare_numbers(walk)


def _take_subject(walk: Walk, place: int) -> None:
    token = walk.tokens[place]
    if token.kind == "enterprise" and not _may_hold(walk, place):
        return
    joined = _joined(walk, place)
    walk.subject = (*walk.subject, token.who) if joined and token.who not in walk.subject else walk.subject if joined else (token.who,)
    walk.subject_at = place
    if joined and len(walk.subject) > 1 and not _posted(walk, place):
        walk.holdings.partners.update(walk.subject)
        walk.holdings.group = walk.subject


def _posted(walk: Walk, place: int) -> bool:
    """Whether the list of persons that ends here hangs on a post («董事甲、乙»), not on a share."""
    before = next((token for token in reversed(walk.tokens[:place]) if token.kind not in {*WHO, "and", "put", "cue"}), None)
    return before is not None and before.kind == "role"


def _may_hold(walk: Walk, place: int) -> bool:
    """Not a former employer or neighbour; the applicant's own name only where a share follows at once (then it is a partner's after all)."""
    hint, who = walk.tokens[place].mention.role_hint, walk.tokens[place].who
    if walk.holdings.first_enterprise < 0:
        walk.holdings.first_enterprise = who
    ahead = [token for token in walk.tokens[place + 1 : place + 4] if token.kind not in {"comma", "code", "text"}]
    return hint == "" or (hint == "own" and who != walk.holdings.first_enterprise and bool(ahead) and ahead[0].kind in {"hold", "percent"})


def _joined(walk: Walk, place: int) -> bool:
    """Whether this person is said in one breath with the subject: «我跟老王», «甲、乙», «我张三»."""
    if not walk.subject or walk.subject_at < 0:
        return False
    between = walk.tokens[walk.subject_at + 1 : place]
    same = walk.tokens[place].who == walk.subject[-1]
    return (all(each.kind == "and" for each in between) and (bool(between) or same)) or (
        same and all(each.kind in {"put", "comma", "text"} for each in between)
    )


def _fresh(walk: Walk, place: int) -> bool:
    """Whether the subject still governs: no full stop, post or other share since."""
    between = walk.tokens[walk.subject_at + 1 : place]
    return bool(walk.subject) and not any(each.kind in {"stop", "role"} or (each.kind in {"percent", "money"} and not _zipped(walk, place)) for each in between)


def _zipped(walk: Walk, place: int) -> bool:
    return len(walk.subject) > 1 and any(each.kind == "each" and each.words.startswith("分别") for each in walk.tokens[walk.subject_at + 1 : place])


def _ahead(walk: Walk, place: int) -> tuple[int, ...]:
    """The persons after a share that it goes to: «归他», «是我老婆的», «由甲和乙»; token places."""
    number = place + 1
    seen_verb = walk.tokens[place].kind in {"remainder", "sole"}
    while number < len(walk.tokens):
        token = walk.tokens[number]
        if token.kind in WHO and seen_verb:
            return _listed(walk, number)
        if (
            token.kind in {"put", "all", "each"}
            or (token.kind == "sole" and token.words.startswith(("都", "全")))
            or token.words in {"再", "全部", "部分", "全", "股份", "的", "就", "那", "自然人", "股东", "部分由自然人", "全是", "股", "给", "合伙人"}
            or (token.kind in {"money", "percent"} and walk.tokens[place].kind == "remainder")
        ):
            seen_verb = seen_verb or token.kind in {"put", "sole"}
        else:
            return ()
        number += 1
    return ()


def _listed(walk: Walk, place: int) -> tuple[int, ...]:
    found = [place]
    while place + 1 < len(walk.tokens):
        after = walk.tokens[place + 1]
        if after.kind in WHO and after.who == walk.tokens[place].who:
            place += 1
        elif after.kind == "and" and place + 2 < len(walk.tokens) and walk.tokens[place + 2].kind in WHO:
            place += 2
            found.append(place)
        else:
            break
    return tuple(found)


def _give(walk: Walk, who: int, stake: Stake) -> None:
    if walk.holdings.equal is not None:
        walk.holdings.equal = None
    walk.holdings.stakes[who] = stake
    walk.holdings.rest = tuple(each for each in walk.holdings.rest if each != who)
    walk.holdings.left.discard(who)
    walk.holdings.slot = who


def _corrects(walk: Walk, place: int) -> bool:
    """Whether this share mends the one before: a correction between, and nobody new."""
    for token in reversed(walk.tokens[:place]):
        if token.kind in {"fix", "change"}:
            return True
        if token.kind in {*WHO, "role", "stop", "money", "percent"} or (token.kind == "text" and len(token.words) > 6):
            return _taken_back(token, walk.text)
    return False


def _taken_back(token: Token, text: str) -> bool:
    """«不对» read as part of the amount before it."""
    return token.kind in {"money", "percent"} and text.startswith(("不对", "错了"), token.end)


def _percent(walk: Walk, place: int) -> None:
    token = walk.tokens[place]
    if token.mention.value is None:
        return
    stake = Stake(part=token.mention.value, spots=walk.spot(place), worked_out=not token.mention.literal)
    before = walk.tokens[place - 1] if place else None
    ahead = _ahead(walk, place)
    special = before is not None and (before.kind == "remainder" or before.words.endswith(("另外", "还有", "其中")))
    if _corrects(walk, place) and isinstance(walk.holdings.slot, int) and not _fresh(walk, place):
        _give(walk, walk.holdings.slot, stake)
    elif ahead and _for_each(walk, place):
        for number in ahead:
            _give(walk, walk.tokens[number].who, replace(stake, worked_out=True))
    elif ahead and (special or not _fresh(walk, place)):
        _give(walk, walk.tokens[ahead[0]].who, stake)
    elif _handed_on(walk, place, stake.part):
        walk.taken_over = place
    elif _fresh(walk, place) and _near(walk, place):
        for who in _shared_by(walk, place):
            _give(walk, who, stake)
    elif _for_each(walk, place):
        _give_all(walk, stake)


def _for_each(walk: Walk, place: int) -> bool:
    """«每人两成», «各出五十万» with the holders named elsewhere."""
    before = walk.tokens[place - 1] if place else None
    return before is not None and (before.kind == "each" or before.words in {"每个人", "各", "每人"})


def _give_all(walk: Walk, stake: Stake) -> None:
    walk.holdings.every = replace(stake, worked_out=True)
    walk.holdings.stakes.clear()
    walk.holdings.equal, walk.holdings.rest = None, ()


def _handed_on(walk: Walk, place: int, part: Fraction | None) -> bool:
    """«他的三成由甲和乙平分»: a leaver's share goes to others in equal parts."""
    before = walk.tokens[place - 1] if place else None
    ahead = tuple(dict.fromkeys(walk.tokens[number].who for number in _ahead(walk, place)))
    giver = walk.subject[-1] if walk.subject else None
    if part is None or before is None or before.words not in {"的", "那", "那个", "手里的"} or not ahead or giver in ahead or giver is None:
        return False
    _drop(walk.holdings, giver)
    for who in ahead:
        held = walk.holdings.stakes.get(who)
        if held is not None and held.part is not None:
            spots = (*held.spots, *walk.spot(place))
            walk.holdings.stakes[who] = Stake(part=held.part + part / len(ahead), spots=spots, worked_out=True)
    return True


def _half(walk: Walk, place: int) -> None:
    """«我出一半»: half of the whole; «各一半» and «另一半» are read elsewhere."""
    if _fresh(walk, place) and _near(walk, place) and len(walk.subject) == 1 and any(each.kind == "hold" for each in walk.tokens[walk.subject_at + 1 : place]):
        _give(walk, walk.subject[0], Stake(part=Fraction(1, 2), spots=walk.spot(place)))
    elif len(walk.subject) == 1 and walk.subject_at == place - 1:
        _give(walk, walk.subject[0], Stake(part=Fraction(1, 2), spots=walk.spot(place)))


def _near(walk: Walk, place: int) -> bool:
    """Whether so little stands between the subject and the share that it can only be the subject's."""
    between = walk.tokens[walk.subject_at + 1 : place]
    loose = sum(len(each.words) for each in between if each.kind == "text")
    held = any(each.kind in {"hold", "each", "method"} for each in between[-3:])
    return loose <= (24 if held else 4)


def _shared_by(walk: Walk, place: int) -> tuple[int, ...]:
    """Of a list: all with 各, the matching one with 分别, else the last."""
    between = walk.tokens[walk.subject_at + 1 : place]
    each = next((token for token in between if token.kind in {"each", "all"}), None)
    if len(walk.subject) < 2 or each is None:
        return walk.subject[-1:]
    if each.words.startswith("分别"):
        number = sum(token.kind in {"percent", "money"} for token in between)
        return walk.subject[number : number + 1]
    return walk.subject


def _money(walk: Walk, place: int) -> None:
    token = walk.tokens[place]
    if _is_capital(walk, place) or (TOTAL.search(walk.text[: token.start]) and walk.holdings.slot == "capital" and not walk.subject):
        if not _increase(walk, place):
            _set_capital(walk, place)
        return
    amount = token.mention.amount
    if amount is None or NOISE_AFTER.match(walk.text, token.end) or not token.mention.unit_said:
        return
    stake = Stake(amount=amount, spots=walk.spot(place))
    if _took_over(walk, place, amount):
        walk.taken_over = place
        return
    if _corrects(walk, place) and isinstance(walk.holdings.slot, int) and not _fresh(walk, place):
        _give(walk, walk.holdings.slot, stake)
        return
    before = walk.tokens[place - 1] if place else None
    ahead = _ahead(walk, place)
    if ahead and before is not None and before.kind == "remainder":
        _give(walk, walk.tokens[ahead[0]].who, stake)
    elif _fresh(walk, place) and _pays(walk, place):
        for who in _shared_by(walk, place):
            _give(walk, who, stake)
    elif _for_each(walk, place):
        _give_all(walk, stake)
    elif _total(walk, place):
        _set_capital(walk, place)


def _is_capital(walk: Walk, place: int) -> bool:
    token = walk.tokens[place]
    before = walk.text[max(0, token.start - 20) : token.start]
    if CAPITAL_BEFORE.search(before) and not _someone_between(walk, place, before):
        return True
    if _named_after(walk, place) or walk.asked == "registered_capital":
        return True
    return (walk.holdings.slot == "capital" and _corrects(walk, place)) or _own_capital(walk, place)


def _own_capital(walk: Walk, place: int) -> bool:
    """«新公司某某有限公司认缴一千万»: what is subscribed to the company itself is its capital."""
    if place < 2 or walk.tokens[place - 1].kind != "hold" or walk.holdings.capital is not None:
        return False
    before = walk.tokens[place - 2]
    return before.kind == "enterprise" and before.mention.role_hint == "own" and before.who == walk.holdings.first_enterprise


def _total(walk: Walk, place: int) -> bool:
    """«一共三百万» after the partners' shares, where no capital was named."""
    before = walk.text[max(0, walk.tokens[place].start - 6) : walk.tokens[place].start]
    return (
        bool(TOTAL.search(before)) and (walk.holdings.capital is None or walk.holdings.slot == "capital") and bool(walk.holdings.stakes or walk.holdings.every)
    )


def _increase(walk: Walk, place: int) -> bool:
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
    if not CAPITAL_AFTER.match(walk.text, walk.tokens[place].end):
        return False
    return not any(token.kind == "money" for token in walk.tokens[place + 1 : place + 4]) and not (place and walk.tokens[place - 1].kind == "hold")


def _someone_between(walk: Walk, place: int, before: str) -> bool:
    start = walk.tokens[place].start - len(before) + max(before.rfind("资本"), before.rfind("资金"), before.rfind("注册资"))
    return any(token.kind in {*WHO, "money"} for token in walk.tokens if start < token.start < walk.tokens[place].start)


def _set_capital(walk: Walk, place: int) -> None:
    mention = walk.tokens[place].mention
    known = walk.holdings.capital
    currency = mention.currency or (known.currency if known else None)
    clear = mention.amount is not None and mention.unit_said
    readings = mention.readings or (() if clear or mention.amount is None else (mention.amount * TEN_THOUSAND, mention.amount))
    walk.holdings.capital = Capital(mention.amount if clear else None, currency, walk.spot(place), readings)
    walk.holdings.slot = "capital"


def _took_over(walk: Walk, place: int, amount: Decimal) -> bool:
    """«他那二十万我来出», «多出来的一百万全由我出»: somebody's share grows by the amount."""
    before = walk.text[max(0, walk.tokens[place].start - 7) : walk.tokens[place].start]
    after = next((number for number in range(place + 1, min(place + 5, len(walk.tokens))) if walk.tokens[number].kind in WHO), None)
    grows = re.search(r"(?:多出?来?|增加|新增|加|多)的(?:那)?$", before)
    handed = re.search(r"(?:那|的|那个|那份)$", before) and walk.subject and _fresh(walk, place)
    if after is None or not (grows or handed) or walk.tokens[after].who == (walk.subject[-1] if walk.subject and not grows else -1):
        return False
    if handed and not grows and not walk.holdings.left & set(walk.subject) and walk.subject[-1] not in walk.holdings.stakes:
        return False
    taker = walk.tokens[after].who
    if taker in walk.holdings.rest:
        return True
    held = walk.holdings.stakes.get(taker, Stake(amount=Decimal(0)))
    if held.amount is None:
        return False
    if handed and not grows:
        _drop(walk.holdings, walk.subject[-1])
    walk.holdings.stakes[taker] = replace(held, amount=held.amount + amount, spots=(*held.spots, *walk.spot(place)), worked_out=True)
    return True


def _drop(holdings: Holdings, who: int) -> None:
    holdings.left.add(who)
    holdings.stakes.pop(who, None)
    holdings.partners.discard(who)
    holdings.rest = tuple(each for each in holdings.rest if each != who)


def _pays(walk: Walk, place: int) -> bool:
    """Whether the amount is what the subject pays in: a verb of paying close by, or nothing between but a comma, a code or a method."""
    between = walk.tokens[walk.subject_at + 1 : place]
    verbs = [number for number, token in enumerate(between) if token.kind in {"hold", "each", "method"}]
    if verbs:
        return sum(len(token.words) for token in between[verbs[-1] + 1 :] if token.kind == "text") <= 5 and _near(walk, place)
    return all(token.kind in {"comma", "code", "each", "all", "put", "fix", "change", "cue"} or len(token.words) <= 1 for token in between)


def _equal(walk: Walk, place: int) -> None:
    if place - walk.taken_over <= 6 and walk.taken_over >= 0:
        return
    spot = walk.spot(place)[0]
    if walk.holdings.rest and walk.holdings.rest_spots and _since(walk, place, "remainder"):
        return
    if OTHERS.search(walk.text[: walk.tokens[place].start]) and walk.holdings.stakes:
        walk.holdings.rest, walk.holdings.rest_spots = OTHERS_REST, (spot,)
        return
    if len(walk.subject) > 1 and _fresh(walk, place) and _near(walk, place):
        for who in walk.subject:
            _give(walk, who, Stake(part=Fraction(1, len(walk.subject)), spots=(spot,), worked_out=True))
        return
    walk.holdings.stakes.clear()
    walk.holdings.equal = spot


def _since(walk: Walk, place: int, kind: str) -> bool:
    """Whether a token of this kind stands before in the same sentence."""
    for token in reversed(walk.tokens[:place]):
        if token.kind == kind:
            return True
        if token.kind in {"stop", "comma"}:
            return False
    return False


def _remainder(walk: Walk, place: int) -> None:
    ahead = _ahead(walk, place)
    people = tuple(dict.fromkeys(walk.tokens[number].who for number in ahead))
    after = walk.tokens[place + 1] if place + 1 < len(walk.tokens) else None
    if after is not None and after.kind in {"money", "percent"} and getattr(after.mention, "amount", getattr(after.mention, "value", None)) is not None:
        return
    if place and walk.tokens[place - 1].kind == "equal":
        return
    if not people and _fresh(walk, place) and _near(walk, place) and walk.subject:
        people = walk.subject[-1:]
    if people:
        walk.holdings.rest, walk.holdings.rest_spots = people, walk.spot(place, *ahead)
        walk.holdings.partners.update(people)
        for who in people:
            walk.holdings.stakes.pop(who, None)


def _sole(walk: Walk, place: int) -> None:
    """«股东就我一个», «张三全资», «全是他一个人出»; not «员工就我一个» and not «董事只有她一个»."""
    before = walk.tokens[place - 1] if place else None
    if (
        (before is not None and before.kind == "role")
        or walk.asked == "employees"
        or re.search(r"(?:员工|人员|人手|董事|监事|干活)[^，。]{0,4}$|[不没][雇请招]人?，?$", walk.text[: walk.tokens[place].start])
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
    after = next(
        (number for number in range(place + 1, min(place + 3, len(walk.tokens))) if walk.tokens[number].kind in WHO and _free(walk, place, number)), None
    )
    only = words.startswith(("就", "只", "仅", "全是", "全由", "全归", "都", "全都", "全部")) or words == "全"
    if after is not None and (words.endswith("股东") or (only and _alone_words(walk, place, after))):
        return walk.tokens[after].who, (after,)
    if not only and walk.subject and _fresh(walk, place) and _near(walk, place):
        return walk.subject[-1], (walk.subject_at,)
    walk.holdings.alone = walk.spot(place)[0] if words.startswith(("独资", "一人", "一个人", "唯一", "全资")) else walk.holdings.alone
    return None, ()


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
    return bool(re.match(r"(?:自己|本人)?(?:一个|一人|一位|个人|自己)(?:人)?(?:股东|出资?|投|的|，|。|$|法|注|公司|当|做|名)?", rest)) and bool(
        re.search("股东|出资|投资|公司|合伙|$", start)
    )


def _ratio(walk: Walk, place: int) -> None:
    digits = tuple(DIGITS[each] for each in walk.tokens[place].words if each in DIGITS)
    if UNDECIDED.search(walk.text[walk.tokens[place].end : walk.tokens[place].end + 16]):
        return
    if sum(digits) == 10 and len(digits) > 1:
        walk.holdings.ratio, walk.holdings.ratio_spot = digits, walk.spot(place)[0]
        walk.holdings.stakes.clear()
        walk.holdings.equal = None


def _not(walk: Walk, place: int) -> None:
    """«他不投了», «把老顾去掉», «小李退出»."""
    if not re.match("不投|不入股|不参|退出|去掉|拿掉|删掉|不干|不占|不要", walk.tokens[place].words):
        return
    before = walk.tokens[max(0, place - 4) : place]
    person = next((token for token in reversed(before) if token.kind in PERSONS), None)
    if person is None or any(token.kind in {"stop", "role"} for token in before[before.index(person) :]):
        return
    _drop(walk.holdings, person.who)


def _bare_numbers(walk: Walk) -> None:
    """«我六他四», «我七十他三十»: numbers that only make sense together."""
    found: dict[int, tuple[int, Spot]] = {}
    for place, token in enumerate(walk.tokens[:-1]):
        after = (
            walk.tokens[place + 2]
            if walk.holdings.ratio and walk.tokens[place + 1].kind == "comma" and place + 2 < len(walk.tokens)
            else walk.tokens[place + 1]
        )
        if token.kind in WHO and after.kind in {"text", "money", "hold"} and (match := BARE_NUMBER.match(walk.text[after.start : after.start + 6])):
            found[token.who] = (_small(match["number"]), Spot(walk.turn, after.start, after.start + match.end()))
    total = sum(number for number, _ in found.values())
    rest = sum(walk.holdings.ratio) - total if walk.holdings.ratio and len(found) == 1 else 0
    if total in {10, 100} and len(found) > 1:
        for who, (number, spot) in found.items():
            _give(walk, who, Stake(part=Fraction(number, total), spots=(spot,)))
        walk.holdings.ratio = ()
    elif rest > 0 and len(walk.holdings.ratio) == 2:
        who, (number, spot) = next(iter(found.items()))
        _give(walk, who, Stake(part=Fraction(number, 10), spots=(spot,)))
        others = [each for each in walk.holdings.group if each != who]
        if len(others) == 1:
            _give(walk, others[0], Stake(part=Fraction(rest, 10), spots=(spot,), worked_out=True))
            walk.holdings.ratio = ()


def _small(words: str) -> int:
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.partition("十")
    return (DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones if ten else tens, 0)


ALONE = re.compile(r"(?:自己|本人)?，?(?:一个人|一人|一个|一位|独资|全资|100%|百分之百)(?!占)")


def _owner(walk: Walk, place: int) -> None:
    """«股东张三、李四»: shareholders by name; «股东就我一个», «股东张三一人»: one alone."""
    number = place + 1
    if place and walk.tokens[place - 1].kind == "not":
        return
    while number < len(walk.tokens) and (
        walk.tokens[number].kind in {"put", "sole"} or walk.tokens[number].words in {"有", "分别", "两位", "两个人", "三个人", "就", "两个", "三个", "：", "为"}
    ):
        number += 1
    if (
        number < len(walk.tokens)
        and walk.tokens[number].kind in WHO
        and not (walk.tokens[number].kind == "self" and number + 1 < len(walk.tokens) and walk.tokens[number + 1].kind == "and")
    ):
        for each in _listed(walk, number):
            walk.holdings.named[walk.tokens[each].who] = walk.spot(place)[0]
        if ALONE.match(walk.text, walk.tokens[number].end) and len(_listed(walk, number)) == 1:
            _give(walk, walk.tokens[number].who, Stake(part=Fraction(1), spots=walk.spot(place, number)))


READERS = {
    "owner": _owner,
    "half": _half,
    "percent": _percent,
    "money": _money,
    "equal": _equal,
    "remainder": _remainder,
    "sole": _sole,
    "ratio": _ratio,
    "not": _not,
}
