"""Visits: entered by whoever serves the client, sealed; at one press a note becomes a request, and the visit keeps its number."""

from datetime import timedelta

import pytest

from gaoxing.office.aftercare.clients.serving import visits_visible_to
from gaoxing.office.aftercare.clients.visits import LONGEST, Noted, make_request, note_of, problems_in, record, strike
from gaoxing.office.aftercare.models import ClientVisit, Request
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.audit.models import Entry
from gaoxing.office.people.delegating import Span, delegate
from gaoxing.office.refusal import NotAllowed
from tests.office.aftercare.clients.conftest import SAID

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(listed):
    return listed("E1", "steward", contact="联系人甲", mobile="13900001234")


def test_a_visit_is_kept_sealed_with_what_was_said_and_found(client, visited, cast):
    visit = visited(client, found="配电房老旧", ago=2)
    assert note_of(visit) == {"said": SAID, "found": "配电房老旧"}
    assert "配电房".encode() not in bytes(visit.note)
    assert (visit.steward, visit.how, visit.request) == (cast["steward"], "on_site", None)
    assert Entry.objects.get(act="visit.recorded").subject == visit.pk


@pytest.mark.parametrize("who", ["colleague", "power", "examiner", "applicant"])
def test_nobody_else_enters_a_visit(client, visited, who):
    with pytest.raises(NotAllowed):
        visited(client, who)
    assert not ClientVisit.objects.exists()


def test_a_leader_enters_one_too(client, visited):
    assert visited(client, "leader").pk


def test_a_deputy_enters_a_visit_while_the_steward_is_away(client, visited, cast, now):
    span = Span(now.date(), now.date() + timedelta(days=3))
    delegate(cast["steward"], cast["colleague"], kind="deputy", acts=["handle_request"], span=span, now=now)
    assert visited(client, "colleague").steward == cast["colleague"]
    assert visits_visible_to(cast["colleague"], on=now.date()).count() == 1
    assert not visits_visible_to(cast["colleague"], on=span.until + timedelta(days=1)).exists()


@pytest.mark.parametrize(
    ("how", "days", "said", "told"),
    [
        ("", 0, SAID, "上门、电话还是线上"),
        ("on_site", 0, "  ", "请写走访时说了什么"),
        ("on_site", 0, "字" * (LONGEST + 1), "请写走访时说了什么"),
        ("on_site", 401, SAID, "走访时间不对"),
        ("on_site", -1, SAID, "走访时间不对"),
    ],
)
def test_a_visit_that_cannot_be_is_refused_with_a_sentence(client, visited, how, days, said, told):
    with pytest.raises(NotAllowed, match=told):
        visited(client, how=how, ago=days, said=said)


def test_a_telephone_whose_clock_is_fast_enters_its_visit_now(client, cast, now):
    visit = record(client, Noted("telephone", now + timedelta(minutes=5), SAID), cast["steward"], now=now)
    assert visit.at == now


def test_a_visit_becomes_a_request_with_the_problems_that_were_told_apart(client, visited, cast, now):
    visit = visited(client)
    request = make_request(visit, cast["steward"], now=now)
    assert [part.category for part in request.parts.all()] == ["utilities", "amenities"]
    assert (request.source, request.client, request.brought_by, request.state) == ("steward", client, cast["steward"], "submitted")
    assert content_of(request) == {"words": SAID, "contact": "联系人甲", "mobile": "13900001234"}
    visit.refresh_from_db()
    assert visit.request == request


def test_a_visit_pressed_twice_becomes_one_request(client, visited, cast, now):
    visit = visited(client)
    assert make_request(visit, cast["steward"], now=now) == make_request(visit, cast["leader"], now=now)
    assert Request.objects.count() == Entry.objects.filter(act="visit.made_request").count() == 1


def test_a_note_without_a_problem_becomes_no_request_until_a_category_is_chosen(client, visited, cast, now):
    visit = visited(client, said="今天一切正常，谢谢。")
    with pytest.raises(NotAllowed, match="没有听出要解决的问题"):
        make_request(visit, cast["steward"], now=now)
    assert not Request.objects.exists()
    request = make_request(visit, cast["steward"], now=now, category="policy")
    assert [part.category for part in request.parts.all()] == ["policy"]


def test_a_category_that_is_none_is_refused(client, visited, cast, now):
    with pytest.raises(NotAllowed, match="没有这个类别"):
        make_request(visited(client), cast["steward"], now=now, category="weather")


def test_the_same_asked_before_is_told_with_its_number(client, visited, cast, now):
    first = make_request(visited(client), cast["steward"], now=now)
    with pytest.raises(NotAllowed, match=str(first.number)):
        make_request(visited(client), cast["steward"], now=now)


def test_a_visit_entered_by_mistake_is_struck_and_stays(client, visited, cast, now):
    visit = visited(client)
    for _again in range(2):
        strike(visit, cast["steward"], now=now)
    assert ClientVisit.objects.get().struck == now
    assert Entry.objects.filter(act="visit.struck").count() == 1
    with pytest.raises(NotAllowed, match="已经作废"):
        make_request(visit, cast["steward"], now=now)


def test_a_visit_that_became_a_request_is_not_struck(client, visited, cast, now):
    visit = visited(client)
    make_request(visit, cast["steward"], now=now)
    with pytest.raises(NotAllowed, match="不能作废"):
        strike(visit, cast["steward"], now=now)


def test_a_stranger_to_the_client_does_nothing_with_its_visit(client, visited, cast, now):
    visit = visited(client)
    for deed in (strike, make_request):
        with pytest.raises(NotAllowed, match="不由您服务"):
            deed(visit, cast["colleague"], now=now)


def test_notes_of_visits_are_the_offices_own(client, visited, cast, owner, now):
    type(client).objects.filter(pk=client.pk).update(person=owner)
    visited(client)
    sees = {who: visits_visible_to(person, on=now.date()).count() for who, person in cast.items()}
    assert {who for who, count in sees.items() if count} == {"steward", "leader", "chief"}


def test_problems_are_told_apart_by_the_recogniser(on):
    found = problems_in(SAID, on=on)
    assert [each.category for each in found] == ["utilities", "amenities"]
    assert problems_in("今天一切正常，谢谢。", on=on) == ()
