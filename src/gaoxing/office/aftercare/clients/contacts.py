"""Whom to reach at a client (联系人): sealed and masked; shown whole to whoever serves it, for a reason, so many an hour, kept before it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from gaoxing.office.aftercare.clients.sealed import reach_place
from gaoxing.office.aftercare.clients.serving import acting, require
from gaoxing.office.aftercare.models import Client, ClientContact
from gaoxing.office.aftercare.sealed import contact_place, reached_digest
from gaoxing.office.aftercare.vault import seal, unseal
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit import words as told
from gaoxing.office.audit.queries import Wanted, page
from gaoxing.office.masking import mask
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards import telephone
from gaoxing.standards.invalid import Invalid

OF_LIST = 0
"""The number of the contact whom the key list names."""

MOST, AN_HOUR, LONGEST = 10, 60, 30
"""Contacts of one client, contacts shown to one person an hour, characters of a name or a post."""

SHOWN = "client.shown"
"""The act of the audit."""

_REASON = "reach."
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, repr=False)
class Reach:
    """Somebody to reach: the contact's number (0: the list's), name, post and telephone."""

    number: int
    name: str
    post: str = ""
    telephone: str = ""

    @property
    def masked(self) -> Reach:
        """The same as a page shows it before a reason is given: the surname, and the ends of the number."""
        return Reach(self.number, f"{self.name[:1]}**" if self.name else "", self.post, mask(self.telephone) if self.telephone else "")


def contacts_of(client: Client) -> tuple[Reach, ...]:
    """Everybody to reach, whom the list names first. Raises a Fault where one does not open."""
    listed = unseal(client.contact, contact_place(client))
    first = Reach(OF_LIST, str(listed.get("name", "")), str(listed.get("post", "")), str(listed.get("mobile", "")))
    others = (_opened(each) for each in client.contacts.all())
    return (*((first,) if first.name or first.telephone else ()), *others)


def reasons() -> tuple[tuple[str, str], ...]:
    """Code and word of every reason for which a contact is shown, in the language of the page."""
    return tuple((name, word.spoken()) for name, word in told.table(told.REASONS).items() if name.startswith(_REASON))


@transaction.atomic
def add(client: Client, reach: Reach, by: Person, *, now: datetime) -> None:
    """Enter somebody to reach. Raises NotAllowed for whoever does not serve the client, without a name, or for what is no telephone number."""
    require(client, by, now=now)
    checked = _checked(reach)
    Client.objects.select_for_update().get(pk=client.pk)
    if client.contacts.count() >= MOST:
        raise NotAllowed(_("一家最多登记 %(most)s 位联系人。请先去掉不用的。") % {"most": MOST})
    made = ClientContact.objects.create(client=client, made=now)
    ClientContact.objects.filter(pk=made.pk).update(who=seal(_plain(checked), reach_place(made)), reached=reached_digest(checked.telephone))
    audit.write("client.contact_added", actor=acting(by, now=now), subject=client, now=now, details={"contact": made.pk})


@transaction.atomic
def remove(client: Client, number: int, by: Person, *, now: datetime) -> None:
    """Take somebody out who is no longer to be reached there; of the list's own contact what is sealed goes. One who is not there is no mistake."""
    require(client, by, now=now)
    if number == OF_LIST:
        Client.objects.filter(pk=client.pk).update(contact=b"", reached="")
    else:
        client.contacts.filter(pk=number).delete()
    audit.write("client.contact_removed", actor=acting(by, now=now), subject=client, now=now, details={"contact": number})


@transaction.atomic
def show(client: Client, number: int, reason: str, by: Person, *, now: datetime) -> Reach:
    """A contact whole, kept in the audit with the reason before it is shown.

    Raises NotAllowed where the person does not serve the client, where there is no such contact or reason, or where the hour is full.
    """
    require(client, by, now=now)
    found = one(contacts_of(client), number)
    if found is None:
        raise NotAllowed(_("没有这位联系人，可能刚被去掉。请刷新页面再看。"))
    if reason not in dict(reasons()):
        raise NotAllowed(_("请选为什么要看联系方式。选了才显示，并且留痕。"))
    Person.objects.select_for_update().get(pk=by.pk)
    if len(page(Wanted(act=SHOWN, actor=by.pk, since=now - _HOUR), size=AN_HOUR).entries) >= AN_HOUR:
        raise NotAllowed(_("一小时里最多显示 %(most)s 次，已经到了。请过一会儿再看；确实要多看，请找负责人。") % {"most": AN_HOUR})
    audit.write(SHOWN, actor=acting(by, now=now), subject=client, now=now, reason=reason, details={"contact": number})
    return found


def one(reaches: Iterable[Reach], number: int) -> Reach | None:
    """The contact of a number; None where there is none."""
    return next((each for each in reaches if each.number == number), None)


def _opened(contact: ClientContact) -> Reach:
    who = unseal(contact.who, reach_place(contact))
    return Reach(contact.pk, str(who.get("name", "")), str(who.get("post", "")), str(who.get("telephone", "")))


def _plain(reach: Reach) -> dict[str, str]:
    return {"name": reach.name, "post": reach.post, "telephone": reach.telephone}


def _checked(reach: Reach) -> Reach:
    """The contact with its number as it is dialled."""
    name, post = reach.name.strip(), reach.post.strip()
    if not name or max(len(name), len(post)) > LONGEST:
        raise NotAllowed(_("请写联系人的姓名；姓名、职务各最多 %(most)s 个字。") % {"most": LONGEST})
    try:
        return Reach(reach.number, name, post, telephone.validate(reach.telephone))
    except Invalid as wrong:
        raise NotAllowed(_("电话没有存：%(why)s。") % {"why": wrong}) from None
