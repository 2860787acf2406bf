"""One request to the endpoint (接口): a body out, JSON back, within so many seconds in all, whatever the other side does.

The work is done in a thread of its own and cut off at the deadline: a name server that hangs, a header that trickles, a body without end cost no more than
that. No redirect is followed, so that words and key go to nobody else; proxies of the environment are not used. Of what an endpoint answers in an error not
a letter is repeated: a key may be echoed in it.
"""

from __future__ import annotations

import json
import ssl
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from socket import SHUT_RDWR, gaierror, socket
from threading import Thread
from typing import Any

from gaoxing import __version__
from gaoxing.engines.fault import Fault
from gaoxing.engines.language_model.setting import KEY, MODEL, URL, Setting

LARGEST = 512 * 1024
"""Bytes of an answer that are read; a form's values are a few thousand."""

JSON = "application/json"

PERMANENT = {
    401: f"语言模型不认这把密钥（401）。请核对 {KEY}。",
    402: "语言模型的账户余额不足（402）。请充值后再用。",
    403: f"语言模型不让用（403）。请核对 {KEY} 和账户的权限。",
    404: f"语言模型的接口上没有这个地址或模型（404）。请核对 {URL} 和 {MODEL}。",
}
PASSING = {
    408: "语言模型等得太久（408）。请稍后再试。",
    429: "语言模型说请求太多（429）。请过一会儿再试。",
}
SLOW = "语言模型没有在规定的时间里答完，这次不用它。"
CUT = "语言模型的接口话没说完就断了，这次不用它。"
HUGE = "语言模型的回答长得离谱，没有读。"
NOT_JSON = "语言模型的接口答的不是 JSON，这次不用它。"


class Declined(Fault):
    """The endpoint found the request itself wrong (400, 422), as when it knows a parameter not."""


def ask(setting: Setting, body: dict[str, Any]) -> Any:
    """The endpoint's answer as JSON values. Raises a Fault with a sentence for every kind of trouble, at the latest after `setting.seconds`."""
    call = _Call(setting, json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"))
    worker = Thread(target=call.run, name="language-model", daemon=True)
    worker.start()
    worker.join(setting.seconds)
    if worker.is_alive():
        call.cut()
        raise Fault(SLOW, permanent=False)
    if call.fault is not None:
        raise call.fault
    try:
        return json.loads(call.content)
    except (ValueError, RecursionError):
        raise Fault(NOT_JSON, permanent=False) from None


class _Call:
    """One request under way: what came of it, and the wire, to be cut."""

    def __init__(self, setting: Setting, body: bytes) -> None:
        self.setting, self.body = setting, body
        self.content = b""
        self.fault: Fault | None = Fault(CUT, permanent=False)
        self.wire: socket | None = None

    def run(self) -> None:
        """Ask, and keep the content or the fault."""
        connection = _connection(self.setting)
        try:
            connection.connect()
            self.wire = connection.sock
            connection.request("POST", self.setting.path, self.body, _headers(self.setting))
            self.content = _content(connection.getresponse())
            self.fault = None
        except Fault as fault:
            self.fault = fault
        except Exception as trouble:
            self.fault = _fault(trouble)
        finally:
            connection.close()

    def cut(self) -> None:
        """Let go of the other side at once."""
        if self.wire is not None:
            with suppress(OSError):
                self.wire.shutdown(SHUT_RDWR)


def _connection(setting: Setting) -> HTTPConnection:
    if setting.scheme == "https":
        return HTTPSConnection(setting.host, setting.port, timeout=setting.seconds, context=ssl.create_default_context())
    return HTTPConnection(setting.host, setting.port, timeout=setting.seconds)


def _headers(setting: Setting) -> dict[str, str]:
    held = {"Authorization": f"Bearer {setting.key}"} if setting.key else {}
    return {"Content-Type": JSON, "Accept": JSON, "Accept-Encoding": "identity", "User-Agent": f"gaoxing/{__version__}", "Connection": "close", **held}


def _content(answer: HTTPResponse) -> bytes:
    if answer.status != 200:
        raise _refused(answer.status)
    if answer.headers.get_content_type() != JSON:
        raise Fault(NOT_JSON, permanent=False)
    promised = answer.length or 0
    content = b"" if promised > LARGEST else answer.read(LARGEST + 1)
    if promised > LARGEST or len(content) > LARGEST:
        raise Fault(HUGE, permanent=False)
    if len(content) < promised:
        raise Fault(CUT, permanent=False)
    return content


def _refused(status: int) -> Fault:
    if status in PERMANENT:
        return Fault(PERMANENT[status], permanent=True)
    if status in PASSING:
        return Fault(PASSING[status], permanent=False)
    if status in {400, 422}:
        return Declined(f"语言模型不接受这样的请求（{status}）。请核对 {MODEL}，或换一个兼容 OpenAI 的接口。", permanent=True)
    if 300 <= status < 400:
        return Fault(f"语言模型的地址转到了别处（{status}），为免把话发给别人，没有跟去。请把最后的地址写进 {URL}。", permanent=True)
    return Fault(f"语言模型那边出了故障（{status}），这次不用它。", permanent=status < 500)


def _fault(trouble: Exception) -> Fault:
    """What a failing connection means; the error's own words stay out of it."""
    if isinstance(trouble, ssl.SSLCertVerificationError):
        return Fault(f"语言模型接口的证书不对，没有把话发去。请核对 {URL}。", permanent=True)
    if isinstance(trouble, gaierror):
        return Fault(f"找不到语言模型的主机。请核对 {URL} 和网络。", permanent=False)
    if isinstance(trouble, TimeoutError):
        return Fault(SLOW, permanent=False)
    if isinstance(trouble, ConnectionRefusedError):
        return Fault("语言模型的接口没有开着（连不上）。请看它是否在运行。", permanent=False)
    if isinstance(trouble, OSError | HTTPException):
        return Fault(CUT, permanent=False)
    return Fault(f"语言模型这一步出了意外（{type(trouble).__name__}），这次不用它。", permanent=False)
