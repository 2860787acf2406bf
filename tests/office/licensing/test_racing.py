"""Two who press at the same moment, for every way of both tables on both databases; and two units that decide last, of whom neither is lost."""

import json
import os
import subprocess
import sys
from threading import Barrier, Thread

import pytest
from django.db import connection

from gaoxing.casework.tables import table
from gaoxing.office.audit.entry import Actor
from gaoxing.office.audit.models import Entry
from gaoxing.office.cases.models import Case
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.licensing import local
from gaoxing.office.licensing.firing import fire
from gaoxing.office.licensing.models import Item, LocalCatalogue
from gaoxing.office.refusal import NotAllowed
from tests.house.source import ROOT
from tests.office.licensing import pressing
from tests.office.licensing.conftest import item, why

pytestmark = pytest.mark.django_db(transaction=True)
on_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="a database in memory has one writer")


def at_once(deeds):
    """Run these in threads that begin together; what each was told, nothing where it was done."""
    told, start = [], Barrier(len(deeds))

    def run(deed):
        start.wait(timeout=30)
        try:
            deed()
            told.append("")
        except NotAllowed as refusal:
            told.append(refusal.reason)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(each,)) for each in deeds]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    return sorted(told)


def refused(found, by, now):
    return lambda: fire(found, Pressed("refuse", reasons=why("conditions_unmet"), revision=found.revision), by, now=now)


@on_postgresql
def test_the_last_two_decisions_at_once_complete_the_case(registered, cast, act, now):
    case = registered()
    for each in ("seal_filing", "signboard", "drainage"):
        act(case, each, "refuse", reasons=why("conditions_unmet"))
    last = [refused(item(case, "food_operation"), cast["market"], now), refused(item(case, "fire_check"), cast["fire"], now)]
    assert at_once(last) == ["", ""]
    assert Case.objects.get(pk=case.pk).state == "completed"


@on_postgresql
def test_of_two_who_decide_one_licence_at_once_one_wins(registered, cast, now):
    case = registered()
    found = [item(case, "fire_check") for _ in range(2)]
    told = at_once([refused(each, cast["fire"], now) for each in found])
    assert told[0] == ""
    assert "已经有人办了" in told[1]
    assert Item.objects.get(pk=found[0].pk).events.filter(act="refuse").count() == 1


@on_postgresql
def test_of_two_who_publish_at_once_over_the_same_version_one_wins(db, now):
    def publish(days):
        text = f"[licence.food_operation]\npromised = {days}\n"
        return lambda: local.publish(text, by=Actor(0, "operator"), now=now, base=0)

    told = at_once([publish(5), publish(3)])
    assert told[0] == ""
    assert "又换了一版" in told[1]
    assert (LocalCatalogue.objects.count(), Entry.objects.filter(act="catalogue.published").count()) == (1, 1)


def test_of_two_threads_one_wins_in_every_way_of_a_licence_and_of_a_joint_case(tmp_path):
    found = pressing.races() if connection.vendor == "postgresql" else on_a_file(tmp_path)
    assert len(found) == sum(row.roles[0] != "agent" for name in pressing.TABLES for row in table(name).transitions)
    wrong = {name: came for name, came in found.items() if came[0][:1] != ["won"] or "已经有人办了" not in came[0][-1] or came[1:] != [True, 1, 1]}
    assert not wrong, wrong


def on_a_file(folder):
    """The races in a process of its own, whose database is a file."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOXING_") and name != "DATABASE_URL"}
    told = {"GAOXING_DATA": str(folder), "GAOXING_KEY": "000102030405060708090a0b0c0d0e0f", "DJANGO_SETTINGS_MODULE": "gaoxing.office.settings"}
    command = [sys.executable, "-m", "tests.office.licensing.pressing"]
    done = subprocess.run(command, env={**kept, **told}, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
