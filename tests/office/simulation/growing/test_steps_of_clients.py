"""Single steps of the players of clients: lists, entries by hand, links, visits, leave and departures."""

from __future__ import annotations

from datetime import date

import pytest

from gaoxing.office.aftercare.clients.contacts import contacts_of
from gaoxing.office.aftercare.clients.serving import deputies_of, term_of
from gaoxing.office.aftercare.clients.visits import note_of
from gaoxing.office.aftercare.models import Client, ClientVisit, Stewardship
from gaoxing.office.importing.models import ImportBatch, ImportLine
from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Delegation, Person
from gaoxing.office.people.roles import Role
from gaoxing.office.simulation.growing import cast, firms, lists
from gaoxing.office.simulation.players import clients, visiting
from tests.office.simulation.growing.conftest import kinds, moment

MORNING, NOON = "2024-01-02 09:40", "2024-01-02 10:05"
ENTERPRISE = {"kind": "enterprise", "number": 3}


@pytest.fixture
def listed(do):
    """Three enterprises on the list; what their life holds is told."""
    [taken] = do("clients.list", MORNING, key="list", kind="enterprise", numbers=[1, 2, 3])
    return do("clients.taken", NOON, key="taken", **taken.told)


@pytest.fixture
def colleague(zone):
    """Another steward, beside those of the zone."""
    person, _password = accounts.open_staff("sim.steward.other", "王某", by=None, now=moment("2024-01-01 00:00"))
    assign(person, Role.STEWARD.value, by=None, now=moment("2024-01-01 00:00"))
    return person


def client(number=3):
    return Client.objects.get(kind="enterprise", code=f"E{number:04}")


def test_the_lists_are_sent_up_on_the_first_working_day(zone):
    planned = [each for each in clients.OPENING(zone) if each.kind == "clients.list"]
    assert {each.at.date() for each in planned} == {date(2024, 1, 2)}
    assert [each.told["kind"] for each in planned] == ["enterprise", "project"]


def test_every_client_is_either_on_a_list_or_entered_by_hand(zone):
    planned = list(clients.OPENING(zone))
    named = [(each.told["kind"], number) for each in planned for number in each.told.get("numbers", [each.told.get("number")])]
    wanted = [(str(kind), number) for kind, count in firms.counts(zone).items() for number in range(1, count + 1)]
    assert sorted(named) == sorted(wanted)


def test_a_list_waits_for_somebody_who_looks_at_it(do, zone):
    [taken] = do("clients.list", MORNING, key="list", kind="enterprise", numbers=[1, 2])
    batch = ImportBatch.objects.get(pk=taken.told["batch"])
    assert batch.state == ImportBatch.State.PREVIEWED
    assert set(batch.lines.values_list("verdict", flat=True)) == {ImportLine.Verdict.NEW}
    assert not Client.objects.exists()


def test_what_is_written_wrongly_is_asked_about_and_sent_again(do, monkeypatch):
    monkeypatch.setattr(clients, "WRONG", 1)
    taken, again = do("clients.list", MORNING, key="list", kind="enterprise", numbers=[1, 2])
    batch = ImportBatch.objects.get(pk=taken.told["batch"])
    assert sorted(batch.lines.values_list("verdict", flat=True)) == sorted([ImportLine.Verdict.ASKED, ImportLine.Verdict.NEW])
    assert (taken.told["numbers"], again.told["numbers"], again.told["again"]) == ([1], [2], True)


def test_a_client_of_the_list_has_its_steward_and_its_contact(listed, zone):
    firm = firms.enterprise(zone, 3)
    assert term_of(client(), on=date(2024, 1, 2)).steward.account
    assert [each.name for each in contacts_of(client())] == [firm.contact]
    assert client().uscc == firm.uscc


def test_the_life_of_every_client_begins_with_a_visit(listed):
    visits = [each for each in listed if each.kind == "visit.paid"]
    assert {each.told["number"] for each in visits} == {1, 2, 3}
    assert all(each.at > moment(NOON) for each in listed)


def test_an_enterprise_is_entered_by_hand_and_given_to_a_steward(do):
    followed = do("clients.hand", "2024-01-09 10:00", **ENTERPRISE)
    assert Stewardship.objects.get(client=client()).until is None
    assert "visit.paid" in kinds(followed)


def test_whoever_is_busy_does_it_later(do, zone):
    for leader in cast.of_role(Role.LEADER, on=date(2024, 1, 9)):
        zone.hands(cast.busy(leader), moment("2024-01-09 09:00"), 300)
    [later] = do("clients.hand", "2024-01-09 10:00", **ENTERPRISE)
    assert (later.kind, later.told["booked"]) == ("clients.hand", True)
    assert later.at >= moment("2024-01-09 14:00")
    assert not Client.objects.exists()
    do(later.kind, f"{later.at:%Y-%m-%d %H:%M}", key=later.key, **later.told)
    assert Client.objects.count() == 1


def test_a_contact_signs_in_and_its_steward_links_the_account(listed, do, zone):
    do("clients.linked", "2024-01-15 11:00", **ENTERPRISE)
    assert client().person == accounts.find_applicant(firms.enterprise(zone, 3).mobile)


def test_a_second_contact_is_entered(listed, do):
    do("clients.contact", "2024-01-15 11:00", **ENTERPRISE)
    assert len(contacts_of(client())) == 2


def test_an_enterprise_tells_how_many_work_there_now(listed, do, zone):
    before = client().staff
    do("clients.grown", "2024-03-15 11:00", **ENTERPRISE)
    assert client().staff != before
    assert client().town == firms.enterprise(zone, 3).town


def test_a_client_that_is_not_listed_ends_the_run(do):
    with pytest.raises(LookupError, match="not listed"):
        do("clients.contact", "2024-01-15 11:00", kind="enterprise", number=4)


def test_a_client_is_found_by_its_kind_and_number(listed):
    assert firms.client_of("enterprise", 2) == client(2)
    assert firms.client_of("enterprise", 5) is None
    assert firms.served("enterprise", 2, on=date(2024, 1, 1)) is None
    assert firms.served("enterprise", 2, on=date(2024, 1, 2)).client == client(2)


def visit(do, at="2024-02-20 15:00", kind="visit.paid", key="visit"):
    return do(kind, at, key=key, quarter="2024Q1", **ENTERPRISE)


def test_a_visit_is_entered_by_the_steward_with_its_note(listed, do):
    visit(do)
    [made] = ClientVisit.objects.all()
    assert made.steward == term_of(client(), on=date(2024, 2, 20)).steward
    assert made.at < made.made == moment("2024-02-20 15:00")
    assert note_of(made)["said"].endswith("。")


@pytest.mark.parametrize(
    ("late", "first", "last"),
    [
        pytest.param(0, date(2024, 4, 1), date(2024, 6, 30), id="in the next quarter"),
        pytest.param(1, date(2024, 7, 1), date(2024, 7, 26), id="slipped into the one behind it"),
    ],
)
def test_the_next_visit_follows(listed, do, zone, monkeypatch, late, first, last):
    monkeypatch.setattr(visiting, "LATE", late)
    monkeypatch.setattr(visiting, "MISTAKEN", 0)
    zone.run.months = 12
    [following] = visit(do)
    assert following.told["quarter"] == "2024Q2"
    assert first <= following.at.date() <= last


def test_a_visit_entered_by_mistake_is_struck_and_paid_after_all(listed, do, monkeypatch):
    monkeypatch.setattr(visiting, "MISTAKEN", 1)
    struck = next(each for each in visit(do) if each.kind == "visit.struck")
    [again] = do(struck.kind, f"{struck.at:%Y-%m-%d %H:%M}", key=struck.key, **struck.told)
    assert ClientVisit.objects.exclude(struck=None).count() == 1
    assert do(again.kind, f"{again.at:%Y-%m-%d %H:%M}", key=again.key, **again.told) == []
    assert ClientVisit.objects.filter(struck=None).count() == 1


def test_a_number_is_shown_before_a_call_and_kept(listed, do, monkeypatch):
    monkeypatch.setattr(visiting, "SHOWN", 1)
    monkeypatch.setattr(visiting, "_HOW", ((ClientVisit.How.TELEPHONE, 100, 20),))
    visit(do)
    assert ClientVisit.objects.get().how == "telephone"


def test_stewards_get_their_numbers(do, zone):
    do("stewards.telephones", "2024-01-02 09:05")
    assert all(accounts.own(each, "mobile").startswith("0512-") for each in cast.of_role(Role.STEWARD, on=date(2024, 1, 2)))


def test_somebody_stands_in_for_a_steward_who_is_away(listed, do, colleague):
    do("stewards.away", "2024-02-05 10:00")
    given = Delegation.objects.get()
    assert deputies_of(given.giver, on=date(2024, 2, 6))
    assert do("stewards.away", "2024-02-06 10:00", key="again") == []


def test_nobody_is_away_where_there_is_one_steward(zone, do):
    Person.objects.filter(pk__in=[each.pk for each in cast.of_role(Role.STEWARD, on=date(2024, 2, 5))[1:]]).update(is_active=False)
    do("stewards.away", "2024-02-05 10:00")
    assert not Delegation.objects.exists()


def test_the_clients_of_a_steward_who_leaves_go_to_the_others(listed, do, colleague):
    Stewardship.objects.update(steward=colleague)
    [gone] = do("stewards.left", "2024-02-05 10:00")
    assert set(Stewardship.objects.filter(since__gt=date(2024, 2, 5)).values_list("client__code", flat=True)) == {"E0001", "E0002", "E0003"}
    assert gone.told == {"person": colleague.pk}
    do(gone.kind, f"{gone.at:%Y-%m-%d %H:%M}", key=gone.key, **gone.told)
    assert colleague not in cast.of_role(Role.STEWARD, on=gone.at.date())


def test_none_of_the_demonstrations_cast_leaves(listed, do):
    assert all(each.account.startswith("demo.") for each in cast.of_role(Role.STEWARD, on=date(2024, 2, 5)))
    assert do("stewards.left", "2024-02-05 10:00") == []


def test_nobody_of_a_role_is_a_run_without_its_people(zone):
    with pytest.raises(LookupError, match="the population comes first"):
        cast.one_of(Role.LEADER, zone.chance("x"), on=date(2023, 1, 1))


def test_a_moment_is_one_of_office_hours(zone):
    for number in range(20):
        at = cast.working_moment(zone, zone.chance(number), date(2024, 2, 9), date(2024, 2, 20))
        assert zone.calendar.works(at.date())
        assert zone.calendar.opening(at.date()) <= at < zone.calendar.closing(at.date())


def test_there_is_no_moment_where_the_office_does_not_work(zone):
    assert cast.working_moment(zone, zone.chance("x"), date(2024, 2, 10), date(2024, 2, 17)) is None


def test_a_list_that_nobody_entered_is_none(zone):
    with pytest.raises(KeyError):
        lists.sent("nothing", (), cast.of_role(Role.LEADER, on=date(2024, 1, 2))[0], now=moment(MORNING))
