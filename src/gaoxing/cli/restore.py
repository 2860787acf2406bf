"""`gaoxing restore`: an office made anew of a backup, in a folder of its own (恢复)."""

from __future__ import annotations

import argparse
import json
import os
import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from gaoxing.cli import django_command
from gaoxing.cli.reading import printable
from gaoxing.cli.showing import add_json, for_a_person, say, say_json, table
from gaoxing.cli.trouble import Trouble

HELP = "从备份恢复到新的数据目录 · an office made anew of a backup"
EXAMPLE = "gaoxing restore gaoxing-20261125-021500.tar --into 新数据目录 --key sealing.key"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("archive", metavar="ARCHIVE", help="备份文件 · the backup")
    parser.add_argument("--into", metavar="FOLDER", required=True, help="新的数据目录，要空的 · an empty folder")
    parser.add_argument("--key", metavar="FILE", default="", help="另存的密钥文件 · the key file, kept apart")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Restore; 1 where what was restored is not whole."""
    archive, into = (Path(each).expanduser().absolute() for each in (options.archive, options.into))
    key = str(Path(options.key).expanduser().absolute()) if options.key else ""
    _require(archive, into, key)
    draft = Path(mkdtemp(prefix=f"{into.name}.part-", dir=into.parent))
    try:
        os.environ["GAOXING_DATA"] = str(draft)
        restored = json.loads(django_command.said("restore", archive=str(archive), key=key))
        if into.is_dir():
            into.rmdir()
        draft.replace(into)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    if for_a_person(options):
        _show(restored, into)
    else:
        say_json(restored)
    return 0 if restored["whole"] else 1


def _require(archive: Path, into: Path, key: str) -> None:
    if not archive.is_file():
        raise Trouble(f"没有找到备份文件 {printable(str(archive))}。请检查路径。")
    if key and not Path(key).is_file():
        raise Trouble(f"没有找到密钥文件 {printable(key)}。请检查路径。")
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise Trouble(f"{printable(str(into))} 里已经有东西，没有恢复，什么也没有改。请写一个新的或空的文件夹。")
    if not into.parent.is_dir():
        raise Trouble(f"没有 {printable(str(into.parent))} 这个文件夹。请先建好。")


def _show(restored: dict[str, Any], into: Path) -> None:
    manifest, verdict = restored["manifest"], restored["verdict"]
    say((f"恢复好了：{into}（{manifest['made'][:16].replace('T', ' ')} 的备份，版本 {manifest['version']}）",))
    cases = manifest["tables"].get("cases_case", 0)
    say(table((("办件", f"{cases:,} 件"), ("数据库", f"{sum(manifest['tables'].values()):,} 行"), ("文件", f"{manifest['files']:,} 个"))))
    say((f"审计核了 {verdict['checked']:,} 条，{'都对得上' if not verdict['broken'] else '在第 ' + str(verdict['broken']['number']) + ' 条断了'}。",))
    say((f"抽开 {restored['opened']:,} 处加密内容，{len(restored['unopened']):,} 处打不开。", *(f"  {each}" for each in restored["unopened"][:10])))
    if missing := restored["missing"]:
        say((f"少 {len(missing):,} 个文件：", *(f"  {each}" for each in missing[:10])))
    say((f"要用它开窗口：GAOXING_DATA={into} gaoxing serve",))
