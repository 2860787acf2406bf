"""Two cases correct their names to one and the same at the same moment; run in a process of its own on a database file, or in a test.

python -m tests.office.cases.renaming    with DJANGO_SETTINGS_MODULE and an empty, migrated database: prints what came of it as JSON
"""

import json
import sys
from threading import Barrier, Thread

import django

from tests.office.cases.racing import NOW, cast

WANTED, ASKED = "昆山冬藏软件有限公司", ("昆山春华软件有限公司", "昆山秋实软件有限公司")
MATTER = "company_registration"


def asked_to_correct(people, name):
    """A case that was submitted under a name, told to correct it, and whose draft was written in since."""
    from gaoxing.casework.acting import Reason
    from gaoxing.office.audit.entry import Actor
    from gaoxing.office.cases import actions
    from gaoxing.office.cases.firing import fire
    from gaoxing.office.cases.submitting import Sent, submit
    from gaoxing.office.cases.words import Words
    from gaoxing.office.firing.pressed import Pressed

    owner = people["applicant"]
    case = actions.open_draft(now=NOW, actor=Actor(owner.pk, "applicant"))
    actions.rewrite(case, Words(), _judged(name).form, matter=MATTER, now=NOW)
    submit(case, _judged(name), Sent("page", case.revision), owner, now=NOW)
    case = fire(_anew(case).number, Pressed("ask_correction", (Reason("inconsistent", "换一个名称"),)), people["window_clerk"], now=NOW)
    actions.rewrite(case, Words(), _judged(WANTED).form, matter=MATTER, now=NOW)
    return _anew(case)


def correct(case, owner, start):
    """One thread's correction: `won`, or the sentence it was told."""
    from django.db import connection

    from gaoxing.office.cases.submitting import Sent, submit
    from gaoxing.office.refusal import NotAllowed

    start.wait(timeout=30)
    try:
        submit(case, _judged(WANTED), Sent("page 2", case.revision, answers={1: ""}), owner, now=NOW)
    except NotAllowed as refusal:
        return refusal.reason
    finally:
        connection.close()
    return "won"


def race():
    """What both were told, how the cases then stand, and every name of the pool with its state."""
    from gaoxing.office.cases.models import Case
    from gaoxing.office.names.models import RegisteredName

    people, told, start = cast(), [], Barrier(2)
    cases = [asked_to_correct(people, name) for name in ASKED]
    threads = [Thread(target=lambda case=case: told.append(correct(case, people["applicant"], start))) for case in cases]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    stand = sorted([each.state, each.holds_name] for each in Case.objects.all())
    return {"told": sorted(told), "cases": stand, "names": sorted(RegisteredName.objects.values_list("name", flat=True))}


def _judged(name):
    from gaoxing.forms import Answer, Form, Source
    from gaoxing.office.cases.submitting import Judged

    return Judged(Form(MATTER, "2026", {"name": Answer(name, Source.SAID)}), (), 0)


def _anew(case):
    from gaoxing.office.cases.models import Case

    return Case.objects.get(pk=case.pk)


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    json.dump(race(), sys.stdout, ensure_ascii=False)
