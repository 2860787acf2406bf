"""`gaoxing people`: opens a staff account at the machine (开设工作人员账号)."""

from __future__ import annotations

import argparse

from gaoxing.cli import django_command

HELP = "开设工作人员账号 · open a staff account"
EXAMPLE = "gaoxing people add zhang.wei --name 张伟 --role system_administrator"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    actions = parser.add_subparsers(title="做什么 · actions", metavar="ACTION", required=True, parser_class=type(parser))
    told = "开一个账号，显示一次初始密码 · open one, print its first password once"
    add = actions.add_parser("add", help=told, description=told, allow_abbrev=False)
    add.add_argument("account", metavar="ACCOUNT", help="登录用的账号 · the account")
    add.add_argument("--name", required=True, help="姓名 · the name")
    add.add_argument("--role", required=True, help="角色，例如 window_clerk、system_administrator · the role")
    add.add_argument("--unit", default="", metavar="CODE", help="单位编号（单位经办人要写） · the unit")


def run(options: argparse.Namespace) -> int:
    """Open it."""
    django_command.call("people_add", account=options.account, name=options.name, role=options.role, unit=options.unit)
    return 0
