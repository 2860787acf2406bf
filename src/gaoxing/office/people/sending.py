"""How a sign-in code reaches a mobile number (发送验证码): a Protocol, and the engine that writes into a file for tests and the demonstration."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from gaoxing.engines.fault import Fault


class CodeSender(Protocol):
    """Whatever carries a code to a telephone."""

    def send(self, mobile: str, code: str, *, now: datetime) -> None:
        """Hand the code over for delivery. Raises a Fault where it cannot."""


class FileSender:
    """Writes each code as a line into `codes.txt` of the data folder: for tests and the demonstration, never for a hall."""

    def __init__(self, folder: Path | None = None) -> None:
        self.file = (folder or settings.DATA) / "codes.txt"

    def send(self, mobile: str, code: str, *, now: datetime) -> None:
        """Append the line; the file is the owner's alone."""
        with os.fdopen(os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as stream:
            stream.write(f"{now.isoformat()} {mobile} {code}\n")


class NoSender:
    """Where nothing is connected: says so."""

    def send(self, mobile: str, code: str, *, now: datetime) -> None:
        """Raise the Fault."""
        raise Fault("这里还没有接通短信，发不了验证码。请用密码登录，或不登录直接填表；需要短信登录请联系管理员。", permanent=False)


def sender() -> CodeSender:
    """The sender that the settings name."""
    made: CodeSender = import_string(settings.CODE_SENDER)()
    return made
