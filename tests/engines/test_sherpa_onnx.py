"""The recogniser with the real model: streams, speakers at once, silence, noise, clipping, what is missing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
import pytest

from gaoxing.engines import long_turn, rehearing
from gaoxing.engines import sherpa_onnx as engine
from gaoxing.engines.audio import pcm16
from gaoxing.engines.fault import Fault
from gaoxing.engines.sherpa_onnx import SherpaRecogniser
from gaoxing.facts.spoken_words import listened_for
from gaoxing.intake import lexicon
from gaoxing.speech.expected import Expected
from gaoxing.speech.lexicon import Lexicon
from gaoxing.speech.model import load
from gaoxing.speech.recogniser import RATE
from tests.engines.noises import bursts, noise
from tests.speech.heard_here import MODEL, errors, samples, transcripts, with_model
from tests.speech.voice import HALL, QUIET, STREET, Voice

pytestmark = with_model
VOICE = Voice()
with_voice = pytest.mark.skipif(not VOICE.there, reason="the recorded syllables (../shared/models-tts) do not lie beside this project")
TENTH = RATE // 10
SENTENCES = (
    "我想在昆山高新区注册一家公司",
    "注册资本五百万元",
    "股东有两个人",
    "住所在昆山市玉山镇的一条路一百三十二号",
    "经营范围包括信息技术咨询服务和食品销售",
    "公司类型是有限责任公司",
)


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """A busy machine hears each turn again all the same."""
    monkeypatch.setattr(rehearing, "BUDGET", 60.0)


@pytest.fixture(scope="module")
def recogniser():
    return SherpaRecogniser(load(MODEL), lexicon(), listened_for(), hearings=2)


@pytest.fixture
def hear(recogniser):
    """The settled segments of a sound given in tenths of a second."""

    def heard(sound, *, chunk=TENTH, expected=Expected.ANYTHING):
        stream = recogniser.open(expected)
        content = pcm16(np.asarray(sound))
        found = [each for start in range(0, len(content), 2 * chunk) for each in stream.feed(content[start : start + 2 * chunk])]
        return [each for each in (*found, *stream.finish()) if each.settled]

    return heard


def text(segments):
    return "".join(each.text for each in segments)


def test_it_says_what_it_is(recogniser):
    assert recogniser.about == {"engine": "sherpa-onnx", "model": MODEL.name, "unit": "pinyin"}


def test_registration_sentences_are_heard(hear):
    rates = [errors(text(hear(samples(name))), said) for name, said in transcripts().items()]
    assert sum(rates) / len(rates) < 0.16


def test_the_words_of_the_counter_come_out_as_they_are_written(hear):
    found = text(hear(samples("register_company")))
    assert all(word in found for word in ("昆山高新区", "注册", "有限公司", "注册资本五百万元"))


def test_partial_words_come_while_one_speaks_and_grow(recogniser):
    stream, content = recogniser.open(), pcm16(samples("company_type"))
    partial = [each.text for start in range(0, len(content), 2 * TENTH) for each in stream.feed(content[start : start + 2 * TENTH]) if not each.settled]
    assert len(set(partial)) > 5
    assert len(partial[0]) < len(partial[-1])


def test_a_pause_settles_a_segment_with_its_times_and_other_readings(hear):
    first, second = hear(np.concatenate([samples("address"), np.zeros(2 * RATE), samples("mashangban")]))
    assert first.end < len(samples("address")) / RATE + 0.5
    assert second.start > len(samples("address")) / RATE + 1.5
    assert first.alternatives
    assert first.text not in first.alternatives


def test_a_turn_that_may_not_be_heard_again_stands_as_it_was_heard(hear, monkeypatch):
    monkeypatch.setattr(rehearing, "BUDGET", -99.0)
    assert errors(text(hear(samples("address"))), transcripts()["address"]) <= 0.1


def test_each_turn_is_heard_again_from_its_own_beginning(recogniser, monkeypatch):
    asked = []
    monkeypatch.setattr(rehearing.Rehearing, "hear", lambda _, start, end: asked.append((start, end)) or iter(()))
    stream, content = recogniser.open(), pcm16(np.concatenate([samples("address"), np.zeros(2 * RATE), samples("mashangban")]))
    for start in range(0, len(content), 2 * TENTH):
        stream.feed(content[start : start + 2 * TENTH])
    stream.finish()
    assert len(asked) == 2
    assert asked[0][1] <= asked[1][0]


def test_two_speakers_at_once_hear_the_same_as_one_after_the_other(hear):
    names = ("address", "company_type", "register_company", "legal_person")
    with ThreadPoolExecutor(4) as pool:
        at_once = list(pool.map(lambda name: text(hear(samples(name))), names))
    assert at_once == [text(hear(samples(name))) for name in names]


@pytest.mark.parametrize("level", [0, 1e-5, 3e-4, 1e-3])
def test_silence_gives_nothing(hear, level):
    assert hear(np.random.default_rng(1).normal(0, level, 5 * RATE) if level else np.zeros(5 * RATE)) == []


def test_digital_silence_around_words_adds_none(hear):
    quiet = np.zeros(3 * RATE)
    found = text(hear(np.concatenate([quiet, samples("address"), quiet])))
    assert errors(found, transcripts()["address"]) <= 0.1


@pytest.mark.parametrize(("what", "most"), [(lambda sound: np.clip(sound * 8, -1, 1), 0.3), (lambda sound: sound * 0.02, 0.3)], ids=["clipped", "faint"])
def test_clipped_and_faint_speech_is_still_heard(hear, what, most):
    assert errors(text(hear(what(samples("register_company")))), transcripts()["register_company"]) < most


def test_some_noise_is_borne(hear):
    sound = samples("register_company")
    noisy = sound + np.random.default_rng(4).normal(0, 0.01, len(sound))
    assert errors(text(hear(noisy)), transcripts()["register_company"]) < 0.3


def chord():
    clock = np.arange(8 * RATE) / RATE
    return sum(0.15 * np.sin(2 * np.pi * pitch * clock) * (np.sin(9 * clock + place) > 0) for place, pitch in enumerate((220, 277, 330, 440)))


def vibrato(pitch, harmonics):
    clock = np.arange(4 * RATE) / RATE
    phase = 2 * np.pi * pitch * (clock - 0.03 / (2 * np.pi * 5) * np.cos(2 * np.pi * 5 * clock))
    return sum(0.2 / each * np.sin(each * phase) for each in range(1, harmonics + 1))


@pytest.mark.parametrize(("pitch", "harmonics"), [(220, 5), (330, 1), (440, 1), (440, 10), (660, 1), (880, 1)])
def test_a_tone_with_vibrato_gives_nothing(hear, pitch, harmonics):
    assert hear(vibrato(pitch, harmonics)) == []


@pytest.mark.parametrize("sound", [chord(), 0.5 * np.sin(np.arange(4 * RATE) / 6)], ids=["music", "a tone"])
def test_music_and_tones_give_nothing(hear, sound):
    assert hear(sound) == []


@pytest.mark.parametrize("power", [0, 1, 2])
@pytest.mark.parametrize(("level", "seed"), [(0.03, 0), (0.1, 2), (0.2, 2), (0.3, 1)])
def test_noise_of_any_colour_and_level_gives_nothing(hear, power, level, seed):
    assert hear(noise(power, 8, level, seed=seed)) == []


@pytest.mark.parametrize("seed", range(3))
def test_the_din_of_a_hall_gives_nothing(hear, seed):
    assert hear(bursts(8, 0.2, seed=seed)) == []


@with_voice
def test_noise_breeds_no_syllable_beside_one_that_was_said(hear):
    assert text(hear(VOICE.say("一", noise=STREET))) == "一"


@with_voice
@pytest.mark.parametrize("memory", [120.0, 60.0])
def test_ninety_seconds_without_a_pause_are_the_sum_of_their_sentences(hear, monkeypatch, memory):
    """With the engine's memory as it is, and with one so short that it forgets on the way; each time it may cost a syllable."""
    monkeypatch.setattr(long_turn, "MEMORY", memory)
    monkeypatch.setattr(long_turn, "LONGEST", memory + 30)
    said = "".join((SENTENCES * 6)[:29])
    segments = hear(VOICE.say(said))
    alone = "".join(text(hear(VOICE.say(each))) for each in SENTENCES)
    assert len(segments) > 4
    assert errors(text(segments), said) <= 0.06
    assert abs(len(text(segments)) - len(said)) <= 2
    assert errors(alone, "".join(SENTENCES)) <= 0.06
    assert all(one.end <= other.start for one, other in pairwise(segments))


@with_voice
@pytest.mark.parametrize("said", ["对", "我", "没有", "两个", "现金", "昆山", "十年", "不是"])
@pytest.mark.parametrize("noise", [QUIET, HALL])
def test_a_short_answer_is_no_ghost(hear, said, noise):
    assert text(hear(VOICE.say(said, noise=noise))) == said


@pytest.mark.parametrize("chunk", [160, 777, 16_000])
def test_the_size_of_the_chunks_changes_little(hear, chunk):
    assert errors(text(hear(samples("address"), chunk=chunk)), transcripts()["address"]) <= 0.1


def test_digits_are_written_as_digits_where_digits_are_awaited(hear):
    assert "一三九一二三四五六七八" in text(hear(samples("legal_person")[int(4.4 * RATE) :], expected=Expected.DIGITS))


@pytest.fixture(scope="module")
def in_characters(tmp_path_factory):
    """The same model with a Chinese character for each of its tokens: what a model of characters looks like."""
    folder = shutil.copytree(MODEL, tmp_path_factory.mktemp("models") / "characters")
    rows = [line.split() for line in (MODEL / "tokens.txt").read_text(encoding="utf-8").splitlines()]
    written = {symbol: symbol if symbol.startswith("<") else chr(0x6000 + int(number)) for symbol, number in rows}
    (folder / "tokens.txt").write_text("".join(f"{written[symbol]} {number}\n" for symbol, number in rows), encoding="utf-8")
    return load(folder), written


def test_a_model_of_characters_writes_them_as_they_come(in_characters, capfd):
    model, written = in_characters
    stream = SherpaRecogniser(model, Lexicon.general(), ["注册", written["zh"] + written["ù"]]).open()
    (segment,) = (*stream.feed(pcm16(samples("address"))), *stream.finish())[-1:]
    said = [written[each] for each in ("zh", "ù", "s", "uǒ", "z", "ài", "k", "ūn", "sh", "ān")]
    assert segment.text.startswith("".join(said))
    assert capfd.readouterr().err == ""


def test_half_a_sample_is_refused(recogniser):
    with pytest.raises(ValueError, match="half a sample"):
        recogniser.open().feed(b"\x00\x00\x01")


def test_a_stream_of_nothing_ends_with_nothing(recogniser):
    stream = recogniser.open()
    assert stream.feed(b"") == ()
    assert stream.finish() == ()


@pytest.fixture
def copied(tmp_path):
    """A copy of the model that may be spoilt."""
    return load(shutil.copytree(MODEL, tmp_path / "spoilt"))


@pytest.mark.parametrize("part", ["encoder", "decoder", "joiner", "tokens"])
def test_a_file_that_vanished_is_a_fault_that_names_it(copied, part):
    getattr(copied, part).unlink()
    with pytest.raises((Fault, ValueError), match=part):
        SherpaRecogniser(copied, Lexicon.general())


@pytest.mark.parametrize("content", [b"\x00" * 4_000, b"not a model"])
def test_a_file_that_is_no_model_is_a_fault(copied, content):
    copied.encoder.write_bytes(content)
    with pytest.raises(Fault, match="gaoxing speech install") as told:
        SherpaRecogniser(copied, Lexicon.general())
    assert told.value.permanent


def test_without_the_engine_it_is_said_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "sherpa_onnx", None)
    with pytest.raises(Fault, match=r"pip install.*打字照样能办"):
        SherpaRecogniser(load(MODEL), Lexicon.general())


def test_the_hotwords_file_is_there_whenever_the_engine_is_built(monkeypatch):
    """A missing one would end the whole process."""
    looked_at = []

    class Engine:
        class OnlineRecognizer:
            @staticmethod
            def from_transducer(**settings):
                looked_at.append((engine.Path(settings["tokens"]).is_file(), engine.Path(settings["hotwords_file"]).read_text(encoding="utf-8")))

    real = engine.imported
    monkeypatch.setattr(engine, "imported", lambda name: Engine if name == "sherpa_onnx" else real(name))
    SherpaRecogniser(load(MODEL), Lexicon.general(), ["注册资本"])
    assert looked_at[0][0]
    assert len(looked_at[0][1].split()) == 8


@pytest.mark.parametrize("hotwords", ["[]", "['', 'ABC', '好']"])
def test_words_that_cannot_be_listened_for_end_no_process(hotwords):
    lines = (
        "from gaoxing.engines.sherpa_onnx import SherpaRecogniser",
        "from gaoxing.speech.lexicon import Lexicon",
        "from gaoxing.speech.model import load",
        "import sys, pathlib",
        f"SherpaRecogniser(load(pathlib.Path(sys.argv[1])), Lexicon.general(), {hotwords}).open().finish()",
        "print('alive')",
    )
    done = subprocess.run([sys.executable, "-c", "\n".join(lines), str(MODEL)], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
