"""What the API seals (接口的加密内容): what was answered to a key, and the secrets that sign what is sent on."""

from __future__ import annotations

from gaoxing.office.api.models import Replay, Subscription
from gaoxing.office.sealed import Sealed, SealedColumn


def answer_place(replay: Replay) -> str:
    """The place for which an answer is sealed."""
    return f"api.replay:{replay.token_id}:{replay.key}"


def secret_place(subscription: Subscription) -> str:
    """The place for which a secret is sealed."""
    return f"api.subscription:{subscription.mark}"


SEALED: tuple[Sealed, ...] = (
    SealedColumn("api.Replay", "answer", answer_place),
    SealedColumn("api.Subscription", "secret", secret_place),
)
"""What `gaoxing keys rotate` brings under a new key."""
