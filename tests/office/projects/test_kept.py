"""How long a project is kept, what is handed out of it to its person, and what stays when that person is gone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gaoxing.office.projects import queries
from gaoxing.office.projects.holding import HOLDING
from gaoxing.office.projects.kept import DAYS, KEPT
from gaoxing.office.projects.models import Project, ProjectEvent
from gaoxing.office.sealed import everything
from tests.office.projects.conftest import press

pytestmark = pytest.mark.django_db


def test_a_project_that_ended_is_kept_some_years_and_then_goes(file, owner, now):
    press(file(), "withdraw", owner, now, note="不做了")
    [kept] = KEPT
    assert kept.due(now + timedelta(days=DAYS)) == 0
    assert kept.delete(now + timedelta(days=DAYS, seconds=1)) == 1
    assert not ProjectEvent.objects.exists()


def test_a_project_that_goes_on_is_never_deleted(file, now):
    file()
    assert KEPT[0].due(now + timedelta(days=DAYS * 3)) == 0


def test_its_person_is_handed_their_contact(file, owner):
    row = file()
    [told] = HOLDING.rows(owner)
    assert (told["number"], told["contact.name"], told["contact.mobile"]) == (row.number, "魏大墨", "19800001234")
    assert HOLDING.numbers(owner) == [row.pk]


def test_what_was_filed_stays_without_its_person(file, alter, owner, now):
    row = alter(file(), start="2027-05")
    assert HOLDING.delete(owner, now) == 1
    row.refresh_from_db()
    assert (row.owner, row.brought_by, row.name) == (None, None, "精密零件生产线扩建项目")
    forms = [queries.form_of(each) for each in row.versions.all()]
    assert {form.value("contact.mobile") for form in forms} == {None}
    assert {form.value("project_name") for form in forms} == {"精密零件生产线扩建项目"}
    assert {bytes(each.note) for each in row.events.all()} == {b""}


def test_another_person_s_project_is_left_alone(file, other, now):
    file()
    assert HOLDING.delete(other, now) == 0
    assert Project.objects.exclude(owner=None).count() == 1


def test_what_is_sealed_is_named_for_the_rotation_of_keys():
    names = {each.name for each in everything()}
    assert {"projects.projectversion.form", "projects.projectevent.note", "projects.promotionevent.note"} <= names
