"""Figures of a turn with their years (数与年度): «去年营收八千万», «23年三千万，24年五千万», «近三年分别是…», «去年跟前年都是五千万», «这是前年的数».

A figure that has a topic and yet must not be taken (growth, a plan, a part of the year, dollars) is kept with the reason, so that it can be asked about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gaoxing.facts.cultivation.bars import REASON_LATER, reason
from gaoxing.facts.cultivation.pairing import Named, Said, pair
from gaoxing.facts.cultivation.topics import Topic, find_topics
from gaoxing.facts.cultivation.values import Value, find_values
from gaoxing.facts.cultivation.years import Years, find_years
from gaoxing.standards.expression import expression

TRAILING = expression("[，。]?(?:这|那|都|全|上面|以上|说的|这些|数字?)*(?:都|全)?(?:是|算|按)(?:的)?")
OF_ALL = expression("(?:年?[底末])?(?:的|度的|度)?(?:数字?|数据|情况|口径|账)?(?=[，。；！]|$)")
ALONE = expression("[，。]?")
EACH = expression("都|均|每年|各(?!项|种)|一样")
"""Between several years and one figure: it is that of each."""
SAME_SPAN = expression("同期|分别|依次|对应|相应|各")


@dataclass(frozen=True)
class Figure:
    """A figure with its input; `year` None where nobody told; `barred` is why it is not taken; `follows` where it puts the one before right."""

    item: str
    kind: str
    value: Value
    turn: int
    year: int | None = None
    mark: Years | None = None
    barred: str = ""
    follows: bool = False
    topic: str = ""
    part: bool = False

    @property
    def named(self) -> Named:
        """The figure without its year, for the turns that follow."""
        return Named(self.value, self.item, self.kind, self.topic)


def figures(text: str, on: date, *, turn: int = 0, year: int | None = None, asked: str = "", earlier: Sequence[Figure] = ()) -> tuple[Figure, ...]:
    """Every figure of a turn that is of an input. `year` is the one that earlier turns spoke of last; `asked` the input that was asked about."""
    marks = find_years(text, on)
    topics = find_topics(text)
    values = [each for each in find_values(text, marks) if each.measure != "年" and not _inside(each, topics)]
    named = pair(Said(text, values, topics, marks), asked, [each.named for each in earlier])
    found = [Figure(each.item, each.kind, each.value, turn, follows=each.follows, topic=each.topic, part=each.part) for each in named]
    dated = [one for each in _dated(text, found, marks, year, on) for one in _each_year(text, each)]
    return tuple(
        replace(each, barred=each.barred or reason(text, each.value, each.item, each.kind, each.year, marks, on) or ("part" if each.part else ""))
        for each in dated
    )


def _inside(value: Value, topics: Sequence[Topic]) -> bool:
    """Whether a number is a part of the words of a topic (一类)."""
    return any(each.start < value.end and value.start < each.end for each in topics)


def last_year(text: str, on: date) -> int | None:
    """The one year that a turn speaks of last."""
    single = [each.years[0] for each in find_years(text, on) if len(each.years) == 1 and each.years[0] <= on.year]
    return single[-1] if single else None


def _dated(text: str, found: Sequence[Figure], marks: Sequence[Years], year: int | None, on: date) -> list[Figure]:
    """Every figure at its year: of a list, of the mark before it, of what it puts right, of what is said behind it."""
    listed = _listed(text, found, marks)
    told: list[Figure] = []
    for place, each in enumerate(found):
        dated = listed.get(each.value.start) or _with_year(each, marks, year)
        before = told[place - 1] if place else None
        if each.follows and before is not None and not any(before.value.end <= mark.start and mark.end <= each.value.start for mark in marks):
            dated = replace(dated, year=before.year, mark=before.mark, barred="")
        told.append(replace(dated, year=None) if _open(dated, told, on) else dated)
    return [_trailing(text, each, marks) for each in _same_span(text, told)]


def _open(each: Figure, told: Sequence[Figure], on: date) -> bool:
    """«去年营收八千万，前年六千万，研发五百万»: after two years of one input, nobody knows of which the next input is."""
    before = told[-1] if told else None
    if before is None or each.mark is None or before.item == each.item or each.mark != before.mark or each.barred or len(each.mark.years) > 1:
        return False
    run = [one.year for one in told if one.item == before.item and one.year is not None and one.year < on.year]
    return len(set(run)) > 1 or (before.year is None and not before.barred)


def _listed(text: str, found: Sequence[Figure], marks: Sequence[Years]) -> dict[int, Figure]:
    """«23年到25年营收分别是三千万、五千万、八千万»: as many figures of one input as years."""
    told: dict[int, Figure] = {}
    for mark in (each for each in marks if len(each.years) > 1):
        later = min((other.start for other in marks if other.start >= mark.end), default=len(text))
        behind = [each for each in found if mark.end <= each.value.start < later]
        for item in dict.fromkeys(each.item for each in behind):
            run = [each for each in behind if each.item == item]
            if len(run) == len(mark.years):
                told |= {each.value.start: replace(each, year=year, mark=mark) for each, year in zip(run, mark.years, strict=True)}
    return told


def _same_span(text: str, told: list[Figure]) -> list[Figure]:
    """«研发2023年三百万、2024年四百万；同期营收五千万、六千万»: as many figures of another input, of the same years."""
    for item in dict.fromkeys(each.item for each in told):
        places = [place for place, each in enumerate(told) if each.item == item]
        before = [each for each in told[: places[0]] if each.item == told[places[0] - 1].item] if places[0] else []
        years = [each.year for each in before]
        unmarked = len({told[place].mark for place in places}) == 1
        if len(places) < 2 or not unmarked or len(set(years)) != len(places) or None in years:
            continue
        if SAME_SPAN.search(text, before[-1].value.end, told[places[0]].value.start):
            for place, each in zip(places, before, strict=True):
                told[place] = replace(told[place], year=each.year, mark=each.mark, barred="")
    return told


def _with_year(each: Figure, marks: Sequence[Years], year: int | None) -> Figure:
    before = [mark for mark in marks if mark.end <= each.value.start]
    if not before:
        return replace(each, year=year)
    mark = before[-1]
    return replace(each, mark=mark, barred=REASON_LATER) if len(mark.years) > 1 else replace(each, year=mark.years[0], mark=mark)


def _each_year(text: str, each: Figure) -> Iterator[Figure]:
    """«去年跟前年都是五千万»: one figure for each of the years."""
    mark = each.mark
    if each.barred != REASON_LATER or mark is None or not EACH.search(text, mark.end, each.value.start):
        yield each
        return
    yield from (replace(each, year=year, barred="") for year in mark.years)


def _trailing(text: str, each: Figure, marks: Sequence[Years]) -> Figure:
    """«营收八千万，这是前年的数»; «…去年的数。» at the end for what has no year yet."""
    for mark in marks:
        gap = text[each.value.end : mark.start] if mark.start >= each.value.end else None
        if gap is None or len(mark.years) != 1 or not OF_ALL.match(text, mark.end):
            continue
        last = gap.replace("。", "，").rpartition("，")[2]
        near = TRAILING.fullmatch(gap) or TRAILING.fullmatch(gap.replace(each.topic, "", 1).removeprefix("的"))
        if near or (each.year is None and (not last or TRAILING.fullmatch(last))):
            return replace(each, year=mark.years[0], mark=mark, barred="" if each.barred == REASON_LATER else each.barred)
    return each
