"""Where a value on the sheet came from (来源): worked out, and from what; filled in by hand, and by whom; or said and still to be confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from gaoxing.facts.fact import Certainty, Evidence
from gaoxing.forms import Answer, Form, Source
from gaoxing.forms.correction import Corrected
from gaoxing.forms.shares import AMOUNT, PERCENT
from gaoxing.forms.written import amount_text, currency_of, money
from gaoxing.office.cases.words import APPLICANT, Words
from gaoxing.office.frontdesk.masking import mask_numbers
from gaoxing.office.frontdesk.visitor import AGENT

_MOST_QUOTED, _LONGEST_QUOTE = 2, 14
"""Stretches of words, and characters of each, that a note quotes."""


def note(form: Form, path: str, words: Words, by_hand: Corrected | None, *, private: bool = False) -> str:
    """The sign beside a value, as words; empty where the applicant simply said it. Of a `private` blank no words are quoted."""
    answer = form.answers.get(path)
    if answer is None:
        return ""
    if answer.source is Source.TYPED:
        return _typed(path, by_hand)
    if answer.source is Source.REGISTER:
        return _("来自登记簿")
    if answer.source is Source.MODEL:
        return _("语言模型填，请确认")
    if answer.certainty is Certainty.LIKELY:
        return _("请确认")
    return _derived(form, path, () if private else answer.evidence) if answer.source is Source.DERIVED else _by_clerk(answer, words)


def _typed(path: str, by_hand: Corrected | None) -> str:
    placed = by_hand.placed.get(path) if by_hand else None
    if not placed or not placed.author:
        return _("手工填")
    told = _("%(name)s 填") if placed.author.endswith(AGENT) else _("窗口 %(name)s 填")
    return told % {"name": placed.author}


def clerks(answer: Answer, words: Words) -> tuple[str, ...]:
    """The clerks who wrote down words that the value rests on, in the order of the words; none where the applicant said them all."""
    authors = (words.entries[each.turn].author for each in answer.evidence if each.turn < len(words.entries))
    return tuple(dict.fromkeys(each for each in authors if each != APPLICANT))


def _by_clerk(answer: Answer, words: Words) -> str:
    """Said in an entry that a clerk wrote down."""
    authors = clerks(answer, words)
    if not authors:
        return ""
    told = _("代填：%(names)s") if all(each.endswith(AGENT) for each in authors) else _("窗口代填（%(names)s）")
    return told % {"names": "、".join(authors)}


def _derived(form: Form, path: str, evidence: Iterable[Evidence]) -> str:
    if (sum_done := _from_capital(form, path)) is not None:
        return sum_done
    quoted = _quoted(evidence)
    return _("推算：从%(words)s得出") % {"words": quoted} if quoted else _("推算")


def _from_capital(form: Form, path: str) -> str | None:
    """How a share's amount or percent follows from the other and the capital; None for any other blank, or where both were worked out."""
    row, capital = path.removesuffix(f".{AMOUNT}").removesuffix(f".{PERCENT}"), form.value("registered_capital")
    partner = form.answers.get(f"{row}.{PERCENT if path.endswith(AMOUNT) else AMOUNT}")
    if row == path or partner is None or partner.source is Source.DERIVED or not isinstance(capital, Mapping):
        return None
    whole = money(capital).removesuffix("（人民币）")
    if path.endswith(AMOUNT):
        return _("推算：按 %(percent)s%% × %(capital)s 算出") % {"percent": partner.value, "capital": whole}
    return _("推算：按 %(amount)s ÷ %(capital)s 算出") % {"amount": amount_text(str(partner.value), currency_of(form)), "capital": whole}


def _quoted(evidence: Iterable[Evidence]) -> str:
    quotes = list(dict.fromkeys(mask_numbers(each.words) for each in evidence if 0 < len(each.words) <= _LONGEST_QUOTE))
    return "、".join(f"“{each}”" for each in quotes[:_MOST_QUOTED])
