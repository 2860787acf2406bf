"""Figures of the office for a monitoring system (运行指标), read from the database when they are asked for. No label holds anything of people.

Each is read along an index, so that a million cases cost little; `remembered` keeps them some seconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db import Error
from django.db.models import Count, Model
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from gaoxing.office.api.models import Delivery
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.models import Head
from gaoxing.office.cases.models import Case
from gaoxing.office.certificates import ranges
from gaoxing.office.formalities.models import Formality
from gaoxing.office.health import parts
from gaoxing.office.notices.models import Notice

_OPEN_NOTICES = (Notice.State.QUEUED, Notice.State.FAILED, Notice.State.GIVEN_UP)
_OPEN_DELIVERIES = (Delivery.State.QUEUED, Delivery.State.FAILED, Delivery.State.GIVEN_UP)


class Figures(Collector):
    """The office's figures at a moment; where the database does not answer, that alone."""

    def __init__(self, now: datetime) -> None:
        """`now` is when they are asked for."""
        self._now = now

    def collect(self) -> Iterator[Metric]:
        """Every figure."""
        try:
            told = [*_cases(self._now), *_queues(), *_ages(self._now), *_stock()]
        except Error:
            told = []
        yield _one("gaoxing_database_up", "1 where the database answers", 1 if told else 0)
        yield from told


def page(now: datetime) -> bytes:
    """The figures as Prometheus reads them."""
    registry = CollectorRegistry()
    registry.register(Figures(now))
    return generate_latest(registry)


def _cases(now: datetime) -> Iterator[Metric]:
    filed = _by_state(Case, filed__isnull=False)
    drafts = Case.objects.count() - sum(filed.values())
    yield _many("gaoxing_cases", "Cases by state", {**dict.fromkeys(Case.State.values, 0), **filed, Case.State.DRAFT.value: drafts})
    yield _one("gaoxing_cases_overdue", "Cases past their time limit", Case.objects.filter(rank__lt=now).count())


def _queues() -> Iterator[Metric]:
    yield _many("gaoxing_notices", "Notices not sent yet, or given up", _by_state(Notice, *_OPEN_NOTICES))
    yield _many("gaoxing_webhooks", "Webhook deliveries not made yet, or given up", _by_state(Delivery, *_OPEN_DELIVERIES))
    yield _many("gaoxing_formalities", "Steps after the licence by state", _by_state(Formality, *Formality.State))
    yield _one("gaoxing_attachments_to_scan", "Attachments that wait to be scanned", _to_scan())


def _ages(now: datetime) -> Iterator[Metric]:
    for name, help_text, at in (
        ("gaoxing_tick_age_seconds", "Since the minute's tick came to its end; below zero where the clock was set back", parts.tick_at()),
        ("gaoxing_backup_age_seconds", "Since the last backup was made", parts.backup_at()),
    ):
        if at is not None:
            yield _one(name, help_text, (now - at).total_seconds())


def _stock() -> Iterator[Metric]:
    yield _one("gaoxing_audit_entries", "Entries of the audit's chain", Head.objects.values_list("number", flat=True).first() or 0)
    yield _one("gaoxing_credit_codes_left", "Credit codes that may still be allotted; 0 where no range is set", ranges.left())


def _to_scan() -> int:
    """What waits has a time for its next scan, by whose index it is found."""
    return Attachment.objects.filter(next_scan__isnull=False, state=Attachment.State.WAITING).count()


def _by_state(model: type[Model], *states: str, **narrowed: bool) -> dict[str, int]:
    """How many rows of each state; those asked for are told even where there is none."""
    rows = model._default_manager.filter(**({"state__in": states} if states else {}), **narrowed)
    return {**{str(each): 0 for each in states}, **dict(rows.order_by().values_list("state").annotate(many=Count("pk")))}


def _one(name: str, help_text: str, value: float) -> Metric:
    return GaugeMetricFamily(name, help_text, value=value)


def _many(name: str, help_text: str, counts: dict[str, int]) -> Metric:
    family = GaugeMetricFamily(name, help_text, labels=("state",))
    for state, count in sorted(counts.items()):
        family.add_metric((str(state),), count)
    return family
