"""`gaoxing serve`: opens the front desk (开窗口)."""

from __future__ import annotations

import argparse

from gaoxing.cli import django_command

HELP = "打开网页窗口 · open the front desk"
EXAMPLE = "gaoxing serve --port 8000"
HIGHEST_PORT = 65535
MOST_WORKERS = 16


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("--host", default="127.0.0.1", help="监听地址（默认只给本机） · the address")
    parser.add_argument("--port", type=port, default=8000, help="端口（默认 8000） · the port")
    parser.add_argument("--workers", type=workers, default=1, help="开几个进程（默认 1，见 docs/running.md） · processes")
    parser.add_argument("--no-browser", action="store_true", help="不打开浏览器 · open no browser")
    parser.add_argument("--kiosk", action="store_true", help="每台设备都按自助机开 · every device is for everybody")


def port(text: str) -> int:
    """A port's number. Raises argparse.ArgumentTypeError with a sentence for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and 0 < int(text) <= HIGHEST_PORT):
        raise argparse.ArgumentTypeError(f"端口要写 1 到 {HIGHEST_PORT} 的整数，不能写「{text}」")
    return int(text)


def workers(text: str) -> int:
    """How many processes. Raises argparse.ArgumentTypeError with a sentence for anything but 1 to 16."""
    if not (text.isascii() and text.isdigit() and len(text) <= 2 and 0 < int(text) <= MOST_WORKERS):
        raise argparse.ArgumentTypeError(f"进程数要写 1 到 {MOST_WORKERS} 的整数，不能写「{text}」")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    django_command.call("serve", host=options.host, port=options.port, no_browser=options.no_browser, kiosk=options.kiosk, workers=options.workers)
    return 0
