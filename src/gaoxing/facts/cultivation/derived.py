"""Figures that follow from what was said (推算的数): «正好占百分之六» of a sum that was told, «其余都是实用新型» of a total that was.

Nothing follows from a share that is only about so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from gaoxing.facts.cultivation.figures import Figure
from gaoxing.facts.cultivation.pairing import linked
from gaoxing.facts.cultivation.topics import KIND_OF, MONEY, Topic, find_topics
from gaoxing.facts.cultivation.values import find_values
from gaoxing.facts.cultivation.year_rows import LIST, Told
from gaoxing.facts.fact import Fact
from gaoxing.facts.party import plain
from gaoxing.facts.percent import PercentMention, find_percents
from gaoxing.facts.statement import Heard
from gaoxing.standards.expression import expression

EXACTLY = expression("(?:正好|刚好|刚刚好|恰好|整整)(?:是|占|就是|为)*(?:了)?的?$|占(?:比)?(?:正好|刚好)(?:是)?$")
BASES = {
    "research": ("revenue", expression("营收|营业收入|销售(?:收入|额)?")),
    "high_tech_income": ("total_income", expression("总收入")),
    "main_income": ("revenue", expression("营收|营业收入|销售(?:收入|额)?")),
    "liabilities": ("total_assets", expression("总资产|资产总额|资产")),
    "technical_staff": ("staff", expression("职工|员工|总人数")),
    "research_staff": ("staff", expression("职工|员工|总人数")),
}
"""Input → of what its share is, and the words for that; a share without such words is of that too."""

ALL_RIGHTS = expression("(?:专利|知识产权)(?:一共|总共|共|总数|有|合计)*(?:有|是)?$")
REST = expression(
    "(?:其余|其他|剩下|余下|剩余)(?:的)?(?:都|全|全部|几项|几个)*(?:都)?是?(?P<kind>实用新型|软件著作权|软著|外观(?:设计)?(?:专利)?)(?!.{0,4}(?:和|、|跟))"
)


def shares_told(heard: Heard, found: Sequence[Figure], order: Sequence[int]) -> Iterator[Told]:
    """An amount that is exactly so many percent of another of the same year."""
    topics = find_topics(heard.text)
    for each in find_percents(heard.text):
        topic = next((one for one in reversed(topics) if one.end <= each.start and one.item in BASES), None)
        whole = None if topic is None or each.value is None else _base(heard, topic, each, found)
        if topic is None or whole is None or whole.year is None or whole.value.amount is None or each.value is None:
            continue
        amount = Fraction(whole.value.amount) * Fraction(each.value)
        if amount.denominator == 1 and whole.year in order:
            value = plain(Decimal(int(amount))) if KIND_OF[topic.item] == MONEY else int(amount)
            evidence = tuple(heard.wording.evidence(heard.turn, *span) for span in ((whole.value.start, whole.value.end), (each.start, each.end)))
            yield Told(Fact(f"{LIST}.{order.index(whole.year)}.{topic.item}", value, evidence, derived=True))


def _base(heard: Heard, topic: Topic, share: PercentMention, found: Sequence[Figure]) -> Figure | None:
    """The one figure of this turn of which the share is said to be; none where the share is not exact."""
    base, words = BASES[topic.item]
    between = words.sub("", heard.text[topic.end : share.start])
    exact = EXACTLY.search(between)
    standing = [each for each in found if each.item == base and each.turn == heard.turn and not each.barred]
    told = any(each.item == topic.item and each.turn == heard.turn for each in found)
    return standing[0] if exact and len(standing) == 1 and not told and linked(between.replace("占", ""), 0, len(between.replace("占", ""))) else None


def rest_told(heard: Heard, found: Sequence[Figure]) -> Iterator[Told]:
    """«专利一共十五项，其中发明三项，其余都是实用新型»."""
    rest = REST.search(heard.text)
    parts = [each for each in found if each.item in ("rights_class_one", "rights_class_two") and each.turn == heard.turn and not each.barred]
    if rest is None or any(each.item == "rights_class_two" for each in parts):
        return
    for each in find_values(heard.text, ()):
        behind = [part for part in parts if each.end <= part.value.start < rest.start()]
        if each.amount is None or not ALL_RIGHTS.search(heard.text[: each.start]) or not behind or any(part.value.amount is None for part in behind):
            continue
        left = each.amount - sum((part.value.amount or Decimal(0) for part in behind), Decimal(0))
        spans = ((each.start, each.end), *((part.value.start, part.value.end) for part in behind), rest.span())
        if left > 0:
            yield Told(Fact("rights_class_two", int(left), tuple(heard.wording.evidence(heard.turn, *span) for span in spans), derived=True))
        return
