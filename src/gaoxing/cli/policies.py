"""`gaoxing policies`: lists of industrial policy (产业政策清单) that a project is held against, the faults of a zone's own, and guidance before filing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gaoxing.cli.reading import add_day, chosen_day, decoded, printable, reason, words
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table
from gaoxing.cli.trouble import Trouble

HELP = "产业政策清单：对照、检查，备案前要注意什么 · lists of industrial policy, and guidance before filing"
EXAMPLE = 'gaoxing policies find "年产工业机器人一千台" · gaoxing policies check 本地清单.toml · gaoxing policies guide'
UNREAD = "标 K 的条目没有对照过原文；命中只是词对上了，是不是要由工作人员对照目录看。"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    actions = parser.add_subparsers(title="做什么 · actions", metavar="ACTION", required=True, parser_class=type(parser))
    find = _action(actions, "find", _find, "一段话命中哪些条目 · the items that words hit")
    find.add_argument("words", metavar="WORDS", help="项目名称和内容；- 从管道读 · name and content of the project")
    find.add_argument("--list", metavar="FILE", dest="file", help="换成本地清单 · a zone's own file")
    add_day(find)
    check = _action(actions, "check", _check, "查清单有没有写错 · faults of a file of lists")
    check.add_argument("file", nargs="?", metavar="FILE", help="本地清单；不写就查自带的 · a zone's own file")
    shown = _action(actions, "list", _list, "列出条目 · the items")
    shown.add_argument("file", nargs="?", metavar="FILE", help="本地清单 · a zone's own file")
    _action(actions, "guide", _guide, "备案前辅导：常见的错和好的写法 · guidance before filing")


def run(options: argparse.Namespace) -> int:
    """Do what is asked; 1 where `check` found something."""
    return int(options.act(options))


def entries(file: str | None) -> tuple[Any, ...]:
    """The lists of the file, or the shipped ones. Raises Trouble that names the first flaw."""
    from gaoxing.checks.projects import policy

    if file is None:
        return policy.shipped()
    text = _read(file)
    if found := policy.flaws(text):
        place = f"第 {found[0].where} 条" if found[0].where else "整个文件"
        raise Trouble(
            f"清单“{printable(file)}”不能用，{place}：{found[0].sentence}（一共 {len(found)} 处）。请运行 gaoxing policies check {printable(file)} 看全部。"
        )
    return policy.entries(text)


def _action(actions: Any, word: str, act: object, told: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(word, help=told, description=told, allow_abbrev=False)
    parser.set_defaults(act=act)
    add_json(parser)
    return parser


def _find(options: argparse.Namespace) -> int:
    from gaoxing.checks.projects.policy import LISTS, hits

    said = words(options.words).strip()
    if not said:
        raise Trouble("没有写项目内容。请写一句话，例如：gaoxing policies find 年产工业机器人一千台。")
    found = hits(said, on=chosen_day(options), entries=entries(options.file))
    if not for_a_person(options):
        say_json([{"list": each.entry.list, "item": each.entry.item, "word": each.word, "source": each.entry.title, "mark": each.entry.mark} for each in found])
        return 0
    say(table((LISTS[each.entry.list], each.entry.item, f"“{each.word}”", each.entry.mark) for each in found) or ("没有命中清单里的条目。",))
    say((UNREAD,))
    return 0


def _check(options: argparse.Namespace) -> int:
    from gaoxing.checks.projects.policy import flaws

    found = flaws(_read(options.file))
    if not for_a_person(options):
        say_json({"file": options.file, "flaws": [{"entry": each.where, "sentence": each.sentence} for each in found]})
    elif found:
        say(table((f"第 {each.where} 条" if each.where else "整个文件", each.sentence) for each in found))
        say((f"一共 {len(found)} 处要改，改好再用。",))
    else:
        say((f"清单没有写错的地方，一共 {len(entries(options.file))} 条。",))
    return 1 if found else 0


def _list(options: argparse.Namespace) -> int:
    from gaoxing.checks.projects.policy import LISTS

    rows = entries(options.file)
    if not for_a_person(options):
        say_json([{"list": each.list, "item": each.item, "words": list(each.words), "source": each.title, "mark": each.mark} for each in rows])
        return 0
    say(table((LISTS[each.list], each.item, each.title, each.mark) for each in rows))
    say((f"一共 {len(rows)} 条。{UNREAD}",))
    return 0


def _guide(options: argparse.Namespace) -> int:
    from gaoxing.catalogue import matter
    from gaoxing.checks.projects import guidance

    labels = {each.id: each.label for each in matter("project_filing").fields}
    if for_a_person(options):
        say(_lines(guidance.blanks(), labels))
        say(f"· {each.told}（{each.basis}）" for each in guidance.after())
        return 0
    hints = [{"blank": each.id, "label": labels[each.id], "wrong": each.wrong, "sample": each.sample, "basis": each.basis} for each in guidance.blanks()]
    say_json({"blanks": hints, "after": [{"told": each.told, "basis": each.basis} for each in guidance.after()]})
    return 0


def _lines(hints: Any, labels: dict[str, str]) -> Iterator[str]:
    for each in hints:
        yield f"{labels[each.id]}：常见的错：{each.wrong}"
        yield f"  这样写：{each.sample}"


def _read(file: str | None) -> str:
    from gaoxing.checks.projects.policy import SHIPPED

    if file is None:
        return SHIPPED.read_text(encoding="utf-8")
    try:
        content = Path(file).read_bytes()
    except (OSError, ValueError) as trouble:
        raise Trouble(f"打不开文件“{printable(file)}”（{reason(trouble)}）。请检查路径。") from None
    return decoded(content, f"文件“{printable(file)}”")
