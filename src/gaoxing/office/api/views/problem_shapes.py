"""What the document says of errors (接口文档里的错误): one shape for all of them."""

from __future__ import annotations

from typing import Any

from gaoxing.office.api.shapes import ProblemShape

_USUAL = (400, 401, 403, 404, 405, 406, 413, 415, 422, 429, 503)
_OF_ACTS = (409,)


def with_problems(shape: Any, status: int = 200, *, acts: bool = False) -> dict[int, Any]:
    """The answer of an address and the problems it may answer instead; an act may be refused besides."""
    return {status: shape, **dict.fromkeys((*_USUAL, *(_OF_ACTS if acts else ())), ProblemShape)}
