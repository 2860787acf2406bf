"""One steward a client, with the history; a hand-over takes open requests along; coverage is counted from the records."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare.models import Client, Stewardship
from gaoxing.office.aftercare.permissions import stewarded, visible_to
from gaoxing.office.aftercare.roles import roles_on
from gaoxing.office.aftercare.sealed import contact_place
from gaoxing.office.aftercare.stewards import Coverage, Listed, coverage, enlist, entrust, hand_over, why_of
from gaoxing.office.aftercare.vault import unseal
from gaoxing.office.audit.models import Entry
from gaoxing.office.people.models import RoleAssignment as Stewards
from gaoxing.office.refusal import NotAllowed

pytestmark = pytest.mark.django_db
KIND = Client.Kind


@pytest.fixture
def listed(cast, now):
    """Puts a client on the list."""
    return lambda code, kind=KIND.ENTERPRISE, name="昆山样例名单有限公司", **told: enlist(Listed(kind, code, name, **told), cast["leader"], now=now)


def test_a_client_stands_on_the_list_once_and_its_contact_sealed(listed):
    listed("E1", contact="联系人乙", mobile="13900002222")
    client = listed("E1", name="昆山样例新名有限公司", contact="联系人丙", mobile="13900003333")
    assert [(each.code, each.name) for each in Client.objects.all()] == [("E1", "昆山样例新名有限公司")]
    assert b"13900003333" not in bytes(client.contact)
    assert unseal(client.contact, contact_place(client)) == {"name": "联系人丙", "mobile": "13900003333"}


def test_an_enterprise_and_a_project_may_have_the_same_code(listed):
    listed("1")
    listed("1", KIND.PROJECT)
    assert Client.objects.count() == 2


@pytest.mark.parametrize(
    ("code", "name", "said"), [(" ", "甲", "编号和名称"), ("E1", "", "编号和名称"), ("E" * 33, "甲", "请改短"), ("E1", "甲" * 201, "请改短")]
)
def test_a_client_that_cannot_be_listed_is_refused_with_a_sentence(listed, code, name, said):
    with pytest.raises(NotAllowed, match=said):
        listed(code, name=name)
    assert not Client.objects.exists()


def test_only_a_leader_lists_and_entrusts(cast, listed, now):
    client = listed("E1")
    for deed in (
        lambda: enlist(Listed(KIND.PROJECT, "P1", "某项目"), cast["steward"], now=now),
        lambda: entrust(client, cast["steward"], cast["steward"], now=now),
    ):
        with pytest.raises(NotAllowed, match="只能由领导办"):
            deed()


def test_a_client_is_entrusted_to_a_steward_and_to_nobody_else(cast, listed, now):
    with pytest.raises(NotAllowed, match="不是服务专员"):
        entrust(listed("E1"), cast["power"], cast["leader"], now=now)
    assert not Stewardship.objects.exists()


def test_the_next_steward_begins_as_the_one_before_ends_and_the_history_stays(cast, listed, now):
    client, later = listed("E1"), now + timedelta(days=9)
    entrust(client, cast["steward"], cast["leader"], now=now)
    entrust(client, cast["colleague"], cast["leader"], now=later)
    terms = [(each.steward, each.since, each.until) for each in client.stewardships.all()]
    assert terms == [(cast["steward"], now.date(), later.date() - timedelta(days=1)), (cast["colleague"], later.date(), None)]
    assert Entry.objects.filter(act="client.entrusted", subject=client.pk).count() == 2


def test_the_same_steward_again_changes_nothing(cast, listed, now):
    client = listed("E1")
    assert entrust(client, cast["steward"], cast["leader"], now=now) == entrust(client, cast["steward"], cast["leader"], now=now)
    assert Entry.objects.filter(act="client.entrusted").count() == 1


def test_a_mistake_of_the_same_day_leaves_one_steward(cast, listed, now):
    client = listed("E1")
    entrust(client, cast["steward"], cast["leader"], now=now)
    entrust(client, cast["colleague"], cast["leader"], now=now)
    assert client.stewardships.get().steward == cast["colleague"]


def test_a_hand_over_may_be_arranged_ahead_with_its_reason_sealed(cast, listed, now):
    client, day = listed("E1"), now.date() + timedelta(days=9)
    entrust(client, cast["steward"], cast["leader"], now=now)
    planned = entrust(client, cast["colleague"], cast["leader"], now=now, since=day, why="王某调去招商")
    assert [each.until for each in client.stewardships.all()] == [day - timedelta(days=1), None]
    assert why_of(planned) == "王某调去招商"
    assert "招商".encode() not in bytes(planned.why)
    assert client in stewarded(cast["steward"], on=now.date())
    assert client in stewarded(cast["colleague"], on=day)


def test_until_a_hand_over_its_requests_stay_with_the_steward_alone(cast, client_of, brought, now):
    request = brought()
    entrust(client_of, cast["colleague"], cast["leader"], now=now, since=now.date() + timedelta(days=9))
    assert roles_on(request, cast["steward"], now=now) == ("steward",)
    assert roles_on(request, cast["colleague"], now=now) == ()


def test_an_arranged_hand_over_is_taken_back_by_naming_the_steward_again(cast, listed, now):
    client = listed("E1")
    first = entrust(client, cast["steward"], cast["leader"], now=now)
    entrust(client, cast["colleague"], cast["leader"], now=now, since=now.date() + timedelta(days=9))
    assert entrust(client, cast["steward"], cast["leader"], now=now) == first
    assert [(each.steward, each.until) for each in client.stewardships.all()] == [(cast["steward"], None)]


def test_another_day_of_the_hand_over_replaces_the_one_arranged_before(cast, listed, now):
    client, later, sooner = listed("E1"), now.date() + timedelta(days=9), now.date() + timedelta(days=2)
    entrust(client, cast["steward"], cast["leader"], now=now)
    for day in (later, sooner):
        entrust(client, cast["colleague"], cast["leader"], now=now, since=day)
    terms = [(each.steward, each.since, each.until) for each in client.stewardships.all()]
    assert terms == [(cast["steward"], now.date(), sooner - timedelta(days=1)), (cast["colleague"], sooner, None)]


@pytest.mark.parametrize("days", [-1, 400])
def test_a_hand_over_rewrites_no_history_and_is_not_arranged_for_years_ahead(cast, listed, now, days):
    Stewards.objects.filter(person=cast["steward"]).update(since=now.date() - timedelta(days=30))
    with pytest.raises(NotAllowed, match="交接日期"):
        entrust(listed("E1"), cast["steward"], cast["leader"], now=now, since=now.date() + timedelta(days=days))


def test_a_reason_that_is_too_long_is_refused_and_nothing_handed_over(cast, listed, now):
    client = listed("E1")
    with pytest.raises(NotAllowed, match="请写短一些"):
        entrust(client, cast["steward"], cast["leader"], now=now, why="字" * 201)
    assert not client.stewardships.exists()


def test_a_hand_over_takes_every_client_and_its_open_requests(cast, client_of, brought, listed, now):
    brought()
    entrust(listed("E2"), cast["steward"], cast["leader"], now=now)
    later = now + timedelta(days=1)
    assert hand_over(cast["steward"], cast["colleague"], cast["leader"], now=later) == 2
    assert not stewarded(cast["steward"], on=later.date()).exists()
    assert stewarded(cast["colleague"], on=later.date()).count() == 2
    assert visible_to(cast["colleague"], on=later.date()).count() == 1


def test_a_hand_over_to_somebody_who_is_no_steward_moves_nothing(cast, client_of, now):
    with pytest.raises(NotAllowed, match="不是服务专员"):
        hand_over(cast["steward"], cast["examiner"], cast["leader"], now=now)
    assert Stewardship.objects.get().until is None


def test_coverage_is_counted_from_the_records_of_the_day(cast, listed, now):
    clients = [listed(f"E{number}") for number in range(5)] + [listed("P1", KIND.PROJECT)]
    for each in clients[:3]:
        entrust(each, cast["steward"], cast["leader"], now=now)
    on = now.date()
    assert coverage(KIND.ENTERPRISE, on=on) == Coverage(5, 3)
    assert coverage(KIND.PROJECT, on=on) == Coverage(1, 0)
    assert coverage(KIND.ENTERPRISE, on=on - timedelta(days=1)) == Coverage(0, 0)
    Client.objects.filter(code="E0").update(until=on - timedelta(days=1))
    assert coverage(KIND.ENTERPRISE, on=on) == Coverage(4, 2)
