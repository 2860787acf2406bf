from __future__ import annotations

from datetime import date

import pytest

from gaoxing.facts.scope_main import TABLE, agrees, trade_of
from gaoxing.standards.business_scope import item
from gaoxing.standards.dated import in_force, load

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("昆山样例科技有限公司", "科技"),
        ("昆山样例环保科技有限公司", "科技"),
        ("样例（昆山）精密机械有限公司", "机械"),
        ("昆山样例电子商务有限公司", "电子商务"),
        ("昆山样例软件股份有限公司", "软件"),
        ("昆山样例餐饮管理有限公司", "餐饮"),
    ],
)
def test_the_longest_and_then_the_last_word_of_the_trade_counts(name, word):
    assert trade_of(name, DAY).word == word


@pytest.mark.parametrize("name", ["", "昆山样例有限公司", "昆山样例餐饮店", "昆山餐饮", "科技", "昆山样例实业有限公司"])
def test_of_other_names_no_trade_is_told(name):
    assert trade_of(name, DAY) is None


def test_the_table_holds_from_its_day():
    assert trade_of("昆山样例科技有限公司", date(2021, 2, 28)) is None
    assert in_force(TABLE, date(2021, 3, 1))["name_trades"]


def test_where_nothing_can_be_said_there_is_agreement():
    assert agrees(item("餐饮服务"), None)
    assert agrees(item("药品生产"), trade_of("昆山样例餐饮有限公司", DAY))


@pytest.mark.parametrize(
    ("name", "first", "fits"), [("模具", "模具制造", True), ("模具", "餐饮服务", False), ("科技", "理发服务", False), ("科技", "软件开发", True)]
)
def test_an_item_fits_by_its_class(name, first, fits):
    assert agrees(item(first), trade_of(f"昆山样例{name}有限公司", DAY)) == fits


def test_no_word_stands_twice_and_every_class_is_one():
    rows = load(TABLE)["name_trades"][0]["value"]
    words = [row["word"] for row in rows]
    assert len(words) == len(set(words))
    assert all("A" <= code[0] <= "T" and (code[1:].isdigit() or len(code) == 1) for row in rows for code in row["codes"])
