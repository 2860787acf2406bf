"""The figures by name (指标): what each is called, what it counts and from where, and whether it counts requests or parts.

A figure is shown with its definition, so that nobody has to guess what a number means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from gaoxing.casework.aftercare.limits import limits
from gaoxing.office.aftercare.facts import WORST_GOOD
from gaoxing.office.aftercare.figures import counting
from gaoxing.office.aftercare.figures.counting import Counted, Moment, judged, measured
from gaoxing.office.aftercare.figures.rows import PartRow, RequestRow


class Which(StrEnum):
    """Which records of a figure: those that it tells of, those that fell short of it, all that were counted."""

    MEMBERS = "members"
    MISSED = "missed"
    COUNTED = "counted"


@dataclass(frozen=True)
class Figure:
    """A figure: its id, name and definition; `missed` what those that fell short are called, empty where to be no member is no shortcoming.

    `parts`: it counts parts, not requests; `plain` it is a mere number; `days` it is an average of working days. `of_unit`: how it judges a part for a unit,
    where that does not hang on the unit that leads the part now.
    """

    id: str
    name: Promise
    told: Promise
    count: Callable[[Iterable[RequestRow], Moment], Counted]
    missed: Promise | str = ""
    parts: bool = False
    plain: bool = False
    days: bool = False
    of_unit: Callable[[PartRow, int], bool | None] | None = None

    @property
    def definition(self) -> str:
        """What it counts, with the limits that are in force, in the language of the page."""
        known = limits()
        return str(self.told) % {"days": known.steps["contact"], "hours": known.hours["contact_urgent"], "good": WORST_GOOD}


def _requests(judge: Callable[[RequestRow, Moment], bool | None]) -> Callable[[Iterable[RequestRow], Moment], Counted]:
    return lambda rows, at: judged(rows, judge, at)


def _parts(judge: Callable[[PartRow, Moment], bool | None]) -> Callable[[Iterable[RequestRow], Moment], Counted]:
    return lambda rows, at: judged((part for row in rows for part in row.parts), judge, at)


FIGURES: tuple[Figure, ...] = (
    Figure(
        "received",
        gettext_lazy("收到"),
        gettext_lazy("在这个期间提交的诉求，一件算一件；草稿不算。下面的各项都从这些诉求里数，不管后来哪一天办的。"),
        _requests(counting.received),
        plain=True,
    ),
    Figure(
        "contacted",
        gettext_lazy("按时联系"),
        gettext_lazy(
            "第一次联系企业不晚于受理后 %(days)s 个工作日（急的不晚于提交后 %(hours)s 个工作小时）。还没到时限的、时限以前已经撤回、并入或者不予受理的不算。"
        ),
        _requests(counting.contacted),
        gettext_lazy("没有按时联系"),
    ),
    Figure(
        "in_time",
        gettext_lazy("按时办结"),
        gettext_lazy(
            "按件里的每一件事数：每次派单都在时限里答复（办结或者答复不能办），等企业补充的日子不算在内。过了时限的算没有按时，不管后来怎样；还没到时限的不算。"
        ),
        _parts(counting.in_time),
        gettext_lazy("没有按时办结"),
        parts=True,
    ),
    Figure(
        "closed",
        gettext_lazy("办结"),
        gettext_lazy("企业已经验收的，包括回访后验收、到期没有回音自动验收的。不予受理的、企业撤回的不算。办结不等于解决。"),
        _requests(counting.closed),
        gettext_lazy("还没有办结"),
    ),
    Figure(
        "solved",
        gettext_lazy("解决"),
        gettext_lazy("办结的里面，验收时说“解决了”的。没有评价的不算解决。"),
        _requests(counting.solved),
        gettext_lazy("办结了没有解决，或者没有说"),
    ),
    Figure(
        "rated",
        gettext_lazy("参评"),
        gettext_lazy("办结的里面，企业作了评价的。到期没有回音自动验收的是未评价。"),
        _requests(counting.rated),
        gettext_lazy("未评价"),
    ),
    Figure(
        "satisfied",
        gettext_lazy("满意"),
        gettext_lazy("作了评价的里面，打 %(good)s 到 5 分的。未评价的不在里面，从不算满意；重开、重办过的看最后一次验收。"),
        _requests(counting.satisfied),
        gettext_lazy("不满意"),
    ),
    Figure(
        "reopened",
        gettext_lazy("重开"),
        gettext_lazy("验收过的里面，后来又要求再办的；一件开几次也算一件。"),
        _requests(counting.reopened),
    ),
    Figure(
        "returned",
        gettext_lazy("退回"),
        gettext_lazy("派过单的每一件事里，单位退回过的。按单位看的，算在退回的那个单位名下，不管后来改派给谁；派给过它的都算在里面。"),
        _parts(counting.returned),
        parts=True,
        of_unit=counting.returned_by,
    ),
    Figure(
        "extended",
        gettext_lazy("延期"),
        gettext_lazy("派过单的每一件事里，同意过延期的；只是申请、没有同意的不算。"),
        _parts(counting.extended),
        parts=True,
    ),
    Figure(
        "request_days",
        gettext_lazy("从提交到答复"),
        gettext_lazy("已经全部答复的诉求，从提交后第一个工作日数到最后一次都有答复那天，平均几个工作日；等企业补充的日子也算。"),
        lambda rows, at: measured(rows, counting.request_days, at),
        days=True,
    ),
    Figure(
        "part_days",
        gettext_lazy("单位办理"),
        gettext_lazy("已经答复的每一件事，从派单后第一个工作日数到答复那天，平均几个工作日；等企业补充的日子不算，重办的加在一起。"),
        lambda rows, at: measured((part for row in rows for part in row.parts), counting.part_days, at),
        parts=True,
        days=True,
    ),
)
"""Every figure, in the order in which it is shown."""

BY_ID = {each.id: each for each in FIGURES}


def of_unit(figure: Figure, rows: Iterable[RequestRow], unit: int, at: Moment) -> Counted:
    """A figure of a unit: of what it leads now, or of what happened while it led. `rows` are those of every unit."""
    judge = figure.of_unit
    if judge is None:
        return figure.count(with_parts(rows, lambda part: part.lead == unit), at)
    return judged((part for row in rows for part in row.parts), lambda part, _at: judge(part, unit), at)


def units_of(rows: Iterable[RequestRow]) -> tuple[int, ...]:
    """Every unit that leads a part, or led one (0: it has none)."""
    parts = [part for row in rows for part in row.parts]
    return tuple(dict.fromkeys([*(part.lead for part in parts), *(each.unit for part in parts for each in part.events if each.unit)]))


def with_parts(rows: Iterable[RequestRow], wanted: Callable[[PartRow], bool]) -> tuple[RequestRow, ...]:
    """The requests that have such a part, with those parts alone."""
    kept = (replace(row, parts=tuple(part for part in row.parts if wanted(part))) for row in rows)
    return tuple(row for row in kept if row.parts)


def chosen(found: Counted, which: Which) -> tuple[int, ...]:
    """The numbers in the table of the records that somebody asks for."""
    return {Which.MEMBERS: found.members, Which.MISSED: found.missed, Which.COUNTED: found.of}[which]
