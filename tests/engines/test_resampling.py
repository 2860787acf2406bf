"""A known tone comes out as the same tone at the other rate, and nothing else comes with it."""

import numpy as np
import pytest

from gaoxing.engines.resampling import Resampler
from tests.engines.tones import tone

WANTED = 16_000
USUAL = (8_000, 11_025, 12_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000, 192_000)
INNER = slice(400, -400)


def resampled(samples, rate, block=None):
    resampler, size = Resampler(rate, WANTED), block or len(samples) or 1
    made = [resampler.feed(samples[start : start + size]) for start in range(0, len(samples), size)]
    return np.concatenate([*made, resampler.finish()])


def decibels(samples, against):
    return 20 * np.log10(np.sqrt(np.mean(np.square(samples))) / np.sqrt(np.mean(np.square(against))) + 1e-12)


@pytest.mark.parametrize("rate", USUAL)
def test_a_tone_stays_the_same_tone(rate):
    made, meant = resampled(tone(1_000, rate), rate), tone(1_000, WANTED)
    assert len(made) == len(meant)
    assert decibels((made - meant)[INNER], meant) < -60


@pytest.mark.parametrize("rate", [rate for rate in USUAL if rate > 20_000])
def test_what_is_too_high_is_gone_and_does_not_come_back_lower(rate):
    assert decibels(resampled(tone(9_000, rate), rate)[INNER], tone(9_000, rate)) < -70


@pytest.mark.parametrize("rate", [22_050, 44_100, 48_000])
def test_the_highest_sounds_of_speech_pass(rate):
    assert abs(decibels(resampled(tone(6_500, rate), rate)[INNER], tone(6_500, WANTED))) < 0.1


@pytest.mark.parametrize("rate", [8_000, 44_100, 48_000])
@pytest.mark.parametrize("block", [1, 37, 4_410])
def test_blocks_give_the_same_as_the_whole(rate, block):
    samples = np.random.default_rng(5).normal(0, 0.1, rate // 10)
    assert np.allclose(resampled(samples, rate, block), resampled(samples, rate), atol=1e-6)


def test_a_level_that_does_not_move_stays():
    assert np.allclose(resampled(np.full(4_410, 0.25), 44_100)[INNER], 0.25, atol=1e-4)


def test_an_odd_rate_is_near_enough():
    assert abs(len(resampled(tone(1_000, 16_001), 16_001)) - WANTED) <= 2


@pytest.mark.parametrize("count", [0, 1, 5])
def test_next_to_nothing_stays_next_to_nothing(count):
    assert len(resampled(np.zeros(count), 48_000)) == -(-count // 3)


def test_no_rate_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        Resampler(0, WANTED)
