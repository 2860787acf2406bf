"""The addresses of attachments (附件接口): sent to a draft as the raw bytes of one file, had back from a draft or a case."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from ninja import Query, Router
from pydantic import Field

from gaoxing.office.api.answering import answer
from gaoxing.office.api.asked import Strict, only
from gaoxing.office.api.cases import seen_by
from gaoxing.office.api.drafting import CHANGE, draft, drafts_of
from gaoxing.office.api.problems import Problem, absent
from gaoxing.office.api.shapes import AttachmentList, AttachmentShape
from gaoxing.office.api.views.bearer import Bearer, caller
from gaoxing.office.api.views.once import KEYED, done_once
from gaoxing.office.api.views.problem_shapes import with_problems
from gaoxing.office.attachments import actions, queries
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import looking
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.permissions import SEE
from gaoxing.office.cases.roles import roles_on
from gaoxing.office.masking import mask_contacts

router = Router(tags=["attachments"])
READ, WRITE = Bearer("read_cases"), Bearer("write_drafts")
BYTES = "application/octet-stream"
_SENT = {"required": True, "content": {BYTES: {"schema": {"type": "string", "format": "binary"}}}}
_CONTENT = {"responses": {200: {"description": "The file.", "content": {BYTES: {"schema": {"type": "string", "format": "binary"}}}}}}


class Filed(Strict):
    """What a file is: its name, and the material of the list that it stands for."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    material: Annotated[str, Field(max_length=120)] = ""


@router.get("/drafts/{draft_id}/attachments", url_name="api_draft_attachments", auth=READ, response=with_problems(AttachmentList))
def of_draft(request: HttpRequest, draft_id: str) -> HttpResponse:
    """The attachments of a draft."""
    asks = caller(request)
    return _listed(draft(asks.person, draft_id, SEE, now=asks.now))


@router.post(
    "/drafts/{draft_id}/attachments",
    url_name="api_draft_attach",
    auth=WRITE,
    response=with_problems(AttachmentShape, 201, acts=True),
    openapi_extra={**KEYED, "requestBody": _SENT},
)
@done_once
def attach(request: HttpRequest, draft_id: str, filed: Query[Filed]) -> HttpResponse:
    """Send one file, its bytes as the body; it is looked at, sealed, and scanned before anybody else gets it."""
    only(request, Filed)
    if (request.content_type or "").lower() != BYTES:
        raise Problem(415, "media_type")
    asks = caller(request)
    found = draft(asks.person, draft_id, CHANGE, now=asks.now)
    actor = Actor(asks.person.pk, next(iter(roles_on(found, asks.person, now=asks.now)), "applicant"))
    made = actions.receive(found.pk, actions.Sent(filed.name, request.body), material=filed.material, actor=actor, now=asks.now)
    return answer(_shape(made), 201)


@router.get("/cases/{number}/attachments", url_name="api_case_attachments", auth=READ, response=with_problems(AttachmentList))
def of_case(request: HttpRequest, number: str) -> HttpResponse:
    """The attachments of a case."""
    asks = caller(request)
    found = seen_by(asks.person, on=localdate(asks.now)).filter(number=number).first()
    if found is None:
        raise absent()
    return _listed(found)


@router.get("/attachments/{attachment_id}/content", url_name="api_attachment", auth=READ, response=with_problems(None, acts=True), openapi_extra=_CONTENT)
def content(request: HttpRequest, attachment_id: int) -> HttpResponse:
    """The file as it was sent: to its own sender at once, to others once it was scanned."""
    asks = caller(request)
    found = Attachment.objects.filter(pk=attachment_id).first() if 0 < attachment_id < 2**63 else None
    case = _case_of(request, found.case) if found else None
    if found is None or case is None:
        raise absent()
    own = case.owner_id == asks.person.pk
    held = queries.content_of(found, own=own)
    if asks.person.is_staff_member:
        looking.opened_file(case, asks.person, found.pk, now=asks.now)
    name = content_disposition_header(as_attachment=True, filename=queries.name_of(found)) or "attachment"
    return HttpResponse(held, content_type=BYTES, headers={"Content-Disposition": name})


def _case_of(request: HttpRequest, case: int) -> Case | None:
    """The attachment's case, where the caller sees it as a case or as a draft."""
    asks = caller(request)
    seen = seen_by(asks.person, on=localdate(asks.now)).filter(pk=case).first()
    return seen or drafts_of(asks.person, SEE, now=asks.now).filter(pk=case).first()


def _listed(case: Case) -> HttpResponse:
    return answer(AttachmentList(attachments=[_shape(each) for each in queries.of_case(case.pk)]))


def _shape(each: Attachment) -> AttachmentShape:
    told = {"material": each.material, "media_type": each.media_type, "size": each.size, "sha256": each.sha256, "state": each.state, "added": each.added}
    return AttachmentShape.model_validate({"id": each.pk, "name": mask_contacts(queries.name_of(each)), **told})
