"""Health and metrics (运行状况、指标): for machines, so no page of the office around them, and in English words."""

from __future__ import annotations

import hmac
import time
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from gaoxing.office.health import counted, figures, parts
from gaoxing.office.health.remembered import Remembered

LOOKED: Remembered[dict[str, str]] = Remembered(seconds=5)
FIGURES: Remembered[bytes] = Remembered(seconds=10)
"""However many ask, each process looks so often."""


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Whether the process answers; the database is not asked."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """A word for each part; 503 where something is missing without which the office does not work as it should."""
    words = LOOKED.ask(lambda: parts.looked(Path(settings.DATA), now=timezone.now()), at=time.monotonic())
    well = parts.ready(words)
    return JsonResponse({"status": "ready" if well else "not ready", "parts": words}, status=200 if well else 503)


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures, for whoever shows the operator's token; for anybody else there is no such page."""
    kind, _, shown = request.headers.get("Authorization", "").partition(" ")
    token = settings.METRICS_TOKEN
    if not token or kind.lower() != "bearer" or not hmac.compare_digest(shown.strip().encode(), token.encode()):
        raise Http404
    office = FIGURES.ask(lambda: figures.page(timezone.now()), at=time.monotonic())
    return HttpResponse(counted.page() + office, content_type=CONTENT_TYPE_LATEST)
