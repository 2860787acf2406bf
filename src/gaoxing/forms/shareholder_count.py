"""Whether one shareholder owns the company (只有一个股东), asked where somebody has to resolve: a change of registration, a deregistration.

>>> sole_shareholder(lambda form: True).label
'只有一个股东'
"""

from __future__ import annotations

from collections.abc import Callable

from gaoxing.forms.field import Field, Kind
from gaoxing.forms.form import Form
from gaoxing.forms.licence import YES_NO


def sole_shareholder(wanted: Callable[[Form], bool]) -> Field:
    """The blank, beyond the contract; `wanted` says where it is asked (《公司法》第五十九条、第六十条: a meeting resolves, one shareholder decides)."""
    return Field(
        "sole_shareholder",
        "只有一个股东",
        Kind.CHOICE,
        question="公司是不是只有一个股东？",
        why="只有一个股东的，写股东决定；两个以上的，开股东会，写股东会决议。",
        example="不是，有两个股东",
        required=True,
        contract=False,
        verified=False,
        choices=YES_NO,
        wanted=wanted,
    )
