"""The keys: what rule could join two names, a key joins them; what no rule joins, none does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.names.composition import split
from gaoxing.names.keys import asked, stored

CHARACTERS = "启星野恒越正元明朗重行乐长盛"


def name(said, trade="智能科技"):
    return split(f"昆山{said}{trade}有限公司")


def meet(one, other):
    return not set(stored(one)).isdisjoint(asked(other))


@pytest.mark.parametrize(
    ("held", "new"),
    [
        ("星野", "星野"),
        ("星野", "野星"),
        ("星野", "兴业"),
        ("星野", "叶兴"),
        ("星野", "新星野"),
        ("星野", "新星野达"),
        ("新星野达", "星野"),
        ("新星野达", "兴业"),
        ("星野", "马云兴业"),
        ("恒越明", "恒越"),
        ("恒越明", "恒越朗"),
        ("恒越明", "恒月朗"),
        ("恒越明", "垣越明"),
        ("己元", "已元"),
        ("未元", "末元"),
    ],
)
def test_names_that_a_rule_can_join_meet(held, new):
    assert meet(name(held), name(new))


@pytest.mark.parametrize(("held", "new"), [("星野", "恒越"), ("星野", "明朗"), ("恒越明", "星野朗"), ("星野", "星河")])
def test_names_that_no_rule_joins_do_not_meet(held, new):
    assert not meet(name(held), name(new))


@pytest.mark.parametrize(("held", "new"), [("重明", "崇明"), ("重明", "中明"), ("行知", "航知"), ("行知", "星知"), ("乐音", "月音"), ("长盛", "掌成")])
def test_a_polyphone_is_met_by_each_of_its_readings(held, new):
    assert meet(name(held), name(new))


def test_the_same_trade_name_meets_in_any_trade():
    assert meet(name("星野", "餐饮管理"), name("星野"))


def test_one_character_more_meets_in_the_same_trade_alone():
    assert meet(name("恒越明"), name("恒越"))
    assert not meet(name("恒越明", "餐饮管理"), name("恒越"))


def test_sounds_meet_in_the_same_trade_alone():
    assert not meet(name("星野", "餐饮管理"), name("兴业"))


def test_names_without_a_real_trade_meet_by_sound():
    assert meet(name("恒越", "实业"), name("恒悦", "发展"))


def test_a_name_without_a_trade_name_is_met_by_itself():
    held = split("昆山科技有限公司")
    assert held.trade_name == ""
    assert meet(held, held)


@pytest.mark.parametrize(("said", "count"), [("星野", 2), ("恒越明", 8), ("恒越明朗", 13)])
def test_a_name_has_few_keys(said, count):
    assert len(stored(name(said))) == count


@pytest.mark.parametrize("text", ["", "。", "A" * 1_000_000, "重" * 1_000_000, "昆山" + "行乐长重" * 20 + "科技有限公司", "\ud800\udfff", "𬭎𬭎科技"])
def test_any_text_has_a_bounded_number_of_keys(text):
    assert 1 <= len(stored(split(text))) <= 5000
    assert 1 <= len(asked(split(text))) <= 9000


def test_every_key_fits_a_signed_number_of_64_bits():
    assert all(-(2**63) <= key < 2**63 for key in (*stored(name("恒越明")), *asked(name("恒越明"))))


@given(st.text(CHARACTERS, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_a_reordered_name_always_meets(said, random):
    assert meet(name(said), name("".join(random.sample(said, len(said)))))


@given(st.text(CHARACTERS, min_size=2, max_size=5), st.sampled_from(CHARACTERS), st.integers(0, 5))
def test_one_character_more_always_meets(said, added, at):
    assert meet(name(said), name(said[:at] + added + said[at:]))


@given(st.text(CHARACTERS, min_size=3, max_size=5), st.sampled_from(CHARACTERS), st.integers(0, 2))
def test_one_character_replaced_always_meets(said, other, at):
    assert meet(name(said), name(said[:at] + other + said[at + 1 :]))


@given(st.text(CHARACTERS, min_size=4, max_size=6), st.integers(0, 4), st.integers(2, 6))
def test_what_is_contained_always_meets(said, start, length):
    inner = said[start : start + length]
    if len(inner) >= 2:
        assert meet(name(said), name(inner))
        assert meet(name(inner), name(said))
