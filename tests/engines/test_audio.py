"""Recordings of every kind come out as 16 kHz PCM16; what is broken, foreign, endless or empty is told in a sentence."""

import io
import sys

import numpy as np
import pytest

from gaoxing.engines import audio
from gaoxing.engines.audio import CLIPPED, CUT, FAINT, NARROW, TOO_LONG, Unreadable, mono, pcm16, recording
from gaoxing.engines.fault import Fault
from tests.engines.tones import Pipe, packed, tone, wave

KINDS = (("WAV", "PCM_16"), ("WAV", "PCM_24"), ("WAV", "ULAW"), ("WAV", "MS_ADPCM"), ("FLAC", "PCM_16"), ("OGG", "VORBIS"), ("MP3", "MPEG_LAYER_III"))


def heard(stream, **how):
    """The samples and the recording that gave them."""
    with recording(io.BytesIO(stream) if isinstance(stream, bytes) else stream, **how) as found:
        chunks = list(found.chunks())
    assert all(len(each) == 2 * audio.CHUNK for each in chunks[:-1])
    return np.frombuffer(b"".join(chunks), dtype="<i2") / 32_768, found


def trouble(stream, **how):
    with pytest.raises(Unreadable) as told:
        heard(stream, **how)
    assert told.value.sentence.endswith("。")
    return told.value.sentence


@pytest.mark.parametrize(("kind", "subtype"), KINDS)
@pytest.mark.parametrize("stream", [io.BytesIO, Pipe])
def test_every_kind_of_file_is_heard_from_a_file_and_a_pipe(kind, subtype, stream):
    stereo = np.stack([tone(1_000, 44_100, 2)] * 2, axis=1)
    samples, found = heard(stream(packed(stereo, 44_100, kind, subtype)))
    assert abs(len(samples) - 32_000) < 600
    assert found.note == ""
    assert 0.45 < found.loudest < 0.6
    assert np.abs(np.fft.rfft(samples[8_000:24_000])).argmax() == 1_000


def test_sound_at_the_right_rate_passes_untouched():
    content = np.random.default_rng(3).integers(-32_768, 32_767, 5_000).astype("<i2").tobytes()
    with recording(io.BytesIO(wave(content))) as found:
        assert b"".join(found.chunks()) == content


@pytest.mark.parametrize("rate", [8_000, 16_000, 48_000])
def test_bare_samples_are_heard_at_the_rate_that_is_told(rate):
    samples, found = heard(Pipe(pcm16(tone(1_000, rate)) + b"\x01"), raw=rate)
    assert len(samples) == 16_000
    assert (found.seconds, round(found.heard, 3), found.note) == (None, 1.0, "")


@pytest.mark.parametrize(("kind", "subtype"), [each for each in KINDS if each[0] != "OGG"])
def test_what_ends_too_soon_is_heard_as_far_as_it_goes(kind, subtype):
    whole = packed(tone(1_000, 44_100, 4), 44_100, kind, subtype)
    samples, found = heard(whole[: len(whole) // 2])
    assert 20_000 < len(samples) < 40_000
    assert found.note == CUT


def test_a_cut_ogg_is_told_too():
    whole = packed(np.random.default_rng(2).normal(0, 0.1, 44_100 * 8), 44_100, "OGG", "VORBIS")
    samples, found = heard(whole[: len(whole) // 2])
    assert len(samples) > 16_000
    assert found.note == CUT


@pytest.mark.parametrize(
    ("samples", "rate", "hints"),
    [
        (tone(300, 16_000), 16_000, ()),
        (tone(300, 48_000), 48_000, ()),
        (tone(300, 8_000), 8_000, (NARROW.format(8_000),)),
        (np.clip(tone(300, 16_000, level=3), -1, 1), 16_000, (CLIPPED,)),
        (tone(300, 16_000, level=0.01), 16_000, (FAINT,)),
        (np.zeros(1_600), 16_000, ()),
    ],
)
def test_what_makes_it_hard_to_hear_is_told(samples, rate, hints):
    assert heard(packed(samples, rate))[1].hints == hints


@pytest.mark.parametrize("more", [2, 1_000, 32_000])
@pytest.mark.filterwarnings("error")
def test_what_goes_on_too_long_is_heard_as_long_as_is_allowed(monkeypatch, more):
    monkeypatch.setattr(audio, "LONGEST", 2)
    samples, found = heard(wave(bytes(2 * 2 * (32_000 + more)), channels=2))
    assert len(samples) == 32_000
    assert found.note == TOO_LONG


def test_exactly_as_long_as_is_allowed_needs_no_note(monkeypatch):
    monkeypatch.setattr(audio, "LONGEST", 2)
    assert heard(wave(bytes(2 * 16_000 * 2)))[1].note == ""


def test_a_long_recording_is_never_whole_in_memory():
    class Counted(Pipe):
        taken = 0

        def read(self, size=-1):
            content = super().read(size)
            self.taken += len(content)
            return content

    stream = Counted(wave(bytes(2 * 48_000 * 60), rate=48_000))
    with recording(stream) as found:
        next(found.chunks())
    assert stream.taken < 50_000


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "空的"),
        (b"\x00\x01\x02\x03" * 500, "认不出"),
        ("我想开一家公司".encode(), "认不出"),
        (b"\x00\x00\x00\x20ftypM4A " + bytes(100), "M4A"),
        (b"#!AMR\n" + bytes(100), "AMR"),
        (b"\x02#!SILK_V3" + bytes(100), "微信语音"),
        (b"\x1aE\xdf\xa3" + bytes(100), "WebM"),
        (wave(b"")[:30], "没有存完"),
        (wave(bytes(64), rate=1_000), "1000 个采样"),
        (wave(bytes(64), rate=800_000), "800000 个采样"),
        (wave(bytes(640), channels=64), "64 个声道"),
    ],
)
@pytest.mark.parametrize("stream", [io.BytesIO, Pipe])
def test_what_cannot_be_heard_is_told(content, told, stream):
    assert told in trouble(stream(content))


@pytest.mark.parametrize("seed", range(24))
def test_random_bytes_are_told_whatever_they_begin_with(seed):
    source = np.random.default_rng(seed)
    begins = (b"", b"RIFF\xff\xff\0\0WAVEfmt ", b"fLaC", b"OggS", b"ID3\x03", b"\xff\xfb")[seed % 6]
    assert trouble(begins + source.bytes(int(source.integers(1, 3_000))))


def test_a_rate_told_for_bare_samples_must_be_one():
    assert "384000" in trouble(b"\0\0", raw=1_000_000)


def test_too_much_packed_sound_from_a_pipe_is_told(monkeypatch):
    monkeypatch.setattr(audio, "LARGEST_PIPED", 1_000)
    assert "先存成文件" in trouble(Pipe(packed(tone(440, 8_000, 4), 8_000, "FLAC")))


def test_channels_are_mixed():
    assert mono(np.array([[0.5, 0.1]])).tolist() == pytest.approx([0.3])


def test_channels_that_cancel_each_other_are_not_mixed():
    one = tone(440, 8_000)
    assert np.array_equal(mono(np.stack([one, -one], axis=1)), one)


def test_what_is_too_loud_is_cut_off():
    assert np.frombuffer(pcm16(np.array([2.0, -2.0, 0.0])), dtype="<i2").tolist() == [32_767, -32_768, 0]


def test_without_the_library_wav_is_heard_and_the_rest_told(monkeypatch):
    flac = packed(tone(440, 8_000), 8_000, "FLAC")
    monkeypatch.setitem(sys.modules, "soundfile", None)
    assert heard(wave(bytes(3_200)))[1].heard == 0.1
    with pytest.raises(Fault, match="pip install"):
        heard(flac)
