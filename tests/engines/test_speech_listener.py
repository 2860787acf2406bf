"""Who listens: the streaming model alone, or with a second behind it; a second that does not work takes nothing away."""

from __future__ import annotations

import pytest

from gaoxing.engines import speech_listener
from gaoxing.engines.fault import Fault
from gaoxing.engines.second_pass import Deaf, TwoPasses
from gaoxing.engines.speech_listener import listener
from gaoxing.engines.speech_models import SECOND_VARIABLE, choose, models_folder, write_hashes
from gaoxing.speech.lexicon import Lexicon
from gaoxing.speech.model import Unusable
from gaoxing.speech.offline_model import load_any
from tests.speech import made_up_model, made_up_offline_model


class First:
    """Stands for the streaming recogniser."""

    def __init__(self, model, lexicon, hotwords, *, hearings):
        self.about, self.hearings = {"model": model.name, "hotwords": "".join(hotwords)}, hearings


class Second:
    """Stands for the second pass."""

    def __init__(self, model):
        self.name = model.name


@pytest.fixture
def environ(tmp_path, monkeypatch):
    """A data folder with a streaming model; the engines are stand-ins."""
    monkeypatch.setattr(speech_listener, "SherpaRecogniser", First)
    monkeypatch.setattr(speech_listener, "SherpaOffline", Second)
    environ = {"GAOXING_DATA": str(tmp_path)}
    put(made_up_model.make(models_folder(environ) / "first"))
    return environ


def put(folder):
    write_hashes(load_any(folder))
    choose(load_any(folder))
    return folder


@pytest.fixture
def second(environ):
    """An installed model for the second pass."""
    return put(made_up_offline_model.make(models_folder(environ) / "second"))


def made(environ):
    return listener(environ, Lexicon.general(), ("注册",))


def test_without_a_second_model_the_first_listens_alone(environ):
    assert isinstance(made(environ), First)
    assert made(environ).about == {"model": "first", "hotwords": "注册"}


def test_the_first_hears_a_turn_as_often_as_the_operator_wants(environ):
    assert made(environ).hearings == 1
    assert made(environ | {"GAOXING_SPEECH_HEARINGS": "3"}).hearings == 3


def test_with_a_second_model_both_listen(environ, second):
    assert made(environ).about == {"model": "first", "hotwords": "注册", "second": "second"}


def test_the_operator_may_leave_the_second_out(environ, second):
    assert isinstance(made({**environ, SECOND_VARIABLE: "off"}), First)


def test_a_second_model_that_changed_is_told_with_the_words(environ, second):
    (second / "model.int8.onnx").write_bytes((second / "model.int8.onnx").read_bytes() + b"\x08\x01")
    assert "跟装的时候不一样了" in why(made(environ))


def test_a_second_model_that_cannot_be_loaded_is_told_with_the_words(environ, second, monkeypatch):
    def fails(model):
        raise Fault("引擎装不进来。", permanent=True)

    monkeypatch.setattr(speech_listener, "SherpaOffline", fails)
    assert why(made(environ)) == "引擎装不进来。"


def test_without_a_first_model_nobody_listens(environ, second):
    (models_folder(environ) / "chosen.txt").unlink()
    with pytest.raises(Unusable, match="只装了做第二遍的模型 second"):
        made(environ)


def why(recogniser):
    """The sentence with which the second pass fails."""
    assert isinstance(recogniser, TwoPasses)
    assert isinstance(recogniser._second, Deaf)
    with pytest.raises(Fault) as told:
        recogniser._second.hear(b"")
    return told.value.message
