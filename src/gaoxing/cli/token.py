"""`gaoxing token`: makes a token of the API at the machine (新建接口令牌)."""

from __future__ import annotations

import argparse

from gaoxing.cli import django_command

HELP = "新建接口令牌 · make a token of the API"
EXAMPLE = "gaoxing token add zhang.wei --label 政务平台 --scope read_cases --scope handle --days 90"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    actions = parser.add_subparsers(title="做什么 · actions", metavar="ACTION", required=True, parser_class=type(parser))
    told = "给一个账号新建令牌，只显示这一次 · make one, print it once"
    add = actions.add_parser("add", help=told, description=told, allow_abbrev=False)
    add.add_argument("account", metavar="ACCOUNT", help="账号 · the account")
    add.add_argument("--label", required=True, help="给谁用、做什么用 · who uses it, what for")
    add.add_argument("--scope", action="append", required=True, help="能做什么，可以写几次 · what it may do, more than once")
    add.add_argument("--days", type=int, default=90, help="有效几天，默认 90 · days in force")


def run(options: argparse.Namespace) -> int:
    """Make it."""
    django_command.call("token_add", account=options.account, label=options.label, scope=options.scope, days=options.days)
    return 0
