"""The index with the rules behind it: a pair gives its verdict, and asking the index is as good as comparing with every name of the pool."""

import random
from datetime import date

import pytest

from gaoxing.names.composition import split
from gaoxing.names.neighbour import Neighbour, State
from gaoxing.names.verdict import judge
from gaoxing.office.names.judging import judgement

ON = date(2026, 11, 25)
HELD = "昆山星野智能科技有限公司"
CHARACTERS = "启奇星兴野业恒横越悦正元源明朗程旭岚蓝峰丰重崇行航"
TRADES = ("科技", "智能科技", "信息技术", "餐饮管理", "贸易", "商贸", "实业", "发展", "精密机械", "模具", "")
REGIONS = ("昆山", "苏州", "太仓")

PAIRS = (
    (HELD, HELD, "不可用", "E1"),
    (HELD, "星野（昆山）智能科技有限公司", "不可用", "E2"),
    (HELD, "星野智能科技（昆山）有限公司", "不可用", "E2"),
    (HELD, "苏州星野智能科技有限公司", "不可用", "E3"),
    (HELD, "太仓星野智能科技股份有限公司", "不可用", "E3"),
    (HELD, "昆山星野信息技术有限公司", "不可用", "B1"),
    (HELD, "昆山星野有限公司", "不可用", "B2"),
    (HELD, "昆山星野餐饮管理有限公司", "可用", None),
    (HELD, "昆山兴业科技有限公司", "提示相近", "N2"),
    (HELD, "昆山新星野智能科技有限公司", "提示相近", "N3"),
    (HELD, "昆山星野谷科技有限公司", "提示相近", "N3"),
    (HELD, "昆山大新星野科技有限公司", "提示相近", "N3"),
    (HELD, "昆山野星科技有限公司", "提示相近", "N4"),
    (HELD, "昆山恒越科技有限公司", "可用", None),
    ("昆山大新星野科技有限公司", HELD, "提示相近", "N3"),
    ("昆山星野有限公司", "昆山星野机械有限公司", "不可用", "B2"),
    ("苏州恒越实业有限公司", "昆山恒越发展有限公司", "不可用", "B2"),
    ("苏州恒越实业有限公司", "昆山恒悦发展有限公司", "提示相近", "N5"),
    ("苏州恒越实业有限公司", "昆山新恒越发展有限公司", "提示相近", "N5"),
    ("昆山正元精密机械有限公司", "昆山正元精密机械厂", "不可用", "E3"),
    ("昆山恒越明科技有限公司", "昆山恒越朗科技有限公司", "提示相近", "N4"),
    ("昆山重明科技有限公司", "昆山崇明阁科技有限公司", "提示相近", "N4"),
    ("昆山己元科技有限公司", "昆山已元科技有限公司", "提示相近", "G1"),
)


@pytest.fixture(scope="module")
def names():
    """Three hundred seeded names of few characters, so that many of them meet."""
    rng = random.Random(25)
    made = [f"{rng.choice(REGIONS)}{''.join(rng.choices(CHARACTERS, k=rng.choice((2, 2, 3, 4))))}{rng.choice(TRADES)}有限公司" for _ in range(400)]
    return sorted(set(made))


def neighbour(text):
    name = split(text)
    return Neighbour(name.text, name.region, name.trade_name, name.trade, name.form, State.ACTIVE, date(2024, 5, 6), "3205")


def told(judged):
    return str(judged.verdict), {(hit.name, hit.rule) for hit in judged.hits}


@pytest.mark.parametrize(("held", "new", "verdict", "rule"), PAIRS)
def test_a_pair_gives_its_verdict(pool, held, new, verdict, rule):
    pool(held)
    assert told(judgement(new, 3205, ON)) == (verdict, {(held, rule)} if rule else set())


def test_the_index_judges_as_all_names_do(pool, names):
    held, asked = names[::2], names[1::2]
    pool(*held)
    everything = tuple(neighbour(each) for each in held)
    different = [each for each in asked if told(judgement(each, 3205, ON)) != told(judge(split(each), everything, ON))]
    assert different == []


def test_the_pool_is_dense_enough_to_tell(names):
    everything = tuple(neighbour(each) for each in names[::2])
    verdicts = [str(judge(split(each), everything, ON).verdict) for each in names[1::2]]
    assert min(verdicts.count("可用"), verdicts.count("提示相近")) > 10


@pytest.mark.parametrize(
    ("state", "since", "until", "verdict"),
    [
        (State.ACTIVE, date(2001, 1, 1), None, "不可用"),
        (State.RELEASED, date(2026, 6, 25), None, "不可用"),
        (State.RELEASED, date(2025, 11, 20), None, "可用"),
        (State.RETAINED, date(2026, 10, 25), None, "不可用"),
        (State.RETAINED, date(2026, 9, 1), None, "可用"),
        (State.RETAINED, date(2026, 1, 1), date(2026, 12, 31), "不可用"),
        (State.HELD, date(2026, 1, 1), None, "不可用"),
        (State.HELD, date(2026, 1, 1), date(2026, 2, 1), "可用"),
    ],
)
def test_what_no_longer_binds_is_free(pool, state, since, until, verdict):
    pool(HELD, state=state, since=since, until=until)
    assert str(judgement(HELD, 3205, ON).verdict) == verdict
