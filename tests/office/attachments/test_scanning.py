"""What waits is scanned; an outage leaves it waiting, and is seen; what is infected loses its content."""

from datetime import timedelta

import pytest

from gaoxing.engines.scanning.rehearsal import EICAR
from gaoxing.office.attachments import queries, scanning, store
from gaoxing.office.attachments.models import Attachment
from gaoxing.office.audit.models import Entry
from gaoxing.office.refusal import NotAllowed
from tests.office.attachments.conftest import PDF, PHOTO

pytestmark = pytest.mark.django_db

INFECTED = PDF + EICAR


def state(made):
    made.refresh_from_db()
    return made.state


def test_what_is_clean_is_clean_once(receive, now):
    made = receive()
    assert (scanning.scan_due(now=now), scanning.scan_due(now=now)) == (1, 0)
    assert state(made) == "clean"
    assert Entry.objects.filter(act="attachment.clean", role="clock").count() == 1


def test_what_is_infected_is_named_and_loses_its_content(receive, files, now):
    made = receive(INFECTED)
    scanning.scan_due(now=now)
    assert (state(made), made.threat, files.all()) == ("infected", "EICAR-Test-File", [])
    for ask in (lambda: queries.content_of(made, own=True), lambda: queries.preview_of(made)):
        with pytest.raises(NotAllowed, match="病毒"):
            ask()


def test_an_infected_file_sent_again_is_looked_at_again(receive, now):
    receive(INFECTED)
    scanning.scan_due(now=now)
    assert receive(INFECTED).state == "waiting"
    assert Attachment.objects.count() == 1


@pytest.mark.parametrize("setting", ["failing", "", "written wrongly"])
def test_an_outage_is_never_clean_and_is_tried_again_after_growing_waits(receive, settings, now, setting):
    settings.SCANNER, made = setting, receive()
    waits = []
    for _ in range(8):
        assert scanning.scan_due(now=now) == 0
        assert state(made) == "waiting"
        waits.append((made.next_scan - now) // timedelta(minutes=1))
        now = made.next_scan
    assert waits == [2, 4, 8, 16, 32, 60, 60, 60]
    assert queries.scanner_trouble()


def test_what_was_tried_in_vain_is_clean_when_the_scanner_is_back(receive, settings, now):
    settings.SCANNER, made = "failing", receive()
    scanning.scan_due(now=now)
    settings.SCANNER = "rehearsal"
    assert scanning.scan_due(now=now + timedelta(minutes=1)) == 0
    assert scanning.scan_due(now=now + timedelta(minutes=2)) == 1
    assert (state(made), queries.scanner_trouble()) == ("clean", False)


def test_the_first_outage_ends_the_run(receive, settings, now):
    settings.SCANNER = "failing"
    first, second = receive(), receive(PDF, at=now + timedelta(seconds=1))
    scanning.scan_due(now=now + timedelta(minutes=1))
    assert (state(first), first.tries) == ("waiting", 1)
    assert (state(second), second.tries) == ("waiting", 0)


def test_a_file_that_does_not_open_keeps_nobody_else_waiting(receive, now):
    lost, sound = receive(), receive(PDF)
    store.remove(lost.token)
    scanning.scan_due(now=now)
    assert (state(lost), state(sound)) == ("waiting", "clean")


def test_where_the_operator_scans_nothing_everything_waits_and_nothing_is_called_clean(receive, settings, now):
    settings.SCANNER, made = "none", receive(PHOTO)
    assert scanning.scan_due(now=now) == 0
    assert (state(made), made.tries) == ("waiting", 0)
