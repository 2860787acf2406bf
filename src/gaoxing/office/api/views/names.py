"""The addresses that judge a name and look into the register (查名称、查登记簿)."""

from __future__ import annotations

from typing import Annotated

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Body, Router
from pydantic import Field

from gaoxing.forms import Answer, Form, Source
from gaoxing.office.api.answering import answer
from gaoxing.office.api.asked import Strict
from gaoxing.office.api.problems import Problem, Wrong, absent, unfit
from gaoxing.office.api.shapes import EnterpriseShape, HitShape, NameShape
from gaoxing.office.api.views.bearer import Bearer, caller
from gaoxing.office.api.views.problem_shapes import with_problems
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases.name_check import checked_names
from gaoxing.office.enterprises.permissions import SEE, visible_to
from gaoxing.office.enterprises.vault import code_digests, unseal
from gaoxing.office.people.permissions import may
from gaoxing.office.people.trail import acting_as
from gaoxing.standards import credit_code
from gaoxing.standards.invalid import Invalid

router = Router(tags=["names"])
MATTERS = {False: "company_registration", True: "sole_trader_registration"}


class NameAsked(Strict):
    """A name that somebody wants to bear."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    sole_trader: bool = False


@router.post("/names/judge", url_name="api_name", auth=Bearer("names"), response=with_problems(NameShape))
def judge_name(request: HttpRequest, body: Body[NameAsked]) -> HttpResponse:
    """The judgement of a name today, the same as the page and the examiner see; nothing is stored or held."""
    form = Form(MATTERS[body.sole_trader], "", {"name": Answer(body.name, Source.TYPED)})
    found = next(iter(checked_names(form, localdate(caller(request).now))), None)
    if found is None:
        raise unfit([Wrong("name", "empty", _("这一项不能空着。"))])
    judged = found.judgement
    hits = [HitShape(name=each.name, rule=each.rule, verdict=str(each.verdict), message=each.message) for each in judged.hits]
    shape = NameShape(name=judged.name.text, verdict=str(judged.verdict), coverage=str(found.coverage), hits=hits, suggestions=list(judged.suggestions))
    return answer(shape)


@router.get("/enterprises/{uscc}", url_name="api_enterprise", auth=Bearer("see_register"), response=with_problems(EnterpriseShape))
def read_enterprise(request: HttpRequest, uscc: str) -> HttpResponse:
    """The enterprise of a code as the register has it; that it was looked at is kept in the audit."""
    asks = caller(request)
    on = localdate(asks.now)
    if not may(asks.person, SEE, on=on):
        raise Problem(403, "not_permitted")
    try:
        code = credit_code.validate(uscc)
    except Invalid:
        raise absent() from None
    found = visible_to(asks.person, on=on).filter(code__in=code_digests(code)).first()
    if found is None:
        raise absent()
    with transaction.atomic():
        audit.write("enterprise.looked_up", actor=Actor(asks.person.pk, acting_as(asks.person, SEE, now=asks.now)), subject=found, now=asks.now)
    return answer(EnterpriseShape(enterprise=unseal(found.record, name=found.name).to_json()))
