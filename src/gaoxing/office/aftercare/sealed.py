"""What the requests seal (加密内容): contacts, what was said, and the notes of events."""

from __future__ import annotations

from gaoxing.office.aftercare.clients.sealed import OF_CLIENTS
from gaoxing.office.aftercare.models import Client, Part, PartEvent, Request, RequestEvent
from gaoxing.office.aftercare.vault import place, unseal
from gaoxing.office.sealed import KeyedDigest, Sealed, SealedColumn
from gaoxing.office.vault import digest

SAID = "request words"
"""The purpose under which a request's words become a keyed digest."""


def contact_place(client: Client) -> str:
    """For what a client's contact is sealed."""
    return place("client", client.pk, "contact")


def content_place(row: Request | Part) -> str:
    """For what the words of a request or a part are sealed."""
    return place("request" if isinstance(row, Request) else "part", row.pk, "content")


def note_place(event: RequestEvent | PartEvent) -> str:
    """For what an event's note is sealed."""
    return place("request" if isinstance(event, RequestEvent) else "part", event.subject_id, f"event {event.number} note")


def bare(words: str) -> str:
    """Words without spaces, points and case: what does not make them others."""
    return "".join(each for each in words.casefold() if each.isalnum())


def _said_anew(request: Request) -> str | None:
    """The digest under the key in use; None where the words were deleted."""
    words = unseal(request.content, content_place(request)).get("words")
    return digest(bare(words), purpose=SAID) if words else None


SEALED: tuple[Sealed, ...] = (
    SealedColumn("aftercare.Client", "contact", contact_place),
    *OF_CLIENTS,
    SealedColumn("aftercare.Request", "content", content_place),
    SealedColumn("aftercare.Part", "content", content_place),
    SealedColumn("aftercare.RequestEvent", "note", note_place),
    SealedColumn("aftercare.PartEvent", "note", note_place),
    KeyedDigest("aftercare.Request", "said", _said_anew),
)
"""What `gaoxing keys rotate` brings under a new key."""
