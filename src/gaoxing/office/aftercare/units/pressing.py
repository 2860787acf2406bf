"""What a unit pressed on a part's page (单位的操作): read from the post, its files taken in, and done; a supervision of the request is answered there too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext as _

from gaoxing.office.aftercare import files
from gaoxing.office.aftercare.firing import decide, fire
from gaoxing.office.aftercare.models import Part
from gaoxing.office.aftercare.roles import role_for, roles_on
from gaoxing.office.aftercare.units.acts import MOST_NOTES, pressed, revision_of
from gaoxing.office.attachments.actions import Sent
from gaoxing.office.audit.entry import Actor
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.people.models import Person
from gaoxing.office.people.roles import Role
from gaoxing.office.refusal import NotAllowed

SUPERVISION = "answer_supervision"
"""The act on the request, not on the part."""

MOST_FILES = 5

ANSWERING = frozenset({"unit_handler", "task_force_lead", "co_handler"})
"""Who answers, and sends evidence."""


def press(part: Part, post: Mapping[str, str], sent: Sequence[Sent], by: Person, *, now: datetime) -> None:
    """Do what was pressed; files come in once it is known that the act may be done.

    Raises NotAllowed with a sentence where it may not: then nothing is done, and what files were taken are with the part.
    """
    if post.get("act", "") == SUPERVISION:
        return _answer_supervision(part, post, by, now)
    given = pressed(post, part, now=now)
    if sent and given.revision == part.revision:
        decide(part, given, by, now=now)
        given = replace(given, details={**given.details, "files": take(part, sent, by, now=now)})
    fire(part, given, by, now=now)
    return None


def take(part: Part, sent: Sequence[Sent], by: Person, *, now: datetime) -> list[int]:
    """Take evidence in; the numbers of the files. Raises NotAllowed for somebody who does not handle the part, no file, too many, or one that is not taken."""
    role = role_for(part, ANSWERING, by, now=now)
    if role not in ANSWERING:
        raise NotAllowed(_("证据由主办、协办单位或者专班负责人传。"))
    if not sent:
        raise NotAllowed(_("还没有选文件。请先拍照，或选照片、PDF，再点“上传”。"))
    if len(sent) > MOST_FILES:
        raise NotAllowed(_("一次最多传 %(most)s 个文件，多的请再传一次。") % {"most": MOST_FILES})
    return [files.receive(part.request, each, part=part, actor=Actor(by.pk, role), now=now).pk for each in sent]


def supervised(part: Part, by: Person, *, now: datetime) -> bool:
    """Whether a supervision of the request waits for an answer that this unit may give."""
    return part.request.supervised_until is not None and Role.UNIT_HANDLER.value in roles_on(part.request, by, now=now)


def _answer_supervision(part: Part, post: Mapping[str, str], by: Person, now: datetime) -> None:
    note = post.get("note", "").strip()
    if len(note) > MOST_NOTES:
        raise NotAllowed(_("最多写 %(most)s 个字，现在是 %(count)s 个，请写短一些。") % {"most": MOST_NOTES, "count": len(note)})
    fire(part.request, Pressed(SUPERVISION, note=note, revision=revision_of(post)), by, now=now)
