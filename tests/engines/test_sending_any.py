"""Whatever the words are, the JSON stays as the operator wrote it; whatever a gateway answers, there is a receipt or a fault."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoxing.engines.fault import Fault
from gaoxing.engines.sending import http_sender
from gaoxing.engines.sending.http_sender import Gateway, HttpSender, _read, filled, value_at
from gaoxing.engines.sending.sender import Message, Outcome

BODY = {"to": "{address}", "say": ["{text}", {"no": "{token}"}], "n": 3, "none": None}
PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
JSON = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3))


@given(address=st.text(max_size=30), text=st.text(max_size=80))
def test_no_word_breaks_out_of_its_place(address, text):
    values = {"{address}": address, "{text}": text, "{title}": "", "{token}": "t"}
    found = json.loads(json.dumps(filled(BODY, values)))
    assert found == {"to": address, "say": [text, {"no": "t"}], "n": 3, "none": None}


@given(answer=JSON, path=st.text(alphabet="abc.0123", max_size=8))
def test_any_path_in_any_answer_is_a_value_or_none(answer, path):
    found = value_at(answer, path)
    assert found is None or isinstance(found, str | int | bool | list | dict)


@given(status=st.integers(min_value=100, max_value=599), content=st.binary(max_size=60))
def test_any_answer_is_json_or_a_fault(status, content):
    try:
        found = _read(status, content)
    except ValueError:
        assert 200 <= status < 300
        return
    assert isinstance(found, Fault) or 200 <= status < 300


@given(answer=JSON)
def test_any_answer_of_a_gateway_is_an_outcome(answer):
    sender = HttpSender(Gateway("https://x.example/", BODY, outcome_url="https://x.example/{receipt}", outcome="a.b", words={"1": "read"}))
    sender.asked = lambda *asked: answer
    assert sender.outcome("r") in set(Outcome)


@given(answer=JSON)
def test_any_answer_to_a_message_is_a_receipt_or_a_fault(answer):
    sender = HttpSender(Gateway("https://x.example/", BODY, receipt="a", ok=("b", "0")))
    sender.asked = lambda *asked: answer
    message = Message("a", "t", "k")
    if str(value_at(answer, "b")) == "0":
        assert len(sender.send(message)) <= 100
        return
    with pytest.raises(Fault) as fault:
        sender.send(message)
    assert fault.value.permanent


def test_a_trouble_nobody_thought_of_is_an_outage_after_the_seconds(monkeypatch):
    def broken(*arguments):
        raise RuntimeError("a name stands here")

    monkeypatch.setattr(http_sender, "_exchange", broken)
    monkeypatch.setattr("threading.excepthook", lambda arguments: None)
    with pytest.raises(Fault, match="没有答复"):
        HttpSender(Gateway("https://x.example/", BODY, seconds=0.05)).send(Message("a", "t", "k"))
