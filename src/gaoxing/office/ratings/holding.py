"""What the ratings hold of a person (个人资料里的好差评): handed out with their words; deleted so that the counts stay and nobody is behind them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext_noop

from gaoxing.office.people.holdings import Holding
from gaoxing.office.people.models import Person
from gaoxing.office.ratings.models import Rating
from gaoxing.office.ratings.vault import words_of


def _rows(person: Person) -> list[dict[str, Any]]:
    return [_row(each) for each in Rating.objects.filter(person=person).order_by("pk")]


def _row(rating: Rating) -> dict[str, Any]:
    at = localtime(rating.rated).isoformat(timespec="seconds") if rating.rated else None
    return {"number": rating.reference, "level": rating.level, "reasons": rating.reasons.split(), "words": words_of(rating), "rated": at}


def _numbers(person: Person) -> list[int]:
    return list(Rating.objects.filter(person=person).values_list("pk", flat=True))


def _delete(person: Person, now: datetime) -> int:
    return Rating.objects.filter(person=person).update(person=None, words=b"", link=None, link_until=None)


HOLDING = Holding("ratings.rating", gettext_noop("好差评"), _rows, _numbers, _delete)
