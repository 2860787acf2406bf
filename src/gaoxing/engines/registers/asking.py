"""How the operator set a register that is asked (登记簿、人口库接口的设置): its gateway by environment, and what is said where no answer came.

URL where it is asked (POST); BODY the JSON that is posted, with the places its module names; KEY a secret sent as `Authorization: Bearer`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from gaoxing.engines.fault import Fault
from gaoxing.engines.registers.setting import require_address, wrong
from gaoxing.engines.sending.http_sender import Gateway, HttpSender, filled

SECONDS = 5.0
"""Somebody waits before the page meanwhile."""


def told(prefix: str, names: Sequence[str], environ: Mapping[str, str]) -> dict[str, str]:
    """What was set under a prefix, by the end of its name."""
    return {name: environ.get(f"GAOXING_{prefix}_{name}", "").strip() for name in names}


def gateway(prefix: str, url: str, written: Mapping[str, str], places: Sequence[str], *, seconds: float = SECONDS) -> Gateway:
    """The gateway at an address whose body holds every place. Raises a permanent Fault that names the setting that cannot be read."""
    require_address(prefix, "URL", url)
    body = json_of(prefix, "BODY", written["BODY"])
    for place in places:
        if place not in written["BODY"]:
            raise wrong(prefix, "BODY", f"里要有 {place}，不然对方不知道问的是谁。")
    return Gateway(url, body, written["KEY"], seconds=seconds)


def json_of(prefix: str, name: str, written: str) -> Any:
    """A setting that is JSON. Raises a permanent Fault that names it."""
    try:
        return json.loads(written)
    except ValueError:
        raise wrong(prefix, name, "要写 JSON。") from None


def asked(setting: Gateway, values: Mapping[str, str], *, outage: str, refused: str) -> Any:
    """What the register answers. Raises a Fault in its own words: `outage` where none came in time, `refused` where it did not take the question."""
    try:
        return HttpSender(setting).posted(filled(setting.body, values))
    except Fault as fault:
        raise Fault(refused if fault.permanent else outage, permanent=fault.permanent) from None
