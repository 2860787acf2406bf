"""What the page needs to link words and blanks and to save without a loss (页面标签): lit pieces, digests, tokens."""

from __future__ import annotations

import secrets

from django import template
from django.http import HttpRequest

from gaoxing.office.cases.words import STATEMENT
from gaoxing.office.frontdesk import visitor
from gaoxing.office.frontdesk.actions import base_of as digest
from gaoxing.office.frontdesk.marks import Piece, marked, rewritten, spans
from gaoxing.office.frontdesk.queries import Desk

register = template.Library()

_TOKEN = 12
"""Bytes of a page's token."""


@register.filter
def lit(desk: Desk) -> list[Piece]:
    """The statement in pieces, whole: it lies behind the box that holds the same text.

    >>> lit(Desk(statement="你好"))
    [Piece(text='你好', labels=(), paths=(), hue=0, unsure=False, rewritten=False)]
    """
    if desk.veiled:
        return list(desk.stated.pieces) if desk.stated else [Piece(desk.statement)]
    place = next((place for place, each in enumerate(desk.heard) if each.number == STATEMENT), None)
    found = spans(desk.matter, desk.form, place, desk.statement) if place is not None and desk.matter and desk.form else []
    stated = desk.words.stated
    return marked(desk.statement, [*found, *(rewritten(stated) if stated else ())], masked=False)


@register.filter
def base_of(statement: str) -> str:
    """The digest by which a page remembers the statement that it last knew."""
    return digest(statement)


@register.simple_tag
def page_token() -> str:
    """A new token for the page that is being made."""
    return secrets.token_urlsafe(_TOKEN)


@register.filter
def draft_key(request: HttpRequest) -> str:
    """What the browser calls the draft of this page; empty where there is none."""
    return visitor.key(visitor.in_hand(request))


@register.filter
def visit_mark(request: HttpRequest) -> str:
    """The mark of this session: what the browser keeps of another one, it may have lost."""
    return visitor.visit(request)


@register.filter
def draft_keys(request: HttpRequest) -> str:
    """The same of every draft of this browser, parted by blanks."""
    return " ".join(visitor.key(each) for each in visitor.references(request))
