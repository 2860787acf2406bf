"""`gaoxing recognise --model`: a second reader that may fill what was left empty, and whose failing costs nothing."""

import json

import pytest

from gaoxing.engines.language_model import setting
from tests.engines.language_model.endpoint_here import KEY, fails, raw, running, says

SAID = "我想开公司，我叫丁大宝，兜里一共就八十万块钱摆进去"
PROPOSED = {"values": [{"path": "registered_capital", "value": {"amount": "800000", "currency": "CNY"}, "words": "八十万块钱"}]}
CASE = json.dumps({"id": "a", "turns": [{"said": SAID}]}, ensure_ascii=False)


@pytest.fixture
def endpoint(monkeypatch):
    """An endpoint that the operator turned on."""
    with running() as up:
        for name, value in {setting.URL: up.url, setting.MODEL: "qwen-test", setting.KEY: KEY, setting.SECONDS: "5"}.items():
            monkeypatch.setenv(name, value)
        yield up


@pytest.fixture
def off(monkeypatch):
    """No model at all."""
    for name in (setting.URL, setting.MODEL, setting.KEY):
        monkeypatch.delenv(name, raising=False)


def test_a_value_left_empty_is_filled_and_told(run, endpoint):
    endpoint.behave = says(PROPOSED)
    told = run("recognise", SAID, "--model").json
    assert told["form"]["registered_capital"] == {"amount": "800000", "currency": "CNY"}
    assert told["model"]["reader"] == "qwen-test（本机）"
    assert set(told["model"]["filled"]) <= {"registered_capital"}


def test_a_person_is_told_who_read_besides(run, endpoint):
    endpoint.behave = says(PROPOSED)
    assert "语言模型 qwen-test（本机） 也读了" in run("recognise", SAID, "--model", person=True).out


def test_without_the_word_nobody_is_asked(run, endpoint):
    assert "model" not in run("recognise", SAID).json
    assert endpoint.asked == []


@pytest.mark.parametrize("behave", [fails(401), fails(500), raw(b"<html>", kind="text/html"), says("不懂"), says("")])
def test_where_it_fails_our_own_reading_stands_and_a_sentence_says_why(run, endpoint, behave):
    own = run("recognise", SAID).json
    endpoint.behave = behave
    outcome = run("recognise", SAID, "--model")
    trouble = outcome.json.pop("model")["trouble"]
    assert outcome.status == 0
    assert trouble.endswith("。")
    assert {key: value for key, value in outcome.json.items() if key != "model"} == own
    assert KEY not in outcome.out + outcome.err


def test_a_line_a_case_is_answered_with_the_model_too(run, endpoint):
    endpoint.behave = says(PROPOSED)
    first, second = run("recognise", "--jsonl", "--model", stdin=f"{CASE}\nnonsense\n").out.splitlines()
    assert json.loads(first)["form"]["registered_capital"]["amount"] == "800000"
    assert "error" in json.loads(second)


def test_a_long_run_gives_a_broken_model_up(run, endpoint):
    endpoint.behave = fails(401)
    lines = run("recognise", "--jsonl", "--model", stdin=f"{CASE}\n" * 4).out.splitlines()
    assert all("密钥" in json.loads(line)["model"]["trouble"] for line in lines)
    assert len(endpoint.asked) == 1


def test_what_nobody_understands_is_not_sent(run, endpoint):
    assert run("recognise", "你好", "--model").json["matter"] is None
    assert endpoint.asked == []


def test_a_model_that_is_off_is_told_in_one_sentence(trouble, off):
    assert "GAOXING_LANGUAGE_MODEL_URL" in trouble("recognise", SAID, "--model")
    assert "GAOXING_LANGUAGE_MODEL_URL" in trouble("recognise", "--jsonl", "--model", stdin=CASE)


def test_a_setting_written_wrongly_is_told_in_one_sentence(trouble, off, monkeypatch):
    monkeypatch.setenv(setting.URL, "http://hall.example/v1")
    monkeypatch.setenv(setting.MODEL, "m")
    assert "https" in trouble("recognise", SAID, "--model")
