"""A small zone for the players of a run: every unit with a handler, some of the staff, a firm with its steward; entered at once."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password

from gaoxing.office.aftercare.models import Client, Stewardship
from gaoxing.office.people import accounts
from gaoxing.office.people.models import Person, RoleAssignment, Unit
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.playing import begin, play
from gaoxing.office.simulation.units import UNITS

HERE = ZoneInfo("Asia/Shanghai")
STAFF = {"steward": 3, "leader": 3, "window_clerk": 1, "task_force_lead": 1}


def moment(text):
    """A moment on the zone's wall clock."""
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


def peopled(world):
    """The world with its staff, each unit with two handlers."""
    units = Unit.objects.bulk_create(Unit(code=each.code, name=each.name) for each in UNITS)
    posts = [(role, None) for role, count in STAFF.items() for _ in range(count)] + [("unit_handler", unit) for unit in units for _ in range(2)]
    joined, secret = moment("2024-01-01T00:00"), make_password(None)
    made = Person.objects.bulk_create(Person(account=f"sim.{number}", kind=Person.Kind.STAFF, joined=joined, password=secret) for number, _ in enumerate(posts))
    held = zip(made, posts, strict=True)
    RoleAssignment.objects.bulk_create(RoleAssignment(person=who, role=role, unit=unit, since=world.begins) for who, (role, unit) in held)
    return world


def listed(world, name="昆山样例诉求有限公司", mobile="13900001234"):
    """A firm on the list, its account and its steward."""
    owner = accounts.applicant_of(mobile, language="zh-hans", now=moment("2024-01-01T00:00"))
    made = Client.objects.create(kind="enterprise", code="E0001", name=name, person=owner, since=world.begins)
    Stewardship.objects.create(client=made, steward=world.people("steward")[0], since=world.begins)
    return made


def played(world, steps, handlers, daily=()):
    """Play steps and what follows to the end of the span; every evening at six what is due."""
    evenings = [Planned(at, f"evening/{at.date()}", "evening") for at in _evenings(world)]
    begin(world.run, [lambda _world: [*steps, *evenings]])

    def evening(step, _world):
        for due in daily:
            due(step.at)
        return ()

    play(world.run, {**handlers, "evening": evening})


def _evenings(world):
    days = (world.ends - world.begins).days + 1
    return [moment(f"{world.begins}T18:00") + timedelta(days=day) for day in range(days)]
