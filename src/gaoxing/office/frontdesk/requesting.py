"""Handing a draft on as a request of an enterprise (提交企业诉求): what was told apart in it, whom to reach, and what stands in the way; nothing is lost by it.

A machine refuses nobody here: what it found no problem in can be handed to the steward as it is, and what seems to belong elsewhere gets a hint.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.casework.aftercare.channels import Channel, hints
from gaoxing.facts.abuse import ABUSE, angry
from gaoxing.forms import Form
from gaoxing.intake import Taken
from gaoxing.office.aftercare.actions import MOST_PROBLEMS, Problem, Told, bring
from gaoxing.office.aftercare.models import Client, Request
from gaoxing.office.aftercare.permissions import MATTER, clients_visible_to, whole_to
from gaoxing.office.aftercare.queries import said_before
from gaoxing.office.audit.entry import Actor
from gaoxing.office.cases import handed_on
from gaoxing.office.cases.models import Case
from gaoxing.office.cases.words import Words
from gaoxing.office.frontdesk import wording
from gaoxing.office.people import accounts
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import roles_of
from gaoxing.office.people.roles import Role
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import telephone
from gaoxing.standards.expression import expression
from gaoxing.standards.invalid import Invalid

ROWS, OTHER = "requests", "other"
_MOST_NAMES = 200
_FILLER = expression("[你您们这那帮群些个真的是都就太好一了啊吧呢，。！!,. ]")
"""What may stand around a word of abuse and names no trouble."""


@dataclass(frozen=True)
class Blanks:
    """What the page lets one set right before it goes: for which enterprise, whom to reach, and whether it is urgent."""

    enterprise: str = ""
    contact: str = ""
    mobile: str = ""
    urgent: bool = False


@dataclass(frozen=True)
class Asking:
    """A draft about to become a request: what was said, the problems in it, the blanks, hints at other channels, and the same asked before."""

    case: Case
    words: str
    problems: tuple[Problem, ...]
    blanks: Blanks
    channels: tuple[Channel, ...] = ()
    before: Request | None = None
    before_seen: bool = False
    clients: tuple[str, ...] = field(default=(), repr=False)

    @property
    def over(self) -> int:
        """How many problems are more than can be taken at once."""
        return max(len(self.problems) - MOST_PROBLEMS, 0)


def asking(case: Case, words: Words, taken: Taken, person: Person, *, given: Blanks | None = None, now: datetime) -> Asking:
    """The draft as it is read now. Raises NotAllowed where it is no request, or nothing was said."""
    if taken.matter is None or taken.matter.id != MATTER or taken.form is None:
        raise NotAllowed(_("这份草稿不是企业诉求。请回去看看，或者在“这是什么事”里选“企业诉求”。"))
    said = said_in(words)
    if not said:
        raise NotAllowed(_("还没有说碰到了什么难处。请先说，或者打字。"))
    problems, on = problems_of(taken.form), localdate(now)
    blanks = given or _known(taken.form, case, person)
    before = said_before(said, owner=_owner(case, person), enterprise=blanks.enterprise)
    seen = before is not None and whole_to(person, on=on).filter(pk=before.pk).exists()
    return Asking(case, said, problems, blanks, hints(said), before, seen, _clients(person, now))


def said_in(words: Words) -> str:
    """What was said of the troubles: the statement and what was added or answered to them; answers on somebody's name or number are none of it."""
    told = [each.said.strip() for each in words.entries if not each.asked or each.asked.partition(".")[0] == ROWS]
    return "\n".join(each for each in told if each)


def problems_of(form: Form) -> tuple[Problem, ...]:
    """The problems that were told apart; where two categories are open the first is taken, for the steward confirms it anyway."""
    unsure = {each.field: str(each.readings[0]) for each in form.asks if each.readings}
    rows = enumerate(form.rows(ROWS))
    found = (Problem(str(row.get("category") or unsure.get(f"{ROWS}.{place}.category") or OTHER), str(row.get("content") or "").strip()) for place, row in rows)
    return tuple(each for each in found if each.words and not _only_abuse(each))


@transaction.atomic
def hand_on(asked: Asking, by: Person, *, revision: int, insist: bool, now: datetime) -> Request:
    """The draft becomes a request, or the request that it already became.

    Raises NotAllowed with a sentence where something stands in the way, or the draft was changed since the page was shown: then nothing is done.
    """
    if known := Request.objects.filter(case=asked.case.pk).first():
        return known
    told = _told(asked, by, insist=insist, now=now)
    handed_on.hand_on(asked.case, revision=revision, owner=told.owner, actor=actor_of(asked.case, by, now=now), now=now)
    return bring(told, by, now=now)


def rest_of(asked: Asking) -> tuple[Asking, str]:
    """The request with as many problems as can be taken at once, and the words of the rest, for another draft."""
    taken, rest = asked.problems[:MOST_PROBLEMS], asked.problems[MOST_PROBLEMS:]
    return replace(asked, problems=taken, words="；".join(each.words for each in taken)), "；".join(each.words for each in rest)


def opened_for(request: Request, now: datetime) -> int:
    """The case under which the files of a request lie that did not come from the desk; its number."""
    return handed_on.open_for(request.owner, MATTER, now=now).pk


def blanks_of(post: Mapping[str, str]) -> Blanks:
    """The blanks as they were posted."""
    enterprise, contact, mobile = (post.get(name, "").strip() for name in ("enterprise", "contact", "mobile"))
    return Blanks(enterprise, contact, mobile, post.get("urgent") == "yes")


def actor_of(case: Case, by: Person, *, now: datetime) -> Actor:
    """In which role somebody hands a draft on, as the audit knows it."""
    if by.is_staff_member:
        return Actor(by.pk, Role.STEWARD.value if _is_steward(by, now) else Role.WINDOW_CLERK.value)
    return Actor(by.pk, Role.APPLICANT.value if case.owner_id in (None, by.pk) else Role.AGENT.value)


def _only_abuse(problem: Problem) -> bool:
    """Whether what was told apart names nothing but anger."""
    return problem.category == OTHER and angry(problem.words) and not _FILLER.sub("", ABUSE.sub("", problem.words))


def _told(asked: Asking, by: Person, *, insist: bool, now: datetime) -> Told:
    blanks = asked.blanks
    if not blanks.contact or not blanks.mobile:
        raise NotAllowed(_("请写联系人和电话：服务专员要找得到人问情况、回答复。"))
    client = _client(asked.case, blanks.enterprise, by)
    owner = client.person if by.is_staff_member and client else None
    problems = asked.problems or ((Problem(OTHER, asked.words),) if insist else ())
    return Told(
        blanks.enterprise,
        asked.words,
        problems,
        blanks.contact,
        _number(blanks.mobile),
        blanks.urgent,
        client,
        owner or _applicant(asked.case, by),
        _source(by, now),
        asked.case.pk,
    )


def _number(mobile: str) -> str:
    try:
        return telephone.validate(mobile)
    except Invalid as wrong:
        raise NotAllowed(wording.unfit(_("联系电话：%(why)s。") % {"why": wrong})) from None


def _source(by: Person, now: datetime) -> Request.Source:
    if not by.is_staff_member:
        return Request.Source.ENTERPRISE
    return Request.Source.STEWARD if _is_steward(by, now) else Request.Source.WINDOW


def _is_steward(by: Person, now: datetime) -> bool:
    return Role.STEWARD.value in roles_of(by, on=localdate(now))


def _known(form: Form, case: Case, person: Person) -> Blanks:
    """What the words say; whom to reach is else whoever signed in, and the enterprise the one to which their account belongs."""
    enterprise, contact, mobile = (str(form.value(path) or "") for path in ("enterprise", "contact.name", "contact.mobile"))
    owner = _applicant(case, person)
    if owner is not None:
        client = Client.objects.filter(person=owner).first()
        enterprise = enterprise or (client.name if client else "")
        contact, mobile = contact or accounts.own(owner, "name"), mobile or accounts.own(owner, "mobile")
    return Blanks(enterprise, contact, mobile, form.value("urgent") is True)


def _applicant(case: Case, person: Person) -> Person | None:
    """The account for which it is brought; none where one of the staff began it for an enterprise."""
    if case.owner is not None and not case.owner.is_staff_member:
        return case.owner
    return None if person.is_staff_member else person


def _owner(case: Case, person: Person) -> int | None:
    found = _applicant(case, person)
    return found.pk if found else None


def _client(case: Case, enterprise: str, by: Person) -> Client | None:
    """The client on the zone's list for which it is: by its account, else by its name."""
    owner = _applicant(case, by)
    mine = Client.objects.filter(person=owner).first() if owner else None
    return mine or Client.objects.filter(name=enterprise).order_by("pk").first()


def _clients(person: Person, now: datetime) -> tuple[str, ...]:
    """The names of whom a steward serves, to choose from."""
    return tuple(clients_visible_to(person, on=localdate(now)).values_list("name", flat=True)[:_MOST_NAMES]) if person.is_staff_member else ()
