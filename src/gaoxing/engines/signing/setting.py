"""How the operator set the provider of electronic signatures (电子签名服务的设置), by environment under GAOXING_SIGNING_:

URL where requests are posted; NAME what people read of the provider; BODY the JSON that is posted, with {token}, {name}, {number} and {digests} (parted by
commas) where they belong; KEY a secret sent as `Authorization: Bearer`; NUMBER and VALUES the paths of the signature's number and of the object from digest
to value in the answer. `rehearsal` as URL signs without legal effect, `failing` always fails.

>>> chosen({}) is None, chosen({"GAOXING_SIGNING_URL": "rehearsal"}).called
(True, '演练签名（没有法律效力）')
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import urlsplit

from gaoxing.engines.fault import Fault
from gaoxing.engines.sending.http_sender import Gateway
from gaoxing.engines.signing.http_provider import HttpProvider, Setting
from gaoxing.engines.signing.provider import Provider
from gaoxing.engines.signing.rehearsal import Failing, Rehearsal

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_PLACES = ("{token}", "{name}", "{number}", "{digests}")
_WITHOUT: Mapping[str, type[Rehearsal] | type[Failing]] = {"rehearsal": Rehearsal, "failing": Failing}


def chosen(environ: Mapping[str, str]) -> Provider | None:
    """The provider that was set; None where none was. Raises a permanent Fault that names the setting that cannot be read."""
    told = {name: environ.get(f"GAOXING_SIGNING_{name}", "").strip() for name in ("URL", "NAME", "BODY", "KEY", "NUMBER", "VALUES")}
    if not told["URL"]:
        return None
    if told["URL"] in _WITHOUT:
        return _WITHOUT[told["URL"]]()
    for name in ("NAME", "NUMBER", "VALUES"):
        if not told[name]:
            raise _wrong(name, "没有写。")
    return HttpProvider(Setting(told["NAME"], Gateway(_address(told["URL"]), _body(told["BODY"]), told["KEY"]), told["NUMBER"], told["VALUES"]))


def _address(url: str) -> str:
    """Encrypted, or on this very machine: identity numbers go to nobody in plain."""
    try:
        parts = urlsplit(url)
        sound = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        sound = False
    if not sound or not (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)):
        raise _wrong("URL", "要写 https:// 开头的网址（本机可以用 http://），或者 rehearsal。")
    return url


def _body(written: str) -> object:
    try:
        body: object = json.loads(written)
    except ValueError:
        raise _wrong("BODY", "要写 JSON。") from None
    if missing := [each for each in _PLACES if each not in written]:
        raise _wrong("BODY", f"里要有 {'、'.join(missing)}。")
    return body


def _wrong(name: str, why: str) -> Fault:
    return Fault(f"GAOXING_SIGNING_{name} {why}", permanent=True)
