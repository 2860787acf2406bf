"""`gaoxing serve`: opens the front desk (开窗口)."""

from __future__ import annotations

import argparse

from gaoxing.cli import django_command

HELP = "打开网页窗口 · open the front desk"
EXAMPLE = "gaoxing serve --port 8000"
HIGHEST_PORT = 65535


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("--port", type=port, default=8000, help="端口（默认 8000） · the port")


def port(text: str) -> int:
    """A port's number. Raises argparse.ArgumentTypeError with a sentence for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and 0 < int(text) <= HIGHEST_PORT):
        raise argparse.ArgumentTypeError(f"端口要写 1 到 {HIGHEST_PORT} 的整数，不能写「{text}」")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    django_command.call("serve", port=options.port)
    return 0
