"""What the requests seal (加密内容): contacts, what was said, and the notes of events."""

from __future__ import annotations

from gaoxing.office.aftercare.clients.sealed import OF_CLIENTS, reach_place
from gaoxing.office.aftercare.forces.sealed import OF_FORCES
from gaoxing.office.aftercare.models import Client, ClientContact, Part, PartEvent, Request, RequestEvent, RequestReveal
from gaoxing.office.aftercare.vault import place, unseal
from gaoxing.office.sealed import KeyedDigest, Sealed, SealedColumn
from gaoxing.office.vault import digest
from gaoxing.standards import telephone

SAID, REACHED = "request words", "request telephone"
"""The purposes under which a request's words and its contact's telephone become keyed digests."""


def contact_place(client: Client) -> str:
    """For what a client's contact is sealed."""
    return place("client", client.pk, "contact")


def content_place(row: Request | Part) -> str:
    """For what the words of a request or a part are sealed."""
    return place("request" if isinstance(row, Request) else "part", row.pk, "content")


def note_place(event: RequestEvent | PartEvent) -> str:
    """For what an event's note is sealed."""
    return place("request" if isinstance(event, RequestEvent) else "part", event.subject_id, f"event {event.number} note")


def reveal_place(reveal: RequestReveal) -> str:
    """For what the words are sealed that somebody wrote to be shown something."""
    return place("reveal", reveal.pk, "words")


def reached_digest(mobile: str) -> str:
    """The digest of a contact's telephone to be stored; empty where there is none."""
    plain = telephone.compact(mobile)
    return digest(plain, purpose=REACHED) if plain else ""


def bare(words: str) -> str:
    """Words without spaces, points and case: what does not make them others."""
    return "".join(each for each in words.casefold() if each.isalnum())


def _said_anew(request: Request) -> str | None:
    """The digest under the key in use; None where the words were deleted."""
    words = unseal(request.content, content_place(request)).get("words")
    return digest(bare(words), purpose=SAID) if words else None


def _reached_anew(request: Request) -> str | None:
    """The digest under the key in use; None where the contact was deleted."""
    return reached_digest(str(unseal(request.content, content_place(request)).get("mobile", ""))) or None


def _listed_anew(client: Client) -> str | None:
    return reached_digest(str(unseal(client.contact, contact_place(client)).get("mobile", ""))) or None


def _contact_anew(contact: ClientContact) -> str | None:
    return reached_digest(str(unseal(contact.who, reach_place(contact)).get("telephone", ""))) or None


SEALED: tuple[Sealed, ...] = (
    SealedColumn("aftercare.Client", "contact", contact_place),
    *OF_CLIENTS,
    *OF_FORCES,
    SealedColumn("aftercare.Request", "content", content_place),
    SealedColumn("aftercare.Part", "content", content_place),
    SealedColumn("aftercare.RequestEvent", "note", note_place),
    SealedColumn("aftercare.PartEvent", "note", note_place),
    SealedColumn("aftercare.RequestReveal", "words", reveal_place),
    KeyedDigest("aftercare.Request", "said", _said_anew),
    KeyedDigest("aftercare.Request", "reached", _reached_anew),
    KeyedDigest("aftercare.Client", "reached", _listed_anew),
    KeyedDigest("aftercare.ClientContact", "reached", _contact_anew),
)
"""What `gaoxing keys rotate` brings under a new key."""
