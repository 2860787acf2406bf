"""Two units decide at the same moment on PostgreSQL, where both would else see the other undecided: the case is complete, and neither is lost."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from gaoxing.office.cases.models import Case
from gaoxing.office.licensing.firing import Pressed, fire
from gaoxing.office.licensing.models import Item
from gaoxing.office.refusal import NotAllowed
from tests.office.licensing.conftest import item, why

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="a database in memory has one writer"),
]


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


def test_the_last_two_decisions_at_once_complete_the_case(registered, cast, act, now):
    case = registered()
    for each in ("seal_filing", "signboard", "drainage"):
        act(case, each, "refuse", reasons=why("conditions_unmet"))
    last = [refused(item(case, "food_operation"), cast["market"], now), refused(item(case, "fire_check"), cast["fire"], now)]
    assert at_once(last) == ["", ""]
    assert Case.objects.get(pk=case.pk).state == "completed"


def test_of_two_who_decide_one_licence_at_once_one_wins(registered, cast, now):
    case = registered()
    found = [item(case, "fire_check") for _ in range(2)]
    told = at_once([refused(each, cast["fire"], now) for each in found])
    assert told[0] == ""
    assert "已经有人办了" in told[1]
    assert Item.objects.get(pk=found[0].pk).events.filter(act="refuse").count() == 1
