"""The language of the page that is being made (界面语言): whether it is English, and the words of the tables in it. The pages choose it in the front desk."""

from __future__ import annotations

from django.utils.translation import get_language

from gaoxing.casework.table import Term

ENGLISH = "en"


def in_english() -> bool:
    """Whether the page that is being made is an English one."""
    return (get_language() or "").startswith(ENGLISH)


def said(term: Term) -> str:
    """A term of a table in the language of the page."""
    return term.english if in_english() else term.term
