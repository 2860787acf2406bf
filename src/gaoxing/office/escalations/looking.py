"""What is looked at before it is brought (提以前看一看): whether it belongs elsewhere, names nothing, names much, or was brought before.

A machine refuses nobody for a channel or a number of things: it says so once, and what is brought all the same goes to a person.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from gaoxing.casework.aftercare.channels import Channel, hints
from gaoxing.facts.abuse import ABUSE, angry
from gaoxing.office.aftercare.sealed import bare
from gaoxing.office.escalations.models import Escalation
from gaoxing.office.escalations.permissions import visible_to
from gaoxing.office.escalations.sealed import REACHED, SAID
from gaoxing.office.escalations.telling_apart import things
from gaoxing.office.escalations.wording import plainly, state_of
from gaoxing.office.language import said
from gaoxing.office.people import accounts
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.vault import digests
from gaoxing.standards import telephone
from gaoxing.standards.expression import expression
from gaoxing.standards.invalid import Invalid

MOST_WORDS, LONGEST_NUMBER, LONGEST_CONTACT, LONGEST_TOKEN = 5_000, 32, 200, 64
"""How long each answer may be, a number (of what is stuck, of a telephone), the name of whom to contact, and the page's token."""

MOST_THINGS = 3
"""So many things may be numbered in one matter without being asked about."""

ENDS = (Escalation.State.CONFIRMED, Escalation.State.REFERRED, Escalation.State.WITHDRAWN)
"""The states in which it is over."""

_FILLER = expression("[你您们这那帮群些个真的是都就太好一了啊吧呢]")


@dataclass(frozen=True, repr=False)
class Told:
    """What is told: what was tried, where, how often, what blocked it, whom to reach, which number is stuck; `case` is the desk's draft it comes from,
    `once` the token of the page.
    """

    tried: str
    blocked_by: str
    where: str = ""
    times: str = ""
    contact: str = ""
    mobile: str = ""
    blocked: str = ""
    owner: Person | None = None
    case: int | None = None
    once: str = ""

    @property
    def words(self) -> str:
        """What was tried and what blocked it, by which a repetition is known."""
        return f"{self.tried}\n{self.blocked_by}"


@dataclass(frozen=True)
class Looked:
    """What was found: the channels it may belong to, how many things it seems to be (0: not more than go together), the same brought before."""

    channels: tuple[Channel, ...] = ()
    many: int = 0
    before: Escalation | None = None
    before_seen: bool = False

    @property
    def asks(self) -> bool:
        """Whether the person is to look at it before it is brought."""
        return bool(self.channels or self.many)


def looked(told: Told, person: Person, *, on: date) -> Looked:
    """What there is to look at. It refuses nothing."""
    before = brought_before(told)
    seen = before is not None and visible_to(person, on=on).filter(pk=before.pk).exists()
    count = things(told.tried)
    return Looked(hints(told.words), count if count > MOST_THINGS else 0, before, seen)


def complete(told: Told) -> Told:
    """The same with whom to reach filled in from the owner's account where nobody was named. Raises a Fault where that does not open."""
    if told.owner is None:
        return told
    contact = told.contact.strip() or accounts.own(told.owner, "name")
    return replace(told, contact=contact, mobile=told.mobile.strip() or accounts.own(told.owner, "mobile"))


def brought_before(told: Told) -> Escalation | None:
    """The open one in which the same person, or the same telephone where nobody signed in, said the same; None where there is none."""
    number = telephone.compact(told.mobile)
    whose = Q(owner=told.owner) if told.owner else Q(owner=None, reached__in=digests(number, purpose=REACHED))
    plain = bare(told.words)
    if not plain or not (told.owner or number):
        return None
    return Escalation.objects.exclude(state__in=ENDS).filter(whose, said__in=digests(plain, purpose=SAID)).order_by("-pk").first()


def require(told: Told) -> None:
    """Raise NotAllowed with a sentence for what cannot be taken: too little, too long, nothing but abuse, nobody to reach, or the same as before."""
    if not told.tried.strip() or not told.blocked_by.strip():
        raise NotAllowed(_("请写明要办什么事、卡在哪一步。"))
    _require_short(told)
    if not _names_something(told.tried) or not _names_something(told.blocked_by):
        raise NotAllowed(_("还看不出是什么事没有办成。办不成让人着急，请说说要办什么、在哪里办的、卡在哪一步，马上有人接手。"))
    if not told.mobile.strip():
        raise NotAllowed(_("请写联系电话：接手的人一个工作小时内要打得通您的电话。"))
    try:
        telephone.validate(told.mobile)
    except Invalid as wrong:
        raise NotAllowed(_("联系电话：%(why)s。") % {"why": wrong}) from None
    if before := brought_before(told):
        known = {"number": before.number, "state": said(state_of(before)), "plain": plainly(before)}
        raise NotAllowed(_("同样的事已经提过（%(number)s），现在是“%(state)s”：%(plain)s有新的情况，请在那一件里补充。") % known)


def _require_short(told: Told) -> None:
    if max(len(each) for each in (told.tried, told.blocked_by, told.where, told.times)) > MOST_WORDS:
        raise NotAllowed(_("每一项最多写 %(most)s 个字，请写短一些。") % {"most": MOST_WORDS})
    if len(told.contact) > LONGEST_CONTACT or len(told.mobile) > LONGEST_NUMBER:
        raise NotAllowed(_("联系人最多 %(name)s 个字，电话最多 %(number)s 位，请核对。") % {"name": LONGEST_CONTACT, "number": LONGEST_NUMBER})
    if len(told.blocked.strip()) > LONGEST_NUMBER or not told.blocked.strip().isprintable():
        raise NotAllowed(_("办件或者诉求的编号最多 %(most)s 个字，请核对。") % {"most": LONGEST_NUMBER})
    if len(told.once) > LONGEST_TOKEN:
        raise NotAllowed(_("这次操作不完整，没有办。请刷新页面，再点一次。"))


def _names_something(words: str) -> bool:
    """Whether there is a word in it, and one that is not abuse alone."""
    if not any(each.isalnum() for each in words):
        return False
    return not angry(words) or bool(bare(_FILLER.sub("", ABUSE.sub("", words))))
