"""Requests as they were answered (请求计数): how many by route and status, and how long they took. Several processes add up through a folder of files.

Where PROMETHEUS_MULTIPROC_DIR is set before this module is imported (`serve` does so for several workers), any worker tells the figures of all.
"""

from __future__ import annotations

import os

from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

SHARED = "PROMETHEUS_MULTIPROC_DIR"
disable_created_metrics()  # type: ignore[no-untyped-call]
NOWHERE, STATIC = "none", "static"
_REGISTRY = CollectorRegistry()
_ANSWERS = Counter("gaoxing_requests", "Requests answered", ("route", "status"), registry=_REGISTRY)
_SECONDS = Histogram("gaoxing_request_seconds", "Time to answer", ("route",), buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 10), registry=_REGISTRY)


def count(route: str, status: int, seconds: float) -> None:
    """One more answer. `route` is a name of the code, never an address."""
    _ANSWERS.labels(route, str(status)).inc()
    _SECONDS.labels(route).observe(seconds)


def page() -> bytes:
    """The figures as Prometheus reads them: of this process, or of all that share the folder."""
    if not os.environ.get(SHARED):
        return generate_latest(_REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
