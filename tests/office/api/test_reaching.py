"""Where a webhook goes: to the address that was looked at, over TLS, on its port, and for no longer than set. Nothing inner, however written."""

import socket
import ssl
import threading

import pytest
from django.core.exceptions import ImproperlyConfigured

from gaoxing.engines.fault import Fault
from gaoxing.office.api import reaching
from gaoxing.office.webhook_networks import webhook_networks

URL = "https://hooks.example/in"
INNER = (
    "10.0.0.1",
    "127.0.0.2",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.251",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::10.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::10.0.0.1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:a00:1::",
    "2002:7f00:1::1",
    "2001:0:a00:1::",
    "2001:db8::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "100::1",
)
OUTER = ("1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1", "2002:101:101::1")


@pytest.mark.parametrize("address", INNER)
def test_no_notation_of_an_inner_address_is_public(address):
    assert not reaching.public(address)


@pytest.mark.parametrize("address", OUTER)
def test_an_address_of_the_wide_network_is_public(address):
    assert reaching.public(address)


@pytest.mark.parametrize("address", ["", "localhost", "0177.0.0.1", "2130706433", "0x7f.1", "1.1.1", "１.1.1.1", "1.1.1.1/32", "[::1]"])
def test_what_is_no_address_is_not_public(address):
    assert not reaching.public(address)


@pytest.mark.parametrize("address", ["10.1.2.3", "::ffff:10.1.2.3", "64:ff9b::10.1.2.3"])
def test_a_listed_network_is_reached_in_every_notation_and_its_neighbour_is_not(address):
    listed = webhook_networks({"GAOXING_WEBHOOK_NETWORKS": " 10.1.0.0/16 ,"})
    assert reaching.public(address, listed)
    assert not reaching.public(address.replace("10.1", "10.2"), listed)


@pytest.mark.parametrize("text", ["10.1.2.3/24", "localhost", "10.0.0.0/33", "10.0.0.0-10.0.0.9", "*"])
def test_a_setting_that_is_no_network_is_told_when_the_office_starts(text):
    with pytest.raises(ImproperlyConfigured, match=r"GAOXING_WEBHOOK_NETWORKS 要写网段"):
        webhook_networks({"GAOXING_WEBHOOK_NETWORKS": f"10.0.0.0/8,{text}"})


@pytest.fixture
def dialled(monkeypatch):
    """Answers names as told, and keeps what was asked and dialled in place of dialling."""

    class Dialled:
        answers, asked, calls = [], [], []

        def names(self, host, port, **how):
            self.asked.append((host, port))
            return [(2, 1, 6, "", (each, port)) for each in self.answers]

        def call(self, where, timeout=None):
            self.calls.append(where)
            raise OSError

    made = Dialled()
    made.answers, made.asked, made.calls = ["93.184.216.34"], [], []
    monkeypatch.setattr(socket, "getaddrinfo", made.names)
    monkeypatch.setattr(socket, "create_connection", made.call)
    return made


def told(url=URL, **how):
    with pytest.raises(Fault) as trouble:
        reaching.deliver(reaching.Post(url, {}, b"{}"), seconds=5, **how)
    return trouble.value.message


def test_the_address_that_was_looked_at_is_dialled_and_the_name_is_not_asked_again(dialled):
    assert told() == reaching.NO_ANSWER
    assert (dialled.asked, dialled.calls) == ([("hooks.example", 443)], [("93.184.216.34", 443)])


def test_a_port_of_the_address_is_dialled(dialled):
    told("https://hooks.example:8443/in")
    assert dialled.calls == [("93.184.216.34", 8443)]


@pytest.mark.parametrize("answers", [["10.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::ffff:10.0.0.1"], []])
def test_one_inner_address_among_those_of_a_name_is_enough_to_dial_none(dialled, answers):
    dialled.answers = answers
    assert (told(), dialled.calls) == (reaching.FORBIDDEN, [])


@pytest.mark.parametrize("url", ["https://127.0.0.1/", "https://[::1]/", "https://[::ffff:10.0.0.1]:8443/", "https://169.254.169.254/latest/meta-data"])
def test_an_inner_address_written_in_place_of_a_name_is_not_dialled(monkeypatch, url):
    monkeypatch.setattr(socket, "create_connection", lambda *given, **more: pytest.fail("dialled"))
    assert told(url) == reaching.FORBIDDEN


def test_a_plain_address_is_not_dialled_though_it_stood_in_the_database(dialled):
    assert (told("http://hooks.example/in"), dialled.calls) == (reaching.FORBIDDEN, [])


def test_a_name_that_nobody_knows_is_no_answer(monkeypatch):
    def unknown(*given, **more):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert told() == reaching.NO_ANSWER


def served(*pieces, pause=0.0):
    """A receiver that answers one post with these pieces, a pause before each; its port, and what it was sent."""
    server, heard = socket.create_server(("127.0.0.1", 0)), []

    def serve():
        connection, _ = server.accept()
        with connection:
            heard.append(connection.recv(65536))
            for piece in pieces:
                threading.Event().wait(pause)
                try:
                    connection.sendall(piece)
                except OSError:
                    return

    threading.Thread(target=serve, daemon=True).start()
    return server.getsockname()[1], heard


class Plain:
    """In place of TLS: hands the socket on, and keeps which name was to be shown."""

    verify_mode, check_hostname, post_handshake_auth = 0, False, None

    def wrap_socket(self, plain, server_hostname):
        self.name = server_hostname
        return plain


HERE = webhook_networks({"GAOXING_WEBHOOK_NETWORKS": "127.0.0.0/8,::1/128"})


def test_the_certificate_must_be_of_the_name_and_not_of_the_address():
    port, heard = served(b"HTTP/1.1 204 No\r\n\r\n")
    shown = Plain()
    reaching.deliver(reaching.Post(f"https://localhost:{port}/in?a=1", {"x-a": "1"}, b"{}"), seconds=5, listed=HERE, context=shown)
    assert shown.name == "localhost"
    assert heard[0].startswith(b"POST /in?a=1 HTTP/1.1\r\n")
    assert f"Host: localhost:{port}".encode() in heard[0]


def test_a_certificate_that_nobody_trusts_is_no_answer(tmp_path):
    port, _heard = served(b"no TLS at all\r\n\r\n")
    assert told(f"https://localhost:{port}/", listed=HERE, context=ssl.create_default_context()) == reaching.NO_ANSWER


def test_who_answers_a_letter_a_moment_is_cut_off_and_holds_no_thread():
    port, _heard = served(*[b"H"] * 200, pause=0.05)
    with pytest.raises(Fault, match=reaching.NO_ANSWER):
        reaching.deliver(reaching.Post(f"https://localhost:{port}/", {}, b"{}"), seconds=0.3, listed=HERE, context=Plain())
    for each in [each for each in threading.enumerate() if each.name == "webhook"]:
        each.join(5)
        assert not each.is_alive()


def test_an_endless_answer_is_not_read_to_its_end():
    port, _heard = served(b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n" + b"x" * 8192)
    reaching.deliver(reaching.Post(f"https://localhost:{port}/", {}, b"{}"), seconds=5, listed=HERE, context=Plain())


@pytest.mark.parametrize(
    ("status", "trouble"), [(199, "199"), (300, reaching.REDIRECTED), (307, reaching.REDIRECTED), (404, "404"), (410, "410"), (503, "503")]
)
def test_only_an_answer_of_two_hundred_and_something_is_taken(status, trouble):
    port, _heard = served(f"HTTP/1.1 {status} X\r\nLocation: https://127.0.0.1/\r\nContent-Length: 0\r\n\r\n".encode())
    assert trouble in told(f"https://localhost:{port}/", listed=HERE, context=Plain())
