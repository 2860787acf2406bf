"""The cast of signatures: somebody who must sign two papers, their link, and the rehearsal's provider. Names and numbers are invented."""

import pytest

from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.identity import Rehearsal as RealNames
from gaoxing.office.signatures import links, proving
from gaoxing.office.signatures.wanted import Paper, Wanted, short, sm3

NUMBER = "320583199001011216"
APPLICANT, CLERK = Actor(3, "applicant"), Actor(9, "window_clerk")


@pytest.fixture(autouse=True)
def rehearsed(settings):
    settings.SIGNING = {"GAOXING_SIGNING_URL": "rehearsal"}


def paper(name, **printed):
    return Paper(name, name, sm3({"name": name, **printed}))


@pytest.fixture
def wanted():
    """Makes a person who must sign; what is printed on the charter can be told."""

    def made(name="丁大宝", number=NUMBER, capital="100", **more):
        papers = (paper("申请书"), paper("公司章程", capital=capital))
        return Wanted(name, number, **{"papers": papers, "values": {"registered_capital": short(capital)}, **more})

    return made


@pytest.fixture
def asked(db, wanted, now):
    """A signer who was asked, and who they are."""

    def made(**who):
        person = wanted(**who)
        return links.opened(links.ask(1, person, actor=APPLICANT, now=now), now=now), person

    return made


@pytest.fixture
def proved(asked, now):
    """A signer who proved who they are."""

    def made(**who):
        signer, person = asked(**who)
        proving.prove(signer, person, NUMBER, service=RealNames(), now=now)
        return signer, person

    return made
