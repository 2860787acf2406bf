"""Keeping an enterprise's figures (保存自评数据): begun once, sealed at each change, judged before every rung at once, audited."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.checks.assessment.inputs import Inputs
from gaoxing.checks.assessment.ordering import held_on, one_step
from gaoxing.checks.assessment.rung import Standing
from gaoxing.forms import Answer, Source
from gaoxing.forms.cultivation import called
from gaoxing.forms.register import plain_name
from gaoxing.office.aftercare.models import Client
from gaoxing.office.audit import actions as audit
from gaoxing.office.cultivation.assessing import inputs_of, lasts, ordered, rules_digest
from gaoxing.office.cultivation.content import REGISTER, Content, Datum, content_of, sealed
from gaoxing.office.cultivation.models import Assessed, AssessedRung, GrowthYear, Qualification
from gaoxing.office.cultivation.permissions import acting, visible_to
from gaoxing.office.enterprises.elsewhere import BothRegisters
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import credit_code
from gaoxing.standards.invalid import Invalid

LONGEST_NAME, MOST = 200, 20
"""Characters of a name; enterprises that one account may enter."""

LONGEST_SENTENCE = 300
FIRST_YEAR, LAST_YEAR = 2000, 2100


@transaction.atomic
def begin(enterprise: str, uscc: str, by: Person, *, now: datetime) -> Assessed:
    """A first, empty set of figures of an enterprise that its own people, or the window for them, name. Raises NotAllowed with a sentence."""
    name, code = enterprise.strip(), credit_code.compact(uscc)
    if not name or len(name) > LONGEST_NAME:
        raise NotAllowed(_("请写企业名称，最多 %(most)s 个字。") % {"most": LONGEST_NAME})
    if code:
        try:
            credit_code.validate(code)
        except Invalid as wrong:
            raise NotAllowed(_("统一社会信用代码不对：%(why)s。请照营业执照核对；不知道可以先空着。") % {"why": wrong}) from None
    owner = None if by.is_staff_member else by
    mine = Assessed.objects.filter(owner=by) if owner else Assessed.objects.filter(owner=None, client=None, entered_by=by)
    known = mine.filter(uscc=code).first() if code else mine.filter(enterprise=name, uscc="").first()
    if known is not None:
        return known
    if owner and mine.count() >= MOST:
        raise NotAllowed(_("一个账号最多填 %(most)s 家企业。") % {"most": MOST})
    return _made(Assessed(owner=owner, enterprise=name, uscc=code), by, now=now)


@transaction.atomic
def begin_for(client: Client, by: Person | None, *, now: datetime) -> Assessed:
    """The set of figures of a client of the zone, made where there is none; `by` None is the system. The caller has asked who may."""
    Client.objects.select_for_update().get(pk=client.pk)
    known = Assessed.objects.filter(client=client).first()
    return known or _made(Assessed(client=client, enterprise=client.name, uscc=client.uscc), by, now=now)


@transaction.atomic
def keep(row: Assessed, content: Content, by: Person | None, *, revision: int, now: datetime) -> Assessed:
    """Keep changed figures and judge them; the record as it then stands.

    Raises NotAllowed where the person does not see it, or somebody was quicker.
    """
    if by is not None and not visible_to(by, on=localdate(now)).filter(pk=row.pk).exists():
        raise NotAllowed(_("这家企业的数据不由您填。"))
    Assessed.objects.select_for_update().get(pk=row.pk)
    won = {"content": sealed(row, content), "revision": F("revision") + 1, "changed": now}
    if Assessed.objects.filter(pk=row.pk, revision=revision).update(**won) != 1:
        raise NotAllowed(_("这一次没有存：您打开页面以后，别人刚改过这家企业的数据。您填的还在下面，请对照着再存一次。"))
    row.refresh_from_db()
    _hold(row, content, by, now=now)
    judge(row, content, on=localdate(now))
    if by is not None:
        audit.write("ladder.kept", actor=acting(by, now=now), subject=row, now=now, details={"revision": row.revision})
    return row


@transaction.atomic
def judge(row: Assessed, content: Content | None = None, *, on: date) -> tuple[Standing, ...]:
    """Judge an enterprise before every rung on a day and keep the verdicts as columns, the next rung first.

    The figures are those in the table, not those that `row` was read with; nothing comes of a record that is gone.
    Raises a Fault where its figures do not open.
    """
    fresh = Assessed.objects.select_for_update().filter(pk=row.pk).first()
    if fresh is None:
        return ()
    told = content or content_of(fresh)
    inputs = inputs_of(fresh, told)
    found = ordered(inputs, on, told.confirmed)
    held = held_on(inputs, on)
    AssessedRung.objects.filter(assessed=row).delete()
    AssessedRung.objects.bulk_create(_column(row, each, place, held=each.rung.id in held) for place, each in enumerate(found))
    row.year, row.judged = max(inputs.years, default=None), on
    row.doubts, row.asked = len(found[0].doubts) if found else 0, len(told.form.asks)
    row.stands, row.rules = lasts(inputs, on), rules_digest()
    row.save(update_fields=["year", "judged", "doubts", "asked", "stands", "rules"])
    for each in row.growth.all():
        actual = inputs.number("revenue", each.year)
        GrowthYear.objects.filter(pk=each.pk).update(actual=_money(actual))
    return found


@transaction.atomic
def plan(row: Assessed, year: int, planned: Decimal | None, by: Person, *, now: datetime) -> None:
    """Set the revenue that is planned for a year, in yuan; an empty one takes the year out. Raises NotAllowed for what is no year or another's."""
    if not visible_to(by, on=localdate(now)).filter(pk=row.pk).exists():
        raise NotAllowed(_("这家企业的数据不由您填。"))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotAllowed(_("请写哪一年，四位数字，例如 2027。"))
    if planned is not None:
        actual = _money(Inputs.of(content_of(row).form).number("revenue", year))
        GrowthYear.objects.update_or_create(assessed=row, year=year, defaults={"planned": planned, "actual": actual, "at": now})
    else:
        GrowthYear.objects.filter(assessed=row, year=year).delete()
    audit.write("ladder.planned", actor=acting(by, now=now), subject=row, now=now, details={"year": year, "planned": str(planned)})


def _money(actual: Fraction | None) -> Decimal | None:
    return None if actual is None else (Decimal(actual.numerator) / Decimal(actual.denominator)).quantize(Decimal("0.01"))


def _made(row: Assessed, by: Person | None, *, now: datetime) -> Assessed:
    row.entered_by, row.made, row.changed = by, now, now
    row.save(force_insert=True)
    row.number = f"L{localdate(now).year}-{row.pk:06}"
    content = _registered(row, now=now)
    row.content = sealed(row, content)
    row.save(update_fields=["number", "content", "enterprise"])
    judge(row, content, on=localdate(now))
    if by is not None:
        audit.write("ladder.begun", actor=acting(by, now=now), subject=row, now=now)
    return row


def _registered(row: Assessed, *, now: datetime) -> Content:
    """What the register says of it: the day of founding. Only whoever has the code is taken to be the enterprise."""
    answers = {"enterprise": Answer(row.enterprise, Source.TYPED)} | ({"uscc": Answer(row.uscc, Source.TYPED)} if row.uscc else {})
    content = Content()
    found = BothRegisters().find(uscc=row.uscc) if row.uscc else ()
    if found and plain_name(found[0].name) != plain_name(row.enterprise):
        raise NotAllowed(_("登记簿上，这个统一社会信用代码的名称不是“%(name)s”。请照营业执照核对名称和代码。") % {"name": row.enterprise})
    day = f"{localdate(now)}"
    data = {key: Datum("typed", row.entered_by_id or 0, day) for key in answers}
    if found and found[0].established:
        answers["founded"] = Answer(found[0].established.isoformat(), Source.REGISTER)
        data["founded"] = Datum(REGISTER, 0, day)
    return replace(content, form=content.form.with_answers(answers), data=data)


def _hold(row: Assessed, content: Content, by: Person | None, *, now: datetime) -> None:
    """The certificates that the figures name, as rows to be counted, none where it says that it has none; those of a list stay as they are."""
    row.qualifications.exclude(origin=Qualification.Origin.LIST).delete()
    origin = Qualification.Origin.OFFICE if by is not None and by.is_staff_member else Qualification.Origin.ENTERPRISE
    rows = () if content.form.value("holds_certificates") is False else content.form.rows("certificates")
    told = {(each["kind"], each["until"]) for each in rows if each.get("kind") and len(str(each.get("until") or "")) == 10}
    listed = {(each.rung, str(each.until)) for each in row.qualifications.all()}
    for kind, until in sorted(told - listed):
        Qualification.objects.create(assessed=row, rung=kind, until=until, origin=origin, by=by, at=now)


def _clear(sentence: str) -> str:
    """What of a gap may stand unsealed: how much is lacking, not what the enterprise has."""
    return sentence.partition("（现有")[0][:LONGEST_SENTENCE]


def _column(row: Assessed, found: Standing, place: int, *, held: bool) -> AssessedRung:
    lacking, step = one_step(found), found.step.outcome.step if found.step else None
    gap = lacking.sentence if lacking else next((each.sentence for each in found.gaps), "")
    scored = found.mark is not None
    return AssessedRung(
        assessed=row,
        rung=found.rung.id,
        place=place,
        verdict=str(found.verdict),
        unmet=len(found.unmet),
        wants=len(found.wants),
        gap=_clear(gap),
        lacks=called(lacking.key) if lacking else "",
        step=_clear(step.gap.sentence) if step else "",
        worst=found.worst if scored else None,
        best=found.best if scored else None,
        mark=found.mark,
        batch=found.batch,
        held=held,
        on=found.on,
    )
