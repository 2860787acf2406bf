"""The document of the API (接口文档): OpenAPI as JSON, and the same as a plain page that needs neither script nor network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gaoxing.office.api.views.v1 import api


@dataclass(frozen=True)
class Address:
    """One address on the page: how it is asked, what for, and the names of what is sent and answered."""

    method: str
    path: str
    summary: str
    sent: str
    answered: str


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """The document (GET /api/v1/openapi.json)."""
    return JsonResponse(document())


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The same to be read (GET /api)."""
    shapes = document()["components"]["schemas"]
    fields = [(name, shape.get("description", ""), list(_fields(shape))) for name, shape in sorted(shapes.items())]
    return render(request, "api/document.html", {"addresses": list(_addresses()), "shapes": fields})


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document."""
    return dict(api.get_openapi_schema(path_prefix="/api/v1/"))


def _addresses() -> Iterator[Address]:
    for path, methods in document()["paths"].items():
        for method, told in methods.items():
            good: dict[str, Any] = next((each for status, each in told["responses"].items() if str(status).startswith("2")), {})
            yield Address(method.upper(), path, told.get("description", told["summary"]), _named(told.get("requestBody", {})), _named(good))


def _named(told: dict[str, Any]) -> str:
    """The name of the shape that a body has; its media type where it has none."""
    for kind, each in told.get("content", {}).items():
        return str(each.get("schema", {}).get("$ref", kind)).rpartition("/")[2]
    return ""


def _fields(shape: dict[str, Any]) -> Iterator[tuple[str, str, bool]]:
    needed = shape.get("required", ())
    for name, told in shape.get("properties", {}).items():
        yield name, _kind(told), name in needed


def _kind(told: dict[str, Any]) -> str:
    if "$ref" in told:
        return str(told["$ref"]).rpartition("/")[2]
    if "anyOf" in told:
        return " | ".join(_kind(each) for each in told["anyOf"])
    if told.get("type") == "array":
        return f"[{_kind(told.get('items', {}))}]"
    return str(told.get("format") or told.get("type") or "any")
