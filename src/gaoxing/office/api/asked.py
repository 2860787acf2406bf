"""Reading what is sent (请求): JSON in UTF-8 of a bounded size and depth, every field known, and nothing that no database or screen could hold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.parser import Parser
from pydantic import BaseModel, ConfigDict

from gaoxing.office.api.limits import limit
from gaoxing.office.api.problems import Problem, Wrong, unfit

JSON = "application/json"


class Strict(BaseModel):
    """A body or a query of which every field is known and of its own type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Careful(Parser):
    """The parser of bodies."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """The JSON object. Raises a Problem."""
        if (request.content_type or "").lower() != JSON:
            raise Problem(415, "media_type")
        if len(request.body) > limit("largest_body"):
            raise Problem(413, "too_large")
        return read(request.body)


def read(body: bytes) -> dict[str, Any]:
    """A body as JSON. Raises a Problem where it is none, too deep, or holds characters that nothing can store."""
    try:
        found = json.loads(body.decode("utf-8"), parse_constant=_no_number, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise Problem(400, "unreadable") from None
    if not isinstance(found, dict):
        raise Problem(400, "unreadable", _("请求要是一个 JSON 对象：{ … }。"))
    if wrong := tuple(_unstorable(found, "", 0)):
        raise unfit(wrong)
    return found


def wrongs(errors: Iterable[Mapping[str, Any]]) -> tuple[Wrong, ...]:
    """What pydantic found, with paths as the asker wrote them."""
    return tuple(Wrong(_path(each["loc"]), str(each["type"]), _sentence(str(each["type"]))) for each in errors)


def only(request: HttpRequest, known: type[BaseModel]) -> None:
    """Pass where the query names nothing but these fields, each once, and holds nothing that cannot be stored. Raises a Problem."""
    given = request.GET
    strange = [Wrong(f"query.{name}", "extra_forbidden", _sentence("extra_forbidden")) for name in given if name not in known.model_fields]
    twice = [Wrong(f"query.{name}", "twice", _("这一项写了两次。")) for name in given if len(given.getlist(name)) > 1]
    if wrong := [*strange, *twice, *_unstorable(given.dict(), "query", 0)]:
        raise unfit(wrong)


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no name stands twice: of two values nobody could say which is meant."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _unstorable(value: Any, path: str, depth: int) -> Iterable[Wrong]:
    if depth > limit("deepest"):
        yield Wrong(path.partition(".")[0], "too_deep", _("这一项套得太深。"))
    elif isinstance(value, str):
        if "\x00" in value or any("\ud800" <= each <= "\udfff" for each in value):
            yield Wrong(path, "unstorable", _("这一项里有不能存的字符（NUL 或半个代理字符）。"))
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _unstorable(name, path, depth + 1)
            yield from _unstorable(each, f"{path}.{name}" if path else name, depth + 1)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _unstorable(each, f"{path}.{number}", depth + 1)


def _path(loc: Iterable[Any]) -> str:
    """`("body", "body", "revision")` as `revision`; a query's and a header's keep where they stand."""
    steps = [str(each) for each in loc]
    if steps[:1] == ["body"]:
        return ".".join(steps[2:])
    return ".".join([steps[0], *steps[-1:]]) if len(steps) > 1 else ".".join(steps)


def _sentence(kind: str) -> str:
    told = {
        "missing": _("缺这一项。"),
        "extra_forbidden": _("没有这一项，请删去或核对拼写。"),
        "string_too_long": _("这一项太长。"),
        "string_too_short": _("这一项不能空着。"),
        "too_long": _("这一项的条数太多。"),
    }
    return told.get(kind, _("这一项的值不对，请对照接口文档。"))
