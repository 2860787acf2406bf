"""Who holds what: percents, tenths, amounts, lists with 各 and 分别, remainders, people who leave, and money that is no share."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facts.talk import misquoted, parties, shares

PERCENTS = {
    "丁大宝持股百分之六十五点五，苏小云持股百分之三十四点五": {"丁大宝": "65.5%", "苏小云": "34.5%"},
    "丁大宝持60％，何苗持40％": {"丁大宝": "60%", "何苗": "40%"},
    "丁大宝占四分之三，何苗占四分之一": {"丁大宝": "75%", "何苗": "25%"},
    "丁大宝占股比例是百分之三十三点三四，何苗百分之六十六点六六": {"丁大宝": "33.34%", "何苗": "66.66%"},
    "丁大宝占五十一个点，何苗占四十九个点": {"丁大宝": "51%", "何苗": "49%"},
    "丁大宝八成，何苗两成": {"丁大宝": "80%", "何苗": "20%"},
    "丁大宝占百分之八十苏小云占百分之二十": {"丁大宝": "80%", "苏小云": "20%"},
    "丁大宝占六成，苏小云占四成": {"丁大宝": "60%", "苏小云": "40%"},
    "丁大宝占百分之五十一，苏小云占百分之四十九": {"丁大宝": "51%", "苏小云": "49%"},
    "丁大宝占51%，苏小云占49%": {"丁大宝": "51%", "苏小云": "49%"},
    "丁大宝占股70%苏小云占股30%": {"丁大宝": "70%", "苏小云": "30%"},
    "丁大宝六成苏小云四成": {"丁大宝": "60%", "苏小云": "40%"},
    "丁大宝拿七成，剩下三成给苏小云": {"丁大宝": "70%", "苏小云": "30%"},
    "丁大宝占51个点，苏小云占49个点": {"丁大宝": "51%", "苏小云": "49%"},
    "丁大宝60%，苏小云30%，何苗10%": {"丁大宝": "60%", "苏小云": "30%", "何苗": "10%"},
    "丁大宝占三分之二，苏小云占三分之一": {"丁大宝": "66.67%", "苏小云": "33.33%"},
    "丁大宝的股份是四成五，苏小云五成五": {"丁大宝": "45%", "苏小云": "55%"},
    "股东丁大宝，持股比例60%；股东苏小云，持股比例40%": {"丁大宝": "60%", "苏小云": "40%"},
}

AMOUNTS = {
    "丁大宝认十万八，何苗认两万五": {"丁大宝": "108000", "何苗": "25000"},
    "丁大宝出3000000元，何苗出2000000元": {"丁大宝": "3000000", "何苗": "2000000"},
    "丁大宝投入三十万块，何苗投入二十万块": {"丁大宝": "300000", "何苗": "200000"},
    "丁大宝出一百五十万，鲁大卫出五十万": {"丁大宝": "1500000", "鲁大卫": "500000"},
    "丁大宝认缴叁拾万元，何苗认缴柒拾万元": {"丁大宝": "300000", "何苗": "700000"},
    "丁大宝出六十万，苏小云出四十万": {"丁大宝": "600000", "苏小云": "400000"},
    "丁大宝认缴一百二十万元苏小云认缴八十万元": {"丁大宝": "1200000", "苏小云": "800000"},
    "丁大宝出资30万，苏小云出资20万，何苗出资50万": {"丁大宝": "300000", "苏小云": "200000", "何苗": "500000"},
    "丁大宝投两百五十万，鲁大卫投五十万": {"丁大宝": "2500000", "鲁大卫": "500000"},
    "丁大宝掏二十万，苏小云掏三十万块钱": {"丁大宝": "200000", "苏小云": "300000"},
    "丁大宝拿出一百零五万，苏小云拿出九十五万": {"丁大宝": "1050000", "苏小云": "950000"},
    "丁大宝认缴出资额600000元，苏小云认缴出资额400000元": {"丁大宝": "600000", "苏小云": "400000"},
}

ENTERPRISES = {
    "昆山启云软件有限公司占六成，丁大宝占四成": {"昆山启云软件有限公司": "60%", "丁大宝": "40%"},
    "昆山启云软件有限公司认缴八百万，丁大宝认缴两百万": {"昆山启云软件有限公司": "8000000", "丁大宝": "2000000"},
    "股东有昆山启云软件有限公司和丁大宝": {"昆山启云软件有限公司": None, "丁大宝": None},
}

LISTS = {
    "丁大宝和苏小云每人出二十五万": {"丁大宝": "250000", "苏小云": "250000"},
    "股东是丁大宝、鲁大卫、梅小雪，分别持股60%、30%、10%": {"丁大宝": "60%", "鲁大卫": "30%", "梅小雪": "10%"},
    "丁大宝占四成，苏小云和何苗各占三成": {"丁大宝": "40%", "苏小云": "30%", "何苗": "30%"},
    "丁大宝、苏小云、何苗分别认缴五十万、三十万、二十万": {"丁大宝": "500000", "苏小云": "300000", "何苗": "200000"},
    "丁大宝、何苗各认缴五十万元": {"丁大宝": "500000", "何苗": "500000"},
    "丁大宝和苏小云各出五十万": {"丁大宝": "500000", "苏小云": "500000"},
    "丁大宝、苏小云各占百分之二十，何苗占百分之六十": {"丁大宝": "20%", "苏小云": "20%", "何苗": "60%"},
    "丁大宝、苏小云、何苗分别占50%、30%、20%": {"丁大宝": "50%", "苏小云": "30%", "何苗": "20%"},
    "丁大宝和苏小云分别出三十万和七十万": {"丁大宝": "300000", "苏小云": "700000"},
    "股东丁大宝、苏小云、何苗，每人出十万": {"丁大宝": "100000", "苏小云": "100000", "何苗": "100000"},
    "股东是丁大宝、苏小云，每人五十万": {"丁大宝": "500000", "苏小云": "500000"},
    "股东五个人，丁大宝占四成，苏小云占两成，何苗占两成，鲁大卫一成，梅小雪一成": {
        "丁大宝": "40%",
        "苏小云": "20%",
        "何苗": "20%",
        "鲁大卫": "10%",
        "梅小雪": "10%",
    },
}

REMAINDERS = {
    "我叫丁大宝，鲁大卫占两成，剩下的都是我的": {"鲁大卫": "20%", "丁大宝": "80%"},
    "丁大宝占七成，剩下三成归何苗": {"丁大宝": "70%", "何苗": "30%"},
    "注册资本五百万丁大宝出两百万剩下的由鲁大卫认缴": {"丁大宝": "2000000", "鲁大卫": "3000000"},
    "丁大宝占六成，何苗占一成，剩余部分归鲁大卫": {"丁大宝": "60%", "何苗": "10%", "鲁大卫": "30%"},
    "苏小云占百分之五，其余都是丁大宝的": {"苏小云": "5%", "丁大宝": "95%"},
    "丁大宝占七成，剩下的归苏小云": {"丁大宝": "70%", "苏小云": "30%"},
    "丁大宝占55%，其余的是苏小云的": {"丁大宝": "55%", "苏小云": "45%"},
    "注册资本一百万，丁大宝出三十五万，剩下的苏小云出": {"丁大宝": "350000", "苏小云": "650000"},
    "注册资本两百万丁大宝出一百二十万余下的归何苗": {"丁大宝": "1200000", "何苗": "800000"},
    "丁大宝占一半，苏小云占三成，剩下的给何苗": {"丁大宝": "50%", "苏小云": "30%", "何苗": "20%"},
    "丁大宝占六成，剩下的苏小云和何苗平分": {"丁大宝": "60%", "苏小云": "20%", "何苗": "20%"},
}

CORRECTED = {
    ("股东丁大宝、苏小云、何苗，平分", "把何苗去掉"): {"丁大宝": "50%", "苏小云": "50%"},
    ("丁大宝占六成，苏小云占两成，何苗占两成", "何苗退出，苏小云占四成"): {"丁大宝": "60%", "苏小云": "40%"},
    ("丁大宝占六成，苏小云占四成", "苏小云不占股了，丁大宝占七成，何苗占三成"): {"丁大宝": "70%", "何苗": "30%"},
    ("丁大宝占六成，何苗占四成", "把丁大宝的六成改成七成，何苗三成"): {"丁大宝": "70%", "何苗": "30%"},
    ("丁大宝出五十万，哦不，六十万",): {"丁大宝": "600000"},
    ("丁大宝占六成，苏小云占四成", "说错了，丁大宝占五成五，苏小云占四成五"): {"丁大宝": "55%", "苏小云": "45%"},
    ("丁大宝占六成，不对，七成，苏小云占三成",): {"丁大宝": "70%", "苏小云": "30%"},
    ("丁大宝出六十万，说错了，五十万，苏小云出五十万",): {"丁大宝": "500000", "苏小云": "500000"},
    ("丁大宝占六成，苏小云占四成", "丁大宝改成七成，苏小云改成三成"): {"丁大宝": "70%", "苏小云": "30%"},
    ("丁大宝出六十万，苏小云出四十万", "苏小云改成出六十万"): {"丁大宝": "600000", "苏小云": "600000"},
    ("丁大宝占六成，苏小云占四成", "改成一人一半"): {"丁大宝": "50%", "苏小云": "50%"},
    ("丁大宝和苏小云一人一半", "丁大宝占六成，苏小云占四成"): {"丁大宝": "60%", "苏小云": "40%"},
}

LEAVERS = {
    ("丁大宝出五十万，何苗出五十万", "何苗不投了"): {"丁大宝": "500000"},
}

OTHER_MONEY = (
    "丁大宝的车值十五万",
    "给何苗补偿五万块",
    "何苗打了八折",
    "丁大宝说税率百分之十三",
    "丁大宝打算贷款五十万买设备",
    "丁大宝卖了房子拿了一百万补偿",
    "我叫丁大宝，客户预付了二十万定金",
    "员工每人月薪八千",
    "丁大宝欠何苗五万块",
    "我叫丁大宝，房租押一付三一共四万",
    "我叫丁大宝，去年卖货赚了三十万",
    "丁大宝每月工资一万五",
    "丁大宝每个月房租八千块",
    "丁大宝月薪两万",
    "丁大宝在银行贷款三十万",
    "何苗是我们一个客户，去年买了二十万的货",
    "厂房租金一年十二万，丁大宝说的",
)


@pytest.mark.parametrize("said", PERCENTS)
def test_a_percent_goes_to_the_one_who_holds_it(said):
    assert shares(said) == PERCENTS[said]


@pytest.mark.parametrize("said", AMOUNTS)
def test_an_amount_goes_to_the_one_who_pays_it(said):
    assert shares(said) == AMOUNTS[said]


@pytest.mark.parametrize("said", ENTERPRISES)
def test_an_enterprise_holds_like_a_person(said):
    assert shares(said) == ENTERPRISES[said]


@pytest.mark.parametrize("said", LISTS)
def test_a_list_hands_its_shares_out(said):
    assert shares(said) == LISTS[said]


@pytest.mark.parametrize("said", REMAINDERS)
def test_what_is_left_goes_to_the_one_named(said):
    assert shares(said) == REMAINDERS[said]


@pytest.mark.parametrize("turns", CORRECTED)
def test_the_later_share_wins(turns):
    assert shares(*turns) == CORRECTED[turns]


@pytest.mark.parametrize("turns", LEAVERS)
def test_one_who_leaves_holds_nothing(turns):
    assert shares(*turns) == LEAVERS[turns]


@pytest.mark.parametrize("said", OTHER_MONEY)
def test_money_for_other_things_is_no_share(said):
    assert shares(said) == {}


@pytest.mark.parametrize("turns", [*((each,) for each in (*PERCENTS, *AMOUNTS, *ENTERPRISES, *LISTS, *REMAINDERS)), *CORRECTED, *LEAVERS])
def test_every_share_is_quoted_as_it_was_said(turns):
    assert misquoted(*turns) == []


def test_an_enterprise_that_holds_is_marked_as_one():
    assert parties("昆山启云软件有限公司占六成，丁大宝占四成")["昆山启云软件有限公司"]["kind"] == "enterprise"


def test_a_holder_without_a_name_passes_the_share_to_nobody():
    assert shares("丁大宝占六成，我老婆占四成") == {"丁大宝": "60%"}


@pytest.mark.parametrize("said", ["丁大宝出几十万", "丁大宝占大头", "丁大宝多出点", "丁大宝出个三五十万"])
def test_a_vague_share_is_left_out(said):
    assert shares(said) in ({}, {"丁大宝": None})


def test_a_share_spread_over_two_turns_is_read_in_both():
    assert shares("丁大宝占七成", "苏小云占三成") == {"丁大宝": "70%", "苏小云": "30%"}


def test_a_speaker_named_late_has_the_share_all_the_same():
    assert shares("我占七成，苏小云占三成", "我叫丁大宝") == {"丁大宝": "70%", "苏小云": "30%"}


NAMES = st.lists(st.sampled_from(["丁大宝", "苏小云", "何苗", "鲁大卫", "梅小雪"]), min_size=2, max_size=2, unique=True)


@settings(max_examples=40, deadline=None)
@given(NAMES, st.integers(1, 99), st.sampled_from(["占", "持股", "认缴"]))
def test_any_two_percents_are_read_as_said(names, share, verb):
    one, other = names
    assert shares(f"{one}{verb}{share}%，{other}{verb}{100 - share}%") == {one: f"{share}%", other: f"{100 - share}%"}


@settings(max_examples=40, deadline=None)
@given(NAMES, st.integers(1, 9999), st.integers(1, 9999), st.sampled_from(["出", "出资", "认缴", "投"]))
def test_any_two_amounts_are_read_as_said(names, mine, yours, verb):
    one, other = names
    assert shares(f"{one}{verb}{mine}万元，{other}{verb}{yours}万元") == {one: f"{mine}0000", other: f"{yours}0000"}


@settings(max_examples=40, deadline=None)
@given(NAMES, st.integers(1, 99))
def test_any_remainder_completes_the_hundred(names, share):
    one, other = names
    assert shares(f"{one}占{share}%，剩下的归{other}") == {one: f"{share}%", other: f"{100 - share}%"}


@pytest.mark.parametrize("said", ["丁大宝占五分之二，马小芳占五分之三"])
def test_a_fraction_is_no_pair_of_bare_figures(said):
    assert shares(f"注册公司，{said}") == {"丁大宝": "40%", "马小芳": "60%"}


def test_another_shareholder_is_not_the_only_one():
    assert shares("办公司，丁大宝占百分之五十四另外一个股东马小芳占四十六个点") == {"丁大宝": "54%", "马小芳": "46%"}


@pytest.mark.parametrize("said", ["明年六月底前缴一半，后年全部缴清", "2027年3月缴五十万，2028年3月再缴五十万", "第一期先交二十万"])
def test_an_instalment_is_no_share(said):
    assert shares(f"开公司，注册资本一百万，丁大宝独资，{said}") == {"丁大宝": "100%"}


def test_an_amount_and_a_share_that_disagree_both_stand():
    rows = parties("公司设立，注册资本一千万，丁大宝出四百万占四成五，马小芳出六百万占五成五")
    assert {name: (row["amount"], row["percent"]) for name, row in rows.items()} == {"丁大宝": ("4000000", "45"), "马小芳": ("6000000", "55")}


@pytest.mark.parametrize("said", ["丁大宝说税率百分之十三", "毛利率百分之三十"])
def test_a_rate_is_no_share(said):
    assert shares(f"开公司，{said}") == {}
