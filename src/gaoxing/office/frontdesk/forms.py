"""What the page posts (提交内容)."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from gaoxing.office.cases.spoken import MOST_SPOKEN, Spoken
from gaoxing.speech.transcript import LONGEST_TURN, MOST_ALTERNATIVES

LONGEST_KEPT = 100_000
"""Characters of one entry that are kept; the first 20 000 of them are read (`speech.transcript.LONGEST_TURN`)."""

_TOO_LONG = gettext_lazy("一次最多 10 万字，这一段太长，没有保存。请删短一些，或分几次说。")
_NOTHING = gettext_lazy("请先写一句话。")


class SaidField(forms.CharField):
    """Words as they were said: nothing is trimmed; line ends become one character and null characters none."""

    def __init__(self, *, required: bool = False) -> None:
        """Keep the whole text, up to the longest that is kept."""
        super().__init__(required=required, strip=False, max_length=LONGEST_KEPT, error_messages={"max_length": _TOO_LONG, "required": _NOTHING})

    def to_python(self, value: Any) -> str:
        """The text with line feeds as its only line ends."""
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


class SpokenField(forms.Field):
    """What the microphone heard, as the page sends it: `[["弓长章", ["弓长张"]]]`. What is no such list is passed over: the words count without it."""

    def to_python(self, value: Any) -> tuple[Spoken, ...]:
        """The stretches with their other ways."""
        text = value if isinstance(value, str) and len(value) <= LONGEST_KEPT else ""
        try:
            given = json.loads(text or "[]")
        except (ValueError, RecursionError):
            return ()
        return tuple(Spoken(each[0], _ways(each)) for each in given if _is_spoken(each))[-MOST_SPOKEN:] if isinstance(given, list) else ()


def _is_spoken(given: Any) -> bool:
    """Whether this is a text and a list of texts."""
    return isinstance(given, list) and len(given) == 2 and isinstance(given[0], str) and isinstance(given[1], list) and bool(given[0].strip())


def _ways(given: list[Any]) -> tuple[str, ...]:
    """The other ways, each once."""
    texts = (each for each in given[1] if isinstance(each, str) and each.strip() and each != given[0] and len(each) <= LONGEST_TURN)
    return tuple(dict.fromkeys(texts))[:MOST_ALTERNATIVES]


class WordsForm(forms.Form):
    """The statement, and with it an answer to the question that was asked (`choice`: one of the readings offered)."""

    words = SaidField()
    answer = SaidField()
    choice = SaidField()
    addition = SaidField()
    asked = forms.CharField(required=False, max_length=120)


class TurnForm(forms.Form):
    """Another wording of one entry."""

    said = SaidField(required=True)


class PageForm(forms.Form):
    """What an open page says of itself: its token, the number of this post, the digest of the statement as it last knew it, what its microphone heard."""

    page = forms.RegexField(r"^[A-Za-z0-9_-]{8,64}$", required=False)
    step = forms.IntegerField(required=False, min_value=0, max_value=10_000_000)
    base = forms.RegexField(r"^[0-9a-f]{16}$", required=False)
    heard = SpokenField(required=False)
    heard_answer = SpokenField(required=False)


class ConfirmForm(forms.Form):
    """都对: the revision that was shown, and the digests of its answers."""

    revision = forms.IntegerField(min_value=0, max_value=2_000_000_000)
    seen = forms.CharField(required=False, max_length=LONGEST_KEPT)


class MergeForm(forms.Form):
    """Two texts of one statement, and which is to stand."""

    mine = SaidField()
    theirs = SaidField()
    keep = forms.ChoiceField(choices=[(each, each) for each in ("mine", "theirs", "both")])
