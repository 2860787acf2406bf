"""The deeds of a deregistration (注销的成文材料): resolution, announcement and liquidation report, or the investors' promise. Wording: `deeds/*.toml`.

>>> from gaoxing.forms.form import Answer, Source
>>> said = {"enterprise": "昆山某某贸易有限公司", "procedure": "simplified"}
>>> form = Form("deregistration", "2026", {path: Answer(value, Source.SAID) for path, value in said.items()})
>>> [each.name for each in deeds(form, date(2026, 11, 25))]
['简易注销全体投资人承诺书']
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoxing.documents import applying
from gaoxing.documents.deed import composed
from gaoxing.documents.document import Layout
from gaoxing.documents.particulars import Particulars, Run
from gaoxing.forms.derive_type import kind_of_name
from gaoxing.forms.form import Form
from gaoxing.matters.deregistration.fields import simplified
from gaoxing.standards.expression import expression

_FOLDER = Path(__file__).with_name("deeds")
FILES = tuple(_FOLDER / f"{name}.toml" for name in ("resolution", "creditors_notice", "liquidation_report", "investors_promise"))
"""In the order in which they are drawn up."""

ENDED_BY = {
    "court": expression("破产|强制清算"),
    "merged": expression("合并|分立"),
    "ordered": expression("吊销|责令关闭|被撤销|法院[^，。；]{0,6}解散"),
}
"""What ends a company without its shareholders' resolution on dissolving it (《公司法》第二百二十九条第三项至第五项), as its reason says."""


def deeds(form: Form, on: date) -> tuple[Layout, ...]:
    """Every deed that this deregistration calls for; those of one procedure only once it is chosen."""
    return composed(FILES, particulars(form), on)


def particulars(form: Form) -> Particulars:
    """The blanks of whose registration ends and why; what kind of enterprise, which procedure, by what it ends, and how far debts and taxes are settled."""
    blanks = {name: Run(str(form.value(name) or ""), name) for name in ("enterprise", "uscc", "reason")}
    alone, trader = form.value("sole_shareholder") == "yes", applying.trades_alone(form)
    kind = "" if trader else kind_of_name(blanks["enterprise"].text)
    procedure, debts, tax = (form.value(name) for name in ("procedure", "debts", "tax_clearance"))
    states = {
        "company": bool(kind),
        "joint_stock": kind == "joint_stock",
        "trader": trader,
        "one_shareholder": alone,
        "ordinary": procedure == "ordinary",
        "simplified": simplified(form),
        **{state: words.search(blanks["reason"].text) is not None for state, words in ENDED_BY.items()},
        "no_debts": debts == "none",
        "settled_debts": debts == "settled",
        "open_debts": debts not in {"none", "settled"},
        "tax_cleared": tax == "cleared",
        "tax_none": tax == "none",
        "tax_open": tax not in {"cleared", "none"},
    }
    words = {
        "itself": "本个体工商户" if trader else "本企业",
        "decision": "股东决定" if alone else "股东会决议",
        "confirming": "股东" if alone else "股东会",
        "by_share": "股东持有的股份比例" if kind == "joint_stock" else "股东的出资比例",
    }
    return Particulars({**blanks, **{name: Run(text) for name, text in words.items()}}, {}, states)
