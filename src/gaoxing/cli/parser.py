"""The commands and their words (命令行语法). What is heavy is imported when a command runs, so that `--help` is quick."""

from __future__ import annotations

import argparse
import re
from importlib import import_module
from typing import NoReturn

from gaoxing import __version__
from gaoxing.cli.trouble import Trouble

COMMANDS = {
    "recognise": "recognise",
    "fill": "fill",
    "check": "check",
    "print": "print_papers",
    "matters": "list_matters",
    "rules": "rules",
    "listen": "listen",
    "speech": "speech",
    "names": "names",
    "scope": "scope",
    "licences": "licences",
    "ladder": "ladder",
    "policies": "policies",
    "indicators": "indicators",
    "enterprises": "enterprises",
    "codes": "codes",
    "try": "try_matter",
    "serve": "serve",
    "demo": "demo",
    "simulate": "simulate",
    "people": "people",
    "token": "token",
    "recordings": "recordings",
    "audit": "audit",
    "archive": "archive",
    "keys": "keys",
    "report": "report",
    "retention": "retention",
    "backup": "backup",
    "restore": "restore",
    "doctor": "doctor",
}
"""The command's word and its module in this folder."""

ABOUT = "高兴办：把您说的话变成登记表格。What an applicant says becomes the official form."
PIPES = """它们可以连起来用 · they pipe:
  gaoxing fill "我想开公司，注册资本一百万" | gaoxing check --on 2026-11-24
  gaoxing fill "我想开公司，注册资本一百万" | gaoxing print -o out
  gaoxing listen 录音.wav | gaoxing recognise -
"""
CHINESE = (
    (r"the following arguments are required: COMMAND", r"没写要做什么（COMMAND）"),
    (r"the following arguments are required: (.+)", r"还缺：\1"),
    (r"unrecognized arguments: (.+)", r"看不懂这几个词：\1"),
    (r"argument (\S+): expected one argument", r"\1 后面要跟一个值"),
    (r"argument \S+: invalid choice: ('[^']*').*", r"没有 \1 这个命令"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 和 \2 不能一起用"),
    (r"argument (\S+): invalid int value: (.+)", r"\1 要写整数，不能写 \2"),
    (r"argument (\S+): ignored explicit argument (.+)", r"\1 后面不能跟 \2"),
    (r"argument (\S+): (.+)", r"\1：\2"),
)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that raises Trouble instead of printing usage and leaving."""

    def error(self, message: str) -> NoReturn:
        """Tell in one sentence what is not understood and where the help is."""
        for pattern, chinese in CHINESE:
            if (match := re.fullmatch(pattern, message, re.DOTALL)) is not None:
                message = match.expand(chinese)
                break
        raise Trouble(f"{message}。用法见 {self.prog} --help。")


def build() -> argparse.ArgumentParser:
    """The parser of every command; the chosen command's function is left in `run`."""
    parser = Parser(prog="gaoxing", allow_abbrev=False, description=ABOUT, epilog=PIPES, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"gaoxing {__version__}")
    commands = parser.add_subparsers(title="命令 · commands", metavar="COMMAND", required=True, parser_class=Parser)
    for word, module_name in COMMANDS.items():
        module = import_module(f"gaoxing.cli.{module_name}")
        epilog = f"例 · example:\n  {module.EXAMPLE}"
        shape = argparse.RawDescriptionHelpFormatter
        command = commands.add_parser(word, help=module.HELP, description=module.HELP, epilog=epilog, formatter_class=shape, allow_abbrev=False)
        module.arguments(command)
        command.set_defaults(run=module.run)
    return parser
