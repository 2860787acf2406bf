"""The demonstration's clients: some with stewards, visits and requests in several states; made once, and in the demonstration alone."""

import pytest
from django.core.management import CommandError, call_command

from gaoxing.office.aftercare.clients import demo
from gaoxing.office.aftercare.clients.desk import desk_of
from gaoxing.office.aftercare.clients.quarters import quarter_of
from gaoxing.office.aftercare.clients.reaching import of_enterprise
from gaoxing.office.aftercare.clients.standing import View, standings
from gaoxing.office.aftercare.models import Client, ClientVisit, Request
from gaoxing.office.people import accounts
from gaoxing.office.people import demo as people
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db


def test_the_pages_have_life_and_built_again_nothing_is_there_twice(now):
    people.build(now=now)
    built = demo.build(now=now)
    rows = standings(Client.objects.all(), View.of(quarter_of(now.date()), now=now))
    assert built == len(rows) == 34
    for many in (sum(each.contacted for each in rows), sum(each.red for each in rows), sum(not each.steward for each in rows)):
        assert 0 < many < built
    assert ClientVisit.objects.count() > 30
    assert set(Request.objects.values_list("state", flat=True)) == {"submitted", "received", "in_hand", "answered", "accepted"}
    desk = desk_of(Person.objects.get(account="demo.steward"), now=now)
    assert (desk.red > 0, desk.silent > 0, desk.waiting > 0) == (True, True, True)
    owner = accounts.find_applicant(people.MOBILES[0])
    assert [each.telephone for each in of_enterprise(owner, on=now.date())] == ["0512-55550001"]
    assert demo.build(now=now) == 0
    assert Client.objects.count() == built


def test_without_the_cast_it_says_what_to_run(db, now):
    with pytest.raises(NotAllowed, match="gaoxing demo"):
        demo.build(now=now)


def test_it_is_made_in_the_demonstration_alone(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="gaoxing demo"):
        call_command("demo_clients")


@pytest.mark.parametrize(("made", "told"), [(34, "34 家"), (0, "没有再编")])
def test_the_command_says_how_many_there_are(settings, capsys, monkeypatch, made, told):
    settings.DEMO = True
    monkeypatch.setattr("gaoxing.office.aftercare.management.commands.demo_clients.build", lambda now: made)
    call_command("demo_clients")
    assert told in capsys.readouterr().out


def test_without_the_cast_the_command_says_so_too(settings, db):
    settings.DEMO = True
    with pytest.raises(CommandError, match="还没有准备好"):
        call_command("demo_clients")
