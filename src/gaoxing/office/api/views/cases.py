"""The addresses of cases (办件接口)."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from ninja import Query, Router
from pydantic import Field

from gaoxing.office.api import cases
from gaoxing.office.api.answering import answer
from gaoxing.office.api.asked import Strict, only
from gaoxing.office.api.views.bearer import Bearer, caller
from gaoxing.office.api.cases import Wanted
from gaoxing.office.api.limits import limit
from gaoxing.office.api.shapes import CasePage
from gaoxing.office.api.views.problem_shapes import with_problems
from gaoxing.office.cases.models import Case

router = Router(tags=["cases"])
READ = Bearer("read_cases")


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
