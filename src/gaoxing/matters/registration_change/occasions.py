"""Days that a change hangs on (变更决议日期, 减资公告日期, 成立日期): «上个月20号开的股东会», «公司成立于2019年5月», «减资公告9月28号登的».

Only what is said to have happened counts: what is planned, asked or denied gives nothing. A resolution and an announcement need the whole day; a day
without a year is a question of two readings.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("决议是2026年11月3日作出的，公司成立于2019年5月"))
>>> [(each.field, each.value) for each in occasions(said, date(2026, 11, 25))]
[('resolved', '2026-11-03'), ('established', '2019-05')]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gaoxing.checks.deadline import earliest
from gaoxing.facts.fact import Certainty, Evidence, Fact
from gaoxing.facts.filer import enterprise_facts
from gaoxing.facts.past_day import PastDay, find_past_days
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression

RESOLVED, ANNOUNCED, ESTABLISHED = "resolved", "reduction_announced", "established"
BLANKS = (RESOLVED, ANNOUNCED, ESTABLISHED)
WHOLE = frozenset((RESOLVED, ANNOUNCED))
"""Blanks that want the whole day."""

_DAY_LENGTH = len("2026-11-03")
_WHEN = (
    "(?:的|那天|上面?|里|写的?|日期|时间|日子|作出|做出|形成|通过|召开|落款|签署|签订|发布|刊登|登报|登|发|是|就是|为|：|在|于|我们|早就|早|就|已经|都|也"
    "|，(?=日期|时间|是))*"
)
_SLACK = (
    "(?:上午|下午|晚上|中午|那天|当天|我们|公司|就|刚刚?|已经?|全体|召开|开会|开|作|做|出|了|的|过|在|由|股东们?(?!会|大会|决)|一致|临时|都|也|同意|并|通过"
    "|形成|签|讨论|一个人|自己)*"
)
_MEETING = "(?:股东(?:大)?会(?:决议)?|股东决[定议]|变更决[定议]|决议|(?<=[作做]出)(?:了)?决定|(?<=作)的?决定)"
_PAPER = "(?:国家企业信用信息)?(?:公示系统|[一-龥]{0,6}(?:报纸|日报|晚报|早报|商报)|[一-龥]{2,6}报|报)(?:上面?|里)?"
_NOTICE = "(?:(?:减资|减少注册资本)的?)?(?:公告|公示|登报|刊登)(?!期|满|系统)"
_FOUNDED = "(?:注册成立|登记成立|登记注册|成立|设立|创立|创办|开办)"
_DONE = "(?:的|了|下来)*(?=$|[，。；！？]|要|想|现在|来|今天|原来|办|法|注册资|住所|地址|股东|经营|名称)"

BEFORE = {
    RESOLVED: expression(rf"(?<!董事会)(?:{_MEETING}|(?:股东的?)决定){_WHEN}$"),
    ANNOUNCED: expression(rf"{_NOTICE}{_WHEN}$"),
    ESTABLISHED: expression(rf"{_FOUNDED}(?:日期|时间|日)?(?:是|为|：|于|在|写的)*$"),
}
"""What stands right before the day."""
LINKED = expression("(?:日期|时间|日子|就是|是|为|：|在|于)$")
"""At the end of what leads to the day: the day is said of it, whatever follows."""

HAPPENED = expression(
    "(?:上午|下午|晚上|中午|那天|当天|就|刚刚?|已经|我们|大家|全体|一致|都|由|在)*(?:$|[，。；！？]|的|了|作|做|出|开|召|通过|形成|签|定的|落款|决议|股东|登|发|刊|公告|公示|国家|报)"
)
"""Behind a day that only stands beside its occasion."""
COMING = expression("(?:再|要|才|准备|打算|来不及)(?:开|作|做|登|发|公告)")
AFTER = {
    RESOLVED: expression(rf"{_SLACK}{_MEETING}(?!的?(?:通知|之前|以前|前|材料))"),
    ANNOUNCED: expression(
        rf"(?:就|已经|我们|公司|在|{_PAPER}|(?:登|发|做|刊登|发布)(?:的|了|过)*)*(?:{_NOTICE}|(?<=[登发])的?{_PAPER}|(?<=登)(?:了)?报)(?!期|满|还没|没|的?系统)"
    ),
    ESTABLISHED: expression(rf"(?:份|就|才|刚|在[一-龥]{{2,6}}|正式)*(?:{_FOUNDED}|注册(?!资|商|地)){_DONE}"),
}
"""What stands right behind it."""
OF_OTHERS = expression("(?:章程|合同|协议|租约|任期|任命|那次)[^，。；]{0,6}$")
"""Before a day: what was resolved then is another thing."""
OPENED = expression(r"(?:就|才)*(?:开|办)(?:的|了|起来)+(?=$|[，。；])")
"""«我们公司2015年就开了»: likely its founding."""
OURS = expression(
    r"(?:那个|这个)?(?:我们|我|咱们?)?(?:这家|这个|的)?(?:本公司|我司|公司|企业|厂子?|店)?的?(?:营业)?(?:执照)?(?:上面?|里)?(?:写的?|登记的?|的)*(?:是|在|于|就|从|早在|最早|当初|也|都)*"
)
"""All that a sentence on the enterprise's founding has before it."""
NAMED_OURS = expression("公司|企业|厂")
ANOTHERS = expression("子公司|分公司|分店|母公司|总公司|对方|客户|供应商|另一?家|那家|别的|他们|受让|新股东|股东是")
NOT_YET = expression(
    "(?:打算|准备|计划|预计|定在|约在|安排在|放在|改到|推到|拖到|最晚|最迟|到|等|要|将|想|拟|下次|上一?次|以前|之前|当年|第一次|不是|如果|要是|是不是|没有?)(?:在|的|是|个)*$"
)
"""Right before the day, or before what leads to it: planned, long past, asked or denied."""
BOUND = expression("[，]?(?:之前|以前|前|以后|之后|后|起|到|至|左右|前后|还没|没)(?!天)")
"""Behind the day: a bound, not the day itself."""
ASKED = expression("[^，。；]{0,10}(?:吗|？|么(?=$|[，。；])|行不行|可以不)")
UNDONE = expression("还?没有?(?:开|做|作|登|发|公告|公示|出|定)|尚未|未(?:开|作|登)|打算|准备|计划|不记得|记不清|忘了|不确定|好像|可能")
"""In the answer to the question: nothing of that has happened, or it is not known when."""
MENDS = expression(
    r"[的了开作做出召登发过成立注册股东会大决议公告定通]*[，。]*(?:不对不对|不对|不是不是|不是|哦不|错了|说错了|记错了|更正一下|等等|刚才说错了)[，。]*(?:应该|改成|就)*(?:是|写)?(?:在)?"
)
"""Between a day and the one that takes its place."""


@dataclass(frozen=True)
class _Told:
    """A day with its blank: value or readings, and where it stands."""

    blank: str
    day: PastDay
    turn: int
    evidence: tuple[Evidence, ...]
    likely: bool = False
    firm: bool = False
    """Whether it was said to be the day, or asked for: then it may lie ahead, and is a finding."""


def occasions(statement: Statement, on: date | None) -> Iterator[Fact]:
    """At most one fact a blank: the day said last; unsure with its readings where its year was not said."""
    found: dict[str, _Told] = {}
    last: _Told | None = None
    reduces = any("减" in heard.text or "降" in heard.text for heard in statement.turns)
    own = next((str(fact.value) for fact in enterprise_facts(statement)), "")
    for heard in statement.turns:
        for each in find_past_days(heard.text, on):
            told = _chosen(heard, each, found) or _told(statement, heard, each, own, last)
            if told is not None and _stands(told, on) and (told.blank != ANNOUNCED or reduces):
                found[told.blank] = last = told
    yield from (_fact(found[blank]) for blank in BLANKS if blank in found)


def _stands(told: _Told, on: date | None) -> bool:
    """Whether the day is exact enough for the blank, and has come where it was only mentioned beside its occasion."""
    first = earliest(told.day.value)
    if first is not None and on is not None and first > on and not (told.firm and told.blank in WHOLE):
        return False
    return told.blank not in WHOLE or told.day.value is None or len(told.day.value) == _DAY_LENGTH


def _told(statement: Statement, heard: Heard, day: PastDay, own: str, last: _Told | None) -> _Told | None:
    """The blank that the words beside this day name, else that of the day it mends, else the one asked about."""
    text = heard.text
    if BOUND.match(text, day.end) or ASKED.match(text, day.end):
        return None
    evidence = (heard.wording.evidence(heard.turn, day.start, day.end),)
    named = next((blank for blank in BLANKS if _names(statement, heard, day, blank, own)), None)
    if named is not None:
        return _Told(named, day, heard.turn, evidence, firm=LINKED.search(text[: day.start]) is not None)
    if last is not None and _mends(heard, day, last):
        return _Told(last.blank, day, heard.turn, evidence, firm=True)
    if heard.asked in BLANKS and not UNDONE.search(text):
        return _Told(heard.asked, day, heard.turn, evidence, firm=True)
    opened = OPENED.match(text, day.end) and NAMED_OURS.search(_clause(heard, day.start)) and _ours(statement, heard, day.start, own)
    return _Told(ESTABLISHED, day, heard.turn, evidence, likely=True) if opened else None


def _names(statement: Statement, heard: Heard, day: PastDay, blank: str, own: str) -> bool:
    text = heard.text
    before, after = BEFORE[blank].search(text[: day.start]), AFTER[blank].match(text, day.end)
    beside = before and blank in WHOLE and not LINKED.search(text[: day.start]) and not HAPPENED.match(text, day.end)
    if beside or COMING.match(text, day.end) or not (before or after):
        return False
    start = before.start() if before else day.start
    if blank == RESOLVED and OF_OTHERS.search(text[:start]):
        return False
    if NOT_YET.search(text[:start]) or NOT_YET.search(text[: day.start]):
        return False
    return blank != ESTABLISHED or _ours(statement, heard, start, own)


def _ours(statement: Statement, heard: Heard, start: int, own: str) -> bool:
    """Whether the sentence that ends here speaks of the enterprise itself."""
    clause = _clause(heard, start)
    if own and own in clause:
        clause = clause.rpartition(own)[2]
    others = heard.text[max(0, start - len(clause) - 14) : start]
    return OURS.fullmatch(clause) is not None and ANOTHERS.search(others) is None


def _clause(heard: Heard, start: int) -> str:
    """The words before this place within its clause."""
    begin = max(heard.text.rfind(stop, 0, start) for stop in "，。；！？") + 1
    return heard.text[begin:start]


def _mends(heard: Heard, day: PastDay, last: _Told) -> bool:
    begin = last.day.end if last.turn == heard.turn else 0
    return last.turn >= heard.turn - 1 and MENDS.fullmatch(heard.text, begin, day.start) is not None


def _chosen(heard: Heard, year: PastDay, found: dict[str, _Told]) -> _Told | None:
    """«今年的»: the answer to which of two years is meant."""
    known = found.get(heard.asked or "")
    if known is None or not year.value or heard.text[: year.start].endswith("不是"):
        return None
    meant = [each for each in known.day.readings if each.startswith(year.value)]
    words = heard.wording.evidence(heard.turn, year.start, year.end)
    return _Told(known.blank, PastDay(year.start, year.end, meant[0]), heard.turn, (*known.evidence, words)) if len(meant) == 1 else None


def _fact(told: _Told) -> Fact:
    if told.day.value is None:
        return Fact(told.blank, told.day.readings[0], told.evidence, Certainty.UNSURE, told.day.readings)
    return Fact(told.blank, told.day.value, told.evidence, Certainty.LIKELY if told.likely else Certainty.CERTAIN)
