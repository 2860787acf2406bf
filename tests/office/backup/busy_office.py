"""A process that writes drafts, history and attachments while it makes a backup; run by test_rehearsal.py with the archive's path. Prints what it wrote."""

import json
import sys
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from threading import Event, Thread
from zoneinfo import ZoneInfo

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from gaoxing.intake import receive  # noqa: E402
from gaoxing.office.attachments.actions import Sent, remove  # noqa: E402
from gaoxing.office.attachments.actions import receive as take_in  # noqa: E402
from gaoxing.office.audit.entry import APPLICANT  # noqa: E402
from gaoxing.office.cases import actions  # noqa: E402
from gaoxing.office.cases.words import Words  # noqa: E402
from gaoxing.speech.transcript import Transcript  # noqa: E402

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
SAID = "我想注册一家公司，名称叫昆山测试软件有限公司，注册资本一百万元。"
FORM = receive(Transcript.of(SAID), on=NOW.date()).form


def pdf(number):
    return b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj " + (
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%% " + str(number).encode()
    )


def write(number):
    """A draft with words, and an attachment; every third one's goes again."""
    now = NOW + timedelta(seconds=number)
    case = actions.open_draft(now=now)
    actions.rewrite(case, Words().state(SAID), FORM, matter="company_registration", now=now)
    attachment = take_in(case.pk, Sent("照片.pdf", pdf(number)), material="", actor=APPLICANT, now=now)
    if number % 3 == 0:
        remove(attachment, actor=APPLICANT, now=now)


def go_on(stop, written, begun):
    while not stop.is_set():
        write(len(written))
        written.append(1)
        if len(written) >= 3:
            begun.set()
    connection.close()


def main():
    call_command("migrate", verbosity=0)
    stop, begun, written = Event(), Event(), []
    thread = Thread(target=go_on, args=(stop, written, begun))
    thread.start()
    begun.wait(60)
    try:
        before = overlapped(written, sys.argv[1])
    finally:
        stop.set()
        thread.join()
    print(json.dumps({"before": before, "after": len(written)}))


def overlapped(written, target):
    """Back up until something was written meanwhile; how much stood before."""
    for _ in range(20):
        before, said = len(written), StringIO()
        call_command("backup", target=target, stdout=said)
        if len(written) > before:
            break
        Path(target).unlink()
    print(said.getvalue().strip())
    return before


main()
