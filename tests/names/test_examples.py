"""The pairs of names with the verdicts they must get: invented names, one prefecture's pool."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.names.neighbour import State
from tests.names.pool import judged, registered, told

SMART = "昆山启澜智能科技有限公司"
PAIRS = [
    (SMART, SMART, "不可用", "E1"),
    (SMART, "启澜（昆山）智能科技有限公司", "不可用", "E2"),
    (SMART, "启澜智能科技（昆山）有限公司", "不可用", "E2"),
    (SMART, "昆山市启澜智能科技有限公司", "不可用", "E2"),
    (SMART, "苏州启澜智能科技有限公司", "不可用", "E3"),
    (SMART, "江苏启澜智能科技有限公司", "提示相近", "E3"),
    (SMART, "昆山启澜信息技术有限公司", "不可用", "B1"),
    (SMART, "昆山启兰科技有限公司", "提示相近", "N2"),
    (SMART, "昆山奇蓝科技有限公司", "提示相近", "N2"),
    (SMART, "昆山新启澜智能科技有限公司", "提示相近", "N3"),
    ("昆山启澜有限公司", "昆山启澜机械有限公司", "不可用", "B2"),
    ("苏州恒越实业有限公司", "昆山恒越发展有限公司", "不可用", "B2"),
    ("苏州恒越实业有限公司", "昆山恒悦发展有限公司", "提示相近", "N5"),
    ("昆山正元精密机械有限公司", "昆山正源精密模具有限公司", "提示相近", "N2"),
    ("昆山正元精密机械有限公司", "昆山正元精密机械厂", "不可用", "E3"),
    ("昆山老街坊面馆", "昆山老街坊餐饮有限公司", "提示相近", "N1"),
]
ALONE = [
    ("中国昆山智造有限公司", "禁用", "STATE_HEAD"),
    ("昆山国家级芯片有限公司", "禁用", "SUPERLATIVE"),
    ("高新区瑞达科技有限公司", "不可用", "ZONE_ALONE"),
    ("昆山高新区瑞达科技有限公司", "可用", "ZONE"),
    ("昆山AI智能科技有限公司", "禁用", "LETTERS"),
    ("昆山动力机械有限公司", "不可用", "NO_TRADE_NAME"),
    ("昆山科技有限公司", "不可用", "NO_TRADE_NAME"),
]


@pytest.mark.parametrize(("existing", "applied", "verdict", "rule"), PAIRS)
def test_a_pair_gets_its_verdict_under_its_rule(existing: str, applied: str, verdict: str, rule: str):
    judgement = judged(applied, existing)
    assert (str(judgement.verdict), [each.rule for each in judgement.hits]) == (verdict, [rule])


@pytest.mark.parametrize(("applied", "verdict", "rule"), ALONE)
def test_a_name_alone_gets_its_verdict_under_its_rule(applied: str, verdict: str, rule: str):
    found, rules = told(applied)
    assert found == verdict
    assert rules[0] == rule


@pytest.mark.parametrize(
    "applied", ["昆山张伟商贸有限公司", "昆山沃动机械有限公司", "昆山七匹狼服饰有限公司", "昆山一百分教育科技有限公司", "昆山万千网络有限公司"]
)
def test_a_proper_name_that_meets_nobody_is_free(applied: str):
    assert told(applied) == ("可用", [])


def test_another_trade_with_the_same_trade_name_is_free():
    assert told("昆山启澜餐饮管理有限公司", SMART) == ("可用", [])


def test_a_name_cancelled_five_months_ago_is_not_free_until_the_year_is_over():
    gone = registered("昆山博腾物流有限公司", State.RELEASED, date(2026, 6, 24))
    judgement = judged("昆山博腾物流有限公司", gone)
    assert str(judgement.verdict) == "不可用"
    assert judgement.hits[0].free_from == date(2027, 6, 24)
    assert "2027-06-24 起不再占用" in judgement.hits[0].message
    assert told("昆山博腾物流有限公司", gone, on=date(2027, 6, 24)) == ("可用", [])
