"""The cast of a request: an enterprise with its account, two stewards, three units, a task force's lead, two leaders. Names and numbers are invented."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password

from gaoxing.casework.acting import Reason
from gaoxing.office.aftercare.actions import Plan, Problem, Told, bring, plan
from gaoxing.office.aftercare.firing import fire
from gaoxing.office.aftercare.models import Client, Part, Request, Stewardship
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people import accounts
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Person, RoleAssignment, Unit
from gaoxing.office.people.vault import seal

ENTERPRISE = "昆山样例诉求有限公司"
WORDS = "车间老是跳闸，料都废了；另外员工停车位不够。"
PROBLEMS = (Problem("utilities", "车间老是跳闸，料都废了"), Problem("amenities", "员工停车位不够"))
CALL = {"whom": "联系人甲", "when": "2026-11-24 11:00", "how": "电话"}
UNITS = {"power": "样例供电服务站", "city": "样例城管中队", "police": "样例交警中队"}
RATED = {"rating": 5, "solved": "yes"}


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    """Argon2 is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def owner(db, now):
    return accounts.applicant_of("13900001234", language="zh-hans", now=now)


@pytest.fixture
def other(db, now):
    return accounts.applicant_of("13900005678", language="zh-hans", now=now)


@pytest.fixture
def units(db):
    return {code: Unit.objects.create(code=code, name=name) for code, name in UNITS.items()}


@pytest.fixture
def staff(db, now):
    """Makes one of the staff in a role, for a unit where it needs one."""

    def made(role, account, unit=None):
        person, _ = accounts.open_staff(account, "王某", by=None, now=now)
        assign(person, role, by=None, now=now, since=now.date(), unit=unit)
        return person

    return made


@pytest.fixture
def cast(owner, units, now):
    """Everybody who acts; nobody is the system. They are entered at once, not opened and assigned one after another: that is tried with the people."""
    posts = {"colleague": ("steward", "steward-2", None), "chief": ("leader", "leader-2", None)}
    posts |= {role: (role, role.replace("_", "-"), None) for role in ("steward", "task_force_lead", "leader", "window_clerk", "examiner")}
    posts |= {code: ("unit_handler", f"of-{code}", unit) for code, unit in units.items()}
    return {"applicant": owner, "system": None, **entered(posts, now)}


def entered(posts, now):
    """One of the staff for each of these: role, account, unit."""
    made = [Person(account=account, kind=Person.Kind.STAFF, joined=now, password_due=True, password=make_password(None)) for _, account, _ in posts.values()]
    Person.objects.bulk_create(made)
    for each in made:
        each.name = seal("王某", person=each.pk, column="name")
    Person.objects.bulk_update(made, ["name"])
    held = zip(made, posts.values(), strict=True)
    RoleAssignment.objects.bulk_create([RoleAssignment(person=each, role=role, unit=unit, since=now.date()) for each, (role, _, unit) in held])
    return dict(zip(posts, made, strict=True))


@pytest.fixture
def client_of(cast, owner, now):
    """The enterprise on the key list, and its steward."""
    made = Client.objects.create(kind="enterprise", code="E001", name=ENTERPRISE, person=owner, since=now.date())
    Stewardship.objects.create(client=made, steward=cast["steward"], since=now.date())
    return made


@pytest.fixture
def brought(cast, client_of, owner, now):
    """A request that its enterprise just submitted."""

    def made(words=WORDS, problems=PROBLEMS, **told):
        given = {"client": client_of, "owner": owner, "contact": "联系人甲", "mobile": "13900001234", **told}
        return bring(Told(ENTERPRISE, words, problems, **given), owner, now=now)

    return made


@pytest.fixture
def press(cast, now):
    """Does an act by one of the cast, some time after the beginning."""

    def done(row, act, who, *, later=timedelta(minutes=5), at=None, reason="", note="", **details):
        row = type(row).objects.get(pk=row.pk)
        reasons = (Reason(reason, "写明白了"),) if reason else ()
        return fire(row, Pressed(act, reasons, note, row.revision, details=details), cast[who], now=at or now + later)

    return done


@pytest.fixture
def planned(brought, press, cast, units, now):
    """A request that its steward contacted and planned: the first part with the power station and a co-unit, the second with the city."""

    def made(**told):
        request = press(brought(**told), "receive", "steward")
        request = press(request, "contact", "steward", **CALL)
        first = Plan(1, "utilities", PROBLEMS[0].words, "", units["power"].pk, (units["city"].pk,))
        second = Plan(2, "amenities", PROBLEMS[1].words, "", units["city"].pk)
        return plan(request, (first, second), cast["steward"], revision=request.revision, now=now)

    return made


@pytest.fixture
def sent(planned, press):
    """A request whose parts are with their units."""

    def made(**told):
        return press(press(planned(**told), "decompose", "steward"), "dispatch", "steward")

    return made


@pytest.fixture
def in_hand(sent, press):
    """The first part of a request, signed for by its lead unit."""
    return lambda **told: press(part(sent(**told), 1), "sign", "power")


@pytest.fixture
def answered(sent, press):
    """A request of which every part is answered."""

    def made(**told):
        request = sent(**told)
        for number, who in ((1, "power"), (2, "city")):
            press(part(request, number), "sign", who)
        press(part(request, 1), "advise", "city", note="路面可以开挖")
        for number, who in ((1, "power"), (2, "city")):
            press(part(request, number), "finish", who, note="已经办好", outcome="solved")
        return again(request)

    return made


@pytest.fixture
def accepted(answered, press):
    """A request that its enterprise accepted."""
    return lambda rating=5, **told: press(answered(**told), "accept", "applicant", rating=rating, solved="yes" if rating > 2 else "no")


def part(request, number):
    """A part as it now stands."""
    return Part.objects.select_related("request").get(request=request, number=number)


def again(request):
    """The request as it now stands."""
    return Request.objects.get(pk=request.pk)


def acts(row):
    """What happened to a record, in order."""
    return list(row.events.order_by("number").values_list("act", flat=True))
