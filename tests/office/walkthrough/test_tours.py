"""The guided tour: every stop is a page that its role may open, in the order of the file, on rows that are there."""

import pytest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from gaoxing.office.people import demo, routes
from gaoxing.office.people.roles import Role
from gaoxing.office.walkthrough import examples, walking
from gaoxing.office.walkthrough.tours import VISITOR, Stop, tour, tours

STOPS = [(role, stop) for role in tours().values() for stop in role.stops]
NAMES = [f"{role.id}-{stop.route}" for role, stop in STOPS]


@pytest.fixture
def cast(db, settings, now):
    """The demonstration's cast, in a demonstration; their passwords are of no matter here."""
    settings.DEMO = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    demo.build(now=now)


@pytest.fixture
def now():
    """This moment: the pages ask the clock."""
    return timezone.now()


def begun(client, role):
    return client.post(reverse("walkthrough_begin", args=[role]))


def test_there_is_a_tour_for_every_role_of_the_office():
    assert {each.person for each in tours().values()} == {*Role.values, VISITOR}


def test_every_stop_is_a_page_that_its_role_may_open(cast, now):
    people = {each.id: None if each.id == VISITOR else demo.acting_as(each.person) for each in tours().values()}
    told = {(role.id, stop.route): routes.answer(stop.route, people[role.id], on=timezone.localdate(now)) for role, stop in STOPS}
    wrong = {name: answer for name, answer in told.items() if answer is not routes.Answer.OPEN}
    assert not wrong, wrong


@pytest.mark.parametrize(("found", "stop"), STOPS, ids=NAMES)
def test_a_page_of_a_row_says_which_and_one_without_says_none(found, stop):
    assert not stop.of or stop.of in examples.kinds()
    if stop.of:
        with pytest.raises(NoReverseMatch):
            reverse(stop.route)
    else:
        assert reverse(stop.route)


@pytest.mark.parametrize("role", [each for each in tours() if each != VISITOR])
def test_whoever_begins_is_signed_in_as_the_role_and_led_through_every_stop(cast, client, role):
    answer, seen = begun(client, role), []
    while True:
        page = client.get(answer.url)
        assert page.status_code == 200, answer.url
        place = walking.where(page.wsgi_request)
        seen.append(place.number)
        assert place.stop.title.term in page.content.decode()
        if place.number == len(place.tour.stops):
            break
        answer = client.get(reverse("walkthrough_on", args=[role, place.number]))
        if answer.url == reverse("walkthroughs"):
            break
    assert seen == sorted(set(seen))
    assert set(seen) >= {number for number, stop in enumerate(tour(role).stops, 1) if not stop.of}


def test_a_passer_by_is_signed_out_and_sees_the_public_pages(cast, client):
    begun(client, "steward")
    answer = begun(client, VISITOR)
    assert not client.get(answer.url).wsgi_request.user.is_authenticated


def test_the_way_back_leads_over_what_is_not_there(cast, client):
    begun(client, "steward")
    client.get(reverse("walkthrough_on", args=["steward", 3]))
    answer = client.get(reverse("walkthrough_back", args=["steward", 4]))
    assert answer.url == reverse("my_clients")


def test_behind_the_last_stop_are_all_tours(cast, client):
    begun(client, "leader")
    assert client.get(reverse("walkthrough_on", args=["leader", 99])).url == reverse("walkthroughs")


def test_a_page_beside_the_way_offers_the_way_back(cast, client):
    answer = begun(client, "steward")
    page = client.get(reverse("where_to_ask")).content.decode()
    assert "您离开了导览的这一站" in page
    assert f'href="{answer.url}"' in page


def test_who_ends_the_tour_sees_nothing_of_it_any_more(cast, client):
    begun(client, "steward")
    assert client.post(reverse("walkthrough_end")).url == reverse("walkthroughs")
    assert 'class="walk"' not in client.get(reverse("my_clients")).content.decode()


def test_all_tours_are_listed_with_how_long_they_are(cast, client):
    page = client.get(reverse("walkthroughs")).content.decode()
    assert all(each.name.term in page and f"{len(each.stops)} 站" in page for each in tours().values())


def test_the_tour_is_told_in_the_language_of_the_page(cast, client):
    begun(client, "steward")
    client.post(reverse("comfort"), {"language": "en"})
    page = client.get(reverse("my_clients")).content.decode()
    assert "My enterprises" in page


@pytest.mark.parametrize("role", ["nobody", "steward-2", "x" * 80])
def test_a_tour_that_there_is_not_is_not_found(cast, client, role):
    assert begun(client, role).status_code == 404


@pytest.mark.parametrize("kept", [None, 7, ["steward"], ["nobody", 1, "/"], ["steward", 0, "/"], ["steward", 99, "/"]])
def test_a_session_that_holds_something_else_is_on_no_tour(rf, kept):
    request = rf.get("/")
    request.session = {walking.KEY: kept}
    assert walking.where(request) is None


def test_outside_the_demonstration_there_is_no_tour(db, client, settings):
    settings.DEMO = False
    told = [client.get(reverse("walkthroughs")), begun(client, "steward"), client.post(reverse("walkthrough_end"))]
    assert [each.status_code for each in told] == [404] * 3


def test_a_page_that_is_not_there_yet_is_passed_over(db, now):
    first = tour("leader").stops[0]
    assert walking.address_of(Stop("no_such_page", first.title, first.look), None, now=now) == ""
