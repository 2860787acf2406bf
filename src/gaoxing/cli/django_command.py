"""The office's commands, called by name (窗口命令): the terminal never imports the office, it names its settings."""

from __future__ import annotations

import importlib.util
import io
import os
from contextlib import suppress

from gaoxing.cli.trouble import Trouble

SETTINGS = "gaoxing.office.settings"
NEEDED = "缺少窗口组件 {}。请运行 pip install -e '.[all]' 装全，再试一次。"


def lines(command: str) -> list[str]:
    """Run a management command and give the lines that it prints, whatever its exit status. Raises Trouble like `call`."""
    said = io.StringIO()
    with suppress(SystemExit):
        call(command, stdout=said)
    return said.getvalue().splitlines()


def said(command: str, **options: object) -> str:
    """What a management command prints. Raises Trouble like `call`."""
    heard = io.StringIO()
    call(command, **options, stdout=heard)
    return heard.getvalue().strip()


def call(command: str, **options: object) -> None:
    """Run a management command. Raises Trouble with the command's own sentence, or where Django is not installed."""
    if importlib.util.find_spec("django") is None:
        raise Trouble(NEEDED.format("Django"))
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import CommandError, call_command

    try:
        django.setup()
        call_command(command, **options)
    except (CommandError, ImproperlyConfigured) as trouble:
        raise Trouble(str(trouble)) from None
