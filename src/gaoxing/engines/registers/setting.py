"""How the operator set the other bodies (协同部门接口的设置), by environment, each under a prefix of its own, such as GAOXING_TAX_ or GAOXING_BANK_.

URL where errands are posted; BODY the JSON that is posted, with {token} and the values this body needs where they belong; KEY a secret sent as
`Authorization: Bearer`; NUMBER the path of the body's number in the answer; ASK_URL where it is asked after, with {receipt}; STAGE the path of the word that
tells how far it is, IN_HAND, DONE, DECLINED its words (parted by commas); TOLD the path of a sentence for the enterprise. NAME is what people read.
`rehearsal` as URL does everything for show; `slow`, `failing` and `nonsense` are its twins for drills.

>>> chosen("TAX", "税务", {}) is None, chosen("TAX", "税务", {"GAOXING_TAX_URL": "rehearsal"}).called
(True, '税务（演练）')
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import urlsplit

from gaoxing.engines.fault import Fault
from gaoxing.engines.registers.body import Body, Stage
from gaoxing.engines.registers.http_body import HttpBody, Setting
from gaoxing.engines.registers.rehearsal import Failing, Nonsensical, Rehearsal, Slow
from gaoxing.engines.sending.http_sender import Gateway

TWINS: Mapping[str, type[Rehearsal]] = {"rehearsal": Rehearsal, "slow": Slow, "failing": Failing, "nonsense": Nonsensical}
_NAMES = ("URL", "NAME", "BODY", "KEY", "NUMBER", "ASK_URL", "STAGE", "TOLD", *(each.name for each in Stage))
_NEEDED = ("NUMBER", "STAGE", "ASK_URL", "DONE")
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


def chosen(prefix: str, called: str, environ: Mapping[str, str]) -> Body | None:
    """The body that was set under a prefix; None where none was. Raises a permanent Fault that names the setting that cannot be read."""
    told = {name: environ.get(f"GAOXING_{prefix}_{name}", "").strip() for name in _NAMES}
    if not told["URL"]:
        return None
    if told["URL"] in TWINS:
        return TWINS[told["URL"]](told["NAME"] or called)
    for name in _NEEDED:
        if not told[name]:
            raise wrong(prefix, name, "没有写。")
    for name in ("URL", "ASK_URL"):
        require_address(prefix, name, told[name])
    if "{receipt}" not in told["ASK_URL"]:
        raise wrong(prefix, "ASK_URL", "里要有 {receipt}，不然不知道问哪一件。")
    gateway = Gateway(told["URL"], _body(prefix, told["BODY"]), told["KEY"], receipt=told["NUMBER"], outcome_url=told["ASK_URL"], outcome=told["STAGE"])
    stages = {word.strip(): each.value for each in Stage for word in told[each.name].split(",") if word.strip()}
    return HttpBody(Setting(told["NAME"] or called, gateway, told["TOLD"], stages))


def _body(prefix: str, written: str) -> object:
    try:
        body: object = json.loads(written)
    except ValueError:
        raise wrong(prefix, "BODY", "要写 JSON。") from None
    if "{token}" not in written:
        raise wrong(prefix, "BODY", "里要有 {token}，对方靠它认出同一件，不会办两次。")
    return body


def require_address(prefix: str, name: str, url: str) -> None:
    """Encrypted, or on this very machine: nothing of an enterprise goes anywhere in plain. Raises a permanent Fault."""
    try:
        parts = urlsplit(url)
        sound = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        sound = False
    if not sound or not (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)):
        raise wrong(prefix, name, "要写 https:// 开头的网址（本机可以用 http://）。")


def wrong(prefix: str, name: str, why: str) -> Fault:
    """The Fault that names a setting and says what is wrong with it."""
    return Fault(f"GAOXING_{prefix}_{name} {why}", permanent=True)
