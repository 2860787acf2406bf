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
