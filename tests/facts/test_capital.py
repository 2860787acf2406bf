"""The registered capital: told from shares and other money, mended, raised, summed up, left open, asked where two are said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facts.talk import capital, misquoted, shares

CLEAR = {
    "拿两百万做注册资本": "2000000 CNY",
    "注册资本50W": "500000 CNY",
    "资本金五百万": "5000000 CNY",
    "注册资本三万": "30000 CNY",
    "房租一年十二万，注册资本两百万": "2000000 CNY",
    "注册资本两百万，房租一年十二万": "2000000 CNY",
    "注册资本一亿五": "150000000 CNY",
    "注册资金就一百万块吧不用太多": "1000000 CNY",
    "注册资本100万，都是认缴的": "1000000 CNY",
    "公司注册资本为人民币5,000,000元": "5000000 CNY",
    "注册资本二百五十万元人民币": "2500000 CNY",
    "注册资金先写个三十万": "300000 CNY",
    "注册资本：壹仟万元整": "10000000 CNY",
    "注册资本一百万": "1000000 CNY",
    "注册资金五十万块钱": "500000 CNY",
    "注册资本是人民币三百零五万元": "3050000 CNY",
    "注册资本写两百五十万": "2500000 CNY",
    "注册资本暂定八十万吧": "800000 CNY",
    "注册资本壹佰贰拾万元整": "1200000 CNY",
    "注册资本1000万元人民币": "10000000 CNY",
    "注册资本一点五个亿": "150000000 CNY",
    "我想开个公司资本一百万": "1000000 CNY",
    "六十万的注册资本": "600000 CNY",
    "一百万注册资本": "1000000 CNY",
    "总资本三百万": "3000000 CNY",
    "注册资本十万八": "108000 CNY",
    "注册资本两万五": "25000 CNY",
    "注册资本1,500,000元": "1500000 CNY",
    "嗯那个注册资本呢就是一百二十万": "1200000 CNY",
}

FOREIGN = {
    "注册资本三十万美元": "300000 USD",
    "注册资本二十万美金": "200000 USD",
    "注册资本一百万港币": "1000000 HKD",
    "注册资本五十万欧元": "500000 EUR",
    "注册资本五千万日元": "50000000 JPY",
}

MENDED = {
    ("注册资本不是一百万，是两百万",): "2000000 CNY",
    ("注册资本从一百万改成两百万",): "2000000 CNY",
    ("注册资本五百万", ("registered_capital", "三百万")): "3000000 CNY",
    ("注册资本一百万。丁大宝占六成", "注册资本换成三百万"): "3000000 CNY",
    ("注册资本一百万", "刚才说错了，注册资本是八十万"): "800000 CNY",
    ("注册资本一百万", "资本降到五十万"): "500000 CNY",
    ("注册资本写一百万，等等，还是两百万",): "2000000 CNY",
    ("注册资本一百万，哦不，一百五十万",): "1500000 CNY",
    ("注册资本五百万，不对，三百万",): "3000000 CNY",
    ("注册资本五百万，说错了，是三百万",): "3000000 CNY",
    ("注册资本一百万，改成两百万吧",): "2000000 CNY",
    ("注册资本一百万", "注册资本改成八十万"): "800000 CNY",
    ("注册资本一百万", "注册资本还是写五十万"): "500000 CNY",
    ("注册资本三十万美元", "注册资本改成五十万美元"): "500000 USD",
}

RAISED = {
    ("注册资本一百万，资本再加五万",): "1050000 CNY",
    ("注册资本一百万", "注册资本再加五十万"): "1500000 CNY",
    ("注册资本三十万美元", "注册资本再加十万美元"): "400000 USD",
    ("注册资本一百万", "注册资本增加到一百五十万"): "1500000 CNY",
}

TOTALS = {
    "丁大宝出一百万，苏小云出两百万，一共三百万": "3000000 CNY",
    "丁大宝出六十万苏小云出四十万总共一百万": "1000000 CNY",
    "丁大宝和苏小云各出五十万，加起来正好一百万": "1000000 CNY",
    "丁大宝出三十万，何苗出二十万，合计五十万": "500000 CNY",
}

ASKED = {
    "注册资本一百万，后来又说注册资本两百万": ["1000000 CNY", "2000000 CNY"],
    "注册资本三百": ["3000000 CNY", "300 CNY"],
    "注册资本五百": ["5000000 CNY", "500 CNY"],
    "注册资本一百万。注册资本两百万": ["1000000 CNY", "2000000 CNY"],
    "注册资本五十": ["500000 CNY", "50 CNY"],
}

ABSENT = (
    "年销售额一千万左右",
    "设备投资要三百万",
    "我月薪两万",
    "注册资本百八十万",
    "注册资本大概一百万左右吧不一定",
    "注册资本一百来万",
    "注册资本几十万",
    "注册资本还没想好",
    "注册资本先不填",
    "注册资本再说",
    "注册资本不要太高",
    "丁大宝占六成，苏小云占四成",
    "公司一年营业额五百万",
    "房租一年十二万",
    "丁大宝月薪两万",
    "从银行贷款三十万",
    "拆迁补偿两百万",
    "客户投了一百万广告",
    "买设备花了八十万",
    "他是做风险资本的，管三个亿",
)


@pytest.mark.parametrize("said", CLEAR)
def test_the_capital_is_read_where_it_is_named(said):
    assert capital(said) == CLEAR[said]


@pytest.mark.parametrize("said", FOREIGN)
def test_the_capital_keeps_its_currency(said):
    assert capital(said) == FOREIGN[said]


@pytest.mark.parametrize("turns", MENDED)
def test_the_mended_capital_wins(turns):
    assert capital(*turns) == MENDED[turns]


@pytest.mark.parametrize("turns", RAISED)
def test_an_increase_is_added_to_the_capital(turns):
    assert capital(*turns) == RAISED[turns]


@pytest.mark.parametrize("said", TOTALS)
def test_the_total_of_the_shares_is_the_capital(said):
    assert capital(said) == TOTALS[said]


@pytest.mark.parametrize("said", ASKED)
def test_two_readings_of_the_capital_are_asked(said):
    assert capital(said) == ASKED[said]


@pytest.mark.parametrize("said", ABSENT)
def test_no_capital_is_read_where_none_was_said(said):
    assert capital(said) is None


@pytest.mark.parametrize("turns", [*((each,) for each in (*CLEAR, *FOREIGN, *TOTALS, *ASKED)), *MENDED, *RAISED])
def test_the_capital_is_quoted_as_it_was_said(turns):
    assert misquoted(*turns) == []


@pytest.mark.parametrize(("said", "amount"), [("一百万", "1000000 CNY"), ("就五十万吧", "500000 CNY"), ("三十万美元", "300000 USD")])
def test_an_amount_answers_the_question_about_the_capital(said, amount):
    assert capital(("registered_capital", said)) == amount


def test_a_bare_figure_as_an_answer_is_asked_back():
    assert capital(("registered_capital", "五百")) == ["5000000 CNY", "500 CNY"]


def test_an_amount_answers_no_other_question():
    assert capital(("employees", "一百万")) is None


def test_a_capital_dropped_later_is_gone():
    assert capital("注册资本一百万", "注册资本先不填") is None


def test_a_capital_named_again_with_the_same_figure_is_not_asked():
    assert capital("注册资本一百万，对，注册资本一百万") == "1000000 CNY"


def test_the_shares_beside_the_capital_do_not_touch_it():
    assert capital("注册资本一百万，丁大宝出六十万，苏小云出四十万") == "1000000 CNY"


def test_the_capital_is_nobodys_share():
    assert shares("丁大宝占六成苏小云占四成，注册资本一百万") == {"丁大宝": "60%", "苏小云": "40%"}


def test_the_capital_subscribed_to_the_company_itself_is_its_own():
    assert capital("新公司叫昆山启云软件有限公司，注册资本一千万，丁大宝占六成，苏小云占四成") == "10000000 CNY"


def test_a_figure_denied_after_the_capital_is_not_taken():
    assert capital("我们的注册资本是一百万，不是两百万") == "1000000 CNY"


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 99_999), st.sampled_from(["注册资本{}万元", "注册资金是{}万", "注册资本写{}万人民币", "我们公司注册资本{}万，都是认缴"]))
def test_any_capital_in_figures_is_read_as_said(figure, frame):
    assert capital(frame.format(figure)) == f"{figure}0000 CNY"


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from(["不对，", "说错了，是", "改成"]))
def test_the_second_of_any_two_capitals_wins_by_a_word_of_mending(first, second, word):
    assert capital(f"注册资本{first}万，{word}{second}万") == f"{second}0000 CNY"


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 5000), st.integers(1, 5000))
def test_any_increase_is_added(first, more):
    assert capital(f"注册资本{first}万", f"注册资本再加{more}万") == f"{first + more}0000 CNY"


def test_what_follows_a_hesitation_and_not_mends_the_capital():
    assert capital("开公司注册资本六千五百万元呃不是四千四百万") == "44000000 CNY"


def test_an_amount_denied_behind_the_capital_is_none():
    assert capital("开公司注册资本一百万，不是两百万") == "1000000 CNY"


def test_not_without_a_pause_leaves_both_amounts_to_a_question():
    assert capital("开公司，注册资本一百万不是两百万") == ["1000000 CNY", "2000000 CNY"]


def test_in_talk_without_any_stop_not_mends_the_capital():
    assert capital("开公司注册资本一百万不是两百万") == "2000000 CNY"


@pytest.mark.parametrize("whose", ["客户", "我们母公司的", "隔壁那家"])
def test_somebody_elses_capital_is_passed_over(whose):
    assert capital(f"{whose}注册资本一千万，我们小，注册资本八十万") == "800000 CNY"


@pytest.mark.parametrize("said", ["注册资本五十万不够吧那就一百万吧", "注册资本原来说五十万的，现在定一百万", "注册资本五十万，太少了，还是一百万"])
def test_a_capital_thought_over_is_the_later_one(said):
    assert capital(f"办公司，{said}") == "1000000 CNY"


def test_what_is_pooled_to_register_is_the_capital():
    assert capital("我出三十五万他出十五万凑五十万注册我叫丁大宝他叫何苗") == "500000 CNY"


def test_what_is_only_pooled_is_not_yet_the_capital():
    assert capital("凑五十万买机器，注册资本二十万") == "200000 CNY"


def test_an_amount_thought_over_gives_way_to_the_one_behind():
    assert capital("注册资本先写五十万吧……我想想，还是写六十万") == "600000 CNY"


def test_a_double_no_puts_the_amount_right():
    assert capital("注册资本三百万，不不，四百万") == "4000000 CNY"
