"""Whatever the other side does: JSON, or a Fault with a sentence, in time; and the key is nowhere in it."""

import socket
import time
import traceback

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.engines.language_model import endpoint as wire
from gaoxing.engines.language_model.endpoint import Declined, ask
from gaoxing.engines.language_model.setting import Setting
from tests.engines.language_model import endpoint_here as here
from tests.engines.language_model.endpoint_here import KEY, fails, raw, running

BODY = {"model": "qwen-test", "messages": []}


def fault_of(setting):
    """The Fault that asking ends in; its sentence is one, and neither it nor its trace shows the key."""
    with pytest.raises(Fault) as caught:
        ask(setting, BODY)
    told = "".join(traceback.format_exception(caught.value)) + repr(setting) + str(vars(caught.value))
    assert KEY not in told
    assert caught.value.message.endswith("。")
    return caught.value


def test_json_comes_back_and_the_key_goes_in_a_header_alone(endpoint):
    assert ask(endpoint.setting, BODY)["choices"]
    ((path, headers, body),) = endpoint.asked
    assert (path, headers["Authorization"], headers["Content-Type"]) == ("/v1/chat/completions", f"Bearer {KEY}", "application/json")
    assert KEY.encode() not in body


def test_without_a_key_no_authorisation_is_sent(endpoint):
    ask(endpoint.at(key=""), BODY)
    assert "Authorization" not in endpoint.asked[0][1]


@pytest.mark.parametrize(
    ("status", "permanent", "word"),
    [
        (400, True, "不接受"),
        (401, True, "密钥"),
        (402, True, "余额"),
        (403, True, "不让用"),
        (404, True, "没有这个地址或模型"),
        (408, False, "再试"),
        (418, True, "故障"),
        (422, True, "不接受"),
        (429, False, "太多"),
        (500, False, "故障"),
        (503, False, "故障"),
        (204, True, "故障"),
    ],
)
def test_every_status_is_a_sentence_and_says_whether_to_try_again(endpoint, status, permanent, word):
    endpoint.behave = fails(status)
    fault = fault_of(endpoint.setting)
    assert fault.permanent is permanent
    assert word in fault.message
    assert isinstance(fault, Declined) is (status in {400, 422})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(endpoint, status):
    with running() as elsewhere:
        endpoint.behave = raw(b"", status=status, headers=[("Location", f"{elsewhere.url}/chat/completions")])
        assert "没有跟去" in fault_of(endpoint.setting).message
        assert elsewhere.asked == []


@pytest.mark.parametrize("behave", [here.hangs, here.trickles_head, here.trickles_body, here.continues])
def test_what_is_slow_is_cut_off_at_the_deadline(endpoint, behave):
    endpoint.behave = behave
    began = time.monotonic()
    assert fault_of(endpoint.at(seconds=0.4)).message == wire.SLOW
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("behave", [here.floods, here.boasts])
def test_a_huge_answer_is_not_read(endpoint, behave):
    endpoint.behave = behave
    assert "长得离谱" in fault_of(endpoint.setting).message


@pytest.mark.parametrize("behave", [here.breaks_off, here.babbles, here.hangs_up])
def test_what_breaks_off_is_told_so(endpoint, behave):
    endpoint.behave = behave
    assert fault_of(endpoint.setting).message == wire.CUT


@pytest.mark.parametrize("kind", ["text/html", "text/plain; charset=utf-8", "application/octet-stream", "text/event-stream", ""])
def test_another_type_of_content_is_no_answer(endpoint, kind):
    endpoint.behave = raw(b'{"choices": []}', kind=kind)
    assert fault_of(endpoint.setting).message == wire.NOT_JSON


@pytest.mark.parametrize("body", [b"", b"{", b"<html>", b"\xff\xfe\x00", b"[" * 100_000, b'{"a": NaN', b"1" * 5_000])
def test_what_is_no_json_is_told_so(endpoint, body):
    endpoint.behave = raw(body)
    assert fault_of(endpoint.setting).message == wire.NOT_JSON


def test_an_endpoint_that_is_down_is_told_so():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        fault = fault_of(Setting("http", "127.0.0.1", taken.getsockname()[1], "/v1/chat/completions", "m", KEY, 5))
    assert "没有开着" in fault.message
    assert not fault.permanent


def test_a_host_that_nobody_knows_is_told_so():
    assert "找不到" in fault_of(Setting("http", "no-such-host.invalid", 80, "/v1/chat/completions", "m", KEY, 5)).message


def test_https_to_what_speaks_none_is_told_so(endpoint):
    fault = fault_of(Setting("https", "127.0.0.1", endpoint.server_port, "/v1/chat/completions", "m", KEY, 5))
    assert "语言模型" in fault.message
    assert endpoint.asked == []


def test_proxies_of_the_environment_are_not_used(endpoint, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert ask(endpoint.setting, BODY)["choices"]


def test_words_that_are_no_text_are_sent_all_the_same(endpoint):
    assert ask(endpoint.setting, {"messages": "坏\ud800字"})["choices"]


def test_an_odd_error_is_a_fault_that_names_only_its_kind(endpoint, monkeypatch):
    monkeypatch.setattr(wire, "_content", lambda answer: [][0])
    assert "IndexError" in fault_of(endpoint.setting).message
