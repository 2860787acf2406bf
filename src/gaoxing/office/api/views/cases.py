"""The addresses of cases (办件接口)."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from ninja import Body, Query, Router
from pydantic import Field

from gaoxing.casework.acting import Reason
from gaoxing.office.api import acting, cases
from gaoxing.office.api.answering import answer
from gaoxing.office.api.asked import Strict, only
from gaoxing.office.api.cases import Wanted
from gaoxing.office.api.limits import limit
from gaoxing.office.api.problems import absent
from gaoxing.office.api.shapes import CasePage, CaseShape
from gaoxing.office.api.telling import case_shape
from gaoxing.office.api.views.bearer import Bearer, caller
from gaoxing.office.api.views.once import KEYED, done_once
from gaoxing.office.api.views.problem_shapes import with_problems
from gaoxing.office.cases import looking
from gaoxing.office.cases.models import Case

router = Router(tags=["cases"])
READ, HANDLE, SUBMIT = Bearer("read_cases"), Bearer("handle"), Bearer("submit")

Revision = Annotated[int, Field(ge=0, le=2**31 - 1)]
Text = Annotated[str, Field(max_length=500)]


class Filters(Strict):
    """Which cases are asked for."""

    state: Annotated[Case.State, Field(strict=False)] | None = None
    matter: Annotated[str, Field(max_length=64, pattern=r"^[a-z_]+$")] | None = None
    after: Annotated[str, Field(max_length=40)] | None = None
    size: Annotated[int, Field(ge=1, le=limit("page"), strict=False)] = limit("page")


@router.get("/cases", url_name="api_cases", auth=READ, response=with_problems(CasePage))
def list_cases(request: HttpRequest, filters: Query[Filters]) -> HttpResponse:
    """The newest submitted cases that the caller sees; `after` goes on after an earlier page."""
    only(request, Filters)
    asks = caller(request)
    wanted = Wanted(filters.state or "", filters.matter or "", filters.after or "", filters.size)
    return answer(cases.listed(asks.person, wanted, on=localdate(asks.now)))


class TypedReason(Strict):
    """A typed reason: its id from the act's list, what it is in words, and what it is about."""

    id: Annotated[str, Field(min_length=1, max_length=48)]
    words: Annotated[str, Field(min_length=1, max_length=500)]
    about: Text = ""


class Act(Strict):
    """An act on the revision last read. `settled` are the numbers, from 1, of the findings of level manual that were looked at before a registration."""

    act: Annotated[str, Field(min_length=1, max_length=32, pattern="^[a-z_]+$")]
    revision: Revision
    reasons: Annotated[list[TypedReason], Field(max_length=40)] = Field(default_factory=list)
    note: Text = ""
    limit: Annotated[str, Field(max_length=32)] = ""
    settled: Annotated[list[Annotated[int, Field(ge=1, le=999)]], Field(max_length=40)] = Field(default_factory=list)
    uscc: Annotated[str, Field(max_length=40)] = ""


class Withdrawal(Strict):
    """A withdrawal of the revision last read."""

    revision: Revision


@router.get("/cases/{number}", url_name="api_case", auth=READ, response=with_problems(CaseShape))
def read_case(request: HttpRequest, number: str) -> HttpResponse:
    """One case as last submitted; that one of the staff read it is kept in the audit."""
    asks, found = caller(request), _case(request, number)
    if asks.person.is_staff_member:
        looking.read(found, asks.person, now=asks.now)
    return answer(case_shape(found, asks.person, now=asks.now))


@router.post("/cases/{number}/acts", url_name="api_case_act", auth=HANDLE, response=with_problems(CaseShape, acts=True), openapi_extra=KEYED)
@done_once
def act_on_case(request: HttpRequest, number: str, body: Body[Act]) -> HttpResponse:
    """Do one of the acts that stand open to the caller; 409 where somebody was quicker, or something stands in the way."""
    asks = caller(request)
    reasons = tuple(Reason(each.id, each.words, each.about) for each in body.reasons)
    asked = acting.Asked(body.act, body.revision, reasons, body.note, body.limit, tuple(body.settled), body.uscc.strip())
    done = acting.act(_case(request, number), asked, asks.person, now=asks.now)
    return answer(case_shape(done, asks.person, now=asks.now))


@router.post("/cases/{number}/withdraw", url_name="api_case_withdraw", auth=SUBMIT, response=with_problems(CaseShape, acts=True), openapi_extra=KEYED)
@done_once
def withdraw_case(request: HttpRequest, number: str, body: Body[Withdrawal]) -> HttpResponse:
    """Withdraw an own case."""
    asks = caller(request)
    done = acting.act(_case(request, number), acting.Asked(acting.WITHDRAW, body.revision), asks.person, now=asks.now)
    return answer(case_shape(done, asks.person, now=asks.now))


def _case(request: HttpRequest, number: str) -> Case:
    """The case of a number. Raises a Problem (404) for one that the caller does not see, as for none."""
    asks = caller(request)
    found = cases.seen_by(asks.person, on=localdate(asks.now)).select_related("owner", "unit").filter(number=number).first() if "\x00" not in number else None
    if found is None or not found.submissions.exists():
        raise absent()
    return found
