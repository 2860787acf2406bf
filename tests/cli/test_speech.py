"""`gaoxing speech`: taking a model in and saying which are there."""

import pytest

from gaoxing.engines import speech_install
from gaoxing.engines.speech_models import SECOND_VARIABLE, VARIABLE
from tests.speech import made_up_offline_model
from tests.speech.heard_here import CLIPS, MODEL, with_model
from tests.speech.made_up_model import CHARACTERS, make


@pytest.fixture(autouse=True)
def data(monkeypatch, tmp_path):
    """A data folder of one's own; nothing is really tried out."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.delenv(SECOND_VARIABLE, raising=False)
    monkeypatch.setenv("GAOXING_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(speech_install, "tried", lambda folder: 0.02)
    return tmp_path / "data"


def test_installing_tells_name_unit_speed_and_hashes(run, tmp_path, data):
    told = run("speech", "install", str(make(tmp_path / "small"))).json
    assert (told["name"], told["unit"], told["speed"]) == ("small", "pinyin", 0.02)
    assert told["folder"] == str(data / "speech" / "small")
    assert all(len(each) == 64 for each in told["sha256"].values())


def test_a_person_is_told_the_same_and_what_next(run, tmp_path):
    out = run("speech", "install", str(make(tmp_path / "small", CHARACTERS)), person=True).out
    assert "装好了：small（输出汉字）" in out
    assert "tokens.txt" in out
    assert "gaoxing listen" in out
    assert "有些慢" not in out


def test_a_model_that_is_slow_here_is_told(run, tmp_path, monkeypatch):
    monkeypatch.setattr(speech_install, "tried", lambda folder: 0.8)
    assert "有些慢" in run("speech", "install", str(make(tmp_path / "small")), person=True).out


def test_the_list_says_which_one_listens(run, tmp_path):
    for name in ("one", "two"):
        run("speech", "install", str(make(tmp_path / name)))
    assert [(each["name"], each["chosen"]) for each in run("speech", "list").json] == [("one", False), ("two", True)]
    assert "→  two  输出拼音" in run("speech", "list", person=True).out


def test_a_second_model_alone_says_what_is_still_missing(run, tmp_path):
    outcome = run("speech", "install", str(made_up_offline_model.make(tmp_path / "again")), person=True)
    assert outcome.status == 0
    assert "装好了：again（第二遍，输出汉字）" in outcome.out
    assert "还缺一个边听边写的流式" in outcome.out


def test_a_second_model_beside_a_first_is_ready_and_listed(run, tmp_path):
    run("speech", "install", str(make(tmp_path / "small")))
    told = run("speech", "install", str(made_up_offline_model.make(tmp_path / "again"))).json
    assert (told["second"], told["unit"], set(told["sha256"])) == (True, "character", {"tokens.txt", "model.int8.onnx"})
    listed = run("speech", "list", person=True).out
    assert "→  again  第二遍，输出汉字" in listed
    assert "→  small  输出拼音" in listed


def test_an_empty_list_says_what_to_do(run):
    outcome = run("speech", "list", person=True)
    assert (outcome.status, run("speech", "list").json) == (0, [])
    assert "docs/speech.md" in outcome.out


def test_a_file_that_changed_is_in_the_list_and_status_2(run, tmp_path, data):
    run("speech", "install", str(make(tmp_path / "small")))
    (data / "speech" / "small" / "decoder-1.onnx").write_text("other")
    outcome = run("speech", "list", person=True)
    assert outcome.status == 2
    assert "decoder-1.onnx" in outcome.out
    assert "有 1 个模型不能用" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [((), "还缺：ACTION"), (("melt",), "melt"), (("install",), "DIR|ARCHIVE"), (("install", "nowhere"), "没有「nowhere」"), (("list", "all"), "看不懂")],
)
def test_what_is_not_understood_is_told(trouble, arguments, told):
    assert told in trouble("speech", *arguments)


@with_model
def test_the_real_model_is_installed_and_listens(run, monkeypatch):
    monkeypatch.undo()
    assert run("speech", "install", str(MODEL)).json["speed"] < 5
    assert "注册" in run("listen", str(CLIPS / "register_company.wav")).out
