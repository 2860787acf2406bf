"""`gaoxing recordings`: deletes the recordings whose time is over and names each (删除到期录音)."""

from __future__ import annotations

import argparse

from gaoxing.cli import django_command

HELP = "删除到期的录音 · delete the recordings whose time is over"
EXAMPLE = "gaoxing recordings --dry-run"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own words."""
    parser.add_argument("--dry-run", action="store_true", help="只说要删哪些，不删 · only say which")


def run(options: argparse.Namespace) -> int:
    """Delete, or only tell."""
    django_command.call("recordings", dry_run=options.dry_run)
    return 0
