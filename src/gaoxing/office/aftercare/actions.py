"""Bringing a request and planning its parts (提交诉求、分解): what is not an act of the tables. What goes on with it is `firing`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.casework.aftercare.limits import limits
from gaoxing.office.aftercare.firing import fire, table_of
from gaoxing.office.aftercare.forces.closing import close
from gaoxing.office.aftercare.models import Client, CoUnit, ForceTask, Part, Request
from gaoxing.office.aftercare.queries import said_before, said_digest
from gaoxing.office.aftercare.roles import role_for
from gaoxing.office.aftercare.sealed import content_place, reached_digest
from gaoxing.office.aftercare.vault import seal
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.firing.details import open_unit
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.language import said
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

MOST_WORDS, MOST_PROBLEMS = 5_000, 40
"""How long a request may be, and how many problems are taken apart at once."""

_PLANNERS = ("steward", "leader")
_PLANNABLE = (Request.State.RECEIVED, Request.State.CONTACTED, Request.State.DECOMPOSED, Request.State.REDOING)


@dataclass(frozen=True)
class Problem:
    """One problem of a request as the recogniser, or somebody, told it apart: its category and its words."""

    category: str
    words: str


@dataclass(frozen=True, repr=False)
class Told:
    """What is asked: for which enterprise, in which words, whom to reach, the problems in it; `case` is the desk's draft from which it comes."""

    enterprise: str
    words: str
    problems: tuple[Problem, ...]
    contact: str = ""
    mobile: str = ""
    urgent: bool = False
    client: Client | None = None
    owner: Person | None = None
    source: Request.Source = Request.Source.ENTERPRISE
    case: int | None = None


@dataclass(frozen=True)
class Plan:
    """A part as the steward plans it: its number (0: a new one), category, words, how hard it is, the lead unit and those that help; 0 is none yet."""

    number: int
    category: str
    words: str
    grade: str = ""
    lead: int = 0
    co_units: tuple[int, ...] = ()


@transaction.atomic
def bring(told: Told, by: Person, *, now: datetime) -> Request:
    """Submit a request with the parts that were told apart; the same draft of the desk brought twice gives the first one again.

    Raises NotAllowed with a sentence where it names no problem or too many, where words or enterprise are missing, or where the same is already asked.
    """
    if known := _of_draft(told):
        return known
    _require(told)
    try:
        with transaction.atomic():
            made = _opened(told, by, now)
    except IntegrityError:
        if known := _of_draft(told):
            return known
        raise
    content = {"words": told.words.strip(), "contact": told.contact.strip(), "mobile": told.mobile.strip()}
    sealed = {"content": seal(content, content_place(made)), "reached": reached_digest(told.mobile)}
    Request.objects.filter(pk=made.pk).update(number=f"R{localdate(now).year}-{made.pk:06}", **sealed)
    made.refresh_from_db()
    for place, each in enumerate(told.problems, 1):
        _write(made, Part(request=made, number=place), Plan(place, each.category, each.words), now)
    return fire(made, Pressed("submit"), by, now=now)


@transaction.atomic
def plan(request: Request, plans: Sequence[Plan], by: Person, *, revision: int, now: datetime) -> Request:
    """Set the parts as the steward wants them: planned ones that are not named are dropped, those that have an outcome keep it and may get another unit.

    Raises NotAllowed where the request's state or the person does not allow it, somebody was quicker, or a category, grade or unit is none.
    """
    request = Request.objects.select_for_update().get(pk=request.pk)
    role = role_for(request, _PLANNERS, by, now=now)
    if role not in _PLANNERS:
        raise NotAllowed(_("分解由这家企业的服务专员或者领导来办。"))
    if request.state not in _PLANNABLE:
        here = said(table_of(request).states[request.state])
        raise NotAllowed(_("现在是“%(state)s”，不能改分解。派单以前或者安排重办时才能改。") % {"state": here})
    if Request.objects.filter(pk=request.pk, revision=revision).update(revision=revision + 1, changed=now) != 1:
        raise NotAllowed(_("这一次没有办：您打开页面以后，已经有人改过。请刷新页面，看看现在的样子再改。"))
    before = dict(request.parts.exclude(lead=None).values_list("pk", "lead"))
    _set(request, plans, now)
    for each in request.parts.exclude(lead=None):
        if before.get(each.pk, each.lead_id) != each.lead_id:
            close(each, ForceTask.Why.ELSEWHERE, Actor(by.pk, role), now=now)
    audit.write("request.planned", actor=Actor(by.pk, role), subject=request, now=now, details={"parts": len(plans)})
    request.refresh_from_db()
    return request


def _of_draft(told: Told) -> Request | None:
    """What the same draft of the desk already became."""
    return Request.objects.filter(case=told.case).first() if told.case is not None else None


def _opened(told: Told, by: Person, now: datetime) -> Request:
    row = {"enterprise": told.enterprise.strip(), "client": told.client, "owner": told.owner, "brought_by": by, "source": told.source, "case": told.case}
    return Request.objects.create(said=said_digest(told.words), urgent=told.urgent, made=now, changed=now, **row)


def _require(told: Told) -> None:
    """Raise NotAllowed for what cannot be taken."""
    if not told.enterprise.strip():
        raise NotAllowed(_("请写明是哪一家企业提的。"))
    if not told.words.strip() or len(told.words) > MOST_WORDS:
        raise NotAllowed(_("请用 1 到 %(most)s 个字说明碰到的问题；更长的请分几次提。") % {"most": MOST_WORDS})
    if not told.problems:
        raise NotAllowed(_("没有听出要解决的问题。请说说碰到了什么难处，一件一件说。"))
    if before := said_before(told.words, owner=told.owner.pk if told.owner else None, enterprise=told.enterprise.strip()):
        state = said(table_of(before).states[before.state])
        raise NotAllowed(_("同样的诉求已经提过（%(number)s），现在是“%(state)s”。有新的情况请补充说明，再提交。") % {"number": before.number, "state": state})
    _require_problems([Plan(0, each.category, each.words) for each in told.problems])


def _require_problems(plans: Sequence[Plan]) -> None:
    if len(plans) > MOST_PROBLEMS:
        raise NotAllowed(_("一次最多分出 %(most)s 件事，这里有 %(count)s 件。请分几次提。") % {"most": MOST_PROBLEMS, "count": len(plans)})
    known = limits()
    for each in plans:
        if each.category not in known.categories or (each.grade and each.grade not in known.grades):
            raise NotAllowed(_("没有这个类别或者难易程度，请从列出的里选。"))
        if not each.words.strip() or len(each.words) > MOST_WORDS:
            raise NotAllowed(_("每一件事都要写明是什么问题（1 到 %(most)s 个字）。") % {"most": MOST_WORDS})


def _set(request: Request, plans: Sequence[Plan], now: datetime) -> None:
    _require_problems(plans)
    before = {each.number: each for each in request.parts.select_related("request")}
    named = [each.number for each in plans if each.number]
    if unknown := [each for each in named if each not in before or named.count(each) > 1]:
        raise NotAllowed(_("没有第 %(number)s 件，或者写了两次。请刷新页面再改。") % {"number": unknown[0]})
    request.parts.filter(state=Part.State.PLANNED).exclude(number__in=named).delete()
    last = max(before, default=0)
    for each in plans:
        last += not each.number
        _write(request, before.get(each.number) or Part(request=request, number=last), each, now)


def _write(request: Request, part: Part, wanted: Plan, now: datetime) -> None:
    """Write a part and its units; where it has an outcome, its words stay as they were answered."""
    on = localdate(now)
    if any(each and open_unit({"unit": each}, on=on) is None for each in (wanted.lead, *wanted.co_units)):
        raise NotAllowed(_("没有这个单位，或者它已经撤销。请另选一个。"))
    part.category, part.grade, part.changed = wanted.category, wanted.grade, now
    part.lead_id = wanted.lead or None
    part.save()
    if part.state == Part.State.PLANNED:
        part.content = seal({"words": wanted.words.strip()}, content_place(part))
        part.save(update_fields=["content"])
    helping = {each for each in wanted.co_units if each != wanted.lead}
    part.co_units.exclude(unit__in=helping).delete()
    for each in helping - set(part.co_units.values_list("unit_id", flat=True)):
        CoUnit.objects.create(part=part, unit_id=each)
