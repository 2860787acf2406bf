"""Speaking at the desk: consent first, then a ticket for those who agreed, while somebody listens, to the address the page can reach."""

import re

import pytest

from gaoxing.office.frontdesk.microphone import VERSION
from gaoxing.office.listening.ticket import Ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def listened_to(settings):
    """A model listens one port further."""
    settings.LISTENING = "8001"


def agree(visitor, hearer="office"):
    return visitor.post("/draft/microphone", {"version": f"{VERSION} {hearer}"})


def agree_as_asked(visitor):
    """Agree to what the page says."""
    version = re.search(r'data-version="([^"]+)"', visitor.get("/desk").content.decode())[1]
    assert agree(visitor, version.removeprefix(f"{VERSION} ")).status_code == 200


def policy(visitor):
    """The addresses that the desk may reach."""
    policy = visitor.get("/desk").headers["Content-Security-Policy"]
    return next(each for each in policy.split("; ") if each.startswith("connect-src")).split()[1:]


def test_where_nobody_listens_typing_goes_on(visitor, settings):
    settings.LISTENING = ""
    response = visitor.post("/draft/ticket")
    assert response.status_code == 503
    assert "打字" in response.json()["message"]


@pytest.mark.parametrize(("listening", "address"), [("8001", "ws://testserver:8001/"), ("wss://hall.example/listen", "wss://hall.example/listen")])
def test_the_page_is_told_where_to_speak(visitor, settings, listening, address):
    settings.LISTENING = listening
    agree_as_asked(visitor)
    told = visitor.post("/draft/ticket", {"matter": "company_registration", "asked": "name"}).json()
    assert told["address"] == address
    assert Ticket.read(told["ticket"]) == Ticket("new", "company_registration", "name")


def test_a_stranger_gets_no_ticket(stranger, listened_to):
    response = stranger.post("/draft/ticket")
    assert response.status_code != 200
    assert "ws://" not in response.content.decode()


def test_a_ticket_is_only_posted_for(visitor):
    assert visitor.get("/draft/ticket").status_code == 405
    assert visitor.get("/draft/microphone").status_code == 405


def test_before_the_consent_nobody_is_heard(visitor, listened_to):
    response = visitor.post("/draft/ticket")
    assert response.status_code == 403
    assert "同意" in response.json()["message"]


def test_consent_to_another_hearer_is_no_consent(visitor, listened_to, settings):
    settings.BROWSER_SPEECH = True
    assert agree(visitor, "browser").status_code == 409
    assert visitor.post("/draft/ticket").status_code == 403


def test_a_socket_of_another_host_is_named_and_asked_about_anew(visitor, listened_to, settings):
    agree_as_asked(visitor)
    settings.LISTENING = "wss://hall.example/listen"
    assert visitor.post("/draft/ticket").status_code == 403
    assert "送到 hall.example 这台听写的电脑上" in visitor.get("/desk").content.decode()


def test_the_privacy_page_says_that_no_sound_is_kept(visitor, settings):
    assert "不存。写成字就丢掉" in visitor.get("/privacy").content.decode()
    settings.BROWSER_SPEECH = True
    assert "Chrome 是谷歌" in visitor.get("/privacy").content.decode()


def test_the_consent_is_asked_once_and_says_that_nothing_is_kept(visitor, listened_to):
    asked = visitor.get("/desk").content.decode()
    assert "我们不存录音" in asked
    assert "谷歌" not in asked
    assert agree(visitor).json() == {"agreed": True}
    assert "我们不存录音" not in visitor.get("/desk").content.decode()


def test_without_a_model_the_page_says_so_and_offers_typing(visitor, settings):
    settings.LISTENING, settings.BROWSER_SPEECH = "", False
    page = visitor.get("/desk").content.decode()
    assert "这里还不能听您说，请打字，或者用输入法的语音。" in page
    assert 'data-speak="words"' not in page


def test_the_browsers_maker_is_named_before_it_hears(visitor, settings):
    settings.LISTENING, settings.BROWSER_SPEECH = "", True
    page = visitor.get("/desk").content.decode()
    assert "Chrome 传给谷歌" in page
    agree(visitor, "browser")
    settings.LISTENING = "8001"
    assert "我们不存录音" in visitor.get("/desk").content.decode()


def test_only_the_sockets_address_is_allowed_beside_the_page(visitor, settings):
    settings.LISTENING = "8001"
    assert policy(visitor) == ["'self'", "ws://testserver:8001/"]
    settings.LISTENING = ""
    assert policy(visitor) == ["'self'"]


def test_a_policy_that_knows_no_ipv6_allows_the_socket_by_its_scheme(visitor, settings):
    settings.LISTENING = "ws://[::1]:8001/"
    assert policy(visitor) == ["'self'", "ws:"]
