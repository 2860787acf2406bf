"""Opens a staff account at the machine (开设账号): `gaoxing people add`. There is no other way to the first one."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, transaction
from django.utils import timezone

from gaoxing.engines.fault import Fault
from gaoxing.office.people.accounts import open_staff
from gaoxing.office.people.assigning import assign
from gaoxing.office.people.models import Unit
from gaoxing.office.people.roles import OF_STAFF, Role
from gaoxing.office.refusal import NotAllowed


class Command(BaseCommand):
    """`gaoxing people add`."""

    help = "开设一个工作人员账号，显示一次初始密码。"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The account, the name, the role and its unit."""
        parser.add_argument("--account", required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument("--role", required=True)
        parser.add_argument("--unit", default="")

    def handle(self, *, account: str, name: str, role: str, unit: str = "", **options: Any) -> None:
        """Open it, give the role, print the password."""
        try:
            call_command("migrate", interactive=False, verbosity=0)
            _require_role(role)
            place = _unit(unit)
            with transaction.atomic():
                made, password = open_staff(account, name, by=None, now=timezone.now())
                assign(made, role, by=None, now=timezone.now(), unit=place)
        except NotAllowed as refusal:
            raise CommandError(refusal.reason) from refusal
        except Fault as fault:
            raise CommandError(fault.message) from fault
        except DatabaseError as trouble:
            raise CommandError("数据库打不开，没有开设账号。请运行 gaoxing doctor 看哪里不对。") from trouble
        self.stdout.write(f"开好了：{made.account}（{Role(role).label}）\n初始密码（只显示这一次）：{password}\n第一次登录要改密码、设两步验证。")


def _require_role(role: str) -> None:
    if role not in OF_STAFF:
        raise NotAllowed(f"没有“{role}”这个角色。可以写：{'、'.join(f'{each.value}（{each.label}）' for each in Role if each.value in OF_STAFF)}。")


def _unit(code: str) -> Unit | None:
    """The unit of a code; none for an empty one."""
    found = Unit.objects.filter(code=code, closed=None).first() if code else None
    if code and found is None:
        raise NotAllowed(f"没有编号为“{code}”的单位。请系统管理员先在“单位和科室”里加上。")
    return found
