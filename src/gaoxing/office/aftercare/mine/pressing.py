"""What an enterprise pressed on its request's page (企业的操作): read from the post, files taken in, and done; what was typed comes back beside a refusal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.utils.translation import gettext as _

from gaoxing.casework.acting import Reason
from gaoxing.office.aftercare import files
from gaoxing.office.aftercare.firing import decide, fire
from gaoxing.office.aftercare.mine.page import ACTS
from gaoxing.office.aftercare.models import Part, Request
from gaoxing.office.attachments.actions import Sent
from gaoxing.office.audit.entry import Actor
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed

SUPPLY = "supply"
LONGEST, MOST_REASONS, MOST_FILES = 2_000, 6, 5
"""Characters of what is written at once, reasons that are ticked, files of one post."""

_REASONED = frozenset({"reject", "reopen"})


@dataclass(frozen=True)
class Typed:
    """What a page posted: the act, the part it is about (0: the whole), the revision that was shown, and what was typed and ticked."""

    act: str = ""
    part: int = 0
    revision: int = -1
    words: str = ""
    reasons: tuple[str, ...] = ()
    rating: str = ""
    solved: str = ""
    about: str = ""
    sent: tuple[Sent, ...] = field(default=(), repr=False)


def typed(post: Mapping[str, str], reasons: Sequence[str], sent: Sequence[Sent]) -> Typed:
    """What was posted. Raises NotAllowed where the post is not from the page."""
    act, part, revision = post.get("act", ""), _number(post.get("part", "0")), _number(post.get("revision", ""))
    if act not in ACTS | {SUPPLY} or part < 0 or revision < 0:
        raise NotAllowed(_("这次操作不完整，没有办。请刷新页面，再点一次。"))
    words, ticked = post.get("words", "").strip(), tuple(dict.fromkeys(reasons))[:MOST_REASONS]
    return Typed(act, part, revision, words, ticked, post.get("rating", ""), post.get("solved", ""), post.get("about", ""), tuple(sent))


def press(request: Request, given: Typed, by: Person, role: str, *, now: datetime) -> None:
    """Do what was pressed; files come in once it is known that the act may be done.

    Raises NotAllowed with a sentence where it may not, somebody was quicker, words are too long, or a file was not taken: then nothing is done, and what
    files were taken are with the request.
    """
    if len(given.words) > LONGEST:
        raise NotAllowed(
            _("最多写 %(most)s 个字，现在是 %(count)s 个。写的还在下面，请删短一些，或者分几次补充。") % {"most": LONGEST, "count": len(given.words)}
        )
    row, pressed = _row(request, given), _pressed(given)
    if given.sent and given.revision == row.revision:
        decide(row, pressed, by, now=now)
        pressed = _with_files(request, row if isinstance(row, Part) else None, given, pressed, Actor(by.pk, role), now)
    if isinstance(row, Part):
        fire(row, pressed, by, now=now)
    else:
        fire(row, pressed, by, now=now)


def _row(request: Request, given: Typed) -> Request | Part:
    if given.act != SUPPLY:
        return request
    found = request.parts.select_related("request").filter(number=given.part).first()
    if found is None:
        raise NotAllowed(_("没有这一件事。请刷新页面，看看现在的样子。"))
    return found


def _pressed(given: Typed) -> Pressed:
    reasons = tuple(Reason(each, given.words) for each in given.reasons) if given.act in _REASONED else ()
    rated = {"rating": given.rating, "solved": given.solved} if given.act == "accept" else {}
    about = {"part": int(given.about)} if given.act == "supplement" and _number(given.about) > 0 else {}
    files = {"files": [each.name for each in given.sent]} if given.sent else {}
    note = "" if given.act in _REASONED else given.words
    return Pressed(given.act, reasons, note, given.revision, details={**rated, **about, **files})


def _with_files(request: Request, part: Part | None, given: Typed, pressed: Pressed, actor: Actor, now: datetime) -> Pressed:
    told, taken = [], []
    for each in given.sent[:MOST_FILES]:
        try:
            taken.append(files.receive(request, each, part=part, actor=actor, now=now).pk)
        except NotAllowed as refusal:
            told.append(refusal.reason)
    if len(given.sent) > MOST_FILES:
        told.append(_("一次最多传 %(most)s 个，后面的没有收，请再传一次。") % {"most": MOST_FILES})
    if told:
        raise NotAllowed(" ".join(told))
    return replace(pressed, details={**pressed.details, "files": taken})


def _number(text: str) -> int:
    """A number as a page posts it; -1 for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1
