"""How a password opens an account (密码登录): by the account's name; that a guess takes as long for an account that is not there."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from gaoxing.office.compiled import Compiled, columns, record
from gaoxing.office.people.models import Person

PATH = "gaoxing.office.people.backends.PasswordBackend"


class PasswordBackend(BaseBackend):
    """Opens an active account with its password."""

    def authenticate(self, request: HttpRequest | None, account: str | None = None, password: str | None = None, **others: Any) -> Person | None:
        """The person, or None; an unknown account costs one hash, too."""
        if account is None or password is None:
            return None
        person = Person.objects.filter(account=account).first()
        if person is None:
            Person().set_password(password)
            return None
        return person if person.check_password(password) and person.is_active else None

    def get_user(self, user_id: int) -> Person | None:
        """The person of a session; None where the account is closed."""
        rows = _ACTIVE(person=user_id)
        return record(Person, rows[0]) if rows else None


_ACTIVE = Compiled(lambda person: Person.objects.filter(pk=person, is_active=True).values_list(*columns(Person)), {"person": 0})
