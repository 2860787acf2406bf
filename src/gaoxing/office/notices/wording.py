"""Words with places for values (模板文字): `{code}` stands for the code. Checked when they are written, so that nothing is missing when they are sent.

>>> filled("验证码 {code}", {"code": "482913"})
'验证码 482913'
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from gaoxing.office.notices.events import Event
from gaoxing.standards.expression import expression

LONGEST_TITLE, LONGEST_TEXT = 60, 500

_PLACE = expression(r"\{([a-z_]{1,32})\}")
_HIDDEN = expression(r"[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def filled(text: str, values: Mapping[str, str]) -> str:
    """The words with their values. Raises KeyError for a place without a value; braces within a value are not looked at."""
    return _PLACE.sub(lambda place: values[place[1]], text)


def wrong(kind: Event, title: str, text: str) -> str:
    """Why these words cannot be used for this kind of notice; empty where they can."""
    if not title.strip() or not text.strip():
        return _("标题和内容都要写。")
    if len(title) > LONGEST_TITLE or len(text) > LONGEST_TEXT:
        return _("太长：标题最多 %(title)s 个字，内容最多 %(text)s 个字。") % {"title": LONGEST_TITLE, "text": LONGEST_TEXT}
    if _HIDDEN.search(title + text) or "\n" in title:
        return _("里面有看不见的控制字符，或标题换了行。请删去再存，不要从别处粘贴。")
    return _misplaced(kind, title, text)


def _misplaced(kind: Event, title: str, text: str) -> str:
    """What is wrong with the places."""
    known = "、".join(f"{{{each}}}" for each in kind.values)
    named = set(_PLACE.findall(title + text))
    if strange := sorted(named - set(kind.values)):
        return _("没有 {%(name)s} 这一项，可以用的是%(known)s。") % {"name": strange[0], "known": known}
    if any(brace in _PLACE.sub("", title + text) for brace in "{}"):
        return _("大括号没有配成对，或里面写的不是可以用的项。可以用的是%(known)s。") % {"known": known}
    if lacking := [each for each in kind.required if each not in set(_PLACE.findall(text))]:
        return _("内容里必须有 {%(name)s}，不然收到的人不知道。") % {"name": lacking[0]}
    return ""
