"""Who follows whom (人员更替): «法定代表人由甲变更为乙», «甲卸任，乙接任», «把联系人从甲换成乙».

Persons are the roster's; the words beside each say who leaves and who comes. What stands beside another item (股东, 住所) is not looked at.

>>> from gaoxing.facts.name_slot import find_slots
>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("法定代表人同步调整，丁大宝卸任，苏小云接任。"), slots=find_slots)
>>> [(each.old, each.new) for each in successions(said, LEGAL)]
[('丁大宝', '苏小云')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gaoxing.facts.fact import Evidence
from gaoxing.facts.mentions import PERSONS
from gaoxing.facts.party import name_evidence
from gaoxing.facts.statement import Heard, Statement
from gaoxing.facts.token import Token
from gaoxing.facts.who_is_meant import named
from gaoxing.standards.expression import expression

LEGAL = expression("法定代表人|法人代表|法人(?!股东|独资)|法代|[罚发]人")
CONTACT = expression("联系人|对接人|经办人|负责人")

CHANGE = r"(?:变更|更换|更改|调整|改|换|变|交|让|转)(?:成|为|给|到|由)?|→"
_SOON = (
    r"(?:，)?(?:先生|女士|总|这边|[年因][^，。；]{1,8}|身体[^，。；]{0,4}|，|自己|要|想|已经?|就|也|都|现在|准备|打算|主动|刚|上个?月|年底|今年|同步"
    r"|相应地?|另有安排)*"
)
LEAVING = expression(
    rf"{_SOON}(?:卸任|离任|离职|辞|退下|退休|退了|退出|不(?:想|愿意?|肯|再|能|打算|适合)*(?:继续)?(?:干|当|做|担任|任)|调走|走了|走人|免去|免职|下来|撤下"
    rf"|换掉|去世|病故|过世|出国|移民)|的班|(?:以前|原来|原先)?[当做任][^，。；]{{0,4}}的?，?(?:现在|今后)"
)
COMING = expression(
    rf"{_SOON}(?:来|去)?(?:接任|接替|接手|接班|接着|接(?!到|收|待)|上任|出任|顶上?|继任|新任)|{_SOON}来?(?:当|担任|做|任)(?!了|的|过|的时候)"
    rf"|为(?:新任?)?(?:法定代表人|法人|经营者)|，?(?:是|就是|为)[^。；]{{0,24}}新任?的?(?:法定代表人|法人|经营者)"
)
HANDED_ON = expression(rf"{_SOON}(?:{CHANGE})")
OUT = expression(
    r"(?:从|原[为是：]?|(?:原来?|以前|之前|原先|先前|本来|过去|老|旧|前任?)的?(?:那个|那位)?(?:法定代表人|法人代表|法人|经营者|店主|联系人|对接人|经办人"
    r"|负责人)?(?:一直)?(?:是|叫|为|，|：|[写填留登][的了]?(?:是)?)?|前任|接替|接|顶替|替|免去|撤掉|换掉|不[用让]|不是)(?:了|我|他|她)?$"
)
IN = expression(
    rf"(?:(?:{CHANGE})(?:了|叫|他|她|我)?|(?:现在|以后|今后|新|现|变更后|更换后)(?:的|任)?(?:那个|那位)?(?:法定代表人|法人代表|法人|经营者|店主|联系人|对接人|经办人"
    rf"|负责人)?(?:就|要)?(?:是|叫|为|，|：|换|改|由|写|填|留)*|(?:法定代表人|法人|经营者)(?:也|都|就|改)+(?:是|换|给|归|由|让)|现：|改由|任命|选举|聘任?|推选|委派|(?:以后|今后|现在|后面)(?:都|就|有事|请)*(?:找|联系|打给)"
    rf"|[让请选]|应该是|而是)$"
)
WRONG = expression("错|不对|不是|更正|改一下")
HOLDS = expression("(?:法定代表人|法人(?:代表)?|经营者)(?:应该|其实|就)?(?:是|写)$")
"""In a later turn: whoever holds the post now is the new one."""
DENIED = expression("不是$")
INSTEAD = expression("，?(?:而|应该|应当|就)?是")
ENDS = expression("[！？]|；(?!现|原|新|老)|。(?!.{0,3}(?:原来|以前|现在|新|老|换|由|他|她))")
"""Where talk of a post ends, unless the next sentence goes on about old and new."""
BY = expression("由$")


@dataclass(frozen=True)
class Succession:
    """An old and a new name, each empty where it was not said, with their words; `spot` is where it was first said (turn, start)."""

    old: str = ""
    new: str = ""
    old_words: tuple[Evidence, ...] = ()
    new_words: tuple[Evidence, ...] = ()
    spot: tuple[int, int] = (0, 0)
    latest: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Side:
    """Somebody named in the talk of a post: who, where, and whether they leave, come, or it was not said."""

    who: int
    start: int
    end: int
    leaves: bool | None


def successions(statement: Statement, topic: re.Pattern[str], others: re.Pattern[str] | None = None) -> tuple[Succession, ...]:
    """Who follows whom in the post that `topic` names: one succession, or none; `others` name what else is spoken of. A later turn puts it right."""
    found = Succession()
    spoken = False
    for heard in statement.turns:
        reaches = list(_reaches(heard, topic, others, going_on=spoken))
        spoken = spoken or any(topic.search(heard.text[start:end]) for start, end in reaches)
        sides = [side for start, end in reaches for side in _sides(statement, heard, start, end)]
        mended = _mended(statement, heard, found, sides)
        found = mended or _with(statement, heard, found, _settled(sides, asked=heard.asked or ""))
    return (found,) if found.old or found.new else ()


def _reaches(heard: Heard, topic: re.Pattern[str], others: re.Pattern[str] | None, *, going_on: bool) -> Iterator[tuple[int, int]]:
    """The stretches that speak of the post: from the last stop or other item before it to the next."""
    text = heard.text
    places = [match.span() for match in topic.finditer(text)]
    foreign = [match.span() for match in others.finditer(text)] if others else []
    if not places and going_on and not foreign:
        yield 0, len(text)
    last = 0
    for place, end in places:
        if place < last:
            continue
        nearer = [text.rfind("，", 0, place) + 1] if any(stop <= place for _, stop in foreign) else []
        before = max([last, *nearer, *(stop for _, stop in foreign if stop <= place), *(match.end() for match in re.finditer("[。；！？]", text[:place]))])
        after = min([start for start, _ in foreign if start >= end] + [len(text)])
        stop = ENDS.search(text, end)
        last = min(stop.start() if stop else len(text), after)
        yield before, last


def _sides(statement: Statement, heard: Heard, start: int, end: int) -> Iterator[Side]:
    """Everybody named in the stretch, words for one and the same person taken together."""
    spans: list[Side] = []
    for token in named(statement, heard):
        if not (start <= token.start and token.end <= end) or not _is_somebody(statement, token):
            continue
        if spans and spans[-1].who == token.who and not re.search("[。；]", heard.text[spans[-1].end : token.start]) and token.start - spans[-1].end <= 2:
            spans[-1] = replace(spans[-1], end=token.end)
        else:
            spans.append(Side(token.who, token.start, token.end, None))
    for number, span in enumerate(spans):
        floor, limit = (spans[number - 1].end if number else start), (spans[number + 1].start if number + 1 < len(spans) else end)
        before = heard.text[floor : span.start]
        leaves = _leaves(before, heard.text[span.end : limit], followed=number + 1 < len(spans))
        yield replace(span, leaves=False if leaves is None and heard.turn and HOLDS.search(before) else leaves)


def _is_somebody(statement: Statement, token: Token) -> bool:
    return token.kind in PERSONS and token.who >= 0 and bool(statement.member(token.who).name)


def _leaves(before: str, after: str, *, followed: bool) -> bool | None:
    """Whether somebody leaves (True) or comes (False), by the words on both sides; None where they say nothing."""
    if LEAVING.match(after):
        return True
    if COMING.match(after):
        return False
    if followed and HANDED_ON.match(after) and not re.search("[。；]", after):
        return True
    if OUT.search(before):
        return True
    return False if IN.search(before) or (BY.search(before) and not followed) else None


def _settled(sides: Sequence[Side], *, asked: str) -> tuple[Side | None, Side | None]:
    """The one who leaves and the one who comes: of each the last named; a bare name answers the question asked."""
    if len({side.who for side in sides}) == 1 and sides[-1].leaves is None and asked.endswith((".from", ".to")):
        sides = [replace(sides[-1], leaves=asked.endswith(".from"))]
    out = [side for side in sides if side.leaves is True]
    come = [side for side in sides if side.leaves is False and not (out and side.who == out[-1].who)]
    if len(come) > 1 and not out and come[-2].who != come[-1].who:
        out = [come[-2]]
    open_ones = [side for side in sides if side.leaves is None and side.who not in {each.who for each in (*out, *come)}]
    if come and not out and len(open_ones) == 1 and open_ones[0].start < come[-1].start:
        out = open_ones
    return (out[-1] if out else None), (come[-1] if come else None)


def _with(statement: Statement, heard: Heard, known: Succession, pair: tuple[Side | None, Side | None]) -> Succession:
    old, new = pair
    if old is None and new is None:
        return known
    spot = (heard.turn, min(side.start for side in (old, new) if side))
    known = replace(known, spot=known.spot if known.old or known.new else spot, latest=spot)
    swapped = new is not None and statement.member(new.who).name == known.old
    if old is not None and (swapped or statement.member(old.who).name != known.new):
        known = replace(known, old=statement.member(old.who).name, old_words=_words(statement, heard, old))
    if new is not None:
        known = replace(known, new=statement.member(new.who).name, new_words=_words(statement, heard, new))
    return known


def _mended(statement: Statement, heard: Heard, known: Succession, sides: Sequence[Side]) -> Succession | None:
    """«不是甲，是乙»: whoever was taken for the other is put right; None where nothing of that kind was said."""
    for wrong, right in pairwise(sides):
        if DENIED.search(heard.text[: wrong.start]) and INSTEAD.fullmatch(heard.text, wrong.end, right.start):
            name, words = statement.member(right.who).name, _words(statement, heard, right)
            latest = (heard.turn, right.start)
            if statement.member(wrong.who).name == known.old:
                return replace(known, old=name, old_words=words, latest=latest)
            return replace(known, new=name, new_words=words, latest=latest)
    if heard.turn and WRONG.search(heard.text) and len({side.who for side in sides}) == 1:
        said = sides[-1]
        name, spoken = statement.member(said.who).name, heard.text[said.start : said.end]
        name = spoken if _near(name, spoken) and name in {known.old, known.new} else name
        return _respelt(known, name, (heard.wording.evidence(heard.turn, said.start, said.end),), (heard.turn, said.start))
    return None


def _respelt(known: Succession, name: str, words: tuple[Evidence, ...], latest: tuple[int, int]) -> Succession | None:
    """«姓错了，是温某»: a name of one character's difference takes the other's place; None where it is like neither, or like both."""
    alike = {side: _near(getattr(known, side), name) for side in ("old", "new")}
    if alike["old"] == alike["new"]:
        return None
    return replace(known, new=name, new_words=words, latest=latest) if alike["new"] else replace(known, old=name, old_words=words, latest=latest)


def _near(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _words(statement: Statement, heard: Heard, side: Side) -> tuple[Evidence, ...]:
    member = statement.member(side.who)
    own = heard.text[side.start : side.end]
    return name_evidence(statement, member) if member.name not in own else (heard.wording.evidence(heard.turn, side.start, side.end),)
