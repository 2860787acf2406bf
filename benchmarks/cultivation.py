"""How long all rungs of the ladder take over many enterprises (企业培育批量自评), and whether the time grows no faster than their number.

    python benchmarks/cultivation.py [COUNT ...]

Every enterprise is invented from its number: figures of six years, some missing, some that cannot be so, rights, rounds and certificates. Both cores work,
each on a share; the aim of issue 14 is 100,000 enterprises on all rungs in at most 60 seconds.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable
from datetime import date
from multiprocessing import Pool
from typing import Any

from gaoxing import catalogue
from gaoxing.checks.assessment.inputs import Inputs

DAY = date(2026, 11, 25)
COUNTS = (10_000, 30_000, 100_000)
SHARE = 500
YES_NO = (
    "resident", "prohibited_products", "serious_offence", "listed_abnormal", "core_rights", "high_tech_field", "rights_own", "science_prize",
    "research_institution", "financed", "listed", "strategic_breakthrough", "science_prize_province", "maker_contest",
)  # fmt: skip
"""Blanks of yes and no; the first is mostly yes, the others as chance has it."""


def enterprise(number: int) -> Inputs:
    """The inputs of an invented enterprise, the same for the same number."""
    chance = random.Random(number)
    told: dict[str, Any] = {"founded": date(chance.randint(2005, 2025), chance.randint(1, 12), chance.randint(1, 28)).isoformat()}
    told |= {name: chance.random() < 0.4 for name in YES_NO} | {"resident": chance.random() < 0.95}
    told |= {"rights_class_one": chance.randint(0, 4), "rights_class_two": chance.randint(0, 12), "standards": chance.randint(0, 1)}
    told |= {
        "niche_years": chance.randint(1, 9),
        "market_share": str(chance.randint(1, 30)),
        "excluded": ("none",),
        "holds_certificates": chance.random() < 0.3,
    }
    told["certificates"] = ({"kind": "high_tech_enterprise", "until": f"{chance.randint(2025, 2028)}-11-30"},)
    told["valuation"] = {"amount": str(chance.randint(1, 2_000) * 1_000_000), "currency": chance.choice(("CNY", "USD"))}
    told["financing"] = ({"date": f"{chance.randint(2023, 2026)}-06-18", "investor": "private", "amount": str(chance.randint(1, 80) * 1_000_000)},)
    staff, revenue = chance.randint(5, 600), chance.randint(200, 40_000) * 10_000
    for year in range(2020, 2026):
        if f"{year}-12-31" >= told["founded"] or chance.random() < 0.02:
            told |= {f"{name}@{year}": value for name, value in _year(chance, staff, revenue).items() if chance.random() < 0.95}
        staff, revenue = int(staff * chance.uniform(0.9, 1.3)) + 1, int(revenue * chance.uniform(0.85, 1.45))
    return Inputs(told)


def _year(chance: random.Random, staff: int, revenue: int) -> dict[str, Any]:
    research, assets = int(revenue * chance.uniform(0.01, 0.1)), int(revenue * chance.uniform(0.5, 2))
    debts = int(assets * chance.uniform(0.1, 0.9))
    return {
        "staff": staff,
        "technical_staff": int(staff * chance.uniform(0, 1.01)),
        "research_staff": int(staff * chance.uniform(0, 0.4)),
        "revenue": str(revenue),
        "total_income": str(int(revenue * chance.uniform(1, 1.1))),
        "high_tech_income": str(int(revenue * chance.uniform(0.3, 1))),
        "research": str(research),
        "research_in_china": str(int(research * chance.uniform(0.5, 1))),
        "research_outsourced": str(int(research * chance.uniform(0, 0.3))),
        "cost": str(int(revenue * chance.uniform(0.6, 1.1))),
        "total_assets": str(assets),
        "net_assets": str(assets - debts),
        "liabilities": str(debts),
        "main_income": str(int(revenue * chance.uniform(0.5, 1))),
        "transformations": chance.randint(0, 6),
    }


def judged(numbers: range) -> tuple[int, Counter[tuple[str, str]], float]:
    """How many enterprises of a share were judged, the verdicts by rung, and the processor's seconds that it took, making them up included."""
    found: Counter[tuple[str, str]] = Counter()
    begun = time.process_time()
    for number in numbers:
        found.update((standing.rung.id, str(standing.verdict)) for standing in catalogue.standings(enterprise(number), DAY))
    return len(numbers), found, time.process_time() - begun


def shares(count: int) -> Iterable[range]:
    """The numbers from 0 on in shares for the cores."""
    return (range(start, min(start + SHARE, count)) for start in range(0, count, SHARE))


def main(counts: Iterable[int]) -> None:
    """Print a row a count: seconds on the clock, the processor's seconds a core, both a hundred thousand; then the verdicts of the last.

    On a machine that does other work besides, the clock tells of that work too; the processor's seconds do not.
    """
    cores, found = os.cpu_count() or 1, Counter[tuple[str, str]]()
    print(f"{'enterprises':>12} {'seconds':>9} {'processor, s a core':>20} {'a core, s for 100,000':>22}   on {cores} cores")
    for count in counts:
        found, worked, begun = Counter(), 0.0, time.perf_counter()
        with Pool(cores) as pool:
            for _, verdicts, seconds in pool.imap_unordered(judged, shares(count)):
                found.update(verdicts)
                worked += seconds
        taken = time.perf_counter() - begun
        print(f"{count:>12,} {taken:>9.1f} {worked / cores:>20.1f} {worked / cores * 100_000 / count:>22.1f}", flush=True)
    for (rung, verdict), number in sorted(found.items()):
        print(f"{rung:>24} {verdict:<8} {number:>9,}")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or COUNTS)
