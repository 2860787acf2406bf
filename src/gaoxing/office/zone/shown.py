"""The zone as every page may name it (页面上的园区): a context processor, lazy, so that a page that names nothing asks nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from gaoxing.office.zone import queries
from gaoxing.office.zone.profile import Profile


@dataclass(frozen=True)
class Shown:
    """The profile in force, and the number of the version whose logo is shown; 0 where the mark of the house is."""

    profile: Profile
    logo_number: int = 0


def shown(request: HttpRequest) -> dict[str, Any]:
    """`zone`: what holds now."""
    return {"zone": SimpleLazyObject(lambda: Shown(queries.profile(), queries.logo_number()))}
