"""What holds now (现行园区资料), and what held before. What is in force is decided when it is applied, so that reading it needs no clock."""

from __future__ import annotations

from django.core.cache import caches
from django.db import DatabaseError

from gaoxing.office.zone.models import ZoneVersion
from gaoxing.office.zone.profile import Profile, read, shipped

LOCAL, CACHE, LOGO = "zone", "zone-profile", "zone-logo"
_SECONDS = 30
"""How long another process may show what held before."""


def profile() -> Profile:
    """The profile in force; the shipped one before anybody published another, and where the database does not answer."""
    known: Profile | None = caches[LOCAL].get(CACHE)
    if known is not None:
        return known
    try:
        version = in_force()
    except DatabaseError:
        return shipped()
    found = of(version) if version else shipped()
    caches[LOCAL].set(CACHE, found, _SECONDS)
    return found


def in_force() -> ZoneVersion | None:
    """The version applied last; None before the first."""
    return ZoneVersion.objects.exclude(applied=None).order_by("-applied", "-since", "-pk").first()


def of(version: ZoneVersion) -> Profile:
    """The profile of a version; what it lacks, or what an earlier edition wrote otherwise, is taken from the shipped one."""
    whole = {**shipped().to_json(), **version.values}
    found, wrong = read(whole)
    return found or read({**whole, **{name: shipped().to_json()[name] for name in wrong}})[0] or shipped()


def versions() -> tuple[ZoneVersion, ...]:
    """Every version, the newest first, without its logo."""
    return tuple(ZoneVersion.objects.defer("logo"))


def version(number: int) -> ZoneVersion | None:
    """One version, or None."""
    return ZoneVersion.objects.filter(pk=number).first()


def logo() -> bytes:
    """The logo in force as PNG; empty where there is none."""
    found = in_force()
    return bytes(found.logo) if found else b""


def logo_number() -> int:
    """The number of the version in force where it has a logo of its own, else 0; kept as long as the profile, and 0 where the database does not answer."""
    known: int | None = caches[LOCAL].get(LOGO)
    if known is not None:
        return known
    try:
        found = in_force()
    except DatabaseError:
        return 0
    number = found.pk if found and found.logo else 0
    caches[LOCAL].set(LOGO, number, _SECONDS)
    return number


def forget() -> None:
    """Ask the database again."""
    caches[LOCAL].delete_many([CACHE, LOGO])
