"""Every page of a record, asked for by every role with a record that is there: it opens to whoever sees the record and to nobody else, and never fails."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from gaoxing.office.aftercare import permissions as aftercare
from gaoxing.office.aftercare.clients import demo as clients
from gaoxing.office.aftercare.clients.serving import visits_visible_to
from gaoxing.office.aftercare.models import Client as Served
from gaoxing.office.aftercare.models import ClientVisit, Part
from gaoxing.office.audit.entry import Actor, Subject
from gaoxing.office.cases import actions as cases
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.permissions import visible_to as cases_visible_to
from gaoxing.office.cases.submitting import Judged, Sent, submit
from gaoxing.office.cases.words import Words
from gaoxing.office.certificates import issuing
from gaoxing.office.certificates.permissions import visible_to as certificates_visible_to
from gaoxing.office.cultivation import keeping
from gaoxing.office.cultivation.permissions import visible_to as ladders_visible_to
from gaoxing.office.escalations import permissions as escalations
from gaoxing.office.escalations.actions import Told, bring
from gaoxing.office.escalations.models import Cause
from gaoxing.office.licensing.models import Item
from gaoxing.office.licensing.permissions import visible_to as items_visible_to
from gaoxing.office.people import accounts, demo, routes
from gaoxing.office.people.models import Person
from gaoxing.office.people.routes import Answer
from gaoxing.office.people.seeing import visible_to as people_visible_to
from gaoxing.office.projects import filing, promoting
from gaoxing.office.projects import permissions as projects
from gaoxing.office.ratings import actions as ratings
from gaoxing.office.ratings.permissions import visible_to as ratings_visible_to
from tests.checks.projects.filings import filed
from tests.office.certificates.conftest import company  # noqa: F401 — who has a licence
from tests.office.licensing.conftest import SHOP, taken_of
from tests.office.people.conftest import quick_hashes, signed_in  # noqa: F401 — the cast of the people

pytestmark = pytest.mark.django_db
SIGN_IN, OPEN, NOT_THERE = "sign in", "open", "not there"
SAYS_NEXT = re.compile(r"<main.*[\u4e00-\u9fff].*。.*(<a |<button)", re.DOTALL)


def handled_by(person, *, on):
    """The cases that the clerk may handle."""
    return cases_visible_to(person, on=on, act="handle_case")


def by_number(row):
    return {"number": row.number}


def by_key(row):
    return {"number": row.pk}


def of_part(row):
    return {"number": row.request.number, "place": row.number}


def of_item(row):
    return {"number": row.case.number, "licence": row.licence}


PAGES = {
    "case": (cases_visible_to, by_number, ["my_case", "receipt", "joint_mine"]),
    "handled": (handled_by, by_number, ["queue_case", "queue_print", "queue_correction", "queue_signatures", "joint_case"]),
    "item": (items_visible_to, of_item, ["joint_item"]),
    "request": (aftercare.visible_to, by_number, ["mine_request", "request_desk", "request_plan", "request_merge", "request_supervision"]),
    "part": (aftercare.parts_visible_to, of_part, ["part", "part_force"]),
    "client": (aftercare.clients_visible_to, by_key, ["client", "client_visit"]),
    "visit": (visits_visible_to, by_key, ["visit_request"]),
    "stuck": (escalations.visible_to, by_number, ["stuck_one", "stuck_in_hand"]),
    "cause": (escalations.causes_visible_to, by_key, ["stuck_cause"]),
    "project": (projects.visible_to, by_number, ["project_one", "project_change"]),
    "promotion": (projects.promotions_visible_to, by_number, ["promotion"]),
    "ladder": (ladders_visible_to, by_number, ["ladder", "ladder_figures", "ladder_if", "ladder_years"]),
    "rating": (ratings_visible_to, by_key, ["rating", "rate"]),
    "licence": (certificates_visible_to, by_key, ["licence_staff"]),
    "account": (people_visible_to, by_key, ["person"]),
}
"""What there is of each kind: who sees it, what its address needs, and its pages."""


@pytest.fixture
def cast(now, on):
    """One of the staff in each role, two applicants; None for a stranger."""
    demo.build(now=now)
    made = {each.assignments.get().role: each for each in Person.objects.filter(demo=True, kind="staff").order_by("-pk")}
    owner, other = (accounts.find_applicant(each) for each in demo.MOBILES)
    return {"stranger": None, "owner": owner, "other": other, **made}


@pytest.fixture
def rows(cast, company, now, on, monkeypatch):  # noqa: F811
    """A record of every kind, made as the pages make them; the owner's where it can be somebody's."""
    for several, few in (("_ENTERPRISES", 9), ("_PROJECTS", 0)):
        monkeypatch.setattr(clients, several, few)
    clients.build(now=now)
    owner, case = cast["owner"], submitted(cast["owner"], now)
    part = Part.objects.select_related("request").earliest("pk")
    told = promoting.Lead("示例项目", "样例投资有限公司")
    licence = issuing.issue_licence(company, issuing.Cause(case.pk, case.number, Actor(1, "examiner"), now))
    return {
        "case": case,
        "handled": case,
        "item": Item.objects.select_related("case").filter(case=case).first(),
        "request": part.request,
        "part": part,
        "client": Served.objects.get(person=owner),
        "visit": ClientVisit.objects.earliest("pk"),
        "stuck": bring(Told(tried="办许可", blocked_by="互相要证明", owner=owner), owner, now=now),
        "cause": Cause.objects.create(kind="process", name="互相要证明", made=now, changed=now),
        "project": filing.file(filing.judged(filed(), on=on), owner, owner=owner, case=None, another=False, now=now),
        "promotion": promoting.enter(told, cast["leader"], now=now),
        "ladder": keeping.begin("昆山样例智造有限公司", "", owner, now=now),
        "rating": ratings.ask(ratings.Handled(Subject("cases.case", case.pk), case.number, cast["examiner"], None), owner, now=now),
        "licence": licence,
        "account": cast["examiner"],
    }


def submitted(owner, now):
    """A joint case, submitted just now."""
    case, taken = cases.open_draft(now=now, consent="2026-11", actor=Actor(owner.pk, "applicant")), taken_of(SHOP, now.date())
    cases.rewrite(case, Words().state(SHOP), taken.form, matter="joint_licence", now=now)
    case.refresh_from_db()
    submit(case, Judged(taken.form, (), 0), Sent("page", case.revision), owner, now=now)
    return Case.objects.get(pk=case.pk)


def expected(name, person, seen, on):
    """What the tables say of a page, and of its record."""
    answer = routes.answer(name, person, on=on)
    if answer is not Answer.OPEN:
        return SIGN_IN if answer is Answer.SIGN_IN else NOT_THERE
    return OPEN if seen else NOT_THERE


def came(answer):
    """What a response says of the way in; 409: it is open, and says why nothing can be done now."""
    if answer.status_code == 302 and answer["Location"].startswith("/sign-in"):
        return SIGN_IN
    return {200: OPEN, 302: OPEN, 409: OPEN, 403: NOT_THERE, 404: NOT_THERE}.get(answer.status_code, answer.status_code)


def says_next(answer):
    """Whether a refusal is a Chinese sentence with somewhere to go."""
    return SAYS_NEXT.search(answer.content.decode()) is not None


def test_every_page_of_a_record_opens_to_whoever_sees_it_and_to_nobody_else(cast, rows, signed_in, on):  # noqa: F811
    wrong = []
    for role, person in cast.items():
        browser = signed_in(person) if person else Client()
        for kind, (visible_to, needs, names) in PAGES.items():
            seen = visible_to(person, on=on).filter(pk=rows[kind].pk).exists()
            for name in names:
                answer = browser.get(reverse(name, kwargs=needs(rows[kind])))
                right = expected(name, person, seen, on)
                if came(answer) != right or (right == NOT_THERE and not says_next(answer)):
                    wrong.append((name, role, answer.status_code, right))
    assert not wrong, "\n".join(map(str, wrong))
