"""Four posts at the same moment under one key; run in a process of its own on a database file, or in a test.

python -m tests.office.api.racing      with DJANGO_SETTINGS_MODULE and an empty database: prints what was answered as JSON
"""

import json
from threading import Barrier, Thread

import django

BODY = {"said": "我想办个体户，经营者叫丁大宝，开一家面馆", "consent": "2026-11"}


def post(text, start, answers):
    from django.db import connection

    from tests.office.api.conftest import System

    start.wait(timeout=30)
    try:
        answer = System(text).post("/drafts", BODY, key="one")
        answers.append([answer.status_code, answer.content.decode()])
    finally:
        connection.close()


def races():
    """How many answers, statuses and drafts there were."""
    from django.utils import timezone

    from gaoxing.office.api import tokens
    from gaoxing.office.cases.models import Case
    from gaoxing.office.people import accounts

    now = timezone.now()
    owner = accounts.applicant_of("13900001234", language="zh-hans", now=now)
    text = tokens.make(owner, "测试系统", ["write_drafts"], days=1, now=now).text
    start, answers = Barrier(4), []
    threads = [Thread(target=post, args=(text, start, answers)) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return {"statuses": sorted({status for status, _ in answers}), "answers": len({content for _, content in answers}), "drafts": Case.objects.count()}


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    setup_test_environment()
    call_command("migrate", verbosity=0)
    print(json.dumps(races()))
