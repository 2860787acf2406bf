"""The test voice: numbers as they are spoken, syllables as they are said, sound as long as the words."""

import numpy as np
import pytest

from tests.speech.voice import RATE, STREET, Voice, as_spoken, syllables

VOICE = Voice()
with_syllables = pytest.mark.skipif(not VOICE.there, reason="the recorded syllables (../shared/models-tts) do not lie beside this project")


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("注册资本500万元", "注册资本五百万元"),
        ("1,200,000元", "一百二十万元"),
        ("15万元", "十五万元"),
        ("占60%", "占百分之六十"),
        ("占33.5%", "占百分之三十三点五"),
        ("手机13812345678", "手机一三八一二三四五六七八"),
        ("电话0512-57312345", "电话零五一二五七三一二三四五"),
        ("身份证32058319900101123X", "身份证三二零五八三一九九零零一零一一二三叉"),
        ("2026年11月12日", "二零二六年十一月十二日"),
        ("元丰路132号", "元丰路一百三十二号"),
        ("邮编215300", "邮编二一五三零零"),
        ("0.5亩", "零点五亩"),
    ],
)
def test_numbers_are_written_as_they_are_spoken(written, spoken):
    assert as_spoken(written) == spoken


@pytest.mark.parametrize("text", ["做App", "", "，。"])
def test_what_cannot_be_said_is_refused(text):
    with pytest.raises(ValueError, match=r"Latin|nothing"):
        VOICE.say(text)


def test_a_third_tone_before_another_is_said_as_a_second():
    assert syllables("我想买女装") == ["wo2", "xiang2", "mai2", "nv3", "zhuang1"]


def test_a_hum_is_said_as_a_syllable():
    assert syllables("嗯好") in (["en2", "hao3"], ["en1", "hao3"], ["en4", "hao3"])


@with_syllables
def test_a_sentence_lasts_as_long_as_its_words():
    said = VOICE.say("我想开一家公司，注册资本五百万元")
    assert 3 < len(said) / RATE < 7
    assert 0.6 < np.abs(said).max() <= 1


@with_syllables
def test_noise_is_what_was_asked_for_and_the_same_each_time():
    said = VOICE.say("昆山", noise=STREET)
    assert said[: RATE // 5].std() == pytest.approx(STREET, rel=0.1)
    assert np.array_equal(said, VOICE.say("昆山", noise=STREET))
    assert len(VOICE.pcm16("昆山")) == 2 * len(said)
