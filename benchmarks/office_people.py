"""Applicants with whole drafts and the cookies of their browsers, made straight in an office's database: `office.py` and the kill drill post them over HTTP.

python benchmarks/office_people.py COUNT [FIRST]    (GAOXING_DATA and DATABASE_URL name the office; a line of JSON a draft)

Every name, number and trade name is invented. The session is one that Django's own client signed in, bound to its browser as signing in binds it.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import Any

AGENT = "Firefox Linux"
HOST = "127.0.0.1"
LETTERS = (
    "岚澄霁荻蓁杼瑾璟桢栎榆樾槿沅沚泠洵浔涟淇渌湜溪滢漪潇澹瀚煦照熙皓盈睿秉稷穗竹笙筠简籁粟纶绮维翎翔翰聆舒航芃芷苓茗荃"
    "莘菁菀菱萱葵蒲蔚蕙蕊薇藜虹衍语谦豫赋越轩逸道遥邺郁酌铎锦镜隽雯霖靖韵顺颂颖飏驰骏鸣鸿鹏麒麟黎鼎齐"
)
SAID = (
    "我想办个体户，开一家面馆，名字叫{}，经营者叫丁大宝，身份证号320583199001011216，手机13800001234，"
    "经营场所在昆山市玉山镇前进西路188号，个人经营，出资额五万元，从业人数两个人，经营餐饮服务"
)
TYPED = {
    "operator.sex": "male",
    "operator.ethnicity": "汉族",
    "operator.education": "大专",
    "operator.political_status": "群众",
    "operator.occupation": "厨师",
    "operator.address": "昆山市玉山镇前进西路200号",
    "e_commerce": "no",
    "telephone": "13800001234",
    "postcode": "215300",
    "paper_licence": "no",
}


def trade_name(number: int) -> str:
    """Three letters; two of them differ from every other number's among the first ten thousand."""
    size = len(LETTERS)
    first, second = number // size % size, number % size
    return LETTERS[first] + LETTERS[second] + LETTERS[(first + second + number // size // size) % size]


def name_of(number: int) -> str:
    return f"昆山市玉山镇{trade_name(number)}面馆"


def drafts(count: int, first: int, *, now: datetime) -> Iterator[dict[str, Any]]:
    """Drafts that can be submitted, each of an applicant of its own: what the page would post, and the browser's cookies."""
    from gaoxing.forms.correction import Correction
    from gaoxing.intake import receive
    from gaoxing.office.cases.words import Words
    from gaoxing.speech.transcript import Transcript

    corrections = [Correction(path, value=value) for path, value in TYPED.items()]
    for number in range(first, first + count):
        said = SAID.format(name_of(number))
        words = Words().state(said)
        for each in corrections:
            words = words.correct(each)
        taken = receive(Transcript.of(said), on=now.date(), corrections=corrections)
        yield _draft(number, words, taken, now)


def _draft(number: int, words: Any, taken: Any, now: datetime) -> dict[str, Any]:
    from gaoxing.office.audit.entry import Actor
    from gaoxing.office.cases import actions
    from gaoxing.office.frontdesk import visitor
    from gaoxing.office.people import accounts

    person = accounts.applicant_of(f"139{number:08}", language="zh-hans", now=now)
    case = actions.open_draft(now=now, consent=visitor.PRIVACY, actor=Actor(person.pk, "applicant"))
    actions.rewrite(case, words, taken.form, matter=taken.matter.id, now=now)
    case.refresh_from_db()
    cookies = browser(person, draft=case.reference)
    posted = {"draft": visitor.key(case.reference), "case": case.pk, "token": secrets.token_urlsafe(24), "revision": case.revision}
    return {"name": name_of(number), "cookies": cookies, "fields": {**posted, "csrfmiddlewaretoken": cookies["csrftoken"]}}


def browser(person: Any, *, draft: str = "") -> dict[str, str]:
    """The cookies of a browser in which a person is signed in, with a second factor if they are staff, and a draft in hand."""
    from allauth.mfa.models import Authenticator
    from django.test import Client
    from django.utils import timezone

    from gaoxing.office.people import signing
    from gaoxing.office.people.models import SignIn

    if person.is_staff_member:
        Authenticator.objects.get_or_create(user=person, type="totp", defaults={"data": {"secret": "-"}})
    client, now = Client(headers={"user-agent": AGENT}), timezone.now()
    client.force_login(person, backend="gaoxing.office.people.backends.PasswordBackend")
    session = client.session
    entered = SignIn.objects.filter(person=person).order_by("-pk").first()
    client.cookies[signing.COOKIE] = signing.bind(session, AGENT, number=entered.pk, now=now)
    records = [{"method": "password", "at": now.timestamp(), "reauthenticated": True}]
    session["account_authentication_methods"], session["account_authentication_methods_user"] = records, str(person.pk)
    if draft:
        session["draft"], session["drafts"] = draft, [draft]
    session.save()
    return {**{name: morsel.value for name, morsel in client.cookies.items()}, "csrftoken": secrets.token_hex(16)}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gaoxing.office.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    call_command("migrate", verbosity=0)
    count, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    for each in drafts(count, first, now=timezone.now()):
        print(json.dumps(each, ensure_ascii=False))


if __name__ == "__main__":
    main()
