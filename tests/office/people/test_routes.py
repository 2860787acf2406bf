"""Every route of the resolver, for every role and for strangers: what no table classifies is open to nobody, and each answers as its class says."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, path, reverse
from django.urls.converters import IntConverter

from gaoxing.office.people import accounts, policy, routes
from gaoxing.office.people.delegating import Span, empower
from gaoxing.office.people.models import Person
from gaoxing.office.people.roles import OF_STAFF
from gaoxing.office.people.routes import Answer

pytestmark = pytest.mark.django_db
ROLES = ("stranger", "applicant", "agent", *sorted(OF_STAFF))
KINDS = {*routes.UNGUARDED, routes.SIGNED_IN, routes.APPLICANT, routes.STAFF}
DESTRUCTIVE = {"account_logout"}
STEPS = {"mfa_authenticate", "sign_in_code"}
"""Steps of signing in: without the one before, they lead back to the first."""

REFUSALS = ("您的账号没有用这一页的权限", "不能这样操作")


def every(resolver=None, above=()):
    """Every route's name (None for one that has none) and what its address needs."""
    for each in (resolver or get_resolver()).url_patterns:
        needs = {**dict(above), **each.pattern.converters}
        yield from every(each, needs) if isinstance(each, URLResolver) else ((each.name, needs),)


NEEDS = {str(name): needs for name, needs in every()}
NAMES = sorted(NEEDS)


def address(name):
    """The address of a route, with a number or a word wherever it needs one."""
    return reverse(name, kwargs={each: 1 if isinstance(kind, IntConverter) else "name" for each, kind in NEEDS[name].items()})


@pytest.fixture
def cast(staff, applicant, now, on):
    """Somebody in each role; None for a stranger."""
    agent = accounts.applicant_of("13900005678", language="zh-hans", now=now)
    empower(applicant, agent, acts=["see_case"], matters=[], span=Span(on, on + timedelta(days=999)), now=now)
    for person in (applicant, agent):
        person.set_password("correct horse battery")
        person.save()
    made = {role: staff(role.replace("_", "-"), role) for role in sorted(OF_STAFF)}
    return {"stranger": None, "applicant": applicant, "agent": agent, **made}


@pytest.fixture
def browsers(cast, signed_in):
    return {role: signed_in(person) if person else Client() for role, person in cast.items()}


def expected(name, person, on):
    """The answer as this test understands the classes, said a second time in its own words."""
    kind = routes.table()[name].kind
    if kind in routes.UNGUARDED:
        return "open"
    if person is None:
        return "sign in"
    able = {
        routes.SIGNED_IN: True,
        routes.APPLICANT: person.kind == "applicant",
        routes.STAFF: person.kind == "staff",
    }
    if kind in able:
        return "open" if able[kind] else "refused"
    held = set(person.assignments.values_list("role", flat=True)) or {"applicant"}
    return "open" if held & set(policy.table()[kind.removeprefix("act:")].conditions) else "refused"


def told(name, response):
    """What a response says of the way in."""
    if name not in STEPS and response.status_code == 302 and response["Location"].startswith("/sign-in"):
        return "sign in"
    text = b"".join(response.streaming_content) if response.streaming else response.content
    return "refused" if response.status_code == 403 and any(word in text.decode(errors="ignore") for word in REFUSALS) else "open"


@pytest.mark.parametrize("name", NAMES)
def test_every_route_is_classified(name):
    assert name in routes.table(), f"{name}: write it into the routes.toml of its app"


def test_no_table_names_a_route_that_is_not_there_or_a_class_that_is_none():
    kinds = {route.kind for route in routes.table().values()}
    assert {kind.removeprefix("act:") for kind in kinds - KINDS} <= set(policy.table())
    assert all(kind.startswith("act:") for kind in kinds - KINDS)


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_route_answers_every_role_as_its_class_says(cast, browsers, on, method):
    wrong = []
    for name in [each for each in NAMES if each not in DESTRUCTIVE]:
        asked = [*ROLES] if routes.table()[name].kind not in routes.UNGUARDED else ["stranger", "applicant", "window_clerk"]
        for role in asked:
            if method == "post" and expected(name, cast[role], on) == "open":
                continue
            response = getattr(browsers[role], method)(address(name))
            if told(name, response) != expected(name, cast[role], on) or (response.status_code >= 500 and response.status_code != 503):
                wrong.append((name, role, response.status_code, told(name, response), expected(name, cast[role], on)))
    assert not wrong, wrong


@pytest.mark.parametrize("role", ROLES)
def test_the_tables_alone_answer_as_the_pages_do(cast, on, role):
    answers = {name: str(routes.answer(name, cast[role], on=on)) for name in NAMES}
    assert answers == {name: expected(name, cast[role], on) for name in NAMES}


@pytest.mark.parametrize("person", [None, Person(kind="staff"), Person(kind="applicant")])
def test_a_route_that_no_table_names_is_open_to_nobody(person, on):
    assert routes.answer("brand_new", person, on=on) is Answer.UNCLASSIFIED
    assert routes.answer(None, person, on=on) is Answer.UNCLASSIFIED


def test_an_unclassified_page_is_refused_to_the_highest_role_too(cast, signed_in, settings):
    settings.ROOT_URLCONF = "tests.office.people.test_routes"
    response = signed_in(cast["system_administrator"]).get("/new")
    assert response.status_code == 403


def test_a_stranger_sees_nothing_of_a_browsers_own_routes(client):
    wrong = [name for name in NAMES if routes.table()[name].kind == routes.BROWSER and client.get(address(name)).status_code == 200]
    assert not wrong


urlpatterns = [*get_resolver("gaoxing.office.urls").url_patterns, path("new", lambda request: None, name="brand_new")]
handler403 = "gaoxing.office.frontdesk.errors.refused"
