"""That one of the staff is shown a masked value of a request (显示打码内容): for a reason, in own words too, so many an hour, and kept before it is shown.

The value is nowhere in what is kept; the reasons are the office's own, those of `acts.toml` that begin with `reveal.`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Model
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from gaoxing.office.aftercare.desk.queue import on_desk
from gaoxing.office.aftercare.models import Request, RequestReveal
from gaoxing.office.aftercare.queries import content_of
from gaoxing.office.aftercare.sealed import reveal_place
from gaoxing.office.aftercare.vault import seal, unseal
from gaoxing.office.audit import actions as audit
from gaoxing.office.audit import words as told
from gaoxing.office.audit.entry import Actor
from gaoxing.office.people.accounts import name_of
from gaoxing.office.people.models import Person
from gaoxing.office.people.permissions import permit
from gaoxing.office.people.trail import acting_as
from gaoxing.office.refusal import NotAllowed

REVEAL, READ = "reveal_request", "read_reveals"
"""The acts of the policy table: being shown, and looking over the reasons."""

PER_HOUR, LONGEST, PAGE = 60, 200, 50
"""Values that one of the staff may be shown in an hour, how long their words may be, and how many reasons stand on a page."""

PATHS = ("words", "contact", "mobile")
"""What of a request is masked: what was said, whom to reach and how."""

_REASON = "reveal."
_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Told:
    """A reveal as it is told: who was shown what of which request, when, for which reason; their own words only where they are opened on purpose."""

    who: str
    label: str
    at: datetime
    reason: str
    number: str
    words: str = ""


def reasons() -> tuple[tuple[str, str], ...]:
    """Code and word of every reason there is, in the language of the page."""
    return tuple((name, word.spoken()) for name, word in told.table(told.REASONS).items() if name.startswith(_REASON))


def record_of(request: Request) -> str:
    """What the session calls the request for which it keeps what is shown."""
    return f"aftercare.request:{request.pk}"


def whole(request: Request, path: str) -> str:
    """The value at a path, unmasked; empty where there is none. Raises a Fault where it does not open."""
    return str(content_of(request).get(path, "")) if path in PATHS else ""


@transaction.atomic
def reveal(request: Request, path: str, reason: str, words: str, by: Person, *, now: datetime) -> RequestReveal:
    """Keep that the person is shown the value at a path, and why; only then may it be shown.

    Raises NotAllowed where the policy table, the request, the reason, the words or the hour stands in the way.
    """
    on = localdate(now)
    permit(by, REVEAL, on=on)
    if not on_desk(by, on=on).filter(pk=request.pk).exists() or path not in PATHS:
        raise NotAllowed(_("这件诉求不归您办，打了码的内容不能显示。"))
    typed = plain(reason, words)
    require_room(by, now=now)
    made = RequestReveal.objects.create(request=request, path=path, by=by, reason=reason, at=now)
    made.words = seal({"words": typed}, reveal_place(made))
    made.save(update_fields=["words"])
    audit.write("request.revealed", actor=Actor(by.pk, acting_as(by, REVEAL, now=now)), subject=request, now=now, reason=reason, details={"path": path})
    return made


def require_room(by: Person, *, now: datetime, shown: type[Model] = RequestReveal) -> None:
    """Pass where the person was shown less than an hour lets them; of two who ask at once for one person the second waits for the first.

    `shown`: the model whose rows count, one a reveal. Raises NotAllowed else, and TransactionManagementError outside a transaction.
    """
    Person.objects.select_for_update().get(pk=by.pk)
    if shown._default_manager.filter(by=by, at__gt=now - _HOUR).count() >= PER_HOUR:
        raise NotAllowed(_("一小时里最多显示 %(most)s 次，已经到了。请过一会儿再看；确实要多看，请找负责人。") % {"most": PER_HOUR})


def told_of(request: Request) -> tuple[Told, ...]:
    """Who was shown what of a request, newest first, without the words they wrote: for its enterprise too."""
    return tuple(_told(each) for each in request.reveals.select_related("by", "request").order_by("-pk"))


def told_to_overseers(by: Person, *, now: datetime, before: int = 0) -> tuple[tuple[Told, ...], int]:
    """Who was shown what of any request, newest first, with their words, a page at a time; and what the next page goes on before, 0 on the last.

    Reading them is an act of the audit too. Raises NotAllowed where the policy table does not let the person, and a Fault where words do not open.
    """
    permit(by, READ, on=localdate(now))
    found = RequestReveal.objects.select_related("by", "request").order_by("-pk")
    rows = list((found.filter(pk__lt=before) if before else found)[: PAGE + 1])
    with transaction.atomic():
        audit.write("request.reveals_read", actor=Actor(by.pk, acting_as(by, READ, now=now)), now=now)
    shown = rows[:PAGE]
    return tuple(_told(each, opened=True) for each in shown), shown[-1].pk if len(rows) > PAGE else 0


def labels() -> dict[str, str]:
    """What is masked, by its path, in the language of the page."""
    return {"words": _("企业的话"), "contact": _("联系人"), "mobile": _("联系电话"), "reach": _("联系人、电话和其中一件的话")}


def _told(reveal: RequestReveal, *, opened: bool = False) -> Told:
    reason = dict(reasons()).get(reveal.reason, reveal.reason)
    words = unseal(reveal.words, reveal_place(reveal)).get("words", "") if opened else ""
    return Told(name_of(reveal.by), labels().get(reveal.path, reveal.path), reveal.at, reason, reveal.request.number or "", words)


def plain(reason: str, words: str) -> str:
    """The words on one line. Raises NotAllowed where reason or words are wanting."""
    if reason not in dict(reasons()):
        raise NotAllowed(_("请选为什么要看。选了才显示，并且留痕，企业看得到。"))
    line = " ".join(words.split())
    if not line:
        raise NotAllowed(_("请再写一句具体为什么要看，例如“打电话联系企业”。写了才显示。"))
    if len(line) > LONGEST:
        raise NotAllowed(_("为什么要看最多写 %(most)s 个字，请写短一些。") % {"most": LONGEST})
    return line
