"""What is asked of the database once a request (本次请求记住的): roles and delegations, which guard, list and page ask for one after another.

Only while nothing changes roles: a request that reads, one decision of who may act, one step of the tick. Whoever changes roles sees the change at once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Answer = TypeVar("Answer")

_KEPT: ContextVar[dict[Hashable, Any] | None] = ContextVar("remembered", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """Within this, and for this thread alone, each question is asked once; within another one, what that one keeps is kept on."""
    kept = _KEPT.get()
    former = _KEPT.set({} if kept is None else kept)
    try:
        yield
    finally:
        _KEPT.reset(former)


def remembered(question: Hashable, ask: Callable[[], Answer]) -> Answer:
    """The answer that was had before to this question; elsewhere than within `remembering` it is asked anew.

    >>> with remembering():
    ...     remembered("who", lambda: "first"), remembered("who", lambda: "second")
    ('first', 'first')
    >>> remembered("who", lambda: "second")
    'second'
    """
    kept = _KEPT.get()
    if kept is None:
        return ask()
    if question not in kept:
        kept[question] = ask()
    found: Answer = kept[question]
    return found


def keep(question: Hashable, answer: Any) -> None:
    """Remember an answer that came along with another's; elsewhere than within `remembering` nothing is kept.

    >>> with remembering():
    ...     keep("who", "first"), remembered("who", lambda: "second")
    (None, 'first')
    """
    kept = _KEPT.get()
    if kept is not None:
        kept[question] = answer
