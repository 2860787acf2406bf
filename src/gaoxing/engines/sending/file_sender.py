"""Senders for tests and rehearsals (演练): one writes lines of JSON into a file; its twin always fails."""

from __future__ import annotations

import json
import os
from pathlib import Path

from gaoxing.engines.fault import Fault
from gaoxing.engines.sending.sender import Message, Outcome

OUTAGE = "短信或企业微信的网关没有答复，这条没有发出去，会自动再发。"


class FileSender:
    """Writes each message as a line of JSON, the owner's alone; one that comes twice under its token is written once."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def send(self, message: Message) -> str:
        """Append the line. The receipt is the token."""
        if not any(each["token"] == message.token for each in self.lines()):
            line = {"to": message.address, "title": message.title, "text": message.text, "token": message.token}
            with os.fdopen(os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as stream:
                stream.write(json.dumps(line, ensure_ascii=False) + "\n")
        return message.token

    def outcome(self, receipt: str) -> Outcome:
        """Delivered, where it was written."""
        return Outcome.DELIVERED if any(each["token"] == receipt for each in self.lines()) else Outcome.UNKNOWN

    def lines(self) -> list[dict[str, str]]:
        """Everything that was sent."""
        return [json.loads(line) for line in self.file.read_text(encoding="utf-8").splitlines()] if self.file.exists() else []


class FailingSender:
    """Never gets anything through."""

    def send(self, message: Message) -> str:
        """Raise the Fault of an outage."""
        raise Fault(OUTAGE, permanent=False)

    def outcome(self, receipt: str) -> Outcome:
        """Raise the Fault of an outage."""
        raise Fault(OUTAGE, permanent=False)
