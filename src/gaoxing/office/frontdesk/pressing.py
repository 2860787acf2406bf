"""What a clerk's page posted (办件操作的提交): the act, the typed reasons, what was settled, the code of a new enterprise."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext as _

from gaoxing.casework.acting import Reason
from gaoxing.checks.rule import Finding
from gaoxing.office.cases.effects import CODE
from gaoxing.office.cases.firing import Pressed
from gaoxing.office.refusal import NotAllowed

MOST_REASONS = 40
LONGEST = 500
"""Characters of one reason and of a note."""

REGISTER = "register"

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
    return Pressed(act, _reasons(post), "", post.get("note", "").strip()[:LONGEST], int(shown), given, details)


def _reasons(post: QueryDict) -> tuple[Reason, ...]:
    """The rows that were filled in; a row left wholly empty is none."""
    rows = list(zip(post.getlist("kind"), post.getlist("words"), post.getlist("about"), strict=False))[:MOST_REASONS]
    filled = [(kind.strip(), words.strip()[:LONGEST], about.strip()[:LONGEST]) for kind, words, about in rows if words.strip() or about.strip()]
    if any(not kind or not words for kind, words, _about in filled):
        raise NotAllowed(_("每一条都要选类别，并写清楚具体是什么。请补上再办，别的都没有动。"))
    return tuple(Reason(*each) for each in filled)
