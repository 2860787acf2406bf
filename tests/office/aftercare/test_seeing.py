"""Who sees a request and its parts, and in which role they act: the enterprise, its steward and their deputy, the units, the leaders; nobody else."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare.models import Client, Request, Stewardship
from gaoxing.office.aftercare.permissions import clients_visible_to, parts_visible_to, visible_to, who_sees
from gaoxing.office.aftercare.roles import role_for, roles_on
from gaoxing.office.people.delegating import Span, empower
from gaoxing.office.people.models import Delegation
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.conftest import ENTERPRISE, part

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen(cast, now):
    """How many requests and parts each of the cast sees."""

    def found(*names):
        people = [cast[name] for name in names]
        return {
            name: (visible_to(person, on=now.date()).count(), parts_visible_to(person, on=now.date()).count())
            for name, person in zip(names, people, strict=True)
        }

    return found


def deputy(giver, taker, now, *acts):
    Delegation.objects.create(giver=giver, taker=taker, kind="deputy", acts=list(acts), since=now.date(), until=now.date())


def test_the_enterprise_its_steward_and_the_leaders_see_all_of_it_the_units_their_parts(sent, seen):
    sent()
    assert seen("applicant", "steward", "leader", "chief") == dict.fromkeys(("applicant", "steward", "leader", "chief"), (1, 2))
    assert seen("power", "city") == {"power": (1, 1), "city": (1, 2)}


def test_nobody_else_sees_it(sent, seen, cast, other, now):
    sent()
    names = ("colleague", "police", "task_force_lead", "window_clerk", "examiner", "system")
    assert seen(*names) == dict.fromkeys(names, (0, 0))
    assert not visible_to(other, on=now.date()).exists()
    assert not parts_visible_to(other, on=now.date()).exists()


def test_a_unit_sees_no_part_that_is_only_planned(planned, seen):
    planned()
    assert seen("power") == {"power": (0, 0)}


def test_a_task_force_sees_the_part_that_was_given_to_it(in_hand, press, cast, seen):
    press(in_hand(), "convene", "leader", lead=cast["task_force_lead"].pk)
    assert seen("task_force_lead") == {"task_force_lead": (1, 1)}


def test_an_enterprise_without_a_steward_is_everybodys_who_is_one(brought, seen, press):
    request = brought(client=None)
    assert seen("steward", "colleague") == {"steward": (1, 2), "colleague": (1, 2)}
    assert press(request, "receive", "colleague").state == "received"


def test_what_a_stewardship_ended_goes_to_the_next_one(brought, seen, press, cast, now):
    request = brought()
    Stewardship.objects.update(until=now.date() - timedelta(days=1))
    Stewardship.objects.create(client=request.client, steward=cast["colleague"], since=now.date())
    assert seen("steward", "colleague") == {"steward": (0, 0), "colleague": (1, 2)}
    with pytest.raises(NotAllowed, match="由服务专员、领导、系统来办"):
        press(request, "receive", "steward")


def test_a_deputy_acts_for_a_steward_on_leave_and_no_longer(brought, seen, press, cast, now):
    request = brought()
    deputy(cast["steward"], cast["colleague"], now, "handle_request")
    assert seen("colleague") == {"colleague": (1, 2)}
    assert press(request, "receive", "colleague").events.last().by == cast["colleague"]
    assert not visible_to(cast["colleague"], on=now.date() + timedelta(days=1)).exists()


def test_a_deputy_acts_for_a_handler_of_a_unit(sent, press, cast, now):
    request = sent()
    deputy(cast["power"], cast["police"], now, "handle_part")
    assert press(part(request, 1), "sign", "police").state == "in_hand"


def test_a_colleague_of_the_same_unit_acts_too(sent, press, cast, staff, units):
    cast["second"] = staff("unit_handler", "of-power-2", units["power"])
    assert press(part(sent(), 1), "sign", "second").handler == cast["second"]


@pytest.mark.parametrize(("matters", "sees"), [([], 1), (["enterprise_request"], 1), (["company_registration"], 0)])
def test_an_agent_acts_where_their_power_covers_it(answered, press, cast, owner, other, now, matters, sees):
    request = answered()
    empower(owner, other, acts=["submit_case"], matters=matters, span=Span(now.date(), now.date()), now=now)
    cast["agent"] = other
    assert visible_to(other, on=now.date()).count() == sees
    if sees:
        assert press(request, "accept", "agent", rating=4, solved="yes").events.last().role == "agent"
    else:
        with pytest.raises(NotAllowed, match="由企业、代理人"):
            press(request, "accept", "agent", rating=4, solved="yes")


def test_an_account_that_was_closed_acts_no_more(brought, owner, now):
    request = brought()
    owner.is_active = False
    request.owner = owner
    assert roles_on(request, owner, now=now) == ()


def test_whoever_has_several_roles_acts_in_the_one_that_may(sent, cast, units, now):
    found = part(sent(), 1)
    assert roles_on(found, cast["leader"], now=now) == ("leader",)
    assert roles_on(found, None, now=now) == ("system",)
    assert role_for(found, ("co_handler",), cast["city"], now=now) == "co_handler"
    assert role_for(found, ("leader",), cast["city"], now=now) == "co_handler"
    assert role_for(found, ("leader",), cast["police"], now=now) == ""


def test_clients_are_seen_by_themselves_their_steward_and_the_leaders(client_of, cast, owner, other, now):
    Client.objects.create(kind="project", code="P001", name=ENTERPRISE, since=now.date())
    counted = {name: clients_visible_to(cast[name], on=now.date()).count() for name in ("applicant", "steward", "colleague", "leader", "power", "system")}
    assert counted == {"applicant": 1, "steward": 1, "colleague": 0, "leader": 2, "power": 0, "system": 0}
    assert not clients_visible_to(other, on=now.date()).exists()


def test_a_request_says_who_sees_it_and_why(brought):
    told = who_sees(brought())
    assert len(told) == 4
    assert all(each.who and each.why.endswith("。") for each in told)


def test_a_leaders_deputy_sees_what_the_leader_sees(sent, press, cast, units, now):
    request = sent()
    deputy(cast["leader"], cast["chief"], now, "handle_request")
    deputy(cast["leader"], cast["examiner"], now, "handle_request")
    assert visible_to(cast["examiner"], on=now.date()).count() == Request.objects.count()
    assert press(request, "supervise", "examiner", reason="overdue").events.last().role == "leader"


def test_who_may_act_is_found_with_one_question_for_the_posts_of_each(sent, cast, now, django_assert_max_num_queries):
    """Roles and delegations are asked once a decision; the rest is the record's own."""
    request = sent()
    with django_assert_max_num_queries(9):
        assert roles_on(request, cast["steward"], now=now) == ("steward",)


def test_a_role_that_was_taken_back_counts_no_more_in_the_next_decision(sent, cast, now):
    request = sent()
    assert roles_on(request, cast["leader"], now=now) == ("leader",)
    cast["leader"].assignments.all().delete()
    assert roles_on(request, cast["leader"], now=now) == ()
