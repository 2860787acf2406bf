"""What if and year on year at the terminal (假如、逐年对比): the changes as they are typed, the results as plain JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from gaoxing.cli.ladder_input import value_of
from gaoxing.cli.reading import printable
from gaoxing.cli.trouble import Trouble

if TYPE_CHECKING:
    from gaoxing.checks.assessment.comparing import Change
    from gaoxing.checks.assessment.inputs import Inputs


def with_change(inputs: Inputs, change: Sequence[str], on: date, confirmed: Sequence[str]) -> list[dict[str, Any]]:
    """Every rung that the changes move, before and after. Raises Trouble where a change cannot be read."""
    from gaoxing.catalogue import standings
    from gaoxing.checks.assessment.comparing import what_if

    told = dict(map(_change, change))
    found = what_if(partial(standings, confirmed=confirmed), inputs, told, on)
    return [each.to_json() for each in found if not each.stays]


def with_years(inputs: Inputs, on: date, confirmed: Sequence[str]) -> dict[str, Any]:
    """The change of every input from year to year, and every rung's verdict by the figures of each year, with lines to show."""
    from gaoxing.catalogue import standings
    from gaoxing.checks.assessment.comparing import changes, year_on_year
    from gaoxing.checks.assessment.verdict import TERMS
    from gaoxing.forms.cultivation import named

    moved = [(each, each.to_json()) for each in changes(inputs)]
    by_year = year_on_year(partial(standings, confirmed=confirmed), inputs, on)
    rungs = {each.rung.id: each.rung.name for found in by_year.values() for each in found}
    verdicts = {rung: {year: TERMS[each.verdict] for year, found in by_year.items() for each in found if each.rung.id == rung} for rung in rungs}
    return {
        "changes": [{**told, "name": named(f"{each.name}@{each.year}"), "shown": _moved(each)} for each, told in moved],
        "verdicts": [
            {"rung": rung, "name": rungs[rung], "years": told, "shown": "，".join(f"{year}年数据：{term}" for year, term in told.items())}
            for rung, told in verdicts.items()
        ],
    }


def _moved(each: Change) -> str:
    """Both values with their unit, and the rate."""
    from gaoxing.checks.assessment.judging import MONEY, counted
    from gaoxing.checks.assessment.shown import percent
    from gaoxing.forms.cultivation import YEARS

    unit = MONEY if str(YEARS.column(each.name).kind) == "money" else ""
    rate = "" if each.rate is None else f"（{percent(each.rate)}）"
    return f"{counted(each.before, unit)}→{counted(each.after, unit)}{rate}"


def _change(text: str) -> tuple[str, Any]:
    """`2025.technical_staff=20` as an input and its value; an empty value takes it away."""
    from gaoxing.checks.assessment.comparing import key_of

    path, equals, words = text.partition("=")
    if not equals:
        raise Trouble(f"--if 要写成 栏目=值，不能写成“{printable(text)}”。例如 2025.technical_staff=20。")
    key = key_of(path.strip())
    return key, value_of(key, words.strip())
