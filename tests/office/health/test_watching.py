"""A request leaves one line: its route, never its address, and who asked as a number alone."""

import logging

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from gaoxing.office.health.views.watching import Watched
from gaoxing.office.log_lines import REQUEST
from gaoxing.office.people import accounts


@pytest.fixture
def lines(caplog, monkeypatch):
    logger = logging.getLogger("gaoxing.requests")
    monkeypatch.setattr(logger, "propagate", True)
    monkeypatch.setattr(logger, "level", logging.INFO)
    logger.manager._clear_cache()
    yield lambda: [each for each in caplog.records if each.name == "gaoxing.requests"]
    logger.manager._clear_cache()


@pytest.mark.django_db
def test_a_page_leaves_one_line_with_its_route(lines):
    Client().get("/tour?mobile=13800001234")
    (line,) = lines()
    assert (line.route, line.method, line.status, line.person) == ("tour", "GET", 200, None)
    assert line.ms >= 0
    assert "13800001234" not in str(line.__dict__)


@pytest.mark.django_db
def test_whoever_is_signed_in_is_a_number(lines, now):
    person = accounts.applicant_of("13900001234", language="zh-hans", now=now)
    request = RequestFactory().get("/tour")
    request._cached_user = person
    Watched(lambda _: HttpResponse())(request)
    assert lines()[0].person == person.pk


@pytest.mark.parametrize(("path", "route"), [("/static/gaoxing/gaoxing.css", "static"), ("/wp-login.php", "none")])
def test_what_no_route_answers_is_not_named_by_its_address(lines, path, route):
    Watched(lambda _: HttpResponse(status=404))(RequestFactory().get(path))
    assert lines()[0].route == route


def test_health_checks_are_no_noise(lines):
    Client().get("/health")
    assert lines() == []


def test_a_broken_page_is_an_error(lines):
    Watched(lambda _: HttpResponse(status=500))(RequestFactory().get("/x"))
    assert lines()[0].levelname == "ERROR"


def test_a_made_up_method_stays_short(lines):
    Watched(lambda _: HttpResponse())(RequestFactory().generic("X" * 500, "/x"))
    assert len(lines()[0].method) == 8


def test_the_number_of_a_request_ends_with_it():
    inside = []
    answer = Watched(lambda _: inside.append(REQUEST.get()) or HttpResponse())(RequestFactory().get("/x"))
    assert inside == [answer["X-Request-ID"]]
    assert REQUEST.get() == ""


def test_the_number_ends_even_where_the_answer_broke():
    def broken(_):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        Watched(broken)(RequestFactory().get("/x"))
    assert REQUEST.get() == ""
