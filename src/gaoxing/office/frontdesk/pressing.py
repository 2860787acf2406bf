"""What a clerk's page posted (办件操作的提交): the act, the typed reasons, what was settled, the code of a new enterprise."""

from __future__ import annotations

from itertools import zip_longest

from django.http import QueryDict
from django.utils.translation import gettext as _

from gaoxing.casework.acting import Reason
from gaoxing.checks.rule import Finding
from gaoxing.office.cases.effects import CODE
from gaoxing.office.firing.pressed import Pressed
from gaoxing.office.refusal import NotAllowed

MOST_REASONS = 40
LONGEST = 500
"""Characters of one reason and of a note."""

REGISTER = "register"

COLUMNS = ("kind", "words", "about", "at")
"""What a page sends of each reason, row by row."""

_LONGEST_CODE = 40
_MOST_DIGITS = 18


def pressed(post: QueryDict, manual: tuple[Finding, ...]) -> Pressed:
    """The act that was pressed; `manual` are the findings that must be settled before a registration.

    Raises NotAllowed where the post is not from the page, or a reason is half filled in.
    """
    shown = post.get("revision", "")
    if not (shown.isascii() and shown.isdecimal() and len(shown) <= _MOST_DIGITS):
        raise NotAllowed(_("这次操作不完整，没有办。请刷新页面，从页面上的按钮里再选一次。"))
    act = post.get("act", "")
    settled = sorted({int(each) for each in post.getlist("settled")[:MOST_REASONS] if each.isascii() and each.isdecimal() and len(each) < 4})
    given = {"open_findings": sum(number not in settled for number in range(1, len(manual) + 1))} if act == REGISTER else {}
    code = post.get(CODE, "").strip()[:_LONGEST_CODE]
    details = {**({CODE: code} if code and act == REGISTER else {}), **({"settled": settled} if settled and act == REGISTER else {})}
    return Pressed(act, _reasons(post), post.get("note", "").strip()[:LONGEST], int(shown), given, details)


def _reasons(post: QueryDict) -> tuple[Reason, ...]:
    """The rows that were filled in; a row left wholly empty is none."""
    filled = rows_of(post)
    if any(not each["kind"] or not each["words"] for each in filled):
        raise NotAllowed(_("每一条都要选类别，并写清楚具体是什么。请补上再办，别的都没有动。"))
    return tuple(Reason(each["kind"], each["words"], each["about"], each["at"]) for each in filled)


def rows_of(post: QueryDict) -> list[dict[str, str]]:
    """The rows of a list of reasons that hold anything, as they were sent; `at` stands where the page knew the blank."""
    rows = zip_longest(*(post.getlist(name)[:MOST_REASONS] for name in COLUMNS), fillvalue="")
    given = [dict(zip(COLUMNS, (each.strip()[:LONGEST] for each in row), strict=True)) for row in rows]
    return [each for each in given if each["words"] or each["about"]]
