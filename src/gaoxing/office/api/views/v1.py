"""The first version of the API (接口第一版), put together; what any address may answer beside its own."""

from __future__ import annotations

import logging

from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from gaoxing import __version__
from gaoxing.engines.fault import Fault
from gaoxing.office.api import problems
from gaoxing.office.api.asked import Careful, wrongs
from gaoxing.office.api.problems import Problem, absent, unfit
from gaoxing.office.api.views import attachments, cases, drafts, names, recognising
from gaoxing.office.refusal import NotAllowed

_LOG = logging.getLogger(__name__)

api = NinjaAPI(title="Gaoxing 高兴办", version=__version__, docs_url=None, openapi_url=None, urls_namespace="api", parser=Careful())
for each in (recognising.router, names.router, cases.router, drafts.router, attachments.router):
    api.add_router("", each)


def told(request: HttpRequest, trouble: Exception | type[Exception]) -> HttpResponse:
    """Whatever was raised, as a problem; what nobody foresaw is logged and told without a word of it."""
    return problems.answer(_problem(trouble))


def _problem(trouble: Exception | type[Exception]) -> Problem:
    if isinstance(trouble, Problem):
        return trouble
    if isinstance(trouble, NotAllowed):
        return Problem(409, "refused", trouble.reason)
    if isinstance(trouble, ValidationError):
        return unfit(wrongs(trouble.errors))
    if isinstance(trouble, Http404):
        return absent()
    if isinstance(trouble, RequestDataTooBig):
        return Problem(413, "too_large")
    if isinstance(trouble, HttpError):
        return trouble.__cause__ if isinstance(trouble.__cause__, Problem) else Problem(400, "unreadable")
    _LOG.error("an address of the API failed", exc_info=True)
    if isinstance(trouble, Fault):
        return Problem(503, "outage", trouble.message)
    return Problem(503, "outage") if isinstance(trouble, DatabaseError) else Problem(500, "broken")


for kind in (Problem, NotAllowed, ValidationError, Http404, RequestDataTooBig, HttpError, Exception):
    api.add_exception_handler(kind, told)
