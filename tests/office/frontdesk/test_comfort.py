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


@pytest.mark.parametrize(
    ("back", "place"), [("/privacy", "/privacy"), ("", "/"), ("https://elsewhere.example/", "/"), ("//elsewhere.example", "/"), ("-1", "/"), ("privacy", "/")]
)
def test_one_comes_back_to_where_one_was_and_never_elsewhere(stranger, back, place):
    assert stranger.post("/comfort", {"elder": "on", "next": back})["Location"] == place


def test_a_cookie_that_holds_nonsense_counts_as_not_chosen():
    request = RequestFactory().get("/")
    request.COOKIES.update(elder="1", theme="<b>", language="xx")
    assert chosen(request) == Comfort()


def test_a_choice_is_kept_for_a_year_out_of_reach_of_scripts(stranger):
    cookie = stranger.post("/comfort", {"theme": "light"}).cookies["theme"]
    assert (cookie["max-age"], cookie["httponly"], cookie["samesite"]) == (365 * 24 * 60 * 60, True, "Lax")


def test_a_choice_leaves_the_others_as_they_are(stranger):
    stranger.post("/comfort", {"elder": "on", "theme": "dark"})
    stranger.post("/comfort", {"language": "en"})
    assert 'class="elder dark"' in root_of(stranger.get("/"))


def test_the_colours_in_force_are_told_to_browser_and_reader(stranger):
    stranger.post("/comfort", {"theme": "dark"})
    page = stranger.get("/").content.decode()
    assert '<meta name="color-scheme" content="dark">' in page
    assert 'value="dark" aria-pressed="true"' in page


def test_every_page_offers_the_large_page_and_english_at_once(visitor):
    for address in ("/", "/desk", "/privacy", "/tour", "/nowhere"):
        page = visitor.get(address).content.decode()
        assert page.index('name="elder"') < page.index('name="language"') < page.index('<details class="ask-once display"')


def test_a_page_that_came_of_a_post_sends_one_to_the_start_page(visitor):
    page = visitor.post("/draft/words", {"words": "长" * 200_000})
    assert page.status_code == 413
    assert 'name="next" value=""' in page.content.decode()


def test_choosing_asks_for_no_consent_and_stores_nothing(stranger):
    assert "sessionid" not in stranger.post("/comfort", {"elder": "on"}).cookies


def test_the_session_is_kept_as_long_as_a_draft(visitor, statement):
    visitor.post("/draft/words", {"words": statement})
    assert 0 < visitor.cookies["sessionid"]["max-age"] <= 30 * 24 * 60 * 60
