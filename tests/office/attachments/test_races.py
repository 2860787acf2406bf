"""Two at once: two scans of one file, a scan while its file is removed, a removal twice, refusing what is infected."""

import pytest

from gaoxing.engines.scanning.rehearsal import EICAR, RehearsalScanner
from gaoxing.office.attachments import actions, queries, scanning, store
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.entry import APPLICANT, Actor
from gaoxing.office.audit.models import Entry
from tests.office.attachments.conftest import CASE, PDF

pytestmark = pytest.mark.django_db

CLERK = Actor(3, "window_clerk")


def test_two_scans_of_one_file_give_one_verdict(receive, now):
    made = receive()
    twin = Attachment.objects.get(pk=made.pk)
    for each in (made, twin):
        scanning._scanned(each, RehearsalScanner(), now=now)
    assert Entry.objects.filter(act="attachment.clean").count() == 1


def test_a_file_removed_while_it_is_scanned_stays_removed(receive, now, files):
    made = receive()

    class Removing:
        def scan(self, content):
            actions.remove(Attachment.objects.get(pk=made.pk), actor=APPLICANT, now=now)
            return RehearsalScanner().scan(content)

    scanning._scanned(made, Removing(), now=now)
    assert (Attachment.objects.count(), files.all()) == (0, [])
    assert not Entry.objects.filter(act="attachment.clean").exists()


def test_what_staff_refused_is_not_called_clean_afterwards(receive, now):
    made = receive()
    actions.refuse(made, "unreadable", actor=CLERK, now=now)
    assert scanning.scan_due(now=now) == 0
    made.refresh_from_db()
    assert made.state == "refused"


def test_what_is_infected_cannot_be_refused_into_something_milder(receive, now):
    made = receive(PDF + EICAR)
    scanning.scan_due(now=now)
    actions.refuse(made, "unreadable", actor=CLERK, now=now)
    made.refresh_from_db()
    assert made.state == "infected"


def test_so_many_are_scanned_in_one_run_and_the_rest_in_the_next(receive, now, monkeypatch):
    monkeypatch.setattr(scanning, "AT_ONCE", 1)
    receive(), receive(PDF)
    assert [scanning.scan_due(now=now) for _ in range(3)] == [1, 1, 0]


def test_a_file_that_is_gone_from_the_disk_can_still_be_removed(receive, now):
    made = receive()
    store.remove(made.token)
    actions.remove(made, actor=APPLICANT, now=now)
    assert queries.of_case(CASE) == ()


def test_an_infected_file_can_be_removed_from_the_list(receive, now):
    made = receive(PDF + EICAR)
    scanning.scan_due(now=now)
    made.refresh_from_db()
    actions.remove(made, actor=APPLICANT, now=now)
    assert queries.weight(CASE) == 0


@pytest.mark.parametrize("reason", sorted(actions.REASONS))
def test_every_reason_says_what_to_do(reason):
    assert "请" in actions.REASONS[reason]
