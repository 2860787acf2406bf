"""Log lines without people in them (日志不记人): a trace keeps its places and the kind of error, a message its words and no number or name.

What an applicant said can stand in an exception's message, a path or a query; a log that holds only places and placeholders can be read by whoever runs
the machine.

>>> veiled("Not Found: /x/320583199001011234?mobile=138 1234 5678")
'Not Found: /x/〔号码〕?mobile=〔mobile〕'
>>> veiled("{'name': '王小明', 'revision': 3}")
"{'name': '〔name〕', 'revision': 3}"
"""

from __future__ import annotations

import copy
import logging
import re
import traceback
from types import TracebackType

from gaoxing.standards.expression import expression

Trouble = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

NUMBER, TEXT = "〔号码〕", "〔文字〕"
"""What stands for a number of a person or an enterprise, and for Chinese words that are not the code's own."""

_FIGURE = "0-9０-９零〇一二三四五六七八九幺两洞拐"
_BETWEEN = "[\\s\u3000·_–—－-]{0,3}"
_SHORTEST = 10
"""Figures after the first: a mobile number has eleven."""

_LONG = expression(rf"[{_FIGURE}](?:{_BETWEEN}[{_FIGURE}]){{{_SHORTEST},}}(?:{_BETWEEN}[XxＸｘ])?")
_CODE = expression(r"(?<![0-9A-Za-z０-９Ａ-Ｚａ-ｚ])[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{18}(?![0-9A-Za-z０-９Ａ-Ｚａ-ｚ])")
"""As long as an identity number or a credit code."""

_LINK = expression(r"(?<=/sign/)(?!(?:identity|confirm|object|leave|papers)\b)[^/\s?#'\"]+")
"""The token of a signing link: whoever holds it may open the page of one signer."""

_CODE_FIGURES = 6
_FIELDS = (
    "name|account|username|id_number|identity|mobile|telephone|phone|email|address|password|passcode|code|token|secret|key|csrfmiddlewaretoken|sessionid|"
    "words|statement|姓名|证件号码|身份证号|电话|手机|住址|地址|密码"
)
_FIELD = expression(
    rf"""(?P<head>(?<![A-Za-z])(?P<field>{_FIELDS})["']?\s*(?:=|:(?!//)|：|%3D)\s*)(?P<value>"[^"]*"|'[^']*'|[^\s,;&}})\]]*(?:[ ][0-9]+)*)""", re.IGNORECASE
)
_CHINESE = expression("[\u3400-\u9fff\U00020000-\U0003ffff]+(?:·[\u3400-\u9fff]+)*")
_ESCAPED = expression(r"(?:%[0-9A-Fa-f]{2}){3,}|(?:\\u[0-9A-Fa-f]{4})+|(?:\\x[0-9A-Fa-f]{2}){3,}")
"""Chinese words as an address or a repr writes them."""

OWN = "gaoxing"
"""Loggers whose sentences are the code's own."""


class QuietFormatter(logging.Formatter):
    """Formats a trace as places and the error's kind, and a message with placeholders."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; the record itself stays as it is for other handlers."""
        own = record.name.split(".")[0] == OWN
        shown = copy.copy(record)
        shown.exc_text = None
        shown.msg, shown.args = veiled(_message(record), own=own), None
        return super().format(shown)

    def formatException(self, ei: Trouble) -> str:  # noqa: N802 — the library's name
        """One line a place, innermost last, then the kind of error."""
        kind, _, trace = ei
        places = [f"  {place.filename}:{place.lineno} {place.name}" for place in traceback.extract_tb(trace)]
        return "\n".join([*places, kind.__name__ if kind else ""])


def veiled(text: str, *, own: bool = True) -> str:
    """The text with a placeholder for every number of a person or an enterprise and for the value of every field that holds one.

    `own` is false where the sentence is not the code's: then every Chinese word goes too.
    """
    hidden = _FIELD.sub(_without_value, _LINK.sub("〔link〕", text))
    hidden = _CODE.sub(lambda found: NUMBER if sum(each.isdigit() for each in found[0]) >= _CODE_FIGURES else found[0], _LONG.sub(NUMBER, hidden))
    return hidden if own else _placeholders_kept(hidden)


def _without_value(found: re.Match[str]) -> str:
    value = found["value"]
    quote = value[0] if value[:1] in {'"', "'"} else ""
    return f"{found['head']}{quote}〔{found['field']}〕{quote}" if value.strip("\"'") else found[0]


def _placeholders_kept(text: str) -> str:
    pieces = re.split("(〔[^〕]*〕)", text)
    return "".join(each if each.startswith("〔") and each.endswith("〕") else _CHINESE.sub(TEXT, _ESCAPED.sub(TEXT, each)) for each in pieces)


def _message(record: logging.LogRecord) -> str:
    """What the record says; a message that does not fit its arguments is told as it stands, without them."""
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return str(record.msg)
