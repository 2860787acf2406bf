"""A zone with a little of everything, entered at once: requests, registrations, joint licences, a ladder, promotion, stuck matters. All of it is made up."""

from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from gaoxing.office.aftercare.models import Client, Part, PartEvent, Request, RequestEvent, Stewardship
from gaoxing.office.cases.models import Case, CaseEvent
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.cultivation.models import Assessed, Qualification
from gaoxing.office.escalations.models import Cause, CauseEvent, Escalation, EscalationEvent
from gaoxing.office.indicators.definitions import indicator as defined
from gaoxing.office.indicators.models import Value
from gaoxing.office.licensing.models import Item, ItemEvent, JointCase
from gaoxing.office.projects.models import Promotion, PromotionCount, PromotionPlan

HERE = ZoneInfo("Asia/Shanghai")
CATEGORIES = ("policy", "construction", "finance", "labour", "utilities", "market", "amenities")
NUMBERS = count(1)


def at(day, hour=10):
    """An hour of a day on the zone's clock."""
    return datetime.combine(day, time(hour), HERE)


def clients(steward, *, on, enterprises=3, projects=2, served=4):
    """Enterprises and projects on the list since a day, the first of which have a steward."""
    kinds = ["enterprise"] * enterprises + ["project"] * projects
    made = [Client.objects.create(kind=kind, code=f"{kind[0]}{next(NUMBERS)}", name=f"昆山样例{place}有限公司", since=on) for place, kind in enumerate(kinds)]
    Stewardship.objects.bulk_create(Stewardship(client=each, steward=steward, since=on) for each in made[:served])
    return made


def request(day, *, category="policy", state="accepted", rating=5, due=None, **columns):
    """A request that was made on a day, with one part that was done in time where it is accepted."""
    closed = state == "accepted"
    told = {"rating": rating, "solved": rating > 2} if closed else {}
    number = next(NUMBERS)
    row = Request.objects.create(
        number=f"SQ{number:06}",
        enterprise="昆山样例有限公司",
        source="enterprise",
        state=state,
        said=str(number),
        made=at(day),
        changed=at(day),
        due=due,
        **told,
        **columns,
    )
    RequestEvent.objects.create(subject=row, number=1, act="receive", source="submitted", target="received", role="steward", at=at(day, 11))
    part = Part.objects.create(request=row, number=1, category=category, state="done" if closed else "in_hand", changed=at(day), sent=at(day, 11))
    events = [("dispatch", "start", 5, 11), *([("finish", "stop", 0, 15)] if closed else [])]
    PartEvent.objects.bulk_create(
        PartEvent(subject=part, number=place, act=act, source="", target="", role="steward", at=at(day, hour), clock=clock, days=days)
        for place, (act, clock, days, hour) in enumerate(events, 1)
    )
    return row


def registered(day, *, matter="company_registration", days=1):
    """A registration that was filed on a day and granted some days later, with its licence."""
    number, done = next(NUMBERS), day + timedelta(days=days)
    row = _case(number, day, state="registered", matter=matter)
    CaseEvent.objects.create(case=row, number=1, act="submit", source="draft", target="submitted", role="applicant", at=at(day), clock="start", days=3)
    CaseEvent.objects.create(case=row, number=2, act="register", source="examined", target="registered", role="examiner", at=at(done), clock="stop")
    Certificate.objects.create(
        token=f"t{number}",
        kind="licence",
        number=f"L{number}",
        year=done.year,
        serial=number,
        code=f"91320583{number:010}",
        name="昆山样例有限公司",
        version=1,
        content={"capital": "壹佰万元整"},
        case=row.pk,
        case_number=row.number,
        issued=at(done),
    )
    return row


def joint(day, *, licences=3, issued=True, due=None, unit=None):
    """A joint case filed on a day, its licences handed out the same day or still running, due at a moment."""
    number = next(NUMBERS)
    case = _case(number, day, state="accepted", matter="joint_licence")
    JointCase.objects.create(case=case, trade="restaurant", trade_name="餐饮店", token=f"j{number}")
    state = {"state": "granted", "granted": at(day, 15), "issued": at(day, 16)} if issued else {"state": "accepted", "due": due, "rank": due}
    made = [
        Item.objects.create(case=case, licence=f"licence_{place}", name=f"样例许可{place}", authority="样例局", days=5, unit=unit, **state)
        for place in range(licences)
    ]
    ItemEvent.objects.bulk_create(
        ItemEvent(item=each, number=1, act="dispatch", source="waiting", target="dispatched", role="system", at=at(day), clock="start", days=5) for each in made
    )
    return made


def _case(number, day, **columns):
    moments = dict.fromkeys(("created", "changed", "filed"), at(day))
    return Case.objects.create(reference=f"r{number}", number=f"C{number:06}", words=b"", form=b"", **moments, **columns)


def certificate(since, *, rung="high_tech_enterprise", years=3):
    """An enterprise of the zone with a certificate."""
    client = Client.objects.create(kind="enterprise", code=f"q{next(NUMBERS)}", name="昆山样例科技有限公司", since=since, until=since)
    assessed = Assessed.objects.create(number=f"L{next(NUMBERS):06}", client=client, made=at(since), changed=at(since))
    until = date(since.year + years, since.month, 28)
    return Qualification.objects.create(assessed=assessed, rung=rung, since=since, until=until, origin="list", at=at(since))


def signed(day, amount=150_000_000, *, state="signed"):
    """A project in promotion that was signed on a day."""
    row = Promotion.objects.create(number=f"Z{next(NUMBERS):06}", name="样例项目", investor="样例投资", state=state, made=at(day), changed=at(day))
    PromotionCount.objects.create(promotion=row, kind="first", day=day, amount=amount)
    PromotionPlan.objects.create(promotion=row, year=day.year, amount=amount)
    return row


def stuck(day, *, state="confirmed", outcome="done"):
    """A stuck matter taken over on a day, and what came of it the next."""
    concluded = at(day + timedelta(days=1)) if outcome else None
    row = Escalation.objects.create(
        number=f"B{next(NUMBERS):06}",
        state=state,
        outcome=outcome,
        made=at(day),
        changed=at(day),
        concluded=concluded,
        contact_due=at(day, 11),
        contacted=at(day, 10),
    )
    EscalationEvent.objects.create(subject=row, number=1, act="take_over", source="submitted", target="taken", role="leader", at=at(day))
    return row


def cause(day, *, closed=True, mend_by=None):
    """A cause that was closed on a day, or is still to be mended."""
    state = "closed" if closed else "open"
    row = Cause.objects.create(kind="process", name=f"样例成因{next(NUMBERS)}", state=state, mend_by=mend_by, made=at(day), changed=at(day))
    if closed:
        CauseEvent.objects.create(subject=row, number=1, act="close", source="watched", target="closed", role="leader", at=at(day))
    return row


def value(indicator, period, told, *, source="统计部门公布", dated=date(2026, 1, 20), **columns):
    """A value that somebody entered."""
    given = {"origin": "entered", "scope": defined(indicator).scope, "at": at(dated), **columns}
    return Value.objects.create(indicator=indicator, period=period, value=told, source=source, dated=dated, **given)


def fill(steward, *, today, each=1):
    """Something of every kind in this month, the month before and the same month of the year before."""
    this, last, year = today - timedelta(days=5), today.replace(day=1) - timedelta(days=20), date(today.year - 1, today.month, 10)
    clients(steward, on=date(year.year, 1, 1))
    for _ in range(each):
        for day in (this, last, year):
            for category in CATEGORIES:
                request(day, category=category, rating=5 if category != "finance" else 2)
            registered(day)
            joint(day)
            certificate(day)
            signed(day)
            stuck(day)
            cause(day)
        request(this, state="in_hand", due=at(this, 12))
        registered(this, matter="sole_trader_registration")
        joint(this, issued=False, due=at(this, 17))
