"""A person's name in a place where only a name can stand (姓名槽): in talk of who follows whom in a post, and of who hands shares to whom.

The words on both sides make the slot (由…变更为…, …把名下的, 转让给…, …卸任); which characters fill it, the surnames say.

>>> [each.name for each in find_slots("股东要变更一下丁小满把她手里的百分之三十转给靳小乙另外法人从廖大强换成他儿子廖小晨")]
['丁小满', '靳小乙', '廖大强', '廖小晨']
>>> find_slots("我们把名称相应地由一百万变更为五百万")
()
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from gaoxing.facts.person import FOLLOWING, HAN, NEVER, NO_NAME, STOPS, WORDS_WITHIN, Name, everyday_words, surnames
from gaoxing.facts.reference import LONG
from gaoxing.standards.expression import expression

LEFT = expression(
    rf"(?:转让?[给予]|转到|转手给|让给|卖给|过户?[给到]|赠与?给?|给到|[交送留]给|[归给向]|受让|接手|买下|接过|收购|[换改变]成|[换改变]为|变更[为成到]|换到"
    rf"|改由|(?:以后|今后|现在|后面)(?:都|就|有事|请)*(?:找|联系|打给)|[换由从→：]"
    rf"|姓[一-龥]的|[老新旧前]的(?:是|叫)|[我他她来]接|[原现]：|原[为是]|原来|原先|(?:原来|原先|以前|之前|本来|现在)(?:的|那个|那位)?(?:是|叫|为)"
    rf"|(?:转让|受让|出让)[方人]|(?:不|应该|应当|而|方"
    rf"|错了，?)是|(?:原|新|老|旧"
    rf"|另一个|另外一个|大"
    rf"|小)?股东|[新老原现前旧]任?法人|免去|任命|选举|聘任|推选|委派|现任|新任|前任|法定代表人|法人(?:代表)?|代表人|把|将"
    rf"|第[一二三四五六七八九]笔[，：]?|(?:其|他|她|我)?(?:{LONG}|之?[子女妻夫]|侄子|外甥|女婿|儿媳|弟弟|妹妹|副总|同事|会计|搭档|老板|老总|董事长))"
    rf"(?:了|原来的?|现在的?|原?股东|法人|法定代表人|自然人|是|：|他|她|我|{LONG}){{0,2}}$"
)
RIGHT = expression(
    r"(?:先生|女士|总)?(?:，)?(?:这边|自己|自愿|也|只|已经|已|就|都|现在|还|要|想|准备|打算|决定|愿意|同意|主动|不){0,8}"
    r"(?:[把将向]|换[成为掉]?|改[成为由]|变更?[为成到]?|因|卸任|离任|离职|辞|退|不[干做]|[不来]当|的?(?:法定代表人|法人)(?!股东)|不想|接"
    r"|(?:年纪|岁数)(?:也|都|太|比较|越来越)?大|身体(?:也|都)?(?:不|吃不|差)"
    r"|来[当做担任接]|当|担任|出任|上任|任|去世|病故"
    r"|过世|走了|调走|手[里上头中]|名下|持有?|所持|占股?|出让|转|让给|卖|受让|拿|买|给(?=[一-龥]{2,4}(?:百分|\d|[一二三四五六七八九]成|[，。；]|$))"
    r"|收(?:购|了|下|走|过)|继承"
    r"|的班|[、和与][一-龥]{2,4}(?:分别|各自?|都|均|共同)|分别|各自|那(?:边|里|儿)|→|的?(?:全部|所有)?(?:股权|股份|出资|份额)|的?(?:百分之|\d{1,9}(?:\.\d{1,9})?%"
    r"|[一二三四五六七八九]成)|那(?:百分之|\d|[一二两三四五六七八九十]))"
)
POST = expression("(?:接任|卸任|离任|接替|上任|出任)")
FURTHER = expression(
    r"(?:另外|还有|然后|代码|信用|统一|[他她我]|原来|原先|今天|请|麻烦|对|这|那|工商|手续|材料|协议|可以|同时|一起|相应|经营|范围|名[称字]|改名|增资"
    r"|减资|一共|总共|各|和|及|、|吧|呢|了|的|因为|由于|地址|住所|帮|老|新)"
)
"""Words that go on after a name where nobody paused."""
ENDED = expression(r"(?:一下|就是|是|的|了|公司|现在|后来|今天|所以|因为|这次|手续|变更|转让|另外|还有|然后|以及|[和与跟及、])$")
"""Words after which a name may begin where nobody paused."""
NOT_A_PERSON = expression(
    "总$|^[老小阿].$|[股权份资本额元万亿业司店厂镇路街区]$|^(?:有限|责任|职务|职位|于[是此]|由于|何时|从|相应|同步|同时|应当|全部|全体|双方|本人|公司"
    "|万|单位|方[面便式]"
    "|和|时间|成为|成立|管理|经理|支付|安排|金额)"
)
CORRECTING = expression("[姓名字][^，。；]{0,3}(?:错|不对)|人不对|不是这个人")
"""Talk of a name heard wrongly: a clause that may be a name is one."""
LENGTHS = (3, 2)
_WHO = r"[一-龥·]{2,6}"
ANCHORED = (
    expression(rf"(?:法定代表人|法人(?:代表)?|股东)(?:由|从)(?P<one>{_WHO}?)(?:先生|女士)?(?:变更|更换|改|换|调整)(?:为|成|到)(?P<other>{_WHO})"),
    expression(r"(?:法定代表人|法人(?:代表)?|[，。；]由?|^由?|由)(?P<one>[一-龥·]{2,4}?)(?:先生|女士)?(?:卸任|接任|离任|接替|上任|出任)"),
)
"""Frames that hold a name whatever its surname, foreign ones too."""
NO_FRAME = expression(
    "[了的我你他她它们就都要已]|公司|现在|有限|股份|责任|法定|法人|代表|股东|董事|会计|经理|职务|本人|^[从由原老新旧前]|[一二三四五六七八九十百千万亿]{2}"
)


def find_slots(text: str, closed: Sequence[tuple[int, int]] = ()) -> tuple[Name, ...]:
    """The names that stand in such slots, by position; `closed` spans hold none."""
    taken = bytearray(len(text))
    for start, end in closed:
        taken[start:end] = b"\1" * (end - start)
    found = list(_led_and_followed(text, taken))
    found += [each for each in _anchored(text, taken) if not any(each.start < other.end and other.start < each.end for other in found)]
    return tuple(sorted(found, key=lambda each: each.start))


def _led_and_followed(text: str, taken: bytearray) -> Iterator[Name]:
    start = 0
    while start < len(text) - 1:
        size = next(_sizes(text, start, taken), 0)
        if size:
            yield Name(start, start + size, text[start : start + size])
        start += max(size, 1)


def _anchored(text: str, taken: bytearray) -> Iterator[Name]:
    """Names in a frame: the first up to the frame's own word, the second up to a stop, or as long as the first."""
    for pattern in ANCHORED:
        for match in pattern.finditer(text):
            spans = [match.span("one")]
            if "other" in pattern.groupindex:
                start, end = match.span("other")
                size = len(match["one"])
                spans.append((start, end if end - start <= len(match["one"]) or end == len(text) or text[end] in STOPS else start + size))
            for start, end in spans:
                name = text[start:end]
                if not any(taken[start:end]) and not NO_FRAME.search(name) and name not in everyday_words() and is_open_ended(name):
                    yield Name(start, end, name)


def is_open_ended(name: str) -> bool:
    """Whether nothing in these characters speaks against a name, whatever the surname."""
    return 2 <= len(name) <= 6 and not NOT_A_PERSON.search(name) and not WORDS_WITHIN.search(name)


def name_before(text: str, end: int) -> str:
    """The name that ends at `end`; empty where the characters there are none."""
    sizes = (4, *LENGTHS) if text[max(0, end - 4) : max(0, end - 2)] in surnames()[1] else LENGTHS
    return next((text[end - size : end] for size in sizes if end >= size and is_name(text[end - size : end])), "")


def name_after(text: str, start: int) -> str:
    """The name that begins at `start`: up to the next stop where that is near, else four, three or two characters; empty where there is none."""
    stop = next((place for place in range(start, min(len(text), start + 5)) if text[place] in STOPS), len(text) if len(text) - start <= 4 else -1)
    if 2 <= stop - start <= 4 and is_name(text[start:stop]):
        return text[start:stop]
    sizes = (4, 3) if text[start : start + 2] in surnames()[1] else LENGTHS
    return next((text[start : start + size] for size in sizes if len(text) >= start + size and is_name(text[start : start + size])), "")


def _sizes(text: str, start: int, taken: bytearray) -> Iterator[int]:
    """The lengths that a name beginning here can have, the likeliest first; none where a word on the left goes on into it (换|成何苗)."""
    if _led(text, start + 1) and any(_fits(text, start + 1, size, taken) for size in LENGTHS):
        return
    for size in (4, 3) if text[start : start + 2] in surnames()[1] else LENGTHS:
        across = size == LENGTHS[0] and (text[start + size - 1 : start + size] in {"和", "与", "跟", "及"} or RIGHT.match(text, start + size - 1))
        if _fits(text, start, size, taken) and not (across and _fits(text, start, size - 1, taken)):
            yield size


def _fits(text: str, start: int, size: int, taken: bytearray) -> bool:
    """Whether a name fills `text[start:start+size]`: its characters, and the words on both sides."""
    end = start + size
    if end > len(text) or any(taken[start:end]) or text[max(0, start - 1) : start + 1] == "由于":
        return False
    followed, led = RIGHT.match(text, end) is not None, _led(text, start)
    opens = not start or text[start - 1] in STOPS or bool(taken[start - 1])
    name = text[start:end]
    if followed and (led or opens or _begins(text, start)):
        return is_name(name, sure=led or opens) or _fills_a_clause(text, start, end)
    rests = end == len(text) or text[end] in STOPS or bool(taken[end]) or text[end] in name
    if opens and (end == len(text) or text[end] in STOPS) and _corrects(text):
        return is_name(name)
    return led and is_name(name) and (rests or bool(FURTHER.match(text, end) or FOLLOWING.match(text[end:])))


@lru_cache(maxsize=4)
def _corrects(text: str) -> bool:
    return CORRECTING.search(text) is not None


def _fills_a_clause(text: str, start: int, end: int) -> bool:
    """«，和风接任。»: between a stop and the word for taking a post nothing but a name stands, whatever its surname."""
    name = text[start:end]
    alone = POST.match(text, end) is not None and (not start or text[start - 1] in STOPS)
    return alone and all(HAN.match(each) and each not in NEVER for each in name) and name not in everyday_words() and not NO_NAME.search(name)


def _led(text: str, start: int) -> bool:
    return LEFT.search(text[max(0, start - 12) : start]) is not None


def _begins(text: str, start: int) -> bool:
    """Whether a word ends before `start`, where no stop does: «变更一下丁小满把…»."""
    return ENDED.search(text[max(0, start - 4) : start]) is not None


def is_name(text: str, *, sure: bool = False) -> bool:
    """Whether these characters can be a person's name: a surname, and nothing that no name holds. `sure`: the words around leave hardly anything else."""
    single, double = surnames()
    if not all(HAN.match(each) for each in text) or any(each in NEVER for each in text):
        return False
    everyday = {text} if sure or text[:2] in double else {text, text[:2]}
    if everyday & everyday_words() or (NO_FRAME if sure else NO_NAME).search(text) or NOT_A_PERSON.search(text) or WORDS_WITHIN.search(text):
        return False
    return text[:2] in double if len(text) == 4 else text[0] in single or text[:2] in double
