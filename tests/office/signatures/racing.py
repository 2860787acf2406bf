"""Two sign at once, one signs twice at once, and one signs while the papers change; run on a database file of its own, or in a test.

python -m tests.office.signatures.racing      with DJANGO_SETTINGS_MODULE and an empty database: prints what came of each race as JSON
"""

import json
import sys
from datetime import datetime
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import django

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
NUMBERS = {"丁大宝": "320583199001011216", "戊小宝": "320583199001011224"}


def person(name, capital="100"):
    from gaoxing.office.signatures.wanted import Paper, Wanted, sm3

    return Wanted(name, NUMBERS[name], papers=(Paper("公司章程", "公司章程", sm3(capital)),), values={"registered_capital": capital})


def ready(case, name):
    """A signer of a case who proved who they are."""
    from gaoxing.office.audit.entry import Actor
    from gaoxing.office.people.identity import Rehearsal
    from gaoxing.office.signatures import links, proving

    signer = links.opened(links.ask(case, person(name), actor=Actor(1, "applicant"), now=NOW), now=NOW)
    proving.prove(signer, person(name), NUMBERS[name], service=Rehearsal(), now=NOW)
    return signer


def press(start, signer, who):
    """One thread's signature: how many papers, or the sentence it was told."""
    from django.db import connection

    from gaoxing.engines.signing.rehearsal import Rehearsal
    from gaoxing.office.refusal import NotAllowed
    from gaoxing.office.signatures import actions

    start.wait(timeout=30)
    try:
        return actions.sign(signer, who, actions.shown(who.papers), provider=Rehearsal(), now=NOW)
    except NotAllowed as refusal:
        return refusal.reason
    finally:
        connection.close()


def race(*pairs):
    told, start = [], Barrier(len(pairs))
    threads = [Thread(target=lambda pair=pair: told.append(press(start, *pair))) for pair in pairs]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    return told


def races():
    """What came of each race: what was told, how many signatures stand, and for the last how it stands with the paper as it then is."""
    from gaoxing.office.signatures.models import Signature
    from gaoxing.office.signatures.standing import standing

    first, second = ready(1, "丁大宝"), ready(1, "戊小宝")
    two = race((first, person("丁大宝")), (second, person("戊小宝")))
    alone = ready(2, "丁大宝")
    twice = race((alone, person("丁大宝")), (alone, person("丁大宝")))
    editing = ready(3, "丁大宝")
    race((editing, person("丁大宝")), (editing, person("丁大宝", "200")))
    signed = [Signature.objects.filter(signer__case=case).count() for case in (1, 2)]
    states = [str(standing(3, [person("丁大宝", capital)])[0].state) for capital in ("100", "200", "300")]
    return {"two": two, "twice": sorted(str(each) for each in twice), "signed": signed, "states": states}


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    json.dump(races(), sys.stdout, ensure_ascii=False)
