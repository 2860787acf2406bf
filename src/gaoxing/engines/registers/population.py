"""Whether a name and an identity number belong together (人口库、实名核验): the register of the population over HTTP, its rehearsal, the twins that fail.

GAOXING_REAL_NAME is its address, or `rehearsal`, `slow`, `failing`, `nonsense`; GAOXING_REAL_NAME_BODY the JSON that is posted, with {name} and {number};
_KEY a secret; _RESULT the path of the word that answers, _SAME and _OTHER its words (parted by commas) for: they belong together, they do not.
Only these words are a verdict: what is late, broken, or none of them is a Fault, never "passed" and never 不符.

>>> chosen({}) is None, chosen({"GAOXING_REAL_NAME": "rehearsal"}).belong("张三", "320583199001011216")
(True, True)
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from gaoxing.engines.fault import Fault
from gaoxing.engines.registers.asking import SECONDS, asked, gateway, told
from gaoxing.engines.registers.setting import wrong
from gaoxing.engines.sending.http_sender import Gateway, value_at

PREFIX = "REAL_NAME"
OUTAGE = "实名认证服务没有应答，没有核验成。请过一会儿再试，或带证件到窗口当面核对。"
NONSENSE = "实名认证服务的回答看不懂，没有核验成，也没有当作不符。请过一会儿再试，或带证件到窗口当面核对。"
REFUSED = "实名认证服务不收这次核验，没有核验成。请带证件到窗口当面核对，并请管理员核对接口的设置。"
_NAMES = ("BODY", "KEY", "RESULT", "SAME", "OTHER")
_NEEDED = ("RESULT", "SAME", "OTHER")


class Population(Protocol):
    """Whatever knows whether a name and a number belong together."""

    def belong(self, name: str, number: str) -> bool:
        """Ask. Raises a Fault where no answer came that can be understood."""
        ...


@dataclass(frozen=True, repr=False)
class HttpPopulation:
    """The register behind a gateway: where the answering word stands, and its words."""

    gateway: Gateway
    result: str
    same: frozenset[str]
    other: frozenset[str]

    def belong(self, name: str, number: str) -> bool:
        """As the Protocol says."""
        answer = asked(self.gateway, {"{name}": name, "{number}": number}, outage=OUTAGE, refused=REFUSED)
        word = value_at(answer, self.result)
        said = str(word).lower() if isinstance(word, bool) else str(word) if isinstance(word, str | int) else None
        if said in self.same:
            return True
        if said in self.other:
            return False
        raise Fault(NONSENSE, permanent=False)


class Rehearsal:
    """Every number belongs to its name, unless the name says 不符 or 故障."""

    def belong(self, name: str, number: str) -> bool:
        """The verdict by the rule above."""
        if "故障" in name:
            raise Fault(OUTAGE, permanent=False)
        return "不符" not in name


class Failing:
    """Never answers."""

    def belong(self, name: str, number: str) -> bool:
        """Raise the Fault."""
        raise Fault(OUTAGE, permanent=False)


class Slow(Failing):
    """Lets everybody wait for as long as anybody may, and never answers."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds

    def belong(self, name: str, number: str) -> bool:
        """Wait, then raise the Fault."""
        time.sleep(self.seconds)
        return super().belong(name, number)


class Nonsensical:
    """Answers what nobody understands."""

    def belong(self, name: str, number: str) -> bool:
        """Raise the Fault."""
        raise Fault(NONSENSE, permanent=False)


TWINS: Mapping[str, type[Population]] = {"rehearsal": Rehearsal, "slow": Slow, "failing": Failing, "nonsense": Nonsensical}


def chosen(environ: Mapping[str, str], *, seconds: float = SECONDS) -> Population | None:
    """The register that was set; None where none was. Raises a permanent Fault that names the setting that cannot be read."""
    url = environ.get(f"GAOXING_{PREFIX}", "").strip()
    if not url:
        return None
    if url in TWINS:
        return TWINS[url]()
    written = told(PREFIX, _NAMES, environ)
    for name in _NEEDED:
        if not written[name]:
            raise wrong(PREFIX, name, "没有写。")
    same, other = (frozenset(word.strip() for word in written[name].split(",") if word.strip()) for name in ("SAME", "OTHER"))
    if not same or not other or same & other:
        raise wrong(PREFIX, "OTHER", "和 GAOXING_REAL_NAME_SAME 都要有词，而且不能有同一个词。")
    return HttpPopulation(gateway(PREFIX, url, written, ("{name}", "{number}"), seconds=seconds), written["RESULT"], same, other)
