"""Names by the thousand, made by a generator that knows none of the stage's tables but a few plain words."""

from __future__ import annotations

from random import Random

import pytest

from gaoxing.names.comparison import compare
from gaoxing.names.composition import compose, split
from gaoxing.names.judgement import Verdict
from gaoxing.names.verdict import judge
from tests.names import oracle
from tests.names.pool import ON, registered

SYLLABLES = "禾屿朗沐岚舟霁翊启兰澜旗蓝悦越元源行乐"
TRADES = sorted({word for each in (*oracle.SYNONYMS, *oracle.NEAR) for word in each} | oracle.TRADELESS)


def made(random: Random) -> oracle.Parts:
    said = "".join(random.choices(SYLLABLES, k=random.choice([2, 2, 2, 3, 3, 4])))
    return random.choice(["昆山", "苏州", "太仓", "常熟"]), said, random.choice(TRADES), random.choice(oracle.FORMS)


@pytest.fixture(scope="module")
def register() -> list[oracle.Parts]:
    random = Random(2026)
    return list(dict.fromkeys(made(random) for _ in range(1500)))


def test_every_made_name_is_split_into_what_it_was_made_of(register: list[oracle.Parts]):
    wrong = [each for each in register if (name := split(compose(*each))) and (name.region, name.trade_name, name.trade, name.form) != each]
    assert wrong == []


@pytest.mark.parametrize("seed", range(6))
def test_a_name_meets_in_the_whole_register_exactly_whom_the_oracle_finds(register: list[oracle.Parts], seed: int):
    asked = Random(seed).choice(register)
    name = split(compose(*asked))
    found = {each: hit.rule for each in register if (hit := compare(name, registered(compose(*each)), ON)) and hit.rule != "G1"}
    assert found == {each: rule for each in register if (rule := oracle.rule(asked, each))}


@pytest.mark.parametrize("seed", range(6))
def test_the_verdict_is_the_heaviest_that_the_oracle_finds(register: list[oracle.Parts], seed: int):
    random = Random(100 + seed)
    asked = made(random)
    judgement = judge(split(compose(*asked)), [registered(compose(*each)) for each in register], ON)
    rules = {rule for each in register if (rule := oracle.rule(asked, each))}
    assert (judgement.verdict is Verdict.UNAVAILABLE) == bool(rules & oracle.BINDING)
    assert rules <= {each.rule for each in judgement.hits}


def test_adding_a_neighbour_never_makes_a_verdict_lighter(register: list[oracle.Parts]):
    pool = [registered(compose(*each)) for each in register[:200]]
    name = split(compose(*made(Random(7))))
    hits = [len(judge(name, pool[:size], ON).hits) for size in range(0, 201, 20)]
    assert hits == sorted(hits)


def test_a_reordered_name_meets_its_own_other_order(register: list[oracle.Parts]):
    for region, said, trade, form in register[:100]:
        other = f"{said}（{region}）{trade}{form}"
        hit = compare(split(other), registered(compose(region, said, trade, form)), ON)
        assert hit is not None
        assert hit.rule == "E2"
