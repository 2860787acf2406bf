"""The functions by which indicators are computed (计算方法), by the name that a definition calls; a definition that names none of them is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from gaoxing.office.indicators.computing import cultivation, licensing, projects, registration, service, stuck
from gaoxing.office.indicators.computing.counted import Asked, Computed
from gaoxing.office.indicators.definitions import Indicator
from gaoxing.office.indicators.periods import Period
from gaoxing.office.people.remembering import remembered

Function = Callable[[Asked], Computed | None]
"""Computes for a period; None where the records do not reach back so far."""

FUNCTIONS: Mapping[str, Function] = {
    each.__name__: each
    for each in (
        registration.licences_granted,
        registration.registered_capital,
        registration.registration_days,
        registration.registration_days_promised,
        licensing.joint_licences_issued,
        licensing.joint_cases_issued,
        licensing.joint_applications_saved,
        service.requests_received,
        service.requests_closed,
        service.requests_share,
        service.clients_covered,
        service.clients_covered_share,
        service.clients_contacted_share,
        stuck.stuck_taken,
        stuck.stuck_concluded,
        stuck.stuck_done,
        stuck.causes_removed,
        projects.signed_projects,
        projects.signed_large_projects,
        projects.signed_large_amount,
        projects.major_projects,
        projects.major_projects_investment,
        projects.project_filings,
        projects.project_filings_total,
        cultivation.rung_valid,
        cultivation.rung_first,
    )
}
"""Name → function."""


def compute(indicator: Indicator, period: Period, *, now: datetime) -> Computed | None:
    """What the records give; None where the period has not begun, the records do not reach back to it, or the indicator is none that is computed."""
    asked = Asked(period, now, indicator.argument)
    if not indicator.computed or period.kind not in indicator.kinds or not period.begun(on=asked.on):
        return None
    return remembered(("computed", indicator.computed_by, asked), lambda: FUNCTIONS[indicator.computed_by](asked))


def unknown(defined: Iterable[Indicator]) -> tuple[str, ...]:
    """The indicators that name no function."""
    return tuple(each.id for each in defined if each.computed and each.computed_by not in FUNCTIONS)
