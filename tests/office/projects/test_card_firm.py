"""The card's part on the enterprise: cases, register, stewards and visits, each only for whoever may see it in its own room."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gaoxing.forms.register import Registered
from gaoxing.office.aftercare.models import Client, ClientVisit, Stewardship
from gaoxing.office.cases import search_keys
from gaoxing.office.cases.models import Case
from gaoxing.office.enterprises.actions import record
from gaoxing.office.projects.card import card
from tests.checks.projects.filings import WHOLE, form

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(owner, now):
    """A submitted case whose form names an enterprise."""

    def made(reference="r-1", **blanks):
        told = {"number": f"320583-2026-{reference}", "state": Case.State.ACCEPTED, "matter": "project_filing", "filed": now}
        found = Case.objects.create(reference=reference, owner=owner, words=b"", form=b"", created=now, changed=now, **told)
        search_keys.enter(found, form(**{"enterprise": WHOLE["enterprise"], **blanks}))
        return found

    return made


@pytest.fixture
def served(now):
    """A client with its steward since the day before."""

    def made(steward, *, name=WHOLE["enterprise"], kind="enterprise", uscc="", until=None):
        client = Client.objects.create(kind=kind, code=f"K-{name}", name=name, uscc=uscc, since=now.date())
        Stewardship.objects.create(client=client, steward=steward, since=now.date() - timedelta(days=1), until=until)
        return client

    return made


def of_kind(row, person, now, kind):
    return [each for each in card(row, person, on=now.date()) if each.kind == kind]


def test_a_case_of_the_same_enterprise_is_on_the_card(file, owner, case, now):
    found = case()
    (entry,) = of_kind(file(), owner, now, "办件")
    assert found.number in entry.title
    assert (entry.day, entry.standing, entry.link) == (now.date(), "已受理", f"/cases/{found.number}")


def test_a_case_is_found_by_the_code_too(file, owner, case, now):
    case(enterprise="昆山样例旧名有限公司", uscc=WHOLE["uscc"])
    assert of_kind(file(), owner, now, "办件")


def test_the_staff_are_led_to_their_own_page_of_the_case(file, staff, case, now):
    found = case()
    assert of_kind(file(), staff("examiner", "e-1"), now, "办件")[0].link == f"/staff/cases/{found.number}"


def test_the_case_from_which_the_project_came_is_not_told_twice(file, owner, case, now):
    assert of_kind(file(case=case().pk), owner, now, "办件") == []


@pytest.mark.parametrize("columns", [{"number": None}, {"filed": None}])
def test_a_draft_is_not_on_the_card(file, owner, case, now, columns):
    case()
    Case.objects.update(**columns)
    assert of_kind(file(), owner, now, "办件") == []


def test_a_case_of_another_enterprise_or_another_person_is_not_on_it(file, owner, other, case, now):
    case(enterprise=WHOLE["enterprise"] + "分公司")
    Case.objects.filter(pk=case("r-2").pk).update(owner=other)
    assert of_kind(file(), owner, now, "办件") == []


def test_the_register_is_for_whoever_may_see_it(file, staff, owner, now):
    unit = Registered(WHOLE["uscc"], WHOLE["enterprise"], "limited_liability", established=now.date() - timedelta(days=900))
    record(unit, now=now)
    row = file()
    (entry,) = of_kind(row, staff("examiner", "e-1"), now, "登记簿")
    assert (entry.title, entry.day) == (WHOLE["enterprise"], now.date() - timedelta(days=900))
    assert of_kind(row, staff("leader", "l-1"), now, "登记簿") == []
    assert of_kind(row, owner, now, "登记簿") == []


def test_the_steward_of_the_enterprise_and_of_the_project_is_named(file, staff, served, now):
    steward, row = staff("steward", "s-1"), file()
    served(steward)
    served(steward, name=row.name, kind="project")
    found = of_kind(row, steward, now, "服务专员")
    assert {each.standing for each in found} == {f"{WHOLE['enterprise']} · 现任", f"{row.name} · 现任"}
    assert all(each.link.startswith("/staff/clients/") for each in found)


def test_a_client_of_the_same_code_is_the_enterprise_under_any_name(file, staff, served, now):
    steward = staff("steward", "s-1")
    served(steward, name="样例精密", uscc=WHOLE["uscc"])
    assert len(of_kind(file(), steward, now, "服务专员")) == 1


def test_an_enterprise_sees_its_own_steward_without_the_offices_page(file, staff, owner, served, now):
    row, client = file(), served(staff("steward", "s-1"))
    assert of_kind(row, owner, now, "服务专员") == []
    Client.objects.filter(pk=client.pk).update(person=owner)
    assert [each.link for each in of_kind(row, owner, now, "服务专员")] == [""]


def test_another_steward_sees_neither_steward_nor_visits(file, staff, served, now):
    served(staff("steward", "s-1"))
    row, stranger = file(), staff("steward", "s-2")
    assert of_kind(row, stranger, now, "服务专员") == []


def test_an_earlier_steward_stands_with_the_last_day(file, staff, served, now):
    served(staff("steward", "s-1"), until=now.date() - timedelta(days=1))
    assert of_kind(file(), staff("leader", "l-1"), now, "服务专员")[0].standing.endswith(f"到 {now.date() - timedelta(days=1)}")


def test_a_visit_is_told_to_whoever_serves_and_not_to_the_enterprise(file, staff, owner, served, now):
    steward, row = staff("steward", "s-1"), file()
    client = served(steward)
    Client.objects.filter(pk=client.pk).update(person=owner)
    ClientVisit.objects.create(client=client, steward=steward, at=now, how="telephone", made=now)
    ClientVisit.objects.create(client=client, steward=steward, at=now, how="on_site", made=now, struck=now)
    assert [each.standing for each in of_kind(row, steward, now, "走访")] == ["电话"]
    assert of_kind(row, owner, now, "走访") == []
