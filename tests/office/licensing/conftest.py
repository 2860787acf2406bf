"""The cast of a joint case: an applicant with a shop, three units with a handler each, the window and its leader. Names and numbers are invented."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from gaoxing.casework.acting import Reason
from gaoxing.forms import Answer, Source
from gaoxing.intake import receive
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import actions
from gaoxing.office.cases.firing import fire as fire_case
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.submitting import Judged, Sent, submit
from gaoxing.office.cases.words import Words
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.firing.pressed import Pressed as CasePressed
from gaoxing.office.licensing import local
from gaoxing.office.licensing.firing import fire
from gaoxing.office.licensing.models import Item
from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Unit
from gaoxing.speech.transcript import Transcript
from gaoxing.standards import credit_code

SHOP = "我想在高新区开个火锅店，四百平，装修五十万，门口挂招牌，烟不卖，油水要下下水道"
NUMBER = {"number": "样-2026-001"}
WHO = {"entity": "sole_trader", "name": "昆山市玉山镇样例火锅店", "operator.name": "丁大宝", "premises": "昆山市玉山镇样例路9号"}
"""What the business licence needs, where the words do not say it."""

COMPANY = "昆山样例娱乐有限公司"
LINES = {
    "scope": "餐饮服务；食品销售",
    "composition": "individual",
    "capital": "50",
    "owners": "丁大宝 30\n戊小样：20 万元",
    "officers": "董事 丁大宝；监事 戊小样",
}
"""What its unit writes with the grant."""


def code_of(number):
    """A code of a sole trader of its own for every case."""
    body = f"92320583{number:08d}"
    body += credit_code.organisation_check(body[8:16])
    return body + credit_code.check_digit(body)


UNITS = {"market": "样例市场监管分局", "fire": "样例消防大队", "works": "样例城管水务中队"}
HANDLES = {
    "market": ("市场监督管理局（行政审批局）", "市场监督管理局", "公安局"),
    "fire": ("消防救援机构",),
    "works": ("城市管理局", "水务/住建（城镇排水）部门"),
}


@cache
def taken_of(said, on):
    """What words come to, and who it is where they do not say it; read once."""
    taken = receive(Transcript.of(said), on=on, matter_id="joint_licence")
    who = {**WHO, "name": COMPANY} if taken.form.value("entity") == "company" else WHO
    lacking = {path: Answer(value, Source.TYPED) for path, value in who.items() if path not in taken.form.answers}
    return replace(taken, form=taken.form.with_answers(lacking))


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    """Argon2 is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def owner(db, now):
    return accounts.applicant_of("13900001234", language="zh-hans", now=now)


@pytest.fixture
def staff(db, now):
    """Makes one of the staff in a role, for a unit where it needs one."""

    def made(role, account, unit=None):
        person, _ = accounts.open_staff(account, "王某", by=None, now=now)
        assign(person, role, by=None, now=now, since=now.date(), unit=unit)
        person.password_due = False
        person.save(update_fields=["password_due"])
        return person

    return made


@pytest.fixture
def units(db, now):
    """Three units, each with the authorities whose licences it handles."""
    made = {code: Unit.objects.create(code=code, name=name) for code, name in UNITS.items()}
    for code, authorities in HANDLES.items():
        for each in authorities:
            local.assign(each, made[code], by=Actor(0, "operator"), now=now)
    return made


@pytest.fixture
def cast(owner, staff, units):
    """Everybody who acts; nobody is the system."""
    handlers = {code: staff("unit_handler", f"of-{code}", unit) for code, unit in units.items()}
    return {"applicant": owner, "system": None, "window_clerk": staff("window_clerk", "window"), "leader": staff("leader", "head"), **handlers}


@pytest.fixture
def draft_of(owner, now):
    """A joint draft of what somebody said."""

    def made(said=SHOP, person=None):
        who, taken = person or owner, taken_of(said, now.date())
        case = actions.open_draft(now=now, consent="2026-11", actor=Actor(who.pk, "applicant"))
        actions.rewrite(case, Words().state(said), taken.form, matter="joint_licence", now=now)
        case.refresh_from_db()
        return case

    return made


@pytest.fixture
def sent_case(draft_of, cast, owner, now):
    """A joint case that was submitted just now, its licences with their units."""

    def made(said=SHOP, person=None):
        case, taken = draft_of(said, person), taken_of(said, now.date())
        submit(case, Judged(taken.form, (), 0), Sent(f"page-{case.pk}", case.revision), person or owner, now=now)
        return Case.objects.get(pk=case.pk)

    return made


@pytest.fixture
def act(cast, now):
    """Does an act on the licence of a case, by the handler of its unit."""

    def done(case, licence, name, *, who="", later=timedelta(0), reasons=(), **details):
        item = Item.objects.select_related("case").get(case=case, licence=licence)
        by = cast[who or next(code for code, unit in UNITS.items() if item.unit and item.unit.code == code)]
        if (licence, name) == ("business_licence", "grant"):
            details = {**LINES, "number": code_of(case.pk), **{key: value for key, value in details.items() if value != NUMBER["number"]}}
        return fire(item, Pressed(name, reasons=reasons, details=details), by, now=now + later)

    return done


@pytest.fixture
def registered(sent_case, act):
    """A case whose business licence is granted: what waited for it is with its units."""

    def made(said=SHOP):
        case = sent_case(said)
        for name in ("complete", "examine"):
            act(case, "business_licence", name)
        act(case, "business_licence", "grant", **NUMBER)
        return case

    return made


@pytest.fixture
def press(now):
    """Does an act on the case as a whole."""
    return lambda case, name, by, later=timedelta(0), **told: fire_case(case.number, CasePressed(name, **told), by, now=now + later)


def item(case, licence):
    """The licence as it now stands."""
    return Item.objects.select_related("case", "unit").get(case=case, licence=licence)


def states(case):
    """Every licence with its state."""
    return dict(Item.objects.filter(case=case).values_list("licence", "state"))


def why(kind, words="第三条写得不清楚", about=""):
    """One typed reason."""
    return (Reason(kind, words, about),)
