"""Keeping what was said at the microphone (存录音): offered where the operator turned it on, and only after a consent of its own.

Nothing is kept at a kiosk, where a clerk writes, or where a browser's maker hears; the office's own microphone page posts the sound after the turn.
"""

from __future__ import annotations

import wave
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from io import BytesIO

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from gaoxing.office.audit.entry import APPLICANT, Actor
from gaoxing.office.cases import recordings
from gaoxing.office.cases.models import Case, Recording
from gaoxing.office.cases.recordings import Consent
from gaoxing.office.frontdesk import microphone, visitor
from gaoxing.speech.recogniser import RATE

KEEPING = "keeping"
"""Where the session keeps which version of the sentences about keeping was agreed to."""

VERSION = "2026-11"
"""The version of those sentences in force."""

MEDIA_TYPE = "audio/wav"
WIDTH = 2
HEAD = 200
"""Bytes of a WAV file beside its samples, at most."""

LARGEST = recordings.LONGEST * RATE * WIDTH + HEAD
"""Bytes of one post."""


@dataclass(frozen=True)
class Unkept(Exception):
    """A sound that is not kept: the sentence why, and the status to answer with. The words are kept all the same."""

    sentence: str
    status: HTTPStatus


@dataclass(frozen=True)
class Kept:
    """A recording as listed: its number, when it was made, how long it is (seconds), when it is deleted."""

    number: int
    made: datetime
    seconds: int
    until: datetime


def offered(request: HttpRequest) -> int:
    """For how many days this visitor may let recordings be kept; 0 where it is not offered."""
    own = microphone.way(request) == microphone.OFFICE and not visitor.at_kiosk(request) and not visitor.author(request)
    return int(settings.RECORDINGS_DAYS) if own else 0


def version(request: HttpRequest) -> str:
    """What is to be agreed to; another number of days is asked about again."""
    return f"{VERSION} {offered(request)}"


def agreed(request: HttpRequest) -> bool:
    """Whether recordings of this visitor are kept now."""
    return bool(offered(request)) and request.session.get(KEEPING) == version(request)


def agree(request: HttpRequest) -> None:
    """Keep that the applicant agreed."""
    request.session[KEEPING] = version(request)


def withdraw(request: HttpRequest, *, now: datetime) -> int:
    """Take the consent back: every recording of this browser's drafts is deleted at once; the number deleted."""
    request.session.pop(KEEPING, None)
    return recordings.delete_all(visitor.references(request), now=now, actor=Actor(visitor.account(request), APPLICANT.role))


def keep(request: HttpRequest, case: Case, sound: bytes, *, token: str, now: datetime) -> Recording:
    """Keep this sound with the draft. Raises Unkept with a sentence where it is too long, no such sound, or the draft has enough."""
    consent = Consent(version(request), offered(request))
    kept = recordings.keep(
        case, sound, token=token, milliseconds=milliseconds(sound), consent=consent, now=now, actor=Actor(visitor.account(request), APPLICANT.role)
    )
    if kept is None:
        most = recordings.LONGEST_IN_ALL // 60
        raise Unkept(_("这份草稿的录音已经满 %(most)s 分钟，这一段没有存；字都在。删去几段，就能再存。") % {"most": most}, HTTPStatus.CONFLICT)
    return kept


def milliseconds(sound: bytes) -> int:
    """How long a WAV file of PCM16, 16 kHz, one channel is. Raises Unkept for anything else, and for one that is too long."""
    if len(sound) > LARGEST:
        raise too_long()
    try:
        with wave.open(BytesIO(sound)) as file:
            shape, frames = (file.getnchannels(), file.getsampwidth(), file.getframerate()), file.getnframes()
            whole = len(file.readframes(frames)) == frames * WIDTH
    except (wave.Error, EOFError, ValueError, OverflowError):
        raise _no_sound() from None
    if shape != (1, WIDTH, RATE) or not frames or not whole:
        raise _no_sound()
    return int(frames) * 1000 // RATE


def listed(case: Case, *, now: datetime) -> tuple[Kept, ...]:
    """The recordings of a draft as the page lists them, oldest first."""
    return tuple(Kept(each.pk, each.made, max(1, round(each.milliseconds / 1000)), each.until) for each in recordings.listed(case, now=now))


def too_long() -> Unkept:
    """The refusal of what is longer than a recording may be."""
    most = recordings.LONGEST // 60
    return Unkept(_("一段录音最多存 %(most)s 分钟，这一段太长，没有存；字都在。下次请分几段说。") % {"most": most}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def _no_sound() -> Unkept:
    return Unkept(_("送来的不是这个页面录的声音，没有存；字都在。"), HTTPStatus.BAD_REQUEST)
