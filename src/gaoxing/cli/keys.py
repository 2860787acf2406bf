"""`gaoxing keys`: lists the sealing keys by their ids, exchanges them, takes former ones away (密钥)."""

from __future__ import annotations

import argparse
import json
from typing import Any

from gaoxing.cli import django_command
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table

HELP = "列出、更换密钥 · the sealing keys"
EXAMPLE = "gaoxing keys rotate"
SHOWN = 20
"""Records that do not open, as a person is shown them at once."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    actions = parser.add_subparsers(title="做什么 · actions", metavar="ACTION", required=True, parser_class=type(parser))
    add_json(_action(actions, "list", _list, "每把密钥的编号，下面存着多少 · ids, and how much lies under each"))
    rotate = _action(actions, "rotate", _rotate, "换密钥；断了再运行一次接着换 · exchange the key")
    rotate.add_argument("--forget-codes", action="store_true", help="旧密钥下的取回码一并作废 · void the resume codes under former keys")
    rotate.add_argument("--another", action="store_true", help="上次没有换完也再换一把新的 · a new key though the last exchange is not done")
    add_json(rotate)
    drop = _action(actions, "drop", _drop, "删去用不着的旧密钥 · take a former key away")
    drop.add_argument("key", metavar="ID", help="密钥编号 · the key's id")


def run(options: argparse.Namespace) -> int:
    """Do what is asked; 1 where `rotate` met something that does not open."""
    return int(options.act_on(options))


def _action(actions: Any, word: str, act: object, told: str) -> Any:
    parser = actions.add_parser(word, help=told, description=told, allow_abbrev=False)
    parser.set_defaults(act_on=act)
    return parser


def _list(options: argparse.Namespace) -> int:
    listed = json.loads(django_command.said("keys", act="list"))
    if not for_a_person(options):
        say_json(listed)
        return 0
    for key in listed:
        state = "在用" if key["in_use"] else "旧的" if key["at_hand"] else "缺这一把，下面的打不开" if key["id"] else "没有记是哪一把"
        say((f"{key['id'] or '（无编号）'}  {state}  {key['whole']:,} 处",))
        say(table((f"  {name}", f"{count:,}") for name, count in key["lies"].items()))
    return 0


def _rotate(options: argparse.Namespace) -> int:
    done = json.loads(django_command.said("keys", act="rotate", forget_codes=options.forget_codes, another=options.another))
    if for_a_person(options):
        _show(done)
    else:
        say_json(done)
    return 1 if done["broken"] else 0


def _show(done: dict[str, Any]) -> None:
    say(("", f"换好了：现在用的密钥编号 {done['key']}，重新加密了 {done['renewed']:,} 处。请另存一份密钥文件；旧备份还要旧密钥才打得开。"))
    if waiting := sum(done["waiting"].values()):
        say((f"还有 {waiting:,} 个取回码记在旧密钥下，到期才消失；旧密钥先留着。要马上作废，请加 --forget-codes。",))
    if broken := done["broken"]:
        say((f"有 {len(broken):,} 处打不开，原样留着，请从备份恢复：",))
        say(table((name, f"编号 {number}") for name, number in broken[:SHOWN]))


def _drop(options: argparse.Namespace) -> int:
    django_command.said("keys", act="drop", key=options.key)
    say((f"删去了编号 {options.key} 的密钥。",))
    return 0
