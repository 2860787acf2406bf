import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.scope_grammar import claims
from gaoxing.facts.scope_words import cut


def done(said):
    return [(claim.choices, claim.negated, claim.strong) for claim in claims(said, cut(said))]


def test_one_verb_governs_a_list():
    assert done("卖轴承、密封件和紧固件") == [(("轴承销售",), False, True), (("密封件销售",), False, True), (("紧固件销售",), False, True)]


def test_a_verb_lapses_where_other_words_stand_between():
    assert [claim[2] for claim in done("卖轴承，我叫老张有一台叉车")] == [True, False]


def test_a_verb_behind_governs_the_list_before_it():
    assert done("轴承、密封件的销售") == [(("轴承销售",), False, True), (("密封件销售",), False, True)]


def test_a_denial_behind_the_goods_counts_for_them_alone():
    assert done("卖啤酒，香烟我不卖的") == [(("酒类经营",), False, True), (("烟草制品零售",), True, True)]


def test_a_denied_verb_denies_its_objects():
    assert done("不卖香烟") == [(("烟草制品零售",), True, True)]


def test_a_light_verb_leaves_it_to_the_nominal_one():
    assert done("做叉车维修销售") == [(("物料搬运装备销售",), False, True)]


def test_a_long_run_of_small_words_ends_the_verbs_reach():
    assert [claim[2] for claim in done("卖" + "一个" * 4000 + "轴承")] == [False]


def chosen(said):
    return [(claim.choices, claim.negated) for claim in claims(said, cut(said))]


@pytest.mark.parametrize("said", ["批发零售水果", "水果批发零售", "水果的批发、零售", "批发水果，也零售"])
def test_two_verbs_share_one_ware(said):
    assert {each for choices, _ in chosen(said) for each in choices} == {"新鲜水果批发", "新鲜水果零售"}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("轴承也卖", [(("轴承销售",), False)]),
        ("轴承不卖了", [(("轴承销售",), True)]),
        ("轴承我们暂时不卖", [(("轴承销售",), True)]),
        ("不想卖轴承", [(("轴承销售",), True)]),
        ("手机维修", [(("通讯设备修理",), False)]),
        ("卖密封件的，不是轴承", [(("密封件销售",), False), (("轴承销售", "轴承制造"), False)]),
        ("生产手提袋和轴承", [(("轴承制造",), False)]),
        ("", []),
        ("的的的，，、", []),
    ],
)
def test_a_verb_finds_its_ware_before_or_behind_it(said, wanted):
    assert chosen(said) == wanted


def test_claims_stand_in_the_order_of_the_words():
    said = "卖轴承，密封件也做，手机维修"
    spots = [(claim.start, claim.end) for claim in claims(said, cut(said))]
    assert spots == sorted(spots)
    assert all(0 <= start < end <= len(said) for start, end in spots)


@given(st.text(alphabet="卖修做不轴承密封件手机维修、，的也和批发零售", max_size=40))
def test_any_jumble_of_wares_and_verbs_is_read_without_an_accident(said):
    for claim in claims(said, cut(said)):
        assert claim.choices
        assert said[claim.start : claim.end]
