"""A ticket for the speech socket (听写票): signed, bound to one draft and one browser, good for a few minutes.

The office signs it; the socket only checks the signature and the age. It holds no name and no words.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.core import signing

SALT = "gaoxing.office.listening"
GOOD_FOR = 10 * 60
"""Seconds within which a ticket opens the socket; the page fetches a new one for each recording."""


class Spent(ValueError):
    """The ticket is forged, broken or too old."""


@dataclass(frozen=True)
class Ticket:
    """Which draft is spoken for, and the blank that was asked about, if any."""

    draft: str
    matter: str = ""
    asked: str = ""

    def signed(self) -> str:
        """The ticket as it travels; its time is put in by the signature."""
        return signing.dumps([self.draft, self.matter, self.asked], salt=SALT, compress=False)

    @classmethod
    def read(cls, text: str) -> Ticket:
        """The ticket that was sent. Raises Spent."""
        try:
            draft, matter, asked = signing.loads(text, salt=SALT, max_age=GOOD_FOR)
        except (signing.BadSignature, ValueError, TypeError) as trouble:
            raise Spent("the ticket is forged, broken or too old") from trouble
        return cls(str(draft), str(matter), str(asked))
