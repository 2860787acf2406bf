"""What can be asked of the register (登记簿查询). An outage is a Fault, never an empty answer."""

from __future__ import annotations

from collections.abc import Collection

from django.db import DatabaseError

from gaoxing.engines.fault import Fault
from gaoxing.forms.register import Registered, plain_name
from gaoxing.office.enterprises.models import Enterprise
from gaoxing.office.enterprises.vault import code_digests, unseal
from gaoxing.standards import credit_code

DOWN = "登记簿暂时查不了，原登记内容没有自动填。您可以照营业执照先说，过一会儿再打开，会自动核对。"
MOST = 20
"""Enterprises of one name that are given at once."""


class OfficeRegister:
    """The office's own register, as forms.register.Register asks for it."""

    def find(self, *, uscc: str = "", name: str = "") -> tuple[Registered, ...]:
        """Who has this code; without one, who has exactly this name. Raises a Fault where the database or the key does not answer."""
        try:
            rows = list(_rows(uscc, name))
        except DatabaseError as trouble:
            raise Fault(DOWN, permanent=False) from trouble
        return tuple(unseal(row.record, name=row.name) for row in rows)


def count() -> int:
    """How many enterprises the register holds."""
    return Enterprise.objects.count()


def any_of(codes: Collection[str]) -> frozenset[str]:
    """Those of these codes, compact, that an enterprise of the register has."""
    digests = {digest: code for code in codes for digest in code_digests(code)}
    return frozenset(digests[each] for each in Enterprise.objects.filter(code__in=list(digests)).values_list("code", flat=True))


def _rows(uscc: str, name: str) -> list[Enterprise]:
    if uscc:
        return list(Enterprise.objects.filter(code__in=code_digests(credit_code.compact(uscc)))[:1])
    return list(Enterprise.objects.filter(name=plain_name(name)).order_by("pk")[:MOST]) if name else []
