"""A ticket to speak: for those who agreed, while somebody listens, to the address the page can reach."""

import pytest

from gaoxing.office.listening.ticket import Ticket

pytestmark = pytest.mark.django_db


def test_where_nobody_listens_typing_goes_on(visitor, settings):
    settings.LISTENING = ""
    response = visitor.post("/draft/ticket")
    assert response.status_code == 503
    assert "打字" in response.json()["message"]


@pytest.mark.parametrize(("listening", "address"), [("8001", "ws://testserver:8001/"), ("wss://hall.example/listen", "wss://hall.example/listen")])
def test_the_page_is_told_where_to_speak(visitor, settings, listening, address):
    settings.LISTENING = listening
    told = visitor.post("/draft/ticket", {"matter": "company_registration", "asked": "name"}).json()
    assert told["address"] == address
    assert Ticket.read(told["ticket"]) == Ticket("new", "company_registration", "name")


def test_a_stranger_gets_no_ticket(stranger, settings):
    settings.LISTENING = "8001"
    response = stranger.post("/draft/ticket")
    assert response.status_code != 200
    assert "ws://" not in response.content.decode()


def test_a_ticket_is_only_posted_for(visitor):
    assert visitor.get("/draft/ticket").status_code == 405
