"""Bringing a request (提诉求): said at the desk by the enterprise or at the window, dictated on a visit, written by its steward, or come from the hotline.

All of it is read by the real recogniser, and what it asks is answered by what was meant; what was read otherwise than meant is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from gaoxing.forms import Form
from gaoxing.intake import Taken
from gaoxing.office.aftercare.clients import visits
from gaoxing.office.aftercare.clients.visits import Noted
from gaoxing.office.aftercare.models import Client, ClientVisit, Request
from gaoxing.office.aftercare.permissions import MATTER
from gaoxing.office.aftercare.stewards import on_list
from gaoxing.office.aftercare.wording import category_of
from gaoxing.office.cases import queries
from gaoxing.office.cases.models import Case, Step
from gaoxing.office.frontdesk import actions, requesting, visitor
from gaoxing.office.frontdesk.actions import Change, Hand
from gaoxing.office.frontdesk.requesting import Asking, Blanks
from gaoxing.office.hotline import importing as hotline
from gaoxing.office.importing.registry import Given, Verdict
from gaoxing.office.people import accounts
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.simulation.invented import firms
from gaoxing.office.simulation.players.requests import lives, statements
from gaoxing.office.simulation.players.requests.lives import Life
from gaoxing.office.simulation.players.requests.statements import Manner, Speaker
from gaoxing.office.simulation.players.requests.workers import steward_of
from gaoxing.office.simulation.world import World

MOST_ANSWERS = 8
"""Questions that somebody answers before they hand in what there is."""

WHOLE = Manner(firm=False, contact=False)
"""How the staff note a trouble: whose it is and whom to reach they know."""

_FIRST = 20
"""How often a year the first enterprise of the list asks, beside its own, at any scale: it is the demonstration's."""


@dataclass(frozen=True)
class Brought:
    """A request that was brought, what was said, and what was read in it otherwise than meant: the blank, what was meant, what was read."""

    request: Request
    said: str
    otherwise: tuple[tuple[str, str, str], ...] = ()


def client_of(world: World, life: Life, now: datetime) -> Client | None:
    """Whose trouble it is, of those on the list of the day; None where there is no list yet."""
    listed, chance = on_list(on=world.calendar.day(now)).order_by("kind", "code").select_related("person"), world.chance("request", life.name, "client")
    count = listed.count()
    if not count:
        return None
    return listed[0 if chance.random() < min(0.5, _FIRST / (lives.YEAR * float(world.run.scale))) else chance.randrange(count)]


def bring(world: World, life: Life, client: Client | None, now: datetime) -> Brought:
    """Bring the request of a life. Raises NotAllowed where the office takes it from nobody: nothing heard in it, or asked before."""
    chance = world.chance("request", life.name, "firm")
    firm = client.name if client else firms.company(chance, chance.choice(firms.COMPANIES))
    return _WAYS[life.source](world, life, client, Speaker(firm, life.contact, life.mobile), now)


def words_of(world: World, life: Life, speaker: Speaker, manner: Manner) -> str:
    """What is said of it."""
    return statements.statement(life.troubles, speaker, manner, world.chance("request", life.name, "said"))


def _signed_in(client: Client | None, speaker: Speaker, now: datetime) -> Person:
    return client.person if client and client.person else accounts.applicant_of(speaker.mobile, language="zh-hans", now=now)


def _at_the_desk(world: World, life: Life, client: Client | None, speaker: Speaker, now: datetime) -> Brought:
    """The enterprise itself, signed in."""
    owner = _signed_in(client, speaker, now)
    return _dictated(world, life, speaker, owner, Hand(consent=visitor.privacy(), account=owner.pk), now)


def _at_the_window(world: World, life: Life, client: Client | None, speaker: Speaker, now: datetime) -> Brought:
    """Somebody of the enterprise who comes in or rings up; a clerk writes what they say."""
    clerk = world.chance("request", life.name, "clerk").choice(world.people("window_clerk"))
    return _dictated(world, life, speaker, clerk, Hand(author=clerk.account, consent=visitor.privacy(), account=clerk.pk), now)


def _by_its_steward(world: World, life: Life, client: Client | None, speaker: Speaker, now: datetime) -> Brought:
    """The steward, who was told on the telephone."""
    steward = steward_of(world, client, now, int(life.name))
    return _dictated(world, life, speaker, steward, Hand(author=steward.account, consent=visitor.privacy(), account=steward.pk), now)


def _dictated(world: World, life: Life, speaker: Speaker, by: Person, hand: Hand, now: datetime) -> Brought:
    """The statement, the answers to what is asked, and the page on which it is handed in."""
    said = words_of(world, life, speaker, life.manner)
    change = actions.take_step(hand, lambda words: words.choose(MATTER).state(said, author=hand.author), act=Step.Act.STATE, now=now)
    otherwise = differences(life, speaker, life.manner, change.taken.form)
    change = _answered(world, life, speaker, replace(hand, reference=change.reference), change, now)
    case = queries.draft(change.reference)
    if case is None:
        raise NotAllowed("草稿不在了。")
    asked = _asked(case, change, change.taken, by, speaker, life, now)
    insists = world.chance("request", life.name, "insists").random() < 0.5 or life.stray is None
    return Brought(requesting.hand_on(asked, by, revision=case.revision, insist=insists, now=now), said, otherwise)


def _answered(world: World, life: Life, speaker: Speaker, hand: Hand, change: Change, now: datetime) -> Change:
    for number in range(MOST_ANSWERS):
        question = next((each for each in change.taken.questions if answer_to(life, speaker, each.field)), None)
        if question is None:
            return change
        words = answer_to(life, speaker, question.field)
        if question.field == "urgent":
            words = statements.haste(urgent=life.urgent, chance=world.chance("request", life.name, "haste", number))
        before, change = change, actions.say(hand, None, answer=words, asked=question.field, now=now)
        if [each.field for each in change.taken.questions] == [each.field for each in before.taken.questions]:
            return change
    return change


def answer_to(life: Life, speaker: Speaker, path: str) -> str:
    """What the speaker answers to a question; empty where it is none of theirs to answer."""
    known = {"enterprise": speaker.firm, "contact.name": speaker.name, "contact.mobile": speaker.mobile, "urgent": "急" if life.urgent else "不急"}
    if path.startswith("requests."):
        _rows, place, column = path.split(".", 2)
        trouble = life.troubles[min(int(place), len(life.troubles) - 1)]
        return category_of(trouble.category or "other") if column == "category" else trouble.say
    return known.get(path, "")


def _asked(case: Case, change: Change, taken: Taken, by: Person, speaker: Speaker, life: Life, now: datetime) -> Asking:
    """The page, on which the enterprise sets right what it sees to be wrong of itself."""
    asked = requesting.asking(case, change.words, taken, by, now=now)
    given = Blanks(speaker.firm, speaker.name, speaker.mobile, asked.blanks.urgent or life.urgent)
    return asked if given == asked.blanks else requesting.asking(case, change.words, taken, by, given=given, now=now)


def _on_a_visit(world: World, life: Life, client: Client | None, speaker: Speaker, now: datetime) -> Brought:
    """Dictated on a visit by its steward, and made a request at one press."""
    if client is None:
        return _at_the_window(world, life, client, speaker, now)
    steward, said = steward_of(world, client, now, int(life.name)), words_of(world, life, speaker, replace(WHOLE, urgent=life.manner.urgent))
    how = world.chance("request", life.name, "visit").choice((ClientVisit.How.ON_SITE, ClientVisit.How.ON_SITE, ClientVisit.How.TELEPHONE))
    visit = visits.record(client, Noted(str(how), now, said), steward, now=now)
    made = visits.make_request(visit, steward, now=now, words=said)
    return Brought(made, said, _of_parts(life, made))


def _from_the_hotline(world: World, life: Life, client: Client | None, speaker: Speaker, now: datetime) -> Brought:
    """A row of the hotline's list, which a clerk imports."""
    clerk, said = world.people("window_clerk")[0], words_of(world, life, speaker, replace(WHOLE, urgent=None))
    values = {"number": f"{now:%Y%m%d}{life.name}", "enterprise": speaker.firm, "content": said, "contact": speaker.name, "mobile": speaker.mobile}
    row = Given(1, {**values, "received": now, "urgent": life.urgent})
    judged = hotline.judge([row], clerk, now)[0]
    if judged.verdict != Verdict.NEW:
        raise NotAllowed("".join(judged.told))
    made = Request.objects.get(pk=hotline.apply(replace(row, kept=judged.kept), clerk, now))
    return Brought(made, said, _of_parts(life, made))


def differences(life: Life, speaker: Speaker, manner: Manner, form: Form | None) -> tuple[tuple[str, str, str], ...]:
    """What of a statement was read otherwise than meant; what was not told is not looked for."""
    if form is None:
        return (("matter", MATTER, ""),)
    meant = {"categories": " ".join(_meant(life))}
    meant |= {"enterprise": speaker.firm} if manner.firm else {}
    meant |= {"contact.name": speaker.name, "contact.mobile": speaker.mobile} if manner.contact else {}
    meant |= {"urgent": str(manner.urgent)} if manner.urgent is not None else {}
    unsure = {each.field: str(each.readings[0]) for each in form.asks if each.readings}
    rows = (str(row.get("category") or unsure.get(f"requests.{place}.category") or "other") for place, row in enumerate(form.rows("requests")))
    read = {"categories": " ".join(rows)} | {path: str(form.value(path) or unsure.get(path, "")) for path in meant if path not in ("categories", "urgent")}
    read |= {"urgent": str(form.value("urgent"))}
    return tuple((path, wanted, read[path]) for path, wanted in meant.items() if wanted != read[path])


def _of_parts(life: Life, made: Request) -> tuple[tuple[str, str, str], ...]:
    """The same of a request whose form nobody sees."""
    meant, read = " ".join(_meant(life)), " ".join(made.parts.order_by("number").values_list("category", flat=True))
    return (("categories", meant, read),) if meant != read else ()


def _meant(life: Life) -> list[str]:
    return [each.category for each in life.troubles if each.category]


_WAYS: Mapping[str, Callable[[World, Life, Client | None, Speaker, datetime], Brought]] = {
    lives.ENTERPRISE: _at_the_desk,
    lives.WINDOW: _at_the_window,
    lives.STEWARD: _by_its_steward,
    lives.VISIT: _on_a_visit,
    lives.HOTLINE: _from_the_hotline,
}
