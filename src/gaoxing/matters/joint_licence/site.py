"""What is said of the place and the money that a few trades are bound to (场所与资金的预审): dwelling or basement, how far the next school is, the capital.

>>> from gaoxing.facts.statement import hear
>>> from gaoxing.speech.transcript import Transcript
>>> said = hear(Transcript.of("想开个KTV,在商场负二楼,离最近的小学一百五十米"))
>>> [(each.field, each.value) for each in site_facts(said, "ktv")]
[('place.kind', 'deep_basement'), ('place.school_distance', 150)]
"""

from __future__ import annotations

from collections.abc import Iterator

from gaoxing.facts.fact import Fact, Value
from gaoxing.facts.hedge import hedged
from gaoxing.facts.statement import Heard, Statement
from gaoxing.standards.expression import expression
from gaoxing.standards.numerals import find

KIND, DISTANCE, CAPITAL = "place.kind", "place.school_distance", "capital"
PLACED = ("internet_cafe", "ktv")
"""The trades that may not be everywhere."""

FUNDED = ("dispatch_co", "travel")
"""The trades that need a capital."""

KINDS = (
    ("deep_basement", expression(r"(?:负|地下)[二三四五2-5](?:楼|层)|[Bb][2-5](?:层|楼)?")),
    ("basement", expression(r"(?:负|地下)[一1](?:楼|层)|地下室|[Bb]1(?:层|楼)?")),
    ("dwelling", expression(r"(?:居民楼|住宅楼|居民住宅楼?|住宅小区|民房)(?!旁|边|附近|对面|下面|楼下|外|门口|隔壁)|小区里面?(?!的?(?:商铺|门面|商业))")),
)
NOT_THERE = expression(r"(?:不在|不是|没在|没有|并非|别在|不用|离|靠近?|挨着|对着|除了|(?<!现)(?:以前|原来|本来)在)[^，。；]{0,6}$")
SCHOOL = expression(r"(?:中学|小学|中小学|学校|校园)(?:的)?(?:大门|校门|门口|围墙)?(?:的?距离)?(?:大概|大约|只有|才|就|有|是|差不多|一共|为|：){0,3}$")
FAR_FROM = expression(r"(?:离|距离?|隔)[^，。；]{0,12}$")
SCHOOL_BEHIND = expression(r"(?:外|远|开外|处|的地方|范围)?(?:就|有|是|，)*(?:个|所|一所|一个)?[^，。；]{0,4}(?:中学|小学|学校)")
METRES = expression("米|m(?![a-z²])")
ANSWERED = expression(r"^[，。]?(?:大概|大约|差不多|有|是|就|离|得有)*$")
MONEY_LED = expression(r"(?:注册资本金?|注册资金|资本金|实缴|出资)(?:[^，。；]{0,8})$")


def site_facts(statement: Statement, trade: str | None) -> Iterator[Fact]:
    """`place.kind`, `place.school_distance` and `capital`, each only for the trades that it matters to; the last word counts, a vague figure is none."""
    readers = [(KIND, _kind), (DISTANCE, _distance)] if trade in PLACED else [(CAPITAL, _capital)] if trade in FUNDED else []
    for field, read in readers:
        for heard in reversed(statement.turns):
            found = read(heard)
            if found is not None:
                value, start, end = found
                yield Fact(field, value, (heard.wording.evidence(heard.turn, start, end),))
                break


def _kind(heard: Heard) -> tuple[Value, int, int] | None:
    found = [
        (match.end(), kind, match)
        for kind, pattern in KINDS
        for match in pattern.finditer(heard.text)
        if not NOT_THERE.search(heard.text[max(0, match.start() - 10) : match.start()])
    ]
    if not found:
        return None
    _, kind, match = max(found, key=lambda each: each[0])
    return kind, match.start(), match.end()


def _distance(heard: Heard) -> tuple[Value, int, int] | None:
    """A figure of metres right behind the school it is measured from, or right before one; asked about it, any figure of metres that leads the answer."""
    found = None
    for numeral in find(heard.text):
        unit = METRES.match(heard.text, numeral.end)
        if unit is None or numeral.value is None or numeral.approximate or hedged(heard.text, numeral.start, unit.end()):
            continue
        before = heard.text[: numeral.start]
        behind = SCHOOL.search(before)
        measured = behind and FAR_FROM.search(before[: behind.start()])
        if measured or SCHOOL_BEHIND.match(heard.text, unit.end()) or (heard.asked == DISTANCE and ANSWERED.match(before)):
            found = (_whole(float(numeral.value)), numeral.start, unit.end())
    return found


def _capital(heard: Heard) -> tuple[Value, int, int] | None:
    found = None
    for token in heard.tokens:
        if token.kind != "money" or not (MONEY_LED.search(heard.text[: token.start]) or heard.asked == CAPITAL):
            continue
        if token.mention.amount is not None:
            amount = token.mention.amount
            value: Value = {"amount": f"{amount.normalize():f}", "currency": token.mention.currency or "CNY"}
            found = (value, token.start, token.end)
    return found


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value
