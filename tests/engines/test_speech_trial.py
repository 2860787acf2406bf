"""A model is tried out in a process of its own: what crashes there is a sentence here."""

import shutil
import subprocess

import numpy as np
import pytest

from gaoxing.engines import speech_trial
from gaoxing.engines.speech_trial import CRASHED, SECONDS, trial, tried, vowels
from gaoxing.speech.model import Unusable
from gaoxing.speech.recogniser import RATE
from tests.speech.heard_here import MODEL, with_model


@pytest.fixture
def spoilt(tmp_path):
    """A copy of the model with one part in the place of another: `spoilt("decoder", "encoder")`."""

    def made(part, place):
        folder = shutil.copytree(MODEL, tmp_path / "spoilt")
        shutil.copyfile(next(folder.glob(f"{part}*")), next(folder.glob(f"{place}*")))
        return folder

    return made


@with_model
def test_a_good_model_says_how_quick_it_is():
    assert 0 < tried(MODEL) < 5


@with_model
def test_a_model_that_ends_its_process_is_told(spoilt):
    with pytest.raises(Unusable) as told:
        tried(spoilt("decoder", "encoder"))
    assert told.value.sentence == CRASHED


@with_model
def test_a_model_that_loads_and_cannot_hear_is_told(spoilt):
    assert "听不了" in trial(spoilt("encoder", "joiner"))["trouble"]


def test_a_folder_that_holds_no_model_is_told(tmp_path):
    assert "tokens.txt" in trial(tmp_path)["trouble"]


def test_a_model_that_never_comes_to_an_end_is_told(monkeypatch, tmp_path):
    def waits(*_, **how):
        raise subprocess.TimeoutExpired("trial", how["timeout"])

    monkeypatch.setattr(subprocess, "run", waits)
    with pytest.raises(Unusable, match="带不动"):
        tried(tmp_path)


@pytest.mark.parametrize("printed", ["", "[]", "no json", '{"other": 1}'])
def test_a_trial_that_says_nothing_counts_as_a_crash(monkeypatch, tmp_path, printed):
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, printed, ""))
    with pytest.raises(Unusable, match="崩溃"):
        tried(tmp_path)


def test_the_made_up_sound_is_three_vowels():
    sound = np.frombuffer(vowels(), dtype="<i2")
    assert len(sound) == SECONDS * RATE
    assert sound.max() > 10_000
    assert 2 * speech_trial.PITCH in np.abs(np.fft.rfft(sound[2 * RATE :])).argsort()[-8:]
