"""The engine for whole sentences, with a stand-in for the library: which model is built how, what is heard, and what fails is a Fault.

No real model of these kinds lies beside this project.
"""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from gaoxing.engines import sherpa_offline
from gaoxing.engines.fault import Fault
from gaoxing.engines.sherpa_offline import SherpaOffline
from gaoxing.engines.speech_trial import tried
from gaoxing.speech.model import Unusable
from gaoxing.speech.offline_model import load_offline
from gaoxing.speech.recogniser import RATE
from tests.speech.made_up_offline_model import make


class Recognizer:
    """What the library has under this name; it says how many samples it was given."""

    def __init__(self, how, **settings):
        self.how, self.settings = how, settings

    @classmethod
    def from_sense_voice(cls, **settings):
        return cls("sense_voice", **settings)

    @classmethod
    def from_paraformer(cls, **settings):
        return cls("paraformer", **settings)

    def create_stream(self):
        stream = SimpleNamespace(result=SimpleNamespace(text=""), given=[])
        stream.accept_waveform = lambda rate, samples: stream.given.append((rate, samples))
        return stream

    def decode_stream(self, stream):
        ((rate, samples),) = stream.given
        stream.result.text = f"{len(samples)} at {rate}, at most {float(max(abs(samples))):.1f}"


@pytest.fixture
def library(monkeypatch):
    """The stand-in in the library's place."""
    monkeypatch.setattr(sherpa_offline, "imported", lambda name: np if name == "numpy" else SimpleNamespace(OfflineRecognizer=Recognizer))


@pytest.fixture
def model(tmp_path):
    return load_offline(make(tmp_path / "second"))


def test_sense_voice_is_told_to_hear_chinese_and_to_write_numbers_as_spoken(library, model):
    engine = SherpaOffline(model)._engine
    assert engine.how == "sense_voice"
    assert engine.settings == {"model": str(model.weights), "tokens": str(model.tokens), "num_threads": 1, "language": "zh", "use_itn": False}


def test_paraformer_is_built_as_such(library, tmp_path):
    engine = SherpaOffline(load_offline(make(tmp_path, "paraformer")))._engine
    assert (engine.how, engine.settings["paraformer"]) == ("paraformer", str(tmp_path / "model.int8.onnx"))


def test_a_turn_is_heard_as_floats_at_its_rate(library, model):
    second = SherpaOffline(model)
    assert second.hear(np.full(1_600, -16_384, "<i2").tobytes()) == f"1600 at {RATE}, at most 0.5"
    assert second.name == "second"


def test_what_the_engine_cannot_hear_is_a_fault_and_the_next_turn_is_heard(library, model, monkeypatch):
    second = SherpaOffline(model)
    with monkeypatch.context() as patched:
        patched.setattr(Recognizer, "create_stream", lambda self: 1 / 0)
        with pytest.raises(Fault, match="第二遍的模型 second 听不了") as told:
            second.hear(bytes(320))
    assert not told.value.permanent
    assert second.hear(bytes(320)).startswith("160")


def test_one_that_waits_too_long_is_a_fault_that_may_pass(library, model):
    second = SherpaOffline(model, patience=0.01)
    with second._one_at_a_time, pytest.raises(Fault, match="来不及") as told:
        second.hear(bytes(320))
    assert not told.value.permanent


@pytest.mark.parametrize("name", ["tokens.txt", "model.int8.onnx"])
def test_a_file_that_vanished_is_a_fault_that_names_it(library, model, name):
    (model.folder / name).unlink()
    with pytest.raises(Fault, match=name) as told:
        SherpaOffline(model)
    assert told.value.permanent


def test_a_model_that_the_engine_refuses_is_a_lasting_fault(library, model, monkeypatch):
    monkeypatch.setattr(Recognizer, "from_sense_voice", lambda **settings: 1 / 0)
    with pytest.raises(Fault, match="gaoxing speech install") as told:
        SherpaOffline(model)
    assert told.value.permanent


def test_a_file_that_the_real_engine_cannot_load_ends_only_its_own_process(model):
    with pytest.raises(Unusable, match=r"。$"):
        tried(model.folder)
