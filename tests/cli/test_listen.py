"""`gaoxing listen`: words as they come, JSON at the end, the form at once; what cannot be heard is told, what could be stays."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from gaoxing.cli import listen
from gaoxing.engines.speech_models import VARIABLE
from gaoxing.speech.recogniser import Segment
from tests.engines.tones import packed, tone, wave
from tests.speech.heard_here import CLIPS, MODEL, with_model
from tests.speech.hearing_by_loudness import SAYS, Hearing


@pytest.fixture(autouse=True)
def nobody_listens(monkeypatch, tmp_path):
    """No model is put in."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("GAOXING_DATA", str(tmp_path / "data"))


@pytest.fixture
def hearing(monkeypatch):
    """A recogniser that needs no model."""
    monkeypatch.setattr(listen, "recogniser", lambda live: Hearing())


@pytest.fixture
def sound(tmp_path):
    """A file: `sound(0.7, 0.3, 1.4)` is loud, silent and loud again for so many seconds."""

    def made(*seconds, rate=16_000, kind="WAV"):
        parts = [tone(300, rate, each) if place % 2 == 0 else np.zeros(int(rate * each)) for place, each in enumerate(seconds)]
        path = tmp_path / f"said.{kind.lower()}"
        path.write_bytes(packed(np.concatenate(parts), rate, kind, "VORBIS" if kind == "OGG" else "PCM_16"))
        return str(path)

    return made


def test_each_segment_is_a_line(run, hearing, sound):
    outcome = run("listen", sound(0.7, 0.3, 1.4))
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [SAYS[:7], SAYS]


def test_json_has_text_and_segments_with_their_times(run, hearing, sound):
    outcome = run("listen", "--json", sound(0.7, 0.3, 1.4))
    assert outcome.json["text"] == f"{SAYS[:7]}\n{SAYS}"
    assert [each["text"] for each in outcome.json["segments"]] == [SAYS[:7], SAYS]
    assert outcome.json["segments"][1]["start"] == 1.0
    assert set(outcome.json) == {"text", "segments"}


def test_a_long_turn_that_was_cut_is_one_line(run, hearing, sound, monkeypatch):
    def feed(self, samples):
        self._at += 0.1
        return (Segment("注册", self._at, self._at + 0.05), Segment("资本", self._at + 0.06, self._at + 0.1, settled=False))

    monkeypatch.setattr("tests.speech.hearing_by_loudness.HearingStream.feed", feed)
    assert run("listen", sound(0.3)).out.strip() == "注册注册注册"
    assert run("listen", "--json", sound(0.3)).json["text"] == "注册注册注册"


@pytest.mark.parametrize(("rate", "kind"), [(8_000, "WAV"), (48_000, "WAV"), (44_100, "FLAC"), (44_100, "OGG")])
def test_any_rate_and_kind_is_heard(run, hearing, sound, rate, kind):
    assert run("listen", sound(1.4, rate=rate, kind=kind)).out.startswith(SAYS)


def test_what_was_hard_to_hear_is_told_beside_the_words(run, hearing, sound):
    outcome = run("listen", "--json", sound(0.7, rate=8_000))
    assert (outcome.status, outcome.json["text"]) == (0, SAYS[:7])
    assert "电话音质" in outcome.json["hints"][0]
    assert outcome.err.startswith("gaoxing：提醒：录音每秒只有 8000")


def test_why_words_were_heard_only_once_is_told_once(run, hearing, sound, monkeypatch):
    def finish(self):
        return (Segment("注册", 0, 1, note="这些话只听了一遍：模型坏了。"), Segment("资本", 1, 2, note="这些话只听了一遍：模型坏了。"))

    monkeypatch.setattr("tests.speech.hearing_by_loudness.HearingStream.finish", finish)
    outcome = run("listen", "--json", sound(0.7))
    assert (outcome.status, outcome.json["hints"]) == (0, ["这些话只听了一遍：模型坏了。"])
    assert outcome.err.count("只听了一遍") == 1


def test_bare_samples_come_through_a_pipe(run, hearing):
    samples = (tone(300, 8_000, 0.7) * 32_767).astype("<i2").tobytes()
    assert run("listen", "-", "--raw", "8000", stdin=samples).out.startswith(SAYS[:7])


def test_a_file_comes_through_a_pipe(run, hearing, sound):
    assert run("listen", "-", stdin=Path(sound(0.7, kind="FLAC")).read_bytes()).out.startswith(SAYS[:7])


def test_a_person_sees_the_words_grow(run, hearing, sound):
    out = run("listen", sound(0.3), person=True).out
    assert [each.strip() for each in out.split("\r\x1b[K") if each.strip()] == [SAYS[:1], SAYS[:2], SAYS[:3], SAYS[:3]]


def test_what_is_heard_pipes_into_recognise(run, hearing, sound):
    assert run("recognise", "-", stdin=run("listen", sound(1.4)).out).json["matter"] == "company_registration"


def test_the_form_comes_at_once(run, hearing, sound):
    told = run("listen", "--form", sound(1.4)).json
    assert told["form"]["registered_capital"] == {"amount": "1000000", "currency": "CNY"}
    assert told["text"] == SAYS


def test_other_ways_to_write_it_vary_one_segment_each_the_likeliest_first():
    heard = listen.Heard([Segment("注册", 0, 1, ("住册", "主册")), Segment("一百万", 2, 3, ("一百晚",))])
    assert heard.alternatives == ["住册\n一百万", "注册\n一百晚", "主册\n一百万"]


def test_a_person_sees_words_and_form(run, hearing, sound):
    out = run("listen", "--form", sound(1.4), person=True).out
    assert SAYS in out
    assert "事项：公司设立登记" in out


def test_the_matter_of_the_form_can_be_told(run, hearing, sound):
    assert run("listen", "--form", "--matter", "deregistration", sound(0.2)).json["matter"] == "deregistration"


def test_what_was_heard_stays_where_the_end_is_missing(run, hearing, sound):
    outcome = run("listen", "-", stdin=Path(sound(1.4)).read_bytes()[:20_000])
    assert outcome.status == 2
    assert outcome.out.startswith(SAYS[:5])
    assert "录音不完整" in outcome.err


def test_what_was_heard_stays_where_reading_fails(run, hearing, sound, monkeypatch):
    def failing(self):
        yield (tone(300, 16_000, 0.1) * 32_767).astype("<i2").tobytes()
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("gaoxing.engines.audio.Recording.chunks", failing)
    outcome = run("listen", "--json", sound(1.4))
    assert (outcome.status, outcome.json["text"]) == (2, SAYS[:1])
    assert "听到哪里写到哪里" in outcome.json["note"]


def test_what_was_heard_stays_where_the_person_breaks_off(run, hearing, sound, monkeypatch):
    def interrupted(self):
        yield (tone(300, 16_000, 0.1) * 32_767).astype("<i2").tobytes()
        raise KeyboardInterrupt

    monkeypatch.setattr("gaoxing.engines.audio.Recording.chunks", interrupted)
    outcome = run("listen", sound(1.4))
    assert (outcome.status, outcome.out.strip(), outcome.err) == (130, SAYS[:1], "")


@pytest.mark.parametrize(("level", "told"), [(0.0, "从头到尾是静的"), (0.01, "没有听出话来")])
def test_silence_and_no_words_are_told(run, hearing, tmp_path, level, told):
    (tmp_path / "quiet.wav").write_bytes(packed(tone(300, 16_000, 2, level), 16_000))
    outcome = run("listen", "--json", str(tmp_path / "quiet.wav"))
    assert (outcome.status, outcome.json["text"], outcome.json["segments"]) == (2, "", [])
    assert told in outcome.err


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "空的"), (b"\x07\x08" * 999, "认不出"), (b"\0\0\0\x20ftypM4A " + bytes(99), "M4A"), (wave(b""), "没有声音"), (wave(b"")[:30], "没有存完")],
)
def test_what_is_no_recording_is_told(run, hearing, content, told):
    outcome = run("listen", "-", stdin=content)
    assert (outcome.status, outcome.out) == (2, "")
    assert told in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("none.wav",), "没有这个文件"),
        (("/",), "这是一个文件夹"),
        (("x.wav", "--raw", "fast"), "例如 16000"),
        (("-", "--raw", "999999"), "999999 个采样"),
        (("x.wav", "--matter", "deregistration"), "--form"),
        (("x.wav", "--form", "--matter", "none"), "没有「none」这个事项"),
        ((), "还缺：FILE|-"),
    ],
)
def test_what_is_not_understood_is_told(trouble, hearing, arguments, told):
    assert told in trouble("listen", *arguments)


def test_a_keyboard_is_no_recording(trouble):
    assert "没有声音可听" in trouble("listen", "-", keyboard=True)


def test_without_a_model_it_is_said_what_to_do(trouble, sound):
    assert "gaoxing speech install" in trouble("listen", sound(0.2))


def test_a_model_that_is_not_where_it_should_be_is_told(trouble, sound, monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nowhere"))
    assert "nowhere" in trouble("listen", sound(0.2))


@with_model
def test_a_registration_sentence_fills_the_form(run, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(MODEL))
    told = json.loads(run("listen", "--form", str(CLIPS / "register_company.wav")).out)
    assert told["matter"] == "company_registration"
    assert told["form"]["registered_capital"] == {"amount": "5000000", "currency": "CNY"}
    assert 10 < told["segments"][-1]["end"] < 13
