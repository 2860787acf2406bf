"""The joint window reckoned another way, from the bare tables: an oracle that knows nothing of the house's code.

Licences and papers are collected with plain loops; the plan is lived through day by day, each authority doing what it may on each day.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).parents[3] / "src" / "gaoxing"
MATTER = HOUSE / "matters" / "joint_licence"
LONGEST = 400


def table(path: Path) -> dict[str, Any]:
    """One file of the tables."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


TRADES = table(MATTER / "trades.toml")
LICENCES = table(MATTER / "permits" / "licences.toml")
MATERIALS = table(MATTER / "permits" / "materials.toml")
STANDARD = table(HOUSE / "standards" / "licences.toml")


def true(condition: dict[str, Any], answers: dict[str, Any]) -> bool:
    """Whether a condition holds; what is not answered counts as no."""
    if "condition" in condition:
        return true(TRADES["condition"][condition["condition"]], answers)
    if "all" in condition:
        return all(true(each, answers) for each in condition["all"])
    if "any" in condition:
        return any(true(each, answers) for each in condition["any"])
    if "not" in condition:
        return not true(condition["not"], answers)
    answer = answers.get(condition["question"])
    if answer is None:
        return False
    return answer > condition["over"] if "over" in condition else answer == condition["is"]


def with_usual(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers and what is usual where nothing was said."""
    return {**{key: row["usual"] for key, row in TRADES["circumstance"].items()}, **answers}


def licences(trade: str, answers: dict[str, Any]) -> list[str]:
    """The licences that a trade needs."""
    row = TRADES["trade"][trade]
    return [each for each in row["licences"] if each not in row.get("if", {}) or true(row["if"][each], answers)]


def papers(wanted: list[str], answers: dict[str, Any]) -> list[str]:
    """Every paper that is asked for, as often as it is."""
    told = with_usual(answers)
    found = []
    for licence in wanted:
        for paper in LICENCES[licence]["materials"]:
            condition = LICENCES[licence].get("if", {}).get(paper)
            if condition is None or true(condition, told):
                found.append(paper)
    return found


def to_bring(wanted: list[str], answers: dict[str, Any]) -> set[str]:
    """The papers that the applicant brings."""
    given = {paper for paper, row in MATERIALS.items() if row.get("output_of") in wanted}
    return {paper for paper in papers(wanted, answers) if paper not in given and not MATERIALS[paper].get("generated")}


def days(licence: str) -> int:
    """The law's working days."""
    row = STANDARD[licence]
    if row["unit"] == "on_the_spot":
        return 0
    return {"working_day": row["days"], "day": row["days"] * 5 // 7, "month": row["days"] * 21}[row["unit"]]


def lived_through(wanted: list[str], stops: dict[str, int]) -> dict[str, int]:
    """The working day on which each licence is granted, found by living through the days one after another."""
    stages = {each: LICENCES[each].get("stages") or [days(each)] for each in wanted}
    done: dict[str, int] = {}
    stage = dict.fromkeys(wanted, 0)
    left: dict[str, int] = {}
    for day in range(LONGEST):
        changed = True
        while changed:
            changed = False
            for each in wanted:
                if each in done:
                    continue
                if each not in left and may_go_on(each, wanted, done, stage):
                    last = stage[each] == len(stages[each]) - 1
                    left[each] = stages[each][stage[each]] + (stops.get(each, 0) if last else 0)
                    changed = True
                if left.get(each) == 0 and stage[each] < len(stages[each]) - 1:
                    del left[each]
                    stage[each] += 1
                    changed = True
                elif left.get(each) == 0 and all(other in done for other in LICENCES[each].get("supplement", ()) if other in wanted):
                    done[each] = day
                    changed = True
        if len(done) == len(wanted):
            return done
        left = {each: max(0, number - (each not in done)) for each, number in left.items()}
    raise AssertionError(f"never granted: {set(wanted) - set(done)}")


def may_go_on(licence: str, wanted: list[str], done: dict[str, int], stage: dict[str, int]) -> bool:
    """Whether a licence's next stage may begin."""
    row = LICENCES[licence]
    staged = len(row.get("stages", ())) > 1
    needed = [*row.get("after", ()), *row.get("hard", ())]
    if STANDARD[licence]["stage"] == "registration":
        needed += [each for each in wanted if STANDARD[each]["stage"] == "pre"]
    if not staged or stage[licence] == 1:
        needed += row.get("stage2", ())
    needed += [each for other in row.get("with", ()) for each in wanted if other in wanted and STANDARD[each]["stage"] == "pre"]
    built = [each for each in wanted if licence in LICENCES[each].get("stage2", ()) and len(LICENCES[each].get("stages", ())) > 1]
    return all(each in done for each in needed if each in wanted) and all(stage[each] == 1 for each in built)
