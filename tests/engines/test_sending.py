"""A message goes to the gateway as the operator wrote it, at most so long; its words are nobody else's; what fails is told."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from time import sleep

import pytest

from gaoxing.engines.fault import Fault
from gaoxing.engines.sending.file_sender import FailingSender, FileSender
from gaoxing.engines.sending.http_sender import Gateway, HttpSender
from gaoxing.engines.sending.sender import Message, Outcome
from gaoxing.engines.sending.setting import chosen

MESSAGE = Message("13900001234", '您的"验证码"是 123456 {token}', "t-1", "登录")
BODY = {"phone": "{address}", "msg": {"content": "{text}", "no": "{token}"}, "tags": ["{title}", 1]}


@pytest.fixture
def gateway():
    """A gateway on this machine: what it was asked, and what it answers."""
    asked, answers = [], {"status": 200, "body": b'{"errcode": 0, "data": [{"id": "r-9", "state": "DELIVRD"}]}', "wait": 0}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked.append((self.path, self.headers, self.rfile.read(int(self.headers.get("Content-Length") or 0))))
            sleep(answers["wait"])
            self.send_response(answers["status"])
            self.send_header("Location", "http://127.0.0.1:1/")
            self.end_headers()
            self.wfile.write(answers["body"])

        do_GET = do_POST  # noqa: N815 — the name that the server calls

        def log_message(self, *arguments):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    answers["url"], answers["asked"] = f"http://127.0.0.1:{server.server_port}/send?a=1", asked
    yield answers
    server.shutdown()
    server.server_close()


def sender(gateway, **more):
    told = {"key": "geheim", "receipt": "data.0.id", "ok": ("errcode", "0"), "outcome": "data.0.state", "words": {"DELIVRD": "delivered"}}
    return HttpSender(Gateway(gateway["url"], BODY, outcome_url=gateway["url"] + "&r={receipt}", **{**told, **more}))


def test_the_message_stands_in_the_places_that_the_operator_gave(gateway):
    assert sender(gateway).send(MESSAGE) == "r-9"
    path, headers, body = gateway["asked"][0]
    assert (path, headers["Authorization"]) == ("/send?a=1", "Bearer geheim")
    assert json.loads(body) == {"phone": MESSAGE.address, "msg": {"content": MESSAGE.text, "no": "t-1"}, "tags": ["登录", 1]}


def test_the_outcome_is_asked_after_by_the_receipt(gateway):
    assert sender(gateway).outcome("r/9") is Outcome.DELIVERED
    assert gateway["asked"][0][0] == "/send?a=1&r=r%2F9"
    assert sender(gateway, words={}).outcome("r-9") is Outcome.UNKNOWN
    assert sender(gateway).outcome("") is Outcome.UNKNOWN


def test_without_a_receipt_there_is_none(gateway):
    assert sender(gateway, receipt="").send(MESSAGE) == ""
    assert sender(gateway, receipt="data.7.id").send(MESSAGE) == ""


@pytest.mark.parametrize(("status", "permanent"), [(500, False), (503, False), (429, False), (400, True), (401, True), (404, True), (302, True)])
def test_what_the_gateway_refuses_is_told_and_whether_trying_again_helps(gateway, status, permanent):
    gateway["status"] = status
    with pytest.raises(Fault) as fault:
        sender(gateway).send(MESSAGE)
    assert fault.value.permanent is permanent
    assert len(gateway["asked"]) == 1


def test_a_gateway_that_says_no_with_status_200_is_heard(gateway):
    gateway["body"] = b'{"errcode": 40014, "errmsg": "13900001234"}'
    with pytest.raises(Fault) as fault:
        sender(gateway).send(MESSAGE)
    assert fault.value.permanent
    assert "13900001234" not in fault.value.message


@pytest.mark.parametrize("body", [b"<html>", b"\xff\xfe", b'{"a":', bytes(70_000)])
def test_an_answer_that_is_no_json_is_an_outage(gateway, body):
    gateway["body"] = body
    with pytest.raises(Fault, match="没有答复"):
        sender(gateway).send(MESSAGE)


def test_a_gateway_that_hangs_costs_no_more_than_its_seconds(gateway):
    gateway["wait"] = 0.5
    with pytest.raises(Fault, match="没有答复"):
        sender(gateway, seconds=0.05).send(MESSAGE)


def test_nobody_there_is_an_outage():
    with pytest.raises(Fault, match="没有答复"):
        HttpSender(Gateway("http://127.0.0.1:1/", BODY)).send(MESSAGE)


def test_neither_message_nor_gateway_shows_its_secrets():
    assert "13900001234" not in repr(MESSAGE)
    assert "geheim" not in repr(Gateway("https://x.example/", BODY, "geheim"))


def test_the_file_takes_each_message_once_and_is_the_owners_alone(tmp_path):
    file = FileSender(tmp_path / "sent.jsonl")
    assert file.send(MESSAGE) == file.send(MESSAGE) == "t-1"
    assert [each["text"] for each in file.lines()] == [MESSAGE.text]
    assert (file.outcome("t-1"), file.outcome("t-2")) == (Outcome.DELIVERED, Outcome.UNKNOWN)
    assert file.file.stat().st_mode & 0o777 == 0o600


def test_the_failing_twin_fails():
    with pytest.raises(Fault):
        FailingSender().send(MESSAGE)
    with pytest.raises(Fault):
        FailingSender().outcome("r")


SOUND = {"URL": "https://sms.example:8443/v1", "BODY": '{"p": "{address}", "t": "{text}"}', "OK": "code=0", "DELIVERED": "0,DELIVRD", "OUTCOME_URL": ""}


def environ(**changed):
    return {f"GAOXING_SMS_{name}": value for name, value in {**SOUND, **changed}.items()}


def test_the_settings_make_a_gateway(tmp_path):
    made = chosen("SMS", environ(), tmp_path).setting
    assert (made.host, made.ok, made.words) == ("sms.example", ("code", "0"), {"0": "delivered", "DELIVRD": "delivered"})
    assert chosen("WECOM", environ(), tmp_path) is None
    assert isinstance(chosen("SMS", environ(URL="file"), tmp_path), FileSender)
    assert isinstance(chosen("SMS", environ(URL="failing"), tmp_path), FailingSender)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("URL", "http://sms.example/"),
        ("URL", "ftp://sms.example/"),
        ("URL", "https://"),
        ("URL", "https://x:99999999/"),
        ("BODY", "not json"),
        ("BODY", '{"p": "{address}"}'),
        ("BODY", ""),
        ("OK", "errcode"),
        ("OUTCOME_URL", "http://elsewhere.example/"),
    ],
)
def test_a_setting_that_cannot_be_read_is_named(tmp_path, name, value):
    with pytest.raises(Fault, match=f"GAOXING_SMS_{name}"):
        chosen("SMS", environ(**{name: value}), tmp_path)
