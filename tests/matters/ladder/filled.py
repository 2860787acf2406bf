"""Inputs of invented enterprises for the ladder: `fit` fills every condition of a rung, a test changes what it is about."""

from __future__ import annotations

from datetime import date
from typing import Any

from gaoxing import catalogue
from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.rung import Standing

DAY = date(2026, 11, 25)

SINGLE: dict[str, Any] = {
    "founded": "2020-03-01",
    "resident": True,
    "prohibited_products": False,
    "serious_offence": False,
    "listed_abnormal": False,
    "core_rights": True,
    "high_tech_field": True,
    "rights_class_one": 1,
    "rights_class_two": 6,
    "rights_own": True,
    "standards": 0,
    "science_prize": False,
    "research_institution": False,
    "holds_certificates": False,
    "excluded": ("none",),
    "financed": True,
    "listed": False,
    "strategic_breakthrough": False,
    "niche_years": 4,
    "market_share": "12",
    "science_prize_province": False,
    "maker_contest": False,
}
YEARLY: dict[str, Any] = {
    "staff": 100,
    "technical_staff": 30,
    "revenue": "40000000",
    "total_income": "40000000",
    "high_tech_income": "30000000",
    "research": "2400000",
    "research_in_china": "2400000",
    "research_outsourced": "0",
    "cost": "30000000",
    "total_assets": "60000000",
    "net_assets": "30000000",
    "liabilities": "30000000",
    "main_income": "36000000",
    "transformations": 5,
}


SURE = frozenset(f"INP-{number:02}" for number in range(1, 20))
"""What looks odd in an invented enterprise is meant so."""


def filled(**changed: Any) -> Inputs:
    """The inputs with these changed; a year's are written `revenue__2025`, and None takes one away."""
    told = {**SINGLE, **{f"{name}@{year}": value for name, value in YEARLY.items() for year in range(2020, 2026)}}
    told |= {name.replace("__", "@"): value for name, value in changed.items()}
    for year in range(2020, 2026):
        _agree(told, {name.partition("__")[0] for name in changed if name.endswith(f"__{year}")}, year)
    return Inputs({name: value for name, value in told.items() if value is not None})


def _agree(told: dict[str, Any], changed: set[str], year: int) -> None:
    """Keep the rest of a year in keeping with what a test changed: no part above its whole, assets that balance."""

    def follow(name: str, wanted: str, value: int) -> None:
        if name in changed and wanted not in changed:
            told[f"{wanted}@{year}"] = value if wanted == "technical_staff" else str(value)

    def of(name: str) -> int:
        return int(told.get(f"{name}@{year}") or 0)

    follow("staff", "technical_staff", min(of("staff"), of("technical_staff")))
    follow("research", "research_in_china", of("research"))
    follow("revenue", "total_income", max(of("revenue"), of("high_tech_income")))
    follow("revenue", "main_income", of("revenue") * 9 // 10)
    follow("total_income", "high_tech_income", of("total_income") * 3 // 4)
    follow("total_assets", "liabilities", of("total_assets") // 2)
    follow("total_assets", "net_assets", of("total_assets") - of("liabilities"))
    follow("liabilities", "net_assets", of("total_assets") - of("liabilities"))
    if "net_assets" in changed and "total_assets" not in changed:
        told[f"total_assets@{year}"] = str(of("net_assets") + of("liabilities"))


def standing(rung: str, on: date = DAY, **changed: Any) -> Standing:
    """Where the enterprise stands before a rung."""
    return next(each for each in catalogue.standings(filled(**changed), on, confirmed=SURE) if each.rung.id == rung)


def line(found: Standing, criterion: str) -> Any:
    """What came of a condition."""
    return next(each.outcome for each in (*found.criteria, *found.scored, *found.direct) if each.condition.id == criterion)


def points(found: Standing, item: str) -> Any:
    """What came of a scored item."""
    return next(each.outcome for each in found.items if each.condition.id == item)
