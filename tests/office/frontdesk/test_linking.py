"""The page's tags: lit pieces, digests, keys of drafts."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk import visitor
from gaoxing.office.frontdesk.actions import base_of, read
from gaoxing.office.frontdesk.queries import Desk, desk_of
from gaoxing.office.frontdesk.templatetags.linking import draft_key, draft_keys, lit, page_token


@pytest.fixture
def request_of():
    def made(drafts=(), **sent):
        request = RequestFactory().post("/draft/words", sent)
        request.session = {"draft": drafts[0] if drafts else "", "drafts": list(drafts)}
        return request

    return made


def test_the_lit_words_are_the_statement_whole(statement, now):
    words = Words().state(statement + "电话13812345678。").add("二十年")
    shown = desk_of(words, read(words, now=now), on=now.date())
    assert "".join(piece.text for piece in lit(shown)) == words.statement
    assert "registered_capital" in {path for piece in lit(shown) for path in piece.paths}


def test_an_addition_without_a_statement_lights_nothing(now):
    words = Words().add("我要注册公司，注册资本一百万")
    assert lit(desk_of(words, read(words, now=now), on=now.date())) == []


def test_a_desk_where_nothing_was_said_lights_nothing():
    assert lit(Desk()) == []


def test_the_page_knows_the_digest_of_the_statement():
    assert Template("{% load linking %}{{ said|base_of }}").render(Context({"said": "甲"})) == base_of("甲")


def test_every_page_gets_a_token_of_its_own():
    assert page_token() != page_token()


def test_a_page_names_its_draft_without_giving_it_away(request_of):
    request = request_of(["secret"])
    assert draft_key(request) == visitor.key("secret") != "secret"
    assert draft_keys(request_of(["a", "b"])) == f"{visitor.key('a')} {visitor.key('b')}"


def test_a_post_goes_to_the_draft_its_page_was_made_for(request_of):
    assert visitor.in_hand(request_of(["new", "old"], draft=visitor.key("old"))) == "old"
    assert visitor.in_hand(request_of(["new", "old"])) == "new"


def test_a_draft_that_is_gone_is_no_other_draft(request_of):
    assert visitor.in_hand(request_of(["new"], draft=visitor.key("gone"))) == ""
