"""Whatever is said, nothing stands in a form that was not said: names, numbers and amounts are looked for in the words themselves.

The oracle knows nothing of the reader: a name is allowed where it stands in the words or where a cue spells its characters, a number where its figures
stand in the words, an amount where the statement was put together with it.
"""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoxing.forms.form import Source
from gaoxing.intake import receive
from gaoxing.speech.transcript import Transcript

ON = date(2026, 11, 24)
MATTERS = ("company_registration", "sole_trader_registration")
FIGURES = str.maketrans("零〇洞一幺二两三四五六七拐八九叉", "000112234567789X")
NAMES = ("丁大宝", "苏小云", "何苗", "鲁大卫", "梅小雪", "欧阳春晓")
NUMBERS = {"13800138000", "13900139000", "320583199001011234", "32058319920202234X"}
AMOUNTS = {"六十万": 600_000, "四十万": 400_000, "一百二十万": 1_200_000, "三百零五万": 3_050_000}
SAID_OF = (
    "{name}占{share}",
    "{name}出{money}",
    "法人是{name}",
    "{name}当监事",
    "财务负责人写{name}",
    "联络员{name}",
    "{name}手机{number}",
    "{name}身份证{number}",
    "我叫{name}",
    "我老婆{name}",
    "经营者是{name}",
    "法人换成{name}",
    "剩下的归{name}",
)
NOISE = (
    "我想开一家公司",
    "我要办个体户",
    "注册资本{money}",
    "资金{money}",
    "嗯那个",
    "不对不对",
    "监事取消",
    "今天天气真好",
    "房租一年十二万",
    "卖水果也修手机",
    "住所在昆山高新区元丰路二十八号三楼",
    "一共五个人干活",
    "五年内缴清",
    "都用货币",
    "等一下我想想",
    "你们几点下班",
)
PIECES = st.builds(
    lambda template, name, share, money, number: template.format(name=name, share=share, money=money, number=number),
    st.sampled_from([*SAID_OF, *NOISE]),
    st.sampled_from(NAMES),
    st.sampled_from(["六成", "百分之四十", "30%"]),
    st.sampled_from(sorted(AMOUNTS)),
    st.sampled_from(sorted(NUMBERS)),
)
TURN = st.builds(lambda pause, pieces: pause.join(pieces), st.sampled_from(["，", "。", "；", "\n"]), st.lists(PIECES, max_size=7))
ANYTHING = st.one_of(st.text(max_size=120), st.text("昆山占出万成法人股东监事丁李百一二三０1Xx，。的是我 \n🙂<>&\x00\u200b", max_size=120))


def received(turns, matter=None):
    return receive(Transcript.of(*turns), on=ON, matter_id=matter)


def said_values(form, ending):
    return {path: answer.value for path, answer in form.answers.items() if path.rpartition(".")[2] in ending}


def persons(form):
    """Names of persons: of parties that are no enterprises, of the operator and the family."""
    found = said_values(form, {"name"})
    return [value for path, value in found.items() if path != "name" and form.value(path.removesuffix("name") + "kind") != "enterprise"]


def follows(name, words):
    """Whether a name stands in the words, or each character does or is spelt by a cue («X的Y», «弓长张»)."""
    return name in words or all(character in words for character in name)


def figures(words):
    return re.sub(r"[^0-9Xx]", "", words.translate(FIGURES)).upper()


@settings(max_examples=250, deadline=None)
@given(st.lists(TURN, min_size=1, max_size=3), st.sampled_from(MATTERS))
def test_nobody_but_those_named_stands_in_a_form(turns, matter):
    assert set(persons(received(turns, matter).form)) <= set(NAMES)


@settings(max_examples=150, deadline=None)
@given(st.lists(TURN, min_size=1, max_size=3), st.sampled_from(MATTERS))
def test_no_number_stands_in_a_form_but_those_said(turns, matter):
    assert set(said_values(received(turns, matter).form, {"id_number", "mobile"}).values()) <= NUMBERS


@settings(max_examples=150, deadline=None)
@given(st.lists(TURN, min_size=1, max_size=3))
def test_the_capital_is_an_amount_that_was_said(turns):
    capital = received(turns, "company_registration").form.value("registered_capital")
    said = {amount for words, amount in AMOUNTS.items() if any(f"注册资本{words}" in turn for turn in turns)}
    assert capital is None or int(capital["amount"]) in said


@settings(max_examples=150, deadline=None)
@given(st.lists(TURN, min_size=1, max_size=3), st.sampled_from(MATTERS))
def test_every_value_said_is_quoted_and_every_quotation_stands_in_the_words(turns, matter):
    answers = received(turns, matter).form.answers
    assert all(answer.evidence for answer in answers.values() if answer.source is Source.SAID)
    assert all(turns[each.turn][each.start : each.end] == each.words for answer in answers.values() for each in answer.evidence)


@settings(max_examples=200, deadline=None)
@given(st.lists(ANYTHING, max_size=3), st.sampled_from([None, *MATTERS]))
def test_any_text_is_received_and_its_names_and_numbers_were_said(turns, matter):
    form = received(turns, matter).form
    words = "".join(turns)
    for name in persons(form) if form else ():
        assert follows(name, words), name
    for number in said_values(form, {"id_number", "mobile"}).values() if form else ():
        assert re.sub(r"\D", "", number) in re.sub(r"\D", "", figures(words)), number


@pytest.mark.parametrize("matter", MATTERS)
@pytest.mark.parametrize(
    "said",
    [
        "",
        " \n\t",
        "今天天气不错，适合晒被子",
        "🙂🙂🙂",
        "I would like to open a company with Peter, he owns 60%",
        "会社を作りたいです",
        "\x00\x01\x02",
        "<script>alert(1)</script>",
        "😀" * 500,
        "一" * 3000,
        "（" * 500,
    ],
)
def test_words_about_nothing_fill_no_person_number_or_amount(said, matter):
    form = received([said], matter).form
    assert said_values(form, {"name", "id_number", "mobile", "registered_capital", "funds", "amount"}) == {}


def test_a_hundred_thousand_characters_are_received():
    form = received(["我叫丁大宝，注册资本一百万，" + "嗯，然后" * 25_000]).form
    assert form is None or set(persons(form)) <= {"丁大宝"}


@pytest.mark.parametrize("words", ["出00", "出30", "出三十，出五十"])
def test_a_sum_that_nobody_was_named_for_gives_nobody(words):
    taken = receive(Transcript.of(words), on=date(2026, 11, 25), matter_id="company_registration")
    assert taken.form.rows("parties") == ()
