"""Where the model is (设置): GAOXING_LANGUAGE_MODEL_URL, _MODEL, _KEY and _SECONDS. Without the first two there is none.

>>> here = from_environment({URL: "http://127.0.0.1:11434/v1", MODEL: "qwen3:8b"})
>>> here.reader, here.path, from_environment({})
('qwen3:8b（本机）', '/v1/chat/completions', None)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from gaoxing.engines.fault import Fault

URL, MODEL, KEY, SECONDS = (f"GAOXING_LANGUAGE_MODEL_{name}" for name in ("URL", "MODEL", "KEY", "SECONDS"))

COMPLETIONS = "/chat/completions"
USUAL_SECONDS, MOST_SECONDS = 20, 120
NEAR_ENDINGS = (".local", ".internal", ".lan", ".home.arpa")
"""Host names that only a network of one's own knows."""

SENDABLE = re.compile(r"[\x21-\x7e]{1,400}")
"""What may stand in a header's value."""

HOST = re.compile(r"[A-Za-z0-9.:-]{1,253}")


@dataclass(frozen=True)
class Setting:
    """An endpoint and its model. The key is never shown: not in a repr, a fault or a log."""

    scheme: str
    host: str
    port: int
    path: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = USUAL_SECONDS

    @property
    def here(self) -> bool:
        """Whether the words stay on this machine."""
        return self.host == "localhost" or _address_is(self.host, "is_loopback")

    @property
    def reader(self) -> str:
        """Who reads the words, for a notice."""
        return f"{self.model}（{'本机' if self.here else self.host}）"


def from_environment(environ: Mapping[str, str]) -> Setting | None:
    """The setting, or None where the operator turned none on. Raises a permanent Fault with a sentence where it is half or wrongly written."""
    url, model, key = (environ.get(name, "").strip() for name in (URL, MODEL, KEY))
    if not url and not model:
        return None
    if not url or not model:
        raise _wrong(f"语言模型的设置只写了一半：还缺 {MODEL if url else URL}。两项都写才打开，都不写就是关着。")
    if key and SENDABLE.fullmatch(key) is None:
        raise _wrong(f"{KEY} 里有空格、换行或别的不能发送的字符。请重新复制密钥。")
    if len(model) > 200 or not model.isprintable():
        raise _wrong(f"{MODEL} 不像一个模型的名字。请按接口上的名字写，例如 deepseek-chat。")
    parts = _split(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    path = parts.path.rstrip("/").removesuffix(COMPLETIONS) + COMPLETIONS
    return Setting(parts.scheme, parts.hostname or "", port, path, model, key, _seconds(environ.get(SECONDS, "")))


def _split(url: str) -> SplitResult:
    """The parts of an address that words may be sent to. Raises a Fault for any other; the address itself is not repeated, a key may stand in it."""
    example = f"请写成 https://api.deepseek.com 或 http://127.0.0.1:11434/v1 这样（{URL}）。"
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        sound = parts.port is None or 0 < parts.port < 65_536
    except ValueError:
        raise _wrong(f"语言模型的网址读不懂。{example}") from None
    if parts.scheme not in {"http", "https"} or not sound or HOST.fullmatch(host) is None or (parts.path and SENDABLE.fullmatch(parts.path) is None):
        raise _wrong(f"语言模型的网址读不懂。{example}")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise _wrong(f"语言模型的网址里不要写用户名、密码或问号后面的内容，密钥写在 {KEY} 里。{example}")
    if parts.scheme == "http" and not _near(host):
        raise _wrong("语言模型的网址不加密（http），申请人的话不能这样发到外网去。请用 https，或用自己网里的机器。")
    return parts


def _near(host: str) -> bool:
    """Whether the host stands on this machine or in a network of one's own."""
    return "." not in host.strip("[]") or host.endswith(NEAR_ENDINGS) or _address_is(host, "is_private") or _address_is(host, "is_loopback")


def _address_is(host: str, property_name: str) -> bool:
    try:
        return bool(getattr(ip_address(host), property_name))
    except ValueError:
        return False


def _seconds(text: str) -> float:
    if not text.strip():
        return USUAL_SECONDS
    if not (text.strip().isascii() and text.strip().isdigit()) or not 1 <= int(text) <= MOST_SECONDS:
        raise _wrong(f"{SECONDS} 要写 1 到 {MOST_SECONDS} 的整数（最多等几秒）。")
    return float(text)


def _wrong(sentence: str) -> Fault:
    return Fault(sentence, permanent=True)
