"""Archiving: what ended long enough ago is archived by the system, its content frozen as digests, and every later change is told by name."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from gaoxing.office.attachments.models import Attachment
from gaoxing.office.cases import archiving, firing, manifest
from gaoxing.office.cases.firing import fire, note_of
from gaoxing.office.cases.models import Case, CaseEvent
from gaoxing.office.cases.vault import seal
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.frontdesk.management.commands import checkup

pytestmark = pytest.mark.django_db
MONTH = timedelta(days=30)


@pytest.fixture
def archived(sent_case, owner, now):
    """A withdrawn case that the system archived a month later."""
    case = sent_case()
    fire(case.number, Pressed("withdraw"), owner, now=now)
    assert archiving.archive_due(now=now + MONTH) == 1
    case.refresh_from_db()
    return case


def test_what_ended_is_archived_after_its_days_and_not_before(sent_case, owner, now):
    fire(sent_case().number, Pressed("withdraw"), owner, now=now)
    assert archiving.archive_due(now=now + MONTH - timedelta(seconds=1)) == 0
    assert archiving.archive_due(now=now + MONTH) == 1
    assert archiving.archive_due(now=now + MONTH) == 0


def test_a_case_in_hand_is_never_archived(sent_case, now):
    sent_case()
    assert archiving.archive_due(now=now + 10 * MONTH) == 0


def test_the_system_archives_and_the_event_keeps_the_list(archived):
    event = archived.events.get(act="archive")
    assert (archived.state, event.by, event.role) == ("archived", None, "system")
    assert set(note_of(event)["filed"]) == {*(f"submission 1 {each}" for each in ("words", "form", "findings", "papers")), "event 1", "event 2"}


def test_an_archived_case_is_whole(archived):
    assert [(each.number, each.whole) for each in archiving.look()] == [(archived.number, True)]


def test_a_changed_submission_is_told_by_name(archived):
    made = archived.submissions.get()
    archived.submissions.update(form=seal(b"{}", case=archived.pk, column=manifest.place(made, "form")))
    assert [each.changed for each in archiving.look()] == [("submission 1 form",)]


def test_a_changed_event_and_one_that_is_gone_are_told(archived):
    CaseEvent.objects.filter(case=archived, number=2).update(reason="other")
    assert [each.changed for each in archiving.look()] == [("event 2",)]
    CaseEvent.objects.filter(case=archived, number=2).delete()
    assert [each.changed for each in archiving.look()] == [("event 2",)]


def test_what_does_not_open_is_a_trouble_and_the_others_are_looked_at(archived):
    archived.submissions.update(words=b"x" * 40)
    found = next(archiving.look())
    assert not found.whole
    assert found.trouble


def test_what_does_not_open_is_not_archived_and_stops_no_other(sent_case, owner, now):
    fire(sent_case().number, Pressed("withdraw"), owner, now=now)
    Case.objects.get().submissions.update(words=b"x" * 40)
    assert archiving.archive_due(now=now + MONTH) == 0
    assert Case.objects.get().state == "withdrawn"


def test_attachments_are_on_the_list_without_the_infected_ones(sent_case, owner, now, monkeypatch):
    case = sent_case()
    row = {"case": case.pk, "name": b"", "media_type": "image/png", "size": 1, "added": now}
    made = Attachment.objects.create(token="a", sha256="a" * 64, **row)
    Attachment.objects.create(token="b", sha256="b" * 64, state="infected", **row)
    monkeypatch.setattr(manifest.attachments, "content_of", lambda each, own: b"picture")
    assert [each for each in manifest.manifest(case, before=9) if each.startswith("attachment")] == [f"attachment {made.pk}"]


def test_the_place_of_a_note_is_the_one_it_was_sealed_for(archived):
    for event in archived.events.all():
        assert manifest.note_place(event) == firing.note_place(event)


def test_the_command_says_how_many_are_whole_and_fails_where_one_is_not(archived):
    said = StringIO()
    call_command("archive_verify", stdout=said)
    assert json.loads(said.getvalue()) == {"archived": 1, "wrong": 0}
    CaseEvent.objects.filter(case=archived, number=1).update(days=9)
    with pytest.raises(SystemExit):
        call_command("archive_verify", number=archived.number, stdout=StringIO())


def test_a_number_that_is_not_archived_is_told(archived):
    with pytest.raises(CommandError, match="没有归档过"):
        call_command("archive_verify", number="320583-2026-999999", stdout=StringIO())


def test_the_doctor_looks_at_the_newest_archived_cases(archived):
    right, told = checkup._archive()
    assert right
    assert "抽查 1 件" in told


def test_the_doctor_names_an_archived_case_that_was_changed(archived):
    archived.submissions.update(words=b"x" * 40)
    right, told = checkup._archive()
    assert not right
    assert archived.number in told
    assert "gaoxing archive verify" in told


def test_the_doctor_is_content_where_nothing_was_archived(sent_case):
    sent_case()
    assert checkup._archive() == (True, "还没有归档的办件。")


def test_the_sample_is_as_large_as_asked_for_and_no_larger(archived):
    assert [each.number for each in archiving.look_at_newest(5)] == [archived.number]
    assert archiving.look_at_newest(0) == ()
