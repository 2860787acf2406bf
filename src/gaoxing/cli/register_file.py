"""`--register FILE`: a register in a JSON file (登记簿文件), so that what it fills in can be tried without the office's database."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from gaoxing.cli.reading import decoded, printable
from gaoxing.cli.trouble import Trouble
from gaoxing.engines.file_trouble import reason

if TYPE_CHECKING:
    from datetime import date

    from gaoxing.forms.prefill import Consulted
    from gaoxing.forms.register import Sheaf
    from gaoxing.intake import Taken

HOW = '应写成一家或一列企业：{"uscc": …, "name": …, "kind": "limited_liability", …}'


def add_register(parser: argparse.ArgumentParser) -> None:
    """Add `--register FILE`."""
    parser.add_argument("--register", metavar="FILE", help="登记簿（JSON），原登记内容从里面取 · a register's JSON")


def consulted(taken: Taken, options: argparse.Namespace, on: date) -> Taken:
    """What was taken, held against the register that was given; as it is where none was. Raises Trouble where the file is no register."""
    from gaoxing.intake import registered

    return registered(taken, read(options.register), on=on) if options.register else taken


def read(file: str) -> Sheaf:
    """The register in a file. Raises Trouble with what is wrong and in which row."""
    import json

    from gaoxing.forms.register import sheaf

    try:
        content = Path(file).read_bytes()
    except (OSError, ValueError) as trouble:
        raise Trouble(f"打不开登记簿文件「{printable(file)}」（{reason(trouble)}）。请检查路径。") from None
    try:
        return sheaf(json.loads(decoded(content, f"登记簿文件「{printable(file)}」")))
    except (json.JSONDecodeError, RecursionError):
        raise Trouble(f"登记簿文件「{printable(file)}」不是 JSON。{HOW}。") from None
    except ValueError as trouble:
        raise Trouble(f"登记簿文件「{printable(file)}」{printable(str(trouble), 200)}。{HOW}。") from None


def standing_line(asked: Consulted | None) -> str:
    """What came of asking, in a sentence; empty where nobody asked."""
    from gaoxing.forms.prefill import Standing

    if asked is None:
        return ""
    told = {
        Standing.FOUND: "登记簿：已核对，原登记内容按登记簿填。" if asked.filled else "登记簿：代码和名称对不上，没有按它填。",
        Standing.UNKNOWN: "登记簿：里面没有这家企业，原登记内容请照营业执照说。",
        Standing.SEVERAL: "登记簿：有几家同名，请用 --set uscc=… 写明代码。",
        Standing.NOT_ASKED: "登记簿：还没有企业的名称或代码，没法查。",
    }
    return told.get(asked.standing, "")
