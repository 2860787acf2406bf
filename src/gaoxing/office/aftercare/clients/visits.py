"""Visits to clients (走访): entered by hand or as they were dictated; what an enterprise asked for on one becomes a request at one press."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.intake import receive
from gaoxing.office.aftercare.actions import Problem, Told, bring
from gaoxing.office.aftercare.clients.contacts import OF_LIST, Reach, contacts_of
from gaoxing.office.aftercare.clients.sealed import visit_place
from gaoxing.office.aftercare.clients.serving import acting, require
from gaoxing.office.aftercare.models import Client, ClientVisit, Request
from gaoxing.office.aftercare.vault import seal, unseal
from gaoxing.office.audit import actions as audit
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.speech.transcript import Transcript

MATTER, OTHER = "enterprise_request", "other"

LONGEST, BACK, SLACK = 2_000, timedelta(days=400), timedelta(minutes=10)
"""Characters of a note, how long ago a visit may be that is entered now, and by how much a telephone's clock may be fast."""


@dataclass(frozen=True, repr=False)
class Noted:
    """A visit as it is entered: how and when it was, what was said, what was found."""

    how: str
    at: datetime
    said: str
    found: str = ""


@transaction.atomic
def record(client: Client, noted: Noted, by: Person, *, now: datetime) -> ClientVisit:
    """Enter a visit. Raises NotAllowed for whoever does not serve the client, without a note, or for a time that cannot be."""
    require(client, by, now=now)
    said, found = noted.said.strip(), noted.found.strip()
    if noted.how not in ClientVisit.How.values:
        raise NotAllowed(_("请选是上门、电话还是线上走访。"))
    if not said or max(len(said), len(found)) > LONGEST:
        raise NotAllowed(_("请写走访时说了什么（1 到 %(most)s 个字），例如“生产正常，最近招工难”。") % {"most": LONGEST})
    if not now - BACK <= noted.at <= now + SLACK:
        raise NotAllowed(_("走访时间不对：要在今天以前、一年以内。请改过再存。"))
    made = ClientVisit.objects.create(client=client, steward=by, at=min(noted.at, now), how=noted.how, made=now)
    made.note = seal({"said": said, "found": found}, visit_place(made))
    made.save(update_fields=["note"])
    audit.write("visit.recorded", actor=acting(by, now=now), subject=made, now=now)
    return made


@transaction.atomic
def strike(visit: ClientVisit, by: Person, *, now: datetime) -> None:
    """Take a visit out that was entered by mistake: it stays, and counts for nothing. Raises NotAllowed where a request was made of it."""
    require(visit.client, by, now=now)
    found = ClientVisit.objects.select_for_update().get(pk=visit.pk)
    if found.request_id is not None:
        raise NotAllowed(_("这次走访已经转成诉求，不能作废。"))
    if found.struck is None:
        ClientVisit.objects.filter(pk=visit.pk).update(struck=now)
        audit.write("visit.struck", actor=acting(by, now=now), subject=visit, now=now)


@transaction.atomic
def make_request(visit: ClientVisit, by: Person, *, now: datetime, category: str = "", words: str | None = None) -> Request:
    """What was said on a visit as a request of its enterprise; pressed again, the one that it became.

    `words`: as the steward set them right, for the enterprise reads them; as they were noted where None. The problems are those that the recogniser tells
    apart; `category` makes one problem of all the words instead. Raises NotAllowed as `bring` does.
    """
    require(visit.client, by, now=now)
    found = ClientVisit.objects.select_for_update(of=("self",)).select_related("client", "request").get(pk=visit.pk)
    if found.request is not None:
        return found.request
    if found.struck is not None:
        raise NotAllowed(_("这次走访已经作废，不能转成诉求。"))
    words = note_of(found)["said"] if words is None else words.strip()
    problems = (Problem(category, words),) if category else problems_in(words, on=localdate(now))
    made = bring(_told(found.client, words, problems), by, now=now)
    ClientVisit.objects.filter(pk=found.pk).update(request=made)
    audit.write("visit.made_request", actor=acting(by, now=now), subject=visit, now=now, details={"request": made.pk})
    return made


def note_of(visit: ClientVisit) -> dict[str, str]:
    """What was said (`said`) and found (`found`) on a visit. Raises a Fault where it does not open."""
    note = unseal(visit.note, visit_place(visit))
    return {name: str(note.get(name, "")) for name in ("said", "found")}


def problems_in(words: str, *, on: date) -> tuple[Problem, ...]:
    """The problems that the recogniser tells apart in what was said; none where it hears none. What it is not sure of gets its first reading."""
    taken = receive(Transcript.of(words), on=on, matter_id=MATTER)
    rows = taken.form.rows("requests") if taken.form else ()
    return tuple(Problem(str(each.get("category") or OTHER), str(each["content"])) for each in rows if each.get("content"))


def _told(client: Client, words: str, problems: tuple[Problem, ...]) -> Told:
    first = next(iter(contacts_of(client)), Reach(OF_LIST, ""))
    source = Request.Source.STEWARD
    return Told(client.name, words, problems, first.name, first.telephone, client=client, owner=client.person, source=source)
