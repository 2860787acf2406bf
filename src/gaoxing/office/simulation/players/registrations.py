"""Registrations (登记): people who set up a company or a shop say what they mean, answer what is asked, sign and submit; some come back later.

A step is told its number in the run (`n`) and what it is about (`what`: company, shop, change, closing); all else is drawn again from those.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from gaoxing.office.cases import queries
from gaoxing.office.cases.judging import judged
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.submitting import Sent, submit
from gaoxing.office.certificates.models import Certificate
from gaoxing.office.frontdesk import actions
from gaoxing.office.simulation import counter, papers_made, signing
from gaoxing.office.simulation.invented import truth
from gaoxing.office.simulation.invented.truth import Registered, Truth
from gaoxing.office.simulation.planned import Planned
from gaoxing.office.simulation.players import examining
from gaoxing.office.simulation.world import World

A_YEAR = 2_880
"""How many set something up at scale 1; those who come back for a change or a closing are on top."""

SAYS, SIGNS, SUBMITS = (f"registration.{each}" for each in ("says", "signs", "submits"))
_COMPANIES, _ABANDONED, _ELECTRONIC, _RETURNS, _CLOSES = 0.42, 0.05, 0.62, 0.36, 0.3
_SOONEST, _LATEST = 20, 150


def OPENING(world: World) -> Iterable[Planned]:  # noqa: N802 — the name that every player has
    """Everybody who sets something up in the span."""
    for number in range(world.count(A_YEAR)):
        chance = world.chance("registration", number)
        what = "company" if chance.random() < _COMPANIES else "shop"
        yield Planned(world.moment(chance), f"reg/{number}/{what}", SAYS, {"n": number, "what": what})


def meant(world: World, told: dict[str, object]) -> Truth:
    """What the person of a step means, drawn anew."""
    chance = world.chance("registration", told["n"], told["what"], "meant")
    if told["what"] == "company":
        return truth.company(chance)
    if told["what"] == "shop":
        return truth.shop(chance)
    firm = Registered(*told["firm"])  # type: ignore[misc]
    return truth.change(chance, firm, date.fromisoformat(str(told["decided"]))) if told["what"] == "change" else truth.closing(chance, firm)


def _says(step: Planned, world: World) -> Iterable[Planned]:
    """Says it, answers what is asked; most go on to sign, some leave it at that."""
    told, chance = dict(step.told), world.chance(step.key)
    sitting = counter.Sitting(world, step, meant(world, told), world.applicant(int(told["n"])), chance)
    reference = sitting.say()
    if chance.random() < _ABANDONED:
        return ()
    whole, at = sitting.answer(reference)
    if not whole:
        world.note("unfinished", step.key, left=sitting.left)
        return ()
    told["case"] = Case.objects.values_list("pk", flat=True).get(reference=reference)
    later = at + delay(chance.lognormvariate(4.6, 1.1))
    return (Planned(later, f"{step.key}/next", SIGNS if chance.random() < _ELECTRONIC else SUBMITS, told),)


def delay(minutes: float) -> timedelta:
    """So many minutes, whole ones, at least one."""
    return timedelta(minutes=max(1, int(minutes)))


def _signs(step: Planned, world: World) -> Iterable[Planned]:
    """Everybody who must sign does, by a link of their own."""
    told, case = dict(step.told), Case.objects.get(pk=step.told["case"])
    done = signing.by_link(case, meant(world, told), world.applicant(int(told["n"])), now=step.at)
    return (Planned(done + delay(world.chance(step.key).lognormvariate(3, 1)), f"{step.key}/submits", SUBMITS, told),)


def _submits(step: Planned, world: World) -> Iterable[Planned]:
    """Submits; what is not decided at once goes to the window."""
    told, owner = dict(step.told), world.applicant(int(step.told["n"]))
    case = Case.objects.select_related("owner").get(pk=told["case"])
    taken = actions.read(queries.words_of(case), now=step.at)
    found = judged(case, taken, now=step.at)
    if found is None:
        return ()
    made = submit(case, found, Sent(step.key, case.revision, rules_seen=True), owner, now=step.at)
    if papers := papers_made.drawn(int(told["n"]), found.form, on=localdate(step.at)):
        world.note("papers", step.key, count=papers)
    state = Case.objects.values_list("state", flat=True).get(pk=made.case_id)
    return after_decision(step, world, step.at) if state == Case.State.REGISTERED else examining.first(step, world)


def after_decision(step: Planned, world: World, at: datetime) -> Iterable[Planned]:
    """What may follow once it is registered: a rating, a second look, and some day a change or a closing."""
    told = {"n": step.told["n"], "case": step.told["case"], "what": step.told["what"]}
    stem = f"reg/{told['n']}/{told['what']}"
    chance = world.chance(stem, "after")
    yield from examining.afterwards(told, stem, chance, at)
    if told["what"] not in {"company", "shop"} or chance.random() >= _RETURNS:
        return
    firm = Certificate.objects.filter(case=told["case"]).order_by("pk").values_list("name", "code").first()
    if firm is not None and firm[0]:
        day = localdate(at) + timedelta(days=chance.randrange(_SOONEST, _LATEST))
        what = "closing" if chance.random() < _CLOSES else "change"
        sole = sum(bool(each.percent) for each in meant(world, told).parties) == 1
        again = {"n": told["n"], "what": what, "firm": [*firm, told["what"] == "company", sole], "decided": (day - timedelta(days=5)).isoformat()}
        yield Planned(world.moment(chance, day), f"reg/{told['n']}/{what}", SAYS, again)


def _returns(step: Planned, world: World) -> Iterable[Planned]:
    return after_decision(step, world, step.at)


HANDLERS = {SAYS: _says, SIGNS: _signs, SUBMITS: _submits, examining.RETURNS: _returns}
