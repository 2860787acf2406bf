"""Cases with the form that must come of them, and a plain way to count leaves. An oracle: imports nothing from the house."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parents[1]
SETS = {
    "worked": TESTS.parents[1] / "shared" / "contract" / "cases.jsonl",
    "set_aside": TESTS / "cases" / "set_aside.jsonl",
}
FILLABLE = {"company_registration", "sole_trader_registration"}
ADMINISTRATIVE = re.compile(r"^(江苏省?|苏州市?|昆山市?|玉山镇|昆山?(国家)?高新(技术产业开发)?区|高新区)+")
ADDRESSES = {"domicile", "premises"}


def cases(name: str, matters: set[str] = FILLABLE) -> list[dict[str, Any]]:
    """The cases of a set for these matters; the test is skipped where the set does not lie beside this project."""
    if not SETS[name].exists():
        pytest.skip("the worked cases (../shared/contract/cases.jsonl) do not lie beside this project")
    read = [json.loads(line) for line in SETS[name].read_text(encoding="utf-8").splitlines() if line.strip()]
    return [case for case in read if case["matter"] in matters]


def leaves(form: Any, path: str = "") -> Counter[tuple[str, str]]:
    """A form's single values by path; rows by their name, other lists as sets."""
    found: Counter[tuple[str, str]] = Counter()
    if isinstance(form, dict):
        for key, value in form.items():
            found += leaves(value, f"{path}.{key}")
    elif isinstance(form, list):
        for each in form:
            found += leaves(each, f"{path}[{each.get('name', '')}]") if isinstance(each, dict) else Counter({(f"{path}[]", str(each)): 1})
    else:
        text = "".join(str(form).split()).upper()
        found[path, ADMINISTRATIVE.sub("", text) if path.rpartition(".")[2] in ADDRESSES else text] += 1
    return found


def precision_and_f1(pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> tuple[float, float]:
    """Over all leaves of (wanted, answered) forms."""
    hit = wanted = answered = 0
    for gold, given in pairs:
        gold_leaves, given_leaves = leaves(gold), leaves(given)
        hit += sum((gold_leaves & given_leaves).values())
        wanted += sum(gold_leaves.values())
        answered += sum(given_leaves.values())
    precision, recall = hit / answered, hit / wanted
    return precision, 2 * precision * recall / (precision + recall)
