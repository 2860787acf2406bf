"""What is sealed, kept, handed out, deleted, audited and told in English of projects and of promotion."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import translation

from gaoxing.casework.tables import table
from gaoxing.engines.fault import Fault
from gaoxing.office.audit import words
from gaoxing.office.audit.models import Entry
from gaoxing.office.projects import kept, queries
from gaoxing.office.projects.firing import note_of
from gaoxing.office.projects.holding import HOLDING
from gaoxing.office.projects.models import Project, ProjectProgress, ProjectReminder, ProjectVersion
from gaoxing.office.projects.promoting import Lead, enter
from gaoxing.office.projects.sealed import SEALED
from gaoxing.office.vault import office_sealer
from tests.office.projects.conftest import press
from tests.office.projects.desks import *  # noqa: F403
from tests.office.projects.desks import read

pytestmark = pytest.mark.django_db
SECRETS = ("魏大墨", "19800001234", "家里有变故", "谈不拢了")


@pytest.fixture
def told(file, owner, staff, now):
    """A filed project and one in promotion, each with a note."""
    steward = staff("steward", "s-1")
    project = press(file(), "explain", owner, now, note="家里有变故")
    return project, press(enter(Lead("示例项目", "样例投资有限公司"), steward, now=now), "drop", steward, now, note="谈不拢了")


def test_nothing_of_a_person_lies_open_in_any_sealed_column(told):
    project, _promotion = told
    blobs = [bytes(each.form) for each in project.versions.all()]
    blobs += [bytes(event.note) for row in told for event in row.events.all()]
    assert not any(secret.encode() in blob for secret in SECRETS for blob in blobs)
    assert "魏大墨" not in " ".join(str(value) for value in Project.objects.values().get().values())


def test_what_is_sealed_opens_in_its_own_place_only(told, file):
    first, other = told[0].versions.get(), file(another=True).versions.get()
    ProjectVersion.objects.filter(pk=other.pk).update(form=first.form)
    with pytest.raises(Fault):
        queries.form_of(ProjectVersion.objects.get(pk=other.pk))


def test_the_note_of_one_event_does_not_open_in_another(told):
    project, promotion = told
    event = promotion.events.latest("number")
    event.note = project.events.latest("number").note
    with pytest.raises(Fault):
        note_of(event)


def test_every_sealed_column_is_brought_under_a_new_key(told, settings):
    settings.GAOXING_KEY = f"{'ab' * 16},{settings.GAOXING_KEY}"
    steps = {each.name: each.renew(office_sealer(), 0) for each in SEALED}
    assert all(step.broken == () and step.renewed for step in steps.values())
    assert note_of(told[1].events.latest("number"))["note"] == "谈不拢了"
    assert queries.current(told[0]).value("contact.mobile") == "19800001234"


@pytest.mark.parametrize("state", ["draft", "filed", "started"])
def test_what_is_not_over_is_kept_for_ever(file, now, state):
    file()
    Project.objects.update(state=state)
    assert kept.KEPT[0].due(now + timedelta(days=99 * 365)) == 0


@pytest.mark.parametrize("state", ["completed", "withdrawn", "removed"])
def test_what_is_over_goes_with_all_that_belongs_to_it(file, alter, now, state):
    row = alter(file(), start="2027-05")
    row.progress.create(month=now.date(), invested=1, at=now)
    row.reminders.create(months=18, at=now)
    Project.objects.update(state=state)
    [rule], after = kept.KEPT, now + timedelta(days=kept.DAYS, minutes=1)
    assert (rule.held(), rule.due(after), rule.delete(after), rule.held()) == (1, 1, 1, 0)
    assert not any(model.objects.exists() for model in (ProjectVersion, ProjectProgress, ProjectReminder))


def test_a_project_in_promotion_outlives_the_filed_one(file, staff, now):
    row, steward = file(), staff("steward", "s-1")
    promoted = enter(Lead("示例项目", "样例投资有限公司", project=row), steward, now=now)
    Project.objects.update(state="withdrawn")
    kept.KEPT[0].delete(now + timedelta(days=kept.DAYS, minutes=1))
    promoted.refresh_from_db()
    assert promoted.project is None


def test_a_person_is_handed_their_own_projects_with_the_newest_contact(file, alter, owner, other):
    alter(file(), contact__name="丁小白")
    assert [each["contact.name"] for each in HOLDING.rows(owner)] == ["丁小白"]
    assert (HOLDING.rows(other), HOLDING.numbers(other)) == ([], [])


def test_deleting_a_person_twice_takes_nothing_more(file, owner, now):
    file()
    assert (HOLDING.delete(owner, now), HOLDING.delete(owner, now), HOLDING.rows(owner)) == (1, 0, [])
    assert queries.current(Project.objects.get()).value("contact.name") is None


def test_a_project_without_its_person_is_still_handled_and_told_to_nobody(file, owner, staff, now):
    file()
    HOLDING.delete(owner, now)
    row = press(Project.objects.get(), "remind", staff("leader", "l-1"), now)
    assert (row.owner, row.reminders.count()) == (None, 1)


@pytest.mark.parametrize(("name", "act"), [(name, act) for name in ("project", "promotion") for act in table(name).acts])
def test_every_act_has_its_word_in_the_audit_in_both_languages(name, act):
    told = words.of("acts", f"{name}.{act}")
    assert told.english.isascii()
    assert "：" in told.term


@pytest.mark.parametrize("kind", ["projects.project", "projects.promotion"])
def test_what_the_audit_is_about_has_its_word(kind):
    assert words.of("kinds", kind).english.isascii()


def test_every_act_leaves_one_entry_with_who_did_it_in_which_role(file, alter, owner, now):
    row = press(alter(file(), start="2027-05"), "report_start", owner, now, day="2026-11-24")
    entries = Entry.objects.filter(act__startswith="project.", subject=row.pk).order_by("pk")
    assert [each.act for each in entries] == ["project.file", "project.change", "project.report_start"]
    assert {(each.actor, each.role) for each in entries} == {(owner.pk, "applicant")}


def test_a_refused_act_leaves_neither_event_nor_entry(file, mine):
    row = file()
    before = (row.events.count(), Entry.objects.filter(act__startswith="project.").count())
    mine.post(f"/projects/{row.number}", {"act": "report_start", "revision": row.revision, "day": "2027-01-01"})
    assert (row.events.count(), Entry.objects.filter(act__startswith="project.").count()) == before


@pytest.mark.parametrize(
    ("role", "page", "shown"),
    [
        ("owner", "/projects", "P2026-"),
        ("owner", "/projects/{project}", "Filed; no start reported yet."),
        ("owner", "/projects/{project}/change", "Change"),
        ("leader", "/staff/projects", "Filed"),
        ("leader", "/projects/{project}", "Two years are not over yet."),
        ("leader", "/staff/promotions", "Projects in promotion: 1"),
        ("leader", "/staff/promotions/new", "Enter"),
        ("leader", "/staff/promotions/{promotion}", "Begin talks"),
    ],
)
def test_the_pages_speak_english(file, cast, browser, staff, now, role, page, shown):
    promoted = enter(Lead("示例项目", "样例投资有限公司"), staff("steward", "s-9"), now=now)
    client = browser(cast(role))
    answer = client.post("/comfort", {"language": "en", "next": page.format(project=file().number, promotion=promoted.number)}, follow=True)
    assert (answer.status_code, shown in read(answer)) == (200, True)


@pytest.mark.parametrize(("name", "guard"), [(name, guard) for name in ("project", "promotion") for guard in table(name).guards])
def test_every_sentence_of_a_refusal_has_its_english(name, guard):
    told = table(name).guards[guard]
    assert told.sentence.endswith("。")
    assert told.english.endswith(".")


def test_a_code_that_is_taken_is_refused_in_the_language_of_the_page(file, staff, now):
    clerk, code = staff("window_clerk", "w-1"), "2611-320583-89-01-123456"
    press(file(), "give_code", clerk, now, code=code)
    with translation.override("en"), pytest.raises(Exception, match="Another project has this code"):
        press(file(another=True), "give_code", clerk, now, code=code)
