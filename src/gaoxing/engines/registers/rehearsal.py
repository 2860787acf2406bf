"""Bodies for rehearsals (演练): one that does everything at the second asking, and the twins that fail, hang back and talk nonsense, for drills.

>>> body = Rehearsal("税务")
>>> number = body.hand_in(Errand("tax", "abc", {"name": "昆山样例五金有限公司"}))
>>> body.ask(number).stage
<Stage.DONE: 'done'>
"""

from __future__ import annotations

import hashlib

from gaoxing.engines.fault import Fault
from gaoxing.engines.registers.body import Errand, Progress, Stage

MARK = "（演练）"
OUTAGE = "{called}的系统没有应答，没有办成，也没有丢：过一会儿自动再试。"
NONSENSE = "{called}的系统回答看不懂，没有当作办成：过一会儿自动再试；一直这样请告诉管理员。"


class Rehearsal:
    """Takes everything and has it done when asked; an enterprise with 外部故障 in its name meets an outage, one with 外部退回 is declined."""

    def __init__(self, called: str) -> None:
        self.called = f"{called}{MARK}"

    def hand_in(self, errand: Errand) -> str:
        """The same number for the same token, every time."""
        name = errand.values.get("name", "")
        if "外部故障" in name:
            raise Fault(OUTAGE.format(called=self.called), permanent=False)
        fate = "D" if "外部退回" in name else "A"
        return f"{fate}{hashlib.sha256(errand.token.encode()).hexdigest()[:12]}"

    def ask(self, number: str) -> Progress:
        """Done, or declined, by the first letter of the number."""
        if number.startswith("D"):
            return Progress(Stage.DECLINED, "演练：材料不符，没有办。请带材料到窗口问清楚。")
        return Progress(Stage.DONE, "演练办好，没有实际效力。")


class Slow(Rehearsal):
    """Has everything in hand and never ends."""

    def ask(self, number: str) -> Progress:
        """Still in hand."""
        return Progress(Stage.IN_HAND)


class Failing(Rehearsal):
    """Never answers."""

    def hand_in(self, errand: Errand) -> str:
        """Raise the Fault."""
        raise Fault(OUTAGE.format(called=self.called), permanent=False)

    def ask(self, number: str) -> Progress:
        """Raise the Fault."""
        raise Fault(OUTAGE.format(called=self.called), permanent=False)


class Nonsensical(Rehearsal):
    """Answers what nobody understands: a Fault too."""

    def ask(self, number: str) -> Progress:
        """Raise the Fault."""
        raise Fault(NONSENSE.format(called=self.called), permanent=False)
