"""The words beside a person or a size in talk of shares (股权转让用语): whose hands a share leaves, whom it reaches, what a size is the size of.

>>> hand("丁大宝把三成转给何苗", 0, 3, ()), hand("丁大宝把三成转给何苗", 8, 10, ())
(<Hand.GIVES: 'gives'>, <Hand.TAKES: 'takes'>)
>>> of_what("他那三成里的一成给何苗", 2, 4), of_what("他那三成里的一成给何苗", 6, 8)
('holding', 'passes')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from gaoxing.facts.reference import LONG
from gaoxing.facts.token import Token
from gaoxing.standards.expression import expression

TALK = expression("过[给到]|让给|股权|股份(?!有限|公司|制)|股东|出资额|份额|转让|转给|受让|退股|入股")
CAPITAL = expression("注册资[本金]|增资|减资")
_SOON = r"(?:先生|女士|总)?(?:，)?(?:这边|自己|自愿|要|想|也|就|都|现在|准备|打算|决定|愿意|同意|再|另外|又|拿|从|只|拟|现|分别|各自|各)*"
GIVING = expression(
    rf"{_SOON}(?:[把将](?!来)|名下|手[里上头中]|所?持有?(?:的|股)|给(?=[一-龥]{{2,4}}(?:百分|\d|[一二三四五六七八九]成|[，。；]|$))|转(?:让|给|出|\d|百"
    rf"|[一二三四五六七八九]成)|让给|卖|出让|向[^，。；]{{2,24}}?(?:转"
    rf"|出让|卖)|退出|退股|去世|病故|过世"
    r"|的?(?:全部|所有|部分)?(?:股权|股份|出资额?|份额)|的?(?:百分之|\d+(?:\.\d+)?%|[一二三四五六七八九]成|[一二两三四五六七八九十百千\d]+万)"
    r"|那(?:百分之|\d|[一二两三四五六七八九十百]|部分|些|份|点)|(?:这|那)(?:边|里)的?)"
)
EXCHANGED = expression("(?:变更|换|改)[成为]|→")
HELD = expression(r"(?:占|持股|持有(?!的)|出了?)(?:公司)?(?:百分之|\d|[一二两三四五六七八九十百])")
SIZE_ENDS = expression(r"(?:的)?(?:百分之[零一二三四五六七八九十点]+|\d+(?:\.\d+)?%|[一二三四五六七八九]成)，")
FROM = expression("(?:从|由|接手|受让|买下|接过|收购|继承|受让了|收|股东|转让方|转让人|出让方)(?:了|原股东|股东|是|：)*$")
EXCHANGED_FOR = expression("(?:(?:变更|换|改)[成为]|→)(?:了|股东|新股东|自然人)*$")
OTHER = expression("名称|名字|住所|地址|类型|注册资[本金]|经营范围")
POST = expression("法定代表人|法人(?!股东)|董事|监事|经理")
TAKING = expression(
    rf"{_SOON}(?:来)?(?:受让|接手|接下|接过|接(?!任|替)|买下?|收购|继承|拿走|拿过去|承接|只?拿(?=\d|百分|[一二三四五六七八九]成)|收(?:了|下|走|购|过))"
)
REACHED = expression(
    rf"(?:转让?[给到予]|转手给|让给|卖给|过户?[给到]|赠与?给?|给到|[交送留]给|给|归|向|受让方|受让人|新股东|(?:新增|引进|增加)(?:一个|一位)?股东"
    rf"|(?<!转)让)(?:了|是|：|到|新股东|股东|自然人"
    rf"|他|她|我"
    rf"|{LONG}|外面的?|一个|叫|名下|的|公司|员工|(?:持股|激励)平台)*$"
)
JOINED = expression("(?:[、和跟与及]|以及)$")
LISTED = expression("(?:[、和跟与及]|以及|还有|，|百分之[零一二三四五六七八九十点]+|[一二三四五六七八九]成|%|万|个点|另外)$")
GIVEN = expression("(?:转让?给|让给|卖给|过户?给)(?:了|他|她|我|新股东)*$")
TOGETHER = expression("(?:[和与、跟]|以及)[^，。；]{2,8}(?:各|共同|平均|分别|一起|都)*(?:受让|接手|接下|继承|买下?)")
BY = expression("(?:由|归)$")
OF_IT = expression(
    "(?:的?(?:股权|股份|出资额?|份额))?(?:里面?|当中|中间?)(?:的|面|拿|转|划|分|，|其)|(?:的?(?:股权|股份|出资额?|份额))?，?(?:其中|里头|从中)"
    "|的?(?:股权|股份)?的?(?:一半|二分之一)"
)
HOLDING = expression(r"(?:占|持股(?:比例)?|持有|有|出资?|认缴|原来|原先)(?:了|着|公司|是|为|比例)*$")
AFTERWARDS = expression("(?:转完|转让后|转让完|之后|以后|变更后|最后|剩下?|还剩|余下|保留|留|还有|变成|这样)[^，。；]{0,12}$")
PRICE = expression(r"(?:价(?:格|款)?|款|作价|对价|总价|花了?|付了?|收了?|以|按|人民币|每股|钱|定金|卖了?)(?:是|为|了|共|一共|总共|：)*$")
PRICE_AFTER = expression("(?:元|块钱)?(?:的)?(?:价|对价|卖|买|成交|转让款)")


class Hand(StrEnum):
    """A person's part in a passing (转让角色)."""

    GIVES = "gives"
    TAKES = "takes"
    LISTED = "listed"
    NONE = "none"


def is_share_talk(text: str) -> bool:
    """Whether a text speaks of shares that pass."""
    return TALK.search(text) is not None


def hand(text: str, start: int, end: int, people: Sequence[Token]) -> Hand:
    """The part of the one named at `text[start:end]`; `people` are all who are named, for what stands next to whom."""
    before, after = text[max(0, start - 16) : start], text[end : end + 40]
    if _about_post(text, start):
        return Hand.GIVES if GIVING.match(after) and TALK.search(after) else Hand.TAKES if GIVEN.search(before) or TAKING.match(after) else Hand.NONE
    if (EXCHANGED.match(after) or EXCHANGED_FOR.search(before)) and not _about_shares(text, start):
        return Hand.NONE
    if EXCHANGED.match(after) and not REACHED.search(before):
        return Hand.GIVES
    if EXCHANGED_FOR.search(before):
        return Hand.TAKES
    if TAKING.match(after) and not FROM.search(before):
        return Hand.TAKES
    if BY.search(before) and (TOGETHER.match(after) or TAKING.match(after) or _ends(after)):
        return Hand.TAKES
    if REACHED.search(before) and not re.match("转让?给|让给", after):
        return Hand.TAKES
    if HELD.match(after):
        return Hand.NONE
    if FROM.search(before) or GIVING.match(after):
        if _sized(after) and SIZE_ENDS.match(after):
            return Hand.LISTED if LISTED.search(before) and people and people[0].start < start else Hand.NONE
        return Hand.LISTED if LISTED.search(before) and _sized(after) and people and people[0].start < start else Hand.GIVES
    return Hand.LISTED if JOINED.search(before) or (LISTED.search(before) and _sized(after)) else Hand.NONE


def of_what(text: str, start: int, end: int) -> str:
    """What a size is the size of: `holding` what somebody has, `after` what they have in the end, `open` a holding or what passes, else `passes`."""
    before, after = text[max(0, start - 16) : start], text[end : end + 14]
    if OF_IT.match(after):
        return "holding"
    if AFTERWARDS.search(before) and not re.search("转$|让$", before) and not re.match("的?(?:股权|股份)?(?:转|给|让|卖)", after):
        return "after"
    if not HOLDING.search(before):
        return "passes"
    ended = re.match("[，。；]|的?(?:股权|股份)?[，。；]", after) and not re.match("，?(?:全部?|都)(?:转|给|让|卖)", after)
    return "holding" if ended else "open"


def is_price(text: str, start: int, end: int) -> bool:
    """Whether a sum is what is paid for the share, not its contribution."""
    return PRICE.search(text[max(0, start - 8) : start]) is not None or PRICE_AFTER.match(text, end) is not None


def is_capital(text: str, start: int) -> bool:
    """Whether a sum at `start` is said of the company's capital: the talk turned to 注册资本 later than to shares."""
    return _last(CAPITAL, text, start) > _last(TALK, text, start)


def _about_post(text: str, start: int) -> bool:
    """Whether the talk turned to a post later than to shares."""
    return _last(POST, text, start) > _last(TALK, text, start)


def _about_shares(text: str, start: int) -> bool:
    """Whether shares were named later than any other item."""
    return _last(TALK, text, start) > _last(OTHER, text, start)


def _last(pattern: re.Pattern[str], text: str, start: int) -> int:
    return max((match.end() for match in pattern.finditer(text, 0, start)), default=-1)


def _sized(after: str) -> bool:
    """Whether a size stands right behind, and no share that is handed on."""
    match = re.match(
        r"(?:，)?(?:各)?(?:百分之[零一二三四五六七八九十点]+|\d+(?:\.\d+)?%|[一二三四五六七八九]成|[一二两三四五六七八九十百千\d]+万)(?P<rest>.{0,14})", after
    )
    return match is not None and not re.match("的?(?:股权|股份|出资额?)?(?:也|都|全部|就|要|想|将|准备|拟|打算)*(?:转|让给|给|卖|由)", match["rest"])


def _ends(after: str) -> bool:
    return re.match("[，。；]|$", after) is not None
