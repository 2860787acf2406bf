import pytest

from gaoxing.facts.scope_claim import Governed, choices_for, claims_of
from gaoxing.facts.scope_words import cut


def claimed(said, goods, *verbs):
    word = next(word for word in cut(said) if word.text == goods)
    return [(claim.choices, claim.strong, claim.unsure) for claim in claims_of(said, Governed(word, list(verbs), start=word.start, end=word.end))]


@pytest.mark.parametrize(
    ("families", "verb", "wanted"),
    [
        ({"sell": ("新鲜水果零售",), "wholesale": ("新鲜水果批发",)}, "sell", ("新鲜水果零售",)),
        ({"sell": ("新鲜水果零售",), "wholesale": ("新鲜水果批发",)}, "trade", ("新鲜水果零售", "新鲜水果批发")),
        ({"sell": ("新鲜水果零售",)}, "wholesale", ()),
        ({"sell": ("轴承销售",)}, "wholesale", ("轴承销售",)),
        ({"sell": ("轴承销售",), "make": ("轴承制造",)}, "do", ("轴承制造",)),
        ({"sell": ("食品销售",), "make": ("食品生产",)}, "do", ("食品生产", "食品销售")),
        ({"sell": ("轴承销售",)}, "repair", ()),
    ],
)
def test_a_verb_makes_an_item_of_the_goods(families, verb, wanted):
    assert choices_for(families, verb) == wanted


def test_each_verb_claims_its_own_item():
    assert claimed("叉车", "叉车", "sell", "make") == [(("物料搬运装备销售",), True, False), (("物料搬运装备制造",), True, False)]


def test_goods_with_a_shop_behind_them_are_sold_there():
    assert claimed("轴承店", "轴承") == [(("轴承销售",), False, False)]


def test_goods_with_a_factory_behind_them_are_made_there():
    assert claimed("轴承厂", "轴承", "open") == [(("轴承制造",), True, False)]


def test_goods_that_may_be_made_or_sold_are_unsure():
    assert claimed("做耳机", "耳机", "do") == [(("电子产品销售",), True, True)]


def test_goods_without_a_verb_are_only_listed():
    assert claimed("轴承", "轴承") == [(("轴承销售", "轴承制造"), False, False)]


@pytest.mark.parametrize("said", ["轴承店名", "轴承店面", "轴承厂房", "轴承厂家"])
def test_a_word_that_only_begins_like_a_house_is_none(said):
    word = next(word for word in cut("卖轴承") if word.text == "轴承")
    moved = Governed(word, [], start=0, end=2)
    assert [claim.listed for claim in claims_of("卖" + said, moved)] == [True]


def test_one_verb_said_twice_claims_once():
    assert len(claimed("轴承", "轴承", "sell", "sell")) == 1


def test_a_verb_that_makes_nothing_of_the_goods_claims_nothing():
    assert claimed("轴承", "轴承", "repair") == []


@pytest.mark.parametrize(("verb", "wanted"), [("open", ()), ("design", ()), ("develop", ()), ("commerce", ("轴承销售",)), ("process", ("轴承制造",))])
def test_each_class_of_verb_has_its_own_order_of_choice(verb, wanted):
    assert choices_for({"sell": ("轴承销售",), "make": ("轴承制造",)}, verb) == wanted
