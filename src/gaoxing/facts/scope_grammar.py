"""Verbs and their objects (动宾搭配) in what is said about a trade: which verb governs which goods, before or behind them.

Several objects share one verb (卖轴承、密封件), several verbs one object (批发零售水果), an object may stand before its verb (马桶也卖, 香烟我不卖),
a trade may be nominal (手机维修, 轴承的销售). A light verb (做, 搞, 经营) leaves it to the object what is done.

>>> [(claim.choices, claim.negated) for claim in claims("卖轴承香烟我不卖的", cut("卖轴承香烟我不卖的"))]
[(('轴承销售',), False), (('烟草制品零售',), True)]
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gaoxing.facts.scope_claim import LIGHT_VERBS, Claim, Governed, choices_for, claims_of
from gaoxing.facts.scope_lexicon import lexicon
from gaoxing.facts.scope_words import Word, cut
from gaoxing.standards.expression import expression

__all__ = ["Claim", "claims", "cut"]

LONGEST_GAP = 14
"""Characters between a verb and its object."""

_FILLER = (
    r"[，、,\s]|的|和|跟|与|及|以及|还有|还|也|再|或者?|加上|另外|然后|顺便|顺带|兼|带|主要|这些|那些|之类|等等?|什么的?|一些|些|点儿?|一点|一个|一家|个|家|间|各种|各类|小|大|自己|进口|国产|品牌|全新|像|比如"
    r"|例如|专门|专业|是|都|就|那种|这种|类|产品|系列|相关|方面|那个|这个|呢|啊|嘛|呀|哦|以后|可能|偶尔|同时|包括|全部|主打|高端|定制|商用|家用|工业|普通|各式|多一个|了个|了家|起|上|批|零星|日常|本地|新鲜|台湾|日本"
)
_GAP = expression(f"(?:{_FILLER})*")
_NEAR = expression(
    r"(?:点儿?|些|一些|一点|个|一个|家|一家|间|一间|各种|各类|小|大|全新|进口|国产|品牌|自己的|那种|这种|的是|的都是|了个|了家|起|一|定制|高端|专业)*"
)
_POSTPOSED = expression(
    r"(?:这些|那些|什么的|之类的?|这块|这个|那个|我们|[我就是也都还能要只]|主要|暂时|目前|先|一律|可以|的|，)*(不再?|没有?|别)?(?:再|想|打算|准备)*"
)
_NEGATED = expression(r"(?:不再?|没有?|别|不想|不打算|不准备)$")
_LINK = expression(r"(?:[、和跟及与兼带加，\s]|以及|还有|兼带|外加)?")
_NOMINAL_VERB = expression(r"(?:的?研发|制造|生产|销售|零售|批发|维修|修理|加工|设计|安装|租赁|出租)$")
_OF_SOMETHING = frozenset(("零部件", "零件", "配件"))
_ENDS_SOMETHING = frozenset(("工程", "产品", "设备"))
_TRADED = ("出口", "进口")
"""做出口小家电: the goods only say what is exported."""
_BUT = expression(r"[，。；](?:就|只|而是|但|我就|我只|单)")
_OF_GOODS = frozenset({"make", "sell", "wholesale", "process"})
_UNKNOWN_GOODS = expression(r"(?:(?![的了给在我你他她过到是有不人说要想])[一-龥]){2,5}[和跟与及、]")
_NEVER_BEHIND = frozenset("租装开办收做干接")


@dataclass
class _State:
    text: str
    words: tuple[Word, ...]
    objects: list[Governed] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    verbs: list[Word] = field(default_factory=list)
    spent: bool = False
    backward: Governed | None = None
    denied: bool = False


def claims(text: str, words: tuple[Word, ...]) -> list[Claim]:
    """What `text` says is done, in order; nothing is judged by the wider context yet."""
    state = _State(text, words)
    for index, word in enumerate(words):
        _go_on(state, index)
        if word.term.verb and not (word.term.families and state.verbs and not state.spent and not _object_follows(state, index)):
            _verb(state, index)
        elif _belongs_together(words, index):
            continue
        elif word.term.families and (state.verbs or not word.term.choices):
            _object(state, word)
        elif word.term.choices:
            _phrase(state, word)
    return sorted([*state.claims, *(claim for each in state.objects for claim in claims_of(text, each))], key=lambda claim: claim.start)


def _belongs_together(words: tuple[Word, ...], index: int) -> bool:
    """Whether the word only names what the next one is of (半导体设备 零部件), or only ends the one before it (废气处理 工程)."""
    word = words[index]
    if (
        index > 0
        and words[index - 1].end == word.start
        and words[index - 1].text.endswith(_TRADED)
        and (words[index - 1].term.choices or "do" in words[index - 1].term.families)
    ):
        return True
    last = index + 1 == len(words)
    if not last and words[index + 1].start == word.end and words[index + 1].text in _OF_SOMETHING and word.term.families:
        return True
    return index > 0 and words[index - 1].end == word.start and word.text in _ENDS_SOMETHING and not words[index - 1].term.verb


def _go_on(state: _State, index: int) -> None:
    """Let the governing verbs lapse where other words stand between."""
    gap = (state.words[index - 1].end, state.words[index].start) if index else (0, 0)
    if index and (_joined(_GAP, state.text, *gap) is None or (state.denied and _BUT.search(state.text, *gap))) and not _among_unknown(state, index, *gap):
        state.verbs, state.spent, state.backward, state.denied = [], False, None, False


def _among_unknown(state: _State, index: int, start: int, end: int) -> bool:
    """Whether goods nobody knows stand first in the list that a verb governs (生产 手提袋和 拉杆箱)."""
    return state.words[index - 1].term.verb in _OF_GOODS and bool(_UNKNOWN_GOODS.fullmatch(state.text, start, end))


def _joined(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The stretch between two words, where it is short and holds nothing but what `pattern` allows."""
    return pattern.fullmatch(text, start, end) if end - start <= LONGEST_GAP else None


def _verb(state: _State, index: int) -> None:
    word, follows = state.words[index], _object_follows(state, index)
    kind = word.term.verb
    if kind != "drop" and (_attach_backward(state, index, follows=follows) or (not follows and _attach_to_phrase(state, index))):
        return
    if state.spent:
        state.verbs, state.spent, state.denied = [], False, False
    state.verbs.append(word)
    state.denied = kind == "drop" or bool(_NEGATED.search(state.text, max(0, word.start - 4), word.start)) or state.denied
    state.backward = None


def _object_follows(state: _State, index: int) -> bool:
    if index + 1 == len(state.words):
        return False
    word, following = state.words[index], state.words[index + 1]
    return bool(following.term.families or following.term.choices) and _joined(_NEAR, state.text, word.end, following.start) is not None


def _attach_backward(state: _State, index: int, *, follows: bool) -> bool:
    """Give the verb to the object before it (马桶也卖, 手机维修, 手机销售、维修); True where that was done."""
    word = state.words[index]
    if state.backward and not follows and state.words[index - 1].term.verb:
        state.backward.verbs += [word.term.verb] if word.term.verb not in LIGHT_VERBS else []
        state.backward.end = word.end
        return True
    last = state.objects[-1] if state.objects else None
    if last is None or index == 0 or state.words[index - 1] is not last.word or (word.text in _NEVER_BEHIND and not follows and last.direct):
        return False
    between = _joined(_POSTPOSED, state.text, last.word.end, word.start)
    takes = bool(choices_for(last.word.term.families, word.term.verb)) or bool(last.word.term.choices)
    if between is None or (follows and (last.verbs or not takes)) or (word.term.verb == "rent" and word.text == "租"):
        return False
    _turn(state, last, word, plain=between.group() in {"", "的"}, denied=bool(between[1]))
    return True


def _attach_to_phrase(state: _State, index: int) -> bool:
    """Give a further verb to the goods within the phrase before it (手机维修和销售); True where that was done."""
    before, word = state.words[index - 1], state.words[index]
    if not index or not before.term.choices:
        return False
    noun, between = _NOMINAL_VERB.sub("", before.text), _LINK
    if noun == before.text and noun[0] in "养种收" and word.term.verb in _OF_GOODS:
        noun, between = noun[1:], _POSTPOSED
    known = lexicon().terms.get(noun)
    if noun == before.text or known is None or not between.fullmatch(state.text, before.end, word.start):
        return False
    chosen = choices_for(known.families, word.term.verb)
    if chosen and state.claims:
        last = state.claims[-1]
        state.claims.append(Claim(word.start, word.end, chosen, last.negated, last.strong))
    return bool(chosen)


def _turn(state: _State, last: Governed, word: Word, *, plain: bool, denied: bool) -> None:
    kept = last.verbs if last.direct and not (plain and set(last.verbs) <= LIGHT_VERBS) and not denied else []
    governed = [*kept, word.term.verb]
    for each in _list_before(state, last) if not last.direct or denied else [last]:
        each.verbs, each.negated, each.end = list(governed), denied, max(each.end, word.end)
    state.backward, state.verbs, state.spent = last, [], False


def _list_before(state: _State, last: Governed) -> list[Governed]:
    """`last` and the ungoverned objects joined to it by 、 or 和."""
    found = [last]
    for each in reversed(state.objects[:-1]):
        idle = not each.direct and not any(choices_for(each.word.term.families, verb) for verb in each.verbs)
        if not idle or not _LINK.fullmatch(state.text, each.word.end, found[-1].word.start):
            break
        found.append(each)
    return found


def _object(state: _State, word: Word) -> None:
    direct = bool(state.verbs) and not state.spent and _joined(_NEAR, state.text, state.verbs[-1].end, word.start) is not None
    start = state.verbs[0].start if direct else word.start
    said = [verb.term.verb for verb in state.verbs if verb.term.verb != "drop"]
    verbs = [verb for verb in said if verb not in LIGHT_VERBS] or said
    state.objects.append(Governed(word, verbs, direct, state.denied and bool(state.verbs), start, word.end))
    state.spent, state.backward = True, None


def _phrase(state: _State, word: Word) -> None:
    governed = bool(state.verbs)
    strong = word.term.exact or governed or "卖" in word.text or word.text.startswith("出租") or (word.text[0] in _ACTIVE and word.text not in _NOMINAL)
    strong = strong and not ("租" in word.term.choices[0] and "租" in {word.text[0], *(verb.text for verb in state.verbs)})
    denied = (state.denied and governed) or bool(_NEGATED.search(state.text, max(0, word.start - 4), word.start))
    start = state.verbs[0].start if governed and not state.spent else word.start
    state.claims.append(Claim(start, word.end, word.term.choices, denied, strong, word.term.exact))
    state.spent, state.backward = True, None


_ACTIVE = frozenset("接卖修拍剪洗换养收跑送运拉刷贴挖种刻开办做搞批装代帮")
_NOMINAL = frozenset(
    (
        *("装修", "修理厂", "运输", "养老", "养生", "养发馆", "拍卖", "拍卖行", "养老院", "养生馆", "洗浴", "装潢"),
        *("装饰装修", "装修工程", "收购", "养老中心", "养生会所", "代账", "代账公司", "装修公司", "装修设计", "装饰设计", "装饰工程", "装卸"),
        *("装卸搬运", "装卸工", "开平", "批发", "洗浴中心"),
    )
)
