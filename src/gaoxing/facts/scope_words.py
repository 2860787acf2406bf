"""Cutting words for the business scope (经营范围分词): the longest known term at each place, barred spans left out.

>>> [(word.text, word.term.verb) for word in cut("卖叉车的")]
[('卖', 'sell'), ('叉车', '')]
"""

from __future__ import annotations

from dataclasses import dataclass

from gaoxing.facts.scope_lexicon import Term, lexicon
from gaoxing.standards.expression import expression

_TAIL = frozenset("壳套膜件机器架箱盒袋皮粉油水线板片管布纸网柜桌椅杯碗瓶贴扣链针刀灯车厂支托座")
_AFTER_ONE = frozenset("的也和跟、，。还及兼带了吗吧呢啊 与或之什等给都不我就是；店酒")
_NEXT_WORD = expression("网上|网店|线上|车间|车库|座机|支付|水果|管理|纸箱|机器|灯具|椅子|刀具|针织")
"""Words that begin like the tail of a compound and are words of their own."""
_HOUSES = frozenset("馆店厂院铺室部行摊吧坊")
_SHOPS_NAME = expression(r"店(?:名(?!字)|面|址)")
_OTHER_PEOPLE = expression("人家(?:装|电)")
"""给人家装修 is no 家装, 帮人家电话订货 no 家电."""
_NEXT_MATTER = expression(
    r"店名|店叫|[我他她叫在就要]|资金|注册|地址|手机|电话|名称|名字|经营|个体|法人|公司|身份|从业|股东|想|现在|开店|主要|组成|家庭|成立|住所|投|连"
    r"|铺面|门面|门店|摊位|位置|执照|证|准备|打算|[一二三四五六七八九十两\d]"
)
"""What people go on with after goods of one character (卖菜 店名叫…)."""


_OWN_THING = {
    "手机": expression(
        r"(?:号码?|是|：|，|的|呢|我的|就是)*(?:[0-9幺]|[一二三四五六七八九零]{3})|号|没电|没带|丢了|坏了|打不通|关机|停机|上(?!班)|里|支付|银行|短信|收不到|办不|弄不|操作|登录"
    ),
    "电脑": expression(r"上(?!班)|里|没带|坏了|弄不|办不|操作|登录"),
    "车": expression(r"来的|过来|送|停"),
}
"""Words behind which the speaker's own telephone or computer is meant, no ware."""


@dataclass(frozen=True)
class Word:
    """A known term where it stands: `text` is `said[start:end]`."""

    start: int
    end: int
    text: str
    term: Term


def cut(text: str, barred: tuple[tuple[int, int], ...] = ()) -> tuple[Word, ...]:
    """The known terms of `text` from left to right, none overlapping another or a barred span; words that only hide others are left out."""
    closed = bytearray(len(text))
    for start, end in barred:
        closed[start:end] = b"\1" * (min(end, len(text)) - start)
    words: list[Word] = []
    at = 0
    while at < len(text):
        word = None if closed[at] else _longest(text, at, closed)
        at = word.end if word else at + 1
        if word and (word.term.choices or word.term.families or word.term.verb):
            words.append(word)
    return tuple(words)


def is_trade_word(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is no name but a kind of shop (艾灸馆) or a part of a longer word for a trade (程序 of 写程序)."""
    known = lexicon()
    for at in range(max(0, start - 2), start + 1):
        for size in known.lengths.get(text[at], ()):
            term = known.terms.get(text[at : at + size]) if end <= at + size <= len(text) else None
            if term is None or size < 3 or not (term.choices or term.families):
                continue
            if size > end - start or text[end - 1] in _HOUSES:
                return True
    return False


def _longest(text: str, at: int, closed: bytearray) -> Word | None:
    known = lexicon()
    for size in known.lengths.get(text[at], ()):
        term = known.terms.get(text[at : at + size]) if at + size <= len(text) else None
        if term is not None and (_SHOPS_NAME.match(text, at + size - 1) or _OTHER_PEOPLE.match(text, at - 1)):
            continue
        if term is not None and not any(closed[at : at + size]):
            word = Word(at, at + size, text[at : at + size], term)
            return _as_verb(text, word, closed) or (None if _cuts_name(text, word) else _without_compound(text, word))
    return None


def _cuts_name(text: str, word: Word) -> bool:
    """Whether an item's own name begins within the word and reaches beyond it (写软件 against 软件销售)."""
    known = lexicon()
    if word.term.exact:
        return False
    inside = ((at, size) for at in range(word.start + 1, word.end) for size in known.lengths.get(text[at], ()) if word.end < at + size <= len(text))
    return any((term := known.terms.get(text[at : at + size])) is not None and term.exact for at, size in inside)


def _as_verb(text: str, word: Word, closed: bytearray) -> Word | None:
    """The verb alone, where what it governs reaches farther than the phrase (做 of 做直播带货, not 做直播)."""
    verb = lexicon().terms.get(word.text[0])
    if len(word.text) < 2 or verb is None or not verb.verb or word.term.exact or word.term.verb:
        return None
    behind = _longest(text, word.start + 1, closed) if word.start + 1 < len(text) else None
    return Word(word.start, word.start + 1, word.text[0], verb) if behind and behind.end > word.end and len(behind.text) > 2 else None


def _without_compound(text: str, word: Word) -> Word:
    """An object that runs on into a longer, unknown compound (手机 of 手机托架) is no object: it keeps its place and loses its meaning."""
    if word.text in _OWN_THING and _OWN_THING[word.text].match(text, word.end):
        return Word(word.start, word.end, word.text, Term())
    if word.term.verb or not word.term.families or word.end >= len(text) or _begins_term(text, word.end):
        return word
    following = text[word.end]
    alone = following in _AFTER_ONE or _NEXT_WORD.match(text, word.end) or _NEXT_MATTER.match(text, word.end)
    unknown = not alone if len(word.text) == 1 else following in _TAIL and following != "厂" and not _NEXT_WORD.match(text, word.end)
    return Word(word.start, word.end, word.text, Term()) if unknown else word


def _begins_term(text: str, at: int) -> bool:
    known = lexicon()
    sizes = known.lengths.get(text[at], ())
    return any(size > 1 and text[at : at + size] in known.terms for size in sizes) or text[at] in "卖修做批搞"
