"""Ratios: 六四开 with who is who, by the order of naming, undecided; 我六他四; numbers that are no shares."""

import pytest

from gaoxing.facts.ratio import read_bare_numbers, read_ratio
from gaoxing.facts.subject import take_subject
from tests.facts.talk import affairs, misquoted, shares, walk

WHO_IS_WHO = {
    ("丁大宝和苏小云六四开", "改成五五开"): {"丁大宝": "50%", "苏小云": "50%"},
    ("丁大宝和苏小云六四开，不对，七三开",): {"丁大宝": "70%", "苏小云": "30%"},
    ("丁大宝和苏小云五五开",): {"丁大宝": "50%", "苏小云": "50%"},
    ("丁大宝和苏小云按六比四",): {"丁大宝": "60%", "苏小云": "40%"},
    ("丁大宝、苏小云、何苗五三二开",): {"丁大宝": "50%", "苏小云": "30%", "何苗": "20%"},
    ("我叫丁大宝，我跟鲁大卫八二开",): {"丁大宝": "80%", "鲁大卫": "20%"},
    ("丁大宝跟鲁大卫三七开",): {"丁大宝": "30%", "鲁大卫": "70%"},
    ("丁大宝和苏小云六四开",): {"丁大宝": "60%", "苏小云": "40%"},
    ("我叫丁大宝，我跟鲁大卫七三开，他七我三",): {"丁大宝": "30%", "鲁大卫": "70%"},
    ("我叫丁大宝，我跟鲁大卫七三开，我七他三",): {"丁大宝": "70%", "鲁大卫": "30%"},
    ("丁大宝和苏小云六四开，丁大宝四苏小云六",): {"丁大宝": "40%", "苏小云": "60%"},
    ("丁大宝和苏小云六四开，丁大宝六苏小云四",): {"丁大宝": "60%", "苏小云": "40%"},
    ("丁大宝和苏小云，六四开，丁大宝六，苏小云四",): {"丁大宝": "60%", "苏小云": "40%"},
    ("丁大宝和苏小云，六四开，丁大宝四，苏小云六",): {"丁大宝": "40%", "苏小云": "60%"},
    ("我叫丁大宝，他叫鲁大卫，我们六四开，他六我四",): {"丁大宝": "40%", "鲁大卫": "60%"},
    ("我叫丁大宝，他叫鲁大卫，我们六四开，我四他六",): {"丁大宝": "40%", "鲁大卫": "60%"},
    ("我叫丁大宝，他叫鲁大卫", "我六十五他三十五"): {"丁大宝": "65%", "鲁大卫": "35%"},
    ("丁大宝八，苏小云二",): {"丁大宝": "80%", "苏小云": "20%"},
    ("丁大宝占六，苏小云占四",): {"丁大宝": "60%", "苏小云": "40%"},
    ("我叫丁大宝，合伙人是何苗，我六她四",): {"丁大宝": "60%", "何苗": "40%"},
    ("我叫丁大宝，合伙人叫鲁大卫，我七十他三十",): {"丁大宝": "70%", "鲁大卫": "30%"},
    ("丁大宝六，苏小云四，六四开",): {"丁大宝": "60%", "苏小云": "40%"},
    ("丁大宝跟鲁大卫六四开，鲁大卫拿六",): {"丁大宝": "40%", "鲁大卫": "60%"},
}

IN_ORDER = {
    ("丁大宝和苏小云两个人六四开",): {"丁大宝": "60%", "苏小云": "40%"},
    ("丁大宝跟鲁大卫两个人三七开",): {"丁大宝": "30%", "鲁大卫": "70%"},
    ("我叫丁大宝，我跟苏小云，七三开",): {"丁大宝": "70%", "苏小云": "30%"},
    ("我叫丁大宝，他叫鲁大卫，我们八二开",): {"丁大宝": "80%", "鲁大卫": "20%"},
    ("丁大宝、苏小云、何苗，五三二开",): {"丁大宝": "50%", "苏小云": "30%", "何苗": "20%"},
    ("丁大宝和苏小云，按六比四分",): {"丁大宝": "60%", "苏小云": "40%"},
    ("丁大宝和苏小云，五五开",): {"丁大宝": "50%", "苏小云": "50%"},
    ("丁大宝、苏小云、何苗四四二分成",): {"丁大宝": "40%", "苏小云": "40%", "何苗": "20%"},
    ("股东丁大宝、苏小云，九一开",): {"丁大宝": "90%", "苏小云": "10%"},
}

UNDECIDED = {
    ("丁大宝和苏小云六四开，谁六谁四还没定",): {},
    ("丁大宝和苏小云六四开还没谈拢",): {},
    ("丁大宝和苏小云可能六四开，回头再商量",): {},
    ("股东丁大宝、苏小云，六四开没说好",): {"丁大宝": None, "苏小云": None},
}

MENDED = {
    ("丁大宝和苏小云，六四开，不对，七三开",): {"丁大宝": "70%", "苏小云": "30%"},
    ("丁大宝和苏小云，六四开", "改成五五开"): {"丁大宝": "50%", "苏小云": "50%"},
    ("丁大宝和苏小云平分", "丁大宝和苏小云改六四开"): {"丁大宝": "60%", "苏小云": "40%"},
    ("丁大宝和苏小云六四开", "丁大宝占七成，苏小云占三成"): {"丁大宝": "70%", "苏小云": "30%"},
}

NO_SHARES = (
    "丁大宝六个人，苏小云四个人",
    "丁大宝住六楼，苏小云住四楼",
    "丁大宝六月来，何苗四月来",
    "丁大宝三十岁，何苗七十岁",
    "丁大宝六点到，何苗四点到",
    "丁大宝六号，何苗四号",
)


@pytest.mark.parametrize("turns", WHO_IS_WHO)
def test_a_number_beside_each_name_says_who_is_who(turns):
    assert shares(*turns) == WHO_IS_WHO[turns]


@pytest.mark.parametrize("turns", IN_ORDER)
def test_a_ratio_follows_the_order_of_naming(turns):
    assert shares(*turns) == IN_ORDER[turns]


@pytest.mark.parametrize("turns", UNDECIDED)
def test_an_undecided_ratio_gives_nobody_a_share(turns):
    assert shares(*turns) == UNDECIDED[turns]


@pytest.mark.parametrize("turns", MENDED)
def test_the_later_ratio_wins(turns):
    assert shares(*turns) == MENDED[turns]


@pytest.mark.parametrize("said", NO_SHARES)
def test_numbers_of_other_things_are_no_ratio(said):
    assert shares(said) == {}


@pytest.mark.parametrize("turns", [*WHO_IS_WHO, *IN_ORDER, *UNDECIDED, *MENDED])
def test_a_ratio_is_quoted_as_said(turns):
    assert misquoted(*turns) == []


def test_a_ratio_without_people_waits():
    holdings = affairs("我们商量好了六四开").holdings
    assert (holdings.ratio, holdings.stakes) == ((6, 4), {})


def test_a_ratio_for_two_among_three_fits_nobody():
    assert shares("股东丁大宝、苏小云、何苗，六四开") == {"丁大宝": None, "苏小云": None, "何苗": None}


def test_a_ratio_of_persons_named_in_a_later_turn_waits_for_them():
    assert shares("我们两个六四开", "丁大宝六，苏小云四") == {"丁大宝": "60%", "苏小云": "40%"}


@pytest.mark.parametrize(
    ("said", "ratio"), [("六四开", (6, 4)), ("三三四开", (3, 3, 4)), ("二八开", (2, 8)), ("六五开", ()), ("七比三", (7, 3)), ("三比二", ())]
)
def test_only_tenths_that_sum_to_ten_are_kept(said, ratio):
    path, _ = walk(said)
    read_ratio(path, next(place for place, token in enumerate(path.tokens) if token.kind == "ratio"))
    assert path.holdings.ratio == ratio


def test_bare_numbers_that_do_not_sum_up_give_nothing():
    path, _ = walk("丁大宝六苏小云五")
    read_bare_numbers(path)
    assert path.holdings.stakes == {}


def test_a_bare_number_alone_gives_nothing_without_a_ratio():
    path, _ = walk("丁大宝六")
    read_bare_numbers(path)
    assert path.holdings.stakes == {}


def test_one_bare_number_tells_the_other_of_two():
    path, places = walk("丁大宝和苏小云六四开，苏小云六")
    for name in ("丁大宝", "苏小云"):
        take_subject(path, places[name] if name == "丁大宝" else 2)
    read_ratio(path, places["六四开"])
    read_bare_numbers(path)
    assert {who: str(stake.part) for who, stake in path.holdings.stakes.items()} == {0: "2/5", 1: "3/5"}


@pytest.mark.parametrize(
    ("turns", "held"),
    [
        (("丁大宝占百分之六十，何苗占百分之四十", "丁大宝的六十改成五十"), {"丁大宝": "50%", "何苗": "40%"}),
        (("丁大宝占百分之六十，何苗占百分之四十", "丁大宝的七十改成五十"), {"丁大宝": "60%", "何苗": "40%"}),
        (("常青五，冷月三，侯亮二，法人常青",), {"常青": "50%", "冷月": "30%", "侯亮": "20%"}),
        (("常青五，冷月三，法人常青",), {}),
    ],
)
def test_bare_numbers_count_only_where_they_fit(turns, held):
    assert shares(*turns) == held
