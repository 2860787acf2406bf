"""Threads that register at the same moment: run in a process of its own on a database file, or in a test.

python -m tests.office.certificates.racing      with DJANGO_SETTINGS_MODULE and an empty, migrated database: prints what each was given as JSON
"""

import json
import sys
from datetime import datetime
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import django

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
THREADS, EACH, CODES = 4, 6, 20
"""Four threads want 24 codes of 20."""


def wanting(start, told):
    from django.db import connection

    from gaoxing.office.audit.entry import Actor
    from gaoxing.office.certificates.allotting import allot
    from gaoxing.office.refusal import NotAllowed

    start.wait(timeout=30)
    try:
        for _ in range(EACH):
            try:
                told.append(allot("other", "320583", case=1, actor=Actor(8, "examiner"), now=NOW))
            except NotAllowed as refusal:
                told.append(refusal.reason)
    finally:
        connection.close()


def overlapping(start, told):
    from django.db import connection

    from gaoxing.office.audit.entry import Actor
    from gaoxing.office.certificates import ranges
    from gaoxing.office.refusal import NotAllowed

    start.wait(timeout=30)
    try:
        ranges.add("MB000000", "MB000005", "320583", actor=Actor(7, "system_administrator"), now=NOW)
        told.append("added")
    except NotAllowed as refusal:
        told.append(refusal.reason)
    finally:
        connection.close()


def at_once(act, count):
    told, start = [], Barrier(count)
    threads = [Thread(target=act, args=(start, told)) for _ in range(count)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    return told


def race():
    """What the threads were given, and what came of two that entered the same range."""
    from gaoxing.office.audit.entry import Actor
    from gaoxing.office.certificates import numbering, ranges

    first = numbering.number("MA000000")
    ranges.add("MA000000", numbering.body(first + CODES - 1), "320583", actor=Actor(7, "system_administrator"), now=NOW)
    return {"codes": at_once(wanting, THREADS), "ranges": at_once(overlapping, 2)}


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    json.dump(race(), sys.stdout, ensure_ascii=False)
