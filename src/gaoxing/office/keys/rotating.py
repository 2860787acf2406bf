"""Exchanges the key (换密钥): everything sealed is brought under the first key, step by step, while the office is open.

How far it is lies in the blobs themselves, each of which names its key: whatever is broken off goes on by running it again.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from gaoxing.engines.sealing import KEY_BYTES, key_id, replace_keys
from gaoxing.office.audit import actions
from gaoxing.office.audit.entry import OPERATOR
from gaoxing.office.keys.guard import leave_canary, release_canaries, require
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.sealed import KeyedDigest, everything
from gaoxing.office.vault import office_sealer


@dataclass(frozen=True)
class Key:
    """A key as it may be shown: its id, whether it seals, whether it is at hand, and how much lies under it, by what it is."""

    id: str
    in_use: bool
    at_hand: bool
    lies: dict[str, int]

    @property
    def whole(self) -> int:
        """How much lies under it in all."""
        return sum(self.lies.values())


@dataclass(frozen=True)
class Rotated:
    """What came of it: the id of the key in use, how much was renewed, what does not open (by name and record number), and what waits for its end."""

    key: str
    renewed: int
    broken: tuple[tuple[str, int], ...]
    waiting: dict[str, int]


def listed() -> tuple[Key, ...]:
    """Every key at hand or needed, the one in use first; never the key itself. The empty id stands for digests that do not tell their key."""
    at_hand = [key_id(key).hex() for key in office_sealer().keys]
    lies: dict[str, dict[str, int]] = {each: {} for each in at_hand}
    for sealed in everything():
        for key, count in sealed.counts().items():
            lies.setdefault(key, {})[sealed.name] = count
    return tuple(Key(key, key == at_hand[0], key in at_hand, found) for key, found in lies.items())


def rotate(*, now: datetime, told: Callable[[int, int], object] = lambda *_: None, forget: bool = False, another: bool = False) -> Rotated:
    """Bring everything under the first key. Where all lies there already, or `another` is wanted, a new key is made in front of the key file.

    `told` hears how much is done and how much there was. `forget` gives up what cannot be brought along (resume codes). Raises NotAllowed where
    GAOXING_KEY names the keys and no new one is in front, and a Fault where a key is missing.
    """
    require()
    if another or not _left():
        _put_new_key_in_front()
    leave_canary()
    sealer, whole = office_sealer(), _left()
    newest = key_id(sealer.keys[0]).hex()
    _note("keys.rotation_begun", newest, now)
    renewed, broken = _renew_all(told, whole)
    if forget:
        renewed += sum(each.forget(sealer) for each in everything() if isinstance(each, KeyedDigest))
    found = listed()
    release_canaries(_unneeded(found))
    _note("keys.rotated", newest, now, renewed=renewed, broken=len(broken))
    return Rotated(newest, renewed, broken, _waiting(found))


def drop(key: str, *, now: datetime) -> None:
    """Take a former key out of the key file. Raises NotAllowed where it is in use, still needed, or not there."""
    found = next((each for each in listed() if each.id == key and each.at_hand), None)
    if found is None:
        raise NotAllowed(_("没有编号是 %(key)s 的密钥。有哪些请看 gaoxing keys list。") % {"key": key[:16]})
    if settings.GAOXING_KEY.strip():
        raise NotAllowed(_("密钥写在 GAOXING_KEY 里，请在那里删去，再重新启动。"))
    if found.in_use or found.whole:
        raise NotAllowed(_("这把密钥还有 %(count)s 处用着，不能删。请先运行 gaoxing keys rotate。") % {"count": found.whole})
    with transaction.atomic():
        release_canaries([key])
        actions.write("keys.dropped", actor=OPERATOR, now=now, details={"key": key})
        replace_keys(settings.DATA, [each for each in office_sealer().keys if key_id(each).hex() != key])


def _left() -> int:
    """How much lies under other keys than the first, as far as it can be brought along."""
    found = listed()
    return sum(each.whole for each in found if not each.in_use) - sum(_waiting(found).values())


def _waiting(found: tuple[Key, ...]) -> dict[str, int]:
    """What cannot be brought along and waits for its end, by name."""
    names = {each.name for each in everything() if isinstance(each, KeyedDigest) and each.forgotten}
    waiting: dict[str, int] = {}
    for key in found:
        for name, count in key.lies.items():
            if not key.in_use and name in names:
                waiting[name] = waiting.get(name, 0) + count
    return waiting


def _put_new_key_in_front() -> None:
    if settings.GAOXING_KEY.strip():
        raise NotAllowed(_("所有内容都已经在 GAOXING_KEY 的第一把密钥下。要换，请先把新密钥写在最前面、旧的留在后面，重新启动，再运行这个命令。"))
    replace_keys(settings.DATA, [secrets.token_bytes(KEY_BYTES), *office_sealer().keys])


def _renew_all(told: Callable[[int, int], object], whole: int) -> tuple[int, tuple[tuple[str, int], ...]]:
    """Pass over everything until a pass finds nothing to renew: the office may have sealed under the former key until it saw the new one."""
    renewed = 0
    while True:
        before, broken = renewed, []
        for each in everything():
            after: int | None = 0
            while after is not None:
                step = each.renew(office_sealer(), after)
                renewed, after = renewed + step.renewed, step.after
                broken += [(each.name, number) for number in step.broken]
                told(renewed, whole)
        if renewed == before:
            return renewed, tuple(broken)


def _unneeded(found: tuple[Key, ...]) -> list[str]:
    """Former keys under which only digests lie: a canary asks for what opens blobs."""
    digests = {each.name for each in everything() if isinstance(each, KeyedDigest)}
    return [each.id for each in found if not each.in_use and digests.issuperset(each.lies)]


def _note(act: str, key: str, now: datetime, **details: int) -> None:
    with transaction.atomic():
        actions.write(act, actor=OPERATOR, now=now, details={"key": key, **details})
