"""What can be asked of the ratings (好差评查询): one by its link or its subject, what is to be called back, and counts of which each opens its records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from gaoxing.office.ratings import scale
from gaoxing.office.ratings.models import CallBack, Rating
from gaoxing.office.ratings.vault import link_digests

PAGE = 50
UNRATED = "none"
"""The filter for those who have not answered."""


@dataclass(frozen=True)
class Line:
    """Counts for one clerk or unit, or for all: its number (0: nobody's, None: all), how many were asked, and how many gave each level."""

    number: int | None
    name: str
    asked: int
    levels: Mapping[str, int]

    @property
    def rated(self) -> int:
        """How many answered."""
        return sum(self.levels.values())

    @property
    def silent(self) -> int:
        """How many did not answer: they count for nothing but themselves."""
        return self.asked - self.rated

    @property
    def rate(self) -> int | None:
        """Answers in percent of those asked (评价率), rounded down; None where nobody was asked."""
        return self.rated * 100 // self.asked if self.asked else None

    @property
    def good(self) -> int | None:
        """Answers of the first three levels in percent of the answers (满意率), rounded down; None where nobody answered."""
        fine = sum(count for level, count in self.levels.items() if level not in scale.low())
        return fine * 100 // self.rated if self.rated else None


@dataclass(frozen=True)
class Wanted:
    """Which ratings are listed: a level (`none`: unanswered), a clerk's or unit's number, and from which day to which they were asked."""

    level: str = ""
    clerk: int | None = None
    unit: int | None = None
    since: date | None = None
    until: date | None = None
    before: int = 0


def by_link(token: str, *, now: datetime) -> Rating | None:
    """The rating that a link opens; None for one that is not known, was used or has ended."""
    return Rating.objects.filter(link__in=link_digests(token), link_until__gte=now).first() if token else None


def of_subject(kind: str, subject: int) -> Rating | None:
    """The rating of a piece of business; None where none was asked for."""
    return Rating.objects.filter(kind=kind, subject=subject).first()


def chosen(rows: QuerySet[Rating], wanted: Wanted) -> QuerySet[Rating]:
    """Those of these ratings that are wanted."""
    found = rows.filter(level="") if wanted.level == UNRATED else rows.filter(level=wanted.level) if wanted.level else rows
    for column in ("clerk", "unit"):
        number = getattr(wanted, column)
        found = found.filter(**({f"{column}": number} if number else {f"{column}__isnull": True})) if number is not None else found
    found = found.filter(asked__date__gte=wanted.since) if wanted.since else found
    return found.filter(asked__date__lte=wanted.until) if wanted.until else found


def page(rows: QuerySet[Rating], wanted: Wanted) -> tuple[tuple[Rating, ...], int]:
    """A page of those wanted, the newest first, and the number before which the next one goes on; 0 on the last."""
    found = chosen(rows, wanted).select_related("clerk", "unit", "call_back").order_by("-pk")
    listed = list((found.filter(pk__lt=wanted.before) if wanted.before else found)[: PAGE + 1])
    return tuple(listed[:PAGE]), listed[PAGE - 1].pk if len(listed) > PAGE else 0


def due(rows: QuerySet[Rating]) -> tuple[CallBack, ...]:
    """The call-backs that are still to be made, what is due first first."""
    open_ones = CallBack.objects.filter(rating__in=rows.values("pk"), called=None)
    return tuple(open_ones.select_related("rating", "rating__clerk", "rating__unit").order_by("due", "pk"))


def whole(rows: QuerySet[Rating]) -> Line:
    """The counts of them all."""
    return Line(None, "", rows.count(), dict(rows.exclude(level="").values_list("level").annotate(Count("pk")).order_by()))


def by(rows: QuerySet[Rating], column: str, names: Mapping[int, str]) -> tuple[Line, ...]:
    """The counts by `clerk` or `unit`, those with the most first; `names` say how each is called."""
    told = {level: Count("pk", filter=Q(level=level)) for level in scale.levels()}
    found = rows.values(column).annotate(asked_of=Count("pk"), **told).order_by("-asked_of", column)
    return tuple(
        Line(each[column] or 0, names.get(each[column] or 0, ""), each["asked_of"], {level: each[level] for level in told if each[level]}) for each in found
    )
