"""Persons' names (姓名) in running words, with or without punctuation: a surname, one or two further characters, and what stands on either side.

A candidate is weighed by its left side (我叫, a role, a relation, the end of an amount) and its right side (占, a role, a number, a character cue, a
stop); everyday words that begin like a name are no names. What is found once is found everywhere.

>>> [each.name for each in find_names("牛大明占百分之五十五何苗占百分之四十五法人何苗")]
['牛大明', '何苗', '何苗']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gaoxing.facts.cue import Cue, find_cues, fits
from gaoxing.facts.name_frame import (
    ACROSS,
    HARD,
    NEVER,
    NO_NAME,
    PLACES,
    ROLES,
    VERBS,
    WORDS_WITHIN,
    Name,
    everyday_words,
    list_mates,
    name_runs,
    name_slots,
    surnames,
    tallies,
)
from gaoxing.facts.reference import CALLED_BY_SURNAME, LONG
from gaoxing.facts.sound import alike
from gaoxing.facts.taken import Taken
from gaoxing.standards.expression import expression

__all__ = ["NEVER", "NO_NAME", "WORDS_WITHIN", "Name", "everyday_words", "find_names", "find_surnamed", "surnames"]

HAN = expression("[一-龥]")
SELDOM = frozenset(
    "和出有要来去做当以用写开上下里前后名投掏拿认缴持人两十百千零一二三四五六七八九男女年月日姓为给让从对将之其因几该此即任到往向万元号路楼室店任又"
)
GRAMMAR = frozenset("和全那代都")
"""Surnames that are far oftener words of grammar: taken for names only right after a naming word or before a cue."""
BESIDE_ME = expression(r"(?:我|本人)(?:自己|本人|一个|一个人|一人|一个股东)?，$")
BACKED = expression(r"，?(?:\d|一人|每人|幺|身份证|证件|公民|手机|电话|占|出|认缴|百分之|[一二三四五六七八九]成|[一二两三四五六七八九十百]+万)")
"""What makes a word between commas after 我 a name: a number, a share or a cue of its own; «法人是我,龙虾» names nobody."""
OWNED = expression("(?<!出资)(?<!入股)(?<!投资)(?<!剩下)(?<!剩余)(?<!余下)(?<!其余)的$")
"""«丁大宝的车值十五万»: what is owned, not a further person, unless a stop follows («我们所里的何苗。»)."""
COMMON = frozenset("元但从常要成时应经于其")
"""Surnames that are also everyday words: weighed with care."""
COMPOUNDS = {
    "任": "聘担选委主责信就现前继兼", "金": "资现基租押奖五", "计": "会设合统", "时": "同及当到小平", "经": "已曾", "常": "经平非", "于": "由对关等",
    "方": "双对地", "单": "名订简", "司": "公我贵",
    "关": "有海相", "钱": "的块房本", "段": "阶地", "高": "提", "安": "公", "成": "换改变写填做调构完", "解": "了理",
}  # fmt: skip
"""Surnames that end a word with these before them: 聘任, 资金, 换成."""
LEADERS = frozenset("从由有让请换找和同与跟给把")
"""Words before a name that are surnames themselves: «从丁小满换成何苗»; where a name begins right behind one, it begins there."""
NO_BEGINNING = expression("[我你您他她咱]|证照")
"""No name begins with these: «叫我来问的», «叫证照联办»."""
NAMING = expression(r"(?:[甲乙丙丁]是|男方是?|女方是?|我叫|名叫|叫做|叫|姓名(?:是|：)?|(?:大名|全名|真名|本名|学名)(?:叫|是)?)$")
APPOINTING = expression(
    rf"(?:(?:{ROLES})(?:人选|那栏|一栏|这块)?(?:也|都|均|还|就|先|暂时|由|是|为|写|填|定|选|请|换|换成|换了|：|，)*(?:是|为|写|由|叫|填|：)?(?:我)?|股东(?:就|只有|是|有|：|为)*我?|发起人(?:是|有|为|：)?|换成|改成|改为|变更为|选举(?:其同事|本公司的?)?|聘(?:任|请|用)?|委托|委派|任命|推选|指定|自然人|"
    r"经办人|代办(?:人|的)?|(?:家庭)?成员(?:是|有|：|叫)?|经营者(?:是|为|写|：|就是|，)?(?:我)?(?:，)?|店主(?:是)?|负责人(?:是|：)?|客户|写(?:我)?|由|[改换](?:派|请|让)|归|给|(?:归|让|转|交|送)给?了|给了|给到|(?:由|写|请|找|是|系)的?(?:我们?|我司|本公司|本所|他们|代账公司|代理公司|所里|外面|外聘)?的?(?:会计|出纳|员工|职员|同事|司机|总监|律师))$"
)
LISTING = expression(
    rf"(?:(?<![去来没还])有|让|请|找|换|从|(?:家庭)?成员|(?:开|办|注册|成立|设立|登记)(?:个|一家)?公司|我(?:自己|本人|一个|一个人|一人|一个股东)?，|我是|本人是?|{LONG}|[我他她](?:[爸妈哥姐弟妹姑舅姨叔]|助理|会计|出纳|朋友|同学|客户|主管)|先生|夫人|(?<!不)是|[一两二三四五六七]?(?:个|位|名)(?:股东|人|合伙人)?(?:是|：)?|老[大二三四五幺]|另外|另一半|一半|每人|出资的|一个是我?|另一个是?|还有一个|另外一个|一个|还有|以及|就是我|也就是|是我|我|(?:剩下|剩余|余下|其余)的?(?:部分)?|[和跟与及同、])$"
)
OPENING = expression(r"(?:^|[，。；、：！？（）/<>\n]|[一二三四五六七八九]开|[万元成亿%点]|百分之[零一二三四五六七八九十百点]+|[0-9]|们|的|人)$")
FOLLOWING = expression(
    rf"(?:$|[，。；、：！？（）\n]|{ROLES}|占|出(?!租|口|来)|认缴|认购|持|投(?!影)|掏|拿|缴|当|做|任|担任|兼|是|为|来|负责|全资|独资|一个人|一人|自己|本人|一个(?![月亿点])|[两二三]位|各|都|也|就|我|他|她|和|跟|与|同|及|以|用|直接|要|那|这|的|了(?=[，。；]|$)|卸任|接任|接过|转|把|挂|管(?=财务|账)|退|换|让|加入|不|说|讲|出钱|教授|老师|"
    rf"身份证|证件|公民|手机|电话|号码|联系|[1一幺][3-9三四五六七八九][0-9零〇一幺二三四五六七八九]{{4}}|[男女]|今年|还是|不|名字|名称|店名|公司|注册|地址|住|法定|股东|财务|业务|主营|剩|其余|余下|另外|然后|还有|以及|从业|资金|经营|营业|货币|现金|实物|百分之|[零一二两三四五六七八九十百\d]+(?:成|万|百|千|个|点|亿|%|分)|{LONG}|姓|分别|平分|均|给|先|代|全|每人|每个|股份|股权|对半|各半|复姓|想|会|懂|打算|准备|愿意|认|办|在|去|负|退|原来|本来|现在|之前|以前|开(?=个|一|公司|店|厂|家|了)|合伙|合开|搭伙|两个人|[老小阿][一-龥](?=叫|占|出|退)|一起|一块|一同|共同|后面|前面|这边|代表|组成|构成|不派)"
)
ROLE_WITHIN = expression(ROLES)
AMOUNT = expression(
    r"，?(?:[零一二两三四五六七八九十百千点]+|\d+(?:\.\d+)?)(?:万|亿|成|%|个点)|(?:占|出|认缴|持股|投)(?:百分之|[一二两三四五六七八九十百千\d]+(?:万|成|%))|百分之|按?[一二三四五六七八九]{2,4}(?:开|分)|按?[一二三四五六七八九]比"
)
HELD = expression(r"(?:占股?|持股)(?:百分之|[一二三四五六七八九]成|\d)|(?:出资?|认缴|投)[一二两三四五六七八九十百\d]+万")
"""Only a holder stands before these: also one whose name is an everyday word."""
NUMBERED = expression(r"，?(?:身份证|证件|手机|电话|[1幺]\d|[1幺][三五七八九3-9])")
THAT_IS_ME = expression("，?(?:也)?就是(?:我|本人)(?![们的家])")
MINE_ALONE = expression("(?:(?:就|只有|只)我(?:自己)?(?:一个人?|一人)?(?:一个)?(?:股东)?|(?:代理人|经办人)(?:就)?(?:写|是|填)?我)，$")
"""«就我一个股东，X», «代理人写我，X»: nothing but a name follows."""
PLACE_ENDS = "镇证县市区村路店厂山湖江"
POST_OF_MINE = expression(rf"(?:{ROLES}|经营者|店主|[写填])(?:是|写|就是|由|填|：)?我，$|股东(?:就|只有|只)我(?:自己|一个人?|一人)?，$")
APPOSED, POSTED = expression(rf"的(?:{LONG})$"), expression(f"(?:来)?(?:担任|接任|出任|当|任|做)(?=[，。；]|$|{ROLES})")
"""«由何苗的侄女时晓雯担任»: between a relation and the word for a post even a surname that is a common word is one."""
MORE = expression("多[拿占出投]")
STOPS = "，。；、：！？（）/<>"
APART = expression("姓([一-龥])，?名([一-龥]{1,2})(?=[，。；]|$)")
SURNAMED = expression("姓(?!法人|监事|董事|经理|股东)([一-龥])(?!名)(?<!一)(?<!什)(?<!啥)")
GLUE = expression("(?:就是|是|，|。|名字?(?:就)?(?:叫|一个|一个字|是)?|单名一?个?|单字一?个?|叫)*")
SINGLE = expression("单名|单字|一个$")
"""«姓丁，单名一个雄字»: one character, and 字 is none of the name."""
SURE = 20
"""The weight of a name that the caller's own grammar found: more than any weighing gives."""
SPELT = 16
"""Characters after a name within which its cues begin."""
DISTANT = frozenset(["万里", "千里", "百里", "万年", "千年", "百年", "万全", "万方", "千行"])
"""Given names made wholly of characters that are seldom in names."""
LONE_DIGIT = expression("[一二三四五六七八九][，。；]|[一二三四五六七八九]$")


def find_names(
    text: str,
    *,
    barred: Sequence[tuple[int, int]] = (),
    pauses: frozenset[int] = frozenset(),
    known: Iterable[str] = (),
    cues: Sequence[Cue] | None = None,
    sure: Iterable[Name] = (),
) -> tuple[Name, ...]:
    """All names of a cleaned text by position; `barred` spans hold none; `known` names are found wherever they stand, `sure` ones just there."""
    spotted = find_cues(text) if cues is None else cues
    closed = _closed(text, [*barred, *((cue.start, cue.end) for cue in spotted)])
    weighed = [(weight, name) for weight, name in _candidates(text, closed, pauses, spotted) if weight >= 4 and not NO_BEGINNING.match(name.name)]
    weighed += [*name_slots(text, closed), *((6, name) for name in name_runs(text, closed))]
    weighed += [(8, Name(*match.span("name"), match["name"])) for match in tallies(text) if match["name"][0] not in NEVER and len(match["name"]) > 1]
    weighed += [(7, each) for each in _repeats(text, [name for name in known if len(name) >= 2], (), closed)]
    weighed += [(9, name) for name in _named_apart(text)]
    weighed += [(9, name) for name in find_surnamed(text, pauses=pauses, cues=spotted)]
    weighed += [(SURE, name) for name in sure]
    chosen = _without_shortened(_settled(weighed), known)
    names = {each.name for each in chosen if each.name == text[each.start : each.end]} | {name for name in known if len(name) >= 2}
    chosen += list_mates(text, chosen, closed)
    names |= {each.name for each in chosen if each.name == text[each.start : each.end]}
    repeated = [*chosen, *_repeats(text, names, chosen, closed)]
    return tuple(sorted([*repeated, *_given_names(text, names, repeated, closed, pauses, spotted)], key=lambda each: each.start))


def _without_shortened(chosen: Sequence[Name], known: Iterable[str]) -> list[Name]:
    """Without titles (凌总) and without given names that one longer name of the talk ends in: those are no names of their own."""
    full = {each.name for each in chosen} | set(known)
    longer = [name for name in full if len(name) == 3]
    kept = [each for each in chosen if not CALLED_BY_SURNAME.fullmatch(each.name)]
    return [each for each in kept if len(each.name) != 2 or sum(name.endswith(each.name) for name in longer) != 1]


def _given_names(text: str, names: Iterable[str], taken: Sequence[Name], closed: list[bool], pauses: frozenset[int], cues: Sequence[Cue]) -> Iterator[Name]:
    """«志远出一百万» after 马志远: the given name of two characters alone, where only one person bears it."""
    given = [name[-2:] for name in names if len(name) == 3]
    told = Taken.by((each.start, each.end) for each in taken)
    for name in names:
        if len(name) != 3 or given.count(name[-2:]) > 1 or name[-2:] in everyday_words():
            continue
        for start, end in _occurrences(text, name[-2:]):
            free = not any(closed[start:end]) and told.free(start, end)
            if free and _left(text, start, pauses) >= 2 and _right(text, start, end, pauses, cues) >= 3:
                yield Name(start, end, name, given_only=True)


def find_surnamed(text: str, *, pauses: frozenset[int] = frozenset(), cues: Sequence[Cue]) -> tuple[Name, ...]:
    """«我姓张弓长张章伟国»: the surname said on its own, its cue, then the whole name or the given name alone."""
    found = []
    for match in SURNAMED.finditer(text):
        if any(cue.start <= match.start(1) < cue.end for cue in cues):
            continue
        begin = start = _after_cues(text, match.end(), cues)
        if start < len(text) and alike(text[start], match[1]):
            start += 1
        single = start < len(text) and SINGLE.search(text, match.end(), start) is not None and text[start + 1 : start + 2] == "字"
        size = 1 if single else next((size for size in (2, 1) if _given(text, start, size) and _right(text, start, start + size, pauses, cues) >= 3), 0)
        if size and not _spells_itself(text, start, start + size, match[1]):
            found.append(Name(begin, start + size, match[1] + text[start : start + size]))
    return tuple(found)


def _spells_itself(text: str, start: int, end: int, surname: str) -> bool:
    """«姓胡胡一刀的一就叫胡一鸣»: words said only for the character behind 的, and the name behind them."""
    spells = text[end : end + 1] == "的" and text[end + 1 : end + 2] in tuple(text[start:end])
    return spells and re.match(f"，?(?:我|就|也)*叫{surname}", text[end + 2 :]) is not None


def _named_apart(text: str) -> Iterator[Name]:
    """«姓鹿名晗月»."""
    for match in APART.finditer(text):
        yield Name(match.start(1), match.end(), match[1] + match[2])


def _given(text: str, start: int, size: int) -> bool:
    given = text[start : start + size]
    return len(given) == size and given[0] not in "读念" and all(HAN.match(each) and each not in NEVER for each in given) and not WORDS_WITHIN.search(given)


def _after_cues(text: str, place: int, cues: Sequence[Cue]) -> int:
    while True:
        glue = GLUE.match(text, place)
        start = glue.end() if glue else place
        cue = next((each for each in cues if each.start == start), None)
        if cue is None:
            return start
        place = cue.end


def _closed(text: str, barred: Sequence[tuple[int, int]]) -> list[bool]:
    closed = [not HAN.match(character) for character in text]
    for start, end in barred:
        closed[start:end] = [True] * (end - start)
    return closed


def _candidates(text: str, closed: list[bool], pauses: frozenset[int], cues: Sequence[Cue]) -> Iterator[tuple[int, Name]]:
    for start in range(len(text) - 1):
        left = 0 if closed[start] or (PLACES.match(text, start) and text[start - 1 : start] != "叫") else _left(text, start, pauses)
        if left == 0 and not closed[start] and any(cue.end == start for cue in cues):
            left = 1
        ends_word = start and text[start - 1] in COMPOUNDS.get(text[start], "") and text[start : start + 2] not in surnames()[1]
        if ends_word or HARD.match(text, start):
            continue
        if left == 0 or (left < 4 and _leads(text, start, closed, pauses, cues)):
            continue
        spelt_next = left == 3 and not NO_NAME.search(text[start : start + 2]) and any(start + 2 <= cue.start <= start + 5 for cue in cues)
        for size in _sizes(text, start, naming=left >= 4 or spelt_next):
            end = start + size
            if end <= len(text) and not any(closed[start:end]):
                spelt = "".join(re.findall("的(.)(?=[，。]|$)", text[end : end + SPELT])) + "".join(
                    cue.character for cue in cues if end <= cue.start <= end + SPELT
                )
                weight = _weight(text, (start, end), left, _right(text, start, end, pauses, cues), spelt)
                yield weight, Name(start, end, text[start:end])


def _leads(text: str, start: int, closed: list[bool], pauses: frozenset[int], cues: Sequence[Cue]) -> bool:
    """Whether a name begins right behind this character, which is a word of its own: 从|丁小满."""
    first, single = start + 1, surnames()[0]
    if text[start] not in LEADERS or first >= len(text) or text[first] not in single or closed[first]:
        return False
    sizes = [size for size in (3, 2) if first + size <= len(text) and not any(closed[first : first + size])]
    return any(text[first : first + size] not in everyday_words() and _right(text, first, first + size, pauses, cues) >= 3 for size in sizes)


def _weight(text: str, span: tuple[int, int], left: int, right: int, spelt: str) -> int:
    name = text[slice(*span)]
    given = name[1:] if len(name) < 4 else name[2:]
    odd = any(character in SELDOM for character in given)
    if (
        right == 0
        or (name[-1] in VERBS and (right < 5 or not any(alike(name[-1], each) for each in spelt)))
        or (right < 5 and ACROSS.match(text, span[1] - 1))
        or name[-1] == "姓"
        or text.startswith("复姓", span[1] - 1)
        or (any(character in NEVER and character not in spelt for character in given) and not (left >= 3 and given[-1] in "是在" and right == 4))
        or _tallied(text, span)
        or (ROLE_WITHIN if (left == 4 and right >= 3) or (left == 3 and right >= 4 and given in {"小妹", "小弟"}) else WORDS_WITHIN).search(name)
        or (left < 3 and right < 5 and OWNED.search(text[: span[0]]) and (right < 4 or AMOUNT.match(text, span[1])))
    ):
        return 0
    if left < 4 and right < 5 and MORE.match(text, span[1] - 1):
        return 0
    apposed = left == 2 and APPOSED.search(text[: span[0]]) is not None and POSTED.match(text, span[1]) is not None
    if left < 4 and right < 5 and (name[0] in GRAMMAR or (name[0] in COMMON and right < 4 and ((left < 3 and not apposed) or odd))):
        return 0
    if odd and len(given) == 1 and given in "一二三四五六七八九" and name[0] != "周" and left >= 2 and 3 <= right < 5:
        return left + right - 1
    if given[0] in SELDOM and not _numbered(given) and left < 3 and right < 4:
        return 0
    if right < 5 and left < 4 and len(name) == 2 and name[0] == name[1]:
        return 0
    if name[0] == "别" and left < 3:
        return 0
    if right == 4 and BESIDE_ME.search(text[: span[0]]) and not _closed_off(text, span) and not BACKED.match(text, span[1]):
        return 0
    held = left >= 2 and HELD.match(text, span[1]) is not None
    held = held or (BESIDE_ME.search(text[: span[0]]) is not None and NUMBERED.match(text, span[1]) is not None)
    held = held or THAT_IS_ME.match(text, span[1]) is not None
    begins_a_word = name[:2] in everyday_words() and right < 5 and not (len(name) == 3 and AMOUNT.match(text, span[1]))
    if left < 3 and not held and name[:2] not in surnames()[1] and (name in everyday_words() or begins_a_word):
        return 0
    if odd and len(given) == 1 and left >= 3 and right >= 3:
        return left + right - 1
    if odd and right < 5 and given not in DISTANT and not (len(given) == 2 and right >= 3 and (given[0] not in SELDOM or given[1] not in SELDOM)):
        return 0
    return left + right - (1 if odd and right < 5 else 0)


def _sizes(text: str, start: int, *, naming: bool) -> tuple[int, ...]:
    single, double = surnames()
    if text[start : start + 2] in double:
        return (4, 3)
    return (3, 2) if naming or text[start] in single else ()


def _left(text: str, start: int, pauses: frozenset[int]) -> int:
    before = text[max(0, start - 14) : start]
    if NAMING.search(before):
        return 4
    if APPOINTING.search(before):
        return 3
    if LISTING.search(before) or start in pauses:
        return 2
    return 2 if OPENING.search(before) or not before else 0


def _right(text: str, start: int, end: int, pauses: frozenset[int], cues: Sequence[Cue]) -> int:
    nearest = next((cue for cue in cues if end <= cue.start <= end + 2 and (cue.start <= end + 1 or text[end] in "，就是、")), None)
    if nearest is not None and fits(text[start:end], nearest):
        return 5
    if text.startswith("姓", end):
        return 1
    if end >= len(text) or text[end] in STOPS or AMOUNT.match(text, end):
        return 4
    if FOLLOWING.match(text[end:]) or end in pauses or LONE_DIGIT.match(text[end:]):
        return 3
    return 1 if end - start >= 3 else 0


def _closed_off(text: str, span: tuple[int, int]) -> bool:
    """«唯一股东是我,麦家俊。», «经营者我,鲁长贵,»: three characters that are no word, at the sentence's end or beside a post."""
    name, ends = text[slice(*span)], text[span[1] : span[1] + 1] in {"", "。"} or POST_OF_MINE.search(text[: span[0]]) is not None
    if MINE_ALONE.search(text[: span[0]]):
        return name not in everyday_words() and not NO_NAME.search(name)
    return ends and len(name) == 3 and name[-1] not in PLACE_ENDS and not {name, name[:2]} & everyday_words()


def _tallied(text: str, span: tuple[int, int]) -> bool:
    """«常青五,冷月三,侯亮二»: numbers that make ten in a row end no name."""
    return any(match.end() == span[1] for match in tallies(text))


def _numbered(given: str) -> bool:
    """A given name such as 一鸣 or 双喜: a number, then a character that is none."""
    return given in DISTANT or (len(given) == 2 and given[0] in "一三九万千百五四六七八双两" and given[1] not in SELDOM)


def _settled(weighed: list[tuple[int, Name]]) -> list[Name]:
    taken = Taken()
    heaviest = sorted(weighed, key=lambda pair: (-pair[0], pair[1].start, -len(pair[1].name)))
    return [name for _, name in heaviest if taken.take(name.start, name.end)]


def _occurrences(text: str, word: str) -> Iterator[tuple[int, int]]:
    start = text.find(word)
    while start >= 0:
        yield start, start + len(word)
        start = text.find(word, start + len(word))


def _repeats(text: str, names: Iterable[str], chosen: Sequence[Name], closed: list[bool]) -> Iterator[Name]:
    taken = Taken.by((each.start, each.end) for each in chosen)
    for name in sorted(names, key=len, reverse=True):
        for span in _occurrences(text, name):
            if not any(closed[span[0] : span[1]]) and taken.take(*span):
                yield Name(*span, name)
