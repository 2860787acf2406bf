"""The language of the pages: the visitor's choice and nothing else."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation

from gaoxing.office.frontdesk.language import Speaking, chosen
from gaoxing.office.language import in_english


@pytest.fixture
def asking():
    def ask(cookie=None, **headers):
        factory = RequestFactory(headers=headers)
        if cookie is not None:
            factory.cookies["language"] = cookie
        return factory.get("/")

    return ask


def spoken(request):
    return Speaking(lambda _: HttpResponse(translation.get_language()))(request).content.decode()


def test_a_page_is_chinese_without_a_choice(asking):
    assert spoken(asking()) == "zh-hans"


def test_the_browsers_language_changes_nothing(asking):
    assert spoken(asking(accept_language="en-GB,en;q=0.9")) == "zh-hans"


def test_english_is_spoken_where_the_visitor_chose_it(asking):
    assert spoken(asking("en")) == "en"


@pytest.mark.parametrize("cookie", ["zh-hans", "EN", "fr", "", "en; x", "../en"])
def test_any_other_cookie_means_chinese(asking, cookie):
    assert chosen(asking(cookie)) == "zh-hans"


def test_the_thread_speaks_chinese_again_after_an_english_page(asking):
    spoken(asking("en"))
    assert translation.get_language() == "zh-hans"


def test_the_thread_speaks_chinese_again_after_a_failure(asking):
    def failing(_):
        raise LookupError

    with pytest.raises(LookupError):
        Speaking(failing)(asking("en"))
    assert not in_english()
