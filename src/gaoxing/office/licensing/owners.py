"""Who owns and runs a company that a joint case sets up (股东、董事监事高管): as its unit writes them with the grant, one a line.

>>> [(each["name"], each["contribution.amount"]) for each in owners("丁大宝 150；戊小样，50")]
[('丁大宝', '1500000'), ('戊小样', '500000')]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from gaoxing.forms.register import POSTS
from gaoxing.office.refusal import NotAllowed
from gaoxing.standards.expression import expression

Row = Mapping[str, Any]
"""A row of a company's form (`parties.0.…`): its columns with their values."""

MOST, LONGEST_NAME = 50, 60
"""Shareholders of a limited company (《公司法》第四十二条); characters of a name."""

TEN_THOUSAND, MOST_AMOUNT = 10_000, Decimal(10) ** 9
HEAD = "legal_representative"
_BETWEEN = expression(r"[;；\n]+")
_APART = expression(r"[\s:：,，、]+")
_UNIT = expression(r"\s*万元?$")


def owners(text: str) -> tuple[Row, ...]:
    """The shareholders with what each undertakes, written in ten thousand yuan (万元), kept in yuan. Raises NotAllowed that names the row it cannot read."""
    rows = tuple(_owner(number, each) for number, each in enumerate(_lines(text), 1))
    names = [each["name"] for each in rows]
    if len(rows) > MOST:
        raise NotAllowed(_("股东最多 %(most)s 个，写了 %(count)s 个。") % {"most": MOST, "count": len(rows)})
    if twice := next((each for each in names if names.count(each) > 1), ""):
        raise NotAllowed(_("股东“%(name)s”写了两次，请合成一行。") % {"name": twice})
    return rows


def officers(text: str) -> tuple[Row, ...]:
    """Those who hold a post, each row a post and a name (董事 丁大宝). Raises NotAllowed that names the row it cannot read."""
    return tuple(_officer(number, each) for number, each in enumerate(_lines(text), 1))


def parties(shares: tuple[Row, ...], posts: tuple[Row, ...], head: str) -> dict[str, Any]:
    """Everybody of a company as paths of its form, each once with all posts; `head` is its legal representative."""
    found: dict[str, dict[str, Any]] = {}
    for row in (*shares, *posts, *([{"name": head, "roles": (HEAD,)}] if head else [])):
        kept = found.setdefault(row["name"], {"roles": ()})
        roles = tuple(dict.fromkeys((*kept["roles"], *row["roles"])))
        kept.update(row, roles=roles)
    return {f"parties.{number}.{column}": value for number, row in enumerate(found.values()) for column, value in row.items()}


def require_whole(shares: tuple[Row, ...], capital: Mapping[str, str] | None) -> None:
    """Raises NotAllowed where a company would have no shareholder, or what they undertake does not make up its capital."""
    if not shares:
        raise NotAllowed(_("公司没有写股东，没有登记。请一行一位写：姓名 认缴多少万元。申请人没有写的，请写成要补正的地方。"))
    told = sum((Decimal(each["contribution.amount"]) for each in shares), Decimal(0))
    if capital is not None and told != Decimal(capital["amount"]):
        sums = {"told": _in_words(told), "capital": _in_words(Decimal(capital["amount"]))}
        raise NotAllowed(_("股东认缴的加起来是 %(told)s 万元，注册资本是 %(capital)s 万元，对不上，没有登记。") % sums)


def _lines(text: str) -> Iterator[str]:
    yield from (each.strip() for each in _BETWEEN.split(text) if each.strip())


def _owner(number: int, line: str) -> Row:
    *names, amount = _APART.split(_UNIT.sub("", line).strip())
    name = "".join(names)
    try:
        sum_of = Decimal(amount)
    except InvalidOperation:
        sum_of = Decimal(0)
    if not name or len(name) > LONGEST_NAME or not sum_of.is_finite() or not 0 < sum_of < MOST_AMOUNT:
        raise NotAllowed(_("第 %(number)s 位股东看不懂：“%(line)s”。要写成：姓名 认缴万元，例如：丁某 50。") % {"number": number, "line": line[:LONGEST_NAME]})
    return {"name": name, "roles": ("shareholder",), "contribution.amount": f"{(sum_of * TEN_THOUSAND).normalize():f}"}


def _officer(number: int, line: str) -> Row:
    post, *names = _APART.split(line)
    known = {label: key for key, label in POSTS.items()}
    if post not in known or not names or len("".join(names)) > LONGEST_NAME:
        told = {"number": number, "line": line[:LONGEST_NAME], "posts": "、".join(known)}
        raise NotAllowed(_("第 %(number)s 个职务看不懂：“%(line)s”。要写成：职务 姓名；职务有：%(posts)s。") % told)
    return {"name": "".join(names), "roles": (known[post],)}


def _in_words(amount: Decimal) -> str:
    return f"{(amount / TEN_THOUSAND).normalize():f}"
