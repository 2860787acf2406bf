"""An address that only a button sends to, opened by itself: a page that says so, in either language, and nothing changed."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def page(path, **cookies):
    client = Client()
    client.cookies.load(cookies)
    return client.get(path)


@pytest.mark.parametrize("path", ["/draft/words", "/hand-back", "/consent", "/draft/microphone"])
def test_an_address_of_a_button_opened_by_itself_says_what_next(path):
    answer = page(path)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "请回到原来的页面，再点一次按钮" in answer.content.decode()


def test_it_says_so_in_english_too():
    assert "press the button again" in page("/draft/words", language="en").content.decode()


def test_a_post_to_a_page_that_only_shows_is_told_too(client):
    answer = client.post("/tour")
    assert answer.status_code == 405
    assert "<h2>" in answer.content.decode()


def test_the_api_answers_for_itself(client):
    answer = client.post("/api/v1/openapi.json")
    assert "请回到原来的页面" not in answer.content.decode()
