"""The socket from end to end, with a recogniser for the tests: who may open it, what comes back, and what when the engine fails."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest

from gaoxing.office.listening import hall
from gaoxing.office.listening.asgi import END, POLICY_VIOLATION, Listening
from gaoxing.office.listening.ticket import Ticket
from gaoxing.speech.expected import Expected
from tests.office.listening.hearing import SILENCE, Hearing, broken, sound

OWN = b"http://testserver"


def run(task):
    """Run to the end in a thread of its own: this one may have a browser's loop."""
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, task).result()


def spoken(application, *events, ticket=None, origin=OWN, pause=0.0):
    """Everything the socket sends to a page that sends these events."""
    sent = []
    scope = {
        "type": "websocket",
        "query_string": f"ticket={quote(Ticket('draft').signed() if ticket is None else ticket)}".encode(),
        "headers": [(b"origin", origin)] if origin else [],
    }
    waiting = [{"type": "websocket.connect"}, *events]

    async def receive():
        if waiting:
            return waiting.pop(0)
        await asyncio.sleep(pause)
        return {"type": "websocket.disconnect"}

    async def send(event):
        sent.append(event)

    run(application(scope, receive, send))
    return sent


def chunk(data):
    return {"type": "websocket.receive", "bytes": data}


def told(sent):
    return [json.loads(each["text"]) for each in sent if each["type"] == "websocket.send"]


@pytest.fixture
def listening():
    hearing = Hearing()
    application = Listening(lambda: hearing)
    application.hearing = hearing
    return application


def test_a_page_of_the_office_speaks_and_gets_words(listening):
    sent = spoken(listening, chunk(sound("昆")), chunk(sound("山")), {"type": "websocket.receive", "text": END})
    assert [(each["type"], each.get("text")) for each in told(sent)] == [("ready", None), ("partial", "昆"), ("partial", "昆山"), ("final", "昆山")]
    assert sent[-1] == {"type": "websocket.close", "code": 1000}


@pytest.mark.parametrize(("origin", "ticket"), [(b"http://elsewhere.example", None), (b"", None), (b"null", None), (OWN, ""), (OWN, "forged")])
def test_nobody_else_opens_it(listening, origin, ticket):
    assert spoken(listening, origin=origin, ticket=ticket) == [{"type": "websocket.close", "code": POLICY_VIOLATION}]


def test_what_was_asked_narrows_what_is_heard(listening):
    spoken(listening, ticket=Ticket("draft", "company_registration", "parties.0.id_number").signed())
    spoken(listening, ticket=Ticket("draft", "nothing", "nothing").signed())
    assert listening.hearing.expected == [Expected.DIGITS, Expected.ANYTHING]


def test_a_line_that_breaks_takes_nobody_with_it(listening):
    spoken(listening, chunk(sound("昆")))
    assert told(spoken(listening, chunk(sound("山")), chunk(SILENCE)))[-1]["text"] == "山"


def test_without_a_model_a_sentence_says_what_to_do(caplog):
    [stop] = told(spoken(Listening(broken), chunk(sound("昆"))))
    assert (stop["type"], stop["reason"]) == ("stop", "fault")
    assert "打字" in stop["message"]
    assert "没有装语音模型" in caplog.text


def test_who_says_nothing_is_told_after_a_while(listening, monkeypatch):
    monkeypatch.setattr(hall, "IDLE", 0.05)
    messages = told(spoken(listening, chunk(sound("昆")), pause=5.0))
    assert [each["type"] for each in messages] == ["ready", "partial", "final", "stop"]
    assert messages[-1]["reason"] == "quiet"


def test_when_every_seat_is_taken_one_is_told_to_come_again():
    full = hall.Hall(Hearing, seats=0)
    told_to = []

    async def come():
        async def send(message):
            told_to.append(message)

        await full.serve(Expected.ANYTHING, send, send)

    run(come())
    assert [each["reason"] for each in told_to] == ["full"]


def test_over_http_it_says_where_to_go(listening):
    sent = []

    async def ask():
        async def send(event):
            sent.append(event)

        await listening({"type": "http"}, send, send)

    run(ask())
    assert sent[0]["status"] == 404
