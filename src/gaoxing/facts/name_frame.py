"""Where only a person's name can stand (姓名的位置): «监事和风。», «；游乐，25%», «我，暨小白，技术入股», «丛林、查理、桂花香», «常青五，冷月三，侯亮二».

Any two to four characters that are no word of the form; a surname is not asked for. Tables of surnames and of everyday words are read here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from gaoxing.facts.reference import LONG
from gaoxing.facts.role import WORDS as ROLE_WORDS
from gaoxing.facts.taken import Taken
from gaoxing.standards.expression import expression

TABLES = Path(__file__).parent / "tables"
NEVER = frozenset("的了是在个就不我你他她它们占跟与及也都这那没把被吗说各叫块亿么啊呢吧很再您咱啥或但所哪谁每")
ACROSS = expression(
    "[老小][^，。]叫|只[有是出占拿投要认]|[少多][出占拿投认]|[都也就][出占拿投认]|退出|去掉|拿掉|删掉|财务|补偿|补充|不投|不干|管财务|原来|本来|后来|从来|将来|负责|出资|认缴|认购|持股|持有|占股|担任|兼任|股份|身份|手机|电话|地址|住所|公司|注册|资金|资本|现金|货币|[都也还就]是|参股|入股|代理|联系|联络|"
    "董事|监事|经理|法人|总经|平分|各占|分别|另外|其余|剩下|以及|还有|然后|平均|一个|一人|同意|退休|投资|名下|的话"
)
"""Words that a name never shares a character with: «何苗退出» is 何苗."""
VERBS = frozenset("出占投掏拿认缴要兼当做把给让")
"""Never the end of a name where an amount or a stop follows: «公孙度出»."""
PLACES = expression(
    "元整|元[人出以用货]|昆山|苏州|江苏|上海|安徽|河南|无锡|常州|南京|浙江|杭州|湖北|湖南|江西|四川|山东|广东|福建|玉山|巴城|周市|陆家|花桥|张浦|千灯|高新|全国|公司"
)
ROLES = "|".join(sorted(ROLE_WORDS, key=len, reverse=True))
HARD = expression("单名|单字一|前者|后者|商量|讨论|决定|一致|空着|空出|留着|别[写填用要报]|伊[来出占做当]|待定")
"""Words of talk where a name would stand: «监事就空着»."""
WORDS_WITHIN = expression(rf"{ROLES}|{LONG}|公司|注册|身份|手机|电话|资本|股东|执行|财务|成员|挂名")
NO_NAME = expression(
    "^要[换改变找请另重]|^股[份权]|^比例|^人|^[一二三四五六七八九十]+[个名位人]|^公司|换人$|^证照|^谢谢|持股|占比|^[前后两]者|^[让请叫管]|^相应|^别|当$|[不没]|一样|会计|出纳|助理|秘书|司机|我司|总监|律师|^换|对调|调换|互换|一下$|^麻烦|^马上|^[老小阿姓].?$|^姓|^从|^把|^由|占股|持有|等一?下|等等|毛利|提成|利润|分红|集团|[不没未暂还先再的了我你他她这那谁哪几各就都也由写填待同加减总共约均每]|取消|设立|以及|是|选|变更|撤|空|一[个名位人]|两|人员|资本|资金|金额|出资|货币|现金|实物|比例|其余|剩|另|分别|合计|其中|名称|住所|地址|期限|范围|委派|聘|改|换成|增|减到|升|降|去掉|拿掉|删|退出|委托|"
    "信息|情况|方式|时间|电话|手机|姓名|自己|本人|如下|兼|担任|负责|万|亿|元|以[货现知]|代[码理]|认[缴购]|^经营|^和[^一-龥]|自然人|单位|成员|合伙|技术|设备|专利|公司|企业"
)
SLOTS = (
    expression(
        rf"(?:{ROLES}|经营者|店主|成员)(?:[一两三四五六七]?[名位个人]，?(?=是|为|由))?(?:都|均|也|还|就)*(?:是|为|：|由|有|/)?(?P<name>[一-龥]{{2,4}}?)(?=[，。；、！？（）]|$|手机|电话|身份证)"
    ),
    expression(
        r"(?:(?:^|[，。；：、\n])(?:(?:股份|股权|持股|比例)(?:是|：)?)?|股东|个人|[两三四五六]个(?!人)|[两三四五六]个人)(?P<name>(?!股[份权])[一-龥]{2,4}?)(?=，?(?:要|想要|直接|拿|就)?(?:占股|持有|出资?|占|持股|认缴|认购)?(?:\d+(?:\.\d+)?(?:%|万)|百分之|[一二三四五六七八九]成))"
    ),
    expression(r"(?<=[万成])(?P<name>[一-龥]{2,3}?)(?=[一二三四五六七八九十两百千\d]+(?:万|成|个点)|百分之)"),
    expression(
        r"(?:^|[，。；：])我，(?P<name>[一-龥]{2,4}?)，(?=给|唯一|出|占|技术|专利|法|当|做|任|一个|身份|手机|电话|认|持|用|拿|以|全资|独资|百分|[0-9幺一二三四五六七八九])"
    ),
    expression(r"(?:^|[，。；：])我(?P<name>[一-龥]{2,4}?)，(?=出|占|认缴|持股|一个人|唯一|全资|独资|身份证|手机|[0-9幺])"),
    expression(r"(?:^|[，。；：叫我])(?P<name>[一-龥]{2,3})，?(?:就是)?(?P=name)[一-龥]{0,5}的(?P=name)"),
    expression(r"(?<=[一-龥]{2}、)(?P<name>[一-龥]{2,4}?)(?=各|两位|共同|平分)"),
)
SLOTS_OF_MINE = SLOTS[3:5]
"""«我，暨小白，», «我井上清，出»: the speaker's own name set beside 我."""
COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
RUN = expression(
    "(?:(?P<before>[两三四五六])(?:个|位|名))?(?:股东|合伙人|发起人)(?P<count>[两三四五六])?(?:(?<=[两三四五六])(?:个|位|名)?(?:人|股东)?)?(?:是|有|为|：|分别是)?(?P<names>[一-龥]{4,12}?)"
    "(?=分别|各占|各出|每人|每个人|平分|注册|法人|一人[一二三四五六七八九十])"
)
MATE = expression("、(?P<name>[一-龥]{2,4}?)(?=[、，。；]|各|组成|构成|[两二三四五六七八九][人位]|等|[和跟与][一-龥]{2,4}[，。；]|$)")
MATE_BEFORE = expression("(?:^|[，。；：])(?P<name>[一-龥]{2,4})、$")
TALLY = expression("(?:^|[，、。；])(?P<name>[一-龥]{1,4}?)[占是出拿]?(?P<number>[一二三四五六七八九])(?=[，、。；]|$)")
DIGITS = "一二三四五六七八九"


@dataclass(frozen=True)
class Name:
    """A person's name as heard (character cues not yet applied), and where it stands."""

    start: int
    end: int
    name: str
    given_only: bool = False
    """Where only the given name was said of somebody known («志远» for 马志远)."""


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Single-character and compound surnames."""
    lines = (TABLES / "surnames.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(lines[1]), frozenset(lines[2].split())


@cache
def everyday_words() -> frozenset[str]:
    """Words that begin with a surname's character and are no names."""
    rows = (line.partition("\t") for line in (TABLES / "not_names.tsv").read_text(encoding="utf-8").splitlines())
    return frozenset(first + rest for first, _, rests in rows for rest in rests.split())


def name_slots(text: str, closed: list[bool]) -> Iterator[tuple[int, Name]]:
    """Where the words around leave only a name: «监事和风。», «；游乐，25%», «一百五十万时光一百万»: any two to four characters that are none of the form's."""
    for pattern in SLOTS:
        for match in pattern.finditer(text):
            start, end = match.span("name")
            name = match["name"]
            if (
                not any(closed[start:end])
                and name[-1] not in VERBS | NEVER
                and not ACROSS.match(text, end - 1)
                and not NO_NAME.search(name)
                and not HARD.match(name)
                and not (pattern in SLOTS_OF_MINE and (name[-1] in "边们先说" or name in everyday_words() or (len(name) != 3 and name[:2] in everyday_words())))
                and not PLACES.match(name)
                and not WORDS_WITHIN.search(name)
            ):
                yield 6, Name(start, end, name)


def name_runs(text: str, closed: list[bool]) -> list[Name]:
    """«股东丁大宝何苗鲁大卫分别占»: names one after the other, where only one way of parting them begins each with a surname."""
    found: list[Name] = []
    for match in RUN.finditer(text):
        ways = list(_partings(match["names"]))
        count = match.groupdict().get("count") or match.groupdict().get("before")
        ways = [each for each in ways if count is None or len(each) == COUNTS.get(count, 0)]
        if len(ways) == 1 and len(ways[0]) > 1 and not any(closed[slice(*match.span("names"))]):
            start = match.start("names")
            for name in ways[0]:
                found.append(Name(start, start + len(name), name))
                start += len(name)
    return found


def _partings(names: str) -> Iterator[tuple[str, ...]]:
    if not names:
        yield ()
    single, double = surnames()
    sizes = (3, 4) if names[:2] in double else (2, 3) if names[:1] in single else ()
    for size in sizes:
        name = names[:size]
        if len(name) == size and name not in everyday_words() and not any(each in NEVER for each in name[1:]):
            yield from ((name, *rest) for rest in _partings(names[size:]))


def list_mates(text: str, chosen: Sequence[Name], closed: list[bool]) -> list[Name]:
    """«丛林、查理、桂花香»: two to four characters that stand in a list behind a name."""
    found: list[Name] = []
    taken = Taken.by((each.start, each.end) for each in chosen)
    for each in chosen:
        place = each.end
        while match := MATE.match(text, place):
            start, place = match.span("name")
            if not taken.free(start, place):
                continue
            if any(closed[start:place]) or NO_NAME.search(match["name"]) or WORDS_WITHIN.search(match["name"]) or PLACES.match(match["name"]):
                break
            found.append(Name(start, place, match["name"]))
    return found + [each for each in (_mate_before(text, one, closed) for one in chosen) if each is not None and taken.free(each.start, each.end)]


def _mate_before(text: str, chosen: Name, closed: list[bool]) -> Name | None:
    """«，屈原野、丛林、石磊»: what opens a clause with a surname and stands in a list before a name."""
    match = MATE_BEFORE.search(text, max(0, chosen.start - 6), chosen.start)
    if match is None or any(closed[match.start("name") : match.end("name")]):
        return None
    name = match["name"]
    single, double = surnames()
    surnamed = (name[0] in single and len(name) < 4) or name[:2] in double
    if not surnamed or name in everyday_words() or NO_NAME.search(name) or WORDS_WITHIN.search(name) or PLACES.match(name) or set(name) & NEVER:
        return None
    return Name(match.start("name"), match.end("name"), name)


@lru_cache(maxsize=8)
def tallies(text: str) -> tuple[re.Match[str], ...]:
    """Clauses «name, number» in a row whose numbers make ten."""
    found = [match for match in TALLY.finditer(text) if not re.search("[个十成位]", match["name"]) and not NO_NAME.search(match["name"])]
    in_a_row = all(match.start() == before.end() for before, match in pairwise(found))
    return tuple(found) if len(found) > 1 and in_a_row and sum(DIGITS.index(match["number"]) + 1 for match in found) == 10 else ()
