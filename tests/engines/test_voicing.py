"""Noise has no voice, tones have; the softest place is found, and what is more than a minute old is let go."""

import numpy as np
import pytest

from gaoxing.engines.voicing import KEPT, Track
from gaoxing.speech.recogniser import RATE
from tests.engines.noises import noise
from tests.engines.tones import tone

VOICE = sum(tone(150 * each, RATE, 1.0, 0.1) for each in range(1, 12))


def heard(sound, chunk=1_600):
    track = Track()
    for start in range(0, len(sound), chunk):
        track.feed(np.asarray(sound[start : start + chunk], dtype="float32"))
    return track


@pytest.mark.parametrize("power", [0, 1])
@pytest.mark.parametrize("level", [0.01, 0.3])
def test_white_and_pink_noise_of_any_level_is_not_voiced(power, level):
    assert heard(noise(power, 2.0, level)).voiced(0.2, 1.8) < 0.18


def test_a_voice_is_voiced_also_in_noise():
    assert heard(VOICE).voiced(0.2, 0.8) > 0.5
    assert heard(VOICE + noise(0, 1.0, 0.05)).voiced(0.2, 0.8) > 0.3


def vibrato(pitch, harmonics, seconds=2.0):
    """A tone that goes three hundredths up and down five times a second."""
    clock = np.arange(int(seconds * RATE)) / RATE
    phase = 2 * np.pi * pitch * (clock - 0.03 / (2 * np.pi * 5) * np.cos(2 * np.pi * 5 * clock))
    return sum(0.2 / each * np.sin(each * phase) for each in range(1, harmonics + 1))


@pytest.mark.parametrize("pitch", [220, 440, 880])
@pytest.mark.parametrize("harmonics", [1, 5])
def test_a_tone_keeps_its_colour_though_its_pitch_moves(pitch, harmonics):
    assert heard(vibrato(pitch, harmonics)).change(0.2, 1.8) < 1.2


def test_what_changes_its_vowel_changes_its_colour():
    two = np.concatenate([tone(300, RATE, 0.5) + tone(450, RATE, 0.5), tone(300, RATE, 0.5) + tone(2_400, RATE, 0.5)])
    assert heard(two).change(0, 1) > 1.5


def test_a_short_sound_one_that_rises_and_falls_and_silence_cannot_be_told():
    swelling = vibrato(440, 1) * (1 + np.sin(np.arange(2 * RATE) * 2 * np.pi * 3 / RATE))
    assert [heard(each).change(0, 2) for each in (vibrato(440, 1, 0.3), swelling, np.zeros(RATE))] == [float("inf")] * 3


def test_silence_is_not_voiced():
    assert heard(np.zeros(RATE)).voiced(0, 1) == 0


@pytest.mark.parametrize("chunk", [160, 777, 1_600, 16_000])
def test_the_softest_place_is_found_whatever_the_chunks(chunk):
    power, when = heard(np.concatenate([VOICE, np.zeros(RATE // 10), VOICE]), chunk).softest(0.5, 1.6)
    assert (power, round(when, 1)) == (0.0, 1.0)


def test_outside_of_what_was_heard_nothing_is_soft():
    assert heard(VOICE).softest(5, 6) == (float("inf"), 5)


def test_no_more_than_a_minute_is_kept():
    track = heard(np.tile(VOICE, 70), RATE)
    assert len(track._voiced) == len(track._loud) == KEPT
    assert track.voiced(0, 5) == 0
    assert track.voiced(68, 69) > 0.5
