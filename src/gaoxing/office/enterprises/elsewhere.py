"""The authority's register behind the office's own (市场监管部门登记簿): asked only for an enterprise that the office's does not hold, where it is connected.

An answer is kept in memory for a minute, an outage for half a one, so that each keystroke at the desk neither asks nor waits again.
"""

from __future__ import annotations

from django.conf import settings
from django.core.cache import caches

from gaoxing.engines.fault import Fault
from gaoxing.engines.registers.enterprises import OUTAGE, chosen
from gaoxing.forms.register import Register, Registered, plain_name
from gaoxing.names.composition import split
from gaoxing.office.enterprises.queries import OfficeRegister
from gaoxing.office.vault import digest
from gaoxing.standards import credit_code

CACHE, DOWN = "names", "register-elsewhere-down"
_DOWN_SECONDS = 30
_PURPOSE = "register elsewhere"


class BothRegisters:
    """The office's own register, and behind it the authority's, as forms.register.Register asks for them."""

    def find(self, *, uscc: str = "", name: str = "") -> tuple[Registered, ...]:
        """Who has this code, or exactly this name. Raises a Fault where the one that must be asked does not answer."""
        own = OfficeRegister().find(uscc=uscc, name=name)
        if own or not connected():
            return own
        return _elsewhere(credit_code.compact(uscc), plain_name(name))


def connected() -> bool:
    """Whether the operator set the authority's register."""
    return bool(settings.ENTERPRISES.get("GAOXING_ENTERPRISES_URL", "").strip())


def _elsewhere(code: str, name: str) -> tuple[Registered, ...]:
    """What the authority's register says; nobody where the name is but half said."""
    if not code and not split(name).form:
        return ()
    cache, key = caches[CACHE], f"elsewhere-{digest(code or name, purpose=_PURPOSE)}"
    known: tuple[Registered, ...] | None = cache.get(key)
    if known is not None:
        return known
    if cache.get(DOWN):
        raise Fault(OUTAGE, permanent=False)
    found = _asked(chosen(settings.ENTERPRISES), code, name)
    cache.set(key, found)
    return found


def _asked(register: Register | None, code: str, name: str) -> tuple[Registered, ...]:
    try:
        return tuple(register.find(uscc=code, name=name)) if register is not None else ()
    except Fault:
        caches[CACHE].set(DOWN, True, _DOWN_SECONDS)
        raise
