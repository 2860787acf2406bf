"""Which registers and bodies beside the office are connected (对外接口), and which setting of theirs cannot be read: for `gaoxing doctor`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from django.conf import settings

from gaoxing.engines.fault import Fault
from gaoxing.engines.registers import enterprises
from gaoxing.office.formalities.steps import body_of, steps
from gaoxing.office.people import identity
from gaoxing.office.self_check import Told
from gaoxing.office.signatures.service import provider


def looked() -> Told:
    """Whether every setting can be read, naming each that cannot; what is connected where all can. Nobody is asked anything."""
    wrong, connected = [], []
    for term, connect in _connections():
        try:
            if connect() is not None:
                connected.append(term)
        except Fault as fault:
            wrong.append(f"{term}：{fault.message}")
    if wrong:
        return False, f"接口的设置读不出来，接口没有接上：{'；'.join(wrong)} 请照 docs/operating.md 改好，再重新启动。"
    return True, f"接上的：{'、'.join(connected)}。" if connected else "没有接外部的登记簿和部门接口（可选，见 docs/operating.md）。"


def _connections() -> Iterator[tuple[str, Callable[[], object]]]:
    yield "实名核验", identity.service
    yield "市场监管登记簿", lambda: enterprises.chosen(settings.ENTERPRISES)
    yield "电子签名", provider
    for each in steps():
        yield each.term, partial(body_of, each)
