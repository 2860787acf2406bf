"""Signing (签名): everybody whom the papers name proves who they are and signs, by a link of their own; or a clerk sees the signatures on paper."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import queries
from gaoxing.office.cases import signing as wanted_of
from gaoxing.office.cases.models import Case
from gaoxing.office.people.identity import service
from gaoxing.office.people.models import Person
from gaoxing.office.signatures import actions, links
from gaoxing.office.signatures.proving import prove
from gaoxing.office.signatures.service import provider
from gaoxing.office.simulation.invented.truth import Truth

BETWEEN = timedelta(minutes=7)


def by_link(case: Case, meant: Truth, owner: Person, *, now: datetime) -> datetime:
    """Everybody signs, one after the other; when the last had. A seal is no matter of links."""
    numbers = {each.person.name: each.person.identity for each in meant.parties}
    for wanted in wanted_of.needed(queries.form_of(case), on=localdate(now)).people:
        if wanted.seal:
            continue
        token = links.ask(case.pk, wanted, actor=Actor(owner.pk, "applicant"), now=now)
        signer = links.opened(token, now=now)
        prove(signer, wanted, wanted.number or numbers.get(wanted.name, ""), service=service(), now=now)
        actions.sign(signer, wanted, actions.shown(wanted.papers), provider=provider(), now=now)
        now += BETWEEN
    return now


def on_paper(case: Case, clerk: Person, *, now: datetime) -> None:
    """A clerk sees the signatures that came on paper, with everybody's document."""
    on = localdate(now)
    for each in wanted_of.standing(case, queries.form_of(case), on=on):
        if each.missing:
            actions.see(case.pk, each.wanted, clerk=Actor(clerk.pk, "window_clerk"), identity=True, now=now)
