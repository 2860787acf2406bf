"""The addresses of drafts (草稿接口)."""

from __future__ import annotations

import hashlib
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Body, Query, Router
from pydantic import Field

from gaoxing.office.api import drafting
from gaoxing.office.api.answering import answer
from gaoxing.office.api.asked import Strict, only
from gaoxing.office.api.cases import place
from gaoxing.office.api.drafting import CHANGE, Begun, draft, drafts_of
from gaoxing.office.api.limits import limit
from gaoxing.office.api.replaying import HEADER
from gaoxing.office.api.shapes import DraftPage, DraftShape, SubmittedShape
from gaoxing.office.api.telling import draft_row, draft_shape
from gaoxing.office.api.views.bearer import Bearer, caller
from gaoxing.office.api.views.once import KEYED, done_once
from gaoxing.office.api.views.problem_shapes import with_problems
from gaoxing.office.cases.judging import judged
from gaoxing.office.cases.permissions import SEE
from gaoxing.office.cases.queries import words_of
from gaoxing.office.cases.submitting import LONGEST_ANSWER, Sent, submit
from gaoxing.office.refusal import NotAllowed

router = Router(tags=["drafts"])
READ, WRITE, SUBMIT = Bearer("read_cases"), Bearer("write_drafts"), Bearer("submit")

Words = Annotated[str, Field(min_length=1, max_length=6_000)]
Revision = Annotated[int, Field(ge=0, le=2**31 - 1)]
Path = Annotated[str, Field(min_length=1, max_length=120)]


class Page(Strict):
    """Where the list goes on."""

    after: Annotated[str, Field(max_length=40)] | None = None


class Beginning(Strict):
    """A new draft: what the applicant says, the matter where it is chosen, and the version of the privacy page they agreed to."""

    said: Words
    consent: Annotated[str, Field(min_length=1, max_length=16)]
    matter: Annotated[str, Field(max_length=64)] = ""


class Addition(Strict):
    """What is said besides, as the answer about the blank `asked` where one had been asked about; `revision` as last read."""

    revision: Revision
    said: Words
    asked: Annotated[str, Field(max_length=120)] = ""


class Setting(Strict):
    """A blank set right by hand: its path, and the value as people write it; null empties it."""

    revision: Revision
    path: Path
    value: Annotated[str, Field(max_length=6_000)] | None


class Sending(Strict):
    """A submission of the revision last read; `rules_seen` that changed rules were looked at; `answers` to the points of the correction list by number."""

    revision: Revision
    rules_seen: bool = False
    answers: dict[Annotated[str, Field(pattern=r"^[1-9][0-9]?$")], Annotated[str, Field(max_length=LONGEST_ANSWER)]] = Field(default_factory=dict)


@router.get("/drafts", url_name="api_drafts", auth=READ, response=with_problems(DraftPage))
def list_drafts(request: HttpRequest, page: Query[Page]) -> HttpResponse:
    """The drafts, and cases to be corrected, that the caller sees, the newest first."""
    only(request, Page)
    asks, size = caller(request), limit("page")
    found = drafts_of(asks.person, SEE, now=asks.now).defer("words", "form")
    if page.after:
        found = found.filter(pk__lt=place(page.after))
    rows = list(found.order_by("-pk")[: size + 1])
    return answer(DraftPage(drafts=[draft_row(each) for each in rows[:size]], after=str(rows[size - 1].pk) if len(rows) > size else None))


@router.post("/drafts", url_name="api_draft_begin", auth=WRITE, response=with_problems(DraftShape, 201, acts=True), openapi_extra=KEYED)
@done_once
def begin_draft(request: HttpRequest, body: Body[Beginning]) -> HttpResponse:
    """Begin a draft from words."""
    asks = caller(request)
    made = drafting.begin(asks.person, Begun(body.said, body.matter, body.consent), now=asks.now)
    return answer(draft_shape(made, now=asks.now), 201)


@router.get("/drafts/{draft_id}", url_name="api_draft", auth=READ, response=with_problems(DraftShape))
def read_draft(request: HttpRequest, draft_id: str) -> HttpResponse:
    """One draft, its words read by the rules of the day."""
    asks = caller(request)
    return answer(draft_shape(draft(asks.person, draft_id, SEE, now=asks.now), now=asks.now))


@router.post("/drafts/{draft_id}/words", url_name="api_draft_words", auth=WRITE, response=with_problems(DraftShape, acts=True), openapi_extra=KEYED)
@done_once
def add_words(request: HttpRequest, draft_id: str, body: Body[Addition]) -> HttpResponse:
    """Say something besides, or answer a question."""
    asks = caller(request)
    found = draft(asks.person, draft_id, CHANGE, now=asks.now)
    return answer(draft_shape(drafting.say(found, asks.person, body.revision, body.said, body.asked, now=asks.now), now=asks.now))


@router.post("/drafts/{draft_id}/values", url_name="api_draft_value", auth=WRITE, response=with_problems(DraftShape, acts=True), openapi_extra=KEYED)
@done_once
def correct_value(request: HttpRequest, draft_id: str, body: Body[Setting]) -> HttpResponse:
    """Set one blank right by hand."""
    asks = caller(request)
    found = draft(asks.person, draft_id, CHANGE, now=asks.now)
    return answer(draft_shape(drafting.correct(found, asks.person, body.revision, body.path, body.value, now=asks.now), now=asks.now))


@router.post("/drafts/{draft_id}/submit", url_name="api_draft_submit", auth=SUBMIT, response=with_problems(SubmittedShape, 201, acts=True), openapi_extra=KEYED)
@done_once
def submit_draft(request: HttpRequest, draft_id: str, body: Body[Sending]) -> HttpResponse:
    """Submit a draft, or send a correction; everything that stands in the way is told at once (409)."""
    asks = caller(request)
    found = draft(asks.person, draft_id, "submit_case", now=asks.now)
    ready = judged(found, drafting.read(words_of(found), now=asks.now), now=asks.now)
    if ready is None:
        raise NotAllowed(_("还没有表可以提交。请先说清楚要办什么事。"))
    token = hashlib.sha256(f"{asks.token.pk} {request.headers.get(HEADER, '')}".encode()).hexdigest()
    sent = Sent(token, body.revision, body.rules_seen, {int(number): said for number, said in body.answers.items()})
    made = submit(found, ready, sent, asks.person, now=asks.now)
    found.refresh_from_db()
    return answer(SubmittedShape(number=found.number or "", submission=made.number, at=made.at, revision=found.revision), 201)
