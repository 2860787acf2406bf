"""Behind a reverse proxy people are known by their own address; what others claim about theirs counts for nothing."""

import ipaddress

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import RequestFactory

from gaoxing.office.behind_proxy import BehindProxy, proxies

HERE = (ipaddress.ip_network("127.0.0.0/8"),)


def asked(settings, remote, told=None, *, trusted=HERE, secure=True):
    settings.PROXIES, settings.SECURE, seen = trusted, secure, []
    request = RequestFactory().get("/", REMOTE_ADDR=remote, **({"HTTP_X_FORWARDED_FOR": told} if told is not None else {}))
    BehindProxy(lambda given: seen.append(given) or HttpResponse())(request)
    return seen[0].META["REMOTE_ADDR"], seen[0].is_secure()


@pytest.mark.parametrize(
    ("remote", "told", "address"),
    [
        ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "203.0.113.9, 127.0.0.1", "203.0.113.9"),
        ("127.0.0.1", "2001:db8::5", "2001:db8::5"),
        ("127.0.0.1", "nonsense", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", None, "127.0.0.1"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
        ("", "198.51.100.1", ""),
    ],
)
def test_who_asks_is_told_by_a_trusted_proxy_alone(settings, remote, told, address):
    assert asked(settings, remote, told)[0] == address


def test_a_proxy_of_an_address_over_https_speaks_https(settings):
    assert asked(settings, "127.0.0.1", "203.0.113.9")[1]
    assert not asked(settings, "203.0.113.7", "203.0.113.9")[1]
    assert not asked(settings, "127.0.0.1", "203.0.113.9", secure=False)[1]


def test_without_a_proxy_nothing_told_is_believed(settings):
    assert asked(settings, "127.0.0.1", "203.0.113.9", trusted=()) == ("127.0.0.1", False)


def test_this_machine_is_trusted_only_where_the_office_is_opened_over_https():
    assert proxies({"GAOXING_ORIGIN": "http://hall.example"}) == ()
    assert [str(each) for each in proxies({"GAOXING_ORIGIN": "https://hall.example"})] == ["127.0.0.0/8", "::1/128"]
    assert proxies({"GAOXING_ORIGIN": "https://hall.example", "GAOXING_PROXIES": ""}) == ()


@pytest.mark.parametrize("text", ["hall.example", "10.0.0.1/8", "300.1.1.1"])
def test_what_is_no_address_is_refused_with_the_way_to_write_it(text):
    with pytest.raises(ImproperlyConfigured, match="GAOXING_PROXIES 要写"):
        proxies({"GAOXING_PROXIES": text})


@pytest.mark.django_db
def test_hsts_reaches_the_browser_through_the_proxy(client, settings):
    settings.PROXIES, settings.SECURE, settings.SECURE_HSTS_SECONDS = HERE, True, 31_536_000
    assert client.get("/tour", headers={"x-forwarded-for": "203.0.113.9"}).headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.django_db
def test_one_who_guesses_codes_shuts_out_nobody_else_behind_the_same_proxy(client, settings):
    settings.PROXIES = HERE
    typed = {"code": "AAAA-AAAA-AAAA", "agree": "on"}
    guessed = [client.post("/resume", typed, headers={"x-forwarded-for": "203.0.113.9"}).status_code for _ in range(12)]
    assert guessed[-1] == 429
    assert client.post("/resume", typed, headers={"x-forwarded-for": "198.51.100.1"}).status_code != 429
