"""`gaoxing backup`: a consistent copy of the office while it is open (备份)."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from gaoxing.cli import django_command
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table

HELP = "做一份备份，窗口不用关 · a backup while the office is open"
EXAMPLE = "gaoxing backup 备份文件夹"
APART = "备份里没有密钥：没有密钥，谁也打不开这份备份，您也打不开。请另存一份密钥（数据目录的 sealing.key，或 GAOXING_KEY 的值），不要和备份放在一起。"
TOGETHER = "这份备份里有密钥：谁拿到它，就看得到里头的全部内容。请锁好，或者改用不带 --with-key 的备份、密钥另存。"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("target", metavar="TARGET", help="备份文件；是文件夹就按时间起名 · the file, or a folder")
    parser.add_argument("--with-key", action="store_true", help="密钥也放进去：拿到备份的人就能打开 · put the key into it")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Make the backup; 1 where files are missing that the database names."""
    target = Path(options.target).expanduser().absolute()
    told = json.loads(django_command.said("backup", target=str(target), with_key=options.with_key))
    if not for_a_person(options):
        say_json(told)
        return 1 if told["missing"] else 0
    say((f"备份做好了：{told['path']}（{told['size'] / 1e6:,.1f} MB）",))
    rows = (("数据库", f"{told['database']}，{sum(told['tables'].values()):,} 行"), ("文件", f"{told['files']:,} 个"))
    say(table((*rows, ("审计到", f"{told['number']}:{told['digest']}"), ("密钥编号", "、".join(told["keys"])))))
    if missing := told["missing"]:
        say((f"数据库里记着、数据目录里却没有的文件有 {len(missing):,} 个，备份里也没有：", *(f"  {each}" for each in missing[:10])))
    say((TOGETHER if told["with_key"] else APART,))
    return 1 if missing else 0
