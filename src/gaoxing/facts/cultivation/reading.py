"""Reading a statement of an enterprise's own figures (自评数据的口述): years with their figures, single inputs, yes and no, certificates, rounds.

>>> said = Transcript.of("我们去年营收八千万，研发花了五百二十万，一百一十个人里有十五个研发")
>>> [(each.field, each.value) for each in read(said, date(2026, 11, 25))][:3]
[('years.0.year', 2025), ('years.0.revenue', '80000000'), ('years.0.research', '5200000')]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gaoxing.facts.answer import Kinds, answered
from gaoxing.facts.cultivation.certificates import certificate_told, round_told
from gaoxing.facts.cultivation.claims import claim_facts
from gaoxing.facts.cultivation.derived import rest_told, shares_told
from gaoxing.facts.cultivation.figures import Figure, figures, last_year
from gaoxing.facts.cultivation.pairing import is_retracted
from gaoxing.facts.cultivation.pauses import paused
from gaoxing.facts.cultivation.singles import excluded_facts, founded_again, founded_facts, market_facts, niche_facts, single_figures, valuation_told
from gaoxing.facts.cultivation.values import scale
from gaoxing.facts.cultivation.year_rows import LIST, Told, year_rows
from gaoxing.facts.fact import Fact
from gaoxing.facts.filer import enterprise_facts, uscc_facts
from gaoxing.facts.statement import Statement, hear
from gaoxing.speech.transcript import Transcript


def read(transcript: Transcript, on: date, kinds: Kinds | None = None) -> tuple[Fact, ...]:
    """Every fact of the statement; `on` is the day of speaking; `kinds` says how bare answers to the other blanks are read."""
    return tuple(each.fact for each in told(transcript, on, kinds))


def told(transcript: Transcript, on: date, kinds: Kinds | None = None) -> tuple[Told, ...]:
    """The facts, those that are questions with their sentences."""
    statement = paused(hear(transcript, on))
    found = _figures(statement, on)
    times = max((scale(heard.text) for heard in statement.turns), default=scale(""))
    each_turn = [Told(fact) for heard in statement.turns for reader in (niche_facts, market_facts, claim_facts, excluded_facts) for fact in reader(heard)]
    days = [Told(fact) for heard in statement.turns for fact in (*founded_facts(heard, on), *founded_again(heard, on))]
    firm = [Told(fact) for fact in (*_named(statement), *uscc_facts(statement))]
    worth = [each for heard in statement.turns for each in valuation_told(heard)]
    rows = [*year_rows(statement, found, on, scale=times), *certificate_told(statement, on), *round_told(statement, on)]
    order = _years(list(found))
    derived = [each for heard in statement.turns for each in (*shares_told(heard, found, order), *rest_told(heard, found))]
    bare = [Told(fact) for fact in answered(statement, kinds or {})]
    return tuple(_once([*firm, *days, *rows, *single_figures(statement, found), *derived, *each_turn, *worth, *bare]))


def _figures(statement: Statement, on: date) -> tuple[Figure, ...]:
    """The figures of all turns; a bare answer is of the input that was asked about, in the year of its row."""
    found: list[Figure] = []
    year: int | None = None
    for heard in statement.turns:
        row, asked = _asked(heard.asked)
        of_row = _years(found)[row] if row is not None and row < len(_years(found)) else year
        if is_retracted(heard.text):
            found = [each for each in found if each.turn != max(one.turn for one in found)]
        found += figures(heard.text, on, turn=heard.turn, year=of_row, asked=asked, earlier=found)
        year = last_year(heard.text, on) or year
    return tuple(found)


def _years(found: list[Figure]) -> list[int]:
    return list(dict.fromkeys(each.year for each in found if each.year is not None and each.barred not in ("others", "plan", "denied")))


def _asked(path: str | None) -> tuple[int | None, str]:
    """The row and the input of a question about a year, or an input of no year."""
    steps = (path or "").split(".")
    if len(steps) == 3 and steps[0] == LIST:
        return int(steps[1]), steps[2]
    return None, steps[0] if len(steps) == 1 else ""


def _named(statement: Statement) -> Iterator[Fact]:
    """The enterprise, by a full name only."""
    yield from (fact for fact in enterprise_facts(statement) if str(fact.value).endswith(("公司", "厂", "中心", "合伙)", "合伙）", "企业")))


def _once(found: list[Told]) -> Iterator[Told]:
    """Each blank once, as told last."""
    yield from {each.fact.field: each for each in found}.values()
