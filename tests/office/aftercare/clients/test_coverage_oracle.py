"""Coverage against an oracle: clients, terms, visits and requests made by chance, counted once more without a database, by a calendar of its own."""

from collections import Counter
from datetime import date, datetime, timedelta
from random import Random

import pytest

from gaoxing.office.aftercare.clients.coverage import covered
from gaoxing.office.aftercare.clients.quarters import quarter_of
from gaoxing.office.aftercare.clients.standing import View, standings
from gaoxing.office.aftercare.models import Client, ClientVisit, Request, RequestEvent, Stewardship

pytestmark = pytest.mark.django_db
COUNT = 60
TOWNS = ("样例一镇", "样例二镇", "")
OPEN, ENDED = ("submitted", "in_hand", "answered"), ("archived", "withdrawn")


class One:
    """A client as chance made it: all that the oracle counts from."""

    def __init__(self, place, chance, now, people):
        self.kind, self.town = chance.choice(("enterprise", "project")), chance.choice(TOWNS)
        self.since = now.date() - timedelta(days=chance.choice((400, 100, 20, 0, -1)))
        self.until = chance.choice((None, None, None, now.date(), now.date() - timedelta(days=1)))
        self.terms = self.by_chance(chance, now, people)
        self.visits = [(now - timedelta(days=chance.randrange(0, 200), hours=1), chance.random() < 0.2) for _ in range(chance.randrange(3))]
        self.calls = [
            (now - timedelta(days=chance.randrange(0, 200), hours=2), chance.choice(("contact", "call_back", "receive"))) for _ in range(chance.randrange(3))
        ]
        self.requests = [(chance.choice((*OPEN, *ENDED)), chance.choice((None, -2, 2))) for _ in range(chance.randrange(3))]
        self.code = f"X{place:03}"

    @staticmethod
    def by_chance(chance, now, people):
        """No term, one that is over, one that goes on, or one after the other."""
        today, ends = now.date(), chance.choice((1, 30))
        over = (people[0], today - timedelta(days=90), today - timedelta(days=ends))
        going = (chance.choice(people), today - timedelta(days=ends - 1), None)
        return chance.choice(([], [over], [going], [over, going]))

    def stored(self, now):
        """The rows of it."""
        made = Client.objects.create(kind=self.kind, code=self.code, name=self.code, town=self.town, since=self.since, until=self.until)
        Stewardship.objects.bulk_create(Stewardship(client=made, steward=who, since=since, until=until) for who, since, until in self.terms)
        for at, struck in self.visits:
            ClientVisit.objects.create(client=made, steward_id=self.anybody, at=at, how="telephone", made=at, struck=at if struck else None)
        for state, due in self.requests or [("archived", None)]:
            ends = now + timedelta(days=due) if due else None
            told = {"client": made, "enterprise": self.code, "source": "window", "state": state, "made": now, "changed": now, "due": ends}
            request = Request.objects.create(said="", **told)
        for number, (at, act) in enumerate(self.calls, 1):
            RequestEvent.objects.create(subject=request, number=number, act=act, at=at, source="", target="", role="steward")

    def listed(self, day):
        return self.since <= day and (self.until is None or self.until >= day)

    def steward(self, day):
        return next((who.pk for who, since, until in reversed(self.terms) if since <= day and (until is None or until >= day)), 0)

    def contacted(self, first, last):
        moments = [at for at, struck in self.visits if not struck] + [at for at, act in self.calls if act != "receive"]
        return any(first <= at.date() <= last for at in moments)

    def red(self):
        return any(state in OPEN and due == -2 for state, due in self.requests)


def ends_of(day):
    """First and last day of the quarter of a day, found by walking."""
    quarters = [(date(day.year, month, 1), date(day.year + (month == 10), (month + 2) % 12 + 1, 1) - timedelta(days=1)) for month in (1, 4, 7, 10)]
    return next(each for each in quarters if each[0] <= day <= each[1])


@pytest.fixture
def made(cast, now):
    """Sixty clients by chance, stored; `One` each."""
    chance, people = Random(20261124), (cast["steward"], cast["colleague"])
    One.anybody = cast["steward"].pk
    found = [One(place, chance, now, people) for place in range(COUNT)]
    for each in found:
        each.stored(now)
    return found


def counted(rows, day, first, last, *, red):
    """What the page is to say of these clients."""
    return {
        "listed": len(rows),
        "served": sum(each.steward(day) > 0 for each in rows),
        "contacted": sum(each.contacted(first, last) for each in rows),
        "silent": sum(not each.contacted(first, last) for each in rows),
        "red": sum(each.red() for each in rows) if red else 0,
    }


def said(line):
    return {name: getattr(line, name) for name in ("listed", "served", "contacted", "silent", "red")}


def looked_at(view, made):
    """The clients on the list of a view's day, and what the oracle counts of some of them."""
    first, last = ends_of(view.on)
    rows = [each for each in made if each.listed(view.on)]
    return rows, lambda some: counted(some, view.on, first, last, red=view.red_at is not None)


@pytest.mark.parametrize("back", [0, 1, 2])
def test_the_figures_are_those_that_the_oracle_counts(made, cast, now, back):
    quarter = quarter_of(now.date())
    for _ in range(back):
        quarter = quarter.before
    view = View.of(quarter, now=now)
    rows, count = looked_at(view, made)
    found = covered(cast["leader"], view, now=now)
    assert said(found.whole) == count(rows)
    assert [said(each) for each in found.kinds] == [count([one for one in rows if one.kind == kind]) for kind in ("enterprise", "project")]
    assert {each.key: said(each) for each in found.towns} == {town: count([one for one in rows if one.town == town]) for town in {one.town for one in rows}}
    by_steward = Counter(each.steward(view.on) for each in rows)
    assert {int(each.key or 0): each.listed for each in found.stewards} == by_steward


def test_each_client_stands_as_the_oracle_says(made, now):
    view = View.of(quarter_of(now.date()), now=now)
    first, last = ends_of(now.date())
    by_code = {each.code: each for each in made}
    for row in standings(Client.objects.all(), view):
        one = by_code[row.code]
        assert (row.steward, row.contacted, row.red) == (one.steward(view.on), one.contacted(first, last), one.red()), row.code


def test_a_past_quarter_is_read_on_its_last_day(now):
    view = View.of(quarter_of(date(2026, 9, 30)), now=now)
    assert (view.on, view.red_at) == (date(2026, 9, 30), None)
    assert ends_of(date(2026, 12, 31)) == (date(2026, 10, 1), date(2026, 12, 31))
    assert isinstance(now, datetime)
