"""WAV as it comes: every width of sample, chunks before the sound, a length that nobody knew, an end that comes too soon."""

import io
import struct

import numpy as np
import pytest

from gaoxing.engines.riff import CutShort, NoWave, frames, header
from tests.engines.tones import packed, tone, wave


def read(content, at_once=1_000):
    file = io.BytesIO(content)
    told = header(file.read)
    return told, np.concatenate([np.zeros((0, told.channels)), *frames(file.read, told, at_once)])


@pytest.mark.parametrize(("kind", "subtype"), [("WAV", each) for each in ("PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE")] + [("WAVEX", "PCM_16")])
def test_every_width_of_sample_is_read(kind, subtype):
    meant = np.stack([tone(440, 8_000), tone(880, 8_000)], axis=1)
    told, samples = read(packed(meant, 8_000, kind, subtype))
    assert (told.rate, told.channels, told.frames) == (8_000, 2, 8_000)
    assert np.allclose(samples, meant, atol=1 / 100 if subtype == "PCM_U8" else 1e-4)


def test_a_chunk_of_names_before_the_sound_is_passed_over():
    whole = wave(b"\x01\x00\x02\x00")
    named = whole[:12] + b"LIST" + struct.pack("<I", 5) + b"INFOx\0" + whole[12:]
    assert read(named)[0].frames == 2


@pytest.mark.parametrize("size", [0, 0x7FFF_FFFF, 0xFFFF_FFFF])
def test_a_length_that_nobody_knew_is_read_to_the_end(size):
    told, samples = read(wave(b"\x00\x10" * 1_500, size=size))
    assert told.frames is None
    assert len(samples) == 1_500


def test_an_end_that_comes_too_soon_is_told_after_the_last_sample():
    file = io.BytesIO(wave(b"\x00\x10" * 10, size=40) + b"\x01")
    found = []
    with pytest.raises(CutShort):
        found.extend(frames(file.read, header(file.read), 4))
    assert sum(map(len, found)) == 10


@pytest.mark.parametrize("size", [3, 11, 20, 43])
def test_a_header_that_ends_too_soon_is_told(size):
    with pytest.raises(CutShort):
        header(io.BytesIO(wave(b"")[:size]).read)


@pytest.mark.parametrize("content", [b"RIFF\0\0\0\0AVI LIST", wave(b"", channels=0), wave(b"", rate=0), b"RIFF\0\0\0\0WAVEjunk\xff\xff\xff\x00"])
def test_what_is_no_wave_is_told(content):
    with pytest.raises(NoWave):
        header(io.BytesIO(content + b"\0" * 64).read)


def test_a_number_that_is_none_is_silence():
    told, samples = read(wave(struct.pack("<fff", float("nan"), float("inf"), -float("inf")), codec=3, bits=32))
    assert told.readable
    assert samples[:, 0].tolist() == [0, 1, -1]


def test_another_codec_is_left_to_the_library():
    assert not read(wave(b"", codec=49))[0].readable
