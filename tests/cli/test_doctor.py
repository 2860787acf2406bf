"""`gaoxing doctor`: each line says what is right, or what to do."""

import json
import os
import sys

import pytest

from gaoxing.cli import django_command, doctor
from gaoxing.cli.trouble import Trouble
from gaoxing.engines.language_model import setting
from gaoxing.engines.speech_models import VARIABLE, choose, models_folder, write_hashes
from gaoxing.speech.model import load
from gaoxing.speech.offline_model import load_offline
from tests.engines.language_model.endpoint_here import KEY, fails, running
from tests.speech import made_up_offline_model
from tests.speech.made_up_model import make

MODEL = (setting.URL, setting.MODEL, setting.KEY)
WELL = [json.dumps({"check": "key", "ok": True, "message": "密钥可用。"})]


@pytest.fixture(autouse=True)
def no_model(monkeypatch, tmp_path):
    """No language model is turned on here, and no speech model put in."""
    for name in (*MODEL, VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GAOXING_DATA", str(tmp_path / "data"))


@pytest.fixture
def office(monkeypatch):
    """An office that says what the test wants it to say."""

    def says(lines):
        monkeypatch.setattr(django_command, "lines", lambda command: lines)

    says(WELL)
    return says


def test_all_is_well_on_a_full_machine(run, office):
    outcome = run("doctor")
    assert outcome.status == 0, outcome.out
    assert {"Python", "中文字体", "排版 typst", "网页窗口 Django", "事项", "语言模型", "语音模型", "密钥"} == {each["name"] for each in outcome.json}


def test_a_person_sees_a_tick_a_line(run, office):
    lines = run("doctor", person=True).out.splitlines()
    assert all(line.startswith("✓") for line in lines)


def test_what_is_wrong_is_told_and_is_status_2(run, office):
    office([json.dumps({"check": "database", "ok": False, "message": "连不上，请检查 DATABASE_URL。"})])
    outcome = run("doctor", person=True)
    assert outcome.status == 2
    assert "✗  数据库" in outcome.out
    assert "请检查 DATABASE_URL" in outcome.out
    assert "有 1 项要处理" in outcome.err


@pytest.mark.parametrize("trouble", [Trouble("缺少窗口组件 Django。"), OSError(30, "Read-only file system"), RuntimeError("odd")])
def test_an_office_that_cannot_be_asked_is_a_line_too(monkeypatch, trouble):
    def raising(command):
        raise trouble

    monkeypatch.setattr(django_command, "lines", raising)
    (look,) = doctor.office()
    assert not look.right
    assert look.told.endswith("。")


def test_a_missing_font_names_the_package(monkeypatch, tmp_path):
    monkeypatch.setattr(doctor, "FONT_FOLDERS", (str(tmp_path), str(tmp_path / "absent")))
    look = doctor.font()
    assert not look.right
    assert "fonts-noto-cjk" in look.told


def test_a_font_is_found_in_any_folder(monkeypatch, tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "NotoSansCJK-Regular.ttc").touch()
    (tmp_path / "deep" / "NotoSansCJK.txt").touch()
    monkeypatch.setattr(doctor, "FONT_FOLDERS", (str(tmp_path),))
    assert doctor.font() == doctor.Look("中文字体", True, "NotoSansCJK-Regular.ttc")


def test_an_old_python_is_told(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    look = doctor.python()
    assert not look.right
    assert "3.9.2" in look.told


@pytest.mark.parametrize("look", [doctor.typesetter, doctor.web])
def test_a_missing_package_says_how_to_install_it(monkeypatch, look):
    monkeypatch.setattr(doctor.importlib.util, "find_spec", lambda name: None)
    assert not look().right
    assert "pip install" in look().told


def test_a_language_model_that_is_off_is_right_too():
    look = doctor.language_model()
    assert look.right
    assert "没有打开" in look.told


def test_a_language_model_that_answers_is_named(monkeypatch):
    with running() as endpoint:
        for name, value in zip(MODEL, (endpoint.url, "qwen-test", KEY), strict=True):
            monkeypatch.setenv(name, value)
        assert doctor.language_model() == doctor.Look("语言模型", True, "已打开，能连上：qwen-test（本机）。")
        endpoint.behave = fails(401)
        look = doctor.language_model()
    assert not look.right
    assert "密钥" in look.told
    assert KEY not in look.told


def test_half_a_setting_of_a_language_model_is_told(monkeypatch):
    monkeypatch.setenv(setting.URL, "https://hall.example")
    look = doctor.language_model()
    assert not look.right
    assert setting.MODEL in look.told


@pytest.fixture
def spoken():
    """A speech model that was put in."""
    model = load(make(models_folder(os.environ) / "small"))
    write_hashes(model)
    choose(model)
    return model


def test_no_speech_model_is_right_too():
    look = doctor.speech_model()
    assert look.right
    assert "docs/speech.md" in look.told


def test_a_speech_model_that_is_whole_is_named(spoken):
    assert doctor.speech_model() == doctor.Look("语音模型", True, "small，文件没有变。")


def test_the_second_pass_is_named_too_and_told_where_it_changed(spoken):
    again = load_offline(made_up_offline_model.make(models_folder(os.environ) / "again"))
    write_hashes(again)
    choose(again)
    assert doctor.speech_model().told == "small，第二遍用 again，文件没有变。"
    again.tokens.write_bytes(again.tokens.read_bytes() + b"\n")
    assert not doctor.speech_model().right


def test_a_speech_model_that_changed_is_told(spoken):
    spoken.encoder.write_text("other")
    look = doctor.speech_model()
    assert not look.right
    assert "gaoxing speech install" in look.told


def test_a_speech_model_that_cannot_be_read_is_told(spoken, monkeypatch):
    def fails(environ):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("gaoxing.engines.speech_models.chosen", fails)
    look = doctor.speech_model()
    assert not look.right
    assert "没有权限" in look.told


def test_a_speech_model_without_its_engine_is_told(spoken, monkeypatch):
    monkeypatch.setattr(doctor.importlib.util, "find_spec", lambda name: None)
    look = doctor.speech_model()
    assert not look.right
    assert "sherpa_onnx" in look.told
