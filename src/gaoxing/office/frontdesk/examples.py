"""Statements to try (示例): one sees at once what the desk does with plain words. Persons and enterprises are made up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Example:
    """One statement: what it is about, and the words."""

    title: Any
    words: str


EXAMPLES = (
    Example(
        _("一个人开公司"),
        "我想在昆山开一家软件公司，名称叫昆山试办软件有限公司，注册资本一百万元，就我一个股东，我叫王小明，法人和经理都是我，监事请李小红。地址在昆山市前进西路188号301室，做软件开发。",
    ),
    Example(
        _("两个人合开公司"),
        "我和朋友合开一家公司，叫昆山试办机械有限公司，注册资本两百万，我叫王小明，占六成，李小红占四成，都用现金，五年内缴清。法人是我，监事是她。厂房在昆山高新区元丰路88号3幢，做模具，也卖模具。",
    ),
    Example(
        _("开一家小店"),
        "我要办个体户，开一家水果店，经营者叫王小明，个人经营，资金五万元，店在昆山市玉山镇前进西路66号，卖水果，也卖点日用百货，店里一共两个人干活。",
    ),
)
"""Read well today: tests/office/frontdesk/test_start.py."""


def example(number: str) -> str:
    """The words of an example by its number as posted, counted from 1; empty where there is none."""
    return EXAMPLES[int(number) - 1].words if number in {str(each) for each in range(1, len(EXAMPLES) + 1)} else ""
