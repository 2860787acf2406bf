"""The language of a page, and the words of the tables in it."""

import pytest
from django.utils.translation import deactivate_all, override

from gaoxing.casework.table import Term
from gaoxing.office.language import in_english, said

STATE = Term("accepted", "已受理", "accepted")


@pytest.mark.parametrize(("language", "english"), [("en", True), ("en-gb", True), ("zh-hans", False), ("eo", False)])
def test_english_is_told_from_every_other_language(language, english):
    with override(language):
        assert in_english() is english


def test_a_page_of_no_language_is_not_english():
    with override(None):
        deactivate_all()
        assert not in_english()


def test_a_term_is_said_in_the_language_of_the_page():
    with override("en"):
        assert said(STATE) == "accepted"
    with override("zh-hans"):
        assert said(STATE) == "已受理"
