"""Tickets: what was signed is read, anything else is none."""

import time

import pytest
from django.core import signing

from gaoxing.office.listening.ticket import GOOD_FOR, SALT, Spent, Ticket


def test_a_ticket_says_which_draft_and_what_was_asked():
    ticket = Ticket("0123456789abcdef", "company_registration", "parties.0.id_number")
    assert Ticket.read(ticket.signed()) == ticket


@pytest.mark.parametrize(
    "text",
    ["", "x", "a.b.c", Ticket("d").signed()[::-1], signing.dumps(["d"], salt=SALT), signing.dumps(["d", "", ""], salt="other")],
    ids=["empty", "letter", "dotted", "backwards", "too_short", "another_salt"],
)
def test_a_forged_or_broken_ticket_is_none(text):
    with pytest.raises(Spent):
        Ticket.read(text)


def test_an_old_ticket_is_none(monkeypatch):
    signed = Ticket("d").signed()
    later = time.time() + GOOD_FOR + 1
    monkeypatch.setattr("time.time", lambda: later)
    with pytest.raises(Spent):
        Ticket.read(signed)


def test_a_ticket_holds_no_name_and_no_words():
    assert signing.loads(Ticket("0123456789abcdef").signed(), salt=SALT) == ["0123456789abcdef", "", ""]
