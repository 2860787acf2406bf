"""Who may hear a recording, and why (谁能听录音): its own applicant alone; neither an agent nor a clerk, whatever they may see of the case."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gaoxing.office.cases.models import Case, Recording
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.seeing import Seer


def visible_to(person: Person | None) -> QuerySet[Recording]:
    """The recordings that a person may hear: those of their own cases."""
    return Recording.objects.filter(case__owner=person) if person else Recording.objects.none()


def who_hears(case: Case) -> tuple[Seer, ...]:
    """Everybody who may hear a case's recordings, and why."""
    here = Seer(_("这台设备"), _("草稿是在这里填的，录音只在这份草稿里听得到。"))
    return (here, Seer(name_of(case.owner), _("在本人自己的账号里。"))) if case.owner else (here,)
