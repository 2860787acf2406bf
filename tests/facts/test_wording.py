"""What is read keeps its way back to the raw words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.facts.misheard import mended
from gaoxing.facts.wording import Wording
from gaoxing.intake import receive
from gaoxing.speech.transcript import LONGEST_TURN, Transcript


@given(st.text(max_size=200))
def test_every_span_leads_back_to_the_words_said(said):
    hearing = Wording.of(said)
    for start in range(len(hearing.text)):
        found = hearing.evidence(0, start, start + 1)
        assert said[found.start : found.end] == found.words != ""


def test_fillers_and_blanks_are_pauses_not_words():
    hearing = Wording.of("资金嗯五万 一共")
    assert hearing.text == "资金五万一共"
    assert hearing.pauses == {2, 4}


def test_an_amount_in_total_is_no_filler():
    assert Wording.of("投资总额五亿额设备两亿").text == "投资总额五亿设备两亿"


def test_a_name_in_written_words_keeps_its_particles():
    assert "哎呀呀" in Wording.of("公司名称：昆山哎呀呀饰品有限公司，注册资本十万。").text


def test_a_bar_is_no_filler():
    assert Wording.of("我想开个酒吧在人民路上卖啤酒").text.startswith("我想开个酒吧")


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("注册自本", "注册资本"),
        ("精英范围", "经营范围"),
        ("懂事长", "董事长"),
        ("见识写他", "监事写他"),
        ("发人是我", "法人是我"),
        ("个体公商湖", "个体工商户"),
        ("财务副责人", "财务负责人"),
    ],
)
def test_a_form_word_heard_wrong_is_put_right(heard, meant):
    assert mended(heard) == meant


@pytest.mark.parametrize("said", ["孩子懂事了", "长见识", "卖古董", "没见识过"])
def test_everyday_words_stay(said):
    assert mended(said) == said


def test_a_long_turn_is_read_to_its_limit():
    assert len(Wording.of("一" * (LONGEST_TURN + 5)).text) == LONGEST_TURN


def test_control_characters_and_pictures_are_left_out():
    assert Wording.of("注册\x00公司\U0001f600一百万").text == "注册公司一百万"


def test_a_name_is_never_read_without_its_rare_letter():
    said = "我要注册有限公司，名称叫昆山\U00031350软件有限公司，法人是李\U00031350，监事王小明"
    form = receive(Transcript.of(said), on=date(2026, 11, 25)).form
    read = {str(answer.value) for answer in form.answers.values()}
    assert not {"昆山软件有限公司", "李"} & read
    assert "王小明" in read
