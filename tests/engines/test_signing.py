"""A provider signs exactly what it was asked for, or nothing: an outage, nonsense and another's receipt are never signatures."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from time import sleep

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.engines.sending.http_sender import Gateway
from gaoxing.engines.signing.http_provider import HttpProvider, Setting
from gaoxing.engines.signing.provider import Asked, Receipt
from gaoxing.engines.signing.rehearsal import Failing, Rehearsal
from gaoxing.engines.signing.setting import chosen

DIGEST = "a" * 64
ASKED = Asked("t-1", "丁大宝", "320583199001011216", {DIGEST: "公司章程"})
BODY = {"who": "{name}", "no": "{number}", "token": "{token}", "what": "{digests}"}
GOOD = {"data": {"no": "s-9", "sig": {DIGEST: "MEUC"}}}


@pytest.fixture
def gateway():
    """A provider on this machine: what it was asked, and what it answers."""
    told = {"body": json.dumps(GOOD).encode(), "status": 200, "wait": 0.0, "asked": []}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            told["asked"].append((self.headers, self.rfile.read(int(self.headers.get("Content-Length") or 0))))
            sleep(told["wait"])
            self.send_response(told["status"])
            self.end_headers()
            self.wfile.write(told["body"])

        def log_message(self, *arguments):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    told["url"] = f"http://127.0.0.1:{server.server_port}/sign"
    yield told
    server.shutdown()
    server.server_close()


def provider(gateway, seconds=5.0):
    return HttpProvider(Setting("某签名服务", Gateway(gateway["url"], BODY, "geheim", seconds=seconds), "data.no", "data.sig"))


def test_the_provider_is_told_who_signs_which_digests(gateway):
    made = provider(gateway).sign(ASKED)
    headers, body = gateway["asked"][0]
    assert json.loads(body) == {"who": "丁大宝", "no": "320583199001011216", "token": "t-1", "what": DIGEST}
    assert headers["Authorization"] == "Bearer geheim"
    assert (made.number, provider(gateway).verify(DIGEST, made)) == ("s-9", True)


def test_a_receipt_can_be_kept_and_read_again(gateway):
    made = provider(gateway).sign(ASKED)
    assert Receipt.from_json(json.loads(json.dumps(made.to_json()))) == made


@pytest.mark.parametrize(
    "answer",
    [
        {"data": {"no": "s-9", "sig": {"b" * 64: "MEUC"}}},
        {"data": {"no": "s-9", "sig": {DIGEST: "MEUC", "b" * 64: "MEUC"}}},
        {"data": {"no": "s-9", "sig": {DIGEST: ""}}},
        {"data": {"no": "s-9", "sig": "ok"}},
        {"data": {"no": "", "sig": {DIGEST: "MEUC"}}},
        {"data": {"no": ["s"], "sig": {DIGEST: "MEUC"}}},
        [],
        "ok",
    ],
)
def test_an_answer_that_is_not_for_these_papers_is_no_signature(gateway, answer):
    gateway["body"] = json.dumps(answer).encode()
    with pytest.raises(Fault, match="看不懂"):
        provider(gateway).sign(ASKED)


def test_a_provider_that_hangs_has_not_signed(gateway):
    gateway["wait"] = 1.0
    with pytest.raises(Fault, match="没有应答") as trouble:
        provider(gateway, seconds=0.1).sign(ASKED)
    assert not trouble.value.permanent


@pytest.mark.parametrize(("status", "permanent"), [(500, False), (422, True), (401, True)])
def test_a_refusal_and_an_outage_are_told_apart(gateway, status, permanent):
    gateway["status"] = status
    with pytest.raises(Fault) as trouble:
        provider(gateway).sign(ASKED)
    assert trouble.value.permanent is permanent


def test_the_rehearsal_says_that_it_has_no_legal_effect():
    made = Rehearsal().sign(ASKED)
    assert "没有法律效力" in made.provider
    assert Rehearsal().rehearsal
    assert Rehearsal().verify(DIGEST, made)
    assert not Rehearsal().verify("b" * 64, made)


def test_the_failing_twin_never_signs_and_vouches_for_nothing():
    with pytest.raises(Fault):
        Failing().sign(ASKED)
    assert not Failing().verify(DIGEST, Rehearsal().sign(ASKED))


def test_anothers_receipt_is_not_this_providers(gateway):
    assert not provider(gateway).verify(DIGEST, Rehearsal().sign(ASKED))


SET = {
    "GAOXING_SIGNING_URL": "https://sign.example/v1",
    "GAOXING_SIGNING_NAME": "某签名服务",
    "GAOXING_SIGNING_BODY": json.dumps(BODY),
    "GAOXING_SIGNING_NUMBER": "data.no",
    "GAOXING_SIGNING_VALUES": "data.sig",
}


def test_what_the_operator_set_is_the_provider():
    assert chosen(SET).called == "某签名服务"
    assert isinstance(chosen({"GAOXING_SIGNING_URL": "failing"}), Failing)
    assert chosen({}) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("URL", "http://sign.example"), ("URL", "https://"), ("NAME", ""), ("BODY", "{"), ("BODY", '{"a": "{name}"}'), ("NUMBER", ""), ("VALUES", "")],
)
def test_a_setting_that_cannot_be_read_is_named(name, value):
    with pytest.raises(Fault, match=f"GAOXING_SIGNING_{name}"):
        chosen({**SET, f"GAOXING_SIGNING_{name}": value})
