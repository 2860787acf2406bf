"""A small zone of 2024, its records written straight into the tables, so that what is computed of it can be counted by hand. All is invented."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from gaoxing.office.aftercare.models import Client, ClientVisit, Part, PartEvent, Request, RequestEvent, Stewardship
from gaoxing.office.cases.models import Case, CaseEvent
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.cultivation.models import Assessed, Qualification
from gaoxing.office.escalations.models import Cause, CauseEvent, Escalation, EscalationEvent
from gaoxing.office.licensing.models import Item
from gaoxing.office.projects.models import Project, Promotion, PromotionCount, PromotionMonth

HERE = ZoneInfo("Asia/Shanghai")
NUMBERS = count(1)


def at(day, hour=10):
    """A moment of a day, `2024-03-05`, on the zone's clock."""
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), HERE) + timedelta(hours=hour)


def case(matter="company_registration", filed="2024-03-04"):
    """A submitted case."""
    number = next(NUMBERS)
    return Case.objects.create(
        reference=f"r{number}",
        state="registered",
        matter=matter,
        number=f"K{number:06}",
        filed=at(filed),
        created=at(filed),
        changed=at(filed),
        words=b"",
        form=b"",
    )


def licence(day, matter="company_registration", capital="壹佰万元整", version=1, kind="licence", code="", form="company"):
    """A licence as it was issued, by a case of its own."""
    number, of = next(NUMBERS), case(matter, day)
    return Certificate.objects.create(
        token=f"t{number}",
        kind=kind,
        number=f"n{number}",
        year=int(day[:4]),
        serial=number,
        code=code or f"C{number}",
        name=f"昆山样例{number}有限公司",
        version=version,
        content={"capital": capital, "form": form},
        case=of.pk,
        case_number=of.number,
        state="superseded",
        issued=at(day),
    )


def decided(*events, matter="company_registration"):
    """A case with what happened to it: day, act, state after it, what it did to the clock, days; the last decides."""
    made = case(matter, events[0][0])
    for number, (day, act, target, clock, days) in enumerate(events, 1):
        CaseEvent.objects.create(case=made, number=number, act=act, source="submitted", target=target, role="examiner", at=at(day), clock=clock, days=days)
    return made


def joint(*issued):
    """A joint case with a licence handed out on each of these days; an empty one was not yet."""
    made = case("joint_licence")
    for number, day in enumerate(issued):
        state, when = ("granted", at(day)) if day else ("accepted", None)
        Item.objects.create(
            case=made, licence=f"l{number}", name=f"样例许可{number}", document="样例证", authority="样例局", basis="样例", state=state, days=20, issued=when
        )
    return made


def client(kind="enterprise", since="2024-01-10", until=None, steward=None, visited=()):
    """A client on the list, its steward since the day it came, visits on these days."""
    number = next(NUMBERS)
    made = Client.objects.create(
        kind=kind, code=f"K{number}", name=f"昆山样例{number}厂", since=date.fromisoformat(since), until=until and date.fromisoformat(until)
    )
    if steward:
        Stewardship.objects.create(client=made, steward=steward, since=made.since)
        for day in visited:
            ClientVisit.objects.create(client=made, steward=steward, at=at(day), how="on_site", made=at(day))
    return made


def request(day, *categories, state="accepted", rating=5, solved=True, late=False):
    """A request with a part a category, each answered at once (`late`: after its limit of five working days)."""
    number = next(NUMBERS)
    closed = state == "accepted"
    made = Request.objects.create(
        number=f"R{number:06}",
        enterprise="昆山样例厂",
        state=state,
        made=at(day),
        changed=at(day),
        rating=rating if closed else None,
        solved=solved if closed else None,
    )
    RequestEvent.objects.create(subject=made, number=1, act="receive", source="submitted", target="received", role="steward", at=at(day))
    RequestEvent.objects.create(subject=made, number=2, act="contact", source="received", target="contacted", role="steward", at=at(day, 11))
    for place, category in enumerate(categories, 1):
        part = Part.objects.create(request=made, number=place, category=category, state="done", changed=at(day))
        done = at(day, 12) + timedelta(days=30 if late else 0)
        for index, (act, clock, when) in enumerate((("dispatch", "start", at(day, 11)), ("finish", "stop", done)), 1):
            PartEvent.objects.create(subject=part, number=index, act=act, source="planned", target="done", role="system", at=when, clock=clock, days=5)
    return made


def promotion(*counts, listed="", months=(), made="2024-01-05", state="signed"):
    """A project in promotion: what counts of it (kind, day, yuan), investments by month."""
    number = next(NUMBERS)
    row = Promotion.objects.create(
        number=f"Z{number:06}", name=f"样例项目{number}", investor="样例投资", state=state, listed=listed, made=at(made), changed=at(made)
    )
    for kind, day, amount in counts:
        PromotionCount.objects.create(promotion=row, kind=kind, day=date.fromisoformat(day), amount=amount)
    for month, invested in months:
        PromotionMonth.objects.create(promotion=row, month=date.fromisoformat(month), invested=invested)
    return row


def filing(day, total="50000000", currency="CNY", state="filed"):
    """A filed project."""
    number = next(NUMBERS)
    made = at(day)
    return Project.objects.create(
        number=f"P{number:06}",
        state=state,
        enterprise="昆山样例厂",
        name=f"样例备案{number}",
        total=total,
        currency=currency,
        filed=made.date(),
        made=made,
        changed=made,
    )


def certificate(rung, since, until, of=None):
    """A certificate of a rung, of an enterprise of its own."""
    number = next(NUMBERS)
    held = of or Assessed.objects.create(number=f"L{number:06}", enterprise=f"昆山样例{number}公司", made=at("2024-01-02"), changed=at("2024-01-02"))
    days = [each and date.fromisoformat(each) for each in (since, until)]
    return Qualification.objects.create(assessed=held, rung=rung, since=days[0], until=days[1], origin="list", at=at("2024-01-02"))


def stuck(day, *acts, outcome="", concluded=""):
    """What did not get done: acts with their days, and what came of it."""
    number = next(NUMBERS)
    state = "confirmed" if concluded else "taken"
    row = Escalation.objects.create(
        number=f"B{number:06}", state=state, outcome=outcome, concluded=(concluded and at(concluded)) or None, made=at(day), changed=at(day)
    )
    for place, (act, when) in enumerate(acts, 1):
        EscalationEvent.objects.create(subject=row, number=place, act=act, source="submitted", target="taken", role="steward", at=at(when))
    return row


def cause(state, *closed):
    """A cause that was closed on these days."""
    number = next(NUMBERS)
    row = Cause.objects.create(kind="process", name=f"样例成因{number}", state=state, made=at("2024-01-05"), changed=at("2024-01-05"))
    for place, day in enumerate(closed, 1):
        CauseEvent.objects.create(subject=row, number=place, act="close", source="watched", target="closed", role="system", at=at(day))
    return row
