"""What is sealed of clients (服务对象的加密内容): whom to reach, notes of visits, and why a steward was given a client."""

from __future__ import annotations

from gaoxing.office.aftercare.models import ClientContact, ClientVisit, Stewardship
from gaoxing.office.aftercare.vault import place
from gaoxing.office.sealed import SealedColumn


def reach_place(contact: ClientContact) -> str:
    """For what a further contact of a client is sealed."""
    return place("client", contact.client_id, f"contact {contact.pk}")


def visit_place(visit: ClientVisit) -> str:
    """For what the note of a visit is sealed."""
    return place("visit", visit.pk, "note")


def why_place(term: Stewardship) -> str:
    """For what it is sealed why a steward was given a client."""
    return place("stewardship", term.pk, "why")


OF_CLIENTS = (
    SealedColumn("aftercare.ClientContact", "who", reach_place),
    SealedColumn("aftercare.ClientVisit", "note", visit_place),
    SealedColumn("aftercare.Stewardship", "why", why_place),
)
"""What `gaoxing keys rotate` brings under a new key of them."""
