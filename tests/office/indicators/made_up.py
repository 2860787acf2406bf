"""A made-up year as plain lists, and every indicator counted from these lists the slow way. Imports nothing from the house: it is the oracle."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from statistics import median

CATEGORIES = ("policy", "construction", "finance", "labour", "utilities", "market", "amenities")
RUNGS = ("technology_sme", "high_tech_enterprise", "gazelle", "potential_unicorn", "unicorn")
CAPITALS = {"壹佰万元整": 1_000_000, "伍拾万元整": 500_000, "贰佰万伍仟元整": 2_005_000}
MONDAYS = ("2024-03-04", "2024-05-13", "2024-06-17", "2024-09-02", "2024-11-04")
"""Mondays of weeks of five working days."""


@dataclass
class Year:
    """What happened: each a list of plain tuples."""

    licences: list[tuple[str, str, str]] = field(default_factory=list)
    decided: list[tuple[str, int, int]] = field(default_factory=list)
    joint: list[tuple[str, ...]] = field(default_factory=list)
    requests: list[tuple[str, tuple[str, ...], str, int, bool, bool]] = field(default_factory=list)
    clients: list[tuple[str, str, str | None, bool, tuple[str, ...]]] = field(default_factory=list)
    promotions: list[tuple[tuple[tuple[str, str, int], ...], str, tuple[tuple[str, int], ...]]] = field(default_factory=list)
    filings: list[tuple[str, str, str, str]] = field(default_factory=list)
    certificates: list[tuple[int, str, str, str]] = field(default_factory=list)
    stuck: list[tuple[str, str, str, str]] = field(default_factory=list)
    causes: list[tuple[str, str]] = field(default_factory=list)


def made(seed: int) -> Year:
    """A year by chance; the first records are of its first days, so that every period has some behind it."""
    by, year = Random(seed), Year()
    day = lambda: (date(2024, 1, 8) + timedelta(days=by.randrange(350))).isoformat()  # noqa: E731
    days = lambda: ["2024-01-03", *(day() for _ in range(by.randrange(4, 9)))]  # noqa: E731
    year.licences = [
        (each, by.choice(["company_registration", "sole_trader_registration", "registration_change"]), by.choice([*CAPITALS, ""])) for each in days()
    ]
    year.decided = [(monday, by.randrange(5), by.choice([1, 3])) for monday in MONDAYS for _ in range(by.randrange(1, 3))]
    year.joint = [tuple(sorted(day() for _ in range(by.randrange(1, 4)))) for _ in range(4)] + [("2024-01-03", "")]
    for each in days():
        state = by.choice(["accepted", "accepted", "accepted", "in_hand", "withdrawn"])
        chosen = tuple(by.sample(CATEGORIES, by.randrange(1, 4)))
        year.requests.append((each, chosen, state, by.randrange(1, 6), by.random() < 0.7, by.random() < 0.3))
    for place in range(8):
        since = "2024-01-03" if place < 3 else day()
        until = (date.fromisoformat(since) + timedelta(days=100)).isoformat() if by.random() < 0.3 else None
        visits = tuple(day() for _ in range(by.randrange(3)))
        year.clients.append((by.choice(["enterprise", "project"]), since, until, by.random() < 0.7, visits))
    for each in days():
        counts = [("first", each, by.randrange(20, 300) * 1_000_000)]
        if by.random() < 0.4:
            later = date.fromisoformat(each) + timedelta(days=by.randrange(1, 200))
            counts.append(("increase", later.isoformat(), by.randrange(10, 90) * 1_000_000))
        months = tuple((f"2024-{month:02}-01", by.randrange(1, 40) * 1_000_000) for month in by.sample(range(1, 13), 3))
        year.promotions.append((tuple(counts), by.choice(["", "county", "province"]), months))
    year.filings = [
        (each, str(by.randrange(1, 90) * 1_000_000), by.choice(["CNY", "CNY", "USD"]), by.choice(["filed", "started", "withdrawn"])) for each in days()
    ]
    for place in range(12):
        since = date(2021, 1, 1) + timedelta(days=by.randrange(1_400))
        year.certificates.append((place % 8, by.choice(RUNGS), since.isoformat(), (since + timedelta(days=1_094)).isoformat()))
    year.stuck = [(each, each, by.choice(["done", "impossible", ""]), day()) for each in days()]
    year.causes = [(by.choice(["closed", "recurred"]), each) for each in days()]
    return year


def counted(year: Year, first: str, last: str) -> dict[str, Decimal | None]:
    """Every computed indicator for the days from the first to the last, both included; days are compared as they are written."""
    return {
        **_registered(year, first, last),
        **_asked(year, first, last),
        **_served(year, first, last),
        **_invested(year, first, last),
        **_others(year, first, last),
    }


def _within(day: str, first: str, last: str) -> bool:
    return bool(day) and first <= day <= last


def _registered(year: Year, first: str, last: str) -> dict[str, Decimal | None]:
    fresh = [each for each in year.licences if _within(each[0], first, last) and each[1] != "registration_change"]
    companies = [each for each in fresh if each[1] == "company_registration"]
    done = [each for each in year.decided if _within((date.fromisoformat(each[0]) + timedelta(days=each[1])).isoformat(), first, last)]
    begun = min((date.fromisoformat(each[0]) + timedelta(days=each[1])).isoformat() for each in year.decided) <= last
    given = [sorted(day for day in each if day) for each in year.joint]
    return {
        "licences_granted": Decimal(len(fresh)),
        "licences_granted_company": Decimal(len(companies)),
        "licences_granted_sole_trader": Decimal(len(fresh) - len(companies)),
        "registered_capital": Decimal(sum(CAPITALS.get(each[2], 0) for each in companies)) / 10_000,
        "registration_days": Decimal(str(median(each[1] for each in done))) if done and begun else None,
        "registration_days_promised": Decimal(str(median(each[2] for each in done))) if done and begun else None,
        "joint_licences_issued": Decimal(sum(_within(day, first, last) for each in given for day in each)),
        "joint_cases_issued": Decimal(sum(_within(each[0], first, last) for each in given if each)),
        "joint_applications_saved": Decimal(sum(_within(day, first, last) for each in given for day in each[1:])),
    }


def _asked(year: Year, first: str, last: str) -> dict[str, Decimal | None]:
    came = [each for each in year.requests if _within(each[0], first, last)]
    closed = [each for each in came if each[2] == "accepted"]
    found: dict[str, Decimal | None] = {"requests_received": Decimal(len(came)), "requests_closed": Decimal(len(closed))}
    for category in CATEGORIES:
        found[f"requests_received_{category}"] = Decimal(sum(category in each[1] for each in came))
        found[f"requests_closed_{category}"] = Decimal(sum(category in each[1] for each in closed))
    parts = [each[5] for each in came for _category in each[1]]
    return found | {
        "requests_satisfied": _share(sum(each[3] >= 3 for each in closed), len(closed)),
        "requests_solved": _share(sum(each[4] for each in closed), len(closed)),
        "requests_in_time": _share(sum(not late for late in parts), len(parts)),
        "requests_contacted": _share(len(came), len(came)),
    }


def _served(year: Year, first: str, last: str) -> dict[str, Decimal | None]:
    listed = [each for each in year.clients if each[1] <= last and (each[2] is None or each[2] >= last)]
    served = [each for each in listed if each[3]]
    return {
        "enterprises_covered": Decimal(sum(each[0] == "enterprise" for each in served)),
        "projects_covered": Decimal(sum(each[0] == "project" for each in served)),
        "clients_covered_share": _share(len(served), len(listed)),
        "clients_contacted_share": _share(sum(each[3] and any(_within(day, first, last) for day in each[4]) for each in listed), len(listed)),
    }


def _invested(year: Year, first: str, last: str) -> dict[str, Decimal | None]:
    signed = [sum(amount for _kind, day, amount in counts if day <= last) for counts, _listed, _months in year.promotions if _within(counts[0][1], first, last)]
    large = [whole for whole in signed if whole >= 100_000_000]
    months = [invested for _counts, listed, told in year.promotions if listed for month, invested in told if _within(month, first, last)]
    stand = [each for each in year.filings if _within(each[0], first, last) and each[3] != "withdrawn"]
    return {
        "signed_projects": Decimal(len(signed)),
        "signed_large_projects": Decimal(len(large)),
        "signed_large_amount": Decimal(sum(large)) / 100_000_000,
        "major_projects": Decimal(sum(bool(listed) for _counts, listed, _months in year.promotions)),
        "major_projects_investment": Decimal(sum(months)) / 100_000_000 if months else None,
        "project_filings": Decimal(len(stand)),
        "project_filings_total": Decimal(sum(int(each[1]) for each in stand if each[2] == "CNY")) / 100_000_000,
    }


def _others(year: Year, first: str, last: str) -> dict[str, Decimal | None]:
    ended = [each for each in year.stuck if _within(each[3], first, last) and each[2]]
    found: dict[str, Decimal | None] = {
        "stuck_taken": Decimal(sum(_within(each[1], first, last) for each in year.stuck)),
        "stuck_concluded": Decimal(len(ended)),
        "stuck_done": Decimal(sum(each[2] == "done" for each in ended)),
        "causes_removed": Decimal(sum(state == "closed" and _within(day, first, last) for state, day in year.causes)),
    }
    for rung in RUNGS:
        own = [each for each in year.certificates if each[1] == rung]
        found[f"{rung}_valid"] = Decimal(len({each[0] for each in own if each[2] <= last <= each[3]}))
        begun = {holder: min(each[2] for each in own if each[0] == holder) for holder, *_rest in own}
        found[f"{rung}_new"] = Decimal(sum(day[:4] == first[:4] for day in begun.values()))
    return found


def _share(some: int, of: int) -> Decimal | None:
    return (Decimal(some) * 100 / of).quantize(Decimal("0.1"), ROUND_HALF_UP) if of else None
