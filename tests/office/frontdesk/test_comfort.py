"""How the page looks and speaks: large, dark, English; only what is offered, and back to where one was."""

import pytest
from django.test import RequestFactory

from gaoxing.office.frontdesk.comfort import Comfort, chosen

pytestmark = pytest.mark.django_db


def root_of(response):
    return response.content.decode().split("<html", 1)[1].split(">", 1)[0]


def test_the_large_page_is_chosen_and_given_up_again(stranger):
    stranger.post("/comfort", {"elder": "on"})
    assert 'class="elder"' in root_of(stranger.get("/"))
    stranger.post("/comfort", {"elder": "off"})
    assert "elder" not in root_of(stranger.get("/"))


def test_dark_and_large_go_together(stranger):
    stranger.post("/comfort", {"elder": "on", "theme": "dark"})
    assert 'class="elder dark"' in root_of(stranger.get("/"))


def test_english_is_spoken_where_it_was_chosen_and_only_there(stranger):
    assert 'lang="zh-CN"' in root_of(stranger.get("/", headers={"accept-language": "en"}))
    stranger.post("/comfort", {"language": "en"})
    assert 'lang="en"' in root_of(stranger.get("/"))


@pytest.mark.parametrize("wanted", [{"theme": "pink"}, {"elder": "x"}, {"language": "de"}, {"sessionid": "stolen"}])
def test_what_is_not_offered_is_not_kept(stranger, wanted):
    assert not stranger.post("/comfort", wanted).cookies


@pytest.mark.parametrize(("back", "place"), [("/privacy", "/privacy"), ("", "/"), ("https://elsewhere.example/", "/"), ("//elsewhere.example", "/")])
def test_one_comes_back_to_where_one_was_and_never_elsewhere(stranger, back, place):
    assert stranger.post("/comfort", {"elder": "on", "next": back})["Location"] == place


def test_a_cookie_that_holds_nonsense_counts_as_not_chosen():
    request = RequestFactory().get("/")
    request.COOKIES.update(elder="1", theme="<b>", language="xx")
    assert chosen(request) == Comfort()
