"""Promotion in the office (招商): a lead entered, a plan of the year set, and what follows from the acts: stages, what counts, investors, months."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.checks.projects.counting import Counted, counts_anew
from gaoxing.office.audit import actions as audit
from gaoxing.office.importing.actions import actor_of
from gaoxing.office.people.models import Person, Unit
from gaoxing.office.people.permissions import permit
from gaoxing.office.projects.facts import day_of, month_of, sum_of
from gaoxing.office.projects.firing import Done
from gaoxing.office.projects.models import FormerInvestor, Project, Promotion, PromotionCount, PromotionMonth, PromotionPlan, PromotionStage
from gaoxing.office.projects.permissions import PROMOTE
from gaoxing.office.projects.promoting_facts import evidence_of, investor_of
from gaoxing.office.refusal import NotAllowed

LONGEST_NAME, LONGEST_INVESTOR = 300, 200
FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True)
class Lead:
    """What is told of a new project: its name, investor, town, planned total in yuan, the bureau that promotes it, on whose list it stands, the filed one."""

    name: str
    investor: str
    town: str = ""
    planned: Decimal | None = None
    bureau: Unit | None = None
    listed: str = ""
    project: Project | None = None


@transaction.atomic
def enter(lead: Lead, by: Person, *, now: datetime) -> Promotion:
    """Enter a lead. Raises NotAllowed with a sentence where it is not named, or is on the list already under this name and investor."""
    permit(by, PROMOTE, on=localdate(now))
    name, investor = lead.name.replace("\0", "").strip(), lead.investor.replace("\0", "").strip()
    if not name or not investor or len(name) > LONGEST_NAME or len(investor) > LONGEST_INVESTOR:
        most = {"name": LONGEST_NAME, "investor": LONGEST_INVESTOR}
        raise NotAllowed(_("请写项目名称（最多 %(name)s 个字）和投资方（最多 %(investor)s 个字）。") % most)
    if lead.listed and lead.listed not in Promotion.Listed.values:
        raise NotAllowed(_("没有这一级重大项目。请从列出的里面选。"))
    row = {"town": lead.town, "planned": lead.planned, "bureau": lead.bureau, "listed": lead.listed, "project": lead.project}
    made = Promotion.objects.create(name=name, investor=investor, made=now, changed=now, **row)
    Promotion.objects.filter(pk=made.pk).update(number=f"Z{localdate(now).year}-{made.pk:06}")
    audit.write("promotion.entered", actor=actor_of(by, PROMOTE, now=now), subject=made, now=now)
    _once(made)
    made.refresh_from_db()
    return made


def _once(made: Promotion) -> None:
    """Asked behind the audit's lock, so that of two who enter it at once the second is told. Raises NotAllowed; then nothing of it stays."""
    known = standing_as(made.name, made.investor, without=made.pk)
    if known is not None:
        raise NotAllowed(_("%(standing)s一个项目只录一次。") % {"standing": standing_words(known, made.investor)})


def standing_as(name: str, investor: str, *, without: int = 0) -> Promotion | None:
    """The project that stands under a name and an investor, the one it has or one it had before; None where there is none, or it was given up."""
    known = Promotion.objects.filter(Q(investor=investor) | Q(pk__in=FormerInvestor.objects.filter(name=investor).values("promotion")), name=name)
    return known.exclude(pk=without).exclude(state=Promotion.State.DROPPED).order_by("pk").first()


def standing_words(known: Promotion, investor: str) -> str:
    """That it stands, and with whom by now where the investor named is a former one."""
    if known.investor == investor:
        return _("这个项目已经在册（%(number)s）。") % {"number": known.number}
    told = {"number": known.number, "before": investor, "now": known.investor}
    return _("这个项目已经在册（%(number)s）：投资方已经由“%(before)s”换成“%(now)s”，是同一个项目接着做，不另计。") % told


@transaction.atomic
def plan(row: Promotion, year: int, amount: Decimal, by: Person, *, now: datetime) -> PromotionPlan:
    """Set how much is to be invested in a year; told again it takes the new figure. Raises NotAllowed for what is no year or no sum."""
    permit(by, PROMOTE, on=localdate(now))
    if not FIRST_YEAR <= year <= LAST_YEAR or amount < 0:
        raise NotAllowed(_("请写哪一年（四位数字）和计划投资的金额，连单位一起写。"))
    made, _fresh = PromotionPlan.objects.update_or_create(promotion=row, year=year, defaults={"amount": amount})
    audit.write("promotion.planned", actor=actor_of(by, PROMOTE, now=now), subject=row, now=now, details={"year": year, "amount": str(amount)})
    return made


def counted(row: Promotion) -> tuple[Counted, ...]:
    """What counts of a project."""
    return tuple(Counted(each.kind, each.day, each.amount) for each in row.counts.all())


def _promotion(done: Done) -> Promotion:
    return Promotion.objects.get(pk=done.row.pk)


def _keep_stage(done: Done) -> None:
    day = day_of(done.pressed)
    if day is not None:
        told = {"day": day, "evidence": evidence_of(done.pressed)}
        PromotionStage.objects.update_or_create(promotion=_promotion(done), stage=done.outcome.target, defaults=told)


def _count(done: Done, kind: str) -> None:
    day, amount = day_of(done.pressed), sum_of(done.pressed)
    if day is not None and amount is not None:
        PromotionCount.objects.create(promotion=_promotion(done), kind=kind, day=day, amount=amount)


def _count_first(done: Done) -> None:
    if counts_anew(counted(_promotion(done))):
        _count(done, PromotionCount.Kind.FIRST)


def _count_increase(done: Done) -> None:
    _count(done, PromotionCount.Kind.INCREASE)


def _keep_investor(done: Done) -> None:
    before, day = _promotion(done), day_of(done.pressed)
    if day is not None:
        FormerInvestor.objects.update_or_create(promotion=before, name=before.investor, defaults={"until": day})
    Promotion.objects.filter(pk=done.row.pk).update(investor=investor_of(done.pressed)[:LONGEST_INVESTOR])


def _keep_month(done: Done) -> None:
    month, invested = month_of(done.pressed), sum_of(done.pressed)
    if month is not None and invested is not None:
        PromotionMonth.objects.update_or_create(promotion=_promotion(done), month=month, defaults={"invested": invested})


EFFECTS: Mapping[str, Callable[[Done], None]] = {
    "keep_stage": _keep_stage,
    "count_first": _count_first,
    "count_increase": _count_increase,
    "keep_investor": _keep_investor,
    "keep_month": _keep_month,
}
"""Every effect of the table of promotion by name."""
