"""One owner alone, and shareholders by name: 就我一个, 全资, 独资, 一个人出; who works or directs alone owns nothing by that."""

import pytest

from tests.facts.talk import affairs, misquoted, posts, shares

ALONE = {
    ("发起人为丁大宝、鲁大卫",): {"丁大宝": None, "鲁大卫": None},
    ("股东就丁大宝一个",): {"丁大宝": "100%"},
    ("我叫丁大宝，没有别的合伙人，自然人独资",): {"丁大宝": "100%"},
    ("我叫丁大宝，这公司全是我的",): {"丁大宝": "100%"},
    ("丁大宝百分之百持股",): {"丁大宝": "100%"},
    ("全部由丁大宝一个人出资",): {"丁大宝": "100%"},
    ("丁大宝是唯一股东",): {"丁大宝": "100%"},
    ("我叫丁大宝，就我自己一个股东",): {"丁大宝": "100%"},
    ("我叫丁大宝，股东就我一个",): {"丁大宝": "100%"},
    ("我叫丁大宝，股东就我一个人",): {"丁大宝": "100%"},
    ("我叫丁大宝，股东只有我一个人",): {"丁大宝": "100%"},
    ("我叫丁大宝，钱全是我一个人出",): {"丁大宝": "100%"},
    ("我叫丁大宝，公司就我一个股东",): {"丁大宝": "100%"},
    ("我叫丁大宝，一个人全资",): {"丁大宝": "100%"},
    ("我叫丁大宝，我一个人出资",): {"丁大宝": "100%"},
    ("我叫丁大宝，我是唯一股东",): {"丁大宝": "100%"},
    ("我叫丁大宝，想开个一人公司",): {"丁大宝": "100%"},
    ("我叫丁大宝我自己全资开公司",): {"丁大宝": "100%"},
    ("丁大宝全资",): {"丁大宝": "100%"},
    ("丁大宝独资",): {"丁大宝": "100%"},
    ("丁大宝一个人出",): {"丁大宝": "100%"},
    ("唯一股东是丁大宝",): {"丁大宝": "100%"},
    ("唯一的股东丁大宝",): {"丁大宝": "100%"},
    ("股东丁大宝一人",): {"丁大宝": "100%"},
    ("股东丁大宝，一个人",): {"丁大宝": "100%"},
    ("丁大宝持股百分之百",): {"丁大宝": "100%"},
    ("丁大宝占百分之一百",): {"丁大宝": "100%"},
    ("由昆山启云软件有限公司全资设立",): {"昆山启云软件有限公司": "100%"},
    ("股东是昆山启云软件有限公司，全资持有",): {"昆山启云软件有限公司": "100%"},
    ("股东就我一个", "我叫丁大宝"): {"丁大宝": "100%"},
    ("丁大宝占六成，苏小云占四成", "苏小云退出了，全部由丁大宝一个人出"): {"丁大宝": "100%"},
    ("我叫丁大宝，股东就我一个，监事写我妈何苗",): {"丁大宝": "100%"},
}

NOT_ALONE = (
    "我叫丁大宝，目前就我一个人在办公室",
    "我叫丁大宝，家里就我一个儿子",
    "就丁大宝一个人去过现场",
    "我叫丁大宝，只有我一个人懂技术",
    "我叫丁大宝，店里就我一个人忙",
    "我叫丁大宝，员工就我一个",
    "我叫丁大宝，不雇人，就我一个人干活",
    "董事就丁大宝一个人",
    "监事只有丁大宝一个",
    "我叫丁大宝，以前一个人开车跑了十年",
)

NAMED = {
    "股东丁大宝、苏小云": {"丁大宝": None, "苏小云": None},
    "股东是丁大宝和苏小云": {"丁大宝": None, "苏小云": None},
    "股东有丁大宝、苏小云、何苗": {"丁大宝": None, "苏小云": None, "何苗": None},
    "出资人：丁大宝、何苗": {"丁大宝": None, "何苗": None},
    "股东两个：丁大宝、苏小云": {"丁大宝": None, "苏小云": None},
}


@pytest.mark.parametrize("turns", ALONE)
def test_one_alone_owns_the_whole(turns):
    assert shares(*turns) == ALONE[turns]


@pytest.mark.parametrize("said", NOT_ALONE)
def test_one_who_works_or_directs_alone_owns_nothing_by_that(said):
    assert shares(said) == {}


@pytest.mark.parametrize("said", NAMED)
def test_shareholders_by_name_have_no_share_yet(said):
    assert shares(said) == NAMED[said]


@pytest.mark.parametrize("turns", [*ALONE, *((said,) for said in (*NOT_ALONE, *NAMED))])
def test_the_owner_is_quoted_as_said(turns):
    assert misquoted(*turns) == []


def test_an_employment_answer_is_no_ownership():
    assert shares("我叫丁大宝", ("employees", "就我一个人")) == {}


def test_alone_without_a_name_waits_for_one():
    holdings = affairs("想开个一人公司").holdings
    assert holdings.alone is not None
    assert holdings.stakes == {}


def test_a_company_of_one_with_nobody_named_has_no_holder():
    assert shares("我想开个一人公司") == {}


def test_one_alone_takes_the_place_of_all_before():
    assert shares("丁大宝占六成，苏小云占四成", "改一下，丁大宝独资") == {"丁大宝": "100%"}


def test_a_partner_who_joins_later_ends_being_alone():
    assert shares("丁大宝全资", "改成丁大宝占七成，苏小云占三成") == {"丁大宝": "70%", "苏小云": "30%"}


def test_an_owner_alone_holds_no_post_by_that():
    assert posts("丁大宝全资") == {}
