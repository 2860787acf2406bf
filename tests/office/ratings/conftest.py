"""The cast of the ratings: a piece of business that ended, its applicant, the clerk, and leaders of two units. Names are invented."""

import pytest

from gaoxing.office.audit.entry import Subject
from gaoxing.office.notices.models import Notice
from gaoxing.office.notices.queries import content_of
from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Unit
from gaoxing.office.ratings import actions
from tests.office.cases.conftest import owner, quick_hashes, staff  # noqa: F401
from tests.office.people.conftest import signed_in  # noqa: F401


@pytest.fixture
def unit(db):
    return Unit.objects.create(code="U1", name="登记科")


@pytest.fixture
def clerk(staff):  # noqa: F811
    return staff("window_clerk")


@pytest.fixture
def leader_of(now):
    """A leader of a unit, or of the whole office."""

    def made(unit, account="leader"):
        person, _ = accounts.open_staff(account, "李某", by=None, now=now)
        assign(person, "leader", by=None, now=now, since=now.date(), unit=unit)
        person.password_due = False
        person.save(update_fields=["password_due"])
        return person

    return made


@pytest.fixture
def leader(unit, leader_of):
    return leader_of(unit)


@pytest.fixture
def asked(owner, clerk, unit, now):  # noqa: F811
    """Asks for a rating of a request of another kind of business, which no case is."""

    def made(number=7, person=None):
        handled = actions.Handled(Subject("aftercare.request", number), f"AR-{number}", clerk, unit)
        return actions.ask(handled, person or owner, now=now)

    return made


@pytest.fixture
def link():
    """The token of the newest notice's link."""

    def found():
        _title, text = content_of(Notice.objects.filter(event="rating_asked").first())
        return text.split("/rate/")[1].split()[0]

    return found
