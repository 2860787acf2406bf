"""How the operator set a gateway (短信、企业微信网关的设置), by environment, for SMS under GAOXING_SMS_ and for 企业微信 under GAOXING_WECOM_:

URL where messages are posted; BODY the JSON that is posted, with {address}, {text}, {title}, {token} where they belong; KEY a secret that is sent as
`Authorization: Bearer`; RECEIPT the path of the receipt in the answer, such as data.id; OK what the answer must hold besides status 200, such as errcode=0;
OUTCOME_URL where a receipt is asked after, with {receipt}; OUTCOME the path of the outcome in that answer, and DELIVERED, READ, FAILED its words for them.
`file` as URL writes a file in the data folder; `failing` always fails: both for rehearsals.

>>> chosen("SMS", {}, Path("."))
>>> chosen("SMS", {"GAOXING_SMS_URL": "https://sms.example/send", "GAOXING_SMS_BODY": '{"to": "{address}", "say": "{text}"}'}, Path(".")).setting.host
'sms.example'
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from gaoxing.engines.fault import Fault
from gaoxing.engines.sending.file_sender import FailingSender, FileSender
from gaoxing.engines.sending.http_sender import Gateway, HttpSender
from gaoxing.engines.sending.sender import Sender

_WORDS = {"DELIVERED": "delivered", "READ": "read", "FAILED": "failed"}
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class _Read:
    """The settings under one prefix."""

    prefix: str
    environ: Mapping[str, str] = field(repr=False)

    def __getitem__(self, name: str) -> str:
        return self.environ.get(f"GAOXING_{self.prefix}_{name}", "").strip()

    def wrong(self, name: str, why: str) -> Fault:
        return Fault(f"GAOXING_{self.prefix}_{name} {why}", permanent=True)


def chosen(prefix: str, environ: Mapping[str, str], folder: Path) -> Sender | None:
    """The sender that was set under a prefix (SMS, WECOM); None where none was. Raises a permanent Fault that names the setting that cannot be read."""
    read = _Read(prefix, environ)
    url = read["URL"]
    if url in {"", "failing"}:
        return FailingSender() if url else None
    if url == "file":
        return FileSender(folder / f"sent-{prefix.lower()}.jsonl")
    return HttpSender(_gateway(read))


def _gateway(read: _Read) -> Gateway:
    for name in ("URL", "OUTCOME_URL"):
        _require_address(read, name)
    return Gateway(
        url=read["URL"],
        body=_body(read),
        key=read["KEY"],
        receipt=read["RECEIPT"],
        ok=_ok(read),
        outcome_url=read["OUTCOME_URL"],
        outcome=read["OUTCOME"],
        words={word: kind for name, kind in _WORDS.items() for word in read[name].split(",") if word},
    )


def _require_address(read: _Read, name: str) -> None:
    """Encrypted, or on this very machine: numbers and words go to nobody in plain."""
    if not read[name] and name != "URL":
        return
    try:
        parts = urlsplit(read[name])
        sound = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        sound = False
    if not sound or not (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)):
        raise read.wrong(name, "要写 https:// 开头的网址（本机可以用 http://）。")


def _body(read: _Read) -> Any:
    try:
        body = json.loads(read["BODY"])
    except ValueError:
        raise read.wrong("BODY", '要写 JSON，例如 {"phone": "{address}", "content": "{text}"}。') from None
    if "{address}" not in read["BODY"] or "{text}" not in read["BODY"]:
        raise read.wrong("BODY", "里要有 {address} 和 {text}，不然不知道发给谁、发什么。")
    return body


def _ok(read: _Read) -> tuple[str, str]:
    path, parted, value = read["OK"].partition("=")
    if read["OK"] and not (path and parted):
        raise read.wrong("OK", "要写成 errcode=0 这样：回答里的哪一项等于什么才算发成。")
    return path, value
