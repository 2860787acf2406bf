"""What a sender is given and gives back (发送引擎): a message; the gateway's receipt; later, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Outcome(StrEnum):
    """What the gateway says became of a message."""

    UNKNOWN = "unknown"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, repr=False)
class Message:
    """A message: to which address (a mobile number, an account of 企业微信), its words, and a token that is the same when it is sent again."""

    address: str
    text: str
    token: str
    title: str = ""


class Sender(Protocol):
    """Carries messages. Raises a Fault where it cannot: `permanent` where trying again will not help."""

    def send(self, message: Message) -> str:
        """Hand a message over; the gateway's receipt, empty where it gives none."""

    def outcome(self, receipt: str) -> Outcome:
        """What became of the message of this receipt."""
