"""Requests that were merged (并入主单): they are handled together, and each enterprise gets an answer of its own; nobody reads what was written for another."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from gaoxing.office.aftercare.models import Part, Request

ANSWERS = "answers"
"""Under which name the note of a part's outcome holds the answers to merged requests, each by the request's number in the table."""


def originators(part: Part) -> tuple[Request, ...]:
    """The merged requests of other enterprises that wait for this part's answer."""
    main = part.request
    waiting = main.merged.filter(state=Request.State.MERGED).prefetch_related("parts").order_by("pk")
    known = set(main.parts.values_list("category", flat=True))
    return tuple(each for each in waiting if not same(each, main) and answers_to(part, _categories(each), known))


def answering(request: Request) -> Sequence[Part]:
    """The parts of the main request that answer a merged one: those of its categories, and where it has none of theirs all."""
    if request.main is None:
        return ()
    own, parts = _categories(request), list(request.main.parts.select_related("request", "lead").prefetch_related("events"))
    known = {each.category for each in parts}
    return [each for each in parts if answers_to(each, own, known)]


def answers_to(part: Part, own: Collection[str], known: Collection[str]) -> bool:
    """Whether a part answers a merged request that has these categories of its own, of a main request that has those known."""
    return part.category in own or not set(own) & set(known)


def same(request: Request, main: Request) -> bool:
    """Whether both are of one enterprise, so that it may read both as they are."""
    by_client = request.client_id is not None and request.client_id == main.client_id
    return by_client or (request.owner_id is not None and request.owner_id == main.owner_id)


def own_answer(note: Mapping[str, Any], request: Request) -> str:
    """What was written for a merged request; empty where nothing was."""
    answers = note.get(ANSWERS)
    return str(answers.get(str(request.pk), "")) if isinstance(answers, Mapping) else ""


def _categories(request: Request) -> frozenset[str]:
    return frozenset(each.category for each in request.parts.all())
