"""The picture of the authority's seal (印章图样): drawn anew as a PNG when it is configured, withdrawn when it is not to be used any more."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from gaoxing.office.audit import actions as audit
from gaoxing.office.audit.entry import Actor
from gaoxing.office.certificates.models import Seal
from gaoxing.office.refusal import NotAllowed
from gaoxing.office.zone.logos import drawn_anew

SIDE = 600
"""Pixels of the longer side: printed 40 mm wide, as a seal is, that is 380 dots an inch."""


def configure(picture: bytes, *, actor: Actor, now: datetime) -> Seal:
    """What is issued from now on bears this seal. Raises NotAllowed for what is no picture."""
    try:
        drawn = drawn_anew(picture, side=SIDE)
    except NotAllowed:
        raise NotAllowed(_("印章图样要用 PNG 或 JPEG 图片，不超过 2 MB，最好是透明底的 PNG。这个文件打不开，请换一张。")) from None
    with transaction.atomic():
        Seal.objects.filter(withdrawn=None).update(withdrawn=now)
        made = Seal.objects.create(picture=drawn, made=now, made_by=actor.number)
        audit.write("seal.configured", actor=actor, subject=made, now=now)
    return made


def withdraw(*, actor: Actor, now: datetime) -> None:
    """What is issued from now on is a sample (样本) again. Raises NotAllowed where no seal is in use."""
    with transaction.atomic():
        used = Seal.objects.filter(withdrawn=None).first()
        if used is None or not Seal.objects.filter(pk=used.pk, withdrawn=None).update(withdrawn=now):
            raise NotAllowed(_("现在没有启用的印章图样。"))
        audit.write("seal.withdrawn", actor=actor, subject=used, now=now)
