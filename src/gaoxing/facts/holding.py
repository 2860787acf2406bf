"""Who holds what (持股与出资): «我占六成», «甲公司认缴八百万», «剩下的归他», «各一半», and all that is said of shares.

A walk over the tokens keeps the subject and writes every share it meets into `Holdings`; `division.divide` works the shares out at the end. Later words
win; vague amounts leave the place empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from gaoxing.facts.capital import DROPPED, increase, is_capital, is_others, is_total, set_capital, totals
from gaoxing.facts.handover import handed_on, took_over
from gaoxing.facts.hedge import hedged
from gaoxing.facts.mentions import PERSONS, WHO, Spot
from gaoxing.facts.payer import is_named_so, name_holder, said_of
from gaoxing.facts.ratio import read_bare_changes, read_bare_numbers, read_ratio
from gaoxing.facts.remainder import NUMBERS, equal_parts, remainder
from gaoxing.facts.sole_owner import read_owners, read_sole
from gaoxing.facts.stake import Holdings, Stake, drop, give_all
from gaoxing.facts.stepping_in import moves_part, steps_in
from gaoxing.facts.subject import Walk, corrects, give, goes_to, governs, is_for_each, is_near, shared_by, take_subject
from gaoxing.facts.token import Token
from gaoxing.facts.unsettled_share import leave_unsettled
from gaoxing.standards.expression import expression

NOISE_AFTER = expression(r"的(?!注册|资本|资金|股|现金|货币|出资|知识|专利|设备|那)|块?(?:一个月|一年|每月|每年|左右的|多的)|(?:月薪|工资|房租|租金)")
NOISE_BEFORE = expression(
    "(?:房租|租金|工资|月薪|年薪|一个月|每个?月|一年|每年|押金|定金|房贷|贷款|货款|成本|[水电]费|装修费?|营业额|流水|赚|挣|亏|花|欠|借)(?:要|就|也|光|得|交|是|了|到手|收|差不多|大概|我)*$"
)
"""Right before an amount: what something costs or earns, which is no share."""
PROFIT = expression("的?(?:提成|利润|毛利|折扣|利息|税|分红|佣金|首付)")
INSTALMENT = expression("(?:先|再|另|期|前|底|末|月|[号日])[^，。；占]{0,3}(?:缴|交|付|打|到位)(?:纳|款|清|上|了|进)*$")
"""Right before an amount: so much is paid by then, which is no share."""
RATE = expression(
    "(?:税率?|利率|利息|利润率?|毛利率?|提成|返点|佣金|折扣|良率|合格率|不良率|退货率|入住率|年化|手续费|涨了?|增长了?|下降了?|跌了?|同比|打了?)(?:是|有|大概|才|收|就|要)?$"
)
"""Right before a percent: it is no share."""
RATIO_KEPT = expression(
    r"(?:比例|股份|股权|占比)(?:还是)?(?:不变|不动|照旧|一样)|按原?来?的?比例|(?:相应|跟着|同比例?|按比例)(?:地|也|都)*(?:出资|股份|认缴)?(?:也|都)?(?:增加|减少|调整|翻倍|翻番|变)|出资(?:额)?(?:也|都)?(?:跟着|相应)?(?:翻倍|翻番)"
)
ONLY_ME = expression("(?:股东)?(?:就|只有|只)我(?:自己|本人)?(?:一个人?)?(?=[，。]|$)")
MORE = expression(r"(?:(?:多|再|追加)(?:投|出|认缴|加|拿|占|要)|接|接手|接过去?)$")
EVERYONE = frozenset(["一人", "每人", "每个人", "一个人"])
GIVING = expression("(?:把|让出|让|拿出?|分出?|匀出?|转)(?:自己的?|手里的?|我的|其中的?)?$")
COUNT = expression(
    r"(?<!另外)(?<!另外的)(?<!其他)(?<!其余)(?<!剩下)(?<!剩下的)(?<!他们)(?<!老)(?P<count>两|二|三|四|五|六|七|2|3|4|5)(?:个|位|名)?(?:自然人)?(?:人(?!份)|股东|合伙人|发起人|合伙)|股东(?:有|一共|共|总共|就|是|原来)*(?P<number>[两二三四五六七])(?:个|位|名)|(?<!老)(?P<pair>夫妻|小?两口子?|俩|兄弟俩|姐妹俩)(?![加和带跟])"
)


def read_holdings(tokens: Sequence[Token], text: str, turn: int, holdings: Holdings, asked: str | None = None, pauses: frozenset[int] = frozenset()) -> None:
    """Read one turn's shares and capital into the holdings; `pauses` are the places before which the speaker hesitated."""
    walk = Walk(tokens, text, turn, asked, holdings, pauses=pauses)
    if RATIO_KEPT.search(text):
        _as_parts(holdings)
    if DROPPED.search(text):
        holdings.capital = None
    if asked == "parties" and (match := ONLY_ME.match(text)):
        holdings.alone = Spot(turn, *match.span())
    if match := COUNT.search(text):
        holdings.count = NUMBERS[match["count"] or match["number"] or match["pair"]]
    for place, token in enumerate(tokens):
        if token.kind in WHO:
            steps_in(walk, place)
            take_subject(walk, place)
        elif token.kind in READERS:
            READERS[token.kind](walk, place)
    read_bare_numbers(walk)
    read_bare_changes(walk)
    leave_unsettled(walk)


def _percent(walk: Walk, place: int) -> None:
    token = walk.tokens[place]
    if (
        token.mention.value is None
        or is_named_so(walk, place)
        or PROFIT.match(walk.text, token.end)
        or RATE.search(walk.text, max(0, token.start - 8), token.start)
    ):
        return
    stake = Stake(part=token.mention.value, spots=walk.spot(place), worked_out=not token.mention.literal)
    if isinstance(walk.holdings.slot, int) and _beside_the_last(walk, place):
        give(walk, walk.holdings.slot, stake)
        return
    before = walk.tokens[place - 1] if place else None
    ahead = goes_to(walk, place)
    special = before is not None and (before.kind == "remainder" or before.words.endswith(("另外", "还有", "其中")))
    if corrects(walk, place) and isinstance(walk.holdings.slot, int) and not governs(walk, place):
        give(walk, walk.holdings.slot, stake)
    elif _more_of_whole(walk, place, token.mention.value):
        return
    elif (holder := said_of(walk, place)) is not None:
        give(walk, holder, stake)
    elif moves_part(walk, place) or _given_away(walk, place, stake) or handed_on(walk, place, stake.part):
        walk.taken_over = place
    elif ahead and is_for_each(walk, place):
        for number in ahead:
            give(walk, walk.tokens[number].who, replace(stake, worked_out=True))
    elif ahead and (special or not governs(walk, place) or walk.tokens[place + 1].words.endswith(("归", "给", "属于"))):
        give(walk, walk.tokens[ahead[0]].who, stake)
    elif governs(walk, place) and is_near(walk, place):
        for who in shared_by(walk, place):
            give(walk, who, stake)
    elif is_for_each(walk, place):
        give_all(walk.holdings, stake)
    elif _of_someone_unheard(walk, place):
        walk.holdings.unheard = True


def _beside_the_last(walk: Walk, place: int) -> bool:
    """«出四百万占四成五»: right behind the amount that was just given to somebody, but for a verb of holding and a comma."""
    ahead = [number for number in range(max(0, place - 4), place) if walk.tokens[number].kind != "comma"]
    if len(ahead) < 2 or walk.tokens[ahead[-1]].kind != "hold" or walk.tokens[ahead[-2]].kind != "money":
        return False
    stake = walk.holdings.stakes.get(int(walk.holdings.slot)) if isinstance(walk.holdings.slot, int) else None
    return stake is not None and stake.spots[-1:] == walk.spot(ahead[-2])


def _of_someone_unheard(walk: Walk, place: int) -> bool:
    """«张三占两成五某某某一成五剩下的归他»: two to four characters that may be a name, right between two shares."""
    before = walk.tokens[place - 1] if place > 1 else None
    if before is not None and before.kind == "hold" and place > 2:
        before, place = walk.tokens[place - 2], place - 1
    return before is not None and before.kind == "text" and 2 <= len(before.words) <= 4 and walk.tokens[place - 2].kind in {"percent", "money", "comma"}


def _given_away(walk: Walk, place: int, stake: Stake) -> bool:
    """«甲让出一成给乙»: the giver's share shrinks by as much as the other's grows; a share not said yet stays unsaid."""
    if not GIVING.search(walk.text[max(0, walk.tokens[place].start - 6) : walk.tokens[place].start]) or not walk.subject or stake.part is None:
        return False
    number = next((number for number in range(place + 1, min(place + 4, len(walk.tokens))) if walk.tokens[number].kind in WHO), None)
    if number is None or not walk.tokens[number - 1].words.endswith("给"):
        return False
    giver, taker = walk.subject[-1], walk.tokens[number].who
    held, had = walk.holdings.stakes.get(giver), walk.holdings.stakes.get(taker, Stake(part=Fraction(0)))
    if walk.text[walk.tokens[place].start - 1] in "拿分" and (held is None or (held.part or 0) + stake.part == 1):
        return False
    if held is not None and held.part is not None and had.part is not None and held.part > stake.part and giver != taker:
        spots = (*held.spots, *walk.spot(place))
        walk.holdings.stakes[giver] = Stake(part=held.part - stake.part, spots=spots, worked_out=True)
        walk.holdings.stakes[taker] = Stake(part=had.part + stake.part, spots=(*had.spots, *walk.spot(place)), worked_out=True)
    return True


def _half(walk: Walk, place: int) -> None:
    """«我出一半»: half of the whole, not «一半多»; «各一半» and «另一半» are read elsewhere."""
    half = walk.tokens[place]
    if INSTALMENT.search(walk.text, max(0, half.start - 10), half.start) or hedged(walk.text, half.start, half.end):
        return
    if (
        governs(walk, place)
        and is_near(walk, place)
        and len(walk.subject) == 1
        and any(each.kind == "hold" for each in walk.tokens[walk.subject_at + 1 : place])
    ) or (len(walk.subject) == 1 and walk.subject_at == place - 1):
        give(walk, walk.subject[0], Stake(part=Fraction(1, 2), spots=walk.spot(place)))


def _money(walk: Walk, place: int) -> None:
    token = walk.tokens[place]
    if is_others(walk, place):
        return
    payer = said_of(walk, place)
    if payer is not None and token.mention.amount is not None and token.mention.unit_said:
        give(walk, payer, Stake(amount=token.mention.amount, spots=walk.spot(place)))
        return
    if is_capital(walk, place) or (totals(walk, place) and walk.holdings.slot == "capital" and not walk.subject):
        if not increase(walk, place):
            set_capital(walk, place)
        return
    if walk.holdings.stakes and INSTALMENT.search(walk.text, max(0, token.start - 10), token.start):
        return
    amount = token.mention.amount
    if amount is None or not token.mention.unit_said or _is_noise(walk, place):
        name_holder(walk, place)
        return
    stake = Stake(amount=amount, spots=walk.spot(place))
    if _adds(walk, place, amount):
        return
    if moves_part(walk, place) or took_over(walk, place, amount):
        walk.taken_over = place
        return
    if walk.subject and walk.subject[-1] in walk.holdings.left and walk.text[: token.start].endswith(("那", "的", "那个")):
        return
    if corrects(walk, place) and isinstance(walk.holdings.slot, int) and not governs(walk, place):
        give(walk, walk.holdings.slot, stake)
        return
    before = walk.tokens[place - 1] if place else None
    ahead = goes_to(walk, place)
    after = walk.tokens[place + 1 : place + 3]
    if before is not None and before.kind == "remainder" and len(after) == 2 and after[0].kind in WHO and after[1].kind == "hold":
        give(walk, after[0].who, stake)
    elif ahead and before is not None and before.kind == "remainder":
        give(walk, walk.tokens[ahead[0]].who, stake)
    elif governs(walk, place) and _pays(walk, place) and not (before is not None and before.words in EVERYONE and len(walk.subject) == 1):
        for who in shared_by(walk, place):
            give(walk, who, stake)
    elif is_for_each(walk, place):
        give_all(walk.holdings, stake)
    elif is_total(walk, place):
        set_capital(walk, place)


def _is_noise(walk: Walk, place: int) -> bool:
    """What something costs or earns («房租就要十二万», «三万的车»), which is no share."""
    token = walk.tokens[place]
    return bool(NOISE_AFTER.match(walk.text, token.end) or NOISE_BEFORE.search(walk.text, max(0, token.start - 12), token.start))


def _pays(walk: Walk, place: int) -> bool:
    """Whether the amount is what the subject pays in: a verb of paying close by, or nothing between but a comma, a code or a method."""
    between = walk.tokens[walk.subject_at + 1 : place]
    verbs = [number for number, token in enumerate(between) if token.kind in {"hold", "each", "method"}]
    if verbs:
        return sum(len(token.words) for token in between[verbs[-1] + 1 :] if token.kind == "text") <= 5 and is_near(walk, place)
    return all(token.kind in {"comma", "code", "each", "all", "put", "fix", "change", "cue"} or len(token.words) <= 1 for token in between)


OF_A_PERSON = expression(r"(?:电话|手机|号码|手机号|电话号|身份证号?|证件|地址|住址|邮箱|邮件)[，的就都也那个先]*$")
"""What is only a particular of somebody."""


def _not(walk: Walk, place: int) -> None:
    """«他不投了», «把老顾去掉», «小李退出»; «老顾的电话不要了» leaves him where he is."""
    if not re.match("不投|不入股|不参|退出|去掉|拿掉|删掉|不干|不占|不要", walk.tokens[place].words):
        return
    if place and OF_A_PERSON.search(walk.tokens[place - 1].words):
        return
    before = walk.tokens[max(0, place - 4) : place]
    for who in _leaving_together(walk, place):
        drop(walk.holdings, who)
    person = next((token for token in reversed(before) if token.kind in PERSONS), None)
    if person is None or any(token.kind in {"stop", "role"} for token in before[before.index(person) :]):
        return
    drop(walk.holdings, person.who)


def _leaving_together(walk: Walk, place: int) -> tuple[int, ...]:
    """«甲和乙都退出»: all who are said in one breath."""
    if place < 2 or walk.tokens[place - 1].kind != "all" or walk.subject_at != place - 2:
        return ()
    return walk.subject


READERS = {
    "owner": read_owners,
    "half": _half,
    "percent": _percent,
    "money": _money,
    "equal": equal_parts,
    "remainder": remainder,
    "sole": read_sole,
    "ratio": read_ratio,
    "not": _not,
}


def _as_parts(holdings: Holdings) -> None:
    """«资本改成八百万,比例不变»: amounts said of the old capital stand for parts of the new one."""
    whole = holdings.capital.amount if holdings.capital else None
    if whole:
        holdings.stakes = {
            who: replace(stake, part=Fraction(stake.amount) / Fraction(whole), amount=None, worked_out=True) if stake.amount is not None else stake
            for who, stake in holdings.stakes.items()
        }


def _more_of_whole(walk: Walk, place: int, part: Fraction) -> bool:
    """«乙多拿五个点»: on top of the subject's share; whoever has the rest gets it with the rest."""
    if not MORE.search(walk.text[max(0, walk.tokens[place].start - 5) : walk.tokens[place].start]) or not walk.subject:
        return False
    who = walk.subject[-1]
    held = walk.holdings.stakes.get(who)
    if held is not None and held.part is not None:
        walk.holdings.stakes[who] = Stake(part=held.part + part, spots=(*held.spots, *walk.spot(place)), worked_out=True)
    return held is not None or who in walk.holdings.rest


def _adds(walk: Walk, place: int, amount: Decimal) -> bool:
    """«他想多投十万», «甲和乙一人接十万»: on top of what the subject pays already."""
    before = walk.text[max(0, walk.tokens[place].start - 5) : walk.tokens[place].start]
    if not MORE.search(before) or not walk.subject or not governs(walk, place):
        return False
    for who in shared_by(walk, place):
        held = walk.holdings.stakes.get(who)
        if held is None and walk.holdings.every is not None:
            walk.holdings.gains[who] = Stake(amount=amount, spots=walk.spot(place), worked_out=True)
        elif held is None or held.amount is None:
            return False
        else:
            walk.holdings.stakes[who] = replace(held, amount=held.amount + amount, spots=(*held.spots, *walk.spot(place)), worked_out=True)
    return True
