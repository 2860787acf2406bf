"""How long the company is to last, told from how long shares may stay unpaid, leases run and lives have lasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.duration import term_facts
from gaoxing.facts.statement import hear
from gaoxing.speech.transcript import Transcript


def terms(*turns):
    return [(fact.value, fact.evidence[0].words) for fact in term_facts(hear(Transcript.of(*turns)))]


def term(*turns):
    return next((value for value, _ in terms(*turns)), None)


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("营业期限二十年", 20),
        ("营业期限是二十年", 20),
        ("营业期限写十年", 10),
        ("营业期限定三十年", 30),
        ("营业期限先写十五年", 15),
        ("经营期限五十年", 50),
        ("经营期限是30年", 30),
        ("营业期限：20年", 20),
        ("经营年限十年", 10),
        ("公司期限二十年", 20),
        ("公司的期限是二十年", 20),
        ("期限二十年", 20),
        ("期限就写十年", 10),
        ("经营时间二十五年", 25),
        ("营业期限两年", 2),
        ("营业期限一百年", 100),
        ("打算开它二十年", 20),
        ("公司准备做个十年", 10),
        ("注册资本一百万，营业期限二十年，员工三个", 20),
        ("我叫丁大宝营业期限二十年法人就是我", 20),
    ],
)
def test_years_after_a_word_for_the_term_are_the_term(said, years):
    assert term(said) == {"years": years}


@pytest.mark.parametrize(
    "said",
    [
        "营业期限长期",
        "营业期限是长期",
        "营业期限写长期",
        "经营期限永久",
        "经营期限：长期",
        "期限长期",
        "期限就长期",
        "公司期限无限期",
        "营业期限不约定期限",
        "长期",
        "长期经营",
        "注册资本一百万，长期，员工三个",
        "营业期限无固定期限",
    ],
)
def test_no_end_is_an_indefinite_term(said):
    assert term(said) == "indefinite"


@pytest.mark.parametrize(
    "said",
    [
        "认缴期限五年",
        "认缴期限是五年",
        "出资期限五年",
        "出资期限五年内",
        "缴付期限三年",
        "五年内缴足",
        "自成立之日起五年内缴清",
        "注册资本一百万，五年内实缴",
        "认缴的期限写五年",
        "房租签了三年",
        "房子租了五年",
        "租期三年",
        "我干了十一年",
        "在昆山待了二十年",
        "做这行十年了",
        "我在昆山启云软件有限公司干了八年",
        "营业期限二十年左右",
        "营业期限十几年",
        "营业期限三五年",
        "营业期限还没想好",
        "跟客户长期合作",
        "长期供货给几家厂",
        "长期租的房子",
        "认缴期限长期",
        "",
        "二十年",
        "丁大宝今年三十年纪轻轻",
    ],
)
def test_other_spans_of_time_are_no_term_of_the_company(said):
    assert terms(said) == []


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("认缴期限五年，营业期限二十年", {"years": 20}),
        ("营业期限二十年，认缴期限五年", {"years": 20}),
        ("营业期限长期，出资五年内缴足", "indefinite"),
        ("出资期限五年，期限长期", "indefinite"),
        ("我干了十年，营业期限写二十年", {"years": 20}),
        ("房子签了三年，公司期限三十年", {"years": 30}),
    ],
)
def test_the_term_is_told_from_a_time_for_paying(said, value):
    assert term(said) == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("二十年", {"years": 20}),
        ("就二十年", {"years": 20}),
        ("写十年吧", {"years": 10}),
        ("20年", {"years": 20}),
        ("长期", "indefinite"),
        ("长期的", "indefinite"),
        ("那就长期吧", "indefinite"),
        ("永久", "indefinite"),
        ("嗯，三十年", {"years": 30}),
    ],
)
def test_a_bare_answer_is_the_term(said, value):
    assert term(("operating_term", said)) == value


@pytest.mark.parametrize("said", ["二三十年", "十来年", "不知道", "再想想", "二十年左右"])
def test_a_vague_answer_leaves_the_term_open(said):
    assert terms(("operating_term", said)) == []


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("营业期限二十年", "营业期限改成三十年"), {"years": 30}),
        (("营业期限二十年", "营业期限还是长期吧"), "indefinite"),
        (("营业期限长期", "营业期限写十年"), {"years": 10}),
        (("营业期限二十年，不对，营业期限三十年",), {"years": 30}),
        (("营业期限二十年", ("operating_term", "十年")), {"years": 10}),
        (("营业期限二十年", "认缴期限五年"), {"years": 20}),
        (("营业期限二十年", "我做了十五年外贸"), {"years": 20}),
    ],
)
def test_the_last_term_said_wins(turns, value):
    assert term(*turns) == value


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("营业期限呢嗯二十年", "二十年"),
        ("营业期限 20 年", "20 年"),
        ("期限长期有效", "长期有效"),
        ("我叫何苗，经营期限三十年。", "三十年"),
    ],
)
def test_only_the_words_of_the_term_are_quoted(said, words):
    assert [quoted for _, quoted in terms(said)] == [words]


def test_an_answer_to_another_question_is_no_term():
    assert terms(("parties.0.contribution.due", "五年")) == []


def test_the_fact_may_be_written_to_another_blank():
    (fact,) = term_facts(hear(Transcript.of("营业期限二十年")), "life")
    assert fact.field == "life"


@given(st.integers(1, 99))
def test_any_number_of_years_in_figures_is_read(years):
    said = f"营业期限{years}年"
    assert terms(said) == [({"years": years}, f"{years}年")]


@given(st.integers(1, 99), st.integers(1, 30))
def test_a_time_for_paying_never_becomes_the_term(life, paying):
    assert term(f"营业期限{life}年，认缴期限{paying}年") == {"years": life}


@pytest.mark.parametrize(
    "said", ["经营期限十年，不对，是二十年", "经营期限十年不对不对是二十年", "经营期限十年，哦不，二十年", "经营期限十年，说错了，是二十年"]
)
def test_a_term_put_right_in_the_same_breath_is_the_one_meant(said):
    assert term(said) == {"years": 20}
