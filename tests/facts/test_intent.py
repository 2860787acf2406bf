"""Which matter is wanted: the last intent stated and not denied; without one, what the words are about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.intent import Embrace, Intent, explained, intended
from gaoxing.speech.transcript import Transcript

CUES = {
    "company": ("注册公司", "开公司", "设立公司", "办个?公司", "成立[一-龥]{0,2}公司"),
    "sole": ("个体户", "个体工商户", "开个?[一-龥]{0,4}店"),
    "closing": ("注销",),
    "change": ("变更", "注册资本要?改"),
}
SIGNS = {"company": ("股东", "董事", "监事", "注册资本"), "sole": ("经营者", "资金数额", "家庭经营"), "closing": ("清算",), "change": ("原来的名称",)}


def wanted(*turns):
    return intended(Transcript.of(*turns), CUES, SIGNS)


def why(*turns):
    return explained(Transcript.of(*turns), CUES, SIGNS)


def words(*turns):
    return [each.words for each in why(*turns).evidence]


@pytest.mark.parametrize(
    ("said", "matter"),
    [
        ("我想注册公司", "company"),
        ("想开公司", "company"),
        ("跟朋友办个公司", "company"),
        ("我要成立一家公司", "company"),
        ("办个体户", "sole"),
        ("办一个个体工商户", "sole"),
        ("想开个面馆店", "sole"),
        ("公司要注销", "closing"),
        ("来变更一下地址", "change"),
        ("你好，我想，嗯，注册公司", "company"),
        ("注册，公司", None),
    ],
)
def test_an_intent_stated_is_the_matter(said, matter):
    assert wanted(said) == matter


@pytest.mark.parametrize(
    ("turns", "matter"),
    [
        (("本来要办个体户，现在想注册公司",), "company"),
        (("本来想注册公司，后来想想还是个体户",), "sole"),
        (("我想注册公司", "算了，办个体户吧"), "sole"),
        (("办个体户", "我叫丁大宝", "还是注册公司"), "company"),
        (("我想注册公司", "顺便把老店注销"), "closing"),
        (("公司要注销", "注册公司"), "company"),
        (("先注册公司", "我叫何苗"), "company"),
    ],
)
def test_the_last_intent_stated_wins(turns, matter):
    assert wanted(*turns) == matter


@pytest.mark.parametrize(
    ("said", "matter"),
    [
        ("我想注册公司，不注销", "company"),
        ("注册公司，不是来变更", "company"),
        ("注册公司，不是变更", "company"),
        ("办个体户，不想注册公司", "sole"),
        ("办个体户，不办个公司", "sole"),
        ("我要注册公司，不要个体户", "company"),
        ("个体户，不用注册公司", "sole"),
        ("注册公司，别注销", "company"),
        ("注册公司，暂不变更", "company"),
        ("老店留着不注销，想注册公司", "company"),
        ("不注销", None),
        ("不是来变更", None),
    ],
)
def test_a_denied_intent_does_not_count(said, matter):
    assert wanted(said) == matter


@pytest.mark.parametrize(
    ("said", "matter"),
    [
        ("两个股东，监事写何苗", "company"),
        ("经营者是苏小云，资金数额五万", "sole"),
        ("清算组备过案了", "closing"),
        ("股东丁大宝，董事也是他，注册资本一百万，经营者不知道", "company"),
        ("我叫丁大宝", None),
        ("", None),
        ("今天天气不错", None),
    ],
)
def test_without_an_intent_the_words_signs_decide(said, matter):
    assert wanted(said) == matter


def test_signs_of_all_turns_are_weighed_together():
    assert wanted("经营者苏小云", "股东有两个", "监事写何苗") == "company"


def test_a_stated_intent_outweighs_any_number_of_signs():
    assert wanted("注册公司", "经营者苏小云，资金数额五万，家庭经营") == "company"


def test_a_matter_whose_expression_two_share_is_told_by_signs():
    cues = {"limited": ("设立公司",), "stock": ("设立公司",)}
    signs = {"limited": ("执行董事",), "stock": ("发起人",)}
    assert intended(Transcript.of("设立公司，发起人三个"), cues, signs) == "stock"


def test_the_longer_of_two_overlapping_expressions_wins():
    cues = {"open": ("开店",), "close": ("不再开店了",)}
    assert intended(Transcript.of("我不再开店了"), cues, {}) == "close"


@pytest.mark.parametrize(
    "said",
    [
        "我在昆山注销通企业管理有限公司上班",
        "隔壁是昆山变更快财务有限公司",
        "我以前在昆山变更快财务有限公司干了三年",
    ],
)
def test_an_intent_inside_a_name_is_none(said):
    assert wanted(said) is None


def test_noise_before_the_intent_does_not_hide_it():
    assert wanted("喂你好哎今天挺热的啊我是丁大宝那个我想注册公司") == "company"


def test_an_answer_is_words_like_any_other():
    assert wanted(("name", "注册公司用的名字还没想好")) == "company"


def test_no_cues_and_no_signs_point_nowhere():
    assert intended(Transcript.of("我想注册公司"), {}, {}) is None


def test_a_matter_without_expressions_is_never_stated():
    assert intended(Transcript.of("我想注册公司"), {"company": ()}, {}) is None


def test_an_empty_talk_points_nowhere():
    assert intended(Transcript(()), CUES, SIGNS) is None


@pytest.mark.parametrize(
    ("turns", "decided"),
    [
        (("我想注册公司",), ["注册公司"]),
        (("本来要办个体户，现在想注册公司",), ["注册公司"]),
        (("我想注册公司", "顺便把老店注销"), ["注销"]),
        (("跟朋友办个公司",), ["办个公司"]),
        (("办 个 公 司",), ["办 个 公 司"]),
        (("跟朋友成立呃一家公司",), ["成立呃一家公司"]),
        (("注册公司，股东两个",), ["注册公司"]),
    ],
)
def test_the_words_that_stated_the_intent_are_shown_as_they_were_said(turns, decided):
    assert words(*turns) == decided


def test_a_misheard_sign_is_shown_as_it_was_said():
    found = why("两个懂事，监事写何苗")
    assert found.matter == "company"
    assert not found.stated
    assert [each.words for each in found.evidence] == ["懂事", "监事"]


def test_without_an_intent_the_signs_words_of_all_turns_are_shown():
    found = why("监事写何苗", "我叫丁大宝", "股东有两个")
    assert (found.matter, found.stated, found.others) == ("company", False, ())
    assert {(each.turn, each.words) for each in found.evidence} == {(0, "监事"), (2, "股东")}


def test_where_matters_share_the_expression_the_signs_that_told_them_apart_are_shown_too():
    cues = {"limited": ("设立公司",), "stock": ("设立公司",)}
    found = explained(Transcript.of("设立公司，发起人三个"), cues, {"limited": ("执行董事",), "stock": ("发起人",)})
    assert [each.words for each in found.evidence] == ["设立公司", "发起人"]
    assert (found.stated, found.others) == (True, ())


def test_of_a_shared_expression_said_earlier_only_the_likelier_matter_is_offered():
    cues = {"limited": ("设立公司",), "stock": ("设立公司",), "closing": ("注销",)}
    found = explained(Transcript.of("设立公司，发起人三个，再把老店注销"), cues, {"limited": ("执行董事",), "stock": ("发起人",)})
    assert (found.matter, found.others) == ("closing", ("stock",))


def test_what_a_wish_is_about_is_no_wish_of_its_own():
    assert why("我想注册公司，顺便把那个个体户注销").others == ("company",)


@pytest.mark.parametrize(
    ("turns", "others"),
    [
        (("我想注册公司",), ()),
        (("本来要办个体户，现在想注册公司",), ()),
        (("隔壁老王办了个体户，我想注册公司",), ()),
        (("办个体户，现在想注册公司",), ("sole",)),
        (("先把老店注销", "来变更一下地址", "还是注册公司"), ("change", "closing")),
        (("注册公司", "办个体户", "注册公司吧", "再注销一家"), ("company", "sole")),
        (("注册公司，注册公司",), ()),
        (("我要注册公司，不要个体户，不注销", "开公司"), ()),
        (("注册公司，不注销",), ()),
        (("不是来变更，是注册公司",), ()),
    ],
)
def test_the_other_matters_asked_for_follow_the_last_said_first(turns, others):
    assert why(*turns).others == others


def test_signs_alone_make_no_other_matter():
    assert why("经营者苏小云，股东两个，监事何苗").others == ()


@pytest.mark.parametrize("said", ["", "今天天气不错", "不注销", "我在昆山注销通企业管理有限公司上班"])
def test_words_that_point_nowhere_are_not_explained(said):
    assert why(said) is None


def test_nobody_speaking_is_not_explained():
    assert explained(Transcript(()), CUES, SIGNS) is None


def test_a_companys_own_name_in_a_sign_is_shown_unblotted():
    found = explained(Transcript.of("公司名叫昆山启云精密机械有限公司"), {}, {"company": ("某+公司",)})
    assert [each.words for each in found.evidence] == ["昆山启云精密机械有限公司"]


def test_an_intent_is_told_as_plain_json():
    assert why("办个体户，还是注册公司").to_json() == {
        "matter": "company",
        "evidence": [{"turn": 0, "start": 7, "end": 11, "words": "注册公司"}],
        "stated": True,
        "others": ["sole"],
    }


EMBRACED = {"company": Embrace(("change",)), "closing": Embrace(("*",), "改办[^，。；]{0,4}$")}


@pytest.mark.parametrize(
    ("turns", "matter"),
    [
        (("我想注册公司", "地址变更一下"), "company"),
        (("我想注册公司，后来法人变更为何苗",), "change"),
        (("我想注册公司", "另外老公司要变更"), "change"),
        (("来变更一下地址", "还是注册公司"), "company"),
        (("注销，原来是个体户",), "closing"),
        (("注销", "改办变更"), "change"),
    ],
)
def test_words_of_a_matter_that_another_embraces_are_no_wish_unless_one_turns_to_it(turns, matter):
    assert intended(Transcript.of(*turns), CUES, SIGNS, EMBRACED) == matter


def test_an_embraced_matter_is_no_other_wish():
    assert explained(Transcript.of("我想注册公司", "地址变更一下"), CUES, SIGNS, EMBRACED).others == ()


@pytest.mark.parametrize(
    ("turns", "matter"),
    [
        (("我想注册公司", "算了不注册公司了，办个体户"), "sole"),
        (("办个体户", "我想注册公司", "别注册公司了"), "sole"),
        (("我想注册公司，还没注册公司呢",), "company"),
        (("我想注册公司，要不要注册公司",), "company"),
    ],
)
def test_a_refusal_takes_back_what_was_wished_before(turns, matter):
    assert wanted(*turns) == matter


@given(st.lists(st.text("注册公司个体户店开办变更销不别 ，。嗯呃股东董事监经营者\u3000", max_size=30), max_size=4))
def test_the_evidence_is_always_in_the_raw_words_and_the_choice_the_same(turns):
    found = why(*turns)
    assert (found.matter if found else None) == wanted(*turns)
    spans = found.evidence if found else ()
    assert all(turns[each.turn][each.start : each.end] == each.words != "" for each in spans)
    assert found is None or (isinstance(found, Intent) and spans and found.matter not in found.others)


@pytest.mark.parametrize(
    ("said", "matter"),
    [
        ("我想注册公司，本来要办个体户", "company"),
        ("我想注册公司，隔壁老王办了个体户", "company"),
        ("我想注册公司，我哥的公司正在办注销", "company"),
        ("想注册公司，以前那家前年就注销了", "company"),
        ("本来要办个体户", "sole"),
        ("个体户？不是不是，注册公司", "company"),
        ("注册公司，个体户，不不，不是", "company"),
    ],
)
def test_what_is_told_of_others_or_of_the_past_decides_only_where_nothing_else_is_wished(said, matter):
    assert wanted(said) == matter
