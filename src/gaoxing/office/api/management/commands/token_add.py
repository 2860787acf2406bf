"""Makes a token at the machine (新建接口令牌): `gaoxing token add`."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from gaoxing.engines.fault import Fault
from gaoxing.office.api.tokens import make
from gaoxing.office.people.models import Person
from gaoxing.office.refusal import NotAllowed


class Command(BaseCommand):
    """`gaoxing token add`."""

    help = "给一个账号新建接口令牌，只显示这一次。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The account, the use, the scopes and the days."""
        parser.add_argument("--account", required=True)
        parser.add_argument("--label", required=True)
        parser.add_argument("--scope", action="append", default=[])
        parser.add_argument("--days", type=int, default=90)

    def handle(self, *, account: str, label: str, scope: list[str], days: int, **options: Any) -> None:
        """Make it and print it."""
        try:
            made = make(_person(account), label, scope, days=days, now=timezone.now(), by_operator=True)
        except NotAllowed as refusal:
            raise CommandError(refusal.reason) from refusal
        except Fault as fault:
            raise CommandError(fault.message) from fault
        except DatabaseError as trouble:
            raise CommandError("数据库打不开，没有新建令牌。请运行 gaoxing doctor 看哪里不对。") from trouble
        self.stdout.write(f"接口令牌（只显示这一次），有效期至 {made.token.until:%Y-%m-%d}：\n{made.text}")


def _person(account: str) -> Person:
    """The person of an account. Raises NotAllowed for none."""
    found = Person.objects.filter(account=account).first()
    if found is None:
        raise NotAllowed(f"没有“{account}”这个账号。请核对账号再试。")
    return found
